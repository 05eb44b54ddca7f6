"""YAML to checked, frozen records: reading with line numbers, models, dates, cross-checks. Knows nothing of MkDocs."""

from .problems import BadArchive, Problem
from .store import KINDS, Archive, load

__all__ = ["KINDS", "Archive", "BadArchive", "Problem", "load"]
