"""What stands beside a paragraph: the works cited at a mark, or a correction to the study."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable
from html import escape

from ..archive.models import Correction
from ..archive.store import Archive
from .grammar import Citation
from .wording import Href, evidence_sentence


def note_elements(
    number: int, citations: tuple[Citation, ...], archive: Archive, labels: Callable[[str], str], href: Href, named: set[str]
) -> etree.Element:
    """The note as an element: its number, which leads back to the text, and a sentence for each work.

    Works in `named` were named in full in an earlier note of the page and are named in short form; those that the note
    names are added to it.
    """
    sentences = []
    for c in citations:
        short = c.key in named
        named.add(c.key)
        sentences.append(
            evidence_sentence(archive, labels, href, key=c.key, locator=c.locator, via=c.via, via_locator=c.via_locator, prefix=c.prefix, short=short)
        )
    back = f'<a class="back" href="#r{number}" role="doc-backlink">{number}</a>'
    return etree.fromstring(f'<div class="note" id="n{number}" role="note" tabindex="-1"><p>{back} {" ".join(sentences)}</p></div>')


def correction_element(number: int, correction: Correction, href: Href) -> etree.Element:
    """A correction in the margin: what the study says, the verdict, and the way to what we find."""
    back = f'<a class="back" href="#c{number}" role="doc-backlink" aria-label="Correction {number}">†</a>'
    words = escape(correction.study_says.rstrip("."), quote=False)
    says = f"{back} <span>The study:</span> “{words}”."
    found = f'<a href="{escape(href("corrections", correction.id))}"><span class="verdict">{correction.verdict.capitalize()}</span></a>'
    return etree.fromstring(f'<div class="note correction" id="k{number}" role="note" tabindex="-1"><p>{says} {found}</p></div>')
