"""M3 and M5 for cycles and packs: what is promised about an order, and what may be printed in one go."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph import Methodiek
from generator.model.programma import Pakket, Themacyclus
from generator.model.toolkit import Werkblad
from generator.rules.base import Trouble, meant, rule


@rule("M307")
def window_misses_theme(methodiek: Methodiek) -> Iterator[Trouble]:
    """Wie een paar avonden meedoet, mist een kernthema.

    Een meisje stroomt op elk moment in. Daarom moet in elk aantal avonden achter elkaar (`venster`) elk kernthema
    een keer voorkomen, ook over het einde van de cyclus heen.
    """
    for node in methodiek.of("themacyclus"):
        cyclus = node.record
        if not isinstance(cyclus, Themacyclus) or "werkblad" in methodiek.broken:
            continue
        order = [koppeling.naar for koppeling in cyclus.avonden]
        for number, thema in enumerate(cyclus.kernthemas):
            for index, slug in enumerate(thema.avonden):
                if slug not in order:
                    place = node.at("kernthemas", number, "avonden", index)
                    yield Trouble(place, f"De avond '{slug}' zit niet in de cyclus.", meant(slug, order))
            for start in range(len(order)):
                window = [order[(start + step) % len(order)] for step in range(cyclus.venster)]
                if not set(window) & set(thema.avonden):
                    message = f"Wie bij avond {start + 1} instroomt, mist in {cyclus.venster} avonden '{thema.naam}'."
                    yield Trouble(node.at("avonden", start), message, "verander de volgorde")


@rule("M505")
def cards_only(methodiek: Methodiek) -> Iterator[Trouble]:
    """Van een instrument van een ander staat meer op papier dan een kaart.

    Bij KAART en ONBEKEND maken we geen bladen voor deelnemers: vragen, stellingen en scores van een ander nemen we
    niet over.
    """
    for node in methodiek.of("werkblad"):
        werkblad = node.record
        if isinstance(werkblad, Werkblad) and werkblad.recht in ("KAART", "ONBEKEND"):
            for index, blad in enumerate(werkblad.bladen):
                if blad.soort in ("deelnemer", "knipvel"):
                    message = f"'{werkblad.titel}' is {werkblad.recht}, maar heeft een blad voor deelnemers."
                    yield Trouble(node.at("bladen", index, "soort"), message, "maak er alleen een kaart van")


@rule("M506")
def heavy_sheet_in_quick_print(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een blad van klasse G3 zit in een pakket om snel te printen.

    G3 vraagt afstemming vooraf. Zo'n blad mag nooit ongemerkt met een stapel meekomen.
    """
    for node in methodiek.of("pakket"):
        for edge in methodiek.out(node, "werkbladen"):
            if isinstance(edge.naar.record, Werkblad) and edge.naar.record.gebruik == "G3":
                yield Trouble(edge.span, f"'{edge.naar.titel}' is G3 en hoort niet in een pakket.", "haal het eruit")


@rule("M207")
def piece_of_nothing(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een pakket noemt een werkblad of blad dat er niet is.

    Elk stuk van een pakket hoort bij een werkblad dat onder `werkbladen` staat, en noemt bladen die dat werkblad heeft.
    """
    for node in methodiek.of("pakket"):
        pakket = node.record
        if not isinstance(pakket, Pakket) or "werkblad" in methodiek.broken:
            continue
        named = [koppeling.naar for koppeling in pakket.werkbladen]
        for index, stuk in enumerate(pakket.stukken):
            item = methodiek.get("werkblad", stuk.werkblad)
            if item is None or stuk.werkblad not in named:
                message = f"Het pakket noemt '{stuk.werkblad}' niet bij 'werkbladen'."
                yield Trouble(node.at("stukken", index, "werkblad"), message, meant(stuk.werkblad, named))
                continue
            known = [blad.id for blad in item.record.bladen] if isinstance(item.record, Werkblad) else []
            for number, slug in enumerate(stuk.bladen):
                if slug not in known:
                    place = node.at("stukken", index, "bladen", number)
                    yield Trouble(place, f"'{item.id}' heeft geen blad '{slug}'.", meant(slug, known))
