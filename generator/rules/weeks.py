"""M3 for the line of weeks: it follows the phases without a gap."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph import Methodiek
from generator.model.handleiding import Fase
from generator.model.week import Weekregel
from generator.rules.base import Trouble, rule


def spans(methodiek: Methodiek) -> dict[str, tuple[int, int]]:
    """Return the first and the last week of every phase, one phase after the other."""
    found: dict[str, tuple[int, int]] = {}
    start = 1
    for fase in sorted(methodiek.all(Fase), key=lambda one: one.volgorde):
        found[fase.id] = (start, start + fase.duur_weken - 1)
        start += fase.duur_weken
    return found


@rule("M314")
def weeks_beside_phases(methodiek: Methodiek) -> Iterator[Trouble]:
    """De weken sluiten niet aan op de fasen.

    Achter elkaar gezet vullen de weken precies de fasen: geen week ontbreekt, geen week staat er dubbel, en elke
    week valt in de fase waar zij bij hoort. Een dag bij een stap valt in of voor het einde van de week.

    Fout:
        # content/handleiding/weken/week-2.yml
        id: week-2
        titel: Week 2
        van: 2
        tot: 4
        kern: Verder oefenen.
        fasen: [{naar: oefenen, bron: "cursusboek, les 1"}]
        stappen:
          - {id: verder, baan: Slaper, tekst: Oefen verder., bron: cursusboek}
        bron: cursusboek

    Goed:
        # content/handleiding/weken/week-1.yml
        id: week-1
        titel: Week 1 tot en met 4
        van: 1
        tot: 4
        kern: Oefenen.
        fasen: [{naar: oefenen, bron: "cursusboek, les 1"}]
        stappen:
          - {id: begin, baan: Slaper, tekst: Begin., dag: 2, bron: cursusboek}
        bron: cursusboek
    """
    nodes = [node for node in methodiek.of("week") if isinstance(node.record, Weekregel)]
    if not nodes or not methodiek.broken.isdisjoint({"fase", "week"}):
        return
    phases = spans(methodiek)
    expected, last = 1, max((end for _, end in phases.values()), default=0)
    for node in sorted(nodes, key=lambda one: (one.record.van, one.id)):  # type: ignore[attr-defined]
        week = node.record
        assert isinstance(week, Weekregel)
        if week.van != expected or week.tot < week.van:
            yield Trouble(node.at("van"), f"Hier wordt week {expected} verwacht.", "laat de weken op elkaar aansluiten")
        expected = max(week.tot, week.van) + 1
        for edge in methodiek.out(node, "fasen"):
            first, end = phases[edge.naar.id]
            if week.van < first or week.tot > end:
                message = f"'{edge.naar.titel}' loopt van week {first} tot en met {end}."
                yield Trouble(edge.span, message, "kies een andere week of fase")
        for index, stap in enumerate(week.stappen):
            if stap.dag and stap.dag > week.tot * 7:
                yield Trouble(
                    node.at("stappen", index, "dag"), f"Deze dag valt na {week.weken}.", "kies een eerdere dag"
                )
    if expected != last + 1:
        message = f"De fasen duren samen {last} weken; de weken gaan tot en met {expected - 1}."
        yield Trouble(nodes[-1].at("tot"), message, "voeg de weken toe die ontbreken")


@rule("M215")
def turn_outside_phases(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een werkblad is aan de beurt in een fase waar het niet bij hoort.

    De lijn van weken zegt wanneer een werkblad aan de beurt is, en het werkblad zelf in welke fasen het past. Wie op
    beide kiest, mag het niet missen.

    Fout:
        # content/handleiding/weken/week-1.yml
        id: week-1
        titel: Week 1 tot en met 4
        van: 1
        tot: 4
        kern: Oefenen.
        fasen: [{naar: oefenen, bron: "cursusboek, les 1"}]
        stappen:
          - id: begin
            baan: Slaper
            tekst: Begin.
            bron: cursusboek
            werkbladen: [{naar: avondblad, afgeleid: Op dit blad staat de avond.}]
        bron: cursusboek
        # content/toolkit/middelen/avondblad.yml
        id: avondblad
        code: M-01
        titel: Avondblad
        neutrale_titel: Mijn avond
        lijst: middelen
        recht: EIGEN
        gebruik: G0
        bewaren: B1
        doel: Zien hoe de avond gaat.
        wanneer: Elke avond.
        wie: slaper
        duur: 5 minuten
        wijzigingen: [{versie: "1.0", datum: 2026-11-21, wat: Eerste versie., waarom: Er was nog niets.}]
        bron: eigen-uitwerking
        bladen:
          - {id: blad, soort: deelnemer, titel: Mijn avond, blokken: [{soort: lijnen, vraag: Hoe laat?, regels: 2}]}
    """
    if not methodiek.broken.isdisjoint({"fase", "week", "werkblad"}):
        return
    for week in methodiek.of("week"):
        phases = {edge.naar.id: edge.naar for edge in methodiek.out(week, "fasen")}
        for step in methodiek.parts(week, "weekstap"):
            for edge in methodiek.out(step, "werkbladen"):
                known = {one.naar.id for one in methodiek.out(edge.naar, "fasen")}
                for slug in phases.keys() - known:
                    message = f"'{edge.naar.titel}' hoort niet bij de fase '{phases[slug].titel}'."
                    yield Trouble(edge.span, message, "voeg de fase bij het werkblad toe, of kies een ander werkblad")
