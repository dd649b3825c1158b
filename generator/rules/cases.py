"""M5 and M3 for cases and questions: everything is judged, nothing is given away, and no case shows too much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.graph import Methodiek, Node
from generator.model.casus import Casus, Kijkwijzer, Vraag
from generator.model.draaiboek import Draaiboek
from generator.model.inwerken import Inwerkroute
from generator.rules.base import Trouble, meant, rule
from generator.rules.language import pattern, rules_of_language

QUESTIONS = 10
"""So many questions a measurement before and after has."""
TELLING = 6
"""So many words in a row that a participant also reads give an answer away."""
MANY = 6
"""From so many questions on, the right answers may not all stand in the same place."""

Path = tuple[str | int, ...]


def kijkwijzer_of(methodiek: Methodiek, node: Node) -> Kijkwijzer | None:
    """Return the points from which a case is looked at."""
    for edge in methodiek.out(node, "kijkwijzer"):
        if isinstance(edge.naar.record, Kijkwijzer):
            return edge.naar.record
    return None


@rule("M312")
def case_not_judged(methodiek: Methodiek) -> Iterator[Trouble]:
    """De sleutel van een casus is niet af.

    De sleutel zegt iets over elk punt dat gevraagd is, elk punt hoogstens een keer, met een oordeel dat de
    kijkwijzer kent, en met een van zijn uitkomsten.
    """
    for node in methodiek.of("casus"):
        casus, wijzer = node.record, kijkwijzer_of(methodiek, node)
        if not isinstance(casus, Casus) or wijzer is None:
            continue
        points = [punt.id for punt in wijzer.punten]
        seen: list[str] = []
        for index, oordeel in enumerate(casus.sleutel.oordelen):
            at = ("sleutel", "oordelen", index)
            if oordeel.punt not in points:
                message = f"'{wijzer.titel}' heeft geen punt '{oordeel.punt}'."
                yield Trouble(node.at(*at, "punt"), message, meant(oordeel.punt, points))
            elif oordeel.punt in seen:
                yield Trouble(node.at(*at, "punt"), f"Over '{oordeel.punt}' is al geoordeeld.", "haal er een weg")
            if (oordeel.oordeel or None) not in (wijzer.oordelen or (None,)):
                message = f"'{oordeel.oordeel or ''}' is geen oordeel van '{wijzer.titel}'."
                yield Trouble(node.at(*at, "oordeel"), message, meant(oordeel.oordeel or "", wijzer.oordelen))
            seen.append(oordeel.punt)
        if len(set(seen) & set(points)) < wijzer.minstens:
            message = f"Deze casus is op {len(set(seen) & set(points))} punten bekeken; minstens {wijzer.minstens}."
            yield Trouble(node.at("sleutel", "oordelen", key=True), message, "vul aan")
        ends = [one.id for one in wijzer.uitkomsten]
        if casus.sleutel.uitkomst not in ends if ends else casus.sleutel.uitkomst is not None:
            message = f"De uitkomst '{casus.sleutel.uitkomst or ''}' hoort niet bij '{wijzer.titel}'."
            yield Trouble(node.at("sleutel", "uitkomst"), message, meant(casus.sleutel.uitkomst or "", ends))


@rule("M509")
def case_tells_too_much(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een casus is te lang, of noemt iets dat er niet in hoort.

    Een casus is een of twee neutrale zinnen over alledaags gedrag. Geen details, geen uiterlijk, geen afkomst, geen
    schuld bij wie het overkomt. De woorden staan in `taal.yml`, bij `niet_in_casus`.
    """
    taal = rules_of_language(methodiek)
    for node in methodiek.of("casus"):
        if not isinstance(node.record, Casus):
            continue
        sentences = len(re.findall(r"[.?!…](?=\s|$|[’”'])", node.record.tekst))
        if sentences > 2:
            yield Trouble(node.at("tekst"), f"Deze casus heeft {sentences} zinnen; hoogstens twee.", "maak hem korter")
        for verbod in taal.niet_in_casus if taal else ():
            wanted = pattern(verbod)
            for path, text in node.document.values:
                if found := wanted.search(text):
                    message = f"'{found.group()}' hoort niet in een casus: {verbod.reden.rstrip('.')}."
                    yield Trouble(node.at(*path), message, f"liever: {verbod.liever}" if verbod.liever else "")


