"""M3: coverage, as the methodology itself promises it in `dekking.yml`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.graph import Methodiek, Node
from generator.graph.coverage import ledger, promises, way_of
from generator.model.dekking import Dekking, Vastlegging
from generator.model.kinds import KINDS
from generator.rules.base import Trouble, meant, rule

_KIND_NAMES = tuple(kind.name for kind in KINDS)


def _dekking(methodiek: Methodiek) -> tuple[Node, Dekking] | None:
    node = methodiek.single("dekking")
    return (node, node.record) if node is not None and isinstance(node.record, Dekking) else None


@rule("M301")
def broken_promise(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een belofte van dekking wordt niet nagekomen.

    In `dekking.yml` staat wat deze methodiek belooft: bijvoorbeeld dat elke factor een doel
    heeft. Leg de ontbrekende koppeling, met haar grond. Of schrijf het gat eerlijk op, met de
    reden, onder `gaten` bij de belofte.

    Fout:
        # content/onderbouwing/factoren/onrust.yml
        id: onrust
        titel: Onrust
        kern: Er is steeds iets te doen.
        toelichting: Wie nooit stil wordt, valt laat in slaap.
        nummers: []
        bron: cursusboek
    Goed:
        # content/onderbouwing/factoren/onrust.yml
        id: onrust
        titel: Onrust
        kern: Er is steeds iets te doen.
        toelichting: Wie nooit stil wordt, valt laat in slaap.
        nummers: []
        bron: cursusboek
        subdoelen: [{naar: avondritme, bron: cursusboek}]
    """
    for promise in promises(methodiek):
        if promise.uncertain:
            continue
        for item in promise.items:
            if not item.kept and item.gat is None:
                belofte = promise.belofte
                ways = " of ".join(f"'{way}'" for way in belofte.via)
                message = f"{item.node.kind.name.capitalize()} '{item.node.id}' heeft geen koppeling via {ways}."
                if belofte.minstens > 1:
                    message = (
                        f"{item.node.kind.name.capitalize()} '{item.node.id}' heeft {len(item.edges)} van de "
                        f"{belofte.minstens} koppelingen via {ways}."
                    )
                hint = f"beloofd is: {belofte.titel.rstrip('.')}; leg de koppeling of schrijf het gat op"
                own = next((way for way in belofte.via if "." not in way), "id")
                yield Trouble(item.node.at(own, key=True), message, hint, Severity(belofte.ernst))


