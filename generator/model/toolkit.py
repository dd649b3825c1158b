"""The toolkit: worksheets as whole sets, with the sheets that people hold."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.base import JaNee, Part, Regel, Regels, Slug, Tekst, Uitgegeven, Vindplaatsen
from generator.model.blokken import Blok
from generator.model.links import Koppelingen, Naar
from generator.records import Field

Code = Annotated[str, Field(pattern=r"^[A-Z]{1,2}-[A-Z]{0,2}[0-9]{0,2}$", max_length=8)]
"""The short code of a toolkit item, as printed on every sheet: `T-G2`."""

Recht = Literal["EIGEN", "KAART", "DERDE", "OFFICIEEL", "ONBEKEND"]
"""Whose it is. EIGEN: our own sheet. KAART: an instrument of others, reference card only.
DERDE: a publication of others, card and own sheet around it. OFFICIEEL: an official form,
explanation and checklist only. ONBEKEND: the owner has to decide first."""

Gebruik = Literal["G0", "G1", "G2", "G3"]
"""How it may be used. G0: alone. G1: staff nearby. G2: only together with a trained worker.
G3: only mentor or ambulant worker, agreed with the gedragswetenschapper, never in the group."""

Bewaren = Literal["B0", "B1", "B2", "B3"]
"""What happens to it afterwards. B0: no personal data. B1: hers, she decides. B2: to the care
system, paper draft destroyed. B3: stays inside the external instrument."""

Lijst = Literal["formulieren", "middelen", "themas", "vragenlijsten", "overige", "materialen", "aanvulling"]
LIJSTEN: dict[Lijst, str] = {
    "formulieren": "Formulieren",
    "middelen": "Middelen",
    "themas": "Thema-avonden",
    "vragenlijsten": "Vragenlijsten",
    "overige": "Overige",
    "materialen": "Materialen",
    "aanvulling": "Aanvulling",
}
"""The lists of a toolkit and what people call them, in the order in which people look for them."""


class Blad(Part):
    """One sheet of a set, as it comes out of the printer.

    `soort`: `deelnemer` (a girl holds it: neutral title and code only, never fillable),
    `knipvel` (cut-outs), `staf` (a form or appendix for staff), `kaart` (a card),
    `bijlage` (a staff appendix kept apart), `ouder` (for parents).
    `variant`: A or B of a participant sheet. `per_groep`: one for the table instead of one each.
    `gebruik` and `bewaren`: only where a sheet's class is another than its item's.
    """

    id: Slug
    soort: Literal["deelnemer", "knipvel", "staf", "kaart", "bijlage", "ouder"]
    titel: Regel
    ondertitel: Regel | None = None
    variant: Literal["A", "B"] | None = None
    formaat: Literal["A4", "A4-liggend", "A6x4"] = "A4"
    bladzijden: Annotated[int, Field(ge=1, le=12)] = 1
    invulbaar: JaNee = False
    per_groep: JaNee = False
    gebruik: Gebruik | None = None
    bewaren: Bewaren | None = None
    blokken: tuple[Blok, ...] = Field(min_length=1)
    slot: Regel | None = None
    """The closing line of a participant sheet; it points to now."""


class Stapje(Part):
    """A step of the facilitator's plan; `minuten` where the plan keeps time, `kop` to find it at a glance."""

    minuten: Annotated[int, Field(ge=1, le=120)] | None = None
    kop: Regel | None = None
    tekst: Tekst


class Begeleiding(Part):
    """The facilitator sheet in its twelve fixed blocks.

    Nine are written here. Three are made from the rest of the record: what to do when she tells something
    (from the disclosure card, unless `bij_vertellen` says it), what to do with the paper (`bewaren`) and why (the
    links).
    """

    doel: Regel
    wanneer_wel: Regels
    wanneer_niet: Regels
    klaarleggen: Regels
    tijd: Regel
    start: Tekst
    stappen: tuple[Stapje, ...] = Field(min_length=1)
    zinnen_wel: Regels
    zinnen_niet: Regels
    afronding: Tekst
    bewaren: Regel | None = None
    variant_b: Tekst | None = None
    bij_vertellen: Tekst | None = None
    """What to do when someone tells something, where the disclosure card doesn't fit: with parents."""
    bladzijden: Annotated[int, Field(ge=1, le=2)] = 2


class Keuze(Part):
    """Something to choose by, and what it is called."""

    id: Slug
    naam: Regel


class LeegVak(Part):
    """A goal that no item serves in a phase, and why that is so."""

    fase: Slug
    doel: Slug
    reden: Tekst


class Indeling(Part):
    """`indeling.yml`: by what people choose from the toolkit, and where it has nothing to choose.

    `momenten` says when, `themas` what it is about, `met` who takes part. `lege_vakken` are the known gaps of phase
    by goal.
    """

    momenten: tuple[Keuze, ...] = ()
    themas: tuple[Keuze, ...] = ()
    met: tuple[Keuze, ...] = ()
    lege_vakken: tuple[LeegVak, ...] = ()
    bron: Vindplaatsen


class Kiezen(Part):
    """By what an item is found: its choices from the `Indeling`.

    `minuten` is how long it takes at most in one go; nothing where there is no fixed time.
    """

    momenten: tuple[Slug, ...] = Field(min_length=1)
    themas: tuple[Slug, ...] = Field(min_length=1)
    met: tuple[Slug, ...] = Field(min_length=1)
    minuten: Annotated[int, Field(ge=1, le=240)] | None = None


class Werkblad(Uitgegeven):
    """A toolkit item: what it is for, when, for whom, its class, its links, its sheets.

    `titel` is the name in the toolkit; `neutrale_titel` is what stands on paper that a girl holds.
    """

    code: Code
    neutrale_titel: Regel | None = None
    lijst: Lijst
    recht: Recht
    gebruik: Gebruik
    bewaren: Bewaren
    doel: Regel
    wanneer: Tekst
    niet_wanneer: Tekst | None = None
    wie: Regel
    duur: Regel
    kiezen: Kiezen | None = None
    zoekwoorden: Regels = ()
    let_op: Tekst | None = None
    eigenaar: Regel | None = None
    """Owner of an instrument of others; where to get it is in `verkrijgen`."""
    verkrijgen: Tekst | None = None
    stopteken: Regel | None = None
    onthulling: JaNee = False
    """This item is the disclosure card: its blocks are printed on every G2 and G3 facilitator sheet."""
    fasen: Annotated[Koppelingen, Naar("fase", omgekeerd="gebruikt")] = ()
    subdoelen: Annotated[Koppelingen, Naar("subdoel", "deeldoel", omgekeerd="werkt met")] = ()
    kernelementen: Annotated[Koppelingen, Naar("kernelement", omgekeerd="werkt met")] = ()
    factoren: Annotated[Koppelingen, Naar("factor", omgekeerd="werkt met")] = ()
    bouwt_voort_op: Annotated[Koppelingen, Naar("werkblad", omgekeerd="gaat vooraf aan", volgorde=True)] = ()
    bladen: tuple[Blad, ...] = Field(min_length=1)
    begeleiding: Begeleiding | None = None
