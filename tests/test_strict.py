"""A build with --strict fails on a broken link and says where it stands, and nothing here switches that off."""

from __future__ import annotations

import re

from hooks.handover import configuration
from tests.conftest import ROOT, Project

CHAPTER = "chapters/06-a-re-emerging-crisis.md"
BROKEN = (
    "../about/nope.md",
    "../events/nope.md",
    "../data/nope.csv",
    "../about/",
    "#nope",
    "../about/index.md#nope",
    "../timeline/index.md#nope",
    "../events/bucharest-meeting.md#nope",
)
"""Links that lead nowhere, to files, pages and anchors, written or generated."""
SOUND = ("../about/index.md", "#p1", "../timeline/index.md#bucharest-meeting", "../events/bucharest-meeting.md#evidence")


def test_links_that_lead_nowhere_fail_the_build_and_are_all_named(project: Project) -> None:
    text = project.read(f"docs/{CHAPTER}")
    first = text.count("\n") + 2
    project.write(f"docs/{CHAPTER}", text + "".join(f"\nSee [this]({link}).\n" for link in (*BROKEN, *SOUND)))
    done = project.run("mkdocs", "build", "--strict")
    assert done.returncode == 1
    said = re.findall(rf'^docs/{re.escape(CHAPTER)}:(\d+): links to "([^"]+)".*; ', done.stderr, re.M)
    assert said == [(str(first + 2 * number), link) for number, link in enumerate(BROKEN)]


def test_mkdocs_itself_still_fails_on_what_we_do_not_look_at(project: Project) -> None:
    project.replace("mkdocs.yml", "nav: [index.md,", "nav: [nope.md, index.md,")
    done = project.run("mkdocs", "build", "--strict")
    assert done.returncode == 1
    assert "'nope.md' is included in the 'nav' configuration, which is not found" in done.stderr


def test_the_configuration_warns_of_every_kind_of_broken_link() -> None:
    config = configuration(ROOT)
    assert {name: set(levels.values()) for name, levels in config["validation"].items()} == {"nav": {"warn"}, "links": {"warn"}}
    assert set(config["validation"]["links"]) == {"not_found", "anchors", "absolute_links", "unrecognized_links"}
    assert config.get("strict") is not False


def test_no_command_builds_the_site_with_a_flag_that_hides_warnings() -> None:
    # With --quiet MkDocs does not count warnings, with --verbose it does not look at anchors; both then exit with 0.
    files = [ROOT / "Makefile", *(ROOT / "hooks").rglob("*.py"), *(ROOT / ".github").rglob("*.yml")]
    found = [
        (path.name, line)
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"(mk|proper)docs\b.*\bbuild\b", line)
    ]
    assert [line for _, line in found if re.search(r"(?<![\w-])(-q|-v|--quiet|--verbose)(?![\w-])", line)] == []
