"""What the workflows may do: run exactly the code that was looked at, with no more rights than each job needs."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOWS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / ".github/workflows").glob("*.yml"))}
READ = {"contents": "read"}
RIGHTS = {
    ("site", "build"): READ,
    ("site", "pythons"): READ,
    ("site", "deploy"): {"pages": "write", "id-token": "write"},
    ("upkeep", "links"): READ,
    ("upkeep", "zensical"): READ,
    ("upkeep", "properdocs"): READ,
    ("upkeep", "audit"): READ,
}
"""All rights of all jobs. Whoever adds one says so here."""


def jobs(name: str) -> dict[str, Any]:
    return dict(yaml.safe_load(WORKFLOWS[name])["jobs"])


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_named_by_its_commit_with_the_version_beside_it(name: str) -> None:
    used = re.findall(r"^\s*-?\s*uses:\s*(.+)$", WORKFLOWS[name], re.M)
    assert used
    assert [line for line in used if not re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_every_job_has_the_rights_that_are_written_here_and_none_by_default() -> None:
    assert {name: yaml.safe_load(text)["permissions"] for name, text in WORKFLOWS.items()} == {key: {} for key in WORKFLOWS}
    assert {(name, job): given.get("permissions") for name in WORKFLOWS for job, given in jobs(name).items()} == RIGHTS


@pytest.mark.parametrize("name", WORKFLOWS)
def test_nothing_from_outside_is_put_into_a_command_and_no_credentials_are_kept(name: str) -> None:
    steps = [step for job in jobs(name).values() for step in job["steps"]]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []
    assert [step for step in steps if "checkout" in step.get("uses", "") and step["with"]["persist-credentials"] is not False] == []


def test_upkeep_holds_nothing_up() -> None:
    whole = yaml.safe_load(WORKFLOWS["upkeep"])
    assert set(whole[True]) == {"schedule", "workflow_dispatch"}  # YAML 1.1 reads the key "on" as yes
    assert whole["jobs"]["links"]["continue-on-error"] is True
    assert "upkeep" not in WORKFLOWS["site"]


def test_the_lock_is_renewed_by_hand_and_dependabot_only_mends_faults_in_it() -> None:
    updates = {
        entry["package-ecosystem"]: entry for entry in yaml.safe_load((ROOT / ".github/dependabot.yml").read_text(encoding="utf-8"))["updates"]
    }
    assert set(updates) == {"github-actions", "pip"}
    assert updates["pip"]["open-pull-requests-limit"] == 0
    assert {group["applies-to"] for group in updates["pip"]["groups"].values()} == {"security-updates"}
