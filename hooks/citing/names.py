"""Where the text of a chapter names people and places again, after the link at their first mention."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ..archive.models import Person, Place


def named_again(texts: Mapping[int, str], linked: Iterable[Person | Place]) -> Iterator[tuple[str, int]]:
    """Ids of the linked people and places, each with the numbers of the paragraphs whose text has their short name.

    The short name of a person is the family name, of a place its name. Where two records linked in the same chapter
    share it, the text does not tell which is meant, and neither is returned.
    """
    short = {record.id: short_name(record) for record in linked}
    shared = {name for name, count in Counter(short.values()).items() if count > 1}
    for id, name in short.items():
        word = re.compile(rf"\b{re.escape(name)}\b")
        yield from ((id, number) for number, text in texts.items() if name not in shared and word.search(text))


def short_name(record: Person | Place) -> str:
    """The first word of the form under which a person is filed (Hoxha, Mao); the name of a place."""
    return re.split(r"[, ]", record.sort)[0] if isinstance(record, Person) else record.name
