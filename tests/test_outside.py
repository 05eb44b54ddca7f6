"""Addresses outside this site: all are listed, and what a server answers is told as it is. Nothing here asks the network."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from hooks.outside import Outside, ask, report
from tests.conftest import Project


class Server(BaseHTTPRequestHandler):
    """Some of the ways in which addresses fare."""

    def do_HEAD(self) -> None:
        self.server.agents.add(self.headers["User-Agent"])  # type: ignore[attr-defined]
        self._answer(self.path.split("?")[0])

    do_GET = do_HEAD  # noqa: N815 (http.server names it)

    def _answer(self, path: str) -> None:
        if path == "/slow":
            time.sleep(1.5)
        code = {"/gone": 404, "/broken": 500, "/moved": 301}.get(path, 405 if path == "/no-head" and self.command == "HEAD" else 200)
        self.send_response(code)
        if path == "/moved":
            self.send_header("Location", "/here")
        self.end_headers()
        if path == "/available":
            known = {"available": True, "url": "http://web.archive.org/web/2020/x"} if "gone" in self.path else {}
            self.wfile.write(json.dumps({"archived_snapshots": {"closest": known} if known else {}}).encode())

    def log_message(self, *_: object) -> None:
        """Keep the output of the tests clean."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.agents = set()  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_every_answer_is_told_and_addresses_that_fail_stand_first(server: ThreadingHTTPServer) -> None:
    base = f"http://127.0.0.1:{server.server_port}"
    paths = ("here", "gone", "broken", "moved", "no-head", "slow")
    items = [Outside(f"{base}/{path}", ("sources/one",), f"{base}/copy" if path == "broken" else None) for path in paths]
    items.append(Outside("http://127.0.0.1:1/", ("docs/index.md",), f"{base}/copy"))
    answers = ask(items, "tirana-moscow link check", timeout=0.5, pause=0, availability=f"{base}/available?url=")
    assert {url.removeprefix(base): answer.said for url, answer in answers.items() if url.startswith(base)} == {
        "/here": "200",
        "/gone": "404",
        "/broken": "500",
        "/moved": "200",
        "/no-head": "200",
        "/slow": "no answer in time",
    }
    assert answers["http://127.0.0.1:1/"].said.startswith("no answer: ")
    assert answers[f"{base}/moved"].moved_to == f"{base}/here"
    assert answers[f"{base}/gone"].copy == "http://web.archive.org/web/2020/x"
    assert {answer.copy for url, answer in answers.items() if not url.endswith("gone")} == {""}
    assert server.agents == {"tirana-moscow link check"}  # type: ignore[attr-defined]
    written = report(items, answers).splitlines()
    assert written[0] == "7 addresses; 2 with an archived copy, 0 with the day on which they were looked at. 3 answered, 4 did not."
    assert [line.split(" | ")[0].rpartition("/")[2] for line in written[4:8]] == ["gone", "broken", "slow", ""]


def test_the_list_has_every_address_once_with_where_it_stands_its_copy_and_the_day(project: Project) -> None:
    project.write(
        "data/sources.yml",
        project.read("data/sources.yml")
        + """
- id: two-of-them
  kind: reference
  seen: full
  type: webpage
  title: A page
  language: en
  URL: https://example.org/page
  archived: https://web.archive.org/web/2020/https://example.org/page
  accessed: 2026-11-20
  DOI: 10.1000/182
  links:
    - {url: "https://example.org/other", seen_on: 2026-11-19}
""",
    )
    project.write(
        "docs/index.md", project.read("docs/index.md") + "\n[The same](https://example.org/page), and [a third](https://example.org/third).\n"
    )
    done = project.run("hooks", "links")
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if "example.org" in line or "10.1000" in line]
    assert lines == [
        "| https://doi.org/10.1000/182 | sources/two-of-them |  |  |",
        "| https://example.org/other | sources/two-of-them |  | 2026-11-19 |",
        "| https://example.org/page | sources/two-of-them, docs/index.md | https://web.archive.org/web/2020/https://example.org/page | 2026-11-20 |",
        "| https://example.org/third | docs/index.md |  |  |",
    ]


def test_a_reader_finds_the_archived_copy_on_the_page_of_the_source(project: Project) -> None:
    project.write(
        "data/sources.yml",
        project.read("data/sources.yml")
        + "\n- {id: kept, kind: reference, seen: full, type: webpage, title: Kept, language: en, URL: https://example.org/, archived: https://web.archive.org/web/2020/https://example.org/}\n",
    )
    assert project.run("hooks", "pages", "out").returncode == 0
    page = project.read("out/docs/sources/kept/index.md")
    assert '<dt>Archived copy</dt><dd><a href="https://web.archive.org/web/2020/https://example.org/" rel="external">web.archive.org</a></dd>' in page
