"""`make editions`: what an editor calls, sees and gets, with the very small edition."""

from __future__ import annotations

from zipfile import ZipFile

from lxml import html

from hooks.exports.ready import FORMS
from tests.conftest import Project


def home(project: Project, site: str = "site") -> html.HtmlElement:
    return html.fromstring(project.read(f"{site}/index.html"))


def test_three_files_are_written_and_the_next_build_offers_them_with_their_sizes(project: Project) -> None:
    done = project.run("hooks", "editions")
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert [line.split(":")[0] for line in lines] == [f"editions/{name}" for name in FORMS]
    with ZipFile(project.root / "editions/tirana-moscow-offline.zip") as archive:
        assert not [name for name in archive.namelist() if "editions/" in name]
        assert b"editions/" not in archive.read("tirana-moscow/index.html")
        assert "python3 -m http.server" in archive.read("tirana-moscow/READ-ME-FIRST.txt").decode()
    assert project.run("hooks", "build").returncode == 0
    for name, line in zip(FORMS, lines, strict=True):
        assert (project.root / "site/editions" / name).read_bytes() == (project.root / "editions" / name).read_bytes()
        link = home(project).xpath(f"//a[contains(@href, '{name}')]")[0]
        assert link.tail.strip(" ,.()") == line.split(": ")[1]


def test_without_them_the_home_page_offers_nothing(project: Project) -> None:
    done = project.run("hooks", "build")
    assert done.returncode == 0, done.stderr
    assert home(project).xpath("//a[contains(@href, 'editions/')]") == []
    assert not (project.root / "site/editions").exists()


def test_only_those_that_are_there_are_offered(project: Project) -> None:
    project.write("editions/tirana-moscow.epub", b"x" * 1234)
    assert project.run("hooks", "build").returncode == 0
    assert [link.text + link.tail for link in home(project).xpath("//a[contains(@href, 'editions/')]")] == ["EPUB (1 kB)."]


def test_a_version_without_a_day_is_named_and_the_old_files_stay(project: Project) -> None:
    project.replace("CITATION.cff", "date-released: 2026-11-22\n", "")
    project.write("editions/tirana-moscow.epub", b"old")
    done = project.run("hooks", "editions")
    assert done.returncode == 1
    assert "CITATION.cff:1: has no date-released; add the day of this version, which the book carries" in done.stderr
    assert "Traceback" not in done.stderr
    assert project.read("editions/tirana-moscow.epub") == "old"


def test_mistakes_in_the_data_are_named_as_by_a_build(project: Project) -> None:
    project.replace("data/people.yml", "side:", "sied:")
    done = project.run("hooks", "editions")
    assert done.returncode == 1
    assert 'unknown key "sied"; did you mean "side"?' in done.stderr and "Traceback" not in done.stderr
