"""Compare a site that another generator built with ours: python -m tests.outlive OURS THEIRS.

OURS is what `make build` writes; THEIRS is built from the files of `python -m hooks pages`, or by ProperDocs from mkdocs.yml.
Prints how many pages, links, files and texts there are and what differs; exits with 1 if a page, a link, a file or
a word of text is lost.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html

from tests.test_built_site import targets

SHOWN = 20
"""How many differences of a kind are printed."""
MADE_BY_THE_GENERATOR = ("assets", "pagefind", "search", "sitemap.xml.gz")
"""Files that each generator makes in its own way, by the first part of their path."""


@dataclass
class Site:
    """What a reader can meet in a site, as sets that can be compared."""

    pages: set[str]
    links: set[tuple[str, str, str]]
    """Page, target, and anchor; a target elsewhere is a whole address."""
    files: set[str]
    texts: set[tuple[str, str]]
    """Page, and the letters of its main part without the blanks between them."""


def read(folder: Path) -> Site:
    """Every page of a built site with its links, and every other file."""
    site = Site(set(), set(), set(), set())
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".html":
            address, page = name.removesuffix("index.html"), html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
            site.pages.add(address)
            site.links |= {(address, *target) for target in targets(address, page)}
            site.links |= {(address, href, "") for href in page.xpath("//a/@href") if urlsplit(href).scheme}
            site.texts |= {(address, "".join(main.text_content().split())) for main in page.iter("main")}
        elif path.is_file() and name.split("/")[0] not in MADE_BY_THE_GENERATOR:
            site.files.add(name)
    return site


def compare(ours: Site, theirs: Site) -> list[str]:
    """A line for each thing that theirs lacks; what it has besides is no loss."""
    lost = [f"page lost: {page}" for page in sorted(ours.pages - theirs.pages)]
    for page, target, anchor in sorted(link for link in ours.links - theirs.links if link[0] in theirs.pages):
        lost.append(f"link lost: {page or 'home'} to {target}{'#' + anchor if anchor else ''}")
    lost += [f"file lost: {name}" for name in sorted(ours.files - theirs.files)]
    return lost + [f"text differs: {page or 'home'}" for page, _ in sorted(ours.texts - theirs.texts) if page in theirs.pages]


def main(arguments: list[str]) -> int:
    ours, theirs = (read(Path(folder)) for folder in arguments)
    for name in ("pages", "links", "files", "texts"):
        mine, other = getattr(ours, name), getattr(theirs, name)
        print(f"{name}: ours {len(mine)}, theirs {len(other)}, the same {len(mine & other)}")
    lost = compare(ours, theirs)
    print("\n".join([*lost[:SHOWN], f"and {len(lost) - SHOWN} more"] if len(lost) > SHOWN else lost) or "nothing is lost")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
