"""M5 for leaks: what leads to a place or to a person, at its place in the sources."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.diagnostics import Finding, Severity, Span
from generator.graph import Methodiek
from generator.guard import DeniedWords, Hit, hits, mark_of
from generator.guard.patterns import SOORTEN, plain
from generator.model.bescherming import Bescherming
from generator.rules.base import Trouble, meant, rule
from generator.sources import Document

PLACES = ("postcode", "adres", "coördinaten", "kaart")
REACH = ("telefoonnummer", "e-mailadres")
PEOPLE = ("bsn", "geboortedatum")


def protection(methodiek: Methodiek) -> Bescherming:
    """Return what the methodology says about what may stand nowhere."""
    node = methodiek.single("bescherming")
    return node.record if node is not None and isinstance(node.record, Bescherming) else Bescherming()


def allowed(methodiek: Methodiek) -> frozenset[tuple[str, str]]:
    """Return the exceptions as (sort, value in its plainest form)."""
    return frozenset((one.soort, plain(one.waarde)) for one in protection(methodiek).toegestaan)


def _guarded(methodiek: Methodiek) -> Iterator[Document]:
    """Yield every content file but the one with the exceptions."""
    node = methodiek.single("bescherming")
    for document in methodiek.documents:
        if node is None or document.path != node.document.path:
            yield document


@lru_cache(maxsize=4)
def _all(methodiek: Methodiek) -> tuple[tuple[Span, Hit], ...]:
    found = []
    for document in _guarded(methodiek):
        text = document.text
        for hit in hits(text):
            line, column = text.count("\n", 0, hit.start) + 1, hit.start - text.rfind("\n", 0, hit.start)
            found.append((document.span(line, column, hit.end - hit.start), hit))
    return tuple(found)


def _found(methodiek: Methodiek, sorts: tuple[str, ...]) -> Iterator[tuple[Span, Hit]]:
    exceptions = allowed(methodiek)
    for span, hit in _all(methodiek):
        if hit.soort in sorts and (hit.soort, plain(hit.text)) not in exceptions:
            yield span, hit


def denied(methodiek: Methodiek, words: DeniedWords) -> Iterator[Finding]:
    """Yield where a denied word stands, in a file or in the name of one. The message doesn't repeat it."""
    message = "Hier staat een woord dat nergens mag staan."
    for document in _guarded(methodiek):
        for number, line in enumerate(document.lines, 1):
            for start, end in words.find(line):
                span = document.span(number, start + 1, end - start)
                yield Finding(denied_word.code, denied_word.severity, span, message, "laat het weg, of schrijf 'hier'")
    for document in methodiek.documents:
        if any(True for _ in words.find(document.path)):
            yield Finding(
                denied_word.code, denied_word.severity, document.span(1), f"{message} Het is de bestandsnaam."
            )


def look_for_words(methodiek: Methodiek, salt: bytes | None, trouble: str = "") -> Iterator[Finding]:
    """Yield where a denied word stands, or why nobody can look for them. An empty list asks for nothing."""
    said, node = protection(methodiek), methodiek.single("bescherming")
    if node is None or not said.woorden:
        return
    span = node.at("woorden", key=True)
    if salt is None or mark_of(salt) != said.zoutmerk:
        why = trouble or ("het zout ontbreekt" if salt is None else "dit is een ander zout dan dat van de lijst")
        message = f"Naar de woorden die nergens mogen staan, is niet gezocht: {why}."
        yield Finding(denied_word.code, Severity.LET_OP, span, message, "zet METHODIEK_ZOUT of .methodiek-zout")
        return
    yield from denied(methodiek, DeniedWords(salt, frozenset(said.woorden)))


@rule("M521")
def denied_word(methodiek: Methodiek) -> Iterator[Trouble]:
    """Er staat een woord dat nergens mag staan, of er kan niet naar gezocht worden.

    De eigenaar houdt een lijst bij van woorden die naar het adres leiden, zoals de plaats en de buurt. De lijst staat
    versleuteld in `bescherming.yml`; `methodiek geheim` vult haar. Wie de lijst wil nagaan, heeft ook het zout nodig:
    zet het in de omgeving als METHODIEK_ZOUT, of in het bestand `.methodiek-zout`. Zonder zout zegt deze melding dat,
    en komt er geen uitgave voor anderen.
    """
    yield from ()


