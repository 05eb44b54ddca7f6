"""Archives of any size, for measuring: every record has the shape of a real one, and names others that are made.

The real data are drawn from with a seed. Kinds grow in proportion to the events; the study, the states of the curve,
and what is about the study (corrections, conflicts, series) do not, and ten chapters stay ten.
"""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import yaml

from hooks.archive.checks import REFERS_TO
from hooks.archive.coding import DYADS
from hooks.archive.store import KINDS
from hooks.archive.verdicts import STUDY
from tests.conftest import ROOT

Data = dict[str, Any]

ONCE = {STUDY, *(body for dyad in DYADS for body in dyad)}
"""Records of which there is one whatever the size of the archive, under their own ids."""
FIXED = ("series", "corrections", "conflicts")
NEAR = 0.95
"""Share of references that stay within one round through the real data; the others lead anywhere."""
NUMBERED = ("title", "name", "sort", "family")
"""Fields that would otherwise repeat from record to record."""


def project(folder: Path, events: int, seed: int = 1) -> Path:
    """Write a whole project of so many events that `mkdocs build --strict` accepts; the same for the same seed."""
    made = Made(events, seed)
    for kind, records in made.kinds.items():
        _write(folder / f"data/{kind}.yml", records)
    acts = [{"event": event["id"], "acts": event["acts"]} for event in made.kinds["events"] if "acts" in event]
    for name, entries in {"a": acts, "b": acts, "settled": []}.items():
        _write(folder / f"data/coding/{name}.yml", entries)
    for name in ("data/coding/weis.yml", "data/map/outlines.geojson", "CITATION.cff", "CHANGELOG.md"):
        _copy(ROOT / name, folder / name)
    for path in (ROOT / "docs").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        (copy := folder / path.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(made.chapter(text) if path.parent.name == "chapters" else _NAMES_RECORDS.sub(r"\1", text), encoding="utf-8")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("hooks/", f"{ROOT}/hooks/").replace("watch: [data, hooks]\n", "")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return folder


_NAMES_RECORDS = re.compile(r"\[([^\]@]*)\]\[[a-z]+:[^\]]+\]|\[@[^\]]+\]")
"""Links to records and citations in Markdown; the first group is the text of a link."""


def _write(path: Path, records: list[Data]) -> None:
    """A record a line: JSON is YAML."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"- {json.dumps(record, ensure_ascii=False)}\n" for record in records) or "[]\n", encoding="utf-8")


def _copy(old: Path, new: Path) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    new.write_bytes(old.read_bytes())


class _AsTyped(yaml.CSafeLoader):
    """Dates and numbers stay text."""


_AsTyped.yaml_implicit_resolvers = {}


class Made:
    """The records of an archive by kind."""

    def __init__(self, events: int, seed: int):
        self.random = random.Random(seed)
        self.real = {kind: yaml.load((ROOT / f"data/{kind}.yml").read_text(encoding="utf-8"), _AsTyped) for kind in KINDS}
        growth = events / len(self.real["events"])
        drawn = {kind: self._drawn(kind, growth) for kind in KINDS}
        self.kind_of = {record["id"]: kind for kind, records in self.real.items() for record in records}
        self.seen = {record["id"]: record.get("seen") for kind in ("sources", "letters") for record in self.real[kind]}
        self.copy = {id: copy for pairs in drawn.values() for id, _, copy in pairs}
        self.twin = {(model["id"], copy): id for pairs in drawn.values() for id, model, copy in pairs}
        self.ids = {kind: [id for id, *_ in pairs] for kind, pairs in drawn.items()}
        self.read = [id for id, source, _ in drawn["sources"] if source["seen"] != "none" and "via" not in source]
        self.unread = [id for id, source, _ in drawn["sources"] if source["seen"] == "none"]
        self.kinds = {kind: [self._renamed(model, id) for id, model, _ in pairs] for kind, pairs in drawn.items()}

    def _drawn(self, kind: str, growth: float) -> list[tuple[str, Data, int]]:
        """New id and model of each record, and how often the real data were gone through before it."""
        once = [(record["id"], record, 0) for record in self.real[kind] if record["id"] in ONCE]
        others = [record for record in self.real[kind] if record["id"] not in ONCE]
        count = round(len(others) * (min(growth, 1) if kind in FIXED else growth))
        models = [others[number % len(others)] for number in range(count)] if growth >= 1 else self.random.sample(others, count)
        return once + [(f"{model['id']}-n{number}", model, number // len(others)) for number, model in enumerate(models)]

    def _renamed(self, model: Data, id: str) -> Data:
        record = {key: self._value(key, value, id) for key, value in model.items() if key != "formerly" and (key != "label" or not self.copy[id])}
        number = id.rpartition("-n")[2]
        if record["id"] not in ONCE:
            record |= {key: _numbered(record[key], number) for key in NUMBERED if key in record}
            record |= {key: [_with_family(name, number) for name in record[key]] for key in ("author", "editor") if key in record}
        return record | {"id": id}

    def _value(self, key: str, value: Any, id: str) -> Any:
        """A value in which other made records are named. What was seen stays seen, so that the checks of evidence hold."""
        if key == "replies_to":  # an answer must be the younger one
            return [twin for old in value if (twin := self.twin.get((old, self.copy[id])))]
        if key in REFERS_TO and key != "id":
            return [self._other(key, old, id) for old in value] if isinstance(value, list) else self._other(key, value, id)
        if isinstance(value, dict):
            entry = {name: self._value(name, inner, id) for name, inner in value.items()}
            while "via" in entry and entry["via"] == entry.get("source"):
                entry["via"] = self.random.choice(self.read)
            return entry
        return [self._value("", item, id) for item in value] if isinstance(value, list) else value

    def _other(self, key: str, old: str, id: str) -> str:
        """Mostly the record made from the same one in the same round, so that threads are as long as the real ones."""
        twin = old if old in ONCE else self.twin.get((old, self.copy[id]))
        if old in ONCE or (twin and self.random.random() < NEAR):
            return str(twin)
        kind = self.kind_of[old]
        pool = self.read if key == "via" else self.ids[kind]
        if key == "source" and kind == "sources":
            pool = self.unread if self.seen[old] == "none" else self.read
        chosen = self.random.choice(pool)
        return chosen if chosen != id else pool[pool.index(chosen) - 1]

    def chapter(self, text: str) -> str:
        """A chapter of the same front matter and about the same length, each paragraph with notes and links."""
        _, front, body = text.split("---\n", 2)
        dates = ", ".join(sorted(self.random.sample(self.ids["events"], 5)))
        lines = [line for line in front.splitlines() if not line.startswith(("formerly", "moved", "key_dates", " ", "-"))]
        count = body.count("\n\n")
        return "\n".join(["---", *lines, f"key_dates: [{dates}]", "---", *(self._paragraph() for _ in range(count))])

    def _paragraph(self) -> str:
        choose = self.random.choice
        words = choose(self.real["events"])["summary"].translate(_NO_QUOTES).split()
        links = [
            f"[{word}][{kind}:{choose(self.ids[kinds])}]" for word, kind, kinds in zip(words, ("person", "event"), ("people", "events"), strict=False)
        ]
        notes = "".join(f"[@{choose(self.ids['sources'])}, p. {self.random.randint(1, 300)}]" for _ in range(2))
        return f"\n{' '.join([*links, *words[2:]])}{notes}\n"


_NO_QUOTES = {ord(mark): None for mark in "“”[]"}


def _numbered(text: str, number: str) -> str:
    """Hoxha, Enver becomes Hoxha 12, Enver."""
    first, comma, rest = text.partition(", ")
    return f"{first} {number}{comma}{rest}"


def _with_family(name: Data, number: str) -> Data:
    return name | {"family": f"{name['family']} {number}"} if "family" in name else name
