"""What a rule is: one function with its code, its severity and its page in one place."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from generator.diagnostics import Finding, Severity, Span
from generator.graph import Methodiek


class Trouble(NamedTuple):
    """What a rule saw: a place, a Dutch sentence about the text, and something to do.

    `severity` is filled only where the content itself decides it (a promise of coverage).
    """

    span: Span
    message: str
    hint: str = ""
    severity: Severity | None = None


Check = Callable[[Methodiek], Iterable[Trouble]]


class Rule(NamedTuple):
    """A rule: its code, how much it weighs, what it is called, and how it is checked.

    `page` is its explanation in Dutch, with an example of what is wrong and what is right.
    """

    code: str
    severity: Severity
    titel: str
    page: str
    run: Check


def rule(code: str, severity: Severity = Severity.FOUT) -> Callable[[Check], Rule]:
    """Make a rule of a function. Its docstring is its page; the first line is its title."""

    def made(run: Check) -> Rule:
        titel, _, page = inspect.cleandoc(run.__doc__ or "").partition("\n")
        return Rule(code, severity, titel.strip().rstrip("."), page.strip(), run)

    return made


def check(methodiek: Methodiek, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Return what the rules find, in order of place, each thing once."""
    found = {
        Finding(rule.code, trouble.severity or rule.severity, trouble.span, trouble.message, trouble.hint)
        for rule in rules
        for trouble in rule.run(methodiek)
    }
    return tuple(sorted(found, key=lambda finding: finding.order))


def meant(word: str, known: Iterable[str]) -> str:
    """Return a hint with the nearest known word, or the known words when they are few."""
    from difflib import get_close_matches  # here, because content without mistakes has no need of it

    known = tuple(known)
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f"bedoelde je '{near[0]}'?"
    if 0 < len(known) <= 30:
        return "kies uit: " + ", ".join(known)
    return ""


class Example(NamedTuple):
    """A small piece of content that shows a rule: `good` or not, and its files."""

    good: bool
    files: tuple[tuple[str, str], ...]


_SECTION = re.compile(r"^(Fout|Goed):$", re.MULTILINE)
_FILE = re.compile(r"^    # (content/\S+)$", re.MULTILINE)


def examples(rule: Rule) -> Iterator[Example]:
    """Yield the examples on a rule's page. Each file starts with its path as a comment."""
    pieces = _SECTION.split(rule.page)[1:]
    for name, text in zip(pieces[::2], pieces[1::2], strict=True):
        parts = _FILE.split(text)[1:]
        files = tuple(
            (path, inspect.cleandoc("\n" + body).strip("\n") + "\n" if body.strip() else "")
            for path, body in zip(parts[::2], parts[1::2], strict=True)
        )
        yield Example(name == "Goed", files)


def explanation(rule: Rule) -> str:
    """Return the page of a rule without its examples."""
    return _SECTION.split(rule.page)[0].strip()
