"""M2: references between things, and between things and their sources."""

from __future__ import annotations

from collections.abc import Iterator

from generator.assets import pictograms
from generator.graph import LooseEnd, Methodiek, Node
from generator.model.base import bron_van
from generator.model.kinds import KINDS, kind_named
from generator.model.zoeken import Zoekwoorden
from generator.rules.base import Trouble, meant, rule


def _known(methodiek: Methodiek, kinds: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(node.id for kind in kinds for node in methodiek.of(kind))


def _elsewhere(methodiek: Methodiek, end: LooseEnd) -> Node | None:
    """Return a thing of another kind that bears the name, if there is one."""
    others = (methodiek.get(kind.name, end.slug) for kind in KINDS if kind.name not in end.kinds)
    return next((node for node in others if node is not None), None)


@rule("M201")
def dangling_reference(methodiek: Methodiek) -> Iterator[Trouble]:
    """Deze verwijzing leidt nergens heen.

    Er is niets met deze naam. Vaak is het een tikfout, of is het bestand hernoemd.

    Fout:
        # content/onderbouwing/factoren/onrust.yml
        id: onrust
        titel: Onrust
        kern: Er is steeds iets te doen.
        toelichting: Wie nooit stil wordt, valt laat in slaap.
        nummers: []
        bron: cursusboek
        subdoelen: [{naar: avondritm, bron: cursusboek}]
    """
    for end in methodiek.loose_ends:
        if methodiek.broken.isdisjoint(end.kinds) and _elsewhere(methodiek, end) is None:
            message = f"Er is geen {' of '.join(end.kinds)} '{end.slug}'."
            yield Trouble(end.van.at(*end.path), message, meant(end.slug, _known(methodiek, end.kinds)))


@rule("M202")
def reference_to_wrong_kind(methodiek: Methodiek) -> Iterator[Trouble]:
    """Deze verwijzing wijst naar iets van een andere soort.

    Fout:
        # content/onderbouwing/factoren/onrust.yml
        id: onrust
        titel: Onrust
        kern: Er is steeds iets te doen.
        toelichting: Wie nooit stil wordt, valt laat in slaap.
        nummers: []
        bron: cursusboek
        subdoelen: [{naar: oefenen, bron: cursusboek}]
    """
    for end in methodiek.loose_ends:
        other = _elsewhere(methodiek, end)
        if other is not None and methodiek.broken.isdisjoint(end.kinds):
            wanted = " of ".join(end.kinds)
            message = f"'{end.slug}' is een {other.kind.name}, maar hier hoort een {wanted}."
            yield Trouble(end.van.at(*end.path), message, meant(end.slug, _known(methodiek, end.kinds)))


@rule("M203")
def duplicate_id(methodiek: Methodiek) -> Iterator[Trouble]:
    """Twee dingen van dezelfde soort hebben dezelfde naam.

    Dan is niet meer te zeggen waar een verwijzing heen leidt.

    Fout:
        # content/handleiding/fasen/oefenen-twee.yml
        id: oefenen
        titel: Nog eens oefenen
        volgorde: 2
        duur_weken: 1
        kern: Nog een week.
        uitleg: De slaper oefent door.
        activiteiten: []
        bron: cursusboek
    """
    for node in methodiek.duplicates:
        first = methodiek.nodes[node.kind.name, node.id].at("id")
        message = f"De naam '{node.id}' is al in gebruik voor een {node.kind.name}."
        yield Trouble(node.at("id"), message, f"de eerste staat in {first.file}:{first.line}")


@rule("M204")
def circle_of_references(methodiek: Methodiek) -> Iterator[Trouble]:
    """Deze verwijzingen lopen in een kring.

    Wat na elkaar komt, kan niet in een kring lopen: dan is er geen eerste.
    """
    for kind in KINDS:
        for node in methodiek.of(kind.name):
            for edge in methodiek.out(node):
                if edge.field.naar.volgorde and _reaches(methodiek, edge.naar, node, edge.field.name):
                    message = f"'{node.id}' komt via '{edge.naar.id}' weer bij zichzelf uit."
                    yield Trouble(edge.span, message, "haal een van de verwijzingen weg")


def _reaches(methodiek: Methodiek, start: Node, goal: Node, field: str) -> bool:
    seen: set[int] = set()
    todo = [start]
    while todo:
        node = todo.pop()
        if node is goal:
            return True
        if id(node) not in seen:
            seen.add(id(node))
            todo += [edge.naar for edge in methodiek.out(node, field)]
    return False


@rule("M205")
def unknown_pictogram(methodiek: Methodiek) -> Iterator[Trouble]:
    """Dit pictogram bestaat niet.

    Een blad kan alleen pictogrammen gebruiken die bij het pakket horen. Zo komt er nooit een
    tekening op papier die niemand heeft nagekeken.
    """
    known = pictograms()
    for node in methodiek.of("werkblad"):
        for path, value in node.document.values:
            if path[-1] == "picto" and value not in known:
                yield Trouble(node.at(*path), f"Er is geen pictogram '{value}'.", meant(value, known))


@rule("M206")
def unknown_source(methodiek: Methodiek) -> Iterator[Trouble]:
    """Deze bron staat niet in de map met bronnen.

    Elke vindplaats begint met de naam van een bron, zodat een lezer hem kan opzoeken.

    Fout:
        # content/onderbouwing/factoren/onrust.yml
        id: onrust
        titel: Onrust
        kern: Er is steeds iets te doen.
        toelichting: Wie nooit stil wordt, valt laat in slaap.
        nummers: []
        bron: cursusboekje, les 1
        subdoelen: [{naar: avondritme, bron: cursusboek}]
    """
    if "bron" in methodiek.broken:
        return
    known = {node.id: node for node in methodiek.of("bron")}
    for node in methodiek.nodes.values():
        if node.parent is None and node.kind is not kind_named("bron"):
            for path, value in node.document.values:
                if _names_source(path) and bron_van(value) not in known:
                    message = f"Er is geen bron '{bron_van(value)}'."
                    yield Trouble(node.at(*path), message, meant(bron_van(value), known))


def _names_source(path: tuple[str | int, ...]) -> bool:
    return path[-1] == "bron" or (len(path) > 1 and path[-2] == "bron")


@rule("M217")
def words_for_nothing(methodiek: Methodiek) -> Iterator[Trouble]:
    """Deze zoekwoorden horen bij iets dat er niet is.

    In `zoekwoorden.yml` staat onder `bij` met welke woorden mensen iets zoeken. `naar` noemt de soort en de naam, zoals
    `factor/onrust`.

    Fout:
        # content/zoekwoorden.yml
        bij:
          - {naar: factor/onrustt, woorden: [woelen]}
    Goed:
        # content/zoekwoorden.yml
        bij:
          - {naar: factor/onrust, woorden: [woelen]}
    """
    node = methodiek.single("zoekwoorden")
    if node is None or not isinstance(node.record, Zoekwoorden):
        return
    for index, one in enumerate(node.record.bij):
        kind, _, slug = one.naar.partition("/")
        if methodiek.get(kind, slug) is None and kind not in methodiek.broken:
            known = tuple(f"{name.name}/{thing.id}" for name in KINDS for thing in methodiek.of(name.name))
            yield Trouble(node.at("bij", index, "naar"), f"Er is geen '{one.naar}'.", meant(one.naar, known))
