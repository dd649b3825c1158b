"""What the pages of trainings and competences say, and how a case and its points stand on the page of their kind.

No page has an answer: a key is a document for the trainer.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.sessions import point_name
from generator.artifacts.site.pages.common import part_item
from generator.artifacts.site.places import TRAINING, href
from generator.artifacts.site.views import Bullets, Fact, Facts, Item, Note, Prose, Section
from generator.graph import Methodiek, Node
from generator.model.casus import Casus, Kijkwijzer
from generator.model.training import Competentie, Training


def training_sections(methodiek: Methodiek, node: Node) -> Iterator[Section]:
    """Yield what the page of a training says."""
    record = node.record
    assert isinstance(record, Training)
    yield Section("Wat je ervan leert", (Prose(record.doel),), "doel")
    facts = (
        Fact("Rol", {"gevolgd en aangeboden": "gevolgd door het team, en aangeboden"}.get(record.rol, record.rol)),
        Fact("Voor wie", record.voor_wie),
        Fact("Van wie", record.eigenaar),
        Fact("Vastleggen", record.vastleggen),
    )
    yield Section("In het kort", (Facts(facts),), "kort")
    rights = Note("let-op", record.rechten, "Rechten")
    notes = (rights, Note("rustig", record.let_op, "Let op")) if record.let_op else (rights,)
    yield Section("Wat wel en niet mag", notes, "rechten")


def competence_sections(methodiek: Methodiek, node: Node) -> Iterator[Section]:
    """Yield what the page of a competence says."""
    record = node.record
    assert isinstance(record, Competentie)
    yield Section("Wat het vraagt", (Prose(record.uitleg),), "uitleg")
    yield Section("Zo zie je het", (Bullets(record.zo_zie_je_het),), "zo-zie-je-het")


def case_item(methodiek: Methodiek, node: Node, page: str) -> Item:
    """Return a case as its page shows it: what is read aloud, and where the trainer finds the rest."""
    record = node.record
    assert isinstance(record, Casus)
    facts = (
        Fact("Vraag", record.vraag),
        Fact("Antwoord", "alleen in de sleutel bij het draaiboek", href(f"{TRAINING}#draaiboeken", page)),
    )
    return part_item(methodiek, node, page, title=record.titel, code=record.code, text=record.tekst, facts=facts)


def points_item(methodiek: Methodiek, node: Node, page: str) -> Item:
    """Return the points from which cases are looked at, with whose they are."""
    record = node.record
    assert isinstance(record, Kijkwijzer)
    facts = [Fact(point_name(punt.titel, punt.voorheen), punt.uitleg) for punt in record.punten]
    facts += [Fact(f"{one.teken}. {one.titel}", one.uitleg) for one in record.uitkomsten]
    facts += [Fact("Van wie", record.eigenaar), Fact("Rechten", record.rechten)]
    return part_item(methodiek, node, page, title=record.titel, text=record.kern, facts=tuple(facts))
