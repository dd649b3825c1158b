"""The one table of kinds: what there is, where its files are, and what to call it."""

from __future__ import annotations

from typing import NamedTuple

from generator.model import (
    bescherming,
    bron,
    casus,
    dekking,
    draaiboek,
    feiten,
    handleiding,
    inwerken,
    kwaliteitskader,
    methodiek,
    naslag,
    onderbouwing,
    programma,
    taal,
    toets,
    toolkit,
    training,
    uitgaven,
    week,
    weergave,
    zoeken,
)
from generator.records import Typed


class Kind(NamedTuple):
    """A kind of thing.

    `name` is how references and messages call one; `plural` how pages call many. `where` is
    its folder below the content folder (ending in `/`), its one file, or nothing for a part that lives in
    the file of a record.
    """

    name: str
    plural: str
    cls: type[Typed]
    where: str = ""
    suffix: str = ".yml"

    @property
    def is_part(self) -> bool:
        """Whether it lives inside the file of another kind."""
        return not self.where


KINDS: tuple[Kind, ...] = (
    Kind("interventie", "de interventie", methodiek.Interventie, "methodiek.yml"),
    Kind("dekking", "dekking", dekking.Dekking, "dekking.yml"),
    Kind("vastlegging", "vastgelegde dekking", dekking.Vastlegging, "dekking-vastgelegd.yml"),
    Kind("toetsing", "toetsingen", toets.Toetsing, "toetsen.yml"),
    Kind("uitgaven", "uitgaven", uitgaven.Uitgaven, "uitgaven.yml"),
    Kind("bescherming", "bescherming", bescherming.Bescherming, "bescherming.yml"),
    Kind("taal", "taalregels", taal.Taal, "taal.yml"),
    Kind("zoekwoorden", "zoekwoorden", zoeken.Zoekwoorden, "zoekwoorden.yml"),
    Kind("indeling", "de indeling van de toolkit", toolkit.Indeling, "indeling.yml"),
    Kind("bron", "bronnen", bron.Bron, "bronnen/"),
    Kind("factor", "factoren", onderbouwing.Factor, "onderbouwing/factoren/"),
    Kind("subdoel", "subdoelen", onderbouwing.Subdoel, "onderbouwing/subdoelen/"),
    Kind("deeldoel", "deeldoelen", onderbouwing.Deeldoel),
    Kind("schemarij", "schemarijen", onderbouwing.Schemarij, "onderbouwing/schema/"),
    Kind("doel", "doelen", onderbouwing.Doel),
    Kind("aanpak", "aanpakregels", onderbouwing.Aanpak),
    Kind("aanpakelement", "aanpakelementen", onderbouwing.Aanpakelement, "onderbouwing/aanpakelementen/"),
    Kind("werkzaam-element", "werkzame elementen", onderbouwing.WerkzaamElement, "onderbouwing/werkzame-elementen/"),
    Kind("basiselement", "basiselementen", handleiding.Basiselement, "handleiding/basiselementen/"),
    Kind("fase", "fasen", handleiding.Fase, "handleiding/fasen/"),
    Kind("activiteit", "activiteiten", handleiding.Activiteit),
    Kind("week", "weken", week.Weekregel, "handleiding/weken/"),
    Kind("weekstap", "stappen van een week", week.Weekstap),
    Kind("lijn", "doorlopende lijnen", handleiding.Lijn, "handleiding/lijnen/"),
    Kind("hoofdstuk", "hoofdstukken", handleiding.Hoofdstuk, "handleiding/hoofdstukken/", ".md"),
    Kind("techniek", "technieken", naslag.Techniek, "handleiding/technieken/"),
    Kind("ketenpartner", "ketenpartners", naslag.Ketenpartner, "handleiding/ketenpartners/"),
    Kind("begrip", "begrippen", naslag.Begrip, "begrippen/"),
    Kind("literatuur", "aangehaalde werken", naslag.Literatuur, "literatuur/"),
    Kind("register", "het feitenregister", feiten.Feitenregister, "verantwoording/register.yml"),
    Kind("tegenstrijdigheid", "verschillen tussen bronnen", naslag.Tegenstrijdigheid, "verantwoording/verschillen/"),
    Kind("programma", "verwante programma's", naslag.Programma, "verantwoording/programmas/"),
    Kind("onderzoek", "onderzoeksgegevens", naslag.Onderzoek, "verantwoording/onderzoek/"),
    Kind("weergave", "weergaven voor beoordelaars", weergave.Weergave, "verantwoording/weergaven/"),
    Kind("kernelement", "kernelementen", kwaliteitskader.Kernelement, "kwaliteitskader/"),
    Kind("criterium", "kwaliteitscriteria", kwaliteitskader.Criterium),
    Kind("indicator", "indicatoren", kwaliteitskader.Indicator),
    Kind("werkblad", "werkbladen", toolkit.Werkblad, "toolkit/"),
    Kind("themacyclus", "themacycli", programma.Themacyclus, "programma/cycli/"),
    Kind("pakket", "pakketten", programma.Pakket, "programma/pakketten/"),
    Kind("training", "trainingen", training.Training, "trainingen/"),
    Kind("competentie", "competenties", training.Competentie, "competenties/"),
    Kind("kijkwijzer", "kijkwijzers", casus.Kijkwijzer, "casussen/kijkwijzers/"),
    Kind("casus", "casussen", casus.Casus, "casussen/"),
    Kind("draaiboek", "draaiboeken", draaiboek.Draaiboek, "draaiboeken/"),
    Kind("dagkaart", "de eerste dag", inwerken.Dagkaart, "inwerken/eerste-dag.yml"),
    Kind("dagstap", "stappen van de eerste dag", inwerken.Dagstap),
    Kind("inwerkroute", "inwerkroutes", inwerken.Inwerkroute, "inwerken/"),
    Kind("routestap", "stappen van een inwerkroute", inwerken.Routestap),
)

_BY_NAME = {kind.name: kind for kind in KINDS}
_BY_CLASS = {kind.cls: kind for kind in KINDS}


def kind_named(name: str) -> Kind:
    """Return the kind with this name. Raises KeyError for a name that is not in the table."""
    return _BY_NAME[name]


def kind_of(cls: type[Typed]) -> Kind | None:
    """Return the kind of a class, or None for a part that is no node of its own."""
    return _BY_CLASS.get(cls)


def kind_at(path: str) -> Kind | None:
    """Return the kind of the file at `path` (below the content folder), or None."""
    for kind in KINDS:
        if kind.where and (path == kind.where or (kind.where.endswith("/") and path.startswith(kind.where))):
            return kind
    return None
