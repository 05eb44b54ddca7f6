"""The site as a zip to be opened from a folder, where an address must name its file and scripts of a page do not run."""

from __future__ import annotations

import posixpath
import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from .book import Book

FOLDER = "tirana-moscow"
LEFT_OUT = ("404.html", "sitemap.xml", "sitemap.xml.gz", "editions")
"""What only a server answers with, and the editions themselves."""
FIRST = """\
Open index.html in a browser. Everything can be read without a connection.

Browsers do not let pages that are opened from a folder run a search. For the
search, the choices on the timeline and notes that open in place, serve the
folder to yourself:

    python3 -m http.server

in this folder, and open http://localhost:8000/ .

{version}, from {address}
"""
_LINK = re.compile(r"""(<[^>]*?\b(?:href=|content="0; ?url=)["']?)([^"'#?>\s]+)""")


def write_offline(site: Path, book: Book, path: Path) -> None:
    """Write the built site to a zip, every file dated alike, so that the same site gives the same bytes.

    The zip holds one folder. Its pages are those of the site, with links that name their files; READ-ME-FIRST.txt says what a browser forbids.
    """
    first = FIRST.format(version=book.version, address=book.address)
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        _put(archive, "READ-ME-FIRST.txt", first.encode(), book.day)
        for file in sorted(file for file in site.rglob("*") if file.is_file()):
            name = file.relative_to(site).as_posix()
            if name.split("/")[0] not in LEFT_OUT:
                content = file.read_bytes()
                _put(archive, name, _for_folder(content.decode(), name, site).encode() if file.suffix == ".html" else content, book.day)


def _put(archive: ZipFile, name: str, content: bytes, day: str) -> None:
    year, month, date = map(int, day.split("-"))
    entry = ZipInfo(f"{FOLDER}/{name}", (year, month, date, 12, 0, 0))
    entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, 0o644 << 16, 3
    archive.writestr(entry, content)


def _for_folder(page: str, name: str, site: Path) -> str:
    """A page whose links to folders of the site lead to the index.html in them."""
    folder = posixpath.dirname(name)
    return _LINK.sub(lambda found: found[1] + _file(found[2], folder, site), page)


@cache
def _file(path: str, folder: str, site: Path) -> str:
    parts = urlsplit(path)
    if parts.scheme or parts.netloc or not (site / folder / path / "index.html").is_file():
        return path
    return posixpath.join(path, "index.html")
