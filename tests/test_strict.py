"""A build with --strict fails on a broken link and says where it stands, and nothing here switches that off."""

from __future__ import annotations

import re

from hooks.handover import configuration
from tests.conftest import ROOT, Project

CHAPTER = "chapters/06-a-re-emerging-crisis.md"
BROKEN = {
    "../about/nope.md": "the target 'about/nope.md' is not found",
    "../events/nope.md": "the target 'events/nope.md' is not found",
    "../data/nope.csv": "the target 'data/nope.csv' is not found",
    "/about/": "contains an absolute link '/about/'",
    "../about/": "contains an unrecognized relative link '../about/'",
    "#nope": "a link '#nope', but there is no such anchor on this page",
    "../about/index.md#nope": "'about/index.md' does not contain an anchor '#nope'",
    "../timeline/index.md#nope": "'timeline/index.md' does not contain an anchor '#nope'",
    "../events/bucharest-meeting.md#nope": "'events/bucharest-meeting.md' does not contain an anchor '#nope'",
}
"""Links that lead nowhere, to files, pages and anchors, written or generated, and what must be said of each."""
SOUND = ("../about/index.md", "#p1", "../timeline/index.md#bucharest-meeting", "../events/bucharest-meeting.md#evidence")


def test_links_that_lead_nowhere_fail_the_build_and_are_all_named(project: Project) -> None:
    project.write(f"docs/{CHAPTER}", project.read(f"docs/{CHAPTER}") + "".join(f"\nSee [this]({link}).\n" for link in (*BROKEN, *SOUND)))
    done = project.run("mkdocs", "build", "--strict")
    assert done.returncode == 1
    warnings = [line for line in done.stderr.splitlines() if line.startswith("WARNING")]
    assert all(CHAPTER in line for line in warnings)
    assert [said for said in BROKEN.values() if not any(said in line for line in warnings)] == []
    assert len(warnings) == len(BROKEN)


def test_one_broken_anchor_is_enough_for_make_build(project: Project) -> None:
    project.write(f"docs/{CHAPTER}", project.read(f"docs/{CHAPTER}") + "\nSee [this](../timeline/index.md#nope).\n")
    done = project.run("hooks", "build")
    assert done.returncode == 1
    assert "'timeline/index.md' does not contain an anchor '#nope'" in done.stdout + done.stderr
    assert not (project.root / "site").exists()


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
