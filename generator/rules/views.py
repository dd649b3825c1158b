"""M6 for views for reviewers: nothing too long, nothing that points nowhere, no heading that is silently empty."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.graph import Methodiek, Node
from generator.graph.weergave import found, in_limit, words
from generator.model.weergave import Weergave
from generator.rules.base import Trouble, rule


def _views(methodiek: Methodiek) -> Iterator[tuple[Node, Weergave]]:
    for node in methodiek.of("weergave"):
        if isinstance(node.record, Weergave):
            yield node, node.record


@rule("M613")
def view_too_long(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een deel van een weergave is langer dan de commissie toestaat.

    Onder `grenzen` staat hoeveel woorden sommige rubrieken samen mogen hebben. Maak de tekst korter waar hij staat.
    """
    for node, view in _views(methodiek):
        for index, limit in enumerate(view.grenzen):
            many = words(methodiek, in_limit(view, limit.rubrieken))
            if many > limit.woorden:
                message = f"'{limit.titel}' heeft {many} woorden; dat mogen er {limit.woorden} zijn."
                yield Trouble(node.at("grenzen", index, "woorden"), message, "kort de teksten in")


@rule("M614", Severity.LET_OP)
def view_of_nothing(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een weergave wijst naar iets dat er niet is.

    Een hoofdstuk of een kop heet anders, een soort bestaat niet, of er staat niet precies een ding per stuk. Op de
    pagina staat zolang dat het ontbreekt.
    """
    for node, view in _views(methodiek):
        for index, rubriek in enumerate(view.rubrieken):
            for number, stuk in enumerate(rubriek.stukken):
                trouble = found(methodiek, stuk).trouble
                if trouble and stuk.soort not in methodiek.broken and "hoofdstuk" not in methodiek.broken:
                    place = node.at("rubrieken", index, "stukken", number)
                    yield Trouble(place, f"Onder '{rubriek.titel}' ontbreekt iets: {trouble}.", "pas het stuk aan")
        names = {rubriek.id for rubriek in view.rubrieken}
        for index, limit in enumerate(view.grenzen):
            for name in limit.rubrieken:
                if name not in names:
                    yield Trouble(node.at("grenzen", index, "rubrieken"), f"Er is geen rubriek '{name}'.", "")


@rule("M615")
def view_silently_empty(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een rubriek van een weergave is leeg en zegt niet waarom.

    De commissie vraagt om deze rubriek. Zet er een stuk in, of schrijf bij `ontbreekt` wat de bronnen niet zeggen.
    """
    for node, view in _views(methodiek):
        for index, rubriek in enumerate(view.rubrieken):
            if not rubriek.stukken and not rubriek.ontbreekt:
                message = f"Rubriek '{rubriek.titel}' is leeg en zegt niet wat er ontbreekt."
                yield Trouble(node.at("rubrieken", index), message, "geef 'stukken' of 'ontbreekt'")