@rule("M313")
def question_not_complete(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een toets of zelfcheck klopt niet.

    Een voor- en nameting heeft tien vragen. Het goede antwoord is een van de opties, en staat niet steeds op
    dezelfde plek.
    """
    for node in (*methodiek.of("draaiboek"), *methodiek.of("inwerkroute")):
        field, questions = _questions(node)
        for index, vraag in enumerate(questions):
            if vraag.sleutel.goed > len(vraag.opties):
                place = node.at(field, index, "sleutel", "goed")
                yield Trouble(place, f"Er is geen optie {vraag.sleutel.goed}.", f"kies 1 tot {len(vraag.opties)}")
        if len(questions) >= MANY and len({vraag.sleutel.goed for vraag in questions}) == 1:
            yield Trouble(node.at(field, key=True), "Het goede antwoord staat steeds op dezelfde plek.", "wissel af")
        plan = node.record
        measured = isinstance(plan, Draaiboek) and any(one.metingen for one in plan.dagdelen)
        if measured and len(questions) != QUESTIONS:
            message = f"De meting heeft {len(questions)} vragen; het zijn er altijd {QUESTIONS}."
            yield Trouble(node.at(field, key=True), message, "vul aan of haal weg")
        if isinstance(plan, Inwerkroute) and plan.voldoende > len(questions):
            yield Trouble(node.at("voldoende"), f"Er zijn maar {len(questions)} vragen.", "kies een lager getal")


def _questions(node: Node) -> tuple[str, tuple[Vraag, ...]]:
    if isinstance(node.record, Draaiboek):
        return "toets", node.record.toets
    return ("zelfcheck", node.record.zelfcheck) if isinstance(node.record, Inwerkroute) else ("", ())


@rule("M510")
def answer_given_away(methodiek: Methodiek) -> Iterator[Trouble]:
    """Wat deelnemers lezen, geeft het antwoord weg.

    Een sleutel staat alleen in de sleutel. Zes woorden achter elkaar die ook op een blad, een dia, in een casus of
    in een vraag staan, zijn te veel. En een casus noemt zijn eigen uitkomst niet.
    """
    for node in methodiek.of("casus"):
        casus, wijzer = node.record, kijkwijzer_of(methodiek, node)
        if isinstance(casus, Casus) and wijzer is not None:
            title = next((one.titel for one in wijzer.uitkomsten if one.id == casus.sleutel.uitkomst), None)
            for field in ("titel", "tekst", "vraag"):
                if title and title.lower() in str(getattr(casus, field)).lower():
                    yield Trouble(node.at(field), f"Hier staat de uitkomst al: '{title}'.", "haal die weg")
    for node in (*methodiek.of("casus"), *methodiek.of("draaiboek"), *methodiek.of("inwerkroute")):
        keys = {run: path for path, text in node.document.values if "sleutel" in path for run in _runs(text)}
        for path, text in node.document.values:
            if "sleutel" not in path and _read(path):
                for run in _runs(text):
                    if run in keys:
                        yield Trouble(node.at(*path), f"Dit staat ook in de sleutel: '{run} …'.", "zeg het anders")
                        break


def _read(path: Path) -> bool:
    """Tell whether participants read what stands at a path: nothing of what is only the trainer's."""
    return not any(step in ("doen", "zeggen", "let_op", "vooraf", "bron", "rechten") for step in path)


def _runs(text: str) -> Iterator[str]:
    words = re.findall(r"[\w’'-]*\w", text.lower())
    for start in range(len(words) - TELLING + 1):
        yield " ".join(words[start : start + TELLING])
