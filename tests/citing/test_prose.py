"""What an editor writes in a chapter, and what readers get; what is wrong, and what the editor is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html as lxml_html
from markdown import Markdown

from hooks.archive.dates import parse
from hooks.citing.usage import Mention
from hooks.edition import Edition, open_edition
from tests.conftest import Project

CHAPTER = "docs/chapters/06-a-re-emerging-crisis.md"
FRONT = "---\ntitle: T\nnumber: 6\nspan: 1960\nsummary: S.\nkey_dates: [bucharest-meeting]\n---\n"


def opened(root: Path) -> Edition:
    return open_edition(root, lambda citing: Markdown(extensions=["attr_list", "tables", "footnotes", "toc", citing]))


def converted(project: Project, text: str, span: str = "1960") -> lxml_html.HtmlElement:
    """A chapter's text as the page shows it."""
    project.write(CHAPTER, FRONT + text)
    edition = opened(project.root)
    edition.citing.begin("chapters/06-a-re-emerging-crisis.md", "T", text, span=parse(span))
    markdown = Markdown(extensions=["attr_list", "tables", "footnotes", "toc", edition.citing])
    return lxml_html.fromstring(f"<div>{markdown.convert(text)}</div>")


def texts(tree: lxml_html.HtmlElement, selector: str) -> list[str]:
    return [" ".join(element.text_content().split()) for element in tree.cssselect(selector)]


def test_a_note_says_who_where_through_whom_and_whether_it_was_seen(project: Project) -> None:
    tree = converted(project, "Kapo would not.[@griffith1964, p. 79; via @pilacanako2021, sect. 6]\n")
    assert texts(tree, ".note") == [
        "1 William E. Griffith, Albania and the Sino-Soviet Rift (1963), p. 79, as given in Pilaca and Nako 2021, sect. 6. Not seen by this edition."
    ]


@pytest.mark.parametrize(
    ("author", "named"), [("{family: Griffith}", "Griffith"), ("{family: Griffith, given: W.}", "W. Griffith"), ("{literal: RFE}", "RFE")]
)
def test_an_author_is_named_with_as_much_of_the_name_as_is_known(project: Project, author: str, named: str) -> None:
    project.replace("data/sources.yml", "{family: Griffith, given: William E.}", author)
    assert texts(converted(project, "So.[@griffith1964]\n"), ".note")[0].startswith(f"1 {named}, Albania and the Sino-Soviet Rift")


def test_the_way_to_an_unseen_work_is_filled_in_from_the_source(project: Project) -> None:
    assert "as given in Pilaca and Nako 2021. Not seen" in texts(converted(project, "So.[@griffith1964]\n"), ".note")[0]


def test_a_work_is_named_in_full_once_and_then_in_short(project: Project) -> None:
    notes = texts(converted(project, "One.[@cia1962] Two.[@cia1962, preface]\n"), ".note")
    assert notes[0].startswith("1 Central Intelligence Agency, Soviet-Albanian Relations, 1940-1960 (22 June 1962).")
    assert notes[1] == "2 Central Intelligence Agency 1962, preface (excerpt)."


def test_a_correction_stands_beside_its_paragraph_with_the_words_of_the_study(project: Project) -> None:
    tree = converted(project, "From 24 June.[†][correction:s6-days-of-bucharest][@cia1962]\n")
    assert texts(tree, ".note.correction") == ["† The study: “held between the 18 and 27 of June, 1960”. Imprecise"]
    assert tree.cssselect(".note.correction a:not(.back)")[0].get("href") == "../corrections/index.md#s6-days-of-bucharest"
    assert [mark.text for mark in tree.cssselect(".note-ref")] == ["†", "1"]


@pytest.mark.parametrize(
    "quoted",
    [
        "always remain faithful to the Soviet Union",
        "always remain faithful",
        "always remain … to the Soviet Union",
        "Albania and the Sino-Soviet Rift",
    ],
)
def test_quoted_words_may_be_a_part_of_a_stored_quotation_or_a_title(project: Project, quoted: str) -> None:
    project.write(CHAPTER, f"{FRONT}He said “{quoted}”.[@cia1962]\n")
    assert opened(project.root)


def test_an_event_link_previews_its_date_and_word(project: Project) -> None:
    tree = converted(project, "[then][event:bucharest-meeting]\n")
    assert tree.cssselect("a[title]")[0].get("title") == "The parties meet at Bucharest; Kapo comes for Albania, 24–26 June 1960 (single source)"


