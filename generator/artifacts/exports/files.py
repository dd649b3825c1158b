"""The files of the open data: JSON with its schema, CSV per table, a workbook, the zelfscan, and how to read them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from generator.artifacts.exports.dataset import SCHEMA_NAME, dataset, schema
from generator.artifacts.exports.readme import DATASET, MARKS, README, SELFSCAN, WORKBOOK, readme
from generator.artifacts.exports.tables import Table, tables
from generator.artifacts.exports.workbook import form, workbook
from generator.artifacts.recipes import TextArtifact
from generator.artifacts.registers.framework import ANSWERS
from generator.graph import Methodiek
from generator.graph.fingerprints import bare, canonical, fingerprint, link_key
from generator.graph.review import to_sign
from generator.model.links import keeps_back

FOLDER = "verantwoording/data"
"""Where the site has them."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would calculate; an apostrophe before it makes it text."""


def export_files(methodiek: Methodiek) -> Iterator[TextArtifact]:
    """Yield the files of the open data, by their name below the folder that they go in."""
    data, found = dataset(methodiek), tables(methodiek)
    yield TextArtifact(DATASET, _json(data))
    yield TextArtifact(SCHEMA_NAME, _json(schema()))
    yield TextArtifact(WORKBOOK, workbook(found, data["titel"]))
    yield TextArtifact(MARKS, _json(_marks(methodiek)))
    for table in found:
        yield TextArtifact(f"csv/{table.name}.csv", as_csv(table))
        if table.name == "zelfscan":
            yield TextArtifact(SELFSCAN, form(table, f"Zelfscan {data['titel']}", {"voldoet": ANSWERS}))
    yield TextArtifact(README, readme(data, found).encode())


def site_data(methodiek: Methodiek) -> Iterator[TextArtifact]:
    """Yield the same files where the site has them."""
    for one in export_files(methodiek):
        yield TextArtifact(f"{FOLDER}/{one.path}", one.data)


def as_csv(table: Table) -> bytes:
    """Return a table as CSV that any program reads, and in which no spreadsheet finds a formula."""
    text = io.StringIO()
    csv.writer(text).writerows((table.heads, *(map(_no_formula, row) for row in table.rows)))
    return text.getvalue().encode()


def _no_formula(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _marks(methodiek: Methodiek) -> dict[str, dict[str, str]]:
    """Return the fingerprint of everything, with its text, but for what has an answer in it."""
    things = {
        node.key: {"vingerafdruk": fingerprint(node)}
        | ({} if keeps_back(type(node.record)) else {"tekst": canonical(node), "zonder_koppelingen": bare(node)})
        for node in sorted(to_sign(methodiek), key=lambda one: one.key)
    }
    links = {
        link_key(edge): {"vingerafdruk": fingerprint(edge), "tekst": canonical(edge)}
        for edge in sorted(methodiek.edges, key=link_key)
    }
    return things | links


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False) + "\n").encode()


__all__ = ["FOLDER", "as_csv", "export_files", "site_data"]
