"""Part of make bench: how long an editor of the real site waits, from the saving of a file to the changed page, with `make serve` running, in a copy of the project."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree, ignore_patterns
from statistics import median

from .weights import ENVIRONMENT, ROOT

TIMES = 5
EDITS = {
    "text of a chapter": ("docs/chapters/06-a-re-emerging-crisis.md", " was ", " was now ", "chapters/06-a-re-emerging-crisis/"),
    "summary of an event": ("data/events.yml", "summary: ", "summary: Now ", "timeline/"),
    "title of an event": ("data/events.yml", "title: ", "title: Now ", "timeline/"),
    "name of a person": ("data/people.yml", "name: Enver", "name: Now Enver", "people/hoxha/"),
    "title of a source": ("data/sources.yml", "\n  title: ", "\n  title: Now ", "sources/"),
}
"""What is edited: the file, a text in it and another for it, and the page that is looked at."""
NOT_COPIED = ignore_patterns(".git", ".venv", "site", "editions", "__pycache__", "*_cache")


class Served:
    """A copy of the project while it is served."""

    def __init__(self, root: Path, port: int):
        self.root, self.address = root, f"http://127.0.0.1:{port}"
        self.mount = "/tirana-moscow/"

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=120) as answer:
            return str(answer.read().decode())

    def epoch(self, page: str) -> str:
        """Of which building the page is: what it sends when it asks for news."""
        found = re.search(r"livereload\((\d+), ", self.get(self.mount + page))
        assert found
        return found[1]

    def seconds(self, file: str, old: str, new: str, page: str) -> float:
        """From saving a file to having the changed page; the file is put back, and the server at rest, when this returns."""
        path = self.root / file
        text, epoch = path.read_text(encoding="utf-8"), self.epoch(page)
        start = time.perf_counter()
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        self.get(f"/livereload/{epoch}/1")
        self.get(self.mount + page)
        taken = time.perf_counter() - start
        epoch = self.epoch(page)
        path.write_text(text, encoding="utf-8")
        self.get(f"/livereload/{epoch}/1")
        self.get(self.mount + page)
        time.sleep(0.5)
        return taken


@contextmanager
def _served() -> Iterator[Served]:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = int(one.getsockname()[1])
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "copy"
        copytree(ROOT, root, ignore=NOT_COPIED)
        command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
        server, served = subprocess.Popen(command, cwd=root, env={**ENVIRONMENT, "PYTHONPATH": str(root)}), Served(root, port)
        try:
            while not _answers(served):
                assert server.poll() is None, "the server has ended"
                time.sleep(0.2)
            yield served
        finally:
            server.terminate()
            server.wait()


def _answers(served: Served) -> bool:
    try:
        return bool(served.get(served.mount))
    except (OSError, urllib.error.URLError):
        return False


def main() -> None:
    """A line for each edit: the median of the seconds, and the most."""
    print("\nedited                 seconds to the changed page   at most")
    with _served() as served:
        for name, edit in EDITS.items():
            served.seconds(*edit)  # the first of a kind also makes what later ones keep
            taken = [served.seconds(*edit) for _ in range(TIMES)]
            print(f"{name:22} {median(taken):27.1f} {max(taken):9.1f}", flush=True)


if __name__ == "__main__":
    main()
