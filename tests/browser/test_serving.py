"""What an editor sees with `make serve`: each change in the open page, each mistake on it and in the terminal, and never the end of the server."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import EXAMPLE, ROOT, Project

CHAPTER = "docs/chapters/06-a-re-emerging-crisis.md"
TEMPLATE = "hooks/pages/templates/event.jinja"
EVENT = "events/bucharest-meeting/"
SOON = 60_000


class Served(Project):
    """A copy of the very small edition, with its own templates, that `mkdocs serve` shows."""

    address: str
    said: list[str]
    """What the terminal shows, by lines."""

    def status(self, path: str) -> int:
        try:
            with urllib.request.urlopen(self.address + path, timeout=60) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code

    @contextmanager
    def changed(self, name: str, old: str, new: str) -> Iterator[None]:
        """The project with one thing written for another, for as long as this lasts."""
        before = self.read(name)
        self.replace(name, old, new)
        try:
            yield
        finally:
            self.write(name, before)

    def wait_for(self, text: str, since: int = 0) -> None:
        end = time.monotonic() + SOON / 1000
        while not any(text in line for line in self.said[since:]):
            assert time.monotonic() < end, "".join(self.said[since:])
            time.sleep(0.05)


def copied(folder: Path) -> Served:
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    nav = "\nnav: [index.md, chapters/06-a-re-emerging-crisis.md, timeline/index.md, about/index.md]\nnot_in_nav: '*/index.md'\n"
    (folder / "mkdocs.yml").write_text(re.sub(r"\nnav:.*", nav, config, flags=re.S), encoding="utf-8")
    return Served(folder)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    project, port = copied(tmp_path_factory.mktemp("served")), free_port()
    project.address, project.said = f"http://127.0.0.1:{port}/tirana-moscow/", []
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=project.root,
        env={**os.environ, "PYTHONPATH": str(project.root), "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        threading.Thread(target=lambda: project.said.extend(iter(server.stderr.readline, "")), daemon=True).start()  # type: ignore[union-attr]
        project.wait_for("Serving on")
        yield project
    finally:
        server.terminate()
        server.wait()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def panel(page: Page) -> Locator:
    return page.get_by_role("alert")


BROKEN = {
    "data": (EVENT, "data/events.yml", "kind: meeting", "kind: meting", 'data/events.yml:3: bucharest-meeting: kind: "meting" is not allowed; use'),
    "a chapter": ("chapters/06-a-re-emerging-crisis/", CHAPTER, "[@griffith1964;", "[@grifith1964;", f'{CHAPTER}:8: cites "grifith1964", which is'),
    "a template": (
        EVENT,
        TEMPLATE,
        "{{ event.title }}",
        "{% if %}{{ event.title }}",
        f"{TEMPLATE}:5: Expected an expression, got 'end of statement block'; mend",
    ),
}
MENDED = {
    "data": ("The parties meet at Bucharest; Kapo comes for Albania", "The parties met at Bucharest"),
    "a chapter": ("by radio what to say", "by telegraph what to say"),
    "a template": ("{{ event.title }}", "Title: {{ event.title }}"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_mistake_shows_on_the_open_page_and_goes_when_it_is_mended(served: Served, page: Page, kind: str) -> None:
    path, file, old, new, message = BROKEN[kind]
    page.goto(served.address + path)
    expect(panel(page)).to_have_count(0)
    since, sound = len(served.said), served.read(file)
    try:
        served.replace(file, old, new)
        expect(panel(page)).to_contain_text(message, timeout=SOON)
        served.wait_for(message, since)
        if kind != "a template":  # without which there is no page
            expect(page.get_by_role("heading", level=1)).to_be_visible()
        was, now = MENDED[kind]
        served.write(file, sound.replace(was, now, 1))
        expect(panel(page)).to_have_count(0, timeout=SOON)
        expect(page.get_by_text(now.partition("{{")[0]).first).to_be_visible(timeout=SOON)
    finally:
        served.write(file, sound)


def test_a_mistake_is_said_again_while_it_is_there(served: Served, page: Page) -> None:
    message = 'data/events.yml:3: bucharest-meeting: kind: "meting"'
    with served.changed("data/events.yml", "kind: meeting", "kind: meting"):
        page.goto(served.address)
        expect(panel(page)).to_contain_text(message, timeout=SOON)
        since = len(served.said)
        with served.changed("data/people.yml", "died: 1985-04-11", "died: 1885-04-11"):
            served.wait_for("data/people.yml:7:", since)
        since = len(served.said)
        served.wait_for(message, since)
        expect(panel(page)).not_to_contain_text("data/people.yml", timeout=SOON)
        expect(panel(page)).to_contain_text(message)
    expect(panel(page)).to_have_count(0, timeout=SOON)


def test_all_mistakes_are_shown_at_once_and_other_pages_are_still_read(served: Served, page: Page) -> None:
    with (
        served.changed("data/events.yml", "place: bucharest", "place: atlantis"),
        served.changed(CHAPTER, "[Hysni Kapo][person:kapo]", "[x][person:nobody]"),
    ):
        page.goto(served.address)
        for message in ('data/events.yml:7: bucharest-meeting: place: "atlantis" is not among', f'{CHAPTER}:8: links to "nobody"'):
            expect(panel(page)).to_contain_text(message, timeout=SOON)
        page.goto(served.address + "people/kapo/")
        expect(panel(page)).to_contain_text("atlantis")
        expect(page.get_by_role("heading", level=1)).to_have_text("Hysni Kapo")
    expect(panel(page)).to_have_count(0, timeout=SOON)


def test_a_new_name_stands_on_every_page_and_in_the_forms_of_citing(served: Served, page: Page) -> None:
    page.goto(served.address + "people/kapo/")
    with served.changed("data/people.yml", "name: Hysni Kapo", "name: Hysni Q. Kapo"):
        expect(page.get_by_role("heading", level=1)).to_have_text("Hysni Q. Kapo", timeout=SOON)
        expect(page.locator("details.cite")).to_contain_text("“Hysni Q. Kapo,”")
        page.goto(served.address + EVENT)
        expect(page.get_by_text("Hysni Q. Kapo").first).to_be_visible()
    expect(page.get_by_text("Hysni Q. Kapo")).to_have_count(0, timeout=SOON)


def test_a_new_record_gets_its_page_and_an_address_without_one_says_so(served: Served, page: Page) -> None:
    assert served.status("events/kapo-returns/") == 404
    new = "- id: kapo-returns\n  title: Kapo returns\n  kind: visit\n  date: 1960-06-28\n  people: [kapo]\n  summary: He went home.\n"
    new += "  statements:\n    - text: He went home.\n      evidence:\n        - {source: cia1962}\n\n"
    page.goto(served.address + "timeline/")
    with served.changed("data/events.yml", "- id: hoxha-plenum", f"{new}- id: hoxha-plenum"):
        expect(page.get_by_role("link", name="Kapo returns").first).to_be_visible(timeout=SOON)
        page.goto(served.address + "events/kapo-returns/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Kapo returns")
        assert served.status("events/nothing/") == 404
    page.goto(served.address + "timeline/")
    expect(page.get_by_role("link", name="Kapo returns")).to_have_count(0, timeout=SOON)
    assert served.status("events/kapo-returns/") == 404


def test_every_page_that_is_asked_for_while_the_site_is_made_anew_answers(served: Served) -> None:
    pages = ["", EVENT, "chapters/06-a-re-emerging-crisis/", "people/kapo/", "css/edition.css", "timeline/"]
    since = len(served.said)
    with served.changed(CHAPTER, "by radio", "by wireless"):
        found = []
        while not any("Reloading browsers" in line for line in served.said[since:]):
            found += [served.status(path) for path in pages]
        assert set(found) == {200}


def test_the_search_works_with_the_index_that_was_kept(served: Served, page: Page) -> None:
    since = len(served.said)
    with served.changed(CHAPTER, "by radio", "by wireless"):
        served.wait_for("Reloading browsers", since)
        page.route("**/livereload/**", lambda route: route.abort())  # a reload meanwhile would close the dialog
        page.goto(served.address + "about/")
        page.get_by_role("button", name="Search").click()
        page.get_by_role("combobox").fill("Kapo")
        expect(page.get_by_role("option").first).to_be_visible(timeout=SOON)


@pytest.fixture
def alone(tmp_path: Path) -> Served:
    return copied(tmp_path)


def test_a_mistake_at_the_start_is_said_like_any_other(alone: Served) -> None:
    """There is no page yet on which it could be shown."""
    alone.replace("data/events.yml", "kind: meeting", "kind: meting")
    done = alone.run("mkdocs", "serve", "--dev-addr", f"127.0.0.1:{free_port()}")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert 'data/events.yml:3: bucharest-meeting: kind: "meting" is not allowed; use' in done.stderr
