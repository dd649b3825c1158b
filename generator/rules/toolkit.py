"""M5: what a sheet must have before it may be printed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph import Methodiek
from generator.model.blokken import NieuweBladzijdeBlok
from generator.model.toolkit import Werkblad
from generator.rules.base import Trouble, rule


@rule("M501")
def guided_sheet_without_guide(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een blad van klasse G2 of G3 heeft geen begeleidersblad of geen stopteken.

    G2 en G3 worden alleen samen met een medewerker gebruikt. Die moet weten hoe, en het meisje
    moet kunnen stoppen. Een kaart voor de medewerker zelf heeft geen begeleidersblad nodig.
    """
    for node in methodiek.of("werkblad"):
        werkblad = node.record
        if not isinstance(werkblad, Werkblad) or werkblad.gebruik not in ("G2", "G3"):
            continue
        if not any(blad.soort in ("deelnemer", "knipvel") for blad in werkblad.bladen):
            continue
        if werkblad.begeleiding is None:
            message = f"'{werkblad.titel}' is {werkblad.gebruik}, maar heeft geen begeleidersblad."
            yield Trouble(node.at("gebruik"), message, "vul 'begeleiding' in")
        elif werkblad.stopteken is None:
            message = f"'{werkblad.titel}' is {werkblad.gebruik}, maar heeft geen stopteken."
            yield Trouble(node.at("gebruik"), message, "vul 'stopteken' in")


@rule("M502")
def fillable_participant_sheet(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een blad voor een meisje is op het scherm in te vullen.

    Wat op een gedeelde computer wordt ingevuld, blijft daar staan. Bladen voor meisjes zijn
    alleen van papier.
    """
    for node in methodiek.of("werkblad"):
        if isinstance(node.record, Werkblad):
            for index, blad in enumerate(node.record.bladen):
                if blad.invulbaar and blad.soort != "staf":
                    message = f"Blad '{blad.id}' is invulbaar, maar is geen formulier voor medewerkers."
                    yield Trouble(node.at("bladen", index, "invulbaar"), message, "zet 'invulbaar' op nee")


@rule("M503")
def sheet_without_neutral_title(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een blad dat een meisje meeneemt, heeft geen neutrale titel.

    Wie het blad thuis of op school ziet liggen, mag er niets uit kunnen opmaken.
    """
    for node in methodiek.of("werkblad"):
        werkblad = node.record
        if not isinstance(werkblad, Werkblad) or werkblad.neutrale_titel is not None:
            continue
        if any(blad.soort == "deelnemer" for blad in werkblad.bladen):
            message = f"'{werkblad.titel}' heeft een blad voor deelnemers, maar geen neutrale titel."
            yield Trouble(node.at("titel"), message, "vul 'neutrale_titel' in")


@rule("M507")
def promised_pages(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een blad belooft een ander aantal bladzijden dan het begint.

    Elke 'nieuwe-bladzijde' begint een volgende bladzijde. Een blad met twee daarvan heeft dus drie bladzijden.
    Onder aan elke bladzijde staat welke het is; dat klopt alleen als 'bladzijden' klopt.
    """
    for node in methodiek.of("werkblad"):
        if isinstance(node.record, Werkblad):
            for index, blad in enumerate(node.record.bladen):
                begun = 1 + sum(isinstance(blok, NieuweBladzijdeBlok) for blok in blad.blokken)
                if begun != blad.bladzijden:
                    written = ("bladen", index, "bladzijden") in node.document.marks
                    field = "bladzijden" if written else "id"
                    message = f"Blad '{blad.id}' belooft {_pages(blad.bladzijden)}, maar begint er {begun}."
                    yield Trouble(node.at("bladen", index, field), message, f"zet 'bladzijden' op {begun}")


def _pages(count: int) -> str:
    return f"{count} bladzijde" if count == 1 else f"{count} bladzijden"
