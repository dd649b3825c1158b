"""Tables on lying paper for the dossier, and the chains as such tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.artifacts.registers.base import in_order, number_of
from generator.graph import Methodiek, Node
from generator.graph.chains import reach

MISSING = "niet gedekt"
FROM_FACTOR = (
    ("Doelen van de hulp", ("doel",), False, 0),
    ("Subdoelen", ("subdoel",), False, 0),
    ("Aanpak", ("aanpakelement",), False, 0),
    ("Bladen", ("werkblad",), False, 1),
    ("Kernelementen", ("kernelement",), False, 0),
)
FROM_GOAL = (
    ("Factoren", ("factor",), True, 0),
    ("Aanpak, activiteiten en lijnen", ("aanpakelement", "activiteit", "lijn"), False, 1),
    ("Bladen", ("werkblad",), False, 1),
    ("Indicatoren", ("indicator",), False, 0),
    ("Kernelementen", ("kernelement",), False, 0),
)
"""What a chain shows: its heading, the kinds in it, whether it walks back, and how many steps at most (0: all)."""
SHORT = ("kernelement", "werkblad")
"""The kinds of which the number or code says enough."""


@dataclass(frozen=True)
class Row:
    """A row of a table: its cells as text, and whether each says that something is missing."""

    cells: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Sheet:
    """Rows under columns on lying paper, with what is said about the whole."""

    anchor: str
    title: str
    lead: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    said: tuple[tuple[str, str], ...] = ()
    empty: str = ""

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """The columns with their share of the width: more for a column with more to read."""
        shares = []
        for number, head in enumerate(self.heads):
            longest = max(len(word) for row in self.rows for word in (*row.cells[number][0].split(), head))
            mean = sum(len(row.cells[number][0]) for row in self.rows) / len(self.rows)
            shares.append(max(min(longest, 14), 2.2 * mean**0.5))
        return tuple((head, f"{99 * share / sum(shares):.2f}%") for head, share in zip(self.heads, shares, strict=True))


def chain_tables(methodiek: Methodiek) -> Iterator[Sheet]:
    """Yield what is done about every factor, and for every goal where it comes from and what serves it."""
    lead = (
        "Van wat het probleem in stand houdt naar wat wij doen, langs koppelingen die in de inhoud staan. Bladen zijn "
        "die welke de factor zelf noemen. Grond en reden van elke koppeling staan in koppelingen.csv."
    )
    yield _table(methodiek, "ketens", "Ketens per factor", lead, ("factor",), "Factor", FROM_FACTOR)
    lead = (
        "Van elk subdoel en deeldoel terug naar de factoren, en verder naar wat ervoor gebeurt en waaraan dat te zien "
        "is. Wat een deeldoel dient, telt ook bij zijn subdoel. Indicatoren en kernelementen zijn bereikt via "
        "activiteiten, lijnen, elementen en bladen; hun tekst staat in de kruistabel."
    )
    yield _table(
        methodiek, "ketens-doel", "Ketens per subdoel", lead, ("subdoel", "deeldoel"), "Subdoel of deeldoel", FROM_GOAL
    )


def _table(
    methodiek: Methodiek,
    anchor: str,
    title: str,
    lead: str,
    kinds: tuple[str, ...],
    head: str,
    columns: tuple[tuple[str, tuple[str, ...], bool, int], ...],
) -> Sheet:
    nodes = [node for kind in kinds for node in in_order(methodiek, kind)]
    nodes.sort(key=lambda node: (number_of(node), len(kinds) - kinds.index(node.kind.name)))
    rows = tuple(
        Row(((_name(node), False), *(_cell(methodiek, node, *column[1:]) for column in columns))) for node in nodes
    )
    return Sheet(anchor, title, lead, (head, *(column[0] for column in columns)), rows)


def _cell(methodiek: Methodiek, node: Node, kinds: tuple[str, ...], back: bool, most: int) -> tuple[str, bool]:
    # What serves a part of a goal serves the goal: that is one step more.
    most += bool(most) and node.kind.name == "subdoel"
    found = {
        id(one.node)
        for one in reach(methodiek, node, back=back)
        if one.node.kind.name in kinds and (not most or one.distance <= most)
    }
    nodes = (one for kind in kinds for one in in_order(methodiek, kind))
    names = [_short(methodiek, one) for one in nodes if id(one) in found]
    return "; ".join(names) or MISSING, not names


def _name(node: Node) -> str:
    return " ".join(filter(None, (number_of(node), node.titel)))


def _short(methodiek: Methodiek, node: Node) -> str:
    if node.kind.name in SHORT and number_of(node):
        return number_of(node)
    if node.kind.name == "indicator" and node.parent:
        return f"{number_of(node.parent)} indicator {methodiek.parts(node.parent, 'indicator').index(node) + 1}"
    return _name(node)
