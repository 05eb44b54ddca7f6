"""Drawings of the site as pictures that stand alone: an SVG with the few rules it needs, and words for those who cannot see it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

from lxml import etree, html

from ..archive.coding import DYADS
from ..edition import Edition
from ..figures.curve import Stem, stems
from ..pages.curve import VIEWS

STYLES = tuple(Path(__file__).parent.parent / "theme" / "css" / name for name in ("edition.css", "records.css"))
"""The style sheets of the site: the colours are in the first, the rules for drawings in the second."""
_SVG = "http://www.w3.org/2000/svg"


def picture(drawing: html.HtmlElement) -> bytes:
    """A drawing inside a page as a file: links become groups, for a picture leads nowhere."""
    width, height = drawing.get("viewbox").split()[2:]
    svg = etree.Element(f"{{{_SVG}}}svg", {"viewBox": drawing.get("viewbox"), "width": width, "height": height}, {None: _SVG})
    svg.set("class", drawing.get("class"))
    etree.SubElement(svg, f"{{{_SVG}}}style").text = _rules()
    for element in drawing:
        svg.append(_copied(element))
    return bytes(etree.tostring(svg, xml_declaration=True, encoding="utf-8"))


def _copied(element: html.HtmlElement) -> etree._Element:
    attributes = {name: value for name, value in element.attrib.items() if name in _DRAWN}
    copy = etree.Element(f"{{{_SVG}}}{'g' if element.tag == 'a' else element.tag}", attributes)
    copy.text, copy.tail = element.text, element.tail
    copy.extend([_copied(child) for child in element])
    return copy


_DRAWN = ("class", "d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height", "text-anchor", "transform")


@cache
def _rules() -> str:
    """The rules for drawings, with the colours of its light theme: readers of books know no variables."""
    names, text = (file.read_text(encoding="utf-8") for file in STYLES)
    colours = dict(re.findall(r"(--[a-z-]+): ([^;]+);", names.split("@media")[0])) | {"--paper": "#fff"}
    rules = [line.replace(".fig .", ".") for line in text.splitlines() if re.match(r"\.(fig|map) (\.|text)", line) and "a:" not in line]
    plain = re.sub(r"var\((--[a-z-]+)\)", lambda found: colours[found[1]], "\n".join(rules)).replace(".fig text", "text")
    return f"svg {{ background: {colours['--paper']}; font-family: serif; }}\n{plain}\n"


def in_words(edition: Edition, drawing: html.HtmlElement) -> str:
    """What a drawing shows: of a map its title and pins, of the curve its title and how many acts there are of each sort."""
    title = drawing.findtext("title") or ""
    if "map" in drawing.get("class").split():
        return f"{title}. {'; '.join(pin.text for pin in drawing.iterfind('a/title'))}."
    first, last = re.findall(r"\d{4}", title)[-2:]
    acts = [act for act in stems(edition.archive, DYADS[0]) if int(first) <= act.middle.year <= int(last)]
    return f"{title}. {' '.join(_counted(head, [act for act in acts if act.direction == way]) for way, head in VIEWS[0].heads)}"


def _counted(head: str, acts: list[Stem]) -> str:
    friendly, hostile = (Counter(act.middle.year for act in acts if act.weight * sign > 0) for sign in (1, -1))
    most = "".join(f", {count} of them in {year}" for year, count in hostile.most_common(1))
    return f"{head}: {friendly.total()} friendly acts and {hostile.total()} hostile{most}."
