"""The one file MkDocs calls: event handlers of a few lines, no logic."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import material
import rcssmin
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
from hooks.exports.ready import ready
from hooks.indexing import NotIndexed, index, keep
from hooks.pages import GeneratedPage, generated_files, generated_pages
from hooks.pages.cite import head
from hooks.pages.prose import description, finding, framed
from hooks.policy import with_policy

_serving = False


class MadePage(Page):
    """A page whose text hooks/pages has made: MkDocs reads and converts nothing for it."""

    def __init__(self, made: GeneratedPage, file: File, config: MkDocsConfig):
        super().__init__(made.title, file, config)
        self.made = made

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {key: getattr(self.made, key) for key in ("title", "description", "head", "side", "side_title")}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content, self.toc = self.made.html, TableOfContents([])
        self.present_anchor_ids = set(re.findall(r'\sid="([^"]+)"', self.made.html))  # MkDocs checks links to them


def on_startup(command: str, **_: Any) -> None:
    """Remember whether pages are only shown here: the script that reloads them is put in afterwards, and a policy would stop it."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything before MkDocs empties the folder of the last good site."""
    project = Path(config.config_file_path).parent

    def make_markdown(citing: Any) -> Markdown:
        return Markdown(extensions=[*config.markdown_extensions, citing], extension_configs=config.mdx_configs)

    try:
        edition = open_edition(project, make_markdown, config.site_url)
    except BadArchive as error:
        count = len(error.problems)
        raise PluginError(f"{count} mistake{'s' if count > 1 else ''} in data/ or docs/; nothing was built\n{error}") from None
    config.markdown_extensions.append(edition.citing)  # type: ignore[arg-type]
    config.extra["edition"] = replace(edition, ready=() if config.extra.get("offline") else ready(project / "editions"))
    config.extra["findings"] = {}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages; leave out the style sheets and scripts of Material, which no page loads; close up ours."""
    theme = Path(material.__file__).parent
    for file in [file for file in files if file.src_dir and Path(file.src_dir).is_relative_to(theme)]:
        files.remove(file)
    for file in files.css_files():
        file.content_string = rcssmin.cssmin(file.content_string)
    try:
        pages = list(generated_pages(config.extra["edition"]))
    except BadArchive as error:
        raise PluginError(str(error)) from None
    for made in pages:
        inclusion = InclusionLevel.UNDEFINED if made.in_nav else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, made.uri, content="", inclusion=inclusion)
        file.edit_uri = f"../{made.made_from}"
        file.page = MadePage(made, file, config)
        files.append(file)
        if made.finding:
            config.extra["findings"][addresses.url(made.uri)] = made.finding.fields
    for uri, content in generated_files(config.extra["edition"]):
        files.append(File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    for book in config.extra["edition"].ready:
        files.append(File.generated(config, f"editions/{book.path.name}", abs_src_path=str(book.path), inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Tell the citing extension which page comes next, and the page its description."""
    if not isinstance(page, MadePage):
        edition: Edition = config.extra["edition"]
        prose = edition.page(page.file.src_uri)
        edition.citing.begin(prose.src_uri, prose.title, prose.text, prose.moved, prose.span)
        page.meta.update(description=description(prose), head=head(edition, prose.src_uri, prose.title, description(prose)))
        if words := finding(prose):
            config.extra["findings"][page.url] = words.fields


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str | None:
    """Frame what was written."""
    edition: Edition = config.extra["edition"]
    return None if isinstance(page, MadePage) else framed(edition, edition.page(page.file.src_uri), html)


def on_post_page(output: str, **_: Any) -> str:
    """Say what the page may load and run."""
    return output if _serving else with_policy(output)


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """The same for the page of missing addresses."""
    return with_policy(output_content) if template_name == "404.html" and not _serving else output_content


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
