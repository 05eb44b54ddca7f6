"""Whatever happens to a build, site/ is the last good site or the new one, whole, and the next build goes on from there."""

from __future__ import annotations

import hashlib
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hooks import building
from tests.conftest import Project

KILLED_AT = 6
"""Moments, spread over a build, at which one is killed."""
BUILD = [sys.executable, "-m", "hooks", "build"]


def tree(folder: Path) -> str:
    """One word for all that is in a folder."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return hashlib.sha256(b"\0".join(part for path in paths for part in (str(path.relative_to(folder)).encode(), path.read_bytes()))).hexdigest()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Path]]:
    """Where the first test that builds a site leaves it for the others."""
    yield []


@pytest.fixture
def standing(project: Project, built: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with a site that was built, and a change of its data that was not built yet."""
    if not built:
        done = project.run("hooks", "build")
        assert done.returncode == 0, done.stderr
        built.append(shutil.copytree(project.root / "site", tmp_path_factory.mktemp("built") / "site"))
    else:
        shutil.copytree(built[0], project.root / "site")
    project.replace("data/people.yml", "name: Hysni Kapo", "name: Hysni Kapo of Tërbaç")
    return project


def started(project: Project, **options: object) -> subprocess.Popen[str]:
    return subprocess.Popen(BUILD, cwd=project.root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **options)  # type: ignore[call-overload, no-any-return]


def ended(build: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit code of a build and what it said, which is never a traceback."""
    _, said = build.communicate(timeout=120)
    assert "Traceback" not in said, said
    return build.returncode, said


def until(condition: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds} seconds in vain"
        time.sleep(0.005)


def test_a_build_that_is_killed_at_any_moment_leaves_a_whole_site(standing: Project) -> None:
    site = standing.root / "site"
    old, start = tree(site), time.monotonic()
    seen, lasts = [], 0.0
    for moment in range(KILLED_AT):
        build = started(standing)
        if not lasts:  # the first is killed when it writes, and so tells how long one takes at least
            until((standing.root / "site.new").exists)
            lasts = 2 * (time.monotonic() - start)
        else:
            time.sleep(lasts * moment / KILLED_AT)
        build.kill()
        ended(build)
        seen.append(tree(site))
    assert ended(started(standing))[0] == 0
    new = tree(site)
    assert old != new and {*seen} <= {old, new}
    assert not (standing.root / "site.new").exists() and not (standing.root / "site.old").exists()


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "the end of a session"])
def test_a_build_that_is_ended_leaves_the_site_as_it_was(standing: Project, sign: signal.Signals) -> None:
    old = tree(standing.root / "site")
    build = started(standing, preexec_fn=lambda: signal.signal(sign, signal.SIG_DFL))  # for tests may run where the sign is passed over
    until((standing.root / "site.new").exists)
    build.send_signal(sign)
    code, said = ended(build)
    assert code and tree(standing.root / "site") == old
    if sign == signal.SIGINT:
        assert "Interrupted.\nThe build failed; site/ is as it was." in said and not (standing.root / "site.new").exists()


def test_two_builds_at_once_follow_each_other_and_readers_find_a_site_all_the_time(standing: Project) -> None:
    home, missed, stop = standing.root / "site/index.html", [], threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                if not home.read_bytes().rstrip().endswith(b"</html>"):
                    missed.append("half a page")
            except FileNotFoundError:
                missed.append("no page")

    reader = threading.Thread(target=read)
    reader.start()
    try:
        done = [ended(build) for build in [started(standing), started(standing)]]
    finally:
        stop.set()
        reader.join()
    assert [code for code, _ in done] == [0, 0]
    assert sum("Another build is running here; waiting until it ends." in said for _, said in done) == 1
    assert missed == []
    assert "Tërbaç" in (standing.root / "site/people/kapo/index.html").read_text(encoding="utf-8")


def test_where_folders_cannot_change_places_in_one_step_a_build_that_ends_between_two_is_repaired(
    standing: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "_exchange", lambda one, two: False)
    old = tree(standing.root / "site")
    assert building.build(standing.root) == 0
    new = tree(standing.root / "site")
    assert new != old and not [path.name for path in standing.root.glob("site.*")]
    (standing.root / "site").rename(standing.root / "site.old")  # as a build leaves it that ends between the two steps
    standing.replace("data/people.yml", "name: Hysni", "nam: Hysni")
    assert building.build(standing.root) == 1
    assert tree(standing.root / "site") == new


@pytest.fixture
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Project, str], Project]]:
    """Moves a project to a disk of its own, of a given kind; skips where that is not allowed."""
    folder = tmp_path_factory.mktemp("disk")
    mounted = False

    def move(project: Project, options: str) -> Project:
        nonlocal mounted
        if sys.platform != "linux" or os.geteuid() or subprocess.run(["mount", "-t", "tmpfs", "tmpfs", folder], capture_output=True).returncode:
            pytest.skip("only root may mount a disk")
        mounted = True
        shutil.copytree(project.root, folder, dirs_exist_ok=True)
        found = os.statvfs(folder)
        used = (found.f_blocks - found.f_bfree) * found.f_frsize
        subprocess.run(["mount", "-o", f"remount,{options.format(used + 300_000)}", folder], check=True)
        return Project(folder)

    yield move
    if mounted:
        subprocess.run(["umount", "-l", folder], check=True)


@pytest.mark.parametrize("kind", ["a full disk", "a disk that cannot be written"])
def test_a_disk_that_takes_nothing_is_named_and_the_site_stays(standing: Project, disk: Callable[[Project, str], Project], kind: str) -> None:
    moved = disk(standing, "size={}" if kind == "a full disk" else "ro")
    old = tree(moved.root / "site")
    code, said = ended(started(moved))
    reason = (
        "No space left on device|database or disk is full" if kind == "a full disk" else "Read-only file system|attempt to write a readonly database"
    )
    assert code == 1
    assert re.search(rf"(?m)^\S*(site\.new|\.cache)\S*: cannot be written \(({reason})\); make room or mend its rights, and build again$", said), said
    assert said.endswith("The build failed; site/ is as it was.\n") and tree(moved.root / "site") == old


def test_a_file_that_cannot_be_written_whole_is_named_and_the_site_stays(standing: Project) -> None:
    old = tree(standing.root / "site")
    build = started(standing, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)))
    code, said = ended(build)
    assert code == 1 and re.search(r"(?m)^\S+: cannot be written \(File too large\); make room", said), said
    assert tree(standing.root / "site") == old and not (standing.root / "site.new").exists()


def children(of: int) -> list[int]:
    """The processes that a process has started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(words[1]) == of and words[0] != "Z":
            found.append(int(stat.parent.name))
    return found


def is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_no_process_outlives_a_build_that_is_killed(standing: Project) -> None:
    build, helpers = started(standing), set[int]()
    until(lambda: (standing.root / "site.new/404.html").exists() and helpers.update(children(build.pid)) is None and helpers)
    build.kill()
    build.communicate()
    until(lambda: not any(map(is_alive, helpers)), 10)
