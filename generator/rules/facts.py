"""M2 for the register of facts: every fact stands somewhere, or it says why not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph import Methodiek, Node
from generator.model.feiten import Feitenregister, Vindplek, Weggelaten
from generator.rules.base import Trouble, meant, rule


@rule("M212")
def fact_without_page(methodiek: Methodiek) -> Iterator[Trouble]:
    """Van een feit is niet te zeggen waar het staat.

    Elk feit uit het feitenregister staat op een pagina die er is, of is weggelaten met een reden; niet allebei en
    niet dubbel. Samen zijn het er zoveel als het register er heeft.

    Fout:
        # content/verantwoording/register.yml
        id: feitenregister
        titel: Waar elk feit staat
        aantal: 2
        plekken:
          - {op: fase/slapen, feiten: [SL-01]}
        bron: eigen-uitwerking

    Goed:
        # content/verantwoording/register.yml
        id: feitenregister
        titel: Waar elk feit staat
        aantal: 2
        plekken:
          - {op: fase/oefenen, feiten: [SL-01]}
        weggelaten:
          - {reden: Dit gaat over een andere cursus., feiten: [SL-02]}
        bron: eigen-uitwerking
    """
    node = methodiek.single("register")
    if node is None or not isinstance(node.record, Feitenregister):
        return
    yield from _pages(methodiek, node, node.record)
    yield from _numbers(node, node.record)


def _pages(methodiek: Methodiek, node: Node, register: Feitenregister) -> Iterator[Trouble]:
    for index, plek in enumerate(register.plekken):
        kind, _, slug = plek.op.partition("/")
        if methodiek.get(kind, slug) is None and kind not in methodiek.broken:
            known = [f"{kind}/{one.id}" for one in methodiek.of(kind)]
            yield Trouble(node.at("plekken", index, "op"), f"Er is geen '{plek.op}'.", meant(plek.op, known))


def _numbers(node: Node, register: Feitenregister) -> Iterator[Trouble]:
    seen: set[str] = set()
    groups: dict[str, tuple[Vindplek | Weggelaten, ...]] = {
        "plekken": register.plekken,
        "weggelaten": register.weggelaten,
    }
    for name, places in groups.items():
        for index, place in enumerate(places):
            for number, feit in enumerate(place.feiten):
                if feit in seen:
                    span = node.at(name, index, "feiten", number)
                    yield Trouble(span, f"Feit '{feit}' staat er al.", "noem elk feit een keer")
                seen.add(feit)
    for index, part in enumerate(register.deels):
        for number, feit in enumerate(part.feiten):
            if feit not in seen:
                span = node.at("deels", index, "feiten", number)
                yield Trouble(span, f"Feit '{feit}' staat nergens.", "noem de pagina bij 'plekken'")
    if len(seen) != register.aantal:
        message = f"Het register heeft {register.aantal} feiten; hier staan er {len(seen)}."
        yield Trouble(node.at("aantal"), message, "zoek het feit dat ontbreekt of te veel is")
