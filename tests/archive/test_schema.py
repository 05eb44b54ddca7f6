"""The schemas that editors' programs read."""

from __future__ import annotations

import pytest

from hooks.archive.schema import schemas
from tests.conftest import ROOT


@pytest.mark.parametrize("name", schemas())
def test_the_committed_schema_is_that_of_the_models(name: str) -> None:
    assert (ROOT / "data" / "schema" / name).read_text(encoding="utf-8") == schemas()[name], "run `make schema` and commit the result"


@pytest.mark.parametrize("name", schemas())
def test_each_file_names_its_schema(name: str) -> None:
    first = (ROOT / "data" / name.replace(".json", ".yml")).read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=./schema/{name}"
