"""The editions to take along that lie ready in editions/, where `make editions` puts them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

EPUB, PDF, OFFLINE = "tirana-moscow.epub", "tirana-moscow.pdf", "tirana-moscow-offline.zip"
FORMS = {EPUB: "EPUB", PDF: "PDF for A4", OFFLINE: "offline copy, zipped"}
"""What the files are, in the order in which they are offered."""


@dataclass(frozen=True)
class ReadyFile:
    """One of the editions."""

    path: Path
    form: str

    @property
    def size(self) -> str:
        """As readers see it: 230 kB, 5.3 MB."""
        size = self.path.stat().st_size
        return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1000))} kB"


def ready(folder: Path) -> tuple[ReadyFile, ...]:
    """Those that are there; none where the folder is empty or absent."""
    return tuple(ReadyFile(folder / name, form) for name, form in FORMS.items() if (folder / name).is_file())
