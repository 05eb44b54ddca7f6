"""The site outlives its tools: written out as files, it is built whole by a generator that knows nothing of us."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.conftest import Project
from tests.outlive import Site, compare, read


@pytest.fixture
def built(project: Project) -> tuple[Site, Site, Path]:
    """The very small edition as we build it, as MkDocs alone builds what was written out, and the folder of the latter."""
    project.replace(
        "docs/about/index.md", "\n---\n", "\n---\nAs the [chapter](../chapters/06-a-re-emerging-crisis.md#p1) says.\n\n??? note\n    Folded.\n"
    )
    assert project.run("mkdocs", "build", "--strict").returncode == 0
    done = project.run("hooks", "pages", "out")
    assert done.returncode == 0, done.stderr
    plain = Project(project.root / "out")
    done = plain.run("mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    return read(project.root / "site"), read(plain.root / "site"), plain.root


def test_no_page_link_file_or_word_is_lost(built: tuple[Site, Site, Path]) -> None:
    ours, theirs, _ = built
    assert len(ours.pages) > 20 and len(ours.links) > 200
    assert compare(ours, theirs) == []


def test_what_is_written_out_asks_for_nothing_of_ours(built: tuple[Site, Site, Path]) -> None:
    config = yaml.safe_load((built[2] / "mkdocs.yml").read_text(encoding="utf-8"))
    assert not {"hooks", "markdown_extensions", "watch"} & set(config) and config["plugins"] == []


def test_search_and_policy_are_added_afterwards(project: Project, built: tuple[Site, Site, Path]) -> None:
    done = project.run("hooks", "finish", "out/site")
    assert done.returncode == 0, done.stderr
    page = (built[2] / "site/chapters/06-a-re-emerging-crisis/index.html").read_text(encoding="utf-8")
    assert page.count("Content-Security-Policy") == 1
    assert (built[2] / "site/pagefind/pagefind-entry.json").is_file()


def test_a_loss_is_named() -> None:
    ours = Site({"", "a/"}, {("", "a", "x"), ("a/", ".", "")}, {"data/a.csv"}, {("", "one two")})
    theirs = Site({""}, set(), set(), {("", "one")})
    assert compare(ours, theirs) == ["page lost: a/", "link lost: home to a#x", "file lost: data/a.csv", "text differs: home"]
