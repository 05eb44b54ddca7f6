"""python -m tests.bench.timed SITE: build the project of this folder and print what it took, as JSON.

The seconds are those of the processor, so that others who use the machine count little.
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


def _watched(run_event: Any) -> Any:
    """The same, adding up the seconds that each kind of event takes."""

    def run(self: PluginCollection, name: str, *given: Any, **named: Any) -> Any:
        start = time.perf_counter()
        try:
            return run_event(self, name, *given, **named)
        finally:
            spent[name] += time.perf_counter() - start

    return run


def main(site: str) -> None:
    PluginCollection.run_event = _watched(PluginCollection.run_event)  # type: ignore[method-assign]
    start = time.perf_counter()
    config = load_config(site_dir=site)
    config.plugins.run_event("startup", command="build", dirty=False)
    build(config)
    own, called = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = sum(usage.ru_utime + usage.ru_stime for usage in (own, called))
    html = sorted((path.stat().st_size, path.parent.relative_to(site).as_posix()) for path in Path(site).rglob("index.html"))
    print(
        json.dumps(
            {
                "wall": time.perf_counter() - start,
                "seconds": processor,
                "megabytes": max(own.ru_maxrss, called.ru_maxrss) / 1024,
                "hooks": sum(spent.values()) / processor,
                "events": dict(spent.most_common(6)),
                "pages": len(html),
                "largest": html[-5:][::-1],
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1])
