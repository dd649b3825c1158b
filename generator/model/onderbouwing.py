"""Why the approach is as it is: factors, goals, and what the work does about them."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.base import JaNee, Nummers, Part, Record, Regel, Slug, Tekst, Vindplaatsen
from generator.model.links import Koppelingen, Naar


class Deeldoel(Part):
    """A lettered part of a subdoel: one concrete result."""

    id: Slug
    titel: Regel
    tekst: Tekst
    nummers: Nummers = ()
    bron: Vindplaatsen
    basiselementen: Annotated[Koppelingen, Naar("basiselement", omgekeerd="werkt aan")] = ()


class Subdoel(Record):
    """One of the goals below the main goal. `kort` is a name of a few words."""

    tekst: Tekst
    nummers: Nummers
    deeldoelen: tuple[Deeldoel, ...] = ()
    basiselementen: Annotated[Koppelingen, Naar("basiselement", omgekeerd="werkt aan")] = ()


class Factor(Record):
    """A circumstance that keeps the problem going."""

    kern: Regel
    toelichting: Tekst
    nummers: Nummers
    minder_beinvloedbaar: JaNee = False
    subdoelen: Annotated[Koppelingen, Naar("subdoel", omgekeerd="pakt aan")] = ()
    aanpakelementen: Annotated[Koppelingen, Naar("aanpakelement", omgekeerd="pakt aan")] = ()


class Doel(Part):
    """A goal of the help as the schema words it; it acts on one or more factoren."""

    id: Slug
    titel: Regel
    uitleg: Tekst
    bron: Vindplaatsen
    factoren: Annotated[Koppelingen, Naar("factor", omgekeerd="heeft als doel")] = ()
    subdoelen: Annotated[Koppelingen, Naar("subdoel", "deeldoel", omgekeerd="keert terug in schemadoel")] = ()


class Aanpak(Part):
    """One bullet of what is done about a factor."""

    id: Slug
    titel: Regel
    bron: Vindplaatsen
    factoren: Annotated[Koppelingen, Naar("factor", omgekeerd="wordt aangepakt met")] = ()


class Schemarij(Record):
    """A row of the schema that justifies the approach: a factor, its goals, its bullets."""

    nummers: Nummers
    doelen: tuple[Doel, ...]
    aanpak: tuple[Aanpak, ...]


class Aanpakelement(Record):
    """One of the parts of the approach that realise the goals."""

    kern: Regel
    uitleg: Tekst
    nummers: Nummers = ()
    deeldoelen: Annotated[Koppelingen, Naar("deeldoel", "subdoel", omgekeerd="wordt gerealiseerd door")] = ()


class WerkzaamElement(Record):
    """An element that the intervention holds to be what makes it work."""

    soort: Literal["inhoudelijk", "praktisch"]
    uitleg: Tekst
    kernelementen: Annotated[Koppelingen, Naar("kernelement", omgekeerd="komt terug in")] = ()
    basiselementen: Annotated[Koppelingen, Naar("basiselement", omgekeerd="geeft vorm aan")] = ()
