"""Every mistake that an editor can make is said as file:line: id: what is wrong; what to do. The table is in bad_input.py."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from tests.bad_input import CHAPTER, FRONT, GROUPS, TAKEN, Change, coded, prose
from tests.conftest import Project

Mistakes = Callable[[], list[str]]
ROWS = [pytest.param(change, expected, id=f"{group} {number}") for group, rows in GROUPS.items() for number, (change, expected) in enumerate(rows, 1)]


def test_the_table_is_long() -> None:
    assert len(ROWS) >= 150


@pytest.mark.parametrize(("change", "expected"), ROWS)
def test_a_mistake_is_named_with_its_line_and_mend(project: Project, mistakes: Mistakes, change: Change, expected: str) -> None:
    change(project)
    found = mistakes()
    wanted = f"{CHAPTER}:{expected}" if expected[0].isdigit() else expected
    assert [line for line in found if line.startswith(wanted)], found


def test_all_mistakes_of_all_files_are_reported_at_once(project: Project, mistakes: Mistakes) -> None:
    project.replace("data/events.yml", "place: bucharest", "place: atlantis")
    project.replace("data/people.yml", "died: 1985-04-11", "died: 1885-04-11")
    project.replace(CHAPTER, "[@griffith1964;", "[@grifith1964;")
    assert list(dict.fromkeys(line.split(":")[0] for line in mistakes())) == ["data/events.yml", "data/people.yml", CHAPTER]


def test_links_that_lead_nowhere_are_reported_with_mistakes_in_data(project: Project, mistakes: Mistakes) -> None:
    project.replace("data/people.yml", "died: 1985-04-11", "died: 1885-04-11")
    sound = "[a](../about/index.md) [b](#p1) [c](../people/hoxha.md) [d](../events/bucharest-meeting.md) [e](../timeline/index.md#bucharest-meeting)"
    broken = "[f](nowhere.md) [g](../abuot/index.md) [h](../about/index.md#nowhere) [i](#p99) ![j](missing.png)"
    project.write(CHAPTER, f"{project.read(CHAPTER)}\n{sound}\n\n{broken}\n")
    shown = [line.split(": ", 1)[1].split(",")[0].split(";")[0] for line in mistakes() if line.startswith(CHAPTER)]
    assert shown == [
        'links to "#p99"',
        'links to "../about/index.md#nowhere"',
        'links to "nowhere.md"',
        'the picture "missing.png" is not in docs/',
    ]


FOLLOWED = [
    ("data/people.yml", "name: Hysni Kapo", "nam: Hysni Kapo", ['12: kapo: unknown key "nam"; did you mean "name"?']),
    ("data/places.yml", "- id: bucharest", "- id: Bucharest", []),
    ("data/places.yml", "- id: bucharest\n  name", "- name", []),
    ("data/events.yml", "date: 1960-06-24/1960-06-26", "date: 1960-06-31", []),
    ("data/places.yml", "- id: bucharest", f"- id: {'b' * 81}", []),
    ("data/sources.yml", "type: book", "type: books", []),
    (
        "data/events.yml",
        "{source: griffith1964, via: pilacanako2021, via_locator: sect. 6}",
        "{sorce: griffith1964}",
        ['16: bucharest-meeting: unknown key "sorce"; did you mean "source"?'],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "besides"), FOLLOWED, ids=[row[2] for row in FOLLOWED])
def test_one_mistake_is_not_reported_again_by_those_who_refer_to_it(
    project: Project, mistakes: Mistakes, file: str, old: str, new: str, besides: list[str]
) -> None:
    project.replace(file, old, new)
    assert mistakes()[1:] == [f"{file}:{line}" for line in besides]


def test_an_unreadable_file_is_one_mistake_and_not_one_for_each_use_of_it(project: Project, mistakes: Mistakes) -> None:
    for name in ("sources", "events", "people", "bodies"):
        project.replace(f"data/{name}.yml", "- id", "- [id")
    assert [line.split(":")[0] for line in mistakes()] == ["data/bodies.yml", "data/events.yml", "data/people.yml", "data/sources.yml"]


def test_what_was_coded_is_not_looked_at_while_the_events_cannot_be_read(project: Project, mistakes: Mistakes) -> None:
    coded(a='- {event: hoxha-plenum, acts: [{from: pla, to: pla, weis: "071"}]}\n')(project)
    project.replace("data/events.yml", "- id", "- [id")
    assert {line.split(":")[0] for line in mistakes()} == {"data/events.yml"}


@pytest.mark.parametrize("citation", ["[@nope]", "[@cia1962,]", "[@cia1962; via @griffith1964]"])
def test_a_statement_with_a_mistake_in_its_note_is_not_said_to_lack_one(project: Project, mistakes: Mistakes, citation: str) -> None:
    prose(f"In 1960 he went.{citation}")(project)
    assert len(mistakes()) == 1


def test_of_characters_that_do_not_belong_in_a_file_the_first_twenty_are_named(project: Project, mistakes: Mistakes) -> None:
    project.write("data/places.yml", "# \u200b\n" * 100 + project.read("data/places.yml"))
    assert mistakes() == [f"data/places.yml:{line}: holds U+200B (zero width space); delete it" for line in range(1, 21)]


HANDLED = {
    "a mark at the head (BOM)": lambda text: "\ufeff" + text,
    "ends of lines of Windows": lambda text: text.replace("\n", "\r\n"),
    "ends of lines of old Macs": lambda text: text.replace("\n", "\r"),
    "accents typed as marks of their own": lambda text: text.replace("Hysni", "Hysni\u0308"),
    "text from right to left": lambda text: text.replace("Hysni", "שלום Hysni"),
    "letters of other alphabets": lambda text: text.replace("Hysni", "Хрущёв 毛泽东 Hysni"),
    "characters beyond the first plane": lambda text: text.replace("Hysni", "𐐷 🙂 Hysni"),
}


@pytest.mark.parametrize("change", HANDLED.values(), ids=HANDLED)
@pytest.mark.parametrize("file", ["data/people.yml", CHAPTER])
def test_what_is_only_unusual_is_taken(project: Project, checked: Callable[[], tuple[int, str]], file: str, change: Callable[[str], str]) -> None:
    project.write(file, change(project.read(file)).encode())
    assert checked() == (0, "")


@pytest.mark.parametrize("change", TAKEN.values(), ids=TAKEN)
def test_what_is_just_possible_is_no_mistake(project: Project, checked: Callable[[], tuple[int, str]], change: Change) -> None:
    change(project)
    assert checked() == (0, "")


def test_an_accent_is_the_same_however_it_was_typed(project: Project, checked: Callable[[], tuple[int, str]]) -> None:
    project.replace("data/events.yml", "text: always remain faithful", "text: café and always remain faithful")
    project.replace(CHAPTER, "“always remain faithful”", "“cafe\u0301 and always remain faithful”")
    assert checked() == (0, "")


HEAVY = {
    "brackets": "[" * 50_000,
    "open links": "[a](" * 5_000,
    "quotations in quotations": ">" * 5_000 + " x",
    "emphasis": "*a_b" * 5_000,
    "lists in lists": "".join("    " * n + "- x\n" for n in range(200)),
    "back-ticks": "`a``b" * 5_000,
    "pictures in links": "[![" * 3_000,
    "footnotes": "[^1]" * 3_000 + "\n\n[^1]: x",
    "tables": "|" * 20_000 + "\n" + "|-" * 10_000 + "\n",
    "citations": "[@cia1962; " * 3_000,
    "entities": "&amp;" * 20_000,
    "elements": "<b>" * 5_000,
}


@pytest.mark.parametrize("text", HEAVY.values(), ids=HEAVY)
def test_the_time_for_a_chapter_is_bounded(project: Project, checked: Callable[[], tuple[int, str]], text: str) -> None:
    project.write(CHAPTER, f"{FRONT}{text}\n")
    start = time.process_time()
    checked()
    assert time.process_time() - start < 20


def test_of_very_many_mistakes_the_first_are_shown_and_the_rest_counted(project: Project, mistakes: Mistakes) -> None:
    project.write("data/places.yml", "".join(f"- {{id: place-{number}}}\n" for number in range(1000)))
    found = mistakes()
    assert len(found) == 201 and found[-1] == "and 4803 more mistakes; mend these first"


def test_a_failed_build_leaves_the_last_good_site_untouched(project: Project) -> None:
    assert project.run("hooks", "build").returncode == 0
    before = {path: path.read_bytes() for path in (project.root / "site").rglob("*") if path.is_file()}
    project.replace("data/events.yml", "kind: meeting", "kind: meting")
    done = project.run("hooks", "build")
    assert done.returncode == 1 and "Traceback" not in done.stderr and "site/ is as it was" in done.stderr
    assert {path: path.read_bytes() for path in (project.root / "site").rglob("*") if path.is_file()} == before


BEFORE_IT_EMPTIES = [
    (
        lambda project: project.replace("data/events.yml", "kind: meeting", "kind: meting"),
        'data/events.yml:3: bucharest-meeting: kind: "meting" is not allowed',
    ),
    (lambda project: project.write(CHAPTER, f"{FRONT}[x](nowhere.md)\n"), f'{CHAPTER}:8: links to "nowhere.md", which is no page'),
]


@pytest.mark.parametrize(("change", "expected"), BEFORE_IT_EMPTIES, ids=["data", "links"])
def test_mkdocs_itself_refuses_mistakes_before_it_empties_the_site(project: Project, change: Change, expected: str) -> None:
    project.write("site/index.html", "the last good site")
    change(project)
    done = project.run("mkdocs", "build")
    assert done.returncode == 1 and expected in done.stderr, done.stderr
    assert [path.name for path in (project.root / "site").iterdir()] == ["index.html"]
