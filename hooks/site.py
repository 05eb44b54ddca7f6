"""The one file MkDocs calls: an event handler each, that hands on to the module that knows how."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path
from typing import Any

import material
import rcssmin
from jinja2 import Environment
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from hooks.archive import BadArchive
from hooks.archive.writing import write
from hooks.edition import Edition, open_edition
from hooks.exports.ready import ready
from hooks.handed import HandedPage, Unwritten, handed, written
from hooks.indexing import NotIndexed, index, keep, searched
from hooks.links import checked_pages
from hooks.pages import generated_file, generated_files
from hooks.pages.cite import head
from hooks.pages.mistakes import template_mistake
from hooks.pages.prose import description, framed
from hooks.pages.writer import environment
from hooks.policy import with_policy
from hooks.preview import Preview

_preview: Preview | None = None
"""None while a site is built for good."""


def on_startup(command: str, **_: Any) -> None:
    """Remember whether pages are only shown here: the script that reloads them is put in afterwards, and a policy would stop it."""
    global _preview
    _preview = Preview() if command == "serve" else None
    environment().auto_reload = command == "serve"


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """From now on write pages when they are asked for, show mistakes on them, and keep the index of the search as it is."""
    keep(Path(config.site_dir))
    if _preview:
        _preview.attach(server, (config.docs_dir, config.config_file_path, *config.theme.dirs))
    return server


def _is_lazy() -> bool:
    return _preview is not None and _preview.is_lazy


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything before MkDocs empties the folder of the last good site."""
    project = Path(config.config_file_path).parent

    def make_markdown(citing: Any) -> Markdown:
        return Markdown(extensions=[*config.markdown_extensions, citing], extension_configs=config.mdx_configs)

    try:
        edition = open_edition(project, make_markdown, config.site_url, _preview.kept if _preview else None)
        books = () if config.extra.get("offline") else ready(project / "editions")
        edition = replace(edition, ready=books, is_hurried=_is_lazy())
        made = checked_pages(edition, project)
    except BadArchive as error:
        count = len(error.problems)
        raise PluginError(f"{count} mistake{'s' if count > 1 else ''} in data/ or docs/; nothing was built\n{error}") from None
    except Exception as error:
        on_build_error(error)
        raise
    # No page loads anything of Material: its ten thousand files need not be listed.
    config.theme.dirs = [folder for folder in config.theme.dirs if not Path(folder).is_relative_to(Path(material.__file__).parent)]
    config.markdown_extensions.append(edition.citing)  # type: ignore[arg-type]
    config.extra.update(edition=edition, made=made)
    if _preview:
        _preview.begin(Path(config.site_dir), lambda name: generated_file(edition, name))
    _let_live()
    return config


def _let_live() -> None:
    """What is there now lives as long as the build, and need not be looked at for garbage again and again."""
    if not _preview:
        gc.freeze()


def on_build_error(error: Exception, **_: Any) -> None:
    """Say a mistake in a template as one."""
    if what := template_mistake(error):
        raise PluginError(what) from None


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, and close up the style sheets."""
    for file in files.css_files():
        file.content_string = rcssmin.cssmin(file.content_string)
    for made in config.extra["made"]:
        files.append(handed(made, config))
    for uri, content in () if _is_lazy() else generated_files(config.extra["edition"]):
        write(Path(config.site_dir, uri), content)  # as Files of MkDocs they would all stay in memory
    for book in config.extra["edition"].ready:
        files.append(File.generated(config, f"editions/{book.path.name}", abs_src_path=str(book.path), inclusion=InclusionLevel.NOT_IN_NAV))
    if _is_lazy():  # the texts that MkDocs is about to convert are empty
        config.extra["extensions"], config.markdown_extensions = config.markdown_extensions, []
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str | None:
    """Tell the citing extension which page comes next, and the page its description."""
    if _is_lazy():
        page.meta["template"] = Unwritten.NAME
        return ""
    if isinstance(page, HandedPage):
        return None
    edition: Edition = config.extra["edition"]
    prose = edition.page(page.file.src_uri)
    edition.citing.begin(prose.src_uri, prose.title, prose.text, prose.moved, prose.span)
    page.meta.update(description=description(prose), head=head(edition, prose.src_uri, prose.title, description(prose)))
    return prose.body


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str | None:
    """Frame what was written."""
    edition: Edition = config.extra["edition"]
    return None if isinstance(page, HandedPage) or _is_lazy() else framed(edition, edition.page(page.file.src_uri), html)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Any:
    """Keep what is needed to write a page later."""
    config.extra.update(env=env, files=files)
    config.markdown_extensions = config.extra.pop("extensions", config.markdown_extensions)
    _let_live()
    return Unwritten(env) if _is_lazy() else None


def on_page_context(context: Any, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Write a generated page; while an editor is at work, when somebody asks for it."""
    if _preview and _preview.is_lazy:
        _preview.write_later(page.url, lambda: written(page, context, config))
    elif isinstance(page, HandedPage):
        page.write()


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Say what the page may load and run, and let go of its text."""
    page.content = None
    if _is_lazy():
        return ""  # MkDocs writes no file
    return output if _preview else with_policy(output)


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """The same for the page of missing addresses."""
    return with_policy(output_content) if template_name == "404.html" and not _preview else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Index the built pages for the search."""
    try:
        index(Path(config.site_dir), searched(config.extra["edition"], config.extra["made"]))
    except NotIndexed as error:
        raise PluginError(f"the search could not be made, and without it the site is not whole; {error}") from None
