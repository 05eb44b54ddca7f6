"""The index of the search, made by Pagefind from the pages as they were built.

Pagefind's own command reads a folder in the order of the file system, and numbers the pages so: two machines would make
two different indexes. Here it gets the pages one by one, in the order of their paths, by the messages that its wrappers
for Python and Node send it. (The one for Python rests a tenth of a second after each page, which is why it is not used.)
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from fnmatch import fnmatch
from html import escape
from pathlib import Path
from typing import Any

from pagefind.service import get_executable

from . import addresses
from .archive.writing import write
from .edition import Edition
from .pages import GeneratedPage
from .pages.finding import Finding
from .pages.prose import finding

NO_TEXT_OF_THEIR_OWN = (
    # notes, marks and marginal figures, which would break the sentences of excerpts
    ".pn", ".note-ref", ".notes", ".back", ".vh", ".seen", ".word", ".reading", ".kicker", "thead", 'a[href^="http"]',
    # facts about a record, which hooks/pages/finding.py gives in better words
    ".facts",
    # drawings, and lists that repeat what other pages say
    "figure.drawing", ".key-line", ".acts", ".conflict .chain", ".keydates", ".endnotes", ".turn", ".onward", "#told-in", "#events", "#letters",
    "#sent", "#received", "#concerned", "#members", "#exchange", "#neighbours", "#entries", "#known-through", "#not-seen", "#coverage", "#clocks",
    ".corrected dt", ".rival .none",
)  # fmt: skip
"""What stands on a page and is not indexed, as CSS selectors."""

_KEPT = ".pagefind"
_UNUSED = ("pagefind.js", "pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")
_CHUNK = 2000
"""A tenth of Pagefind's own size for the parts of its index, so that a first query of several words stays small."""


class NotIndexed(Exception):
    """Pagefind is missing or failed; the text says how."""


def searched(edition: Edition, made: Iterable[GeneratedPage]) -> Mapping[str, Finding]:
    """The pages that are to be found, by their addresses, with what they are found by; `made` are the generated ones."""
    found = {page.uri: page.finding for page in made} | {page.src_uri: finding(page) for page in edition.prose}
    return {addresses.url(uri): words for uri, words in found.items() if words}


def index(site: Path, pages: Mapping[str, Finding]) -> None:
    """Write the index of a built site to `site`/pagefind.

    `pages` holds the address of each page that is to be found, and with it the fields of the index that the page gets
    besides its text. They are put into the HTML only on its way to Pagefind, so that readers do not load them. Where an
    index was kept, it is taken instead. Raises NotIndexed where Pagefind is missing or fails.
    """
    if (site / _KEPT).is_dir():
        shutil.copytree(site / _KEPT, site / "pagefind", copy_function=_link)
        return
    with _pagefind() as pagefind:
        made = pagefind.ask("NewIndex", config={"exclude_selectors": NO_TEXT_OF_THEIR_OWN})["index_id"]
        for address, found in sorted(pages.items()):
            html = (site / address / "index.html").read_text(encoding="utf-8")
            pagefind.ask("AddFile", index_id=made, file_path=f"{address}index.html", file_contents=_marked(html, found.fields))
        for file in pagefind.ask("GetFiles", index_id=made)["files"]:
            if not any(fnmatch(file["path"], pattern) for pattern in _UNUSED):
                write(site / "pagefind" / file["path"], base64.b64decode(file["content"]))


def keep(site: Path) -> None:
    """Keep the index of a site for the next builds into its folder, which MkDocs empties but for what a dot hides."""
    shutil.copytree(site / "pagefind", site / _KEPT, dirs_exist_ok=True)


def _link(one: str, two: str) -> None:
    """The same file under a second name, which is quicker than a copy; a copy where the disk has no such names."""
    try:
        os.link(one, two)
    except OSError:
        shutil.copy2(one, two)


def _marked(html: str, fields: Mapping[str, str]) -> str:
    """A page with its text marked as what is to be indexed, and its fields as attributes."""
    names = ",".join(f"{name}[data-{name}]" for name in fields)
    values = " ".join(f'data-{name}="{escape(text)}"' for name, text in fields.items())
    return html.replace("<main ", f'<main data-pagefind-body data-pagefind-meta="{names}" {values} ', 1)


class _Pagefind:
    """A running Pagefind: messages are JSON in base64, with a comma after each."""

    def __init__(self, process: subprocess.Popen[bytes]):
        self._process, self._number = process, 0

    def ask(self, type: str, **payload: Any) -> dict[str, Any]:
        """Send a message and return the payload of its answer. Raises NotIndexed where the answer is an error, or none."""
        assert self._process.stdin and self._process.stdout
        self._number += 1
        message = {"message_id": self._number, "payload": {"type": type, **payload}}
        try:
            self._process.stdin.write(base64.b64encode(json.dumps(message).encode()) + b",")
            self._process.stdin.flush()
            answer = json.loads(base64.b64decode(_until_comma(self._process.stdout).rstrip(b",")))["payload"]
        except (OSError, ValueError, KeyError):
            raise NotIndexed(f"Pagefind stopped at {payload.get('file_path', type)}") from None
        if answer["type"] == "Error":
            raise NotIndexed(f"Pagefind said of {payload.get('file_path', type)}: {answer['message']}")
        return dict(answer)


def _until_comma(stream: Any) -> bytes:
    read = bytearray()
    while not read.endswith(b",") and (waiting := stream.peek()):
        read += stream.read((waiting.find(b",") + 1) or len(waiting))
    return bytes(read)


@contextmanager
def _pagefind() -> Iterator[_Pagefind]:
    program = get_executable()
    if program is None or not Path(program).exists():
        raise NotIndexed("Pagefind is not installed; install the packages of requirements.lock again")
    environment = {**os.environ, "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(_CHUNK)}
    with subprocess.Popen([program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
        try:
            yield _Pagefind(process)
        finally:
            process.kill()
            with suppress(OSError):  # what it did not read cannot be sent any more
                process.stdin.close()  # type: ignore[union-attr]
