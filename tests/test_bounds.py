"""Files made to use up time or memory are refused, or read, within bounds: a process of its own that is given no more."""

from __future__ import annotations

import os
import resource
import subprocess
import sys

import pytest

from tests.bad_input import CHAPTER, FRONT
from tests.conftest import Project

SECONDS = 40
"""Of the processor; the heaviest took seven on the machine of the authors."""
BYTES = 1_500_000_000

PLACES = "data/places.yml"
HEAVY = {
    "aliases of aliases": (PLACES, "- &a0 {id: x}\n" + "".join(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 40)), "is used again by an alias"),
    "10,000 brackets in one another": (PLACES, "[" * 10_000 + "]" * 10_000 + "\n", "is nested too deeply"),
    "10,000 lists in one another": (PLACES, "- " * 10_000 + "x\n", "is nested too deeply"),
    "10,000 indents": (PLACES, "".join(" " * n + "a:\n" for n in range(5_000)), "is nested too deeply"),
    "a million empty records": (PLACES, "- \n" * 1_000_000, "is not a set of keys"),
    "a million records without keys": (PLACES, "- {}\n" * 1_000_000, '"id" is missing; add it'),
    "a million keys": (PLACES, "- id: x\n" + "".join(f"  k{n}: v\n" for n in range(1_000_000)), "has 1000001 keys"),
    "50 MB in one value": (PLACES, f"- id: x\n  name: {'a' * 50_000_000}\n", "is larger than 30 MB; split or mend it"),
    "25 MB in one value": (PLACES, f"- id: x\n  name: {'a' * 25_000_000}\n", '"country" is missing; add it'),
    "50 MB of records": (PLACES, "- {id: x, name: N}\n" * 2_700_000, "is larger than 30 MB; split or mend it"),
    "50 MB of Markdown": (CHAPTER, FRONT + "A word.\n\n" * 5_600_000, "is larger than 0.5 MB; split or mend it"),
    "25 MB that turn the text round": (PLACES, "\u202e" * 8_000_000 + "\n", "holds U+202E (right-to-left override); delete it"),
    "25 MB of nothing": (PLACES, "\0" * 25_000_000 + "\n", "holds U+0000 (control character); delete it"),
    "25 MB of marks on one letter": (PLACES, f"- id: x\n  name: a{chr(0x301) * 12_000_000}\n", '"country" is missing; add it'),
}  # fmt: skip


def bounded() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold processes to these bounds")
@pytest.mark.parametrize(("file", "text", "expected"), HEAVY.values(), ids=HEAVY)
def test_time_and_memory_for_a_file_are_bounded(project: Project, file: str, text: str, expected: str) -> None:
    project.write(file, text)
    done = subprocess.run(
        [sys.executable, "-m", "hooks", "check"],
        cwd=project.root,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        preexec_fn=bounded,
    )
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr[-2000:]
    assert any(line.startswith(f"{file}:") and expected in line for line in done.stderr.splitlines()), done.stderr[:2000]
