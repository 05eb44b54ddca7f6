"""The archive as a whole: in which order records are listed, and what is known of an id."""

from __future__ import annotations

from hooks.archive.store import load_what_is_sound
from tests.conftest import Project


def test_names_are_listed_as_an_index_lists_them_whatever_their_accents_and_capitals(project: Project) -> None:
    names = ["Dodë", "Çeku", "de Gaulle", "Cami", "Zog", "Çela", "Cuko", "Ëngjëlli"]
    project.write(
        "data/people.yml", "".join(f"- {{id: p{n}, name: {name}, sort: {name}, side: albania, summary: x}}\n" for n, name in enumerate(names))
    )
    place = "country: Albania, latitude: 41, longitude: 19, summary: x"
    project.write("data/places.yml", "".join(f"- {{id: l{n}, name: {name}, {place}}}\n" for n, name in enumerate(names)))
    project.write("data/bodies.yml", "".join(f"- {{id: b{n}, name: {name}, summary: x}}\n" for n, name in enumerate(names)))
    archive, _ = load_what_is_sound(project.root / "data")
    for kind in (archive.people, archive.places, archive.bodies):
        assert [record.name for record in kind.values()] == ["Cami", "Çeku", "Çela", "Cuko", "de Gaulle", "Dodë", "Ëngjëlli", "Zog"]


def test_events_and_documents_are_listed_by_their_dates_and_works_by_their_keys(project: Project) -> None:
    letter = "kind: letter, sender: [hoxha], summary: x, seen: full, evidence: [{source: cia1962}]"
    dates = {"d": "1960-06-21", "c": "1960", "b": "1960-06", "a": "1960-06-21", "e": "1960-06-21/1960-06-22"}
    project.write("data/letters.yml", "".join(f"- {{id: {id}, date: {date}, {letter}}}\n" for id, date in dates.items()))
    archive, _ = load_what_is_sound(project.root / "data")
    assert list(archive.letters) == ["c", "b", "a", "d", "e"]
    assert list(archive.sources) == ["cia1962", "griffith1964", "pilacanako2021"]


def test_corrections_are_listed_by_section_then_by_what_is_at_stake_then_by_the_verdict(project: Project) -> None:
    rest = "study_says: x, finding: x, evidence: [{source: cia1962}]"
    given = [(6, "wording", "wrong"), (6, "fact", "confirmed"), (6, "fact", "unconfirmed"), (6, "fact", "imprecise"), (6, "fact", "wrong"), (6, "detail", "wrong"), (5, "wording", "wrong")]  # fmt: skip
    text = "".join(
        f"- {{id: c{n}, study: {study}, gravity: {gravity}, verdict: {verdict}, {rest}}}\n" for n, (study, gravity, verdict) in enumerate(given)
    )
    project.write("data/corrections.yml", text)
    archive, _ = load_what_is_sound(project.root / "data")
    assert list(archive.corrections) == ["c6", "c4", "c3", "c2", "c1", "c5", "c0"]


def test_an_id_tells_its_kind(project: Project) -> None:
    archive, problems = load_what_is_sound(project.root / "data")
    assert problems == []
    found = {id: archive.kind_of(id) for id in ("kapo", "bucharest", "pla", "cia1962", "nobody")}
    assert found == {"kapo": "people", "bucharest": "places", "pla": "bodies", "cia1962": "sources", "nobody": None}
    assert archive.get("kapo") is archive.people["kapo"] and archive.get("nobody") is None


def test_a_file_is_read_again_only_when_it_changed(project: Project) -> None:
    kept: dict[object, object] = {}
    first, _ = load_what_is_sound(project.root / "data", kept)  # type: ignore[arg-type]
    project.replace("data/people.yml", "name: Hysni Kapo", "name: Hysni Kapo of Tërbaç")
    second, _ = load_what_is_sound(project.root / "data", kept)  # type: ignore[arg-type]
    assert second.people["kapo"].name == "Hysni Kapo of Tërbaç"
    assert second.events["hoxha-plenum"] is first.events["hoxha-plenum"] and second.people["kapo"] is not first.people["kapo"]
    project.replace("data/people.yml", "side: albania", "side: albany")
    broken = [load_what_is_sound(project.root / "data", kept)[1] for _ in range(2)]  # type: ignore[arg-type]
    assert broken[0] == broken[1] and len(broken[0]) == 1
    (project.root / "data/people.yml").unlink()
    _, gone = load_what_is_sound(project.root / "data", kept)  # type: ignore[arg-type]
    assert [str(problem) for problem in gone] == ["data/people.yml:1: cannot be read (No such file or directory); restore the file"]
