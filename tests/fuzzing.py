"""Random edits of the files of an edition, and what may be promised of each: it is taken whole, or refused with a message."""

from __future__ import annotations

import io
import re
import shutil
import signal
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml
from lxml import html
from markdown import Markdown
from mkdocs.config import load_config

import hooks.__main__
from hooks.archive.store import KINDS, Archive
from hooks.citing.extension import Citing
from hooks.edition import Edition, Kept, open_edition
from hooks.links import checked_pages
from hooks.pages import generated_files

ODD = (
    # YAML
    ": ", "- ", "#", " #", "&a ", "*a", "!!int ", "!x ", "|", ">-", "? ", "%YAML 1.1", "---", "\n---\n", "...", "\n...\n", "<<: ", "{", "}", "[", "]", ",", "'", '"', "''",
    "@", "`", "~", "null", "true", "0x1F", "1e9", ".nan", "-.inf", "\t", "\\", '"\\x00"', '"\\uD800"', "=", "1960-06-31", "1_000", "１９６０", "09", "+6", " 6 ", "{}", "[]",
    # characters
    "\0", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\u200b", "\u200d", "\u00ad", "\u202e", "\u2066", "\ufeff", "\ufffd", "\ufffe", "e\u0301", "\u0301",
    "\u0430", "ﬁ", "ſ", "İ", "ß", "שלום", "毛泽东", "🙂", "\U000e0001", "\ue000", "\xa0", "\u2009", "Å", "\u212b", "\u1e9b\u0323", "\x1b[31m",
    # our citing
    "[@", "[@cia1962]", "[@nope]", "[see @cia1962, p. 3; via @griffith1964]", "[@cia1962; via @cia1962]", "; via @", "][person:kapo]", "[x][person:", "[†][correction:s6]",
    "[x][event:bucharest-meeting]", "“", "”", "“words that nobody said”", "…", "†", "\\[@cia1962]", "`[@cia1962]`",
    # Markdown and HTML
    "#", "## ", "\n\n## A heading\n\n", "\n> ", "\n    ", "\n- ", "\n1. ", "`", "```", "\n```\n", "~~~", "*", "**", "_", "![", "](", "](../index.md)", "[^1]", "\n[^1]: ", "[^2]: text",
    "\n[x]: y\n", "[TOC]", "\n***\n", "\n===\n", "\n---\n", "|", "\n| a | b |\n|---|---|\n| c |\n", "\n| a |\n|---|\n| b | c |\n", "\n!!! note\n    ", "\n??? note\n    ", "\n/// caption\n",
    "\n///\n", "\nterm\n:   ", "{: .x }", "{: #p1 }", "{: id=x onclick=y }", "{#x}", "&", "&amp;", "&lt;script&gt;", "&#0;", "&#x202e;", "<", ">", "<b>", "</p>", "<p>", "<div markdown=1>",
    "<script>", "<!--", "-->", "<![CDATA[", "<?x", "<a href='javascript:x'>", "<pre>", "<textarea>", "<br/>", "<b title='[@cia1962]'>", "{{ x }}", "{% raw %}", "\x02", "\x03", "klzzwxh:0001",
    "\x02klzzwxh:0001\x03", "http://[::1", "<http://example.org>", "../../x.md", "//x", "*[x]: y",
)  # fmt: skip
"""Strings that mean something to YAML, Unicode, our citing, Markdown or HTML."""

VALUES = (
    "",
    "[]",
    "{}",
    "[a]",
    "{a: b}",
    "[[[a]]]",
    "12",
    "-1",
    "1e400",
    "true",
    "yes",
    "null",
    "1960",
    "1960?",
    "../..",
    '""',
    '" "',
    "|\n",
    "'x",
    "a" * 300,
    "kapo",
    "index",
)
"""What may stand in the place of another value."""

Edit = Callable[[bytes, int, int, int], bytes]


def _line(lines: list[bytes], at: int) -> int:
    return at % (len(lines) or 1)


def _lines(change: Callable[[list[bytes], int, int], list[bytes]]) -> Edit:
    """An edit of whole lines, of which the numbers choose two."""

    def edit(content: bytes, one: int, two: int, what: int) -> bytes:
        lines = content.splitlines(keepends=True)
        return b"".join(change(lines, _line(lines, one), _line(lines, two)))

    return edit


def _swapped(lines: list[bytes], one: int, two: int) -> list[bytes]:
    if lines:
        lines[one], lines[two] = lines[two], lines[one]
    return lines


def _flipped(content: bytes, one: int, two: int, what: int) -> bytes:
    at = one % (len(content) or 1)
    return content[:at] + bytes(byte ^ (1 << two % 8) for byte in content[at : at + 1]) + content[at + 1 :]


def _with_odd(content: bytes, one: int, two: int, what: int) -> bytes:
    at = one % (len(content) + 1)
    return content[:at] + ODD[what % len(ODD)].encode("utf-8", "surrogatepass") + content[at:]


def _odd_for_a_word(content: bytes, one: int, two: int, what: int) -> bytes:
    words = list(re.finditer(rb"[\w-]+", content))
    return _replaced(content, words[one % len(words)], ODD[what % len(ODD)].encode()) if words else content


