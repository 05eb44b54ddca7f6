"""Files that are written whole or not at all, in folders that may not be there yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from hooks.archive.writing import write, write_whole


def test_a_file_that_cannot_be_written_to_its_end_stays_as_it_was_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "addresses.txt"
    write_whole(file, "/\n")
    with pytest.raises(UnicodeEncodeError):
        write_whole(file, "/\nevents/" + "x" * 100_000 + "\ud800\n")
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"addresses.txt": "/\n"}


def test_while_a_file_is_written_whole_readers_find_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, seen = tmp_path / "references.json", []
    write_whole(file, "old")
    replace = Path.replace
    monkeypatch.setattr(Path, "replace", lambda new, old: (seen.append((old.read_text(), new.read_text())), replace(new, old)))
    write_whole(file, "new")
    assert seen == [("old", "new")] and file.read_text() == "new"


@pytest.mark.parametrize("content", ["Vlorë\r\nTirana\n", "Vlorë\r\nTirana\n".encode()], ids=["text", "bytes"])
def test_ends_of_lines_and_letters_are_written_as_they_are_into_folders_that_are_made(tmp_path: Path, content: str | bytes) -> None:
    for _ in range(2):
        write(tmp_path / "one/two/file.txt", content)
        assert (tmp_path / "one/two/file.txt").read_bytes() == "Vlorë\r\nTirana\n".encode()
    write_whole(tmp_path / "three/four/file.txt", "Vlorë\n")
    assert (tmp_path / "three/four/file.txt").read_bytes() == "Vlorë\n".encode()
