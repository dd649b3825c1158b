"""M6 for the history of things: what a record says about its own changes must be in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.graph import Methodiek
from generator.model.base import Record, Wijziging
from generator.rules.base import Trouble, rule


@rule("M616")
def history_out_of_order(methodiek: Methodiek) -> Iterator[Trouble]:
    """De wijzigingen staan niet op volgorde.

    In `wijzigingen` staat de laatste wijziging bovenaan. Haar versie en datum zijn die van het blad en komen op papier.
    Wat eronder staat is niet later en heeft een lagere versie. Zo kan een blad geen nieuwe versie krijgen zonder dat er
    staat wat er veranderde en waarom.

    Fout:
        # content/onderbouwing/factoren/onrust.yml
        id: onrust
        titel: Onrust
        kern: Er is steeds iets te doen.
        toelichting: Wie nooit stil wordt, valt laat in slaap.
        nummers: []
        bron: cursusboek
        subdoelen: [{naar: avondritme, bron: cursusboek}]
        wijzigingen:
          - {datum: 2026-01-10, wat: De kern is korter., waarom: Niemand las hem uit.}
          - {datum: 2026-02-10, wat: De titel is anders., waarom: Zo noemen slapers het.}
    Goed:
        # content/onderbouwing/factoren/onrust.yml
        id: onrust
        titel: Onrust
        kern: Er is steeds iets te doen.
        toelichting: Wie nooit stil wordt, valt laat in slaap.
        nummers: []
        bron: cursusboek
        subdoelen: [{naar: avondritme, bron: cursusboek}]
        wijzigingen:
          - {datum: 2026-02-10, wat: De titel is anders., waarom: Zo noemen slapers het.}
          - {datum: 2026-01-10, wat: De kern is korter., waarom: Niemand las hem uit.}
    """
    for node in methodiek.nodes.values():
        if not isinstance(node.record, Record):
            continue
        for index, (newer, older) in enumerate(pairwise(node.record.wijzigingen)):
            if newer.datum < older.datum:
                message = f"De wijziging van {newer.datum:%d-%m-%Y} staat boven die van {older.datum:%d-%m-%Y}."
                yield Trouble(node.at("wijzigingen", index, "datum"), message, "zet de laatste wijziging bovenaan")
            if newer.versie and older.versie and _number(newer) <= _number(older):
                message = f"Versie {newer.versie} is niet hoger dan {older.versie}, die eronder staat."
                yield Trouble(
                    node.at("wijzigingen", index, "versie"), message, "geef de laatste wijziging een nieuwe versie"
                )


def _number(one: Wijziging) -> tuple[int, ...]:
    return tuple(int(piece) for piece in (one.versie or "0").split("."))
