"""`python -m hooks build`: the site is built beside site/ and takes its place in one step, when all went well."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from mkdocs.__main__ import cli

_AS_IT_WAS = "The build failed; site/ is as it was."


def build(project: Path) -> int:
    """Build site/ anew, or leave it as it was, whatever happens meanwhile. Returns the exit code."""
    site, new, old = project / "site", project / "site.new", project / "site.old"
    with _alone(project):
        if old.exists() and not site.exists():
            old.rename(site)  # an earlier build ended between the two steps of _put
        shutil.rmtree(new, ignore_errors=True)
        try:
            code = _build(project, new)
            if not code:
                _put(new, site, old)
                return 0
        except KeyboardInterrupt:
            code = 1
            print("Interrupted.", file=sys.stderr)
        except OSError as error:
            code, what = 1, error.strerror or str(error)
            print(f"{error.filename or new.name}: cannot be written ({what}); make room or mend its rights, and build again", file=sys.stderr)
        shutil.rmtree(new, ignore_errors=True)
        print(_AS_IT_WAS, file=sys.stderr)
        return code


def _build(project: Path, new: Path) -> int:
    """Let MkDocs build into a folder, in this process, so that nothing goes on when it is killed."""
    try:
        cli.main(["build", "--strict", "--config-file", str(project / "mkdocs.yml"), "--site-dir", str(new)], "mkdocs", standalone_mode=False)
        return 0
    except click.ClickException as error:
        error.show()
    except click.Abort:
        print("Interrupted.", file=sys.stderr)
    return 1


def _put(new: Path, site: Path, old: Path) -> None:
    """Put the new folder in the place of the old one."""
    shutil.rmtree(old, ignore_errors=True)
    if not site.exists():
        new.rename(site)
    elif _exchange(new, site):
        shutil.rmtree(new, ignore_errors=True)
    else:
        site.rename(old)  # should the process end here, the next build finds the old site
        new.rename(site)
        shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, two: Path) -> bool:
    """Let two folders change places in one step, which Linux can (renameat2 with RENAME_EXCHANGE); False where it did not."""
    if sys.platform != "linux":
        return False
    here, exchange = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of linux/fs.h
    try:
        rename = ctypes.CDLL(None).renameat2
    except AttributeError:
        return False
    return bool(rename(here, os.fsencode(one), here, os.fsencode(two), exchange) == 0)


@contextmanager
def _alone(project: Path) -> Iterator[None]:
    """One build at a time in a project; the lock goes with the process that holds it, however that ends."""
    folder = os.open(project, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another build is running here; waiting until it ends.", file=sys.stderr)
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
