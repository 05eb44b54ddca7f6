"""The guide for contributors: its worked examples work."""

from __future__ import annotations

import re
import shutil

from tests.conftest import ROOT, Project

EXAMPLES = re.findall(r"```(?:yaml|markdown) (\S+)\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.S)


def test_the_examples_can_be_added_to_the_real_edition_as_they_stand(project: Project) -> None:
    for folder in ("data", "docs"):
        shutil.rmtree(project.root / folder)
        shutil.copytree(ROOT / folder, project.root / folder)
    assert [name for name, _ in EXAMPLES] == [
        "docs/chapters/06-a-re-emerging-crisis.md",
        "data/events.yml",
        "data/letters.yml",
        "data/sources.yml",
        "data/corrections.yml",
    ]
    for name, text in EXAMPLES:
        project.write(name, project.read(name) + "\n" + text)
    done = project.run("hooks", "check")
    assert done.returncode == 0, done.stderr


def test_every_command_it_names_exists() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for target in re.findall(r"make (\w+)", guide):
        assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M), f"make {target} does not exist"
