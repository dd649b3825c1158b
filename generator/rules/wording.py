"""M4 for everything that is written: what steers, blames, profiles, is explicit, or claims an effect.

The words and where they may stand are the methodology's own, in `taal.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.diagnostics import Span
from generator.graph import Methodiek, Node
from generator.model.naslag import Onderzoek
from generator.model.taal import Schrijfregel, Woordverbod
from generator.rules.base import Trouble, rule
from generator.rules.language import folded, may_stand, pattern, rules_of_language

FEW = 10
"""A figure about fewer people than this says nothing about a change, and may point somebody out."""
_SETTINGS = ("taal", "dekking", "vastlegging", "uitgaven", "bescherming", "toetsing", "indeling")
_NOT = re.compile(r"\b(?:niet|nooit|geen|zonder|niets|niemand|noch|evenmin|weinig)\b", re.IGNORECASE)
_QUOTED = re.compile(r"‘[^’]*’|“[^”]*”")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
_CLAUSE = re.compile(r"[;()–—]|,(?=\s+(?:en|die|dat|maar|terwijl|dus)\b)|\b(?:want|omdat|doordat)\b", re.IGNORECASE)
"""What ends the reach of a denial: in ‘zij sliep niet, en dat was eigen schuld’ nobody denies the blame. A comma alone
does not, since a denial goes for a whole enumeration."""


def _texts(node: Node) -> Iterator[tuple[tuple[str, ...], Span, str]]:
    """Yield (names of the fields, place, text) of every value and every paragraph of a record."""
    for path, text in node.document.values:
        yield tuple(step for step in path if isinstance(step, str)), node.document.at(*path), text
    line = node.document.body_line
    for paragraph in re.split(r"(\n\s*\n)", node.document.body):
        if paragraph.strip():
            yield ("tekst",), node.document.span(line), paragraph
        line += paragraph.count("\n")


def _found(methodiek: Methodiek, soort: str) -> Iterator[tuple[Span, str, Schrijfregel]]:
    """Yield where the words of a sort stand, with how they are written."""
    taal = rules_of_language(methodiek)
    regels = [(one, pattern(one)) for one in (taal.nergens if taal else ()) if one.soort == soort]
    if not regels:
        return
    for node, whole in _wholes(methodiek):
        for regel, wanted in regels:
            # Most records have none of the words: one look at all of it saves a look at each text.
            if may_stand(regel, whole):
                yield from _places(node, regel, wanted)


@lru_cache(maxsize=2)
def _wholes(methodiek: Methodiek) -> tuple[tuple[Node, str], ...]:
    """Return every record that is not a setting with all that it says, folded."""
    return tuple(
        (node, folded("\n".join((*(text for _, text in node.document.values), node.document.body))))
        for node in methodiek.nodes.values()
        if node.parent is None and node.kind.name not in _SETTINGS
    )


def _places(node: Node, regel: Schrijfregel, wanted: re.Pattern[str]) -> Iterator[tuple[Span, str, Schrijfregel]]:
    for names, span, text in _texts(node):
        here = not regel.velden or not set(names).isdisjoint(regel.velden)
        if here and set(names).isdisjoint(regel.behalve) and (found := _stands(wanted, text, regel.ontkend)):
            yield span, found, regel


def _stands(wanted: re.Pattern[str], text: str, denied: bool) -> str:
    """Return the first of the words that stands there; with `denied`, not where it is denied or quoted."""
    if not denied:
        found = wanted.search(text)
        return found.group() if found else ""
    for sentence in _SENTENCE.split(text):
        for clause in _CLAUSE.split(_QUOTED.sub("", sentence)):
            found = wanted.search(clause)
            if found and not _NOT.search(clause):
                return found.group()
    return ""


def _trouble(methodiek: Methodiek, soort: str, message: str) -> Iterator[Trouble]:
    for span, found, regel in _found(methodiek, soort):
        said = message.format(" ".join(found.split()), regel.reden.rstrip("."))
        yield Trouble(span, said, f"liever: {regel.liever}" if regel.liever else "")


@rule("M406")
def leading_question(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een gesprekszin stuurt, of vraagt naar een voorval.

    Wat een medewerker zegt, kan in haar verklaring terechtkomen. Een voorbeeldzin vraagt daarom óf er iets is, legt
    niets in de mond en vraagt niet door. Zinnen bij ‘liever niet’ mogen het wel laten zien. De lijst staat in
    `taal.yml`.

    Fout:
        # content/taal.yml
        nergens:
          - {soort: sturend, velden: [uitleg], woorden: [je wilde toch], reden: het stuurt}
        bron: cursusboek
        # content/bronnen/cursusboek.yml
        id: cursusboek
        titel: Het cursusboek
        soort: document
        kort: het cursusboek
        uitleg: Vraag dan of je wilde toch slapen?

    Goed:
        # content/taal.yml
        nergens:
          - {soort: sturend, velden: [uitleg], woorden: [je wilde toch], reden: het stuurt}
        bron: cursusboek
    """
    yield from _trouble(methodiek, "sturend", "'{}' stuurt: {}.")


