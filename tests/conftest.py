"""Ground for the tests: a very small edition that every test may break in its own copy, and the real site, built once."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from hooks.__main__ import main
from hooks.editions.chromium import HELP, LAUNCH, find

ROOT = Path(__file__).parent.parent
EXAMPLE = Path(__file__).parent / "example"


@dataclass
class Project:
    """A copy of the very small edition in a folder of its own."""

    root: Path

    def read(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str | bytes) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace a text that must be there, once."""
        text = self.read(name)
        assert text.count(old) >= 1, f"{old!r} is not in {name}"
        self.write(name, text.replace(old, new, 1))

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Call python -m …, in the project's folder."""
        return subprocess.run([sys.executable, "-m", *arguments], cwd=self.root, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture(scope="session")
def references(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What pandoc writes for the very small edition, so that not every test must call it."""
    folder = tmp_path_factory.mktemp("references")
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    Project(folder).run("hooks", "check")
    return folder / ".cache"


@pytest.fixture
def project(tmp_path: Path, references: Path) -> Project:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    shutil.copytree(references, tmp_path / ".cache", dirs_exist_ok=True)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("hooks/", f"{ROOT}/hooks/")
    config = re.sub(r"\nnav:.*", "\nnav: [index.md, chapters/06-a-re-emerging-crisis.md, timeline/index.md, about/index.md]\n", config, flags=re.S)
    (tmp_path / "mkdocs.yml").write_text(config.replace("watch: [data, hooks]", "not_in_nav: '*/index.md'"), encoding="utf-8")
    return Project(tmp_path)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built with --strict as readers get it."""
    folder = tmp_path_factory.mktemp("built") / "site"
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find()
    assert path, HELP
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=LAUNCH)
        yield browser
        browser.close()


@pytest.fixture
def checked(project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[[], tuple[int, str]]:
    """What `python -m hooks check` returns for the project, and what it prints as errors."""

    def check() -> tuple[int, str]:
        monkeypatch.chdir(project.root)
        code = main(["check"])
        return code, capsys.readouterr().err

    return check


@pytest.fixture
def mistakes(checked: Callable[[], tuple[int, str]]) -> Callable[[], list[str]]:
    """The lines that `python -m hooks check` prints for a broken project; each must say where, what is wrong and what to do."""

    def check() -> list[str]:
        code, said = checked()
        assert code == 1, said
        lines = said.splitlines()
        assert [line for line in lines if not re.match(r"([^:\s]+:[1-9]\d*: .|and \d+ more).*; .", line)] == []
        return lines

    return check
