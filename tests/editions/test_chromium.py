"""A browser on a fresh machine: which ways are tried to install one, and what an editor is told where none leads to it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from hooks.editions import chromium
from tests.conftest import Project

DEBIAN = [["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]]


class Machine:
    """A computer on which some programs are there and the commands of some of them work."""

    def __init__(self, root: bool, programs: tuple[str, ...], working: tuple[str, ...]):
        self.root, self.programs, self.working = root, programs, working
        self.called: list[list[str]] = []

    def run(self, command: list[str]) -> bool:
        self.called.append(command)
        return command[0] in self.working or (command[1:3] == ["-m", "playwright"] and "playwright" in self.working)


@pytest.mark.parametrize(
    ("machine", "found", "called"),
    [
        (Machine(True, ("apt-get",), ("playwright", "apt-get")), "/playwright/chrome", []),
        (Machine(True, ("apt-get",), ("apt-get",)), "/usr/bin/chromium", DEBIAN),
        (Machine(True, ("apt-get", "dnf"), ("dnf",)), "/usr/bin/chromium", [DEBIAN[0], ["dnf", "install", "-y", "-q", "chromium"]]),
        (Machine(True, (), ()), None, []),
        (Machine(False, ("apt-get",), ("apt-get",)), None, []),
    ],
    ids=["Playwright", "Debian", "the first way fails", "no way", "not root"],
)
def test_ways_to_a_browser_are_tried_in_turn(monkeypatch: pytest.MonkeyPatch, machine: Machine, found: str | None, called: list[list[str]]) -> None:
    monkeypatch.setattr(chromium, "_worked", machine.run)
    monkeypatch.setattr(chromium, "playwrights", lambda: "/playwright/chrome" if "playwright" in machine.working else None)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name == "chromium" or name in machine.programs else None)
    monkeypatch.setattr(os, "geteuid", lambda: 0 if machine.root else 1000)
    assert chromium.install() == found
    assert machine.called[0][1:] == ["-m", "playwright", "install", "chromium"] and machine.called[1:] == called


def test_a_command_that_fails_is_no_way() -> None:
    assert chromium._worked(["true"]) and not chromium._worked(["false"])


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("making.find = making.install = lambda: None", "No Chromium was found and none could be installed. Install one"),
        ("making.OLDEST = 9999", "Chromium 9999 or newer is needed for running heads; "),
    ],
    ids=["none", "too old"],
)
def test_without_a_good_browser_no_edition_is_made(project: Project, change: str, expected: str) -> None:
    project.write("editions/tirana-moscow.pdf", b"old")
    code = f"import sys; from hooks import __main__ as program; from hooks.editions import making; {change}; sys.exit(program.main(['editions']))"
    done = subprocess.run([sys.executable, "-c", code], cwd=project.root, capture_output=True, text=True)
    assert done.returncode == 1 and expected in done.stderr and "Traceback" not in done.stderr
    assert project.read("editions/tirana-moscow.pdf") == "old"
