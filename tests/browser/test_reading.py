"""What a reader does, in a real browser."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

CHAPTER = "chapters/06-a-re-emerging-crisis/"
KINDS = {
    "home": "",
    "chapter": CHAPTER,
    "timeline": "timeline/",
    "event": "events/bucharest-meeting/",
    "letters": "letters/",
    "letter": "letters/1960-06-21-hoxha-kapo/",
    "sources": "sources/",
    "source": "sources/griffith1964/",
    "people": "people/",
    "person": "people/kapo/",
    "places": "places/",
    "place": "places/vlore/",
    "bodies": "bodies/",
    "body": "bodies/pla/",
    "curve": "curve/",
    "curve by publication": "curve/china-albania-public/",
    "corrections": "corrections/",
    "corrections by gravity": "corrections/by-gravity/",
    "evidence": "evidence/",
    "on this day": "on-this-day/",
    "second clock": "timeline/public/",
    "rival accounts": "events/moscow-talk/",
    "about": "about/",
    "method": "about/method/",
    "data": "data/",
    "how to cite a chapter": f"{CHAPTER}cite/?p=3",
    "404": "404.html",
}
NARROW, WIDE = {"viewport": {"width": 360, "height": 740}}, {"viewport": {"width": 1440, "height": 900}}
narrow = pytest.mark.parametrize("page", [NARROW], indirect=True)
wide = pytest.mark.parametrize("page", [WIDE], indirect=True)
plain = pytest.mark.parametrize("page", [{**NARROW, "java_script_enabled": False}], indirect=True)


@narrow
def test_a_tap_opens_the_note_in_place_and_escape_closes_it(page: Page, address: str) -> None:
    page.goto(address + CHAPTER)
    mark, note = page.locator("#r1"), page.locator("#n1")
    expect(note).to_be_hidden()
    mark.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    mark.click()
    expect(note).to_be_visible()
    assert page.evaluate("scrollY") == before, "the text must not move"
    assert note.bounding_box()["width"] == 360  # type: ignore[index]
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(mark).to_be_focused()


@narrow
def test_enter_opens_a_note_and_tab_goes_into_it(page: Page, address: str) -> None:
    page.goto(address + CHAPTER)
    page.locator("#r1").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#n1")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("#n1:focus-within")).to_be_visible()


@wide
def test_notes_stand_in_the_margin_beside_their_paragraph(page: Page, address: str) -> None:
    page.goto(address + CHAPTER)
    boxes = page.evaluate(
        "[...document.querySelectorAll('.claim')].map(c => [c.children[0], c.querySelector('.notes')].map(e => e.getBoundingClientRect().toJSON()))"
    )
    assert boxes
    for text, notes in boxes:
        assert notes["left"] > text["right"] and abs(notes["top"] - text["top"]) < 12


@plain
def test_without_javascript_every_note_can_be_read(page: Page, address: str) -> None:
    page.goto(address + CHAPTER)
    assert page.locator(".note").count() == page.locator(".note:visible").count() > 5


@wide
def test_paper_shows_every_note_and_no_navigation(page: Page, address: str) -> None:
    page.goto(address + CHAPTER)
    page.emulate_media(media="print")
    assert page.locator(".note").count() == page.locator(".note:visible").count() > 5
    expect(page.locator(".md-header")).to_be_hidden()


@pytest.mark.parametrize("page", [{**WIDE, "color_scheme": "dark"}], indirect=True)
def test_paper_is_white_and_ink_black_for_those_who_read_in_the_dark(page: Page, address: str) -> None:
    page.goto(address + CHAPTER)
    page.get_by_role("button", name="Switch to light colours").click()
    page.get_by_role("button", name="Switch to dark colours").click()
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator("#p1")).to_have_css("color", "rgb(0, 0, 0)")


@wide
def test_the_choice_of_dark_is_kept_on_the_next_page(page: Page, address: str) -> None:
    page.goto(address)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Switch to dark colours").click()
    page.goto(address + CHAPTER)
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert light != dark
    expect(page.get_by_role("button", name="Switch to light colours")).to_be_visible()


@wide
def test_a_reader_gets_from_the_first_page_to_the_evidence_by_links_alone(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Read", exact=True).click()
    page.locator("nav.turn a[rel=next]").click()
    page.locator(".note a[href*='/sources/']").first.click()
    expect(page.locator("#told-in")).to_be_visible()
    page.locator("#told-in a.para").first.click()
    expect(page).to_have_url(re.compile(r"/chapters/.*#p\d+$"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "page",
    [NARROW, WIDE],
    indirect=True,
    ids=["360", "1440"],
)
def test_every_kind_of_page_fits_its_screen_and_breaks_no_rule_of_access(page: Page, address: str, kind: str) -> None:
    asked: list[str] = []
    troubles: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: troubles.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto(address + KINDS[kind])
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, "the page is wider than the screen"
    for scheme, rules in (("light", {}), ("dark", {"runOnly": ["color-contrast"]})):  # nothing but colours differs in the dark
        page.emulate_media(color_scheme=scheme)
        results = Axe().run(page, options={**rules, "resultTypes": ["violations"]})  # else it describes at length what it finds right
        assert results.violations_count == 0, results.generate_report()
    assert not troubles
    assert [url for url in asked if not url.startswith(address)] == [], "something was asked of another server"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("page", [{"viewport": {"width": 320, "height": 256}, "bypass_csp": True}], indirect=True, ids=["400 %"])
def test_every_kind_of_page_can_be_read_at_four_times_its_size_and_with_wider_spacing(page: Page, address: str, kind: str) -> None:
    """WCAG 2.2, 1.4.10 (a window of 1280 by 1024 enlarged four times) and 1.4.12 (text spacing)."""
    page.goto(address + KINDS[kind])
    page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"
    )
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, "one must scroll sideways to read"
    cut = """[...document.querySelectorAll('main p, main li, main dd, main dt, main td, main h1, main h2, main a')].filter(e =>
        e.checkVisibility() && !e.closest('.vh, .strip') && e.clientWidth > 0 && getComputedStyle(e).overflow == 'hidden' && e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)"""
    assert page.evaluate(cut) == []


@wide
def test_the_strip_of_years_follows_the_reader_and_stays_in_sight(page: Page, address: str) -> None:
    page.goto(address + "chapters/08-the-moscow-conference/")
    strip = page.locator(".strip")
    expect(strip.locator(".now")).to_have_count(0)
    page.locator("p[data-at^='1960-11-16']").first.scroll_into_view_if_needed()
    page.mouse.wheel(0, 500)
    expect(strip.locator(".now")).to_have_text("1960")
    expect(strip).to_be_in_viewport()
    assert strip.bounding_box()["y"] == 0  # type: ignore[index]


@wide
def test_a_stem_of_the_curve_is_reached_by_keyboard_and_opens_its_event(page: Page, address: str) -> None:
    page.goto(address + "curve/")
    stems = page.locator(".drawing .wide-only a")
    stems.first.focus()
    page.keyboard.press("Tab")
    expect(stems.nth(1)).to_be_focused()
    event = (stems.nth(1).get_attribute("href") or "").removeprefix("../")
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + event)


@wide
def test_choices_on_the_timeline_live_in_the_address_and_the_back_button_undoes_them(page: Page, address: str) -> None:
    page.goto(address + "timeline/")
    shown, found = page.locator(".events > li:visible"), page.get_by_role("status")
    whole = shown.count()
    expect(found).to_have_text(f"All {whole} events")
    page.get_by_label("Who").select_option("kapo")
    by_kapo = shown.count()
    assert 0 < by_kapo < whole
    expect(found).to_have_text(f"{by_kapo} of {whole} events")
    page.get_by_label("Words").fill("bucharest")
    expect(page).to_have_url(address + "timeline/?q=bucharest&who=kapo")
    page.go_back()
    expect(shown).to_have_count(whole)
    page.goto(address + "timeline/?who=kapo")
    expect(shown).to_have_count(by_kapo)
    page.get_by_role("button", name="Show all").press("Enter")
    expect(shown).to_have_count(whole)


@wide
def test_a_mark_of_the_overview_leads_to_its_line_even_if_the_choice_hid_it(page: Page, address: str) -> None:
    page.goto(address + "timeline/?told=edition")
    mark = page.locator('.overview .wide-only a[href="#bucharest-meeting"]').first
    mark.focus()
    mark.press("Enter")
    expect(page.locator("li#bucharest-meeting")).to_be_in_viewport()


@pytest.mark.parametrize(("today", "head"), [("2027-11-16", "Today, 16 November"), ("2028-02-29", "Nothing on 29 February; next, ")])
def test_on_this_day_begins_with_the_readers_own_day_or_the_next_that_has_something(page: Page, address: str, today: str, head: str) -> None:
    page.clock.set_fixed_time(f"{today}T12:00:00")
    page.goto(address + "on-this-day/")
    expect(page.locator(".today h2")).to_contain_text(head)
    expect(page.locator(".today li").first).to_be_visible()


@plain
def test_without_javascript_the_timeline_is_whole_and_offers_no_choices(page: Page, address: str) -> None:
    page.goto(address + "timeline/")
    expect(page.locator(".filters")).to_be_hidden()
    page.goto(address + "timeline/#warsaw-treaty")
    expect(page.locator("li#warsaw-treaty")).to_be_in_viewport()


@pytest.mark.parametrize("page", [{**NARROW, "permissions": ["clipboard-read", "clipboard-write"]}], indirect=True)
def test_a_reader_copies_a_reference_to_a_page(page: Page, address: str) -> None:
    page.goto(address + "events/bucharest-meeting/")
    page.get_by_text("Cite this page").click()
    page.get_by_role("button", name="Copy MLA").click()
    expect(page.get_by_role("status")).to_have_text("Copied: MLA")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("The editors of Tirana–Moscow. “") and copied.endswith("/events/bucharest-meeting/.")
    page.get_by_role("button", name="Copy RIS").click()
    expect(page.get_by_role("status")).to_have_text("Copied: RIS")
    assert page.evaluate("navigator.clipboard.readText()").startswith("TY  - ENCYC\n")


@pytest.mark.parametrize("page", [{**WIDE, "permissions": ["clipboard-read", "clipboard-write"]}], indirect=True)
def test_a_reader_cites_a_paragraph_from_its_number(page: Page, address: str) -> None:
    page.goto(address + CHAPTER)
    page.get_by_role("link", name="Paragraph 3", exact=True).click()
    page.get_by_role("link", name="Cite paragraph 3").click()
    expect(page).to_have_url(address + CHAPTER + "cite/?p=3")
    forms = page.locator(".forms")
    note = forms.locator("dd").first
    expect(note).to_contain_text(re.compile(r"\(\d{4}\), para\. 3, https://.*/06-a-re-emerging-crisis/#p3\.$"))
    expect(forms).to_contain_text("par. 3)")
    expect(forms.locator("pre").first).to_contain_text("/06-a-re-emerging-crisis/#p3},")
    page.get_by_label("Paragraph").fill("4")
    expect(note).to_contain_text("para. 4, ")
    page.get_by_role("button", name="Copy Chicago, note").click()
    expect(page.get_by_role("status")).to_have_text("Copied: Chicago, note")
    assert ", para. 4, https://" in page.evaluate("navigator.clipboard.readText()")
    page.get_by_label("Paragraph").fill("")
    expect(note).not_to_contain_text("para.", use_inner_text=True)


@plain
def test_without_javascript_every_form_can_be_read_and_says_how_to_cite_a_paragraph(page: Page, address: str) -> None:
    page.goto(address + CHAPTER)
    page.get_by_role("link", name="Cite this chapter or a paragraph").click()
    expect(page.locator("main")).to_contain_text("for a single one add para. and the number")
    expect(page.locator(".forms pre")).to_have_count(3)
    expect(page.get_by_role("spinbutton")).to_be_hidden()
    expect(page.locator(".forms dd").first).not_to_contain_text("para.", use_inner_text=True)
    page.goto(address + "letters/1957-04-15-khrushchev-hoxha/")
    page.get_by_text("Cite the document or this page").click()
    expect(page.get_by_role("heading", name="The document")).to_be_visible()
    expect(page.locator(".forms dd").first).to_contain_text("AQSH, Tirana, F. 14/AP")