@rule("M522")
def leads_to_a_place(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een tekst leidt naar een plek: een postcode, een adres, coördinaten of een kaart.

    Ook een adres van een ander zegt in welke streek een meisje is. Laat het weg. Mag het echt, zet het dan met de reden
    bij `toegestaan` in `bescherming.yml`.

    Fout:
        # content/bronnen/cursusboek.yml
        id: cursusboek
        titel: Het cursusboek
        soort: document
        kort: het cursusboek
        uitleg: Te koop in de Verzonnenstraat 12, 1234 AB.
    """
    for span, hit in _found(methodiek, PLACES):
        yield Trouble(span, f"'{hit.text}' leidt naar een plek ({hit.soort}).", "laat het weg")


@rule("M523")
def leads_to_somebody(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een tekst noemt een telefoonnummer of e-mailadres dat niet op de lijst staat.

    Alleen nummers die iedereen mag bellen, staan hier. Elk daarvan staat met de reden bij `toegestaan` in
    `bescherming.yml`.

    Fout:
        # content/bronnen/cursusboek.yml
        id: cursusboek
        titel: Het cursusboek
        soort: document
        kort: het cursusboek
        uitleg: Bel 06-12345678.

    Goed:
        # content/bronnen/cursusboek.yml
        id: cursusboek
        titel: Het cursusboek
        soort: document
        kort: het cursusboek
        uitleg: Bel 06-12345678.
        # content/bescherming.yml
        toegestaan:
          - {soort: telefoonnummer, waarde: 06-12345678, reden: Een verzonnen nummer.}
    """
    for span, hit in _found(methodiek, REACH):
        yield Trouble(span, f"Dit {hit.soort} staat niet op de lijst: '{hit.text}'.", "laat het weg")


@rule("M524")
def tells_a_person(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een tekst bevat een burgerservicenummer, of een naam met een geboortedatum.

    Gegevens van mensen horen in het zorgsysteem en nooit hier, ook niet als voorbeeld.

    Fout:
        # content/bronnen/cursusboek.yml
        id: cursusboek
        titel: Het cursusboek
        soort: document
        kort: het cursusboek
        uitleg: De slaper met nummer 111222333.
    """
    for span, hit in _found(methodiek, PEOPLE):
        yield Trouble(span, f"Dit is een gegeven van een persoon ({hit.soort}).", "laat het weg")


@rule("M525")
def path_on_a_computer(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een tekst noemt een map op iemands computer.

    In zo'n pad staat vaak een naam.

    Fout:
        # content/bronnen/cursusboek.yml
        id: cursusboek
        titel: Het cursusboek
        soort: document
        kort: het cursusboek
        uitleg: Het staat in /home/slaper/boek.
    """
    for span, hit in _found(methodiek, ("pad op een computer",)):
        yield Trouble(span, f"'{hit.text}' is een map op een computer.", "laat het weg")


@rule("M526")
def exception_without_use(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een uitzondering in `bescherming.yml` wordt niet gebruikt, of is van een soort die niet bestaat.

    Een uitzondering die niemand nodig heeft, laat later iets door dat niemand bedoelde.

    Fout:
        # content/bescherming.yml
        toegestaan:
          - {soort: telefoonnummer, waarde: 06-12345678, reden: Een verzonnen nummer.}
    """
    node = methodiek.single("bescherming")
    if node is None:
        return
    used = {(hit.soort, plain(hit.text)) for _, hit in _all(methodiek)}
    for index, one in enumerate(protection(methodiek).toegestaan):
        if one.soort not in SOORTEN:
            yield Trouble(
                node.at("toegestaan", index, "soort"), f"Er is geen soort '{one.soort}'.", meant(one.soort, SOORTEN)
            )
        elif (one.soort, plain(one.waarde)) not in used:
            message = f"'{one.waarde}' komt nergens voor."
            yield Trouble(node.at("toegestaan", index, "waarde"), message, "haal de uitzondering weg")


@rule("M527")
def leak_in_what_is_made(methodiek: Methodiek) -> Iterator[Trouble]:
    """In wat gemaakt is, staat iets dat naar een plek of een persoon leidt.

    Na elke bouw leest de compiler alles terug wat hij schreef, ook wat ingepakt is, de eigenschappen van PDF's en de
    gegevens in foto's. Staat er iets en is het geen uitzondering, dan blijft de vorige site staan. Het kwam dan uit een
    sjabloon, een plaatje of de computer waarop gebouwd werd.
    """
    yield from ()
