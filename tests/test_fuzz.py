"""Random edits of every file that an editor writes are taken whole or refused with a message. `make fuzz` tries many more."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import EXAMPLE, ROOT
from tests.fuzzing import EDITS, Patient

CASES = int(os.environ.get("FUZZ", "0"))
"""How many cases to try of the very small edition; of the real one, whose cases take long, a tenth of it."""
number = st.integers(0, 10_000_000)
edits = st.lists(st.tuples(st.sampled_from(sorted(EDITS)), number, number, number), min_size=1, max_size=3)


def profile(cases: int) -> settings:
    """The same cases each time where tests are run to the end, new ones where somebody looks for what is not known yet."""
    slow = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large]
    return settings(max_examples=cases, derandomize=not CASES, database=None, deadline=None, suppress_health_check=slow, print_blob=True)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Patient:
    return Patient(EXAMPLE, tmp_path_factory.mktemp("small"), ROOT / "mkdocs.yml")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Patient:
    return Patient(ROOT, tmp_path_factory.mktemp("real"), ROOT / "mkdocs.yml")


def edited(content: bytes, changes: list[tuple[str, int, int, int]]) -> bytes:
    for name, one, two, what in changes:
        content = EDITS[name](content, one, two, what)
    return content


@profile(CASES or 150)
@given(at=number, changes=edits)
def test_an_edit_of_the_small_edition_is_taken_whole_or_refused(small: Patient, at: int, changes: list[tuple[str, int, int, int]]) -> None:
    file = small.files[at % len(small.files)]
    small.promise(file, edited((small.root / file).read_bytes(), changes))


@profile(CASES // 10 or 4)
@given(at=number, changes=edits)
def test_an_edit_of_the_real_edition_is_taken_whole_or_refused(real: Patient, at: int, changes: list[tuple[str, int, int, int]]) -> None:
    file = real.files[at % len(real.files)]
    real.promise(file, edited((real.root / file).read_bytes(), changes), write=False)


def test_what_is_as_it_was_is_taken(small: Patient) -> None:
    for file in small.files:
        assert small.promise(file, (small.root / file).read_bytes()) == ""


@pytest.mark.parametrize("edit", ["cut off", "cut off after a line"])
def test_a_published_record_never_vanishes_with_the_end_of_its_file(small: Patient, edit: str) -> None:
    """Whatever is cut from a file of data is either said, or leaves every record that was published in its place."""
    for file in (file for file in small.files if file.startswith("data/") and file.endswith(".yml")):
        content = (small.root / file).read_bytes()
        for at in range(0, len(content), 97):
            cut = EDITS[edit](content, at, 0, 0)
            said = small.promise(file, cut)
            assert said or cut.endswith(b"\n"), (file, at)


def test_the_real_files_are_all_tried(real: Patient) -> None:
    assert {path.name for path in (ROOT / "docs/chapters").iterdir()} <= {Path(file).name for file in real.files}
    assert {"data/events.yml", "data/coding/a.yml", "data/map/outlines.geojson", "data/addresses.txt", "CITATION.cff"} <= {*real.files}
