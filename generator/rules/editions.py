"""M5 for editions: what is said about for whom things are, and whether an edition can keep to it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph import Methodiek, Node
from generator.graph.editions import Edition, edition, policy
from generator.model.handleiding import Hoofdstuk
from generator.model.kinds import KINDS
from generator.model.uitgaven import ALLES, UITGAVEN, Uitgaven
from generator.records import fields
from generator.rules.base import Trouble, meant, rule
from generator.rules.walk import texts_of, words_with_hyphens
from generator.sources import headings

NARROWER = tuple(name for name in UITGAVEN if name != ALLES)


def _narrower(methodiek: Methodiek) -> Iterator[Edition]:
    """Yield the editions that leave something out; none where the methodology makes no other than the widest."""
    if methodiek.single("uitgaven") is not None:
        yield from (edition(methodiek, name) for name in NARROWER)


@rule("M511")
def never_in_this_edition(methodiek: Methodiek) -> Iterator[Trouble]:
    """Iets dat alleen voor medewerkers is, zegt dat het voor meer mensen is.

    In `uitgaven.yml` staat bij `nooit` wat nooit in een andere uitgave komt, zoals bladen van klasse G3. Een ding dat
    daaronder valt, kan niet van zichzelf zeggen dat het openbaar is. Het blijft er buiten; haal het woord weg.

    Fout:
        # content/uitgaven.yml
        nooit:
          soort: [eigen]
        # content/bronnen/eigen-uitwerking.yml
        id: eigen-uitwerking
        titel: Eigen uitwerking
        soort: eigen
        kort: eigen uitwerking
        uitleg: Dit hebben wij zelf bedacht.
        uitgave: openbaar

    Goed:
        # content/uitgaven.yml
        nooit:
          soort: [eigen]
    """
    rules = policy(methodiek)
    for node in methodiek.nodes.values():
        said = node.record.uitgave  # type: ignore[attr-defined]
        if said is not None and said != ALLES and rules.never(node.record):
            message = f"'{node.titel}' is nooit voor '{said}': dat staat bij 'nooit' in uitgaven.yml."
            yield Trouble(node.at("uitgave"), message, "haal 'uitgave' weg")


@rule("M512")
def nothing_left(methodiek: Methodiek) -> Iterator[Trouble]:
    """Van een ding blijft in een uitgave te weinig over.

    Als weg is wat niet voor deze lezers is, mist het ding een veld dat het moet hebben, of is een lijst leeg die niet
    leeg mag zijn. Het blijft dan helemaal buiten de uitgave. Zet het ding op minder mensen, of de velden op meer.

    Fout:
        # content/uitgaven.yml
        standaard:
          - {soort: basiselement, voor: openbaar, reden: Het is geen geheim.}
          - {soort: basiselement, velden: [uitleg], voor: medewerker, reden: Dit wel.}
        # content/handleiding/basiselementen/avondboekje.yml
        id: avondboekje
        titel: Avondboekje
        kern: Opschrijven hoe laat het is.
        uitleg: De slaper schrijft elke avond de tijd op.
        bron: cursusboek, les 1

    Goed:
        # content/uitgaven.yml
        standaard:
          - {soort: basiselement, voor: openbaar, reden: Het is geen geheim.}
          - {soort: basiselement, velden: [doen], voor: medewerker, reden: Dit wel.}
    """
    for one in _narrower(methodiek):
        for node in one.lost:
            message = f"Van '{node.titel}' blijft in de uitgave '{one.name}' te weinig over."
            yield Trouble(node.at("id"), message, "zet 'uitgave' op minder mensen")


@rule("M513")
def unknown_in_editions(methodiek: Methodiek) -> Iterator[Trouble]:
    """Wat niet in een uitgave mag, bestaat niet onder die naam.

    Een soort, een veld of een kopje dat afgeschermd moet worden, heeft een andere naam. Zonder deze melding zou het dan
    zichtbaar blijven.

    Fout:
        # content/uitgaven.yml
        standaard:
          - {soort: basiselement, velden: [doenn], voor: medewerker, reden: Dit is werk van binnen.}

    Goed:
        # content/uitgaven.yml
        standaard:
          - {soort: basiselement, velden: [doen], voor: medewerker, reden: Dit is werk van binnen.}
    """
    node = methodiek.single("uitgaven")
    kinds = {kind.name: kind for kind in KINDS}
    if node is not None and isinstance(node.record, Uitgaven):
        for index, one in enumerate(node.record.standaard):
            kind = kinds.get(one.soort)
            if kind is None:
                hint = meant(one.soort, kinds)
                yield Trouble(node.at("standaard", index, "soort"), f"Er is geen soort '{one.soort}'.", hint)
                continue
            for place, field in enumerate(one.velden):
                if field not in fields(kind.cls):
                    message = f"Een {one.soort} heeft geen veld '{field}'."
                    yield Trouble(node.at("standaard", index, "velden", place), message, meant(field, fields(kind.cls)))
    for chapter in methodiek.of("hoofdstuk"):
        yield from _headings(chapter)


def _headings(node: Node) -> Iterator[Trouble]:
    assert isinstance(node.record, Hoofdstuk)
    there = headings(node.document.body)
    for index, one in enumerate(node.record.afgeschermd):
        for place, kop in enumerate(one.koppen):
            if kop not in there:
                message = f"Dit hoofdstuk heeft geen kopje '{kop}'. Tot dat klopt, is elk kopje afgeschermd."
                yield Trouble(node.at("afgeschermd", index, "koppen", place), message, meant(kop, there))


@rule("M514")
def names_what_is_left_out(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een openbare tekst noemt de code van iets dat niet openbaar is.

    Wie een blad vindt met alleen een code erop, kan die code anders opzoeken en weet dan waar het vandaan komt. Noem
    het ding bij zijn naam, of laat het weg. In een hoofdstuk kan het ook onder een kopje dat afgeschermd is.

    Fout:
        # content/uitgaven.yml
        standaard:
          - {soort: bron, voor: openbaar, reden: Bronnen zijn na te gaan.}
        # content/bronnen/cursusboek.yml
        id: cursusboek
        titel: Het cursusboek
        soort: document
        kort: het cursusboek
        uitleg: Het boek bij blad M-01.

    Goed:
        # content/uitgaven.yml
        standaard:
          - {soort: bron, voor: openbaar, reden: Bronnen zijn na te gaan.}
    """
    for one in (one for one in _narrower(methodiek) if one.name == UITGAVEN[0]):
        here = {str(getattr(node.record, "code", "")) for node in one.methodiek.nodes.values()}
        codes = {str(code): node for node in methodiek.nodes.values() if (code := getattr(node.record, "code", None))}
        hidden = {code: node for code, node in codes.items() if code not in here and "-" in code}
        yield from _mentions(one, hidden)


def _mentions(one: Edition, hidden: dict[str, Node]) -> Iterator[Trouble]:
    for node in one.methodiek.nodes.values():
        if node.parent is None:
            for span, text in texts_of(node):
                for word in words_with_hyphens(text):
                    if word in hidden:
                        message = (
                            f"'{word}' ({hidden[word].titel}) zit niet in de uitgave '{one.name}', deze tekst wel."
                        )
                        yield Trouble(span, message, "noem de naam, of zet 'uitgave' op minder mensen")


@rule("M520")
def text_of_another_edition(methodiek: Methodiek) -> Iterator[Trouble]:
    """In wat gemaakt is, staat tekst die niet in deze uitgave hoort.

    Na het maken van een uitgave zoekt de compiler elke weggelaten tekst in alles wat hij schreef: pagina's, zoekindex,
    PDF's met hun eigenschappen, tabellen en de zip. Staat er toch iets, dan komt de uitgave er niet en blijft de vorige
    staan. De melding noemt de tekst en het bestand. Staat dezelfde zin ook in een tekst die wel in de uitgave mag, dan
    telt hij niet. Dit is dus een fout in de compiler of in een sjabloon: meld hem.
    """
    yield from ()
