"""M0: what can be wrong with a file before anything can be said about its meaning."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fault, Span
from generator.graph import Methodiek
from generator.model.kinds import KINDS
from generator.rules.base import Trouble, meant, rule
from generator.rules.words import syntax_words, value_words

REQUIRED = ("interventie", "dekking")
"""Kinds whose one file every methodology has."""


def _faults(methodiek: Methodiek, *kinds: str) -> Iterator[Fault]:
    return (fault for fault in methodiek.faults if fault.kind in kinds)


@rule("M001")
def unreadable_yaml(methodiek: Methodiek) -> Iterator[Trouble]:
    """Dit bestand is niet als YAML te lezen.

    YAML let op inspringing, dubbelepunten en aanhalingstekens. Meestal zit de oorzaak op de
    genoemde regel of de regel erboven.

    Fout:
        # content/onderbouwing/factoren/onrust.yml
        id: onrust
        titel: "Onrust
    Goed:
        # content/onderbouwing/factoren/onrust.yml
        id: onrust
        titel: "Onrust"
        kern: Er is steeds iets te doen.
        toelichting: Wie nooit stil wordt, valt laat in slaap.
        nummers: [{bron: cursusboek, nummer: "1"}]
        bron: cursusboek
        subdoelen: [{naar: avondritme, bron: cursusboek}]
    """
    for fault in _faults(methodiek, "syntax"):
        why = syntax_words(fault.detail[0])
        yield Trouble(fault.span, f"Dit bestand is niet te lezen: {why}.", "kijk ook naar de regel erboven")


@rule("M002")
def duplicate_key(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een veld staat er twee keer.

    Van twee gelijke velden zou er één stil verdwijnen. Voeg ze samen of haal er een weg.

    Fout:
        # content/onderbouwing/factoren/onrust.yml
        id: onrust
        titel: Onrust
        titel: Drukte
    """
    for fault in _faults(methodiek, "duplicate_key"):
        yield Trouble(fault.span, f"Het veld '{fault.detail[0]}' staat hier twee keer.", "haal er een weg")


@rule("M003")
def unknown_field(methodiek: Methodiek) -> Iterator[Trouble]:
    """Dit veld bestaat niet.

    Een veld met een onbekende naam doet niets. Vaak is het een tikfout.

    Fout:
        # content/onderbouwing/factoren/onrust.yml
        id: onrust
        titel: Onrust
        toelichtng: Wie nooit stil wordt, valt laat in slaap.
        kern: Er is steeds iets te doen.
        nummers: []
        bron: cursusboek
    """
    for fault in _faults(methodiek, "unknown_field"):
        name, *known = fault.detail
        yield Trouble(fault.span, f"Het veld '{name}' bestaat hier niet.", meant(name, known))


@rule("M004")
def missing_field(methodiek: Methodiek) -> Iterator[Trouble]:
    """Er ontbreekt een veld dat niet weg mag blijven.

    Fout:
        # content/onderbouwing/factoren/onrust.yml
        id: onrust
        kern: Er is steeds iets te doen.
        toelichting: Wie nooit stil wordt, valt laat in slaap.
        nummers: []
        bron: cursusboek
    """
    for fault in _faults(methodiek, "missing_field"):
        name, kind = fault.detail
        yield Trouble(fault.span, f"Hier ontbreekt het veld '{name}'.", f"voeg '{name}:' toe ({kind})")


@rule("M005")
def wrong_value(methodiek: Methodiek) -> Iterator[Trouble]:
    """Deze waarde past niet bij het veld.

    Bijvoorbeeld een woord waar een getal hoort, een datum die niet bestaat, of een naam met
    spaties waar een korte naam met koppeltekens hoort.

    Fout:
        # content/handleiding/fasen/oefenen.yml
        id: oefenen
        titel: Oefenen
        volgorde: 1
        duur_weken: drie
        kern: Elke avond een stap.
        uitleg: De slaper oefent elke avond.
        activiteiten: []
        bron: cursusboek
    """
    for fault in _faults(methodiek, "wrong_value"):
        field, what, shown, *context = fault.detail
        details = dict(item.split("=", 1) for item in context)
        yield Trouble(fault.span, *value_words(field, what, shown, details))


