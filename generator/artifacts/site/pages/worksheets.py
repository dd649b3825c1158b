"""The page of a toolkit item: what to print, when and when not, how, and why."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.print.classes import BEWAREN, GEBRUIK, RECHT
from generator.artifacts.print.sets import SetPdf, pdfs_of
from generator.artifacts.safety import easy_variant, stop_rule
from generator.artifacts.site.miniatures import miniature
from generator.artifacts.site.pages.common import closing
from generator.artifacts.site.pages.reading import readable
from generator.artifacts.site.places import href, page_of, pages
from generator.artifacts.site.views import (
    NO_PICTURE,
    Bullets,
    DoDont,
    Download,
    Downloads,
    Fact,
    Facts,
    Note,
    PageView,
    Prose,
    Section,
)
from generator.graph import Methodiek, Node
from generator.model.toolkit import Werkblad


def worksheet_pages(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield the page of every toolkit item."""
    for node in pages(methodiek, "werkblad"):
        werkblad = node.record
        if isinstance(werkblad, Werkblad):
            yield PageView(
                path=page_of(node),
                title=werkblad.titel,
                lead=werkblad.doel,
                source=node.document.path,
                kind="werkblad",
                code=werkblad.code,
                sections=(*_sections(methodiek, node, werkblad), *closing(methodiek, node)),
                keywords=werkblad.zoekwoorden,
                version=f"{werkblad.versie} van {werkblad.gewijzigd_op:%d-%m-%Y}",
            )


def _sections(methodiek: Methodiek, node: Node, werkblad: Werkblad) -> Iterator[Section]:
    page = page_of(node)
    if werkblad.onthulling:
        yield Section(werkblad.bladen[0].titel, tuple(readable(werkblad.bladen[0].blokken)), "kaart")
    files = tuple(_download(pdf, page, werkblad) for pdf in pdfs_of(methodiek, node))
    yield Section("Printen", (Downloads(files),), "printen")
    facts = [
        Fact("Voor wie", werkblad.wie),
        Fact("Duur", werkblad.duur),
        Fact("Gebruik", f"{werkblad.gebruik}: {GEBRUIK[werkblad.gebruik]}"),
        Fact("Bewaren", f"{werkblad.bewaren}: {BEWAREN[werkblad.bewaren]}"),
        Fact("Rechten", RECHT[werkblad.recht]),
        Fact("Eenvoudige variant", easy_variant(werkblad)),
        Fact("Stoppen", stop_rule(werkblad)),
        Fact("Versie", f"{werkblad.versie}, gewijzigd op {werkblad.gewijzigd_op:%d-%m-%Y}"),
    ]
    if werkblad.neutrale_titel:
        facts.insert(0, Fact("Op papier heet het", werkblad.neutrale_titel))
    if werkblad.eigenaar:
        facts.append(Fact("Eigenaar", werkblad.eigenaar))
    yield Section("In het kort", (Facts(tuple(facts)),), "kort")
    when: list[Prose | Note | Bullets] = [Prose(werkblad.wanneer)]
    if werkblad.niet_wanneer:
        when.append(Note("let-op", werkblad.niet_wanneer, "Wanneer niet"))
    if werkblad.let_op:
        when.append(Note("let-op", werkblad.let_op, "Let op"))
    yield Section("Wanneer wel en niet", tuple(when), "wanneer")
    if werkblad.verkrijgen:
        yield Section("Waar je het krijgt", (Prose(werkblad.verkrijgen),), "verkrijgen")
    if guide := werkblad.begeleiding:
        steps = tuple(f"{step.minuten} min: {step.tekst}" if step.minuten else step.tekst for step in guide.stappen)
        blocks = (Prose(guide.start), Bullets(steps, numbered=True), Prose(guide.afronding))
        yield Section("Stappen", blocks, "stappen")
        said = DoDont("Dit helpt", guide.zinnen_wel, "Liever niet", guide.zinnen_niet)
        yield Section("Zinnen die helpen", (said,), "zinnen")


def _download(pdf: SetPdf, page: str, werkblad: Werkblad) -> Download:
    sheets = f"{pdf.pages} {'bladzijde' if pdf.pages == 1 else 'bladzijden'}"
    name = pdf.path.rsplit("/", 1)[-1]
    drawn = next((blad for blad in werkblad.bladen if name.endswith(f"-{blad.id}.pdf")), None)
    if drawn is None and pdf.main:
        drawn = next(blad for blad in werkblad.bladen if blad.soort == "deelnemer")
    picture = miniature(drawn) if drawn else NO_PICTURE
    return Download(pdf.title, href(pdf.path, page), f"{sheets}, {pdf.note}" if pdf.note else sheets, pdf.main, picture)