def test_a_document_can_be_cited_by_its_id(project: Project) -> None:
    note = texts(converted(project, "So.[@1960-06-21-hoxha-kapo]\n"), ".note")[0]
    assert note == "1 Hoxha to Kapo, radiogram, 21 June 1960. Only a catalogue entry or headline seen."


def test_mark_and_note_lead_to_each_other_and_the_note_follows_its_paragraph(project: Project) -> None:
    tree = converted(
        project, "One.[@cia1962]\n\nTwo.[†][correction:s6-days-of-bucharest][@cia1962][@griffith1964][†][correction:s6-days-of-bucharest]\n"
    )
    assert [mark.get("href") for mark in tree.cssselect(".note-ref")] == ["#n1", "#k1", "#n2", "#n3", "#k2"]
    for mark in tree.cssselect(".note-ref"):
        note = tree.get_element_by_id(mark.get("href")[1:])
        assert note.cssselect(".back")[0].get("href") == f"#{mark.get('id')}"
        paragraph, group = note.getparent().getparent()
        assert mark in list(paragraph.iter()) and note in list(group)


def test_two_marks_without_text_between_them_do_not_read_as_one_number(project: Project) -> None:
    tree = converted(project, "One.[@cia1962][@griffith1964] Two.[@cia1962]*Three*[@cia1962] and more.[@cia1962]\n")
    assert ["next" in mark.get("class").split() for mark in tree.cssselect(".note-ref")] == [False, True, False, False, False]
    assert tree.cssselect("em")[0].get("class") is None


@pytest.mark.parametrize(
    ("text", "span", "day"),
    [
        ("[then][event:hoxha-plenum] and [before][event:bucharest-meeting]", "1960", "1960-07-11"),
        ("[then][event:hoxha-plenum] and [before][event:bucharest-meeting]", "1960-06", "1960-06-24"),
        ("[then][event:bucharest-meeting]", "1959/1960-06-24", "1960-06-24"),
        ("[then][event:bucharest-meeting]", "1960-06-24/1961", "1960-06-24"),
        ("[then][event:bucharest-meeting]", "1961", None),
        ("[he][person:kapo]", "1960", None),
    ],
)
def test_a_paragraph_stands_at_the_day_of_its_first_event_of_the_chapters_time(project: Project, text: str, span: str, day: str | None) -> None:
    assert converted(project, f"{text}\n", span).cssselect("p#p1")[0].get("data-at") == day


def test_the_number_that_a_paragraph_had_leads_to_where_its_text_stands_now(project: Project) -> None:
    edition = opened(project.root)
    edition.citing.begin("chapters/06-a-re-emerging-crisis.md", "T", "", moved={8: 2, 9: 2, 7: 1})
    tree = lxml_html.fromstring(f"<div>{Markdown(extensions=[edition.citing]).convert('One.' + chr(10) * 2 + 'Two.')}</div>")
    assert {id: tree.get_element_by_id(f"p{id}").getparent().get("id") for id in (7, 8, 9)} == {7: "p1", 8: "p2", 9: "p2"}


@pytest.mark.parametrize(
    "text", ["- a list.[@cia1962]\n", "> a quotation.[@cia1962]\n", "| a |\n|---|\n| b [@cia1962] |\n"], ids=["list", "quotation", "table"]
)
def test_lists_quotations_and_tables_can_carry_notes(project: Project, text: str) -> None:
    tree = converted(project, text)
    assert len(tree.cssselect(".claim > .notes .note")) == 1


def test_entity_links_lead_to_their_pages(project: Project) -> None:
    tree = converted(project, "[Kapo][person:kapo], [there][place:bucharest], [then][event:bucharest-meeting], [it][letter:1960-06-21-hoxha-kapo], [he][source:griffith1964], [they][body:pla], a [plain link](../index.md)\n")  # fmt: skip
    assert [link.get("href") for link in tree.cssselect("p a[href^='../']")] == [
        "../people/kapo.md", "../places/bucharest.md", "../events/bucharest-meeting.md", "../letters/1960-06-21-hoxha-kapo.md", "../sources/griffith1964.md", "../bodies/pla.md", "../index.md",
    ]  # fmt: skip