@rule("M006")
def yaml_trick(methodiek: Methodiek) -> Iterator[Trouble]:
    """Ankers, aliassen en tags van YAML worden niet gebruikt.

    Een alias (`*naam`) of een tag (`!!soort`) verstopt wat er staat, en met aliassen kan een
    klein bestand eindeloos groot worden. Schrijf de tekst uit.

    Fout:
        # content/onderbouwing/factoren/onrust.yml
        id: &naam onrust
        titel: *naam
    """
    for fault in _faults(methodiek, "alias", "tag", "second_document", "key_not_text"):
        what = {
            "alias": "Hier staat een alias (*).",
            "tag": "Hier staat een tag (!).",
            "second_document": "Hier begint een tweede document (---).",
            "key_not_text": "De naam van een veld moet gewone tekst zijn.",
        }[fault.kind]
        yield Trouble(fault.span, what, "schrijf de tekst uit, zonder deze vorm van YAML")


@rule("M007")
def too_much(methodiek: Methodiek) -> Iterator[Trouble]:
    """Dit is te groot om te lezen.

    Er zijn grenzen aan de grootte van een bestand, de lengte van een tekst, het aantal waarden, regels en kolommen, de
    diepte van de inspringing, en het aantal bestanden en mappen. Zo kan één bestand de rest niet ophouden.
    """
    what = {
        "too_large": "Dit bestand is groter dan {} kB.",
        "scalar_too_long": "Deze tekst is langer dan {} tekens.",
        "body_too_long": "De tekst onder de velden is langer dan {} tekens.",
        "too_many_lines": "De tekst onder de velden heeft meer dan {} regels.",
        "too_wide": "Deze tabel heeft meer dan {} kolommen.",
        "too_many_keys": "Hier staan meer dan {} velden onder elkaar.",
        "too_many_values": "Dit bestand heeft meer dan {} waarden.",
        "too_deep": "Dit is meer dan {} niveaus diep.",
        "too_many": "Er zijn meer dan {} bestanden; dit en wat erna komt is niet gelezen.",
        "too_far": "Deze map staat meer dan {} mappen diep en is niet gelezen.",
    }
    for fault in _faults(methodiek, *what):
        hint = (
            "haal weg wat er niet hoort" if fault.kind in ("too_many", "too_far") else "verdeel het over meer bestanden"
        )
        yield Trouble(fault.span, what[fault.kind].format(*fault.detail), hint)


@rule("M008")
def strange_characters(methodiek: Methodiek) -> Iterator[Trouble]:
    """Hier staat een teken dat niet in een tekst hoort.

    Bestanden zijn UTF-8. Onzichtbare stuurtekens worden geweigerd, omdat niemand ziet dat ze er
    staan.
    """
    for fault in _faults(methodiek, "not_utf8", "control_character"):
        if fault.kind == "not_utf8":
            yield Trouble(fault.span, "Dit bestand is geen UTF-8.", "sla het opnieuw op als UTF-8")
        else:
            message = f"Hier staat een onzichtbaar teken ({fault.detail[0]})."
            yield Trouble(fault.span, message, "haal het teken weg")


@rule("M009")
def nothing_in_it(methodiek: Methodiek) -> Iterator[Trouble]:
    """Dit bestand heeft geen velden.

    Een YAML-bestand bestaat uit velden (`naam: waarde`). Een Markdown-bestand begint met velden
    tussen twee regels met drie streepjes.

    Fout:
        # content/onderbouwing/factoren/onrust.yml
        - onrust
    """
    what = {
        "empty": ("Dit bestand is leeg.", "vul het of haal het weg"),
        "not_a_mapping": ("Dit bestand heeft geen velden.", "begin met 'id:'"),
        "no_front_matter": (
            "Dit bestand begint niet met velden tussen drie streepjes.",
            "zet bovenaan '---', de velden, en weer '---'",
        ),
    }
    for fault in _faults(methodiek, *what):
        yield Trouble(fault.span, *what[fault.kind])


