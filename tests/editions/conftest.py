"""The book of the real edition, made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from hooks.editions.book import Book
from hooks.editions.making import book_of
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def config() -> MkDocsConfig:
    """The configuration of the site, with the edition in it."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return config.plugins.on_config(config)


@pytest.fixture(scope="session")
def book(config: MkDocsConfig) -> Book:
    return book_of(config)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files are written."""
    return tmp_path_factory.mktemp("editions")
