"""Pandoc's citeproc: asked for references in a style, its answer read."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import tempfile
import xml.etree.ElementTree as etree
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pypandoc

Item = Mapping[str, Any]


class PandocFailed(Exception):
    """Pandoc warned or failed; the text is its own."""


_FORM = "1"
"""To be raised when the asking or the reading of pandoc's answer changes."""
_NOT_LISTED = re.compile(r"(?m)^\[WARNING\] Citeproc: Bibliography entry with no printed form: .*\n?")
"""What pandoc says of papers that a style cites in notes and leaves out of bibliographies."""


def digest(*parts: object) -> str:
    """A short name for what pandoc was asked: its version, and the parts as JSON."""
    asked = json.dumps([_FORM, pandoc_version(), *parts], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(asked.encode()).hexdigest()[:24]


@cache
def pandoc_version() -> str:
    return str(pypandoc.get_pandoc_version())


def read_entries(html: str) -> dict[str, str]:
    """The entries of a bibliography that pandoc wrote, by id."""
    return dict(re.findall(r'<div id="ref-([^"]+)" class="csl-entry"[^>]*>\s*(.*?)\s*</div>', html, re.S))


def plain(html: str) -> str:
    """Without the spans in which pandoc wraps titles and notes; the result must be well-formed."""
    html = re.sub(r"</?span[^>]*>", "", html)
    etree.fromstring(f"<p>{html}</p>")
    return html


def pandoc(items: Sequence[Item], text: str, csl: str | None = None) -> str:
    """HTML of a Markdown text with citations, and of the bibliography of all items, in a CSL style or pandoc's own.

    Raises PandocFailed where pandoc fails or warns.
    """
    with tempfile.TemporaryDirectory() as folder:
        bibliography, style = Path(folder) / "references.json", Path(folder) / "style.csl"
        bibliography.write_text(json.dumps(items, ensure_ascii=False), encoding="utf-8")
        style.write_text(csl or "", encoding="utf-8")
        command = [pypandoc.get_pandoc_path(), "--from=markdown", "--to=html", "--citeproc", "--wrap=none"]
        command += [f"--bibliography={bibliography}", *([f"--csl={style}"] if csl else [])]
        front = "---\nnocite: '@*'\nlink-citations: false\n---\n\n"
        done = subprocess.run(command, input=front + text, capture_output=True, text=True, encoding="utf-8")
    if troubles := _NOT_LISTED.sub("", done.stderr).strip():
        raise PandocFailed(troubles)
    return done.stdout
