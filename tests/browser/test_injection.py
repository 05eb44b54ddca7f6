"""Nothing that an editor, or a stranger's pull request, writes into data/ becomes markup or runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml
from lxml import html
from playwright.sync_api import Browser

from tests.conftest import Project

ATTACKS = [
    "\"><script>window.hacked='script'</script>",
    "'><img src=x onerror=window.hacked='img'>",
    "</title><svg onload=window.hacked='svg'>",
    "</script><script>window.hacked='end'</script>",
    "*\"><i onmouseover=window.hacked='italic'>x</i>*",
    "[x](javascript:window.hacked='link')",
    "<a href=javascript:window.hacked='href'>x</a>",
    "{{ 7 * 7 }}{% raw %}&lt;b&gt;`<u>`",
]
CHOSEN = {"kind", "by", "side", "reading", "genre", "country", "languages"}
"""Keys whose values are chosen from a list, or sort into one."""


def attacked(value: Any, attack: str, key: str = "") -> Any:
    """A record with the attack behind every free text: whatever is no id, date, number, address or choice."""
    if isinstance(value, dict):
        return {name: attacked(item, attack, name) for name, item in value.items()}
    if isinstance(value, list):
        return [attacked(item, attack, key) for item in value]
    plain = key in CHOSEN or re.fullmatch(r"[a-z0-9./~?%-]+|https?://.*", value)
    return value if plain else f"{value} {ATTACKS[0] if key == 'study_says' else attack}"  # the study may be quoted with 25 words


def test_text_in_data_stays_text(project: Project, chromium: Browser) -> None:
    attack = " ".join(ATTACKS)
    for path in sorted((project.root / "data").glob("*.yml")):
        records = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        path.write_text(yaml.safe_dump(attacked(records, attack), allow_unicode=True, sort_keys=False), encoding="utf-8")
    done = project.run("mkdocs", "build", "--site-dir", str(project.root / "site"))
    assert done.returncode == 0, done.stderr
    pages = sorted((project.root / "site").rglob("*.html"))
    shown = sum("window.hacked" in page.read_text(encoding="utf-8") or "7 * 7" in page.read_text(encoding="utf-8") for page in pages)
    assert shown > 15, "the attack must have reached the pages"
    page = chromium.new_page()
    for path in pages:
        assert planted(path) == []
        page.goto(path.as_uri())
        assert page.evaluate("window.hacked ?? null") is None
    page.close()


def planted(path: Path) -> list[str]:
    """Elements and attributes that only the attack can have made."""
    tree = html.parse(str(path)).getroot()
    return [
        html.tostring(element, encoding="unicode")[:120]
        for element in tree.xpath(
            "//*[@onerror or @onload or @onmouseover or starts-with(@href, 'javascript')] | //img[@src='x'] | //u | //script[contains(., 'hacked')][not(@type)]"
        )
    ]
