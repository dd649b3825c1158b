"""M6: on what a statement rests."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph import Methodiek
from generator.model.base import bron_van
from generator.model.bron import Bron
from generator.model.links import link_fields
from generator.rules.base import Trouble, rule


@rule("M601")
def link_without_ground(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een koppeling zegt niet, of dubbel, waarop zij berust.

    Een koppeling staat in een bron (`bron:` met de vindplaats) of is door ons afgeleid
    (`afgeleid:` met in één regel de reden). Precies een van de twee.

    Fout:
        # content/onderbouwing/factoren/onrust.yml
        id: onrust
        titel: Onrust
        kern: Er is steeds iets te doen.
        toelichting: Wie nooit stil wordt, valt laat in slaap.
        nummers: []
        bron: cursusboek
        subdoelen: [{naar: avondritme}]
    """
    for node in methodiek.nodes.values():
        for field in link_fields(type(node.record)):
            for index, koppeling in enumerate(getattr(node.record, field.name)):
                if (koppeling.bron is None) == (koppeling.afgeleid is None):
                    wrong = "zegt niet waarop zij berust" if koppeling.bron is None else "heeft twee gronden"
                    message = f"De koppeling met '{koppeling.naar}' {wrong}."
                    hint = "geef 'bron' (de vindplaats) of 'afgeleid' (de reden)"
                    yield Trouble(node.at(field.name, index), message, hint)


@rule("M602")
def own_work_as_source(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een koppeling noemt onze eigen uitwerking als bron.

    Wat wij zelf bedacht hebben, bewijst geen koppeling. Schrijf `afgeleid` met de reden.
    """
    own = {node.id for node in methodiek.of("bron") if isinstance(node.record, Bron) and node.record.soort == "eigen"}
    for edge in methodiek.edges:
        if edge.koppeling.bron and bron_van(edge.koppeling.bron) in own:
            message = f"De koppeling met '{edge.naar.id}' noemt eigen uitwerking als bron."
            place = edge.van.at(edge.field.name, edge.index, "bron")
            yield Trouble(place, message, "gebruik 'afgeleid' met de reden")
