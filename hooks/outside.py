"""Addresses outside this site: where each stands, its archived copy, the day it was looked at, and, if asked, whether it still answers."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from itertools import groupby
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

from .archive.models import Entity, Source
from .archive.store import KINDS
from .edition import Edition

AVAILABILITY = "https://archive.org/wayback/available?url="
"""Where the Wayback Machine says whether it has a copy: https://archive.org/help/wayback_api.php."""
TIMEOUT = 20.0
PAUSE = 1.0
"""Seconds to wait for an answer, and between two questions to one host."""
_AT_ONCE = 8
"""Hosts that are asked at the same time."""
_IN_PROSE = re.compile(r"\]\((https?://[^)\s]+)")
_ONLY_GET = (403, 404, 405, 501)
"""Answers to HEAD that some servers give although the page is there."""


@dataclass(frozen=True)
class Outside:
    """One address."""

    url: str
    stands_in: tuple[str, ...]
    """Records and pages: sources/hoxha1975, docs/about/index.md."""
    archived: str | None = None
    seen_on: str | None = None


@dataclass(frozen=True)
class Answer:
    """What was found under an address."""

    said: str
    """200, 404, or why there was no answer."""
    ok: bool
    moved_to: str = ""
    copy: str = ""
    """Address of a copy in the Wayback Machine, where the edition names none."""


def outside(edition: Edition) -> list[Outside]:
    """Every external address of the data and of the Markdown pages, once, in the order of the alphabet."""
    found = sorted(_everywhere(edition), key=lambda item: item.url)
    return [_one(list(same)) for _, same in groupby(found, key=lambda item: item.url)]


def _everywhere(edition: Edition) -> Iterator[Outside]:
    for kind in KINDS:
        for record in getattr(edition.archive, kind).values():
            yield from _of_record(record, f"{kind}/{record.id}")
    for page in edition.prose:
        for url in _IN_PROSE.findall(page.body):
            yield Outside(url, (f"docs/{page.src_uri}",))


def _of_record(record: Entity, place: str) -> Iterator[Outside]:
    for link in getattr(record, "links", ()):
        yield Outside(link.url, (place,), link.archived, link.seen_on.text if link.seen_on else None)
    if isinstance(record, Source):
        if record.url:
            yield Outside(record.url, (place,), record.archived, record.accessed.text if record.accessed else None)
        if record.doi:
            yield Outside(f"https://doi.org/{record.doi}", (place,))


def _one(same: Sequence[Outside]) -> Outside:
    """An address that stands in several places; of two days the later."""
    places = tuple(dict.fromkeys(place for item in same for place in item.stands_in))
    days = sorted(item.seen_on for item in same if item.seen_on)
    return Outside(same[0].url, places, next((item.archived for item in same if item.archived), None), days[-1] if days else None)


def ask(items: Sequence[Outside], agent: str, timeout: float = TIMEOUT, pause: float = PAUSE, availability: str = AVAILABILITY) -> dict[str, Answer]:
    """Ask every address, one at a time at each host, and the Wayback Machine for those without a copy; answers by address."""
    hosts = [list(same) for _, same in groupby(sorted(items, key=_host), key=_host)]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        answers = {url: answer for part in pool.map(lambda host: _in_turn(host, agent, timeout, pause), hosts) for url, answer in part.items()}
    for item in items:
        if not item.archived:
            copy = _copy(item.url, agent, timeout, availability)
            answers[item.url] = Answer(answers[item.url].said, answers[item.url].ok, answers[item.url].moved_to, copy)
            time.sleep(pause)
    return answers


def _host(item: Outside) -> str:
    return urlsplit(item.url).netloc


def _in_turn(items: Sequence[Outside], agent: str, timeout: float, pause: float) -> dict[str, Answer]:
    answers = {}
    for item in items:
        answers[item.url] = _ask(item.url, agent, timeout)
        time.sleep(pause)
    return answers


def _ask(url: str, agent: str, timeout: float) -> Answer:
    """HEAD, and GET where the server does not know HEAD."""
    for method in ("HEAD", "GET"):
        try:
            with urlopen(Request(quote(url, safe="%/:=&?~#+!$,;'@()*[]"), method=method, headers={"User-Agent": agent}), timeout=timeout) as reply:
                return Answer(str(reply.status), True, reply.url if reply.url != url else "")
        except HTTPError as error:
            if method == "GET" or error.code not in _ONLY_GET:
                return Answer(str(error.code), False)
        except (URLError, OSError, HTTPException, ValueError) as error:
            return Answer(_why(error), False)
    raise AssertionError("both were asked")


def _why(error: Exception) -> str:
    reason = getattr(error, "reason", error)
    return "no answer in time" if isinstance(reason, TimeoutError) else f"no answer: {reason}"


def _copy(url: str, agent: str, timeout: float, availability: str) -> str:
    """Address of the newest copy in the Wayback Machine; empty where it has none or does not answer."""
    try:
        with urlopen(Request(availability + quote(url, safe=""), headers={"User-Agent": agent}), timeout=timeout) as reply:
            closest = json.load(reply).get("archived_snapshots", {}).get("closest", {})
    except (URLError, OSError, HTTPException, ValueError):
        return ""
    return str(closest.get("url", "")) if closest.get("available") else ""


def report(items: Sequence[Outside], answers: Mapping[str, Answer] | None = None) -> str:
    """The addresses as Markdown: a sentence of figures, then a table, in which those that do not answer stand first."""
    copies, days = sum(bool(item.archived) for item in items), sum(bool(item.seen_on) for item in items)
    lines = [f"{len(items)} addresses; {copies} with an archived copy, {days} with the day on which they were looked at."]
    rows: list[tuple[str, ...]] = [("address", "stands in", "archived copy", "looked at")]
    if answers is None:
        rows += [_row(item) for item in items]
    else:
        rows[0] += ("answer", "moved to", "copy to consider")
        bad = [item for item in items if not answers[item.url].ok]
        lines.append(f"{len(items) - len(bad)} answered, {len(bad)} did not.")
        rows += [(*_row(item), *_told(answers[item.url])) for item in sorted(items, key=lambda item: answers[item.url].ok)]
    table = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([" ".join(lines), "", table[0], "|---" * len(rows[0]) + "|", *table[1:]]) + "\n"


def _row(item: Outside) -> tuple[str, ...]:
    return item.url.replace("|", "%7C"), ", ".join(item.stands_in), item.archived or "", item.seen_on or ""


def _told(answer: Answer) -> tuple[str, ...]:
    return answer.said.replace("|", "/"), answer.moved_to, answer.copy
