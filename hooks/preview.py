"""What an editor sees while `make serve` runs: pages written when they are asked for, and mistakes shown on them."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from html import escape
from pathlib import Path
from typing import Any

from .archive import writing
from .archive.problems import BadArchive
from .archive.store import quiet_collector
from .edition import Kept
from .pages.mistakes import template_mistake

_PANEL = """<style>
#mistakes {{ position: fixed; inset: auto 0 0; z-index: 9; max-height: 60vh; overflow: auto; padding: 1rem 1.5rem;
  border-top: 4px solid #b3261e; background: #fff; color: #1c1b19; font: 15px/1.5 system-ui, sans-serif; }}
#mistakes b {{ font-weight: 600; }}
#mistakes pre {{ margin: .5rem 0 0; padding: 0; border: 0; background: none; color: inherit;
  font: 13px/1.6 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }}
@media (prefers-color-scheme: dark) {{ #mistakes {{ background: #211f1d; color: #eee; border-color: #f2b8b5; }} }}
</style><div id="mistakes" role="alert"><b>{}</b><pre>{}</pre></div>"""
_NOT_BUILT, _NOT_STRICT = "These are the pages before the last change, which cannot be shown:", "With this the site will not be built:"
_NOT_WRITTEN = "Not all pages can be written:"
_EMPTY = '<!doctype html><meta charset="utf-8"><title>Not written</title><meta http-equiv="refresh" content="2"><body></body>'

_SECONDS_BETWEEN_LOOKS = 0.1
"""A look at the 230 files and folders of the project takes three thousandths of a second."""


class Preview:
    """The site as it is served to one editor."""

    def __init__(self) -> None:
        self.is_lazy = False
        """Whether pages are written when they are asked for: from the second building on."""
        self.panel = ""
        """What is wrong, as HTML; empty where nothing is."""
        self.kept = Kept()
        self._lock = threading.RLock()
        self._pages: dict[str, Callable[[], str]] = {}
        self._site = Path()
        self._file: Callable[[str], str | bytes | None] = lambda name: None

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """While this lasts, pages are written as in any building."""
        self.is_lazy = False
        try:
            yield
        finally:
            self.is_lazy = True

    def begin(self, site: Path, file: Callable[[str], str | bytes | None]) -> None:
        """A new building has passed its checks: forget the pages of the one before. `file` makes a file that is no page."""
        self._pages, self._site, self._file = {}, site, file

    def write_later(self, url: str, write: Callable[[], str]) -> None:
        """Remember how a page is written, when somebody asks for it."""

        def at_once() -> str:
            with self._at_once():
                return write()

        self._pages[url] = at_once

    def attach(self, server: Any, watched: Iterable[str]) -> None:
        """Stand between MkDocs' server and the browser, and between it and the building of the site.

        `watched` are the paths that it may be watching by now.
        """
        build, answer = server.builder, server.serve_request
        server.builder = lambda: self._build(build)
        server.set_app(lambda environ, start: self._answer(answer, server.mount_path, environ, start))
        logging.getLogger("mkdocs.commands.build").addFilter(lambda record: not str(record.msg).startswith("Page skipped"))
        self.is_lazy = True
        _look_oftener(server, watched)

    def _build(self, build: Callable[[], None]) -> None:
        """Build anew. MkDocs would let every request wait until a mistake is mended; here the last good pages stay, with the mistake."""
        with self._lock, quiet_collector(), _listening() as said:
            for heard in logging.getLogger("mkdocs.commands.build").filters:
                getattr(heard, "msgs", set()).clear()  # else MkDocs says a mistake that is still there only the first time
            try:
                build()
                self.panel = _PANEL.format(_NOT_STRICT, escape("\n".join(said))) if said else ""
            except (Exception, SystemExit) as error:
                self._failed(error, said)

    def _failed(self, error: BaseException, said: list[str], what: str = _NOT_BUILT) -> None:
        own = str(error) if isinstance(error, BadArchive) else template_mistake(error)
        named = getattr(error, "format_message", lambda: own)()  # else the code is at fault
        if not isinstance(error, SystemExit):  # what MkDocs gives up with it has said before
            said = [*said, named or "".join(traceback.format_exception_only(error))]
            print(named or "".join(traceback.format_exception(error)), file=sys.stderr)
        self.panel = _PANEL.format(what, escape("\n".join(said)))

    def _answer(self, answer: Callable[..., Iterable[bytes] | None], mount: str, environ: Any, start: Callable[..., Any]) -> Iterable[bytes]:
        path = str(environ["PATH_INFO"]).encode("latin-1").decode("utf-8", "replace")
        if path.startswith("/livereload/"):
            return answer(environ, start) or ()
        url = path.removeprefix(mount)
        page = url.removesuffix("index.html")
        while True:
            self._prepare(url, page)
            held: list[tuple[str, list[tuple[str, str]]]] = []
            body = b"".join(answer(environ, lambda status, headers, *_: held.append((status, headers))) or ())  # noqa: B023
            if not (held[0][0].startswith("404") and page in self._pages):
                break  # else the site was built anew between the writing of the page and the answer
        status, headers = held[0]
        if self.panel and dict(headers).get("Content-Type", "").startswith("text/html"):
            body = (_EMPTY.encode() if b"</body>" not in body else body).replace(b"</body>", self.panel.encode() + b"</body>")
            headers = [pair for pair in headers if pair[0] != "Content-Length"] + [("Content-Length", str(len(body)))]
        start(status, headers)
        return [body]

    def _prepare(self, url: str, page: str) -> None:
        """Write what lies at an address, unless it was written before."""
        with self._lock:
            if page in self._pages:
                self._put(f"{page}index.html", self._pages.pop(page))
            elif url and not url.endswith("/") and not (self._site / url).exists():
                self._put(url, lambda: self._file(url))

    def _put(self, name: str, write: Callable[[], str | bytes | None]) -> None:
        try:
            content = write()
        except Exception as error:
            self._failed(error, [], _NOT_WRITTEN)
            content = _EMPTY
        if content is not None:
            writing.write(self._site / name, content if isinstance(content, bytes) else content.encode("utf-8", "xmlcharrefreplace"))


def _look_oftener(server: Any, watched: Iterable[str]) -> None:
    """Have changes noticed at once: of the time an editor waits, MkDocs spends a quarter of a second on average before it looks."""
    again = []
    for path in watched:
        with suppress(KeyError):  # not watched
            server.unwatch(path)
            again.append(path)
    server.observer = type(server.observer)(timeout=_SECONDS_BETWEEN_LOOKS)
    for path in again:
        server.watch(path)


@contextmanager
def _listening() -> Iterator[list[str]]:
    """What MkDocs warns of while this lasts."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)
