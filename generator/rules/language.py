"""M4: the language of what participants read. The limits and the words are the methodology's own, in `taal.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.graph import Methodiek
from generator.model.taal import Maat, Taal, Woordverbod
from generator.rules.base import Trouble, rule
from generator.rules.reading_texts import held_sheets, sentences, tasks, texts


def rules_of_language(methodiek: Methodiek) -> Taal | None:
    """Return what the methodology says about language, if it says anything."""
    node = methodiek.single("taal")
    return node.record if node is not None and isinstance(node.record, Taal) else None


def _limits(methodiek: Methodiek, variant: str | None) -> Maat | None:
    taal = rules_of_language(methodiek)
    return next((maat for maat in taal.maten if maat.variant == (variant or "A")), None) if taal else None


@rule("M401")
def sentence_too_long(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een zin op een blad is te lang.

    Wie moe of gespannen is, leest korte zinnen. De grens per variant staat in `taal.yml`. Maak er twee zinnen van,
    of haal woorden weg.
    """
    for node in methodiek.of("werkblad"):
        for index, blad in held_sheets(node):
            limits = _limits(methodiek, blad.variant)
            for sentence in sentences(node, index) if limits else ():
                if limits and sentence.words > limits.woorden_hoogstens:
                    most = f"op een blad {limits.variant} hoogstens {limits.woorden_hoogstens}"
                    message = f"Deze zin heeft {sentence.words} woorden; {most}."
                    yield Trouble(node.at(*sentence.path), message, "maak er twee zinnen van")


@rule("M402")
def sentences_long_on_average(methodiek: Methodiek) -> Iterator[Trouble]:
    """De zinnen op een blad zijn gemiddeld te lang.

    Ook als geen enkele zin te lang is, kan het geheel te zwaar zijn. De grens per variant staat in `taal.yml`.
    """
    for node in methodiek.of("werkblad"):
        for index, blad in held_sheets(node):
            limits = _limits(methodiek, blad.variant)
            lengths = [sentence.words for sentence in sentences(node, index)]
            if limits and lengths and sum(lengths) / len(lengths) > limits.woorden_gemiddeld:
                average = f"{sum(lengths) / len(lengths):.1f}".replace(".", ",")
                message = (
                    f"De zinnen op dit blad hebben gemiddeld {average} woorden; hoogstens {limits.woorden_gemiddeld}."
                )
                yield Trouble(node.at("bladen", index, "id"), message, "maak de langste zinnen korter")


@rule("M403")
def too_many_tasks(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een blad vraagt te veel.

    Een vol blad ontmoedigt. De grens per variant staat in `taal.yml`; elk blok dat iets vraagt telt mee.
    """
    for node in methodiek.of("werkblad"):
        for index, blad in held_sheets(node):
            limits = _limits(methodiek, blad.variant)
            if limits and tasks(blad) > limits.taken_per_bladzijde * blad.bladzijden:
                most = f"op een blad {limits.variant} hoogstens {limits.taken_per_bladzijde} per bladzijde"
                message = f"Dit blad heeft {tasks(blad)} opdrachten; {most}."
                yield Trouble(node.at("bladen", index, "id"), message, "laat iets weg of verdeel het over bladen")


@rule("M404")
def question_not_asked(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een blad stelt een vraag die we niet op papier stellen.

    Vraag óf er iets is, nooit hoe, wie, waar of hoe vaak. Een vraag naar het voorval kan een latere verklaring
    beschadigen en kan pijn doen. De lijst staat in `taal.yml`.
    """
    taal = rules_of_language(methodiek)
    yield from _forbidden(
        methodiek, taal.niet_vragen if taal else (), "Deze vraag ('{}') stellen we niet op een blad: {}."
    )


@rule("M405")
def word_not_written(methodiek: Methodiek) -> Iterator[Trouble]:
    """Op een blad staat een woord dat daar niet hoort.

    Bijvoorbeeld een vakwoord, een dubbele ontkenning of een vraag naar een reden. De lijst staat in `taal.yml`.
    """
    taal = rules_of_language(methodiek)
    yield from _forbidden(methodiek, taal.niet_schrijven if taal else (), "Het woord '{}' hoort niet op een blad: {}.")
    for node in methodiek.of("werkblad"):
        for index, _ in held_sheets(node):
            for path, text in texts(node, index):
                if shout := re.search(r"\b[A-ZÀ-Þ]{4,}\b", text):
                    message = f"'{shout.group()}' staat in hoofdletters; dat leest als schreeuwen."
                    yield Trouble(node.at(*path), message, "schrijf het gewoon")


@rule("M504")
def word_that_tells(methodiek: Methodiek) -> Iterator[Trouble]:
    """Op papier dat een meisje meeneemt, staat een woord dat iets verraadt.

    Een blad ligt thuis, op school of in een tas. Niemand mag eruit opmaken waar zij verblijft of wat er speelt. De
    lijst staat in `taal.yml`.
    """
    taal = rules_of_language(methodiek)
    if taal is None:
        return
    message = "Het woord '{}' mag niet op papier dat een meisje meeneemt: {}."
    yield from _forbidden(methodiek, taal.op_papier, message)
    for node in methodiek.of("werkblad"):
        title = getattr(node.record, "neutrale_titel", None)
        for verbod in taal.op_papier:
            if title and (found := pattern(verbod).search(title)):
                yield Trouble(
                    node.at("neutrale_titel"), message.format(found.group(), verbod.reden), verbod.liever or ""
                )


def _forbidden(methodiek: Methodiek, verboden: tuple[Woordverbod, ...], message: str) -> Iterator[Trouble]:
    wanted = [(pattern(verbod), verbod) for verbod in verboden]
    for node in methodiek.of("werkblad"):
        for index, _ in held_sheets(node):
            for path, text in texts(node, index):
                for expression, verbod in wanted:
                    if found := expression.search(text):
                        said = message.format(found.group(), verbod.reden.rstrip("."))
                        yield Trouble(node.at(*path), said, f"liever: {verbod.liever}" if verbod.liever else "")


def pattern(verbod: Woordverbod) -> re.Pattern[str]:
    """A word ending in `*` also forbids its compounds; spaces match any white space."""
    return _pattern(verbod.woorden)


def folded(text: str) -> str:
    """Return a text in which what a pattern takes for the same is the same: letters, and the space between words."""
    return " ".join(text.casefold().replace("ı", "i").split())


def may_stand(verbod: Woordverbod, text: str) -> bool:
    """Tell whether any of the words can be in a folded text: much cheaper than a look with the pattern."""
    return any(phrase in text for phrase in _folded(verbod.woorden))


@cache
def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(folded(word.rstrip("*")) for word in words)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    parts = []
    for word in words:
        piece = r"\s+".join(re.escape(part) for part in word.rstrip("*").split())
        parts.append(piece + (r"\w*" if word.endswith("*") else r"\b"))
    return re.compile(r"\b(?:" + "|".join(parts) + ")", re.IGNORECASE)