@rule("M010")
def file_out_of_place(methodiek: Methodiek) -> Iterator[Trouble]:
    """Dit bestand staat op een plek waar het niets betekent.

    De map zegt wat voor iets een bestand beschrijft.

    Fout:
        # content/onderbouwing/gedachten/onrust.yml
        id: onrust
    """
    folders = [kind.where for kind in KINDS if kind.where]
    for fault in _faults(methodiek, "no_kind", "wrong_suffix", "unreadable", "outside", "no_file"):
        if fault.kind == "no_kind":
            near = meant(fault.span.file.split("/", 1)[-1].rsplit("/", 1)[0] + "/", folders)
            hint = near or "kijk in de handleiding voor auteurs welke mappen er zijn"
            yield Trouble(fault.span, "Dit bestand hoort bij geen enkele soort.", hint)
        elif fault.kind == "wrong_suffix":
            kind, suffix = fault.detail
            yield Trouble(fault.span, f"Een bestand voor {kind} eindigt op '{suffix}'.", "geef het een andere naam")
        elif fault.kind == "outside":
            yield Trouble(fault.span, "Dit bestand verwijst naar buiten de map.", "zet het bestand zelf neer")
        elif fault.kind == "no_file":
            message = "Dit is geen gewoon bestand maar een map, een verwijzing of iets anders."
            yield Trouble(fault.span, message, "zet er een gewoon bestand neer, of haal het weg")
        else:
            yield Trouble(fault.span, "Dit bestand kan niet gelezen worden.", "kijk naar de rechten")


@rule("M011")
def required_file(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een bestand dat elke methodiek heeft, ontbreekt.

    Zonder `methodiek.yml` is er geen interventie om te beschrijven; zonder `dekking.yml` is er
    niets beloofd, en dus niets te bewijzen.
    """
    top = methodiek.documents[0].path.split("/", 1)[0] if methodiek.documents else "content"
    present = {document.path for document in methodiek.documents}
    for kind in KINDS:
        path = f"{top}/{kind.where}"
        if kind.name in REQUIRED and path not in present:
            yield Trouble(Span(path), f"Het bestand {path} ontbreekt.", "maak het aan")


@rule("M012")
def unknown_block(methodiek: Methodiek) -> Iterator[Trouble]:
    """Deze soort blok bestaat niet.

    Een blad bestaat uit blokken. De soort zegt welk blok het is.
    """
    for fault in _faults(methodiek, "unknown_block"):
        tag, known = fault.detail
        message = f"Een blok van de soort '{tag}' bestaat niet." if tag else "Dit blok heeft geen soort."
        yield Trouble(fault.span, message, meant(tag, known.split(", ")))


@rule("M013")
def name_of_file(methodiek: Methodiek) -> Iterator[Trouble]:
    """Het id en de naam van het bestand zijn niet gelijk.

    Wie een id leest, moet het bestand kunnen vinden.

    Fout:
        # content/onderbouwing/factoren/drukte.yml
        id: onrustig
        titel: Onrust
        kern: Er is steeds iets te doen.
        toelichting: Wie nooit stil wordt, valt laat in slaap.
        nummers: []
        bron: cursusboek
    """
    for node in methodiek.nodes.values():
        if node.parent is None and node.kind.where.endswith("/"):
            stem = node.document.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
            if stem != node.id:
                message = f"Het id is '{node.id}', maar het bestand heet '{stem}'."
                yield Trouble(node.at("id"), message, f"noem het bestand '{node.id}{node.kind.suffix}'")
