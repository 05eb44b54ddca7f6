"""make bench: how building grows with the archive, against plain MkDocs; then how long an editor of the real site waits, and what readers download.

Prints figures and ratios, for seconds depend on the machine. Nothing here is a test: a slow day must not fail a change.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

from . import serving, weights
from .made import project

SIZES = (100, 1000)
"""Events, where no others are asked for; 10,000 take three quarters of an hour."""
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(weights.ROOT)}
HEAD = "events   pages  first  again  search  plain  ratio  growth     MB  largest kB  index kB  ours"
Taken = dict[str, Any]


def build(folder: Path, site: Path) -> Taken:
    """Build a project and return what it took: see timed.py."""
    done = subprocess.run([sys.executable, "-m", "tests.bench.timed", str(site)], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def plain(folder: Path, out: Path) -> Path:
    """The same pages, written out, with the same navigation, for stock Material without our code and without its search."""
    subprocess.run([sys.executable, "-m", "hooks", "pages", str(out)], cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)
    nav = yaml.safe_load((out / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    stock = {"site_name": "The same pages", "theme": {"name": "material", "font": False}, "plugins": [], "nav": nav, "not_in_nav": "*"}
    (out / "mkdocs.yml").write_text(yaml.safe_dump(stock), encoding="utf-8")
    return out


def measured(events: int, folder: Path) -> tuple[Taken, Taken, Taken]:
    """The first build of an archive, the second, for which pandoc has no more to write, and the build of the same pages by plain MkDocs."""
    made = project(folder / "made", events)
    first, again = build(made, folder / "first"), build(made, folder / "again")
    return first, again, build(plain(made, folder / "plain"), folder / "plain-site")


def growth(sizes: list[int]) -> None:
    """A line for each size. Ratio: the second build without the search, to plain MkDocs; growth: the exponent since the line before."""
    print(HEAD)
    before: tuple[int, float] | None = None
    for events in sizes:
        with tempfile.TemporaryDirectory() as name:
            first, again, stock = measured(events, Path(name))
        seconds = again["seconds"] - again["search"]
        exponent = f"{math.log(seconds / before[1]) / math.log(events / before[0]):6.2f}" if before else "      "
        print(
            f"{events:6} {again['pages']:7} {first['seconds']:6.1f} {again['seconds']:6.1f} {again['search']:7.1f} {stock['seconds']:6.1f}"
            f" {seconds / stock['seconds']:6.2f}  {exponent} {again['megabytes']:6.0f} {again['largest'][0] / 1000:7.0f} {again['index'] / 1000:13.0f}"
            f" {again['ours']:5.0%}  ({again['largest'][1]})",
            flush=True,
        )
        before = events, seconds


if __name__ == "__main__":
    growth([int(size) for size in sys.argv[1:]] or list(SIZES))
    serving.main()
    weights.main()
