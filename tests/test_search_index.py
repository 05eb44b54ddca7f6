"""The index of the search: made with the site, or the site is not made."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from mkdocs.utils import clean_directory

from hooks.indexing import NotIndexed, index, keep
from hooks.pages.finding import Finding

from .conftest import Project

PAGE = '<!doctype html><html lang="en"><main id="content"><h1>%s</h1></main>'


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    write(tmp_path / "places/vlore", "Vlorë")
    write(tmp_path / "places", "A list")
    return tmp_path


def write(folder: Path, title: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(PAGE % title, encoding="utf-8")


FINDINGS = {"places/vlore/": Finding("place", names=("Vlora", '"Valona" & <Avlona>'))}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_only_what_is_to_be_found_is_indexed_and_only_what_is_loaded_is_written(small_site: Path) -> None:
    before = contents(small_site)
    index(small_site, FINDINGS)
    assert before.items() <= contents(small_site).items(), "the pages of readers stay as they were"
    written = contents(small_site / "pagefind")
    (fragment,) = [json.loads(gzip.decompress(data)[12:]) for name, data in written.items() if name.startswith("fragment/")]
    assert (fragment["url"], fragment["meta"]) == ("/places/vlore/", {"title": "Vlorë", **FINDINGS["places/vlore/"].fields})
    assert {name for name in written if "/" not in name and not name.endswith(".pf_meta")} == {
        "pagefind-entry.json", "pagefind-worker.js", "wasm.en.pagefind",
    }  # fmt: skip
    assert all(written.values()), "no file is empty"


def test_the_index_is_the_same_wherever_and_in_whatever_order_the_pages_lie(tmp_path: Path) -> None:
    names = [f"p{number}/" for number in range(20)]
    for site, order in ((tmp_path / "a", names), (tmp_path / "b", names[::-1])):
        for name in order:
            write(site / name, f"Page {name}")
        index(site, {name: Finding("page") for name in order})
    assert contents(tmp_path / "a/pagefind") == contents(tmp_path / "b/pagefind")


def test_while_editing_the_index_of_the_first_build_is_kept(small_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index(small_site, FINDINGS)
    keep(small_site)
    first = contents(small_site / "pagefind")
    clean_directory(str(small_site))
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/nowhere/pagefind")
    index(small_site, FINDINGS)
    assert contents(small_site / "pagefind") == first


@pytest.mark.parametrize(("program", "says"), [("/nowhere/pagefind", "Pagefind is not installed"), ("/bin/true", "Pagefind stopped at NewIndex")])
def test_a_pagefind_that_is_missing_or_fails_is_named(small_site: Path, monkeypatch: pytest.MonkeyPatch, program: str, says: str) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", program)
    with pytest.raises(NotIndexed, match=says):
        index(small_site, FINDINGS)


def test_a_failed_index_fails_the_build_in_plain_words_and_leaves_the_last_site(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert project.run("hooks", "build").returncode == 0
    before = contents(project.root / "site")
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/nowhere/pagefind")
    project.replace("data/events.yml", "The parties meet at Bucharest", "The parties met at Bucharest")
    done = project.run("hooks", "build")
    assert done.returncode == 1
    assert "the search could not be made" in done.stderr and "Pagefind is not installed" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(project.root / "site") == before
