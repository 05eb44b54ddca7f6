"""The one file MkDocs calls: event handlers of a few lines, no state, no logic."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import material
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from hooks import addresses
from hooks.archive import BadArchive
from hooks.edition import Edition, open_edition
from hooks.indexing import NotIndexed, index, keep
from hooks.pages import GeneratedPage, generated_files, generated_pages
from hooks.pages.prose import description, finding, framed


class MadePage(Page):
    """A page whose text hooks/pages has made: MkDocs reads and converts nothing for it."""

    def __init__(self, made: GeneratedPage, file: File, config: MkDocsConfig):
        super().__init__(made.title, file, config)
        self.made = made

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {"title": self.made.title, "description": self.made.description, "side": self.made.side, "side_title": self.made.side_title}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content, self.toc = self.made.html, TableOfContents([])


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything before MkDocs empties the folder of the last good site."""
    project = Path(config.config_file_path).parent

    def make_markdown(citing: Any) -> Markdown:
        return Markdown(extensions=[*config.markdown_extensions, citing], extension_configs=config.mdx_configs)

    try:
        edition = open_edition(project, make_markdown)
    except BadArchive as error:
        count = len(error.problems)
        raise PluginError(f"{count} mistake{'s' if count > 1 else ''} in data/ or docs/; nothing was built\n{error}") from None
    config.markdown_extensions.append(edition.citing)  # type: ignore[arg-type]
    config.extra["edition"] = edition
    config.extra["findings"] = {}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages; leave out the style sheets and scripts of Material, which no page loads."""
    theme = Path(material.__file__).parent
    for file in [file for file in files if file.src_dir and Path(file.src_dir).is_relative_to(theme)]:
        files.remove(file)
    for made in generated_pages(config.extra["edition"]):
        inclusion = InclusionLevel.UNDEFINED if made.in_nav else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, made.uri, content="", inclusion=inclusion)
        file.edit_uri = f"../{made.made_from}"
        file.page = MadePage(made, file, config)
        files.append(file)
        if made.finding:
            config.extra["findings"][addresses.url(made.uri)] = made.finding.fields
    for uri, text in generated_files(config.extra["edition"]):
        files.append(File.generated(config, uri, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Tell the citing extension which page comes next, and the page its description."""
    if not isinstance(page, MadePage):
        edition: Edition = config.extra["edition"]
        prose = edition.page(page.file.src_uri)
        edition.citing.begin(prose.src_uri, prose.title, prose.text)
        page.meta["description"] = description(prose)
        if words := finding(prose):
            config.extra["findings"][page.url] = words.fields


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str | None:
    """Frame what was written."""
    edition: Edition = config.extra["edition"]
    return None if isinstance(page, MadePage) else framed(edition, edition.page(page.file.src_uri), html)


def on_post_build(config: MkDocsConfig) -> None:
    """Index the built pages for the search."""
    try:
        index(Path(config.site_dir), config.extra["findings"])
    except NotIndexed as error:
        raise PluginError(f"the search could not be made, and without it the site is not whole; {error}") from None


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """While editing, the index of the first build stays: making it anew would keep editors waiting at every change."""
    keep(Path(config.site_dir))
    return server
