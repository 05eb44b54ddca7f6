"""The built site behind a local server, and pages of a real Chromium that looks at it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

PREFIX = "/tirana-moscow/"
"""GitHub Pages serves a project under its name; the tests do too, so that a link from the root cannot pass."""


class _Quiet(SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(PREFIX[:-1])) if path.startswith(PREFIX) else "/nowhere"

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Address of the site, ending in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    server.shutdown()


@pytest.fixture
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of the width that the test asks for by @pytest.mark.parametrize("width", …); 1440 otherwise."""
    options = getattr(request, "param", {})
    context = chromium.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
    yield context.new_page()
    context.close()
