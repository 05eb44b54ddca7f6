"""Generated pages as MkDocs takes them: it frames and writes them, and reads and converts nothing."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from .pages import GeneratedPage


class HandedPage(Page):
    """A page whose text hooks/pages makes."""

    def __init__(self, made: GeneratedPage, file: File, config: MkDocsConfig):
        super().__init__(made.title, file, config)
        self.made = made

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {key: getattr(self.made, key) for key in ("title", "description", "side", "side_title")}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content, self.toc = "", TableOfContents([])

    def write(self) -> None:
        """Make the text, when the page is about to be put in its frame: never are all texts in memory."""
        self.content, self.meta["head"] = self.made.html, self.made.head


def handed(made: GeneratedPage, config: MkDocsConfig) -> File:
    """A generated page among the files of MkDocs."""
    file = File.generated(config, made.uri, content="", inclusion=InclusionLevel.UNDEFINED if made.in_nav else InclusionLevel.NOT_IN_NAV)
    file.edit_uri = f"../{made.made_from}"
    file.page = HandedPage(made, file, config)
    return file


class Unwritten:
    """The environment of templates for pages that are written when somebody asks for them: until then theirs gives no text."""

    NAME = "none yet"

    def __init__(self, env: Environment):
        self._env = env

    def get_template(self, name: str) -> Template | Unwritten:
        return self if name == self.NAME else self._env.get_template(name)

    def render(self, *_: Any) -> str:
        return ""


def written(page: Page, context: Any, config: MkDocsConfig) -> str:
    """Any page, whole, by the steps in which MkDocs would have written it; `context` is what MkDocs had ready for it then."""
    files, run = config.extra["files"], config.plugins
    page.markdown = run.on_page_markdown("", page=page, config=config, files=files)
    page.render(config, files)
    page.content = run.on_page_content(page.content or "", page=page, config=config, files=files)
    if isinstance(page, HandedPage):
        page.write()
    page.active = True
    try:
        return str(run.on_post_page(config.extra["env"].get_template("main.html").render(context), page=page, config=config))
    finally:
        page.active = False
