"""M3 and M2 for session plans and routes: the plan can be given as it is written."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph import Methodiek, Node
from generator.model.draaiboek import Dagdeel, Draaiboek
from generator.model.inwerken import Inwerkroute
from generator.model.toolkit import Werkblad
from generator.rules.base import Trouble, meant, rule

LONGEST_STRETCH = 90
"""So many minutes may pass without a break."""
REQUIRED = ("onthulling", "feit-en-duiding", "melden", "nazorg")
"""What every variant of a session plan has, however short it is."""
LONGEST_ROUTE = 2000
"""So many words a route may have, its self-check counted in."""


def _plans(methodiek: Methodiek) -> Iterator[tuple[Node, Draaiboek]]:
    for node in methodiek.of("draaiboek"):
        if isinstance(node.record, Draaiboek):
            yield node, node.record


@rule("M308")
def minutes_differ(methodiek: Methodiek) -> Iterator[Trouble]:
    """De minuten tellen niet op tot de tijd die is opgegeven.

    Bij een dagdeel zijn de blokken samen precies zo lang als het dagdeel. Bij een inwerkroute is wat er te lezen
    valt samen de leestijd. Wie een plan volgt, moet op de klok kunnen vertrouwen.

    Fout:
        # content/inwerken/slaper.yml
        id: slaper
        titel: Nieuwe slaper
        volgorde: 1
        code: I-01
        kern: Zo begin je.
        voor_wie: de slaper
        wanneer: vanavond
        leestijd: 5
        onthoud: Slapen mag.
        stappen:
          - {id: slaper-lezen, soort: lezen, titel: Lees dit, minuten: 3, tekst: Lees het boekje.}
        zelfcheck:
          - {vraag: Slaap je?, opties: [ja, nee], sleutel: {goed: 1, uitleg: Dat is de bedoeling.}}
          - {vraag: Slaap je nu?, opties: [ja, nee], sleutel: {goed: 2, uitleg: Je leest nog.}}
          - {vraag: Droom je?, opties: [ja, nee], sleutel: {goed: 1, uitleg: Dat hoort erbij.}}
          - {vraag: Ben je moe?, opties: [ja, nee], sleutel: {goed: 2, uitleg: Niet meer.}}
        voldoende: 3
        bron: eigen-uitwerking
    """
    for node, plan in _plans(methodiek):
        for index, dagdeel in enumerate(plan.dagdelen):
            total = sum(blok.minuten for blok in dagdeel.blokken)
            if total != dagdeel.minuten:
                message = f"De blokken van '{dagdeel.titel}' duren samen {total} minuten, er staat {dagdeel.minuten}."
                yield Trouble(node.at("dagdelen", index, "minuten"), message, _too_much(total - dagdeel.minuten))
    for node in methodiek.of("inwerkroute"):
        route = node.record
        if isinstance(route, Inwerkroute):
            total = sum(stap.minuten for stap in route.stappen if stap.soort == "lezen")
            if total != route.leestijd:
                message = f"Wat er te lezen valt, kost samen {total} minuten, er staat {route.leestijd}."
                yield Trouble(node.at("leestijd"), message, _too_much(total - route.leestijd))


def _too_much(difference: int) -> str:
    return f"haal er {difference} weg" if difference > 0 else f"voeg er {-difference} toe"


@rule("M309")
def no_break(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een dagdeel gaat te lang door zonder pauze.

    Na hoogstens negentig minuten is er een pauze. Het werk is zwaar genoeg.
    """
    for node, plan in _plans(methodiek):
        for index, dagdeel in enumerate(plan.dagdelen):
            since = 0
            for number, blok in enumerate(dagdeel.blokken):
                since = 0 if blok.soort == "pauze" else since + blok.minuten
                if since > LONGEST_STRETCH:
                    place = node.at("dagdelen", index, "blokken", number, "minuten")
                    yield Trouble(
                        place, f"Hier is het al {since} minuten geleden dat er pauze was.", "zet er een pauze voor"
                    )
                    break