@rule("M302", Severity.LET_OP)
def closed_gap(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een opgeschreven gat is er niet meer.

    De koppeling bestaat inmiddels. Haal het gat weg uit `dekking.yml`, dan klopt het overzicht weer.
    """
    found = _dekking(methodiek)
    for number, promise in enumerate(promises(methodiek)):
        if promise.uncertain or found is None:
            continue
        for item in promise.items:
            if item.kept and item.gat is not None:
                place = found[0].at("beloften", number, "gaten", item.gat_index or 0)
                yield Trouble(place, f"Het gat bij '{item.node.id}' is gedicht.", "haal deze regel weg")


@rule("M303")
def count_differs(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een telling klopt niet met de bron.

    `dekking.yml` zegt hoeveel er volgens de bron van iets zijn. De inhoud heeft er meer of minder.

    Fout:
        # content/handleiding/fasen/uitslapen.yml
        id: uitslapen
        titel: Uitslapen
        volgorde: 2
        duur_weken: 1
        kern: Nog een week.
        uitleg: De slaper slaapt uit.
        activiteiten: []
        bron: cursusboek
    """
    found = _dekking(methodiek)
    if found is None:
        return
    node, dekking = found
    for index, telling in enumerate(dekking.tellingen):
        if telling.soort not in _KIND_NAMES or telling.soort in methodiek.broken:
            continue
        count = sum(
            all(str(getattr(one.record, field, "")) == value for field, value in telling.waar.items())
            for one in methodiek.of(telling.soort)
        )
        if count != telling.aantal:
            which = "".join(f" met {field} '{value}'" for field, value in telling.waar.items())
            message = f"De bron heeft {telling.aantal} keer '{telling.soort}'{which}, de inhoud {count} keer."
            yield Trouble(node.at("tellingen", index, "aantal"), message, "zoek wat er ontbreekt of te veel is")
    for index, links in enumerate(dekking.linktellingen):
        kind, _, field = links.via.partition(".")
        way = way_of(links.via, "")
        if way is None or not methodiek.broken.isdisjoint((kind, *way.targets)):
            continue
        count = sum(
            edge.van.kind.name == kind and edge.field.name == field and links.grond in (None, edge.koppeling.grond)
            for edge in methodiek.edges
        )
        if count != links.aantal:
            message = f"De bron legt {links.aantal} koppelingen via '{links.via}', de inhoud {count}."
            yield Trouble(node.at("linktellingen", index, "aantal"), message, "zoek welke koppeling ontbreekt")


@rule("M304")
def promise_about_nothing(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een belofte gaat over iets dat niet bestaat.

    De soort, het veld of het ding achter `bij` is onbekend. Een belofte over niets bewijst niets.
    """
    found = _dekking(methodiek)
    if found is None:
        return
    node, dekking = found
    for index, telling in enumerate(dekking.tellingen):
        if telling.soort not in _KIND_NAMES:
            place = node.at("tellingen", index, "soort")
            yield Trouble(place, f"Er is geen soort '{telling.soort}'.", meant(telling.soort, _KIND_NAMES))
    for index, links in enumerate(dekking.linktellingen):
        if way_of(links.via, "") is None:
            place = node.at("linktellingen", index, "via")
            yield Trouble(place, f"Er is geen veld met koppelingen '{links.via}'.", "schrijf soort.veld")
    for index, belofte in enumerate(dekking.beloften):
        if belofte.elk not in _KIND_NAMES:
            place = node.at("beloften", index, "elk")
            yield Trouble(place, f"Er is geen soort '{belofte.elk}'.", meant(belofte.elk, _KIND_NAMES))
            continue
        for number, way in enumerate(belofte.via):
            if way_of(way, belofte.elk) is None:
                place = node.at("beloften", index, "via", number)
                yield Trouble(place, f"Een {belofte.elk} heeft geen koppelingen via '{way}'.", "")
        if belofte.elk in methodiek.broken:
            continue
        for number, gat in enumerate(belofte.gaten):
            if methodiek.get(belofte.elk, gat.bij) is None:
                known = [one.id for one in methodiek.of(belofte.elk)]
                place = node.at("beloften", index, "gaten", number, "bij")
                yield Trouble(place, f"Er is geen {belofte.elk} '{gat.bij}'.", meant(gat.bij, known))


@rule("M305")
def link_disappeared(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een vastgelegde koppeling is verdwenen.

    In `dekking-vastgelegd.yml` staat welke koppelingen er waren toen de dekking voor het laatst is
    vastgelegd. Leg de koppeling terug. Is ze met opzet weg? Leg de dekking dan opnieuw vast met
    `methodiek vastleggen`; het verschil staat daarna in de geschiedenis.
    """
    node = methodiek.single("vastlegging")
    if node is None or not isinstance(node.record, Vastlegging):
        return
    present = set(ledger(methodiek))
    for index, line in enumerate(node.record.links):
        if line in present:
            continue
        source, field, target, ground = (*line.split(" "), "", "", "", "")[:4]
        kind, _, slug = source.partition("/")
        goal = target.partition("/")[0]
        if kind in methodiek.broken or goal in methodiek.broken:
            continue
        origin = methodiek.get(kind, slug)
        message = f"De koppeling van '{source}' via '{field}' naar '{target}' ({ground}) is verdwenen."
        place = origin.at(field, key=True) if origin else node.at("links", index)
        yield Trouble(place, message, "leg haar terug, of leg de dekking opnieuw vast")


@rule("M306", Severity.LET_OP)
def link_not_laid_down(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een nieuwe koppeling is nog niet vastgelegd.

    Zolang ze niet is vastgelegd, valt het niet op als ze weer verdwijnt. Draai
    `methodiek vastleggen` als de koppeling klopt.
    """
    node = methodiek.single("vastlegging")
    if node is None or not isinstance(node.record, Vastlegging) or "vastlegging" in methodiek.broken:
        return
    known = set(node.record.links)
    for edge in methodiek.edges:
        if edge.line not in known:
            message = f"De koppeling van '{edge.van.key}' naar '{edge.naar.key}' is nog niet vastgelegd."
            yield Trouble(edge.span, message, "draai 'methodiek vastleggen'")
