"""M2 for running text: what chapters name must exist, and they lead nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Span
from generator.graph import Methodiek, Node
from generator.mentions import Mention, mentions
from generator.model.base import bron_van
from generator.model.kinds import KINDS
from generator.rules.base import Trouble, meant, rule

_KINDS = tuple(kind.name for kind in KINDS)


def _named(methodiek: Methodiek, what: str) -> Iterator[tuple[Node, Mention, Span]]:
    for node in methodiek.of("hoofdstuk"):
        for mention in mentions(node.document.body):
            if mention.what == what:
                line = node.document.body_line + mention.line - 1
                yield node, mention, node.document.span(line, mention.column, mention.width)


@rule("M208")
def reference_in_text(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een verwijzing in een hoofdstuk leidt nergens heen.

    Een verwijzing noemt de soort en de naam: `[de thermometer](werkblad:emotiethermometer)`.

    Fout:
        # content/handleiding/hoofdstukken/slapen.md
        ---
        id: slapen
        titel: Slapen
        volgorde: 1
        deel: Begin
        kern: Over slapen.
        bron: cursusboek
        ---

        Zie [onrust](factor:onrst).
    """
    for _, mention, span in _named(methodiek, "verwijzing"):
        kind, slug = mention.words
        if kind not in _KINDS:
            yield Trouble(span, f"Er is geen soort '{kind}'.", meant(kind, _KINDS))
        elif kind not in methodiek.broken and methodiek.get(kind, slug) is None:
            yield Trouble(span, f"Er is geen {kind} '{slug}'.", meant(slug, [one.id for one in methodiek.of(kind)]))


@rule("M209")
def link_to_elsewhere(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een hoofdstuk wijst naar buiten, of op een manier die niet bestaat.

    De site werkt zonder internet en vraagt nergens anders iets op. Een verwijzing noemt daarom een ding van de
    methodiek. Iets van een ander staat bij de bronnen.

    Fout:
        # content/handleiding/hoofdstukken/slapen.md
        ---
        id: slapen
        titel: Slapen
        volgorde: 1
        deel: Begin
        kern: Over slapen.
        bron: cursusboek
        ---

        Zie [hier](https://voorbeeld.invalid).
    """
    for _, mention, span in _named(methodiek, "link"):
        yield Trouble(
            span, f"'{mention.words[0][:60]}' is geen ding van de methodiek.", "schrijf [woorden](soort:naam)"
        )


@rule("M210")
def source_in_text(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een hoofdstuk noemt een bron die er niet is.

    Een bron in de tekst staat aan het eind van een alinea, als `[bron: naam, plaats]`. De naam is die van een bestand
    in de map met bronnen.
    """
    if "bron" in methodiek.broken:
        return
    known = [node.id for node in methodiek.of("bron")]
    for _, mention, span in _named(methodiek, "bron"):
        slug = bron_van(mention.words[0])
        if slug not in known:
            yield Trouble(span, f"Er is geen bron '{slug}'.", meant(slug, known))
