"""A sheet to read on a screen: its blocks as blocks of a page, where they hold text rather than room to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.artifacts.site.views import Block, Bullets, DoDont, Fact, Facts, Note, Prose
from generator.model.blokken import Blok, FeitenBlok, KaderBlok, LijstBlok, StappenBlok, TekstBlok, WelNietBlok


def readable(blocks: Iterable[Blok]) -> Iterator[Block]:
    """Yield what can be read of a sheet; lines and boxes to fill in are left out."""
    for block in blocks:
        yield from _readable(block)


def _readable(block: Blok) -> Iterator[Block]:
    match block:
        case KaderBlok(tekst=text, kop=heading, toon=tone):
            yield Note(tone, text, heading or "")
        case WelNietBlok():
            yield DoDont(block.wel_kop, block.wel, block.niet_kop, block.niet)
        case LijstBlok(punten=items, kop=heading):
            yield Bullets(items, heading=heading or "")
        case StappenBlok(stappen=steps, kop=heading, genummerd=numbered):
            yield Bullets(tuple(step.tekst for step in steps), numbered, heading or "")
        case FeitenBlok(feiten=facts):
            yield Facts(tuple(Fact(fact.term, fact.uitleg) for fact in facts))
        case TekstBlok(tekst=text):
            yield Prose(text)
        case _:
            return
