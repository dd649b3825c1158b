"""The real content: no errors, the counts of the sources, and no link that can vanish unseen."""

from __future__ import annotations

import json
from functools import cache

import pytest
import yaml

from generator.compiling import Compilation
from generator.counts import counts, groups, links_by_field, parts_per
from generator.graph import link, linking
from generator.graph.loading import load as linking_load
from generator.rules import RULES, check
from generator.sources import SourceFile, parse
from tests.conftest import TOP, compiled, files_of

EXPECTED = json.loads((TOP / "tests" / "tellingen.json").read_text())


@cache
def real() -> Compilation:
    return compiled(files_of(TOP))


def test_the_content_has_no_errors_and_nothing_unsaid():
    assert real().findings == ()


@pytest.mark.parametrize("name", EXPECTED)
def test_counts_equal_those_of_the_sources(name):
    methodiek = real().methodiek
    kind, _, rest = name.partition(" ")
    if name.startswith("koppelingen "):
        found = links_by_field(methodiek)[rest]
    elif name == "hoofddoel onderdelen":
        found = len(methodiek.single("interventie").record.hoofddoel.onderdelen)
    elif name == "fase weken":
        found = {node.id: node.record.duur_weken for node in methodiek.of("fase")}
    elif rest.startswith("per ") and rest[4:] in ("groep", "niveau", "soort"):
        found = groups(methodiek, kind, rest[4:])
    elif rest.startswith("per "):
        found = parts_per(methodiek, rest[4:], kind)
    else:
        found = counts(methodiek)[kind]
    assert found == EXPECTED[name]


@cache
def _composed(text: str) -> yaml.Node:
    return yaml.compose(text, Loader=yaml.CSafeLoader)


def _without_link(text: str, field: tuple, index: int) -> str:
    """Return YAML text without one item of a list; an emptied list becomes `[]`."""
    node = _composed(text)
    for step in field:
        if isinstance(step, int):
            node = node.value[step]
        else:
            node = next(value for key, value in node.value if key.value == step)
    if node.flow_style:
        start, end = node.start_mark.index, node.end_mark.index
        if isinstance(node, yaml.SequenceNode) and len(node.value) > 1:
            kept = [item for number, item in enumerate(node.value) if number != index]
            inside = ", ".join(text[item.start_mark.index : item.end_mark.index] for item in kept)
            return f"{text[:start]}[{inside}]{text[end:]}"
        return f"{text[:start]}[]{text[end:]}"
    lines = text.split("\n")
    item = node if isinstance(node, yaml.MappingNode) else node.value[index]
    column = node.start_mark.column
    first = last = item.start_mark.line
    while last + 1 < len(lines) and lines[last + 1].startswith(" " * (column + 1)):
        last += 1
    if isinstance(node, yaml.SequenceNode) and len(node.value) > 1:
        return "\n".join(lines[:first] + lines[last + 1 :])
    return "\n".join([*lines[: first - 1], lines[first - 1].rstrip() + " []", *lines[last + 1 :]])


def test_no_coverage_link_can_be_removed_unseen(monkeypatch):
    """Take every link away, one at a time: an error names its file and the line of its field."""
    files = files_of(TOP)
    loaded = {}

    def load_once(document, kind):
        if id(document) not in loaded:
            loaded[id(document)] = (document, linking_load(document, kind))
        return loaded[id(document)][1]

    monkeypatch.setattr(linking, "load", load_once)
    documents = {path: parse(SourceFile(path, text.encode())) for path, text in files.items()}
    missed, tried = [], 0
    for edge in real().methodiek.edges:
        path = edge.van.document.path
        changed = _without_link(files[path], (*edge.van.path, edge.field.name), edge.index)
        document = parse(SourceFile(path, changed.encode()))
        methodiek = link({**documents, path: document}.values())
        line = document.at(*edge.van.path, edge.field.name, key=True).line
        errors = [one for one in check(methodiek, COVERAGE) if one.severity == "fout"]
        tried += 1
        if methodiek.faults or not any(one.span.file == path and one.span.line == line for one in errors):
            missed.append((edge.line, methodiek.faults))
    assert tried == len(real().methodiek.edges) > 300
    assert not missed


COVERAGE = tuple(rule for rule in RULES if rule.code.startswith("M3"))


def test_the_gaps_of_the_sources_stay_visible():
    from generator.graph.coverage import promises

    gaps = {(promise.belofte.id, item.node.id) for promise in promises(real().methodiek) for item in promise.gaps}
    slugs = {slug for _, slug in gaps}
    assert {"passend-vervolg", "cognitief", "probleembesef-afhankelijkheid", "convenant-politie"} <= slugs