@rule("M310")
def required_block_missing(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een draaiboek mist een blok dat er altijd in zit.

    Elke variant oefent de onthulling, het scheiden van feit en duiding, en het melden, ook als er weinig tijd is.
    Elk dagdeel heeft nazorg voor de deelnemers, na de laatste casus, want wie geraakt is gaat anders zo naar huis.
    """
    for node, plan in _plans(methodiek):
        variants: dict[str, list[Dagdeel]] = {}
        for index, dagdeel in enumerate(plan.dagdelen):
            variants.setdefault(dagdeel.variant, []).append(dagdeel)
            kinds = [blok.soort for blok in dagdeel.blokken]
            place = node.at("dagdelen", index, "blokken", key=True)
            if "nazorg" not in kinds:
                yield Trouble(
                    place, f"'{dagdeel.titel}' heeft geen nazorg voor de deelnemers.", "voeg een blok nazorg toe"
                )
            elif set(kinds[kinds.index("nazorg") :]) & {"casus", "onthulling"}:
                message = f"In '{dagdeel.titel}' komt na de nazorg nog een casus of onthulling."
                yield Trouble(place, message, "zet de nazorg erna")
        for variant, dagdelen in variants.items():
            found = {blok.soort for dagdeel in dagdelen for blok in dagdeel.blokken}
            for kind in REQUIRED[:-1]:
                if kind not in found:
                    yield Trouble(
                        node.at("dagdelen", key=True),
                        f"De variant '{variant}' heeft geen blok '{kind}'.",
                        "voeg het toe",
                    )


@rule("M211")
def nothing_by_that_name(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een draaiboek noemt iets dat er niet is.

    Elk materiaal, elke casus en elk blad dat een blok of dagdeel noemt, staat in het draaiboek zelf. Een materiaal
    dat naar een werkblad wijst, noemt een werkblad dat het draaiboek ook als koppeling heeft.
    """
    for node, plan in _plans(methodiek):
        materials = [one.id for one in plan.materialen]
        sheets = [one.id for one in plan.bladen]
        cases = [link.naar for link in plan.casussen]
        items = [link.naar for link in plan.werkbladen]
        for index, one in enumerate(plan.materialen):
            yield from _known(node, ("materialen", index, "blad"), one.blad, sheets, "blad")
            yield from _known(node, ("materialen", index, "werkblad"), one.werkblad, items, "werkblad")
        for index, dagdeel in enumerate(plan.dagdelen):
            at = ("dagdelen", index)
            for number, name in enumerate(dagdeel.bladen):
                yield from _known(node, (*at, "bladen", number), name, sheets, "blad")
            for number, blok in enumerate(dagdeel.blokken):
                here = (*at, "blokken", number)
                for place, name in enumerate(blok.materialen):
                    yield from _known(node, (*here, "materialen", place), name, materials, "materiaal")
                for place, name in enumerate(blok.casussen):
                    yield from _known(node, (*here, "casussen", place), name, cases, "casus")
                if "kijkwijzer" not in methodiek.broken:
                    ways = [one.id for one in methodiek.of("kijkwijzer")]
                    yield from _known(node, (*here, "kijkwijzer"), blok.kijkwijzer, ways, "kijkwijzer")


def _known(node: Node, path: tuple[str | int, ...], name: str | None, known: list[str], what: str) -> Iterator[Trouble]:
    if name is not None and name not in known:
        yield Trouble(node.at(*path), f"Dit draaiboek heeft geen {what} '{name}'.", meant(name, known))


@rule("M311")
def route_too_long(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een inwerkroute is te lang om even te lezen.

    Een route past op twee bladzijden en is in tien minuten te lezen. Verwijs liever dan dat je overschrijft.
    """
    for node in methodiek.of("inwerkroute"):
        route = node.record
        if not isinstance(route, Inwerkroute):
            continue
        texts = [route.kern, route.onthoud, *(f"{stap.titel} {stap.tekst}" for stap in route.stappen)]
        texts += [" ".join((vraag.vraag, *vraag.opties)) for vraag in route.zelfcheck]
        words = sum(len(text.split()) for text in texts)
        if words > LONGEST_ROUTE:
            yield Trouble(
                node.at("stappen", key=True), f"Deze route heeft {words} woorden; hoogstens {LONGEST_ROUTE}.", "schrap"
            )
        if route.leestijd > 10:
            yield Trouble(
                node.at("leestijd"), f"Deze route kost {route.leestijd} minuten lezen; hoogstens 10.", "schrap"
            )


@rule("M508")
def heavy_sheet_on_route(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een inwerkroute laat een nieuwe collega een blad van klasse G3 proberen.

    G3 vraagt afstemming vooraf en ervaring. Lezen mag, proberen niet. Een kaart over een instrument van een ander
    is alleen om te lezen en telt niet mee.
    """
    for node in methodiek.of("routestap"):
        for edge in methodiek.out(node, "naar"):
            item = edge.naar.record
            heavy = isinstance(item, Werkblad) and item.gebruik == "G3" and item.recht != "KAART"
            if heavy and getattr(node.record, "soort", "") == "proberen":
                yield Trouble(edge.span, f"'{edge.naar.titel}' is G3 en is niet om te proberen.", "maak er lezen van")
