"""The whole site as files that another generator builds without us: pages as HTML, drawings, tables, templates, a mkdocs.yml."""

from __future__ import annotations

import json
import os
import posixpath
import shutil
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urlsplit
from xml.etree import ElementTree

import yaml
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from . import addresses
from .archive.composing import syntax_mistake
from .archive.problems import BadArchive
from .archive.writing import write
from .citing.prose import ChapterFront, ProsePage
from .edition import Edition, MakeMarkdown
from .indexing import index, searched
from .pages import GeneratedPage, generated_files, generated_pages
from .pages.cite import head
from .pages.prose import description, framed
from .policy import with_policy

_KEPT = ("site_name", "site_description", "site_url", "repo_url", "use_directory_urls")
"""What the configuration of the site says that any generator needs."""


class _Loader(yaml.SafeLoader):
    """YAML with MkDocs' way to name environment variables: !ENV [NAME, "what stands where it is not set"]."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    assert isinstance(node, yaml.SequenceNode)
    *names, default = loader.construct_sequence(node)
    return next((os.environ[name] for name in names if name in os.environ), default)


_Loader.add_constructor("!ENV", _environment)


def configuration(project: Path) -> Mapping[str, Any]:
    """What mkdocs.yml says, read without MkDocs. Raises BadArchive where it is not YAML."""
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    try:
        return dict(yaml.load(text, _Loader))
    except yaml.YAMLError as error:
        raise BadArchive([syntax_mistake(error, "mkdocs.yml", text)]) from None


def markdown_of(config: Mapping[str, Any]) -> MakeMarkdown:
    """What makes the converter of the site around the citing extension. MkDocs adds three extensions to those of its file."""
    named = [entry if isinstance(entry, dict) else {entry: {}} for entry in ["toc", "tables", "fenced_code", *config["markdown_extensions"]]]
    settings = {name: options for entry in named for name, options in entry.items()}
    return lambda citing: Markdown(extensions=[*settings, citing], extension_configs=settings)


def hand_over(project: Path, edition: Edition, make_markdown: MakeMarkdown, out: Path) -> int:
    """Write the site to `out` as a project of MkDocs that needs no hook and no extension of ours; returns the number of pages.

    Every page is a Markdown file in docs/ whose text is HTML; its front matter is JSON, line by line, which is YAML. What the
    templates in theme/ ask of MkDocs, ProperDocs and Zensical give too. What can only be made from built pages, the search
    and their policy, is added by `finish`.
    """
    config = configuration(project)
    made = [(page.uri, page.made_from, _of_generated(page), page.html) for page in generated_pages(edition)]
    made += [(page.src_uri, f"docs/{page.src_uri}", *_converted(edition, page, make_markdown)) for page in edition.prose]
    for uri, made_from, front, html in made:
        revise = posixpath.normpath(posixpath.join(config["edit_uri"], "..", made_from))
        whole = {**front, "edit_url": f"{config['repo_url']}/{revise}"}
        lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in whole.items())
        write(out / "docs" / _place(uri), f"---\n{lines}---\n\n{html}\n")
    for uri, content in generated_files(edition):
        write(out / "docs" / uri, content)
    for book in edition.ready:
        write(out / "docs" / "editions" / book.path.name, book.path.read_bytes())
    shutil.copytree(project / config["theme"]["custom_dir"], out / "theme", dirs_exist_ok=True)
    write(out / "mkdocs.yml", yaml.safe_dump(_configuration_without_us(config, edition), allow_unicode=True, sort_keys=False))
    return len(made)


def finish(edition: Edition, site: Path) -> int:
    """Add to a site that another generator built the policy of each page and the index of the search; returns the number of pages found by it.

    Raises NotIndexed where the index cannot be made.
    """
    for path in site.rglob("*.html"):
        path.write_text(with_policy(path.read_text(encoding="utf-8")), encoding="utf-8")
    pages = searched(edition, generated_pages(edition))
    index(site, pages)
    return len(pages)


def _configuration_without_us(config: Mapping[str, Any], edition: Edition) -> Mapping[str, Any]:
    """What other generators are told: nothing of hooks or extensions, and of the edition the one thing that a template asks."""
    kept = {key: config[key] for key in _KEPT if key in config}
    day = str(edition.last_day) if edition.last_day else None
    theme = {"name": "material", "custom_dir": "theme", "font": False}
    return {**kept, "nav": _nav(config["nav"]), "theme": theme, "plugins": [], "extra": {"edition": {"last_day": day}}}


def _place(uri: str) -> str:
    """Path of a page's file: each in the folder that is its address, for Zensical moves links by what lies between the two."""
    return f"{addresses.url(uri)}index.md"


def _nav(entry: Any) -> Any:
    """The navigation with the paths of `_place`."""
    if isinstance(entry, str):
        return _place(entry)
    return [_nav(item) for item in entry] if isinstance(entry, list) else {title: _nav(item) for title, item in entry.items()}


def _of_generated(page: GeneratedPage) -> Mapping[str, Any]:
    side = [asdict(line) for line in page.side]
    return {"title": page.title, "description": page.description, "head": page.head, "side_title": page.side_title, "side": side}


def _converted(edition: Edition, page: ProsePage, make_markdown: MakeMarkdown) -> tuple[Mapping[str, Any], str]:
    """A Markdown page as front matter, with its headings for the list beside it, and the HTML between header and footer."""
    edition.citing.begin(page.src_uri, page.title, page.text, page.moved, page.span)
    markdown: Any = make_markdown(edition.citing)  # toc adds an attribute to it
    markdown.treeprocessors.register(_Links(page.src_uri), "addresses", 0)
    html = framed(edition, page, markdown.convert(page.body))
    told = description(page)
    front: dict[str, Any] = {"title": page.title, "description": told, "head": head(edition, page.src_uri, page.title, told)}
    if isinstance(page.front, ChapterFront):
        front["number"] = page.front.number
    front["headings"] = [{"title": token["name"], "url": f"#{token['id']}", "level": token["level"]} for token in markdown.toc_tokens]
    return front, html


class _Links(Treeprocessor):
    """Links to Markdown files become addresses of pages, which is else the work of MkDocs."""

    def __init__(self, uri: str):
        super().__init__()
        self.uri = uri

    def run(self, root: ElementTree.Element) -> None:
        for link in root.iter("a"):
            path, anchor = urldefrag(link.get("href", ""))
            if path.endswith(".md") and not urlsplit(path).scheme:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(self.uri), path))
                link.set("href", addresses.link(target, self.uri, f"#{anchor}" if anchor else ""))
