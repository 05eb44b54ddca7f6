"""Every mistake that an editor can make in data/ is said as file:line: id: what is wrong; what to do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Project

Mistakes = Callable[[], list[str]]

ONE_CHANGE = [
    # file, old text, new text, the line that must be printed
    ("events", "  summary: Communist", "  sumary: Communist", 'data/events.yml:12: bucharest-meeting: unknown key "sumary"; did you mean "summary"?'),
    ("events", "  kind: meeting\n", "  kind: meeting\n  colour: red\n", 'data/events.yml:4: bucharest-meeting: unknown key "colour"; allowed: id, formerly,'),
    ("events", "via_locator: sect. 6}", "vialocator: sect. 6}", 'data/events.yml:16: bucharest-meeting: unknown key "vialocator"; did you mean "via_locator"?'),
    ("events", "  kind: meeting\n", "", 'data/events.yml:1: bucharest-meeting: "kind" is missing; add it'),
    ("events", "  kind: meeting\n", "  kind: meting\n", 'data/events.yml:3: bucharest-meeting: kind: "meting" is not allowed; use meeting, speech,'),
    ("events", "  kind: meeting\n", "  kind: meeting\n  kind: visit\n", 'data/events.yml:4: bucharest-meeting: key "kind" is given twice; keep one of the two'),
    ("events", "date: 1960-06-24/1960-06-26", "date: 1960-06-31", 'data/events.yml:4: bucharest-meeting: date: "1960-06-31": June 1960 has 30 days'),
    ("events", "date: 1960-06-24/1960-06-26", "date: 24 June 1960", 'data/events.yml:4: bucharest-meeting: date: "24 June 1960" is not a date; allowed: 1960-08-13'),
    ("events", "date: 1960-06-24/1960-06-26", "date: 1960-06-26/1960-06-24", 'data/events.yml:4: bucharest-meeting: date: "1960-06-26/1960-06-24" runs backwards; write the earlier date first'),
    ("events", "  date_basis: The day is lost in the scan of the study.\n", "", 'data/events.yml:35: hoxha-plenum: "1960-07-11~" is an uncertain date; add date_basis: the reason for it'),
    ("events", "{source: griffith1964, via", "{source: grifith1964, via", 'data/events.yml:16: bucharest-meeting: source: "grifith1964" is not among the sources or letters; did you mean "griffith1964"?'),
    ("events", "people: [kapo, khrushchev]", "people: [kapo, kruschev]", 'data/events.yml:8: bucharest-meeting: people: "kruschev" is not among the people; did you mean "khrushchev"?'),
    ("events", "place: bucharest", "place: atlantis", 'data/events.yml:7: bucharest-meeting: place: "atlantis" is not among the places; add it to data/places.yml first'),
    ("events", "place: bucharest", "place: kapo", 'data/events.yml:7: bucharest-meeting: place: "kapo" is not among the places; add it to data/places.yml first'),
    ("events", "bodies: [pla]", "bodies: pla", "data/events.yml:9: bucharest-meeting: bodies: is not a list; write [one, two] or lines that begin with “- ”"),
    ("events", "letters: [1960-06-21-hoxha-kapo]", "letters: [1960-06-21-hoxha-kappo]", 'data/events.yml:10: bucharest-meeting: letters: "1960-06-21-hoxha-kappo" is not among the letters; did you mean "1960-06-21-hoxha-kapo"?'),
    ("events", "title: The parties meet at Bucharest; Kapo comes for Albania", 'title: ""', "data/events.yml:2: bucharest-meeting: title: is empty; leave the key out where nothing is known"),
    ("events", "title: The parties meet at Bucharest; Kapo comes for Albania", 'title: "a\\0b"', "data/events.yml:2: bucharest-meeting: title: holds a control character; delete it"),
    ("events", "title: The parties meet at Bucharest; Kapo comes for Albania", "title: [a, b]", "data/events.yml:2: bucharest-meeting: title: is not text; write it as one text, with >- where it is long"),
    ("events", "study: [6]", "study: [11]", 'data/events.yml:5: bucharest-meeting: study: "11" is too large; the most is 10'),
    ("events", "study: [6]", "study: [six]", 'data/events.yml:5: bucharest-meeting: study: "six" is not a whole number; write figures only'),
    ("events", "id: hoxha-plenum", "id: bucharest-meeting", 'data/events.yml:32: bucharest-meeting: id "bucharest-meeting" is already used at data/events.yml:1; choose another'),
    ("events", "id: hoxha-plenum", "id: kapo", 'data/people.yml:11: kapo: id "kapo" is already used at data/events.yml:32; choose another'),
    ("events", "id: hoxha-plenum", "id: Hoxha Plenum", 'data/events.yml:32: Hoxha Plenum: id: "Hoxha Plenum" is not an id; use small letters, figures and single hyphens'),
    ("sources", "  via: pilacanako2021\n", "", "data/sources.yml:16: griffith1964: a source that was not seen needs via: the work through which it is known"),
    ("sources", "  via: pilacanako2021\n", "  via: griffith1964\n", "data/sources.yml:17: griffith1964: the works through which it is known lead back to itself; name one that this edition has seen"),
    ("sources", "  seen: none\n", "  seen: nome\n", 'data/sources.yml:16: griffith1964: seen: "nome" is not allowed; use full, excerpt, abstract, catalogue or none'),
    ("sources", "{family: Griffith, given: William E.}", "{given: William E.}", "data/sources.yml:21: griffith1964: author: give either family (and given) or literal"),
    ("sources", "  language: en\n", "  language: English\n", 'data/sources.yml:6: pilacanako2021: language: "English" does not have the right form; it must match ^[a-z]{2,3}$'),
    ("sources", "  publisher: M.I.T. Press\n", "  publisher: M.I.T. Press\n  URL: javascript:alert(1)\n", 'data/sources.yml:24: griffith1964: URL: "javascript:alert(1)" is not a web address; it must begin with http:// or https:// and hold no spaces or quotes'),
    ("letters", "  sender: [hoxha]\n", "", "data/letters.yml:1: 1960-06-21-hoxha-kapo: has no sender; give sender (ids) or sender_as (words)"),
    ("letters", "replies_to: [1960-06-21-hoxha-kapo]", "replies_to: [1960-06-22-hoxha-kapo]", "data/letters.yml:20: 1960-06-22-hoxha-kapo: the letter replies to itself; name the letter that it answers"),
    ("letters", "{source: cia1962}", "{source: 1960-06-22-hoxha-kapo}", "data/letters.yml:23: 1960-06-22-hoxha-kapo: the document is named as evidence for itself; name the work through which it is known"),
    ("letters", "{source: cia1962}", "{source: cia1962, via: cia1962}", 'data/letters.yml:23: 1960-06-22-hoxha-kapo: "cia1962" is named as the way to itself; name the work through which it is known'),
    ("letters", "{source: cia1962}", "{source: cia1962, via: griffith1964}", 'data/letters.yml:23: 1960-06-22-hoxha-kapo: "griffith1964" was not seen either; name the work that this edition has seen'),
    ("letters", "  evidence:\n    - {source: cia1962}\n", "  evidence: []\n", "data/letters.yml:22: 1960-06-22-hoxha-kapo: evidence: is empty or too short; give at least 1"),
    ("people", "died: 1985-04-11", "died: 1885-04-11", "data/people.yml:7: hoxha: the life ends before it begins; mend one of the two dates"),
    ("people", "to: 1985}", "to: 1935}", "data/people.yml:9: hoxha: the office ends before it begins; mend one of the two dates"),
    ("places", "latitude: 44.43", "latitude: 94.43", 'data/places.yml:4: bucharest: latitude: "94.43" is too large; the most is 90'),
    ("places", "latitude: 44.43", "latitude: north", 'data/places.yml:4: bucharest: latitude: "north" is not a number; write figures with a point, without spaces'),
    ("series", "value: 10000", "value: nan", 'data/series.yml:8: wheat-1960: value: "nan" is not a number; write figures with a point, without spaces'),
    ("sources", "  seen: full\n", "  seen: full\n  via: griffith1964\n", "data/sources.yml:4: pilacanako2021: the works through which it is known lead back to itself"),
    ("events", "via: pilacanako2021, via_locator: sect. 6}", "stance: suports}", 'data/events.yml:16: bucharest-meeting: stance: "suports" is not allowed; use supports, disputes or mentions'),
    ("events", "date: 1961-06~, by: leak", "date: 1959, by: leak", "data/events.yml:11: bucharest-meeting: it became public on 1959, before it happened; mend one of the two dates"),
    ("events", "date: 1961-06~, by: leak", "date: 1961-06~, by: rumour", 'data/events.yml:11: bucharest-meeting: by: "rumour" is not allowed; use public act, press,'),
    ("events", "{witness: cia, text", "{witness: cai, text", 'data/events.yml:25: bucharest-meeting: "cai" is not among the witnesses; did you mean "cia"?'),
    ("events", "          - {witness: cia, text: A delegation, differs: true}\n", "", 'data/events.yml:20: bucharest-meeting: the witness "cia" answers nothing; add an answer or leave the witness out'),
    ("events", "      - {id: cia, name: CIA, source: cia1962, about: An American intelligence paper of 1962.}\n", "", "data/events.yml:18: bucharest-meeting: witnesses: is empty or too short; give at least 2"),
    ("events", "          - {witness: study, text: Kapo}\n          - {witness: cia, text: A delegation, differs: true}\n", "          []\n", "data/events.yml:23: bucharest-meeting: answers: is empty or too short; give at least 1"),
    ("corrections", "  evidence:\n    - {source: cia1962}\n", "", 'data/corrections.yml:1: s6-days-of-bucharest: "evidence" is missing; add it'),
    ("corrections", "study_says: held", "study_says: a b c d e f g h i j k l m n o p q r s t u v w x y z held", "data/corrections.yml:3: s6-days-of-bucharest: study_says: quotes 35 words of the study; 25 are the most, cut it with …"),
    ("corrections", "event: bucharest-meeting", "event: bucharest", 'data/corrections.yml:9: s6-days-of-bucharest: event: "bucharest" is not among the events; did you mean "bucharest-meeting"?'),
    ("corrections", "gravity: detail", "gravity: grave", 'data/corrections.yml:6: s6-days-of-bucharest: gravity: "grave" is not allowed; use fact, detail or wording'),
    ("conflicts", "  settles: The minutes of the plenum.\n", "", 'data/conflicts.yml:1: open-plenum-day: "settles" is missing; add it'),
    ("people", "offices: [{title: First Secretary, body: pla, from: 1941-11-08, to: 1985}]", "offices: [{title: Clerk, from: 1899, to: 1990}]", "data/people.yml:9: hoxha: 1990 lies after the death of Enver Hoxha; mend one of the two dates"),
    ("people", "offices: [{title: First Secretary, body: pla, from: 1941-11-08, to: 1985}]", "offices: [{title: Clerk, from: 1899}]", "data/people.yml:9: hoxha: 1899 lies before the birth of Enver Hoxha; mend one of the two dates"),
    ("people", "offices: [{title: First Secretary, body: pla, from: 1941-11-08, to: 1985}]", "offices: [{title: Clerk, body: plaa}]", 'data/people.yml:9: hoxha: body: "plaa" is not among the bodies; did you mean "pla"?'),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "expected"), ONE_CHANGE, ids=[row[3].split(": ", 1)[1][:60] for row in ONE_CHANGE])
def test_one_mistake_is_named_with_its_line_and_mend(project: Project, mistakes: Mistakes, file: str, old: str, new: str, expected: str) -> None:
    project.replace(f"data/{file}.yml", old, new)
    found = mistakes()
    assert [line for line in found if line.startswith(expected)], found


WHOLE_FILES = [
    (b"- id: [unclosed\n", "data/places.yml:2: is not YAML here ("),
    (b"- id: tirana\n   name: x\n", "data/places.yml:2: is not YAML here ("),
    (b"- id: \xff\xfe\n", "data/places.yml:1: is not UTF-8; save the file in that encoding"),
    (b"", "data/places.yml:1: is empty; begin each record with “- id: …”"),
    (b"id: tirana\n", "data/places.yml:1: is not a list; begin each record with “- id: …”"),
    (b"- tirana\n", "data/places.yml:1: the record: is not a set of keys; write “key: value” lines"),
    (b"- &a {id: x}\n- *a\n", "data/places.yml:1: is used again by an alias (*name); write the value out"),
    (b"[" * 5000, "data/places.yml:"),
    (b"- {[a, b]: c}\n", "data/places.yml:1: has a key that is not a word; mend the indent"),
]


@pytest.mark.parametrize(("content", "expected"), WHOLE_FILES, ids=[row[1][21:60] or "deep" for row in WHOLE_FILES])
def test_a_file_that_cannot_be_read_is_named(project: Project, mistakes: Mistakes, content: bytes, expected: str) -> None:
    project.write("data/places.yml", content)
    found = mistakes()
    assert [line for line in found if line.startswith(expected)], found


def test_a_missing_file_is_named(project: Project, mistakes: Mistakes) -> None:
    (project.root / "data/bodies.yml").unlink()
    assert mistakes()[0] == "data/bodies.yml:1: cannot be read (No such file or directory); restore the file"


def test_all_mistakes_of_all_files_are_reported_at_once(project: Project, mistakes: Mistakes) -> None:
    project.replace("data/events.yml", "place: bucharest", "place: atlantis")
    project.replace("data/people.yml", "died: 1985-04-11", "died: 1885-04-11")
    project.replace("docs/chapters/06-a-re-emerging-crisis.md", "[@griffith1964;", "[@grifith1964;")
    assert list(dict.fromkeys(line.split(":")[0] for line in mistakes())) == [
        "data/events.yml",
        "data/people.yml",
        "docs/chapters/06-a-re-emerging-crisis.md",
    ]


def test_one_mistake_is_not_reported_again_by_those_who_refer_to_it(project: Project, mistakes: Mistakes) -> None:
    project.replace("data/people.yml", "name: Hysni Kapo", "nam: Hysni Kapo")
    assert mistakes() == ['data/people.yml:11: kapo: "name" is missing; add it', 'data/people.yml:12: kapo: unknown key "nam"; did you mean "name"?']


def test_an_unreadable_file_is_one_mistake_and_not_one_for_each_use_of_it(project: Project, mistakes: Mistakes) -> None:
    for name in ("sources", "events", "people", "bodies"):
        project.replace(f"data/{name}.yml", "- id", "- [id")
    assert [line.split(":")[0] for line in mistakes()] == ["data/bodies.yml", "data/events.yml", "data/people.yml", "data/sources.yml"]


def test_a_failed_build_leaves_the_last_good_site_untouched(project: Project) -> None:
    assert project.run("hooks", "build").returncode == 0
    before = {path: path.read_bytes() for path in (project.root / "site").rglob("*") if path.is_file()}
    for break_it in (
        lambda: project.replace("data/events.yml", "kind: meeting", "kind: meting"),
        lambda: project.write("docs/about/index.md", "---\ntitle: A\ndescription: B\n---\n[gone](nowhere.md)\n"),
    ):
        break_it()
        done = project.run("hooks", "build")
        assert done.returncode == 1 and "Traceback" not in done.stderr
        assert {path: path.read_bytes() for path in (project.root / "site").rglob("*") if path.is_file()} == before


def test_mkdocs_itself_refuses_bad_data_before_it_empties_the_site(project: Project) -> None:
    project.write("site/index.html", "the last good site")
    project.replace("data/events.yml", "kind: meeting", "kind: meting")
    done = project.run("mkdocs", "build")
    assert done.returncode == 1
    assert 'data/events.yml:3: bucharest-meeting: kind: "meting" is not allowed' in done.stderr
    assert project.read("site/index.html") == "the last good site"
