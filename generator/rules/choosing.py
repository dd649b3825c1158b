"""M2 for choosing from the toolkit: every item can be found, and by nothing that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.graph import Methodiek
from generator.graph.reach import goals, phases, serving
from generator.model.toolkit import Indeling, Werkblad
from generator.rules.base import Trouble, meant, rule

WAYS = ("momenten", "themas", "met")
"""The fields of `kiezen` that name a choice of the same field of the `Indeling`."""


@rule("M213")
def choice_of_nothing(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een werkblad en de indeling van de toolkit passen niet bij elkaar.

    In `indeling.yml` staan de momenten, de thema's en wie erbij kan zijn. Elk werkblad kiest daaruit onder `kiezen`, en
    elke keuze uit de indeling heeft minstens één werkblad. Zo is alles te vinden en leidt geen keuze naar niets.

    Fout:
        # content/indeling.yml
        momenten: [{id: avond, naam: Elke avond}]
        themas: [{id: slapen, naam: Slapen}]
        met: [{id: zelf, naam: De slaper}]
        bron: eigen-uitwerking
    """
    node = methodiek.single("indeling")
    if node is None or not isinstance(node.record, Indeling) or "werkblad" in methodiek.broken:
        return
    offered = {way: tuple(keuze.id for keuze in getattr(node.record, way)) for way in WAYS}
    used: set[tuple[str, str]] = set()
    for item in methodiek.of("werkblad"):
        kiezen = item.record.kiezen if isinstance(item.record, Werkblad) else None
        if kiezen is None:
            yield Trouble(item.at("id"), f"'{item.titel}' is niet te kiezen in de toolkit.", "vul 'kiezen' in")
            continue
        for way in WAYS:
            for index, slug in enumerate(getattr(kiezen, way)):
                used.add((way, slug))
                if slug not in offered[way]:
                    message = f"De indeling kent '{slug}' niet bij '{way}'."
                    yield Trouble(item.at("kiezen", way, index), message, meant(slug, offered[way]))
    for way in WAYS:
        for index, slug in enumerate(offered[way]):
            if (way, slug) not in used:
                message = f"Geen enkel werkblad kiest '{slug}' bij '{way}'."
                yield Trouble(node.at(way, index, "id"), message, "haal de keuze weg, of geef haar een werkblad")


@rule("M214")
def other_minutes(methodiek: Methodiek) -> Iterator[Trouble]:
    """De minuten om op te kiezen staan niet bij de duur.

    `kiezen: minuten` is hoe lang één keer hooguit duurt. Dat getal staat ook in `duur`: wie op tijd kiest en wie de
    bladzijde leest hetzelfde ziet.
    """
    for node in methodiek.of("werkblad"):
        werkblad = node.record
        if isinstance(werkblad, Werkblad) and werkblad.kiezen and werkblad.kiezen.minuten is not None:
            minuten = werkblad.kiezen.minuten
            if str(minuten) not in re.findall(r"\d+", werkblad.duur):
                message = f"Hier staan {minuten} minuten, maar de duur is '{werkblad.duur}'."
                yield Trouble(node.at("kiezen", "minuten"), message, "maak ze gelijk")


@rule("M216")
def gap_unsaid(methodiek: Methodiek) -> Iterator[Trouble]:
    """Bij een doel is in een fase geen werkblad, en niemand zegt wat daarvan de reden is.

    De tekening van fase en subdoel laat zien waar de toolkit niets heeft. Zo'n leeg vak staat met zijn reden in
    `indeling.yml`, onder `lege_vakken`. Komt er een werkblad bij, dan moet de reden weer weg.
    """
    node = methodiek.single("indeling")
    if node is None or not isinstance(node.record, Indeling):
        return
    if not methodiek.broken.isdisjoint({"werkblad", "fase", "subdoel"}):
        return
    empty = {
        (phase.id, goal.id): (phase, goal)
        for phase in phases(methodiek)
        for goal in goals(methodiek)
        if not serving(methodiek, goal, phase)
    }
    said = {(one.fase, one.doel): index for index, one in enumerate(node.record.lege_vakken)}
    for pair in empty.keys() - said.keys():
        phase, goal = empty[pair]
        message = f"Bij '{goal.titel}' is in de fase '{phase.titel}' geen werkblad."
        yield Trouble(node.at("momenten", key=True), message, "schrijf de reden onder 'lege_vakken'")
    for pair in said.keys() - empty.keys():
        message = f"'{pair[1]}' in '{pair[0]}' is geen leeg vak."
        yield Trouble(node.at("lege_vakken", said[pair]), message, "haal het weg, of verbeter de namen")