def _other_value(content: bytes, one: int, two: int, what: int) -> bytes:
    values = list(re.finditer(rb"(?<=: )[^\n]+|(?<=- )[^\n]+", content))
    return _replaced(content, values[one % len(values)], VALUES[what % len(VALUES)].encode()) if values else content


def _value_of_another(content: bytes, one: int, two: int, what: int) -> bytes:
    values = list(re.finditer(rb"(?<=: )[^\n]+", content))
    return _replaced(content, values[one % len(values)], values[two % len(values)][0]) if values else content


def _replaced(content: bytes, found: re.Match[bytes], new: bytes) -> bytes:
    return content[: found.start()] + new + content[found.end() :]


EDITS: dict[str, Edit] = {
    "a bit turned": _flipped,
    "cut off": lambda content, one, two, what: content[: one % (len(content) + 1)],
    "cut off after a line": _lines(lambda lines, one, two: lines[:one]),
    "bytes taken out": lambda content, one, two, what: content[: one % (len(content) + 1)] + content[one % (len(content) + 1) + two % 40 :],
    "a line taken out": _lines(lambda lines, one, two: lines[:one] + lines[one + 1 :]),
    "lines taken out": _lines(lambda lines, one, two: lines[:one] + lines[one + 1 + two % 30 :]),
    "a line doubled": _lines(lambda lines, one, two: lines[: one + 1] + lines[one:]),
    "lines doubled": _lines(lambda lines, one, two: lines[: one + 1 + two % 30] + lines[one:]),
    "lines swapped": _lines(_swapped),
    "a line moved": _lines(lambda lines, one, two: [*lines[:two], *lines[one : one + 1], *lines[two:]]),
    "lines joined": _lines(lambda lines, one, two: [*lines[:one], *(line.rstrip(b"\n") for line in lines[one : one + 1]), *lines[one + 1 :]]),
    "indented": _lines(lambda lines, one, two: [*lines[:one], b" " * (two % 5 + 1), *lines[one:]]),
    "less indented": _lines(lambda lines, one, two: [*lines[:one], *(line[two % 4 + 1 :] for line in lines[one : one + 1]), *lines[one + 1 :]]),
    "something odd put in": _with_odd,
    "something odd for a word": _odd_for_a_word,
    "another value": _other_value,
    "the value of another": _value_of_another,
}


class Patient:
    """An edition that is edited and checked again and again; what does not change is read once."""

    def __init__(self, source: Path, root: Path, config: Path):
        self.root, self.kept = root, Kept()
        self.html: dict[str, str] = {}
        """What became of each page of prose, when it was last converted."""
        self.edition: Edition | None = None
        for name in ("data", "docs", ".cache"):
            if (source / name).is_dir():
                shutil.copytree(source / name, root / name)
        for name in ("CITATION.cff", "CHANGELOG.md"):
            if (source / name).is_file():
                shutil.copy(source / name, root / name)
        shutil.copy(config, root / "mkdocs.yml")
        self.config = load_config(str(config))
        code, said = self.check("addresses")
        assert code == 0, said
        self.check()
        assert self.edition
        self.sound = self.edition

    @property
    def files(self) -> list[str]:
        """Everything that an editor writes."""
        paths = [*self.root.glob("data/**/*"), *self.root.glob("docs/**/*.md"), *self.root.glob("C*.*")]
        return sorted(path.relative_to(self.root).as_posix() for path in paths if path.is_file() and path.suffix != ".json")

    def check(self, command: str = "check") -> tuple[int, str]:
        """What `python -m hooks check` returns, and what it prints as errors."""
        said = io.StringIO()
        self.edition = None
        opened = patch.object(hooks.__main__, "open_edition", lambda root, _: self._open(root))
        with chdir(self.root), opened, redirect_stderr(said), redirect_stdout(io.StringIO()):
            return hooks.__main__.main([command]), said.getvalue()

    def _open(self, root: Path) -> Edition:
        self.edition = open_edition(root, self._markdown, kept=self.kept)
        return self.edition

    def _markdown(self, citing: Citing) -> Markdown:
        markdown = Markdown(extensions=[*self.config.markdown_extensions, citing], extension_configs=self.config.mdx_configs)
        convert = markdown.convert

        def remember(text: str) -> str:
            self.html[citing.page] = convert(text)
            return self.html[citing.page]

        markdown.convert = remember  # type: ignore[method-assign]
        return markdown

    @contextmanager
    def edited(self, file: str, content: bytes) -> Iterator[None]:
        """The edition with another content of a file, for as long as this lasts."""
        path = self.root / file
        before = path.read_bytes()
        try:
            path.write_bytes(content)
            yield
        finally:
            path.write_bytes(before)

    def promise(self, file: str, content: bytes, write: bool = True) -> str:
        """Check the edition with another content of a file. Raises AssertionError where a promise is broken; returns what was said."""
        with self.edited(file, content), _at_most(20):
            code, said = self.check()
            if code:
                assert code == 1 and said, (code, said)
                for line in said.removesuffix("\n").split("\n"):
                    assert re.match(r"([^:\s]+:[1-9]\d*: .|and \d+ more).*; .", line) and line.isprintable(), f"no message: {line!r}"
                    assert line.startswith("and ") or self._is_a_line(*line.split(":")[:2]), f"no line: {line!r}"
            else:
                assert self.edition and not said, said
                self._nothing_lost(file, self.edition)
                if write:
                    for page in checked_pages(self.edition, self.root):
                        assert page.html and isinstance(page.head, str)
                    assert list(generated_files(self.edition))
            return said

    def _is_a_line(self, file: str, number: str) -> bool:
        lines = re.split(rb"\r\n|\r|\n", (self.root / file).read_bytes())
        return int(number) <= max(len(lines), 1)

    def _nothing_lost(self, file: str, edition: Edition) -> None:
        """Whatever was taken without a word is there, and nothing that was published is gone."""
        for kind in KINDS:
            records = getattr(edition.archive, kind)
            there = {*records, *(id for record in records.values() for id in record.formerly)}
            assert {*getattr(self.sound.archive, kind)} <= there, f"{kind} were lost"
        for page, paragraphs in self.sound.usage.numbered.items():
            assert edition.usage.numbered.get(page, 0) >= paragraphs or edition.page(page).moved, f"paragraphs of {page} were lost"
        text = (self.root / file).read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        kind = Path(file).stem
        if file == f"data/{kind}.yml" and kind in KINDS:
            records_are_whole(text, kind, edition.archive)
        if file.startswith("docs/"):
            prose_is_whole(text, self.html[file.removeprefix("docs/")])