def test_code_and_escaped_brackets_are_left_alone(project: Project) -> None:
    tree = converted(project, "`[@nope]` and \\[@nope] and\n\n    [@nope]\n\n```\n[@nope] [x][person:nope]\n```\n")
    assert tree.text_content().count("[@nope]") == 4
    assert not tree.cssselect(".note-ref, p a:not(.pn)")


def test_paragraphs_of_chapters_are_numbered_and_can_be_linked(project: Project) -> None:
    tree = converted(project, "One.\n\n## Heading\n\nTwo.[@cia1962]\n")
    assert [(p.get("id"), p.cssselect(".pn")[0].text) for p in tree.cssselect("p[id]")] == [("p1", "1"), ("p2", "2")]


def test_a_paragraph_that_names_a_linked_person_or_place_again_is_remembered(project: Project) -> None:
    converted(project, "[Hysni Kapo][person:kapo] went to [the city][place:bucharest].\n\nA paragraph.\n\nKapo left Bucharest.\n")
    usage = opened(project.root).usage
    assert {id: [m.paragraph for m in usage.of(id)] for id in ("kapo", "bucharest", "hoxha")} == {"kapo": [1, 3], "bucharest": [1, 3], "hoxha": []}


def test_a_chapter_counts_its_paragraphs_those_that_state_something_and_those_of_them_with_a_note(project: Project) -> None:
    text = "In 1960.[@cia1962]\n\nSo.[@cia1962; @griffith1964]\n\nSo.\n\n## Heading 1\n\n- In 1961.[@cia1962]\n\n***\n\n    code\n"
    converted(project, text)
    found = opened(project.root).usage.coverage["chapters/06-a-re-emerging-crisis.md"]
    assert (found.paragraphs, found.stating, found.stating_noted) == (4, 2, 2)
    assert found.keys == ["cia1962", "cia1962", "griffith1964", "cia1962"]


def test_what_a_page_used_before_it_was_changed_is_forgotten(project: Project) -> None:
    edition = opened(project.root)
    edition.citing.begin("chapters/06-a-re-emerging-crisis.md", "T", "")
    assert edition.usage.of("kapo") == [] and edition.usage.on("chapters/06-a-re-emerging-crisis.md") == []
    edition.citing.begin("about/index.md", "T", "")
    Markdown(extensions=[edition.citing]).convert("[Kapo][person:kapo] and [Hoxha][person:hoxha]")
    assert edition.usage.on("about/index.md") == ["kapo", "hoxha"]
    edition.citing.begin("index.md", "T", "")
    assert edition.usage.on("about/index.md") == ["kapo", "hoxha"] and edition.usage.on("index.md") == []


def test_a_correction_is_remembered_with_its_paragraph_and_what_stands_in_a_list_with_none(project: Project) -> None:
    converted(project, "One.\n\nFrom 24 June.[†][correction:s6-days-of-bucharest][@cia1962]\n\n- [Kapo][person:kapo]\n")
    usage = opened(project.root).usage
    assert {id: [m.paragraph for m in usage.of(id)] for id in ("s6-days-of-bucharest", "kapo")} == {"s6-days-of-bucharest": [2], "kapo": [0]}


def test_marks_numbers_and_notes_say_to_those_who_listen_what_they_are(project: Project) -> None:
    tree = converted(project, "From 24 June.[†][correction:s6-days-of-bucharest][@cia1962]\n")
    assert [(element.get("role"), element.get("aria-label"), element.text) for element in tree.cssselect(".pn, .note-ref, .notes")] == [
        (None, "Paragraph 1", "1"),
        ("doc-noteref", "Correction to the study 1", "†"),
        ("doc-noteref", None, "1"),
        ("group", "Notes", "\n"),
    ]


def test_every_use_is_remembered_with_its_paragraph(project: Project) -> None:
    converted(project, "[Kapo][person:kapo] went.\n\nHe spoke.[@griffith1964; via @pilacanako2021]\n")
    usage = opened(project.root).usage
    uses = {id: [(m.page, m.paragraph) for m in usage.of(id)] for id in ("kapo", "griffith1964", "pilacanako2021", "cia1962")}
    page = "chapters/06-a-re-emerging-crisis.md"
    assert [mention.anchor for mention in (*usage.of("kapo"), *usage.of("griffith1964"), Mention("about/index.md", "About", 0))] == ["#p1", "#p2", ""]
    assert uses == {"kapo": [(page, 1)], "griffith1964": [(page, 2)], "pilacanako2021": [(page, 2)], "cia1962": []}