@rule("M407")
def blames_the_victim(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een tekst legt de schuld bij wie het overkwam.

    Wie iemand uitbuit, is verantwoordelijk, altijd. Ook een goedbedoelde zin kan het omdraaien. Een zin die het ontkent
    mag wel, net als een aanhaling tussen aanhalingstekens. De lijst staat in `taal.yml`.

    Fout:
        # content/taal.yml
        nergens:
          - {soort: beschuldigend, ontkend: ja, woorden: [eigen schuld], reden: het keert de schuld om}
        bron: cursusboek
        # content/bronnen/cursusboek.yml
        id: cursusboek
        titel: Het cursusboek
        soort: document
        kort: het cursusboek
        uitleg: Slecht slapen is eigen schuld.

    Goed:
        # content/taal.yml
        nergens:
          - {soort: beschuldigend, ontkend: ja, woorden: [eigen schuld], reden: het keert de schuld om}
        bron: cursusboek
        # content/bronnen/cursusboek.yml
        id: cursusboek
        titel: Het cursusboek
        soort: document
        kort: het cursusboek
        uitleg: Slecht slapen is nooit eigen schuld. Zeg niet ‘eigen schuld’.
    """
    yield from _trouble(methodiek, "beschuldigend", "'{}' beschuldigt: {}.")


@rule("M408")
def profiles(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een tekst maakt van afkomst of uiterlijk een signaal.

    Uitbuiters en slachtoffers hebben geen type. Beschrijf gedrag en verandering. Een zin die het ontkent mag wel; de
    ontkenning geldt voor haar eigen deel van de zin. De lijst staat in `taal.yml`.

    Fout:
        # content/taal.yml
        nergens:
          - {soort: profilerend, woorden: ["roodharig*"], reden: haar zegt niets}
        bron: cursusboek
        # content/bronnen/cursusboek.yml
        id: cursusboek
        titel: Het cursusboek
        soort: document
        kort: het cursusboek
        uitleg: Roodharige mensen slapen slecht.

    Fout:
        # content/taal.yml
        nergens:
          - {soort: profilerend, ontkend: ja, woorden: [afkomst], reden: een signaal is gedrag}
        bron: cursusboek
        # content/bronnen/cursusboek.yml
        id: cursusboek
        titel: Het cursusboek
        soort: document
        kort: het cursusboek
        uitleg: Iemand slaapt niet, en dat ligt aan de afkomst.

    Goed:
        # content/taal.yml
        nergens:
          - {soort: profilerend, ontkend: ja, woorden: [afkomst], reden: een signaal is gedrag}
        bron: cursusboek
        # content/bronnen/cursusboek.yml
        id: cursusboek
        titel: Het cursusboek
        soort: document
        kort: het cursusboek
        uitleg: Kijk of iemand later gaat slapen. Kijk niet naar kleding, afkomst of hoe iemand eruitziet.
    """
    yield from _trouble(methodiek, "profilerend", "'{}' gaat over hoe iemand is: {}.")


@rule("M409")
def explicit_wording(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een tekst noemt een handeling.

    Wie het meemaakte, leest mee. Noem het gevoel, het gevolg of het medische woord. Ook een manier om zichzelf iets aan
    te doen staat nergens. De lijst in `taal.yml` kan velden uitzonderen, zoals zoekwoorden: wie zoekt, typt
    wat zij hoorde.

    Fout:
        # content/taal.yml
        nergens:
          - {soort: expliciet, woorden: ["snurk*"], reden: het is te precies}
        bron: cursusboek
        # content/bronnen/cursusboek.yml
        id: cursusboek
        titel: Het cursusboek
        soort: document
        kort: het cursusboek
        uitleg: De slaper snurkte hard.

    Goed:
        # content/taal.yml
        nergens:
          - {soort: expliciet, behalve: [kort], woorden: ["snurk*"], reden: het is te precies}
        bron: cursusboek
        # content/bronnen/cursusboek.yml
        id: cursusboek
        titel: Het cursusboek
        soort: document
        kort: het boek over snurken
        uitleg: De slaper werd moe wakker.
    """
    yield from _trouble(methodiek, "expliciet", "'{}' is te precies: {}.")


@rule("M410")
def claims_an_effect(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een tekst belooft een effect.

    Zolang er geen onderzoek naar het effect is, kan niemand zeggen dat het werkt. Zeg wat de bedoeling is, of wie het
    zegt. Een zin die het ontkent mag wel. De lijst staat in `taal.yml`.

    Fout:
        # content/taal.yml
        nergens:
          - {soort: belofte, ontkend: ja, woorden: [bewezen], reden: het is niet onderzocht}
        bron: cursusboek
        # content/bronnen/cursusboek.yml
        id: cursusboek
        titel: Het cursusboek
        soort: document
        kort: het cursusboek
        uitleg: De cursus is bewezen goed.

    Goed:
        # content/taal.yml
        nergens:
          - {soort: belofte, ontkend: ja, woorden: [bewezen], reden: het is niet onderzocht}
        bron: cursusboek
        # content/bronnen/cursusboek.yml
        id: cursusboek
        titel: Het cursusboek
        soort: document
        kort: het cursusboek
        uitleg: De cursus is niet bewezen.
    """
    yield from _trouble(methodiek, "belofte", "'{}' belooft een effect: {}.")


@rule("M411")
def change_of_few(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een cijfer over minder dan tien mensen, of een eigen cijfer over een onbekend aantal, staat er als verandering.

    Met zo weinig mensen kan een verschil toeval zijn, en is iemand te herkennen. Onder de tien is er geen verandering
    te zeggen. Is het aantal niet bekend, zet dan in de kanttekening dat het toeval kan zijn. De woorden staan in
    `taal.yml`.

    Fout:
        # content/taal.yml
        verandering: ["stijg*"]
        bron: cursusboek
        # content/verantwoording/onderzoek/slapers.yml
        id: slapers
        titel: Slapers
        uitspraak: Het aantal stijgt.
        aantal: 7 slapers
        jaar: "2015"
        soort: intern
        kanttekening: Geen.
        bron: cursusboek

    Goed:
        # content/taal.yml
        verandering: ["stijg*"]
        bron: cursusboek
        # content/verantwoording/onderzoek/slapers.yml
        id: slapers
        titel: Slapers
        uitspraak: Het aantal stijgt.
        aantal: 70 slapers
        jaar: "2015"
        soort: intern
        kanttekening: Geen.
        bron: cursusboek
    """
    taal = rules_of_language(methodiek)
    if taal is None or not taal.verandering:
        return
    change = pattern(Woordverbod(woorden=taal.verandering, reden="-"))
    careful = pattern(Woordverbod(woorden=taal.voorbehoud, reden="-")) if taal.voorbehoud else None
    for node in methodiek.of("onderzoek"):
        record = node.record
        found = change.search(record.uitspraak) if isinstance(record, Onderzoek) else None
        if not isinstance(record, Onderzoek) or found is None:
            continue
        number = re.search(r"\d+", record.aantal)
        if number and int(number.group()) < FEW:
            message = f"'{found.group()}' is een verandering, maar het gaat over {number.group()} mensen."
            yield Trouble(node.at("uitspraak"), message, "noem alleen wat er geteld is")
        elif number is None and record.soort == "intern" and not (careful and careful.search(record.kanttekening)):
            message = f"'{found.group()}' is een verandering, en niemand weet van hoeveel mensen."
            yield Trouble(node.at("kanttekening"), message, "zeg dat het toeval kan zijn")
