"""The quality framework as rows: the crosswalk, and the same demands to answer for oneself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.artifacts.registers.base import Cel, Register, in_order, number_of, source_name, texts
from generator.graph import Edge, Methodiek
from generator.graph.crosswalk import Demand, crosswalk, partly

NIET = "niet gedekt"
ANSWERS = ("ja", "deels", "nee")


def demands(methodiek: Methodiek) -> tuple[Demand, ...]:
    """Return every demand of the framework, its elements by number."""
    return crosswalk(methodiek, in_order(methodiek, "kernelement"))


def asks(methodiek: Methodiek) -> bool:
    """Tell whether the framework asks anything: elements without a demand give nothing to answer for."""
    return bool(methodiek.of("criterium") or methodiek.of("indicator"))


def element_name(demand: Demand) -> str:
    """Return number and title of the element that a demand belongs to."""
    return f"{number_of(demand.element)} {demand.element.titel}".strip()


def demand_name(demand: Demand) -> str:
    """Return what people call a demand within its element: `criterium 2`."""
    return f"{demand.statement.kind.name} {demand.number}"


def crosswalk_register(methodiek: Methodiek) -> Register:
    """Every demand with every place that meets it; one row for each place, and one where there is none."""
    found = demands(methodiek)
    rows = tuple(row for demand in found for row in _rows(methodiek, demand))
    count = Counter(demand.stand for demand in found)
    kinds = Counter(demand.statement.kind.plural for demand in found)
    elements = len({id(demand.element) for demand in found})
    said = (
        ("Kernelementen", str(elements)),
        *((name.capitalize(), str(number)) for name, number in kinds.items()),
        *((name.capitalize(), str(count[name])) for name in ("gedekt", "gedeeltelijk", NIET)),
    )
    heads = (
        "kernelement", "onderdeel", "niveau", "uitspraak", "stand", "soort plek", "plek", "dekt", "grond",
        "waarop het berust", "sleutel",
    )  # fmt: skip
    return Register(
        "kruistabel",
        "Kruistabel van het kwaliteitskader",
        "Elk criterium en elke indicator, waar wij daaraan voldoen en waarop dat berust.",
        heads,
        rows,
        said if found else (),
    )


def _rows(methodiek: Methodiek, demand: Demand) -> Iterator[tuple[Cel, ...]]:
    statement = demand.statement
    level = str(getattr(statement.record, "niveau", "organisatie"))
    start = (
        Cel(element_name(demand), demand.element),
        *texts(demand_name(demand), level, statement.titel),
        Cel(demand.stand, gap=demand.stand == NIET),
    )
    for edge in demand.places:
        how = "gedeeltelijk" if partly(edge) else "ja"
        yield (*start, *_place(methodiek, edge, how, leaving=True), Cel(statement.key))
    if not demand.places:
        reason = demand.gap or "de reden is nog niet opgeschreven"
        yield (*start, *texts("geen plek", Cel(NIET, gap=True), "nee", "gat", reason, statement.key))
    for edge in demand.support:
        yield (*start, *_place(methodiek, edge, "draagt bij", leaving=False), Cel(statement.key))


def _place(methodiek: Methodiek, edge: Edge, how: str, *, leaving: bool) -> tuple[Cel, ...]:
    node = edge.naar if leaving else edge.van
    name = " ".join(filter(None, (number_of(node), node.titel)))
    why = edge.koppeling.afgeleid or source_name(methodiek, edge.koppeling.bron or "")
    return texts(node.kind.name, Cel(name, node), how, edge.koppeling.grond, why)


def selfscan(methodiek: Methodiek) -> Register:
    """Every demand, with room to say for one's own organisation whether it is met."""
    rows = tuple(
        texts(element_name(demand), demand_name(demand), demand.statement.titel, demand.stand, "", "", "", "", "")
        for demand in demands(methodiek)
    )
    heads = ("kernelement", "onderdeel", "uitspraak", "stand in de methodiek", *SELFSCAN)
    return Register("zelfscan", "Zelfscan", "Per uitspraak: voldoen wij, en wat gaan we doen?", heads, rows)


SELFSCAN = ("voldoet", "bewijs", "actie", "wie", "wanneer")
"""The columns of the zelfscan that an organisation fills in; the first has the answers of `ANSWERS`."""
