"""Mistakes that an editor can make, each with the message that must be printed: file:line: id: what is wrong; what to do.

A row is a change of the very small edition in tests/example/, and the beginning of the line that is expected. What is
wrong in the chapter is expected without the chapter's path. Every row is tried by tests/test_bad_input.py.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from tests.conftest import Project

Change = Callable[[Project], None]
Row = tuple[Change, str]

CHAPTER = "docs/chapters/06-a-re-emerging-crisis.md"
FRONT = "---\ntitle: T\nnumber: 6\nspan: 1960\nsummary: S.\nkey_dates: [bucharest-meeting]\n---\n"


def _path(file: str) -> str:
    return CHAPTER if file == "chapter" else file if "." in file else f"data/{file}.yml"


def swap(file: str, old: str, new: str) -> Change:
    """Write one thing for another."""
    return lambda project: project.replace(_path(file), old, new)


def whole(file: str, content: str | bytes) -> Change:
    """Write a whole file."""
    return lambda project: project.write(_path(file), content)


def prose(text: str) -> Change:
    """Write a text as the second paragraph of the chapter, at line 10."""
    return lambda project: project.write(CHAPTER, f"{FRONT}A paragraph before.\n\n{text}\n")


def front(old: str, new: str) -> Change:
    """Write one thing for another in the front matter of the chapter."""
    return lambda project: project.write(CHAPTER, FRONT.replace(old, new, 1) + "Text.\n")


def instead(file: str, make: Callable[[Project, str], None]) -> Change:
    """Take a file away, and put something there that is none."""

    def change(project: Project) -> None:
        path = project.root / file
        path.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        make(project, file)

    return change


def coded(**files: str) -> Change:
    """Write the files of data/coding/; those that are not given are sound."""
    sound = {"weis": '- {code: "071", weight: 7.4, label: aid}\n', "a": "[]\n", "b": "[]\n", "settled": "[]\n"}

    def change(project: Project) -> None:
        for name, text in {**sound, **files}.items():
            project.write(f"data/coding/{name}.yml", text)

    return change


def nothing(project: Project, file: str) -> None: ...


def folder(project: Project, file: str) -> None:
    (project.root / file).mkdir()


def pipe(project: Project, file: str) -> None:
    os.mkfifo(project.root / file)


def loop(project: Project, file: str) -> None:
    (project.root / file).symlink_to(project.root / file)


def link_to_the_project(project: Project, file: str) -> None:
    (project.root / file).symlink_to(project.root)


def huge(project: Project, file: str) -> None:
    """50 MB, which take no room on the disk."""
    with (project.root / file).open("wb") as content:
        content.truncate(50_000_000)


def picture(project: Project) -> None:
    prose("![A stamp](stamp.png)")(project)
    project.write("docs/chapters/stamp.png", b"x")


# fmt: off
GROUPS: dict[str, list[Row]] = {
    "files": [
        (instead("data/bodies.yml", nothing), "data/bodies.yml:1: cannot be read (No such file or directory); restore the file"),
        (instead("data/bodies.yml", folder), "data/bodies.yml:1: is not a file; put the file in its place"),
        (instead("data/bodies.yml", pipe), "data/bodies.yml:1: is not a file; put the file in its place"),
        (instead("data/bodies.yml", loop), "data/bodies.yml:1: cannot be read (Too many levels of symbolic links); restore the file"),
        (instead("data/bodies.yml", huge), "data/bodies.yml:1: is larger than 30 MB; split or mend it"),
        (instead("CITATION.cff", nothing), "CITATION.cff:1: cannot be read (No such file or directory); restore the file"),
        (instead("CITATION.cff", folder), "CITATION.cff:1: is not a file; put the file in its place"),
        (instead("CITATION.cff", huge), "CITATION.cff:1: is larger than 30 MB; split or mend it"),
        (instead("CHANGELOG.md", folder), "CHANGELOG.md:1: is not a file; put the file in its place"),
        (instead("CHANGELOG.md", huge), "CHANGELOG.md:1: is larger than 30 MB; split or mend it"),
        (instead("data/addresses.txt", folder), "data/addresses.txt:1: is not a file; put the file in its place"),
        (instead("data/addresses.txt", huge), "data/addresses.txt:1: is larger than 30 MB; split or mend it"),
        (instead("data/map/outlines.geojson", nothing), "data/map/outlines.geojson:1: cannot be read (No such file or directory); restore the file"),
        (instead("data/map/outlines.geojson", huge), "data/map/outlines.geojson:1: is larger than 30 MB; split or mend it"),
        (instead("data/coding/weis.yml", huge), "data/coding/weis.yml:1: is larger than 30 MB; split or mend it"),
        (instead("data/coding/weis.yml", nothing), "data/coding/a.yml:1: cannot be read (No such file or directory); restore the file"),
        (instead(CHAPTER, folder), "1: is not a file; put the file in its place"),
        (instead(CHAPTER, pipe), "1: is not a file; put the file in its place"),
        (instead(CHAPTER, huge), "1: is larger than 0.5 MB; split or mend it"),
        (instead(CHAPTER, loop), "1: is a symbolic link, of which MkDocs may lose its way; put the file itself here"),
        (instead("docs/round", link_to_the_project), "docs/round:1: is a symbolic link, of which MkDocs may lose its way; put the file itself here"),
        (whole("places", b"- id: tirana\n  name: Tir"), "data/places.yml:2: ends in the middle of a line, as a file that was cut off; see whether its end is there, and end the line"),
        (whole("chapter", FRONT + "Kapo went to"), "8: ends in the middle of a line, as a file that was cut off; see whether its end is there, and end the line"),
        (instead("docs/chapters/picture.png", loop), "docs/chapters/picture.png:1: is a symbolic link, of which MkDocs may lose its way; put the file itself here"),
    ],
    "yaml": [
        (whole("places", b"- id: [unclosed\n"), "data/places.yml:1: is not YAML here ("),
        (whole("places", b"- id: tirana\n   name: x\n"), "data/places.yml:2: is not YAML here ("),
        (whole("places", b""), "data/places.yml:1: is empty; begin each record with “- id: …”"),
        (whole("places", b"id: tirana\n"), "data/places.yml:1: is not a list; begin each record with “- id: …”"),
        (whole("places", b"- tirana\n"), "data/places.yml:1: the record: is not a set of keys; write “key: value” lines"),
        (whole("places", b"- &a {id: x}\n- *a\n"), "data/places.yml:1: is used again by an alias (*name); write the value out"),
        (whole("places", b'[' * 5_000), "data/places.yml:1: is nested too deeply to be read; mend the brackets or the indent"),
        (whole("places", b"- {[a, b]: c}\n"), "data/places.yml:1: has a key that is not a word; mend the indent"),
        (swap("events", "  kind: meeting\n", "  kind: meeting: x\n"), "data/events.yml:3: is not YAML here (mapping values are not allowed in this context); look at indent, colons and quotes on this line and the one before"),
        (swap("events", "  kind: meeting\n", "\tkind: meeting\n"), "data/events.yml:3: is not YAML here (found a tab character that violates indentation); look at indent, colons and quotes on this line and the one before"),
        (swap("events", "title: The parties meet", 'title: "The parties meet'), "data/events.yml:19: is not YAML here (did not find expected key); look at indent, colons and quotes on this line and the one before"),
        (swap("events", "title: The parties", "title: @The parties"), "data/events.yml:2: is not YAML here (found character that cannot start any token); look at indent, colons and quotes on this line and the one before"),
        (swap("events", "title: The parties", "title: %The parties"), "data/events.yml:2: is not YAML here (found character that cannot start any token); look at indent, colons and quotes on this line and the one before"),
        (swap("events", "title: The parties", "title: !!binary The parties"), 'data/events.yml:2: has the tag "tag:yaml.org,2002:binary"; delete it'),
        (swap("events", "title: The parties", "title: !name The parties"), 'data/events.yml:2: has the tag "!name"; delete it'),
        (swap("events", "  kind: meeting\n", "  <<: {kind: meeting}\n"), 'data/events.yml:1: bucharest-meeting: "kind" is missing; add it'),
        (whole("places", b"- id: tirana\n---\n- id: bucharest\n"), "data/places.yml:2: is not YAML here (but found another document); look at indent, colons and quotes on this line and the one before"),
        (whole("places", b"# nothing here yet\n"), "data/places.yml:1: is empty; begin each record with “- id: …”"),
        (whole("places", b"---\n"), "data/places.yml:2: is not a list; begin each record with “- id: …”"),
        (whole("places", b"null\n"), "data/places.yml:1: is not a list; begin each record with “- id: …”"),
        (whole("places", b"- \n"), "data/places.yml:1: the record: is not a set of keys; write “key: value” lines"),
        (whole("places", b"- []\n"), "data/places.yml:1: the record: is not a set of keys; write “key: value” lines"),
        (whole("places", b"- - id: tirana\n"), "data/places.yml:1: the record: is not a set of keys; write “key: value” lines"),
        (whole("places", b"? [a]\n: b\n"), "data/places.yml:1: has a key that is not a word; mend the indent"),
        (whole("places", b"- ? \n  : x\n"), 'data/places.yml:1: unknown key ""; allowed: id, formerly,'),
        (whole("places", b"- &a x\n- *a\n"), "data/places.yml:1: is used again by an alias (*name); write the value out"),
        (whole("places", b"- &a [*a]\n"), "data/places.yml:1: is used again by an alias (*name); write the value out"),
        (whole("places", b"- *nobody\n"), "data/places.yml:1: is not YAML here (found undefined alias); look at indent, colons and quotes on this line and the one before"),
        (whole("places", b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"), "data/places.yml:1: is used again by an alias (*name); write the value out"),
        (whole("places", b"%YAML 3.0\n---\n- id: x\n"), "data/places.yml:1: is not YAML here (found incompatible YAML document); look at indent, colons and quotes on this line and the one before"),
        (whole("places", b'{' * 300_000), "data/places.yml:1: is nested too deeply to be read; mend the brackets or the indent"),
        (whole("places", b'- ' * 100_000), "data/places.yml:1: is nested too deeply to be read; mend the brackets or the indent"),
        (whole("places", "- id: tirana\n" + "".join(f"  k{n}: v\n" for n in range(300))), "data/places.yml:1: has 301 keys, and no record has more than 200; mend the indent, or begin new records with “- ”"),
        (whole("places", b"".join(b" " * n + b"a:\n" for n in range(500))), "data/places.yml:51: is nested too deeply to be read; mend the brackets or the indent"),
        (whole("places", b'- "\\ud800"\n'), "data/places.yml:1: is not YAML here (found invalid Unicode character escape code); look at indent, colons and quotes on this line and the one before"),
        (whole("places", b"- id: |\n tirana\n  name: x\n"), "data/places.yml:2: is not YAML here (did not find expected '-' indicator); look at indent, colons and quotes on this line and the one before"),
        (swap("mkdocs.yml", "plugins: []", "plugins: ["), "mkdocs.yml:16: is not YAML here (expected ',' or ']', but got"),
    ],
    "encodings": [
        (whole("places", b"- id: \xff\xfe\n"), "data/places.yml:1: is not UTF-8; save the file in that encoding"),
        (whole("places", b"\xff\xfe-\x00 \x00i\x00d\x00:\x00 \x00t\x00i\x00r\x00a\x00n\x00a\x00\n\x00"), "data/places.yml:1: is not UTF-8; save the file in that encoding"),
        (whole("places", b"- id: tirana\n  name: Vlor\xeb\n"), "data/places.yml:2: is not UTF-8; save the file in that encoding"),
        (whole("places", b"- id: tirana\n  name: a\x00b\n"), "data/places.yml:2: holds U+0000 (control character); delete it"),
        (swap("events", "title: The parties", "title: The \u202eparties"), "data/events.yml:2: holds U+202E (right-to-left override); delete it"),
        (swap("events", "title: The parties", "title: The \u2066parties"), "data/events.yml:2: holds U+2066 (left-to-right isolate); delete it"),
        (swap("events", "title: The parties", "title: The \u200bparties"), "data/events.yml:2: holds U+200B (zero width space); delete it"),
        (swap("events", "title: The parties", "title: The �parties"), "data/events.yml:2: holds U+FFFD (replacement character); a character was lost here, type it again"),
        (swap("events", "title: The parties", "title: The \ufeffparties"), "data/events.yml:2: holds U+FEFF (zero width no-break space); delete it"),
        (swap("events", "title: The parties", "title: The \x92parties"), "data/events.yml:2: holds U+0092 (control character); delete it"),
        (swap("events", "title: The parties", "title: The \ue000parties"), "data/events.yml:2: holds U+E000 (no character); delete it"),
        (swap("events", "title: The parties", "title: The\u2028parties"), "data/events.yml:2: holds U+2028 (line separator); delete it"),
        (swap("events", "title: The parties meet at Bucharest; Kapo comes for Albania", 'title: "The \\u202e parties"'), "data/events.yml:2: bucharest-meeting: title: holds U+202E (right-to-left override); delete it"),
        (swap("events", "title: The parties meet at Bucharest; Kapo comes for Albania", 'title: "The \\ufffd parties"'), "data/events.yml:2: bucharest-meeting: title: holds U+FFFD (replacement character); a character was lost here, type it again"),
        (prose("The \u202eparty.[@cia1962]"), "10: holds U+202E (right-to-left override); delete it"),
        (prose("The \u2069party.[@cia1962]"), "10: holds U+2069 (pop directional isolate); delete it"),
        (prose("The \x00party.[@cia1962]"), "10: holds U+0000 (control character); delete it"),
        (prose("The p\u200barty.[@cia1962]"), "10: holds U+200B (zero width space); delete it"),
        (prose("The party\x0c.[@cia1962]"), "10: holds U+000C (control character); delete it"),
        (whole("chapter", b"\xff\xfeF\x00R\x00O\x00N\x00T\x00"), "1: is not UTF-8; save the file in that encoding"),
        (whole("chapter", b"\xef\xbb\xbf---\ntitle: T\nnumber: 6\nspan: 1960\nsummary: S.\nkey_dates: [bucharest-meeting]\n---\nVlor\xeb\n"), "8: is not UTF-8; save the file in that encoding"),
        (whole("CITATION.cff", b"title: \xff\n"), "CITATION.cff:1: is not UTF-8; save the file in that encoding"),
        (whole("CHANGELOG.md", b"# Changes\n\n\xff\n"), "CHANGELOG.md:3: is not UTF-8; save the file in that encoding"),
        (whole("data/addresses.txt", b"/\n\xff\n"), "data/addresses.txt:2: is not UTF-8; save the file in that encoding"),
    ],
    "ids": [
        (swap("events", "id: hoxha-plenum", "id: bucharest-meeting"), 'data/events.yml:32: bucharest-meeting: id "bucharest-meeting" is already used at data/events.yml:1; choose another'),
        (swap("events", "id: hoxha-plenum", "id: kapo"), 'data/people.yml:11: kapo: id "kapo" is already used at data/events.yml:32; choose another'),
        (swap("events", "id: hoxha-plenum", "id: Hoxha Plenum"), 'data/events.yml:32: Hoxha Plenum: id: "Hoxha Plenum" is not an id; use small letters, figures and single hyphens'),
        (swap("events", "id: hoxha-plenum", "id: hoxha--plenum"), 'data/events.yml:32: hoxha--plenum: id: "hoxha--plenum" is not an id; use small letters, figures and single hyphens'),
        (swap("events", "id: hoxha-plenum", "id: hoxha_plenum"), 'data/events.yml:32: hoxha_plenum: id: "hoxha_plenum" is not an id; use small letters, figures and single hyphens'),
        (swap("events", "id: hoxha-plenum", "id: ../hoxha-plenum"), 'data/events.yml:32: ../hoxha-plenum: id: "../hoxha-plenum" is not an id; use small letters, figures and single hyphens'),
        (swap("events", "id: hoxha-plenum", "id: hoxh\u0430-plenum"), 'data/events.yml:32: hoxhа-plenum: id: "hoxhа-plenum" is not an id, for it holds U+0430 (cyrillic small letter a); use small letters, figures and single hyphens'),
        (swap("events", "id: hoxha-plenum", "id: hoxhë-plenum"), 'data/events.yml:32: hoxhë-plenum: id: "hoxhë-plenum" is not an id, for it holds U+00EB (latin small letter e with diaeresis); use small letters, figures and single hyphens'),
        (swap("events", "id: hoxha-plenum", 'id: "hoxha\\tplenum"'), 'data/events.yml:32: hoxha‹U+0009›plenum: id: "hoxha‹U+0009›plenum" is not an id; use small'),
        (swap("events", "id: hoxha-plenum", 'id: "hoxha\\nplenum"'), 'data/events.yml:32: hoxha‹U+000A›plenum: id: "hoxha‹U+000A›plenum" is not an id; use small'),
        (swap("events", "id: hoxha-plenum", 'id: ho\xadxha-plenum'), 'data/events.yml:32: ho‹U+00AD›xha-plenum: id: "ho‹U+00AD›xha-plenum" is not an id, for it holds U+00AD (soft hyphen); use small'),
        (swap("events", "id: hoxha-plenum", 'id: ""'), 'data/events.yml:32: id: "" is not an id; use small letters, figures and single hyphens'),
        (swap("events", "id: hoxha-plenum", "id:"), 'data/events.yml:32: id: "" is not an id; use small letters, figures and single hyphens'),
        (swap("events", "id: hoxha-plenum", "id: [hoxha-plenum]"), "data/events.yml:32: id: is not text; write it as one text, with >- where it is long"),
        (swap("events", "- id: hoxha-plenum\n  title", "- title"), 'data/events.yml:32: "id" is missing; add it'),
        (swap("events", "id: hoxha-plenum", "id: " + "h" * 81), "data/events.yml:32: " + "h" * 81 + ": id: has 81 characters; 80 are the most"),
        (swap("events", "id: hoxha-plenum\n", "id: hoxha-plenum\n  formerly: [bucharest-meeting]\n"), 'data/events.yml:32: hoxha-plenum: id "bucharest-meeting" is already used at data/events.yml:1; choose another'),
        (swap("events", "id: hoxha-plenum\n", "id: hoxha-plenum\n  formerly: [hoxha-plenum]\n"), 'data/events.yml:32: hoxha-plenum: id "hoxha-plenum" is already used at data/events.yml:32; choose another'),
        (swap("events", "id: hoxha-plenum\n", "id: hoxha-plenum\n  formerly: old\n"), "data/events.yml:33: hoxha-plenum: formerly: is not a list; write [one, two] or lines that begin with “- ”"),
        (swap("events", "id: hoxha-plenum\n", "id: hoxha-plenum\n  formerly: [Old]\n"), 'data/events.yml:33: hoxha-plenum: formerly: "Old" is not an id; use small letters, figures and single hyphens'),
        (swap("events", "id: hoxha-plenum", "id: index"), 'data/events.yml:32: index: id: "index" is the name of lists; choose another'),
        (swap("people", "- id: kapo\n  name: Hysni Kapo\n", "- name: Hysni Kapo\n  id: hoxha\n"), 'data/people.yml:12: hoxha: id "hoxha" is already used at data/people.yml:1; choose another'),
        (swap("people", "- id: hoxha\n  name: Enver Hoxha\n", "- name: Enver Hoxha\n  id: kapo\n"), 'data/people.yml:11: kapo: id "kapo" is already used at data/people.yml:2; choose another'),
        (swap("people", "id: kapo", 'id: "kapo "'), 'data/people.yml:11: kapo : id: "kapo " is not an id; use small letters, figures and single hyphens'),
        (swap("people", "id: khrushchev", "id: kapo"), 'data/people.yml:17: kapo: id "kapo" is already used at data/people.yml:11; choose another'),
    ],
    "records": [
        (swap("events", "  summary: Communist", "  sumary: Communist"), 'data/events.yml:12: bucharest-meeting: unknown key "sumary"; did you mean "summary"?'),
        (swap("events", "  summary: Communist", "  summ\u0430ry: Communist"), 'data/events.yml:12: bucharest-meeting: unknown key "summ\u0430ry", for it holds U+0430 (cyrillic small letter a); did you mean "summary"?'),
        (swap("events", "  kind: meeting\n", "  kind: meeting\n  colour: red\n"), 'data/events.yml:4: bucharest-meeting: unknown key "colour"; allowed: id, formerly,'),
        (swap("events", "via_locator: sect. 6}", "vialocator: sect. 6}"), 'data/events.yml:16: bucharest-meeting: unknown key "vialocator"; did you mean "via_locator"?'),
        (swap("events", "  kind: meeting\n", ""), 'data/events.yml:1: bucharest-meeting: "kind" is missing; add it'),
        (swap("events", "how: part of", "hwo: part of"), 'data/events.yml:11: bucharest-meeting: unknown key "hwo"; did you mean "how"?'),
        (swap("people", "from: 1941-11-08", "from_: 1941-11-08"), 'data/people.yml:9: hoxha: unknown key "from_"; did you mean "from"?'),
        (swap("sources", "container-title: Med", "container_title: Med"), 'data/sources.yml:9: pilacanako2021: unknown key "container_title"; did you mean "container-title"?'),
        (swap("events", "  kind: meeting\n", "  kind: meting\n"), 'data/events.yml:3: bucharest-meeting: kind: "meting" is not allowed; use meeting, speech,'),
        (swap("events", "  kind: meeting\n", "  kind: meeting\n  kind: visit\n"), 'data/events.yml:4: bucharest-meeting: key "kind" is given twice; keep one of the two'),
        (swap("events", "bodies: [pla]", "bodies: pla"), "data/events.yml:9: bucharest-meeting: bodies: is not a list; write [one, two] or lines that begin with “- ”"),
        (swap("events", "title: The parties meet at Bucharest; Kapo comes for Albania", 'title: "a\\0b"'), "data/events.yml:2: bucharest-meeting: title: holds U+0000 (control character); delete it"),
        (swap("events", "title: The parties meet at Bucharest; Kapo comes for Albania", "title: [a, b]"), "data/events.yml:2: bucharest-meeting: title: is not text; write it as one text, with >- where it is long"),
        (swap("sources", "{family: Griffith, given: William E.}", "{given: William E.}"), "data/sources.yml:21: griffith1964: author: is no name of one form; give either family (and given) or literal"),
        (swap("sources", "  language: en\n", "  language: English\n"), 'data/sources.yml:6: pilacanako2021: language: "English" does not have the right form; it must match ^[a-z]{2,3}$'),
        (swap("sources", "  publisher: M.I.T. Press\n", "  publisher: M.I.T. Press\n  URL: javascript:alert(1)\n"), 'data/sources.yml:24: griffith1964: URL: "javascript:alert(1)" is not a web address; it must begin with http:// or https:// and hold no spaces or quotes'),
        (swap("letters", "  evidence:\n    - {source: cia1962}\n", "  evidence: []\n"), "data/letters.yml:22: 1960-06-22-hoxha-kapo: evidence: is empty or too short; give at least 1"),
        (swap("events", "via: pilacanako2021, via_locator: sect. 6}", "stance: suports}"), 'data/events.yml:16: bucharest-meeting: stance: "suports" is not allowed; use supports, disputes or mentions'),
        (swap("events", "date: 1961-06~, by: leak", "date: 1961-06~, by: rumour"), 'data/events.yml:11: bucharest-meeting: by: "rumour" is not allowed; use public act, press,'),
        (swap("conflicts", "  settles: The minutes of the plenum.\n", ""), 'data/conflicts.yml:1: open-plenum-day: "settles" is missing; add it'),
        (swap("events", "  statements:\n", "  statement:\n"), 'data/events.yml:1: bucharest-meeting: "statements" is missing; add it'),
        (swap("events", "place: bucharest", "place: [bucharest]"), "data/events.yml:7: bucharest-meeting: place: is not text; write it as one text, with >- where it is long"),
        (swap("events", "people: [kapo, khrushchev]", "people: [[kapo]]"), "data/events.yml:8: bucharest-meeting: people: is not text; write it as one text, with >- where it is long"),
        (swap("events", "people: [kapo, khrushchev]", "people: {kapo: khrushchev}"), "data/events.yml:8: bucharest-meeting: people: is not a list; write [one, two] or lines that begin with “- ”"),
        (swap("events", "  study: [6]\n  chapter: 6\n  place", '  label: ""\n  study: [6]\n  chapter: 6\n  place'), "data/events.yml:5: bucharest-meeting: label: is empty; leave the key out where nothing is known"),
        (swap("bodies", "name: ", "nmae: "), 'data/bodies.yml:1: pla: "name" is missing; add it'),
        (swap("people", "side: albania", "side: Albania"), 'data/people.yml:5: hoxha: side: "Albania" is not allowed; use albania, soviet union, china, yugoslavia, eastern europe, the west or elsewhere'),
        (swap("people", "{name: Hodja, language: en}", "Hodja"), "data/people.yml:4: hoxha: variants: is not a set of keys; write “key: value” lines"),
        (swap("letters", "kind: radiogram", "kind: Radiogram"), 'data/letters.yml:2: 1960-06-21-hoxha-kapo: kind: "Radiogram" is not allowed; use letter, note, radiogram, telegram, speech, statement, minutes,'),
        (swap("sources", "type: book", "type: books"), 'data/sources.yml:18: griffith1964: type: "books" is not allowed; use article-journal, article-magazine, article-newspaper, book, chapter, document,'),
        (swap("sources", "kind: scholarship", "kind: studies"), 'data/sources.yml:2: pilacanako2021: kind: "studies" is not allowed; use archive, official, memoir, press, intelligence, scholarship or reference'),
        (swap("conflicts", "events: [hoxha-plenum]", "events: [hoxha]"), 'data/conflicts.yml:7: open-plenum-day: events: "hoxha" is not among the events; add it to data/events.yml first'),
        (swap("series", "unit: tons", "unit:"), "data/series.yml:3: wheat-1960: unit: is empty; leave the key out where nothing is known"),
        (swap("series", "  summary: What", "  comparable: true\n  summary: What"), "data/series.yml:1: wheat-1960: comparable: a drawing needs three figures or more, none below zero; drop it"),
        (swap("events", "  kind: meeting\n", '  kind: meeting\n  acts: [{from: pla, to: nobody, weis: "193"}]\n'), 'data/events.yml:4: bucharest-meeting: to: "nobody" is not among the bodies; add it to data/bodies.yml first'),
        (swap("events", "  kind: meeting\n", "  kind: meeting\n  acts: [{from: pla, to: pla, weis: 19}]\n"), 'data/events.yml:4: bucharest-meeting: weis: "19" does not have the right form; it must match ^\\d{3}$'),
        (swap("sources", "author: [{family: Griffith, given: William E.}]", "author: [{family: Griffith, literal: Griffith}]"), "data/sources.yml:21: griffith1964: author: is no name of one form; give either family (and given) or literal"),
        (swap("sources", "author: [{family: Griffith, given: William E.}]", "author: William E. Griffith"), "data/sources.yml:21: griffith1964: author: is not a list; write [one, two] or lines that begin with “- ”"),
        (swap("sources", "  publisher: M.I.T. Press\n", '  publisher: M.I.T. Press\n  links: [{url: "data:text/html,x"}]\n'), 'data/sources.yml:24: griffith1964: url: "data:text/html,x" is not a web address; it must begin with http:// or https:// and hold no spaces or quotes'),
        (swap("sources", "  publisher: M.I.T. Press\n", '  publisher: M.I.T. Press\n  URL: "https://example.org/a b"\n'), 'data/sources.yml:24: griffith1964: URL: "https://example.org/a b" is not a web address; it must begin with http:// or https:// and hold no spaces or quotes'),
        (swap("letters", "  seen: catalogue\n", "  seen: catalogue\n  published: [{locator: p. 3}]\n"), "data/letters.yml:11: 1960-06-21-hoxha-kapo: published: does not say where it is printed; give source or text"),
    ],
    "dates": [
        (swap("events", "date: 1960-06-24/1960-06-26", "date: 1960-06-31"), 'data/events.yml:4: bucharest-meeting: date: "1960-06-31": June 1960 has 30 days'),
        (swap("events", "date: 1960-06-24/1960-06-26", "date: 24 June 1960"), 'data/events.yml:4: bucharest-meeting: date: "24 June 1960" is not a date; allowed: 1960-08-13'),
        (swap("events", "date: 1960-06-24/1960-06-26", "date: 1960-06-26/1960-06-24"), 'data/events.yml:4: bucharest-meeting: date: "1960-06-26/1960-06-24" runs backwards; write the earlier date first'),
        (swap("events", "  date_basis: The day is lost in the scan of the study.\n", ""), 'data/events.yml:35: hoxha-plenum: "1960-07-11~" is an uncertain date; add date_basis: the reason for it'),
        (swap("people", "died: 1985-04-11", "died: 1885-04-11"), "data/people.yml:7: hoxha: the life ends before it begins; mend one of the two dates"),
        (swap("people", "to: 1985}", "to: 1935}"), "data/people.yml:9: hoxha: the office ends before it begins; mend one of the two dates"),
        (swap("events", "date: 1961-06~, by: leak", "date: 1959, by: leak"), "data/events.yml:11: bucharest-meeting: it became public on 1959, before it happened; mend one of the two dates"),
        (swap("corrections", "  evidence:\n    - {source: cia1962}\n", ""), 'data/corrections.yml:1: s6-days-of-bucharest: "evidence" is missing; add it'),
        (swap("corrections", "study_says: held", "study_says: a b c d e f g h i j k l m n o p q r s t u v w x y z held"), "data/corrections.yml:3: s6-days-of-bucharest: study_says: quotes 35 words of the study; 25 are the most, cut it with …"),
        (swap("corrections", "gravity: detail", "gravity: grave"), 'data/corrections.yml:6: s6-days-of-bucharest: gravity: "grave" is not allowed; use fact, detail or wording'),
        (swap("people", "offices: [{title: First Secretary, body: pla, from: 1941-11-08, to: 1985}]", "offices: [{title: Clerk, from: 1899, to: 1990}]"), "data/people.yml:9: hoxha: 1990 lies after the death of Enver Hoxha; mend one of the two dates"),
        (swap("people", "offices: [{title: First Secretary, body: pla, from: 1941-11-08, to: 1985}]", "offices: [{title: Clerk, from: 1899}]"), "data/people.yml:9: hoxha: 1899 lies before the birth of Enver Hoxha; mend one of the two dates"),
        (swap("events", "date: 1960-06-24/1960-06-26", "date: 1960-13"), 'data/events.yml:4: bucharest-meeting: date: "1960-13" is not a date; allowed: 1960-08-13, 1960-08, 1960, 1960-22 (summer), 1960-08-XX, 196X, each'),
        (swap("events", "date: 1960-06-24/1960-06-26", "date: 1960-6-24"), 'data/events.yml:4: bucharest-meeting: date: "1960-6-24" is not a date; allowed: 1960-08-13, 1960-08, 1960, 1960-22 (summer), 1960-08-XX, 196X, each'),
        (swap("events", "date: 1960-06-24/1960-06-26", "date: 60-06-24"), 'data/events.yml:4: bucharest-meeting: date: "60-06-24" is not a date; allowed: 1960-08-13, 1960-08, 1960, 1960-22 (summer), 1960-08-XX, 196X, each'),
        (swap("events", "date: 1960-06-24/1960-06-26", "date: 1960-02-30"), 'data/events.yml:4: bucharest-meeting: date: "1960-02-30": February 1960 has 29 days; mend the day'),
        (swap("events", "date: 1960-06-24/1960-06-26", "date: 1960-06-00"), 'data/events.yml:4: bucharest-meeting: date: "1960-06-00": June 1960 has 30 days; mend the day'),
        (swap("events", "date: 1960-06-24/1960-06-26", "date: 0000"), 'data/events.yml:4: bucharest-meeting: date: "0000": there is no year 0; give the year in four figures'),
        (swap("events", "date: 1960-06-24/1960-06-26", "date: 9999-24"), 'data/events.yml:4: bucharest-meeting: date: "9999-24" lies at the end of the calendar; mend the year'),
        (swap("events", "date: 1960-06-24/1960-06-26", "date: ../.."), 'data/events.yml:4: bucharest-meeting: date: "../.." says nothing; give at least one end'),
        (swap("events", "date: 1960-06-24/1960-06-26", "date: 1960/"), 'data/events.yml:4: bucharest-meeting: date: "1960/" lacks an end; write .. for an end that is not known'),
        (swap("events", "date: 1960-06-24/1960-06-26", "date: 1960-06-24T10:00"), 'data/events.yml:4: bucharest-meeting: date: "1960-06-24T10:00" is not a date; allowed: 1960-08-13, 1960-08, 1960, 1960-22 (summer), 1960-08-XX, 196X,'),
        (swap("events", "date: 1960-06-24/1960-06-26", "date: [1960]"), "data/events.yml:4: bucharest-meeting: date: is not a date; write it as text"),
        (swap("events", "date: 1960-06-24/1960-06-26", "date:"), 'data/events.yml:4: bucharest-meeting: date: "" is not a date; allowed: 1960-08-13, 1960-08, 1960, 1960-22 (summer), 1960-08-XX, 196X, each with ? ~'),
        (swap("events", "date: 1960-06-24/1960-06-26", "date: １９６０"), 'data/events.yml:4: bucharest-meeting: date: "１９６０" is not a date; allowed: 1960-08-13, 1960-08, 1960, 1960-22 (summer), 1960-08-XX, 196X, each with ?'),
        (swap("events", "date: 1960-06-24/1960-06-26", "date: 1960?"), 'data/events.yml:4: bucharest-meeting: "1960?" is an uncertain date; add date_basis: the reason for it'),
        (swap("events", "date: 1960-06-24/1960-06-26", "date: ../1960"), 'data/events.yml:4: bucharest-meeting: "../1960" is an uncertain date; add date_basis: the reason for it'),
        (swap("people", "born: 1894", "born: 1994"), "data/people.yml:23: khrushchev: the life ends before it begins; mend one of the two dates"),
        (swap("sources", "issued: 1963", "issued: MCMLXIII"), 'data/sources.yml:22: griffith1964: issued: "MCMLXIII" is not a date; allowed: 1960-08-13, 1960-08, 1960, 1960-22 (summer), 1960-08-XX, 196X, each'),
        (swap("letters", "date: 1960-06-21", "date: 1960-06-21~"), 'data/letters.yml:3: 1960-06-21-hoxha-kapo: "1960-06-21~" is an uncertain date; add date_basis: the reason for it'),
        (swap("series", "date: 1960", "date: 1960s"), 'data/series.yml:7: wheat-1960: date: "1960s" is not a date; allowed: 1960-08-13, 1960-08, 1960, 1960-22 (summer), 1960-08-XX, 196X, each with ? ~ or'),
    ],
    "numbers": [
        (swap("events", "study: [6]", "study: [11]"), 'data/events.yml:5: bucharest-meeting: study: "11" is too large; the most is 10'),
        (swap("events", "study: [6]", "study: [six]"), 'data/events.yml:5: bucharest-meeting: study: "six" is not a whole number; write figures only'),
        (swap("places", "latitude: 44.43", "latitude: 94.43"), 'data/places.yml:4: bucharest: latitude: "94.43" is too large; the most is 90'),
        (swap("places", "latitude: 44.43", "latitude: north"), 'data/places.yml:4: bucharest: latitude: "north" is not a number; write figures with a point, without spaces'),
        (swap("series", "value: 10000", "value: nan"), 'data/series.yml:8: wheat-1960: value: "nan" is not a number; write figures with a point, without spaces'),
        (swap("places", "latitude: 44.43", "latitude: 44,43"), 'data/places.yml:4: bucharest: latitude: "44,43" is not a number; write figures with a point, without spaces'),
        (swap("places", "longitude: 26.10", "longitude: -181"), 'data/places.yml:5: bucharest: longitude: "-181" is too small; the least is -180'),
        (swap("places", "longitude: 26.10", "longitude: nan"), 'data/places.yml:5: bucharest: longitude: "nan" is too large; the most is 180'),
        (swap("series", "value: 10000", "value: 10 000"), 'data/series.yml:8: wheat-1960: value: "10 000" is not a number; write figures with a point, without spaces'),
        (swap("series", "value: 10000", "value: .inf"), 'data/series.yml:8: wheat-1960: value: ".inf" is not a number; write figures with a point, without spaces'),
        (swap("series", "value: 10000", "value: 1e999"), 'data/series.yml:8: wheat-1960: value: "1e999" is not a number; write figures with a point, without spaces'),
        (swap("events", "chapter: 6\n", "chapter: 0\n"), 'data/events.yml:6: bucharest-meeting: chapter: "0" is too small; the least is 1'),
        (swap("events", "chapter: 6\n", "chapter: 6.5\n"), 'data/events.yml:6: bucharest-meeting: chapter: "6.5" is not a whole number; write figures only'),
        (swap("corrections", "study: 6", "study: 99"), 'data/corrections.yml:2: s6-days-of-bucharest: study: "99" is too large; the most is 10'),
        (swap("events", "differs: true", "differs: perhaps"), 'data/events.yml:25: bucharest-meeting: differs: "perhaps" is neither true nor false; write one of the two'),
    ],
    "references": [
        (swap("events", "{source: griffith1964, via", "{source: grifith1964, via"), 'data/events.yml:16: bucharest-meeting: source: "grifith1964" is not among the sources or letters; did you mean "griffith1964"?'),
        (swap("events", "people: [kapo, khrushchev]", "people: [kapo, kruschev]"), 'data/events.yml:8: bucharest-meeting: people: "kruschev" is not among the people; did you mean "khrushchev"?'),
        (swap("events", "place: bucharest", "place: atlantis"), 'data/events.yml:7: bucharest-meeting: place: "atlantis" is not among the places; add it to data/places.yml first'),
        (swap("events", "place: bucharest", "place: kapo"), 'data/events.yml:7: bucharest-meeting: place: "kapo" is not among the places; add it to data/places.yml first'),
        (swap("events", "letters: [1960-06-21-hoxha-kapo]", "letters: [1960-06-21-hoxha-kappo]"), 'data/events.yml:10: bucharest-meeting: letters: "1960-06-21-hoxha-kappo" is not among the letters; did you mean "1960-06-21-hoxha-kapo"?'),
        (swap("corrections", "event: bucharest-meeting", "event: bucharest"), 'data/corrections.yml:9: s6-days-of-bucharest: event: "bucharest" is not among the events; did you mean "bucharest-meeting"?'),
        (swap("people", "offices: [{title: First Secretary, body: pla, from: 1941-11-08, to: 1985}]", "offices: [{title: Clerk, body: plaa}]"), 'data/people.yml:9: hoxha: body: "plaa" is not among the bodies; did you mean "pla"?'),
    ],
    "chains": [
        (swap("events", "via: pilacanako2021, via_locator: sect. 6", "via: griffith1964"), 'data/events.yml:16: bucharest-meeting: "griffith1964" is named as the way to itself; name the work through which it is known'),
        (swap("events", "title: The parties meet at Bucharest; Kapo comes for Albania", 'title: ""'), "data/events.yml:2: bucharest-meeting: title: is empty; leave the key out where nothing is known"),
        (swap("sources", "  via: pilacanako2021\n", ""), "data/sources.yml:16: griffith1964: a source that was not seen stands without via:; add the work through which it is known"),
        (swap("sources", "  via: pilacanako2021\n", "  via: griffith1964\n"), "data/sources.yml:17: griffith1964: the works through which it is known lead back to itself; name one that this edition has seen"),
        (swap("sources", "  seen: none\n", "  seen: nome\n"), 'data/sources.yml:16: griffith1964: seen: "nome" is not allowed; use full, excerpt, abstract, catalogue or none'),
        (swap("letters", "  sender: [hoxha]\n", ""), "data/letters.yml:1: 1960-06-21-hoxha-kapo: has no sender; give sender (ids) or sender_as (words)"),
        (swap("letters", "replies_to: [1960-06-21-hoxha-kapo]", "replies_to: [1960-06-22-hoxha-kapo]"), "data/letters.yml:20: 1960-06-22-hoxha-kapo: the letter replies to itself; name the letter that it answers"),
        (swap("letters", "{source: cia1962}", "{source: 1960-06-22-hoxha-kapo}"), "data/letters.yml:23: 1960-06-22-hoxha-kapo: the document is named as evidence for itself; name the work through which it is known"),
        (swap("letters", "{source: cia1962}", "{source: cia1962, via: cia1962}"), 'data/letters.yml:23: 1960-06-22-hoxha-kapo: "cia1962" is named as the way to itself; name the work through which it is known'),
        (swap("letters", "{source: cia1962}", "{source: cia1962, via: griffith1964}"), 'data/letters.yml:23: 1960-06-22-hoxha-kapo: "griffith1964" was not seen either; name the work that this edition has seen'),
        (swap("sources", "  seen: full\n", "  seen: full\n  via: griffith1964\n"), "data/sources.yml:4: pilacanako2021: the works through which it is known lead back to itself"),
        (swap("sources", "seen: excerpt\n", "seen: excerpt\n  via: nobody\n"), 'data/sources.yml:28: cia1962: via: "nobody" is not among the sources or letters; add it to data/sources.yml first'),
        (swap("sources", "seen: excerpt\n", "seen: none\n  via: griffith1964\n"), 'data/sources.yml:28: cia1962: "griffith1964" was not seen either; name the work that this edition has seen'),
        (swap("events", "{source: griffith1964, via: pilacanako2021", "{source: griffith1964, via: griffith1964"), 'data/events.yml:16: bucharest-meeting: "griffith1964" is named as the way to itself; name the work through which it is known'),
        (swap("events", "{source: griffith1964, via: pilacanako2021", "{source: griffith1964, via: pilaca2021"), 'data/events.yml:16: bucharest-meeting: via: "pilaca2021" is not among the sources or letters; did you mean "pilacanako2021"?'),
        (swap("events", "{source: griffith1964, via: pilacanako2021, via_locator: sect. 6}", "{via: pilacanako2021}"), 'data/events.yml:16: bucharest-meeting: "source" is missing; add it'),
        (swap("events", "{source: griffith1964, via: pilacanako2021, via_locator: sect. 6}", "griffith1964"), "data/events.yml:16: bucharest-meeting: evidence: is not a set of keys; write “key: value” lines"),
        (swap("events", "      evidence:\n        - {source: griffith1964, via: pilacanako2021, via_locator: sect. 6}\n", ""), 'data/events.yml:14: bucharest-meeting: "evidence" is missing; add it'),
        (swap("events", "      evidence:\n        - {source: griffith1964, via: pilacanako2021, via_locator: sect. 6}\n", "      evidence: []\n"), "data/events.yml:15: bucharest-meeting: evidence: is empty or too short; give at least 1"),
        (swap("events", "source: griffith1964, via: pilacanako2021", "source: kapo, via: pilacanako2021"), 'data/events.yml:16: bucharest-meeting: source: "kapo" is not among the sources or letters; add it to data/sources.yml first'),
        (swap("letters", "replies_to: [1960-06-21-hoxha-kapo]", "replies_to: [1960-06-23-hoxha-kapo]"), 'data/letters.yml:20: 1960-06-22-hoxha-kapo: replies_to: "1960-06-23-hoxha-kapo" is not among the letters; did you mean "1960-06-22-hoxha-kapo"?'),
        (swap("letters", "  sender: [hoxha]\n  recipient: [kapo]\n  place", "  sender: [hoxha]\n  replies_to: [1960-06-22-hoxha-kapo]\n  recipient: [kapo]\n  place"), 'data/letters.yml:5: 1960-06-21-hoxha-kapo: "1960-06-22-hoxha-kapo" is dated 22 June 1960, after this letter; mend one of the two dates, or name the letter that it answers'),
        (swap("letters", "sender: [hoxha]", "sender: [tirana]"), 'data/letters.yml:4: 1960-06-21-hoxha-kapo: sender: "tirana" is not among the people or bodies; add it to data/people.yml first'),
        (swap("letters", "seen: catalogue", "seen: yes"), 'data/letters.yml:10: 1960-06-21-hoxha-kapo: seen: "yes" is not allowed; use full, excerpt, abstract, catalogue or none'),
        (swap("letters", "  date: 1960-06-22\n", "  date: 1960-06-20\n"), 'data/letters.yml:20: 1960-06-22-hoxha-kapo: "1960-06-21-hoxha-kapo" is dated 21 June 1960, after this letter; mend one of the two dates, or name the letter that it answers'),
        (swap("events", "{id: cia, name: CIA, source: cia1962,", "{id: cia, name: CIA, source: cia1926,"), 'data/events.yml:20: bucharest-meeting: source: "cia1926" is not among the sources or letters; did you mean "cia1962"?'),
        (swap("events", "by: leak, how: part of a transcript in the press}", "by: leak}"), 'data/events.yml:11: bucharest-meeting: "how" is missing; add it'),
        (swap("events", "by: leak, how: part of a transcript in the press}", "by: leak, how: x, evidence: [{source: nobody}]}"), 'data/events.yml:11: bucharest-meeting: source: "nobody" is not among the sources or letters; add it to data/sources.yml first'),
    ],
    "accounts": [
        (swap("events", "{witness: cia, text", "{witness: cai, text"), 'data/events.yml:25: bucharest-meeting: "cai" is not among the witnesses; did you mean "cia"?'),
        (swap("events", "          - {witness: cia, text: A delegation, differs: true}\n", ""), 'data/events.yml:20: bucharest-meeting: the witness "cia" answers nothing; add an answer or leave the witness out'),
        (swap("events", "      - {id: cia, name: CIA, source: cia1962, about: An American intelligence paper of 1962.}\n", ""), "data/events.yml:18: bucharest-meeting: witnesses: is empty or too short; give at least 2"),
        (swap("events", "          - {witness: study, text: Kapo}\n          - {witness: cia, text: A delegation, differs: true}\n", "          []\n"), "data/events.yml:23: bucharest-meeting: answers: is empty or too short; give at least 1"),
    ],
    "quotations": [
        (prose("He said “always remained faithful”.[@cia1962]"), "10: “always remained faithful” is no stored quotation, to the letter; mend it, or add it under quotes: in data/"),
        (swap("events", "speaker: hoxha", "speaker: hodja"), 'data/events.yml:30: bucharest-meeting: speaker: "hodja" is not among the people or bodies; did you mean "hoxha"?'),
        (swap("events", "reading: translation}", "reading: translated}"), 'data/events.yml:30: bucharest-meeting: reading: "translated" is not allowed; use original, official translation, translation, this edition\'s translation or translation of a translation'),
        (swap("events", ", language: sq, reading", ", reading"), 'data/events.yml:30: bucharest-meeting: "language" is missing; add it'),
        (swap("events", "text: always remain faithful to the Soviet Union", 'text: " "'), "data/events.yml:30: bucharest-meeting: text: is empty; leave the key out where nothing is known"),
        (swap("events", "source: pilacanako2021, locator: sect. 8", "source: pilacanako, locator: sect. 8"), 'data/events.yml:30: bucharest-meeting: source: "pilacanako" is not among the sources or letters; did you mean "pilacanako2021"?'),
        (prose("He said “always” “remain unfaithful”.[@cia1962]"), "10: “remain unfaithful” is no stored quotation, to the letter; mend it, or add it under quotes: in data/"),
        (prose("He said “faithful … always remain”.[@cia1962]"), "10: “faithful … always remain” is no stored quotation, to the letter; mend it, or add it under quotes: in data/"),
        (prose("He said “always remain faithful,\nand more”.[@cia1962]"), "10: “always remain faithful, and more” is no stored quotation, to the letter; mend it, or add it under quotes: in data/"),
        (prose("> “Never said by anybody”.[@cia1962]"), "10: “Never said by anybody” is no stored quotation, to the letter; mend it, or add it under quotes: in data/"),
        (prose("He said “never said[@cia1962] by\nanybody”."), "10: “never said by anybody” is no stored quotation, to the letter; mend it, or add it under quotes: in data/"),
    ],
    "citations": [
        (prose("So.[@nope]"), '10: cites "nope", which is no source and no letter; add it to data/sources.yml first'),
        (prose("So.[@grifith1964]"), '10: cites "grifith1964", which is no source and no letter; did you mean "griffith1964"?'),
        (prose("So.[@cia1962; @nope]"), '10: cites "nope"'),
        (prose("So.[@kapo]"), '10: cites "kapo", which is no source and no letter'),
        (prose("So.[@cia1962 p. 3]"), '10: "@cia1962 p. 3" is not a citation; write [@key], [@key, p. 79] or [@one; @two, pp. 4–5]'),
        (prose("So.[@cia1962,]"), '10: "@cia1962," is not a citation'),
        (prose("So.[@]"), '10: "@" is not a citation'),
        (prose("So.[@cia1962"), '10: "[@cia1962": the citation cannot be read; write [@key]'),
        (prose("So.[@cia1962 [x]]"), '10: "[@cia1962 [x]]": the citation cannot be read; write [@key]'),
        (prose("So.[via @pilacanako2021]"), '10: "via @pilacanako2021" has nothing before it; name the work first, as in [@one; via @pilacanako2021]'),
        (prose("So.[@cia1962; via @griffith1964]"), '10: "via" leads through "griffith1964", which was not seen; name a work that this edition has seen'),
        (prose("So.[@cia1962; via @cia1962]"), '10: "via" leads to itself; name a work that this edition has seen'),
        (prose("## A heading[@cia1962]"), '10: "[@cia1962]": a heading cannot hold a citation; move it to the text below'),
        (prose("[a link [@cia1962]](../index.md)"), '10: "[@cia1962]": a link or picture cannot hold a citation; move it behind'),
        (prose("So [@cia1962][person:kapo] said."), '10: "[@cia1962": a link or picture cannot hold a citation; move it behind'),
        (prose("So [see @cia1962](../index.md) said."), '10: "[see @cia1962": a link or picture cannot hold a citation; move it behind'),
        (prose("![a picture [@cia1962]](a.png)"), '10: "[@cia1962]": a link or picture cannot hold a citation; move it behind'),
        (prose("On 21 June he was told."), '10: "On 21 June he was told.…": states a date or a figure without a note; add the citation that bears it out'),
        (prose("So [@cia1962; and `x` y]."), '10: "and … y" is not a citation; write [@key]'),
        (prose("So.[@cia1962;]"), '10: "" is not a citation; write [@key], [@key, p. 79] or [@one; @two, pp. 4–5]'),
        (prose("So.[@cia1962; via]"), '10: "via" is not a citation; write [@key], [@key, p. 79] or [@one; @two, pp. 4–5]'),
        (prose("So.[@CIA1962]"), '10: "@CIA1962" is not a citation; write [@key], [@key, p. 79] or [@one; @two, pp. 4–5]'),
        (prose("So.[@cia_1962]"), '10: "@cia_1962" is not a citation; write [@key], [@key, p. 79] or [@one; @two, pp. 4–5]'),
        (prose("So.[see @nope]"), '10: cites "nope", which is no source and no letter; add it to data/sources.yml first'),
        (prose("So.[@cia1962, p. 3; via @nope]"), '10: cites "nope", which is no source and no letter; add it to data/sources.yml first'),
        (prose("So.[@griffith1964; via @pilacanako2021; via @cia1962"), '1: "So. via @pilacanako2021; via @cia1962…": states a date or a figure without a note; add the citation that bears it out'),
        (prose("- a list [@nope]"), '10: cites "nope", which is no source and no letter; add it to data/sources.yml first'),
        (prose("> quoted [@nope]"), '10: cites "nope", which is no source and no letter; add it to data/sources.yml first'),
        (prose("A footnote.[^1]\n\n[^1]: It says [@nope]"), '12: cites "nope", which is no source and no letter; add it to data/sources.yml first'),
        (prose("| a |\n|---|\n| b [@nope] |"), '12: cites "nope", which is no source and no letter; add it to data/sources.yml first'),
        (prose('<div markdown="1">\n\nSo.[@nope]\n\n</div>'), '12: cites "nope", which is no source and no letter; add it to data/sources.yml first'),
        (prose("| a |\n|---|\n| b | lost |"), "12: has more cells than the 1 of the table's head; give the head as many, or write \\| for a stroke"),
        (prose("In 1960 there were 3."), '10: "In 1960 there were 3.…": states a date or a figure without a note; add the citation that bears it out'),
        (prose("In 1960\nthere were 3."), '10: "In 1960 there were 3.…": states a date or a figure without a note; add the citation that bears it out'),
        (prose("> It was\n> *in* 1960."), '10: "It was in 1960.…": states a date or a figure without a note; add the citation that bears it out'),
        (prose("- In 1960 there were 3."), '10: "In 1960 there were 3.…": states a date or a figure without a note; add the citation that bears it out'),
    ],
    "links": [
        (prose("[Kapo][person:kappo]"), '10: links to "kappo", which is not among the people; did you mean "kapo"?'),
        (prose("[Kapo][event:kapo]"), '10: links to "kapo", which is not among the events; add it to data/events.yml first'),
        (prose("[†][correction:s6-days-of-bukarest]"), '10: links to "s6-days-of-bukarest", which is not among the corrections; did you mean "s6-days-of-bucharest"?'),
        (prose("[Kapo][persn:kapo]"), '10: "persn:" is no kind of link; did you mean "person"?'),
        (prose("[Kapo][xyz:kapo]"), '10: "xyz:" is no kind of link; use person, event, letter, place, source, body, correction'),
        (prose("[x](javascript:alert(1))"), '10: "javascript:alert(1)" leads neither to the web nor to a file here; begin it with https:// or mailto:, or give a path from this file'),
        (prose("[x](JaVaScRiPt:alert(1))"), '10: "JaVaScRiPt:alert(1)" leads neither to the web nor to a file here; begin it with https:// or mailto:, or give a path from this file'),
        (prose("[x](java&#115;cript:alert(1))"), '1: "javascript:alert(1)" leads neither to the web nor to a file here; begin it with https:// or mailto:, or give a path from this file'),
        (prose("<javascript:alert(1)>"), "10: <javascript:alert(1)> is no part of prose; write it in Markdown, or as text between `…`"),
        (prose("[x]\n\n[x]: javascript:alert(1)"), '12: "javascript:alert(1)" leads neither to the web nor to a file here; begin it with https:// or mailto:, or give a path from this file'),
        (prose("[x](data:text/html,hello)"), '10: "data:text/html,hello" leads neither to the web nor to a file here; begin it with https:// or mailto:, or give a path from this file'),
        (prose("[x](file:///etc/passwd)"), '10: "file:///etc/passwd" leads neither to the web nor to a file here; begin it with https:// or mailto:, or give a path from this file'),
        (prose("[x](vbscript:x)"), '10: "vbscript:x" leads neither to the web nor to a file here; begin it with https:// or mailto:, or give a path from this file'),
        (prose("[x](ftp://example.org/a)"), '10: "ftp://example.org/a" leads neither to the web nor to a file here; begin it with https:// or mailto:, or give a path from this file'),
        (prose("[x](//example.org/a)"), '10: "//example.org/a" leads neither to the web nor to a file here; begin it with https:// or mailto:, or give a path from this file'),
        (prose("[x](/chapters/)"), '10: "/chapters/" leads neither to the web nor to a file here; begin it with https:// or mailto:, or give a path from this file'),
        (prose("[x](\\\\example.org)"), '10: "\\example.org" leads neither to the web nor to a file here; begin it with https:// or mailto:, or give a path from this file'),
        (prose("[x](http://)"), '10: "http://" leads neither to the web nor to a file here; begin it with https:// or mailto:, or give a path from this file'),
        (prose("[x](http://[::1)"), '10: "http://[::1" is not an address; mend it'),
        (prose("[x](mailto:nobody)"), '10: "mailto:nobody" leads neither to the web nor to a file here; begin it with https:// or mailto:, or give a path from this file'),
        (prose(f"[x](ftp://example.org/{'a' * 50})"), f'10: "ftp://example.org/{"a" * 41}…" leads neither to the web nor to a file here; begin it'),
        (prose('<a href="&#9;/chapters/">x</a>'), '10: "‹U+0009›/chapters/" leads neither to the web nor to a file here; begin it with https:// or mailto:, or give a path from this file'),
        (prose('<a href="&#1;">x</a>'), "1: leads nowhere, for its address is empty; give one"),
        (prose("[x](nowhere.md)"), '10: links to "nowhere.md", which is no page and no file in docs/; give its path from this file'),
        (prose("[x](../abuot/index.md)"), '10: links to "../abuot/index.md", which is no page and no file in docs/; did you mean "../about/index.md"?'),
        (prose("[x](../about/)"), '10: links to "../about/", which is no page and no file in docs/; did you mean "../about/index.md"?'),
        (prose("[x](../../secret.md)"), '10: links to "../../secret.md", which is no page and no file in docs/; give its path from this file'),
        (prose("[x](../about/index.md#nowhere)"), '10: links to "../about/index.md#nowhere", and that page has no place of this name; name one of its headings or paragraphs, or drop "#nowhere"'),
        (prose("[x](#nowhere)"), '10: links to "#nowhere", and that page has no place of this name; name one of its headings or paragraphs, or drop "#nowhere"'),
        (prose('[x](#here "here")'), '10: links to "#here", and that page has no place of this name; name one of its headings or paragraphs, or drop "#here"'),
        (prose("[x](#p99)"), '10: links to "#p99", and that page has no place of this name; name one of its headings or paragraphs, or drop "#p99"'),
        (prose("[x](../people/hodja.md)"), '10: links to "../people/hodja.md", which is no page and no file in docs/; did you mean "../people/hoxha.md"?'),
        (prose("[x](../people/hoxha.md#nowhere)"), '10: links to "../people/hoxha.md#nowhere", and that page has no place of this name; name one of its headings or paragraphs, or drop "#nowhere"'),
        (prose("[Kapo][person:]"), '10: links to "", which is not among the people; add it to data/people.yml first'),
        (prose("[Kapo][person:Kapo]"), '10: links to "Kapo", which is not among the people; did you mean "kapo"?'),
        (prose("[it][letter:1960-06-21-hoxha-kappo]"), '10: links to "1960-06-21-hoxha-kappo", which is not among the letters; did you mean "1960-06-21-hoxha-kapo"?'),
        (prose("[there][place:bukarest]"), '10: links to "bukarest", which is not among the places; did you mean "bucharest"?'),
        (prose("[x]()"), "10: leads nowhere, for its address is empty; give one"),
    ],
    "pictures": [
        (prose("![A picture](missing.png)"), '10: the picture "missing.png" is not in docs/; give its path from this file'),
        (prose("![A picture](https://example.org/a.png)"), '10: the picture "https://example.org/a.png" lies elsewhere; put it into docs/ and give its path from this file'),
        (prose("![A picture](data:image/png;base64,AAAA)"), '10: the picture "data:image/png;base64,AAAA" lies elsewhere; put it into docs/ and give its path from this file'),
        (prose("![A picture]()"), "10: leads nowhere, for its address is empty; give one"),
        (prose('<img src="https://example.org/a.png" alt="">'), '10: the picture "https://example.org/a.png" lies elsewhere; put it into docs/ and give its path from this file'),
    ],
    "markup": [
        (prose("<script>alert(1)</script>"), "10: <script> is no part of prose; write it in Markdown, or as text between `…`"),
        (prose("A <script src=x></script> word."), "10: <script> is no part of prose; write it in Markdown, or as text between `…`"),
        (prose("<style>p { color: red }</style>"), "10: <style> is no part of prose; write it in Markdown, or as text between `…`"),
        (prose('<iframe src="https://example.org"></iframe>'), "10: <iframe> is no part of prose; write it in Markdown, or as text between `…`"),
        (prose('<p onclick="x()">A word.</p>'), '10: the attribute "onclick" of <p> may run or style something; delete it'),
        (prose('A <b onmouseover="x()">word</b>.'), '10: the attribute "onmouseover" of <b> may run or style something; delete it'),
        (prose('<p style="color: red">A word.</p>'), '10: the attribute "style" of <p> may run or style something; delete it'),
        (prose("A word.\n{: onclick=x() }"), '11: the attribute "onclick" of <p> may run or style something; delete it'),
        (prose("A word.\n{: style=color:red }"), '11: the attribute "style" of <p> may run or style something; delete it'),
        (prose("<form><input></form>"), "10: <form> is no part of prose; write it in Markdown, or as text between `…`"),
        (prose("<svg><circle/></svg>"), "10: <circle> is no part of prose; write it in Markdown, or as text between `…`"),
        (prose("<!-- a remark -->"), "10: a comment would be published with the page; delete it"),
        (prose("A <!-- remark --> word."), "10: a comment would be published with the page; delete it"),
        (prose('<a href="javascript:x()">x</a>'), '10: "javascript:x()" leads neither to the web nor to a file here; begin it with https:// or mailto:, or give a path from this file'),
        (prose('<blockquote cite="javascript:x()">x</blockquote>'), '10: "javascript:x()" leads neither to the web nor to a file here; begin it with https:// or mailto:, or give a path from this file'),
        (prose("<base href=x>"), "10: <base> is no part of prose; write it in Markdown, or as text between `…`"),
        (prose("<object data=x></object>"), "10: <object> is no part of prose; write it in Markdown, or as text between `…`"),
        (prose("<?php x ?>"), "10: <?php x ?> is no part of prose; delete it"),
        (prose("<![CDATA[x]]>"), "10: <![CDATA[x]> is no part of prose; delete it"),
        (prose("<!DOCTYPE html>"), "10: <!DOCTYPE html> is no part of prose; delete it"),
        (prose("<custom-element>x</custom-element>"), "10: <custom-element> is no part of prose; write it in Markdown, or as text between `…`"),
        (prose("<h1 id=x><video src=x></video></h1>"), "10: <video> is no part of prose; write it in Markdown, or as text between `…`"),
    ],
    "front matter": [
        (whole("chapter", "no front matter at allText.\n"), "1: has no front matter; begin the file with --- title: … ---"),
        (whole("chapter", "---\nnumber: 6\nspan: 1960\nsummary: S.\nkey_dates: [bucharest-meeting]\n---\nText.\n"), '2: "title" is missing; add it'),
        (whole("chapter", "---\ntitle: T\nnumber: 6\nspan: sixty\nsummary: S.\nkey_dates: [bucharest-meeting]\n---\nText.\n"), '4: span: "sixty" is not a date; allowed: 1960-08-13'),
        (whole("chapter", "---\ntitle: T\nnumber: 16\nspan: 1960\nsummary: S.\nkey_dates: [bucharest-meeting]\n---\nText.\n"), '3: number: "16" is too large; the most is 10'),
        (whole("chapter", "---\ntitle: T\nnumber: 6\nspan: 1960\nsumary: S.\nkey_dates: [bucharest-meeting]\n---\nText.\n"), '5: unknown key "sumary"; did you mean "summary"?'),
        (whole("chapter", "---\ntitle: T\nnumber: 6\nspan: 1960\nsummary: S.\nkey_dates: [bucharest]\n---\nText.\n"), '6: key_dates: "bucharest" is not among the events; did you mean "bucharest-meeting"?'),
        (whole("chapter", "---\ntitle: [T\nnumber: 6\nspan: 1960\nsummary: S.\nkey_dates: [bucharest-meeting]\n---\nText.\n"), "3: is not YAML here"),
        (front("title: T\n", ""), '2: "title" is missing; add it'),
        (front("number: 6\n", ""), '2: "number" is missing; add it'),
        (front("number: 6", "number: six"), '3: number: "six" is not a whole number; write figures only'),
        (front("number: 6", "number: 11"), '3: number: "11" is too large; the most is 10'),
        (front("number: 6", "number: 0"), '3: number: "0" is too small; the least is 1'),
        (front("[bucharest-meeting]", "[atlantis]"), '6: key_dates: "atlantis" is not among the events; add it to data/events.yml first'),
        (front("number: 6", "number: [6]"), "3: number: Input should be a valid integer; see CONTRIBUTING.md for what goes here"),
        (prose("[" * 301), "10: has 301 brackets in one paragraph, and 300 are the most; divide it"),
        (front("key_dates: [bucharest-meeting]", "key_dates: bucharest-meeting"), "6: key_dates: is not a list; write [one, two] or lines that begin with “- ”"),
        (front("span: 1960", "span: 1961/1960"), '4: span: "1961/1960" runs backwards; write the earlier date first'),
        (front("title: T", "title: T\ntitle: U"), '3: key "title" is given twice; keep one of the two'),
        (front("title: T", "title: *T"), "2: is not YAML here (found undefined alias); look at indent, colons and quotes on this line and the one before"),
        (front("title: T", "tilte: T"), '2: "title" is missing; add it'),
        (front("title: T", "title: T\nformerly: [Old Name]"), '3: formerly: "Old Name" is not an id; use small letters, figures and single hyphens'),
        (front("title: T", "title: T\nmoved: {nine: 2}"), '3: nine: "nine" is not a whole number; write figures only'),
        (front("title: T", "title: T\nmoved: [9, 2]"), "3: moved: is not a set of keys; write “key: value” lines"),
        (front("summary: S.\n", "summary: S.\n---\n"), '2: "key_dates" is missing; add it'),
        (whole("chapter", b""), "1: has no front matter; begin the file with --- title: … ---"),
        (whole("chapter", FRONT), "1: has no text below its front matter; write it, or take the file away"),
        (whole("chapter", b"---\n---\nText.\n"), "1: has no front matter; begin the file with --- title: … ---"),
        (whole("chapter", b"---\n- title\n---\nText.\n"), "2: has a front matter without keys; write lines such as “title: …”"),
        (whole("chapter", b"---\n# only a comment\n---\nText.\n"), "1: has a front matter without keys; write lines such as “title: …”"),
        (whole("chapter", b"---\ntitle: T\nText without an end\n"), "1: has no front matter; begin the file with --- title: … ---"),
        (whole("docs/about/index.md", b"---\ntitle: About\n---\nText.\n"), 'docs/about/index.md:2: "description" is missing; add it'),
        (whole("docs/about/index.md", b"---\ntitle: About\ndescription: D\nnumber: 3\n---\nText.\n"), 'docs/about/index.md:4: unknown key "number"; allowed: title, formerly, description'),
        (whole("docs/chapters/07-more.md", b"---\ntitle: T\ndescription: D\n---\nText.\n"), 'docs/chapters/07-more.md:2: "key_dates" is missing; add it'),
    ],
    "imprint": [
        (whole("CITATION.cff", b""), "CITATION.cff:1: the record: is not a set of keys; write “key: value” lines"),
        (whole("CITATION.cff", b"- a\n"), "CITATION.cff:1: the record: is not a set of keys; write “key: value” lines"),
        (swap("CITATION.cff", "authors:\n  - name: The editors\n", "authors: []\n"), "CITATION.cff:4: authors: is empty or too short; give at least 1"),
        (swap("CITATION.cff", "authors:\n  - name: The editors\n", "authors: The editors\n"), "CITATION.cff:4: authors: is not a list; write [one, two] or lines that begin with “- ”"),
        (swap("CITATION.cff", "  - name: The editors\n", "  - nme: The editors\n"), 'CITATION.cff:5: unknown key "nme"; did you mean "name"?'),
        (swap("CITATION.cff", 'url: "https://example.org/small/"', 'url: "javascript:x"'), 'CITATION.cff:8: url: "javascript:x" is not a web address; it must begin with http:// or https:// and hold no spaces or quotes'),
        (swap("CITATION.cff", 'title: "Tirana', 'title: "\\u202eTirana'), "CITATION.cff:3: title: holds U+202E (right-to-left override); delete it"),
        (whole("CHANGELOG.md", b"# Changes\n\n## 0.1.0, 31 June 2026\n"), 'CHANGELOG.md:3: "31 June 2026" is not a day; write the heading as “## 0.2.0, 22 November 2026”'),
        (whole("CHANGELOG.md", b"# Changes\n\n## 0.1.0, yesterday\n"), 'CHANGELOG.md:3: "yesterday" is not a day; write the heading as “## 0.2.0, 22 November 2026”'),
        (swap("CITATION.cff", "  - name: The editors\n", "  - given-names: Ann\n"), "CITATION.cff:5: authors: has neither name nor family-names; give one of the two"),
    ],
    "addresses": [
        (whole("data/addresses.txt", b"/\nevents/old/\n"), 'data/addresses.txt:2: events/old/ was published and is gone; add "old" to formerly: of the record in data/events.yml that took its place'),
        (whole("data/addresses.txt", b"/\nchapters/06-a-re-emerging-crisis/#p99\n"), "data/addresses.txt:2: chapters/06-a-re-emerging-crisis/#p99 was published and is gone; the chapter has 2 paragraphs; say in its front matter which took its text, as in moved: {99: 2}"),
        (whole("data/addresses.txt", b"/\nevants/bucharest-meeting/\n"), 'data/addresses.txt:2: "evants/bucharest-meeting/" is no address of this site; did you mean "events/bucharest-meeting/"?'),
        (whole("data/addresses.txt", b"/\n\n"), 'data/addresses.txt:2: "" is no address of this site; restore the line from git, or lead its address on by formerly:'),
        (whole("data/addresses.txt", b"/\nchapters/06-a-re-emerging-crisis/#px\n"), 'data/addresses.txt:2: "chapters/06-a-re-emerging-crisis/#px" is no address of this site; did you mean "chapters/06-a-re-emerging-crisis/"?'),
        (swap("chapter", "number: 6\n", "number: 6\nmoved: {9: 99}\n"), "4: moved: 9: 99 does not lead from a paragraph that is gone to one of the 2 that are there; mend the numbers"),
        (swap("chapter", "number: 6\n", "number: 6\nmoved: {1: 2}\n"), "4: moved: 1: 2 does not lead from a paragraph that is gone to one of the 2 that are there; mend the numbers"),
        (swap("chapter", "number: 6\n", "number: 6\nmoved: {9: 0}\n"), "4: moved: 9: 0 does not lead from a paragraph that is gone to one of the 2 that are there; mend the numbers"),
        (swap("chapter", "number: 6\n", "number: 6\nformerly: [06-a-re-emerging-crisis]\n"), '1: formerly: "06-a-re-emerging-crisis" is the name of a page that exists; take it out'),
        (whole("docs/people/kapo.md", b"---\ntitle: Kapo\ndescription: D\n---\nText.\n"), "docs/people/kapo.md:1: stands where a page is made from data/people.yml; rename it"),
        (whole("docs/timeline/index.md", b"---\ntitle: Timeline\ndescription: D\n---\nText.\n"), "docs/timeline/index.md:1: stands where a page is made from data/events.yml; rename it"),
    ],
    "map": [
        (whole("data/map/outlines.geojson", b"{"), "data/map/outlines.geojson:1: is not JSON here (Expecting property name enclosed in double quotes); restore the file from git"),
        (whole("data/map/outlines.geojson", b"[]"), "data/map/outlines.geojson:1: lacks features with properties map and kind; restore the file from git"),
        (whole("data/map/outlines.geojson", b"null"), "data/map/outlines.geojson:1: lacks features with properties map and kind; restore the file from git"),
        (whole("data/map/outlines.geojson", b'{"features": [{"properties": {"map": "moon", "kind": "coast"}, "geometry": {"coordinates": []}}]}'), "data/map/outlines.geojson:1: lacks features with properties map and kind; restore the file from git"),
        (whole("data/map/outlines.geojson", b'{"features": [{"properties": {"map": "wide", "kind": "river"}, "geometry": {"coordinates": []}}]}'), "data/map/outlines.geojson:1: lacks features with properties map and kind; restore the file from git"),
        (whole("data/map/outlines.geojson", b'{"features": [{"properties": {"map": "wide", "kind": "coast"}, "geometry": {"coordinates": [[["x", "y"]]]}}]}'), "data/map/outlines.geojson:1: lacks features with properties map and kind; restore the file from git"),
        (whole("data/map/outlines.geojson", b'{"features": [{"properties": {"map": "wide", "kind": "coast"}, "geometry": {"coordinates": [[[1]]]}}]}'), "data/map/outlines.geojson:1: lacks features with properties map and kind; restore the file from git"),
        (whole("data/map/outlines.geojson", b'[' * 100_000), "data/map/outlines.geojson:1: is nested too deeply to be read; restore the file from git"),
        (whole("data/map/outlines.geojson", b""), "data/map/outlines.geojson:1: is not JSON here (Expecting value); restore the file from git"),
    ],
    "coding": [
        (coded(a="- {event: hoxha-plenum}\n"), 'data/coding/a.yml:1: hoxha-plenum: "acts" is missing; add it'),
        (coded(a="- {event: hoxha-plenum, acts: []}\n"), "data/coding/a.yml:1: hoxha-plenum: acts: is empty or too short; give at least 1"),
        (coded(a="- {event: hoxha, acts: [{from: pla, to: pla, weis: \"071\"}]}\n"), 'data/coding/a.yml:1: hoxha: event: "hoxha" is not among the events; add it to data/events.yml first'),
        (coded(a="- {event: hoxha-plenum, acts: [{from: pla, to: pla, weis: \"017\"}]}\n"), 'data/coding/a.yml:1: hoxha-plenum: weis: "017" is no code of data/coding/weis.yml; did you mean "071"?'),
        (coded(a="- {event: hoxha-plenum, acts: [{from: pla, to: pla, weis: \"071\"}]}\n"), "data/coding/settled.yml:1: hoxha-plenum: the coders differ and nobody settled it; add event and why"),
        (coded(a="- {event: hoxha-plenum, acts: [{from: pla, to: pla, weis: \"071\"}]}\n" * 2), 'data/coding/a.yml:2: hoxha-plenum: "hoxha-plenum" is coded twice; put all its acts into one entry'),
        (coded(settled="- {event: hoxha-plenum}\n"), 'data/coding/settled.yml:1: hoxha-plenum: "why" is missing; add it'),
        (coded(settled="- {event: nobody, why: So.}\n"), 'data/coding/settled.yml:1: nobody: event: "nobody" is not among the events; add it to data/events.yml first'),
        (coded(settled="- {event: hoxha-plenum, why: So.}\n" * 2), 'data/coding/settled.yml:2: hoxha-plenum: "hoxha-plenum" is settled twice; write one reason'),
        (coded(weis='- {code: "071", weight: 7.4, label: aid}\n' * 2), 'data/coding/weis.yml:2: code "071" is given twice; keep one of the two'),
        (coded(weis='- {code: 71, weight: 7.4, label: aid}\n'), 'data/coding/weis.yml:1: code: "71" does not have the right form; it must match'),
        (coded(weis='- {code: "071", weight: 11, label: aid}\n'), 'data/coding/weis.yml:1: weight: "11" is too large; the most is 10'),
        (coded(weis='- {code: "071", weight: much, label: aid}\n'), 'data/coding/weis.yml:1: weight: "much" is not a number; write figures with a point, without spaces'),
    ],
}

TAKEN: dict[str, Change] = {
    "an office until the day of death": swap("people", "to: 1985}", "to: 1985-04-11}"),
    "an office from the day of birth": swap("people", "from: 1941-11-08, to: 1985", "from: 1908-10-16, to: 1908-10-16"),
    "an office of which no end is known": swap("people", "from: 1941-11-08, to: 1985", "to: 1985"),
    "known to the public on the same day": swap("events", "public: {date: 1961-06~", "public: {date: 1960-06-24"),
    "an answer on the same day": swap("letters", "date: 1960-06-22", "date: 1960-06-21"),
    "a life of one day": swap("people", "born: 1894\n  died: 1971", "born: 1894-04-15\n  died: 1894-04-15"),
    "a death without a birth": swap("people", "  born: 1894\n", ""),
    "a birth without a death": swap("people", "  died: 1985-04-11\n", ""),
    "an author with a family name": swap("CITATION.cff", "  - name: The editors\n", "  - family-names: Doe\n    given-names: Ann\n"),
    "three hundred brackets": prose("[" * 300),
    "links to the web, to mail and to a page": prose("[a](https://example.org/), [b](mailto:a@example.org), [c](../about/index.md), [d](#p1)."),
    "a picture of ours": picture,
    "paragraphs whose text stands in the first and in the last": swap("chapter", "number: 6\n", "number: 6\nmoved: {3: 1, 9: 2}\n"),
    "a block of code": prose("```\n[@nope] in 1960\n```"),
    "elements that stand in running text": prose('<abbr title="Party">PLA</abbr> and <em>no</em> <sup>th</sup>'),
    "a table whose columns are set to the right": prose("| a | b |\n|---|--:|\n| c | d |"),
    "the first and the last section of the study": swap("events", "study: [6]", "study: [1, 10]"),
    "a quotation beside a footnote": prose("A paragraph.[^a]\n\n[^a]: It says more."),
}
"""What is unusual and right."""
