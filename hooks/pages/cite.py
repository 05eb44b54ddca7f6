"""How a page is cited: the forms at its foot, what its head tells programs, and for each chapter a page of forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from html import escape

from markupsafe import Markup

from .. import addresses
from ..archive.models import Letter, Source
from ..archive.problems import BadArchive, Problem
from ..citing.citeproc import PandocFailed
from ..citing.forms import PARAGRAPH, Form
from ..citing.references import csl_item
from ..edition import Edition
from ..exports.bibtex import bibtex
from ..exports.csl_json import csl_json
from ..exports.highwire import meta_tags
from ..exports.jsonld import jsonld
from ..exports.page_items import Item, document_item, page_item, record_on
from ..exports.ris import ris
from .page import GeneratedPage, Side
from .wording import without_links
from .writer import Writer

_ANYWHERE = "https://anywhere.invalid/"
"""Stands for the address of the site while pandoc writes, so that what is kept of it serves under every address."""
_PARAGRAPH = re.compile(rf", (para\.) {PARAGRAPH}\b")


@dataclass(frozen=True)
class Row:
    """One form, to be copied."""

    name: str
    text: Markup
    for_programs: bool = False
    of_paragraph: bool = False
    """Whether it serves paragraphs alone."""


def with_citations(edition: Edition, made: Sequence[GeneratedPage]) -> Iterator[GeneratedPage]:
    """The pages with their forms at the foot and their data in the head; the forms of the pages of prose are written too."""
    names = {page.uri: page.title for page in made} | {page.src_uri: page.title for page in edition.prose}
    items = [page_item(edition, uri, name) for uri, name in names.items()]
    _write_forms(edition, items + [document_item(letter, edition.archive) for letter in edition.archive.letters.values()])
    for page in made:
        for_head = partial(head, edition, page.uri, page.title, page.description, page.files)
        yield replace(page, body=partial(_with_foot, edition, page), for_head=for_head)
    for prose, _ in edition.chapters:
        yield _chapter(edition, prose.src_uri, prose.title)


def _with_foot(edition: Edition, page: GeneratedPage) -> str:
    return page.html + block(edition, page.uri, page.title)


def head(edition: Edition, uri: str, name: str, description: str, files: tuple[str, ...] = ()) -> str:
    """Metadata of a page for Zotero, search engines and networks, as HTML."""
    item = page_item(edition, uri, name)
    return meta_tags(item, description) + jsonld(edition, uri, item, description, files)


def block(edition: Edition, uri: str, name: str) -> str:
    """The forms at the foot of a page; of a chapter, whose first view must stay light, a link to the page that holds them."""
    writer = Writer(edition, uri)
    if uri.startswith("chapters/"):
        return writer.render("cite_link.jinja", imprint=edition.imprint)
    groups = [("This page", rows(edition, page_item(edition, uri, name)))]
    record = record_on(uri, edition.archive)
    if isinstance(record, Letter):
        groups.insert(0, ("The document", rows(edition, document_item(record, edition.archive))))
    elif isinstance(record, Source):
        entry = Row("Chicago, author-date", without_links(edition.references[record.id].entry))
        groups.insert(0, ("The work", [entry, *_for_programs(csl_item(record))]))
    letter, of = (record if isinstance(record, Letter) else None), (groups[0][0].lower() if len(groups) > 1 else "")
    return writer.render("cite_block.jinja", imprint=edition.imprint, groups=groups, letter=letter, of=of)


def rows(edition: Edition, item: Item) -> list[Row]:
    """The forms of a page or document in every style, and its record for programs."""
    with _telling():
        forms = edition.forms.of(_asked(edition, item)).values()
    chicago, apa, mla = (Form(_at_home(form.cited, edition), _at_home(form.entry, edition)) for form in forms)
    written = [
        Row("Chicago, note", Markup(_PARAGRAPH.sub(r'<span class="at" hidden>, \1 <b></b></span>', chicago.cited))),
        Row("Chicago, bibliography", Markup(chicago.entry)),
        Row("APA", Markup(apa.entry)),
        Row("MLA", Markup(mla.entry)),
    ]
    if item["type"] == "chapter":
        in_text = {"APA, in the text": apa.cited, "MLA, in the text": mla.cited}
        written += [Row(name, Markup(re.sub(rf" {PARAGRAPH}\b", " <b></b>", text)), of_paragraph=True) for name, text in in_text.items()]
    return [*(row for row in written if row.text), *_for_programs(item)]


def _for_programs(item: Item) -> list[Row]:
    written = {"BibTeX": bibtex([item]), "RIS": ris([item]).replace("\r\n", "\n"), "CSL-JSON": csl_json([item])}
    return [Row(name, Markup(escape(text, quote=False)), for_programs=True) for name, text in written.items()]


def _at_home(html: str, edition: Edition) -> str:
    return str(without_links(html)).replace(_ANYWHERE, edition.address)


def _asked(edition: Edition, item: Item) -> Item:
    """An item as pandoc gets it."""
    return {**item, "URL": item["URL"].replace(edition.address, _ANYWHERE, 1)} if "URL" in item else item


def _write_forms(edition: Edition, items: Sequence[Item]) -> None:
    with _telling():
        edition.forms.write([_asked(edition, item) for item in items], meanwhile=edition.is_hurried)


@contextmanager
def _telling() -> Iterator[None]:
    """Raises BadArchive with pandoc's message where it cannot write a form."""
    try:
        yield
    except PandocFailed as error:
        text = f"pandoc cannot write how a page or document is cited ({error}); mend the record that it names"
        raise BadArchive([Problem("data", 1, "", text)]) from None


def _chapter(edition: Edition, uri: str, name: str) -> GeneratedPage:
    """The page of forms of a chapter, on which a paragraph can be chosen."""
    own = f"{uri.removesuffix('.md')}/cite.md"
    writer = Writer(edition, own)
    item = page_item(edition, uri, name)

    def html() -> str:
        last = edition.usage.numbered[uri]
        return writer.render("cite_chapter.jinja", item=item, rows=rows(edition, item), chapter=uri, imprint=edition.imprint, last=last)

    return GeneratedPage(
        own, f"To cite: {name}", f"How to cite chapter {item['chapter-number']}, “{name}”, and each of its paragraphs.", html, f"docs/{uri}",
        side_title="Chapter", side=(Side(name, addresses.link(uri, own)),), citable=False, for_head='<meta name="robots" content="noindex">\n',
    )  # fmt: skip
