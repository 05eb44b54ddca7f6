"""The description of all files as a Frictionless data package, with a schema for each table, licence and checksums.

Format: https://specs.frictionlessdata.io/data-package/ and /table-schema/, version 1.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..archive.imprint import LICENCE, Imprint
from .columns import SEPARATOR, Column, Table
from .download import Download

_LICENCE = {"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0 International", "path": LICENCE}


def package(downloads: Iterable[Download], imprint: Imprint, address: str) -> str:
    """datapackage.json for files that lie beside it."""
    described = {
        "profile": "data-package",
        "name": "tirana-moscow",
        "id": f"{address}data/datapackage.json",
        "title": imprint.title,
        "version": imprint.version,
        "homepage": address,
        "licenses": [_LICENCE],
        "contributors": [{"title": author.csl.full, "role": "author"} for author in imprint.authors],
        "resources": [_resource(download) for download in downloads],
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def _resource(download: Download) -> dict[str, Any]:
    resource = {
        "name": download.name.replace(".", "-"),
        "path": download.name,
        "title": download.title,
        "description": download.description,
        "format": download.format,
        "mediatype": download.mediatype,
        "encoding": "utf-8",
        "bytes": download.weight.bytes,
        "hash": f"sha256:{download.weight.sha256}",
    }
    if download.table:
        resource |= {"profile": "tabular-data-resource", "schema": _schema(download.table)}
    return resource


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "primaryKey": list(table.key), "missingValues": [""]}
    keys = [
        {"fields": column, "reference": {"resource": f"{other}-csv", "fields": "code" if other == "weis" else "id"}}
        for column, other in table.refers.items()
    ]
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.enum and not column.many:
        constraints["enum"] = list(column.enum)
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": meaning(column) + (" (derived)" if column.derived else "")}
    return field | ({"constraints": constraints} if constraints else {})


def meaning(column: Column) -> str:
    """What a column holds, in a line."""
    return f"{column.description} (separated by “{SEPARATOR}”)" if column.many else column.description
