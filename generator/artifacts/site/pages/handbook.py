"""What of the handbook can be printed, as pages offer it: the book, the wall sheet, and the card of each phase."""

from __future__ import annotations

from generator.artifacts.print.book import PATH, has_book
from generator.artifacts.print.phases import phase_pdfs
from generator.artifacts.site.pages.common import offered
from generator.artifacts.site.places import href
from generator.artifacts.site.views import Download, Downloads, Section
from generator.graph import Methodiek, Node


def to_print(methodiek: Methodiek, page: str) -> tuple[Section, ...]:
    """Return the section with everything of the handbook that can be printed; nothing where there is nothing."""
    book = Download("Het handboek als boek", href(PATH, page), "om dubbelzijdig te printen", main=True)
    files = (
        *((book,) if has_book(methodiek) else ()),
        *(offered(pdf, page) for pdf in phase_pdfs(methodiek)),
    )
    return (Section("Printen", (Downloads(files),), "printen"),) if files else ()


def phase_to_print(methodiek: Methodiek, node: Node, page: str) -> tuple[Section, ...]:
    """Return the section with the card of one phase and the wall sheets."""
    others = {f"/{one.id}-kaart.pdf" for one in methodiek.of("fase") if one is not node}
    found = [pdf for pdf in phase_pdfs(methodiek) if not any(pdf.path.endswith(other) for other in others)]
    files = tuple(
        offered(pdf, page, main=node.id in pdf.path) for pdf in sorted(found, key=lambda pdf: node.id not in pdf.path)
    )
    return (Section("Printen", (Downloads(files),), "printen"),) if files else ()
