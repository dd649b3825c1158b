"""What has changed: on the page of each thing, and everything together on one page that can be asked since a day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.artifacts.site.links import row_to
from generator.artifacts.site.pages.registers import csv_link
from generator.artifacts.site.places import CHANGES, href
from generator.artifacts.site.views import (
    Cell,
    Changed,
    History,
    LinkRow,
    Links,
    Note,
    PageView,
    Prose,
    Section,
    Table,
)
from generator.graph import Methodiek, Node
from generator.graph.history import Event, history
from generator.model.base import Record

TITLE = "Wat er veranderd is"
HOW = (
    "Kende je de methodiek al? Vul in sinds wanneer je wilt weten wat er anders is. Een wijziging geldt voor de bladen "
    "en pagina's die eronder staan. Ligt er nog een oude versie in de kast, gooi die dan weg."
)


def changed_section(node: Node, page: str) -> Iterator[Section]:
    """Yield what changed in a thing, for its own page; nothing for what has no history."""
    told = node.record.wijzigingen if isinstance(node.record, Record) else ()
    if not told:
        return
    versions = any(one.versie for one in told)
    heads = ("Datum", *(("Versie",) if versions else ()), "Wat", "Waarom")
    rows = tuple(
        (
            Cell(f"{one.datum:%d-%m-%Y}", header=True),
            *((Cell(one.versie or ""),) if versions else ()),
            Cell(one.wat),
            Cell(one.waarom),
        )
        for one in told
    )
    table = Table(TITLE, tuple(Cell(head, header=True) for head in heads), rows)
    every = LinkRow("Alles wat er veranderd is, sinds een datum", href(CHANGES, page))
    yield Section(TITLE, (table, Links("", (every,))), "veranderd")


def history_page(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield the page with every change, the last one on top."""
    events = history(methodiek)
    lead = "Per blad en per pagina: wat er anders is, sinds wanneer en waarom."
    if not events:
        nothing = Section("Wijzigingen", (Note("rustig", "Er is nog niets veranderd."),), "wijzigingen")
        yield PageView(CHANGES, TITLE, lead, kind="wijzigingen", sections=(nothing,))
        return
    changed = tuple(_changed(methodiek, list(group)) for _, group in groupby(_by_reason(events), key=_reason))
    yield PageView(
        CHANGES,
        TITLE,
        lead,
        kind="wijzigingen",
        sections=(
            Section("Sinds wanneer", (Prose(HOW), History(changed)), "sinds"),
            Section("Meenemen", (csv_link("wijzigingen", CHANGES),), "meenemen"),
        ),
        keywords=("wijzigingen", "veranderingen", "versies", "changelog"),
    )


def _reason(event: Event) -> tuple[int, str, str]:
    return -event.wijziging.datum.toordinal(), event.wijziging.wat, event.wijziging.waarom


def _by_reason(events: tuple[Event, ...]) -> list[Event]:
    """Return the events with those of one day, one change and one reason together."""
    return sorted(events, key=_reason)


def _changed(methodiek: Methodiek, events: list[Event]) -> Changed:
    one = events[0].wijziging
    return Changed(
        one.datum.isoformat(),
        f"{one.datum:%d-%m-%Y}",
        one.wat,
        one.waarom,
        tuple(_row(methodiek, event) for event in events),
    )


def _row(methodiek: Methodiek, event: Event) -> LinkRow:
    row = row_to(methodiek, event.node, CHANGES)
    version = event.wijziging.versie
    return LinkRow(row.title, row.href, row.code, f"{row.kind}, versie {version}" if version else row.kind)
