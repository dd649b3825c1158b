"""The promises of coverage, as data: what the compiler has to prove."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.base import Part, Regel, Regels, Slug, Tekst, Vindplaats
from generator.records import Field

KindName = Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]


class Gat(Part):
    """A known hole in a promise, with the reason. It shows in the report and on the site."""

    bij: Slug
    reden: Tekst


class Belofte(Part):
    """A promise: every `elk` has at least `minstens` links `via` a field.

    `via` is a field of the thing itself (`deeldoelen`), or a kind and its field
    (`werkblad.subdoelen`) for links that arrive. Several ways may be given; together they
    must give `minstens` links. With `onderdelen: ja`, links at the parts count for the whole.
    """

    id: Slug
    titel: Regel
    elk: KindName
    via: Regels
    minstens: Annotated[int, Field(ge=1, le=50)] = 1
    onderdelen: Literal["ja", "nee"] = "nee"
    ernst: Literal["fout", "let op"] = "fout"
    gaten: tuple[Gat, ...] = ()


class Telling(Part):
    """How many of something the source has; the content must have as many."""

    soort: KindName
    aantal: Annotated[int, Field(ge=0)]
    waar: dict[str, str] = {}
    bron: Vindplaats


class Linktelling(Part):
    """How many links a field holds in the whole content, according to the source."""

    via: Regel
    aantal: Annotated[int, Field(ge=0)]
    grond: Literal["bron", "afgeleid"] | None = None
    bron: Vindplaats


class Dekking(Part):
    """`dekking.yml`: the promises and the counts of a methodology."""

    beloften: tuple[Belofte, ...] = ()
    tellingen: tuple[Telling, ...] = ()
    linktellingen: tuple[Linktelling, ...] = ()


class Vastlegging(Part):
    """The coverage as it was last laid down: written by the tool, read as a diff.

    A link reads `kind/id field kind/id ground`, for instance
    `factor/crisis subdoelen subdoel/veilige-omgeving bron`.
    """

    links: tuple[Regel, ...] = ()
