"""The blocks that a printed form is made of. A new kind of block is one class and one template.

Every block has a `soort`, which names its class here and its template
(`generator/artifacts/print/templates/blokken/<soort>.html`). Sizes are in millimetres.
Texts are plain text. `picto` names a drawing in `generator/assets/pictogrammen`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.base import JaNee, Part, Regel, Regels, Slug, Tekst
from generator.records import Before, Field

Millimeter = Annotated[float, Field(gt=0, le=400)]
Aantal = Annotated[int, Field(ge=1, le=60)]


class Optie(Part):
    """Something to choose or to answer: a line, optionally with a pictogram and an explanation."""

    tekst: Regel
    picto: Slug | None = None
    uitleg: Regel | None = None


def _bare_lines(value: object) -> object:
    """Let an author write an option that is only a line as that line."""
    many = value if isinstance(value, list | tuple) else [value]
    return [{"tekst": one} if isinstance(one, str) else one for one in many]


Opties = Annotated[tuple[Optie, ...], Before(_bare_lines)]
"""Some options; one that is only a line may be written as that line."""


class NieuweBladzijdeBlok(Part):
    """What follows stands on the next page. A page that is full without it needs none."""

    soort: Literal["nieuwe-bladzijde"]


class TekstBlok(Part):
    """Running text, with an optional heading above it."""

    soort: Literal["tekst"]
    kop: Regel | None = None
    tekst: Tekst


class Stap(Part):
    """One instruction: a line, optionally with a pictogram and an explanation."""

    tekst: Regel
    picto: Slug | None = None
    uitleg: Regel | None = None


class StappenBlok(Part):
    """What to do, step by step. `genummerd` shows numbers; `naast_elkaar` sets them in a row."""

    soort: Literal["stappen"]
    kop: Regel | None = None
    stappen: tuple[Stap, ...] = Field(min_length=1)
    genummerd: JaNee = True
    naast_elkaar: JaNee = False


class LijnenBlok(Part):
    """Open lines to write on, at least 9 mm apart. `vraag` stands above them."""

    soort: Literal["lijnen"]
    vraag: Regel
    uitleg: Regel | None = None
    picto: Slug | None = None
    regels: Aantal = 2


class ZinnenBlok(Part):
    """Sentences to finish: each stem is followed by room to write (`regels` lines)."""

    soort: Literal["zinnen"]
    kop: Regel | None = None
    uitleg: Regel | None = None
    zinnen: Regels
    regels: Aantal = 1


class SchaalBlok(Part):
    """A scale to mark one point on: numbers `van` to `tot`, or `gezichten` (3 or 5 faces)."""

    soort: Literal["schaal"]
    vraag: Regel
    vorm: Literal["cijfers", "gezichten"] = "cijfers"
    van: Annotated[int, Field(ge=0, le=10)] = 0
    tot: Annotated[int, Field(ge=1, le=10)] = 10
    links: Regel | None = None
    rechts: Regel | None = None


class VoorNaBlok(Part):
    """The strip for tension before and after: two small scales side by side."""

    soort: Literal["voor-na"]
    voor: Regel = "Hoe voel ik me nu?"
    na: Regel = "En na afloop?"
    einden: Regel = "0 rustig, 10 vol"
    """What the ends of the numbers mean; faces need no words."""
    vorm: Literal["cijfers", "gezichten"] = "cijfers"


class VinkjesBlok(Part):
    """Boxes to tick. `anders` adds a box with a line to write on; so does an option that ends in a colon."""

    soort: Literal["vinkjes"]
    vraag: Regel
    uitleg: Regel | None = None
    opties: Opties
    kolommen: Annotated[int, Field(ge=1, le=4)] = 1
    anders: Regel | None = None
    een: JaNee = False
    """With `een`, only one may be chosen: round boxes on paper, radio buttons on screen."""


class KeuzeTabelBlok(Part):
    """A row per statement and a column per answer: tick one box in each row."""

    soort: Literal["keuzetabel"]
    kop: Regel | None = None
    uitleg: Regel | None = None
    kolommen: Opties
    rijen: Opties
    genummerd: JaNee = False
    rijkop: Regel | None = None
    """The heading above the rows."""


class Kolom(Part):
    """A column of a table; `breedte` is its share of the width."""

    kop: Regel
    breedte: Annotated[int, Field(ge=1, le=20)] = 1
    uitleg: Regel | None = None


class TabelBlok(Part):
    """A table to fill in: named rows, or `leeg` empty ones; `hoogte` of a row in millimetres.

    With `rijen`, the first column holds the names and `kolommen[0]` is its heading.
    """

    soort: Literal["tabel"]
    kop: Regel | None = None
    uitleg: Regel | None = None
    kolommen: tuple[Kolom, ...] = Field(min_length=1)
    rijen: Opties = ()
    leeg: Annotated[int, Field(ge=0, le=40)] = 0
    hoogte: Millimeter = 12


class TekenvlakBlok(Part):
    """Room to draw. `banden` divides it into named horizontal bands (generations, periods)."""

    soort: Literal["tekenvlak"]
    kop: Regel | None = None
    uitleg: Regel | None = None
    hoogte: Millimeter
    banden: Regels = ()
    midden: Regel | None = None
    """A word printed in the middle, in a small circle: `ik`."""
    ringen: Annotated[int, Field(ge=0, le=5)] = 0
    """Circles around the middle, for a map of who stands near."""


class Teken(Part):
    """One entry of a legend: a drawn symbol and what it means."""

    teken: Literal[
        "vierkant", "cirkel", "ruit", "dikke-rand", "vraagteken", "kruis-stil",
        "lijn-nabij", "lijn-gewoon", "lijn-ver", "lijn-botsing", "lijn-verbroken", "lijn-ouders",
        "lijn-uit-elkaar", "lijn-kind", "ster", "hart",
    ]  # fmt: skip
    betekenis: Regel


class LegendaBlok(Part):
    """Symbols and what they mean."""

    soort: Literal["legenda"]
    kop: Regel | None = None
    tekens: tuple[Teken, ...] = Field(min_length=1)
    kolommen: Annotated[int, Field(ge=1, le=4)] = 2


class Kaartje(Part):
    """A card to cut out."""

    tekst: Regel
    nummer: Regel | None = None
    picto: Slug | None = None


class KaartjesBlok(Part):
    """Cards to cut out, in a grid with cut marks."""

    soort: Literal["kaartjes"]
    kaartjes: tuple[Kaartje, ...] = Field(min_length=1)
    kolommen: Annotated[int, Field(ge=1, le=4)] = 2
    hoogte: Millimeter = 40


class Zone(Part):
    """One zone of the thermometer, from `van` to `tot`, with a face and a name."""

    naam: Regel
    van: Annotated[int, Field(ge=0, le=10)]
    tot: Annotated[int, Field(ge=0, le=10)]
    uitleg: Regel | None = None
    opties: Opties = ()
    """Things to tick in this zone; they stand in the first column."""


class ThermometerBlok(Part):
    """A thermometer of tension with zones (top one first) and a column to fill in per question."""

    soort: Literal["thermometer"]
    zones: tuple[Zone, ...] = Field(min_length=2, max_length=5)
    kolommen: Regels
    hoogte: Millimeter = 36
    """Height of one zone."""
    kop: Regel = "Mijn spanning"
    cijfers: JaNee = True
    """Whether the numbers stand beside the tube; without them the faces say enough."""
    onder: Regel | None = None
    """A line below the zones, beside the bulb."""


class StrokenBlok(Part):
    """Strips to fill in once each and cut off: `aantal` equal strips with small scales of numbers or faces."""

    soort: Literal["stroken"]
    kop: Regel | None = None
    aantal: Aantal = 10
    velden: Regels = ("voor", "na")
    vorm: Literal["cijfers", "gezichten"] = "cijfers"


class TijdlijnBlok(Part):
    """A line through time with stations to write at; above and below it have their own meaning. It grows."""

    soort: Literal["tijdlijn"]
    kop: Regel | None = None
    haltes: Regels
    boven: Regel | None = None
    onder: Regel | None = None
    hoogte: Millimeter = 80


class KaderBlok(Part):
    """A framed message that must not be missed. `toon` is `rustig` or `let-op`."""

    soort: Literal["kader"]
    kop: Regel | None = None
    tekst: Tekst
    picto: Slug | None = None
    toon: Literal["rustig", "let-op"] = "rustig"


class WelNietBlok(Part):
    """Two columns: what to do and what rather not. Never by colour alone."""

    soort: Literal["wel-niet"]
    wel_kop: Regel = "Wel"
    niet_kop: Regel = "Liever niet"
    wel: Regels
    niet: Regels


class LijstBlok(Part):
    """A plain list, as bullets or as a checklist with boxes (`afvinken`)."""

    soort: Literal["lijst"]
    kop: Regel | None = None
    punten: Regels
    afvinken: JaNee = False


class Feit(Part):
    """A term and its meaning, on a reference card."""

    term: Regel
    uitleg: Tekst


class FeitenBlok(Part):
    """Pairs of a short term and what it means: the body of a reference card."""

    soort: Literal["feiten"]
    kop: Regel | None = None
    feiten: tuple[Feit, ...] = Field(min_length=1)


class NaastElkaarBlok(Part):
    """Blocks in two columns."""

    soort: Literal["naast-elkaar"]
    links: tuple[Blok, ...] = Field(min_length=1)
    rechts: tuple[Blok, ...] = Field(min_length=1)
    verdeling: Literal["1-1", "1-2", "2-1", "2-3", "3-2", "3-1", "4-1"] = "1-1"


Blok = Annotated[
    TekstBlok
    | StappenBlok
    | LijnenBlok
    | ZinnenBlok
    | SchaalBlok
    | VoorNaBlok
    | VinkjesBlok
    | KeuzeTabelBlok
    | TabelBlok
    | TekenvlakBlok
    | LegendaBlok
    | KaartjesBlok
    | ThermometerBlok
    | StrokenBlok
    | TijdlijnBlok
    | KaderBlok
    | WelNietBlok
    | LijstBlok
    | FeitenBlok
    | NaastElkaarBlok
    | NieuweBladzijdeBlok,
    Field(discriminator="soort"),
]
"""Any block. The `soort` in the text chooses which."""
