"""What people who do the work have learned: trainings of others, and what they must be able to do."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.base import Record, Regel, Regels, Tekst
from generator.model.links import Koppelingen, Naar
from generator.model.toolkit import Recht
from generator.records import Field


class Training(Record):
    """A training that staff followed, that is offered, or both: one record, whatever list a source has it in."""

    aliassen: Regels = ()
    rol: Literal["gevolgd", "aangeboden", "gevolgd en aangeboden"]
    kern: Regel
    doel: Tekst
    eigenaar: Regel
    recht: Recht
    rechten: Tekst
    """What we may and may not do with it, and who gives it."""
    voor_wie: Regel
    vastleggen: Regel
    """What the organisation has to write down about it, and where."""
    let_op: Tekst | None = None
    kernelementen: Annotated[Koppelingen, Naar("kernelement", omgekeerd="wordt geleerd in")] = ()
    criteria: Annotated[Koppelingen, Naar("criterium", "indicator", omgekeerd="wordt nagekomen met")] = ()


class Competentie(Record):
    """Something that everyone who does the work must be able to do, and where it is learned and used."""

    volgorde: Annotated[int, Field(ge=1, le=50)]
    kern: Regel
    uitleg: Tekst
    zo_zie_je_het: Regels
    trainingen: Annotated[Koppelingen, Naar("training", omgekeerd="draagt bij aan")] = ()
    basiselementen: Annotated[Koppelingen, Naar("basiselement", omgekeerd="vraagt")] = ()
    hoofdstukken: Annotated[Koppelingen, Naar("hoofdstuk", omgekeerd="gaat over")] = ()
    werkbladen: Annotated[Koppelingen, Naar("werkblad", omgekeerd="vraagt")] = ()