@contextmanager
def _at_most(seconds: int) -> Iterator[None]:
    def too_long(*_: Any) -> None:
        raise AssertionError(f"takes more than {seconds} seconds of the processor")

    before = signal.signal(signal.SIGPROF, too_long)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def records_are_whole(text: str, kind: str, archive: Archive) -> None:
    """Every key and value that YAML itself finds in a file of data is in the archive."""
    _no_key_twice(yaml.compose(text, yaml.CBaseLoader))
    plain = yaml.load(text, yaml.CBaseLoader)
    records = getattr(archive, kind)
    assert len(plain) == len(records), f"{len(plain)} records became {len(records)}"
    for item in plain:
        _same(item, records[item["id"]].model_dump(by_alias=True, exclude_unset=True), item["id"])


def _no_key_twice(node: Any) -> None:
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        assert len(keys) == len(set(keys)), f"a key was given twice: {keys}"
    for item in node.value if isinstance(node, yaml.CollectionNode) else ():
        for part in item if isinstance(item, tuple) else (item,):
            _no_key_twice(part)


def _same(typed: Any, read: Any, where: str) -> None:
    if isinstance(read, dict):
        assert isinstance(typed, dict) and {*map(str, read)} == {*typed}, f"{where}: {typed!r} became {read!r}"
        for key, value in read.items():
            _same(typed[str(key)], value, f"{where}, {key}")
    elif isinstance(read, tuple | list):
        assert isinstance(typed, list) and len(typed) == len(read), f"{where}: {typed!r} became {read!r}"
        for number, value in enumerate(read):
            _same(typed[number], value, f"{where}, {number}")
    else:
        assert isinstance(typed, str) and _is(typed.strip(), read), f"{where}: {typed!r} became {read!r}"


def _is(typed: str, read: Any) -> bool:
    if isinstance(read, bool):
        return typed.lower() in (("true", "yes", "on", "1", "t", "y") if read else ("false", "no", "off", "0", "f", "n"))
    return float(typed) == read if isinstance(read, int | float) else _as_read(typed) == read


def _as_read(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


_CITATION = re.compile(r"\[(?=(?:(?:see|see also|compare|but see) )?@|via @)")
_NO_WORDS = re.compile(
    r"\[(?:see|see also|compare|but see|via)? ?@[^\]]*\]|\]\[[^\]\s]*\]|\]?\([^()\s]*\)|<[^>]*>|\{[^}]*\}|&#?\w*;?|\\.|!!!.*|\?\?\?.*"
)
"""What stands in Markdown and is not printed."""


def prose_is_whole(text: str, made: str) -> None:
    """Every word of a page is in what became of it, and every citation is a note or stands there to be read."""
    page = html.document_fromstring(f"<div>{made}</div>")
    shown = unicodedata.normalize("NFC", " ".join([*page.itertext(), *page.xpath("//@alt"), *page.xpath("//@title")]))
    body = unicodedata.normalize("NFC", re.sub(r"\A---[ \t]*\n(.*?\n)---[ \t]*\n", "", text, flags=re.S))
    cited = len(page.xpath("//a[contains(@class, 'note-ref') and not(contains(@class, 'dagger'))]")) + len(_CITATION.findall(shown))
    assert len(_CITATION.findall(body)) <= cited, f"{len(_CITATION.findall(body))} citations became {cited}"
    missing = _words(_NO_WORDS.sub(" ", body)) - _words(shown)
    assert not missing, f"words were lost: {missing}"


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]{3,}", text))
