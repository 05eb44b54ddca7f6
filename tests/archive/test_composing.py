"""A file so long that it is read in pieces is told like a short one: the same records, the same lines."""

from __future__ import annotations

import pytest
import yaml

from hooks.archive.composing import Document, compose

NUMBER = 2000
"""Records of three lines, in more text than is read at once."""


def long(number: int = -1, instead: str = "") -> str:
    """A list of records, of which one may be written otherwise."""
    records = [f"- id: place-{n}\n  name: {'long name ' * 20}\n  kind: [a, b]\n" for n in range(NUMBER)]
    if number >= 0:
        records[number] = instead
    return "".join(records)


def composed(text: str) -> Document:
    document = Document("data/places.yml")
    compose(text, document)
    return document


@pytest.fixture(scope="module")
def whole() -> Document:
    return composed(long())


def test_every_record_is_read_once_and_in_order(whole: Document) -> None:
    assert whole.problems == [] and len(whole.pieces) > 1
    assert whole.data == yaml.load(long(), Loader=yaml.CBaseLoader)


@pytest.mark.parametrize("number", [0, 1, NUMBER // 2, NUMBER - 1])
def test_a_value_far_down_has_its_line(whole: Document, number: int) -> None:
    at = [whole.line((number,)), whole.line((number, "name")), whole.line((number, "kind", 1)), whole.line((number, "missing"))]
    assert at == [3 * number + 1, 3 * number + 2, 3 * number + 3, 3 * number + 1]


def test_a_record_that_is_not_there_is_looked_for_at_the_end_of_the_list_that_lacks_it(whole: Document) -> None:
    assert whole.line((3, "kind", 7)) == 12


@pytest.mark.parametrize(
    ("written", "line", "what"),
    [
        ("- id: a\n  id: b\n  name: c\n", 4502, 'key "id" is given twice; keep one of the two'),
        (
            "- id: [a\n",
            4502,
            "is not YAML here (did not find expected ',' or ']'); look at indent, colons and quotes on this line and the one before",
        ),
        ("- id: a\n  name: !x b\n  kind: c\n", 4502, 'has the tag "!x"; delete it'),
    ],
)
def test_a_mistake_far_down_is_named_with_its_line(written: str, line: int, what: str) -> None:
    found = composed(long(1500, written)).problems
    assert [(problem.line, problem.text) for problem in found] == [(line, what)]


def test_a_text_whose_lines_begin_as_records_do_is_not_cut() -> None:
    text = long(1000, '- id: a\n  name: "\n' + "- not a record, so long\n" * 10_000 + '"\n')
    document = composed(text)
    assert document.problems == [] and len(document.pieces) == 1
    assert document.data == yaml.load(text, Loader=yaml.CBaseLoader)
