"""M6 for sign-offs: what was checked and has changed since, or is no longer there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.graph import Edge, Methodiek
from generator.graph.review import signed
from generator.rules.base import Trouble, rule


@rule("M611", Severity.LET_OP)
def changed_since_signed_off(methodiek: Methodiek) -> Iterator[Trouble]:
    """Iets is veranderd nadat het is getoetst.

    In `toetsen.yml` staat wie wat heeft getoetst, met een vingerafdruk van wat er toen stond. Nu staat er iets anders:
    in het ding zelf, of bij een koppeling ook aan een van de twee uiteinden. Lees het opnieuw. Klopt het, draai dan
    `methodiek toets`.

    Fout:
        # content/onderbouwing/factoren/onrust.yml
        id: onrust
        titel: Onrust
        kern: Er is nu iets anders aan de hand.
        toelichting: Wie nooit stil wordt, valt laat in slaap.
        nummers: []
        bron: cursusboek
        subdoelen: [{naar: avondritme, bron: cursusboek}]
        # content/toetsen.yml
        toetsen:
          - op: factor/onrust
            rol: gedragswetenschapper
            datum: 2026-11-21
            vingerafdruk: "1:0000000000000000000000000000000000000000000000000000000000000000"
    Goed:
        # content/toetsen.yml
        toetsen: []
    """
    node = methodiek.single("toetsing")
    for one in signed(methodiek):
        if node is None or one.what is None or one.holds:
            continue
        who = f"{one.toets.rol} op {one.toets.datum:%d-%m-%Y}"
        message = f"'{one.toets.op}' is veranderd sinds de toets door {who}: opnieuw toetsen."
        place = one.what.span if isinstance(one.what, Edge) else one.what.at("id")
        yield Trouble(place, message, f"lees het na en draai: methodiek toets '{one.toets.op}' --rol '{one.toets.rol}'")


@rule("M612", Severity.LET_OP)
def signed_off_nothing(methodiek: Methodiek) -> Iterator[Trouble]:
    """Wat getoetst is, bestaat niet (meer).

    Het ding of de koppeling is weg, of heeft een andere naam gekregen. Haal de regel weg uit `toetsen.yml`, of toets
    wat ervoor in de plaats kwam.

    Fout:
        # content/toetsen.yml
        toetsen:
          - op: factor/verdwenen
            rol: gedragswetenschapper
            datum: 2026-11-21
            vingerafdruk: "1:0000000000000000000000000000000000000000000000000000000000000000"
    """
    node = methodiek.single("toetsing")
    for one in signed(methodiek):
        kinds = {word.partition("/")[0] for word in one.toets.op.split() if "/" in word}
        if node is not None and one.what is None and methodiek.broken.isdisjoint(kinds):
            message = f"Er is geen '{one.toets.op}', en die is wel getoetst."
            yield Trouble(node.at("toetsen", one.index, "op"), message, "haal de regel weg, of toets wat ervoor kwam")
