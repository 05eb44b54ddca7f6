"""Part of make bench: how long a build of the real site takes against plain MkDocs with the same pages on disk, and what a reader downloads.

Prints ratios, for seconds depend on the machine. Nothing here is a test: a slow day must not fail a change.
"""

from __future__ import annotations

import gzip
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from lxml import html

ROOT = Path(__file__).parents[2]
RUNS = 5
PLAIN = """\
site_name: The same pages by plain MkDocs and stock Material
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, tables, toc]
nav: [index.md, {Chapters: %s}, timeline/index.md, letters/index.md, people/index.md, places/index.md, bodies/index.md, sources/index.md]
not_in_nav: "*"
"""
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def build(project: Path, site: Path) -> float:
    """Seconds that one whole `mkdocs build` takes."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)], cwd=project, env=ENVIRONMENT, check=True, capture_output=True
    )
    return time.perf_counter() - start


def plain_project(folder: Path) -> Path:
    """The same pages for plain MkDocs: the generated ones written to disk, the chapters as they are."""
    docs = folder / "docs"
    subprocess.run([sys.executable, "-m", "hooks", "pages", str(folder)], cwd=ROOT, check=True)
    for path in (ROOT / "docs").rglob("*.md"):
        copy = docs / path.relative_to(ROOT / "docs")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
        (copy.with_suffix("") / "index.md").unlink(missing_ok=True)  # the same page, written out
    chapters = [f"chapters/{path.name}" for path in sorted((ROOT / "docs/chapters").glob("*.md"))]
    (folder / "mkdocs.yml").write_text(PLAIN % chapters, encoding="utf-8")
    return folder


def first_view(site: Path, address: str) -> int:
    """Bytes on the wire of a page and all that it loads by itself, each file gzipped as GitHub Pages does."""
    page = site / address / "index.html"
    tree = html.parse(str(page)).getroot()
    loaded = tree.xpath("//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src")
    files = {page, *((page.parent / url).resolve() for url in loaded)}
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain = plain_project(folder / "plain")
        ours, theirs = [], []
        for run in range(RUNS + 1):  # the first of each warms the disk and is left out; the two take turns
            pair = build(ROOT, folder / "ours-site"), build(plain, folder / "plain-site")
            if run:
                ours.append(pair[0])
                theirs.append(pair[1])
        count = [len(list((folder / site).rglob("index.html"))) for site in ("ours-site", "plain-site")]
        one, two = statistics.median(ours), statistics.median(theirs)
        print(
            f"build, median of {RUNS}: ours {one:.2f} s for {count[0]} pages, plain MkDocs with stock Material {two:.2f} s for {count[1]}: ratio {one / two:.2f}"
        )
        print("first view, gzipped:")
        for address in sorted(
            path.parent.relative_to(folder / "ours-site").as_posix() for path in (folder / "ours-site/chapters").glob("*/index.html")
        ):
            print(f"  {first_view(folder / 'ours-site', address) / 1000:6.1f} kB  {address}")
        for address in ("", "timeline", "letters", "sources", "people", "events/bucharest-meeting"):
            print(f"  {first_view(folder / 'ours-site', address) / 1000:6.1f} kB  {address or 'home'}")


if __name__ == "__main__":
    main()
