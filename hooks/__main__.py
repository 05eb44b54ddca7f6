"""What can be done without calling MkDocs by hand: python -m hooks --help lists it."""

from __future__ import annotations

import argparse
import datetime
import json
import random
import sys
from dataclasses import replace
from pathlib import Path

from .archive import BadArchive
from .archive.schema import write as write_schemas
from .archive.verdicts import word
from .archive.writing import write_whole
from .edition import Edition, open_edition
from .exports.ready import ready
from .handover import configuration, finish, hand_over, markdown_of
from .indexing import NotIndexed
from .links import checked_pages
from .outside import ask, outside, report
from .pages import generated_pages
from .permanence import LIST, published, read_list
from .release import CannotRelease, release


def build(project: Path) -> int:
    """Build the site, or leave it as it was. Returns the exit code."""
    from .building import build  # brings MkDocs, which the other commands do without

    return build(project)


def check(project: Path) -> int:
    """Read and check data/ and docs/ and say what is there. Returns the exit code."""
    edition = _open(project)
    checked_pages(edition, project)
    counts = {kind: len(getattr(edition.archive, kind)) for kind in ("events", "letters", "sources", "people", "places", "bodies", "series")}
    print(", ".join(f"{count} {kind}" for kind, count in counts.items()) + f", {len(edition.chapters)} chapters: no mistakes found")
    return 0


def sample(project: Path, seed: int, count: int) -> int:
    """Print statements picked at random with their evidence, to be followed by hand to the source. Returns the exit code."""
    archive = _open(project).archive
    statements = [(event, number) for event in archive.events.values() for number in range(len(event.statements))]
    picked = random.Random(seed).sample(statements, min(max(count, 0), len(statements)))
    print(f"{len(picked)} of {len(statements)} statements, seed {seed}")
    for event, number in picked:
        statement = event.statements[number]
        print(f"\n{event.id}, statement {number + 1}: {statement.text} [{word(statement.evidence, archive)}]")
        for entry in statement.evidence:
            source = archive.sources.get(entry.source)
            print("  -", json.dumps(entry.model_dump(exclude_none=True), ensure_ascii=False), (source.url or "") if source else "(document)")
    return 0


def pages(project: Path, out: Path) -> int:
    """Write the whole site to a folder as a project that any generator of the kind of MkDocs builds without us. Returns the exit code."""
    config = configuration(project)
    make_markdown = markdown_of(config)
    edition = replace(open_edition(project, make_markdown, config["site_url"]), ready=ready(project / "editions"))
    print(f"{hand_over(project, edition, make_markdown, out)} pages are in {out}; build them there with zensical, properdocs or mkdocs")
    return 0


def finish_site(project: Path, site: Path) -> int:
    """Add search and policy to a site that another generator built from those files. Returns the exit code."""
    config = configuration(project)
    try:
        print(f"the search finds {finish(open_edition(project, markdown_of(config), config['site_url']), site)} pages of {site}")
    except NotIndexed as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def editions(project: Path) -> int:
    """Write the book and the offline copy to editions/. Returns the exit code."""
    from .editions.making import CannotMake, make_editions  # needs a browser's driver, which a bare installation lacks

    try:
        make_editions(project)
    except CannotMake as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def list_addresses(project: Path) -> int:
    """Write data/addresses.txt anew from what is there now. Returns the exit code."""
    edition = _open(project)
    write_whole(project / LIST, "".join(f"{address}\n" for address in published(edition, list(generated_pages(edition)))))
    return 0


def list_outside(project: Path, asking: bool) -> int:
    """Print every external address of the edition as a table in Markdown, asked or not whether it answers. What it finds is no mistake: returns 0."""
    edition = _open(project)
    items = outside(edition)
    print(report(items, ask(items, f"tirana-moscow link check (+{edition.address})") if asking else None), end="")
    return 0


def date_version(project: Path, version: str, day: str) -> int:
    """Date a version, if everything is sound and the list of addresses is that of today. Returns the exit code."""
    edition = _open(project)
    try:
        if read_list(project / LIST)[0] != published(edition, list(generated_pages(edition))):
            raise CannotRelease(f"{LIST} is not up to date; call python -m hooks addresses, look at the difference and commit it")
        release(project, version, day)
    except CannotRelease as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Version {version} is dated {day}. Commit it, tag it v{version}, and push both.")
    return 0


def _open(project: Path) -> Edition:
    return open_edition(project, markdown_of(configuration(project)))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m hooks", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("build", help="build the site with --strict; a failed build leaves site/ as it was")
    commands.add_parser("check", help="check data/ and docs/ without building")
    commands.add_parser("editions", help="write the EPUB, the PDF and the offline copy to editions/")
    commands.add_parser("schema", help="write data/schema/ anew from the models")
    commands.add_parser("pages", help="write the whole site to a folder for another generator to build").add_argument("out", type=Path)
    commands.add_parser("finish", help="add search and policy to a site that another generator built").add_argument("site", type=Path)
    picking = commands.add_parser("sample", help="print statements picked at random, with their evidence, for checking by hand")
    picking.add_argument("--seed", type=int, default=1)
    picking.add_argument("--count", type=int, default=20)
    commands.add_parser("addresses", help="write data/addresses.txt, the list of addresses that must last")
    linking = commands.add_parser("links", help="list the addresses outside this site, with archived copies and days")
    linking.add_argument("--ask", action="store_true", help="ask each whether it answers, and the Wayback Machine for copies")
    dating = commands.add_parser("release", help="date a version in CITATION.cff, pyproject.toml and CHANGELOG.md")
    dating.add_argument("version", help="as in 0.2.0")
    dating.add_argument("--day", default=datetime.date.today().isoformat(), help="its day, as in 2026-11-22; today if not given")
    given = parser.parse_args(arguments)
    project = Path.cwd()
    try:
        if given.command == "schema":
            write_schemas(project / "data" / "schema")
            return 0
        if given.command == "editions":
            return editions(project)
        if given.command == "links":
            return list_outside(project, given.ask)
        if given.command == "finish":
            return finish_site(project, given.site)
        if given.command == "sample":
            return sample(project, given.seed, given.count)
        if given.command == "addresses":
            return list_addresses(project)
        if given.command == "release":
            return date_version(project, given.version, given.day)
        return pages(project, given.out) if given.command == "pages" else build(project) if given.command == "build" else check(project)
    except BadArchive as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        what = error.strerror or error
        print(f"{error.filename or 'a file'}: cannot be read or written ({what}); make room or mend its rights, and call it again", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
