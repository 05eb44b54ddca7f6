"""`python -m hooks editions`: write the EPUB, the PDF and the offline copy to editions/."""

from __future__ import annotations

import logging
import shutil
import subprocess
import tempfile
from pathlib import Path

from markdown import Markdown
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from playwright.sync_api import sync_playwright

from ..archive.problems import BadArchive, Problem
from ..edition import Edition
from ..exports.ready import EPUB, OFFLINE, PDF, ready
from ..pages.writer import Writer
from .book import Book, make_book
from .chromium import HELP, LAUNCH, OLDEST, find, install
from .epub import write_epub
from .offline import write_offline
from .pdf import write_pdf


class CannotMake(Exception):
    """Raised with what an editor can do about it."""


def make_editions(project: Path) -> None:
    """Build the site, make the three files from it, and put them in the place of those made before.

    Raises BadArchive for mistakes in CITATION.cff, CannotMake where a program is missing or fails, and SystemExit where the
    site cannot be built; editions/ is then as it was.
    """
    chromium = find() or install()
    if not chromium:
        raise CannotMake(HELP)
    with tempfile.TemporaryDirectory() as name:
        site, made = Path(name) / "site", Path(name) / "editions"
        made.mkdir()
        config = built(project, site)
        edition: Edition = config.extra["edition"]
        book = book_of(config)
        write_offline(site, book, made / OFFLINE)
        try:
            write_epub(edition, book, made / EPUB)
        except subprocess.CalledProcessError:
            raise CannotMake("pandoc did not write the EPUB; mend what it names above") from None
        with sync_playwright() as playwright, playwright.chromium.launch(executable_path=chromium, args=LAUNCH) as browser:
            if int(browser.version.split(".")[0]) < OLDEST:
                raise CannotMake(f"Chromium {OLDEST} or newer is needed for running heads; {chromium} is {browser.version}, renew it")
            write_pdf(Writer(edition, "index.md"), book, made / PDF, browser)
        shutil.rmtree(project / "editions", ignore_errors=True)
        shutil.copytree(made, project / "editions")
    for file in ready(project / "editions"):
        print(f"editions/{file.path.name}: {file.size}")


def built(project: Path, site: Path) -> MkDocsConfig:
    """Build the site to a folder, without links to editions, which would be those of yesterday. Returns its configuration."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site), strict=True)
    config.extra["offline"] = True
    logging.basicConfig(format="%(message)s")  # MkDocs says what is wrong, but only its own command shows it
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return config


def book_of(config: MkDocsConfig) -> Book:
    """The book of a site that was built with this configuration. Raises BadArchive where CITATION.cff names no day."""
    edition: Edition = config.extra["edition"]
    if not edition.imprint.released:
        raise BadArchive([Problem("CITATION.cff", 1, "", "has no date-released; add the day of this version, which the book carries")])
    return make_book(edition, lambda: Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs))
