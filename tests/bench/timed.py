"""python -m tests.bench.timed SITE: build the project of this folder and print what it took, as JSON.

Seconds are those of the processor, for this process and those that it calls, so that others who use the machine count little.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import PluginCollection

spent: Counter[str] = Counter()
"""Seconds by kind of event: what MkDocs leaves to the hooks."""


def _processor() -> float:
    """Seconds of the processor so far."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def _watched(run_event: Any) -> Any:
    """The same, adding up the seconds that each kind of event takes."""

    def run(self: PluginCollection, name: str, *given: Any, **named: Any) -> Any:
        start = _processor() if name == "post_build" else time.perf_counter()  # the first is slow to ask
        try:
            return run_event(self, name, *given, **named)
        finally:
            spent[name] += (_processor() if name == "post_build" else time.perf_counter()) - start

    return run


def main(site: str) -> None:
    PluginCollection.run_event = _watched(PluginCollection.run_event)  # type: ignore[method-assign]
    start = time.perf_counter()
    config = load_config(site_dir=site)
    config.plugins.run_event("startup", command="build", dirty=False)
    build(config)
    wall, seconds = time.perf_counter() - start, _processor()
    html = sorted((path.stat().st_size, path.parent.relative_to(site).as_posix()) for path in Path(site).rglob("index.html"))
    taken = {
        "wall": wall,
        "seconds": seconds,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "ours": sum(spent.values()) / wall,
        "search": spent["post_build"],
        "pages": len(html),
        "largest": html[-1],
        "index": sum(path.stat().st_size for path in Path(site).glob("pagefind/**/*") if path.is_file()),
    }
    print(json.dumps(taken))


if __name__ == "__main__":
    main(sys.argv[1])
