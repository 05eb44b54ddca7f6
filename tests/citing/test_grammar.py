"""Pandoc's citation syntax, read strictly: a golden table, and the promise that nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hooks.citing.grammar import BadCitation, Citation, parse

GOLDEN = yaml.load((Path(__file__).parent / "citations.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["typed"])
def test_a_citation_is_read_as_the_table_says(case: dict[str, Any]) -> None:
    if "wrong" in case:
        with pytest.raises(BadCitation) as error:
            parse(case["typed"])
        assert case["wrong"] in str(error.value)
    else:
        assert [[c.key, c.locator, c.prefix, c.via, c.via_locator] for c in parse(case["typed"])] == case["read"]


keys = st.from_regex(r"[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
locators = st.sampled_from(["", "p. 79", "pp. 4–5", "ch. 3", "sect. 7", "“Albania and China”", "L.14/1, D.24", "preface"])
works = st.builds(Citation, keys, locators, st.sampled_from(["", "see", "see also", "compare", "but see"]))
ways = st.one_of(st.just(("", "")), st.tuples(keys, locators))


def typed(citation: Citation) -> str:
    start = f"{citation.prefix} @{citation.key}" if citation.prefix else f"@{citation.key}"
    return f"{start}, {citation.locator}" if citation.locator else start


@given(st.lists(st.tuples(st.lists(works, min_size=1, max_size=3), ways), min_size=1, max_size=3), st.sampled_from([" ", "\n", "  "]))
def test_what_is_typed_is_what_is_read(groups: list[tuple[list[Citation], tuple[str, str]]], space: str) -> None:
    """A via belongs to all works before it that have none yet; a line may be broken anywhere between words."""
    if any(not via for _, (via, _) in groups[:-1]):
        groups = [(some, ("", "")) for some, _ in groups]
    items = [[*map(typed, some), *([f"via {typed(Citation(*way))}"] if way[0] else [])] for some, way in groups]
    read = [replace(work, via=way[0], via_locator=way[1]) for some, way in groups for work in some]
    assert list(parse(f";{space}".join(item for group in items for item in group))) == read


@given(st.text(max_size=40))
def test_no_text_makes_the_reader_fail_otherwise(text: str) -> None:
    try:
        assert parse(text)
    except BadCitation as error:
        assert ";" in str(error), "a message says what is wrong; what to do"
