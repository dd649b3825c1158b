"""The guard over what was written: nothing in it leads to a place or a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Finding, Span
from generator.graph import Methodiek
from generator.guard import DeniedWords, hits
from generator.guard.patterns import plain
from generator.proof.streams import PHOTO, Stream
from generator.rules import RULES
from generator.rules.guard import allowed, protection
from generator.rules.guard import leak_in_what_is_made as LEAK

_THEME = re.compile(r"(?:^|/)(?:assets/|search/)\S*\.(?:js|css|map|LICENSE\.txt)$")
"""Scripts and styles: they come with the program and the theme, which name their makers."""
_DRAWN = re.compile(r"\s(?:d|points|viewBox|transform|integrity|style)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
"""Attributes that hold drawings and fingerprints: numbers that are no coordinates of the earth."""


@dataclass(frozen=True)
class Guard:
    """What may stand nowhere, and the exceptions. `words` is None where there are none to look for."""

    words: DeniedWords | None
    exceptions: frozenset[tuple[str, str]]

    @property
    def key(self) -> str:
        """By which it is known whether a file was looked at with the same eyes."""
        denied = sorted(self.words.digests) if self.words else []
        return f"{sorted(self.exceptions)}{denied}"

    def find(self, stream: Stream) -> Iterator[Finding]:
        """Yield what leads to a place or a person in a stretch of text."""
        if stream.where.endswith(f"({PHOTO})"):
            yield _finding(stream, "gegevens in een foto: waar, wanneer en waarmee hij gemaakt is")
            return
        if self.words is not None and any(True for _ in self.words.find(stream.text)):
            yield _finding(stream, "een woord dat nergens mag staan")
        if _THEME.search(stream.where):
            return
        text = _DRAWN.sub("", stream.text)
        for hit in {(one.soort, one.text) for one in hits(text)}:
            if (hit[0], plain(hit[1])) not in self.exceptions:
                yield _finding(stream, f"'{hit[1]}' ({hit[0]})")


def guard(methodiek: Methodiek, salt: bytes | None) -> Guard:
    """Return the guard of a methodology; without its salt it cannot look for words.

    The made-up examples on the pages of our own rules are exceptions too.
    """
    said = protection(methodiek)
    words = DeniedWords(salt, frozenset(said.woorden)) if salt is not None and said.woorden else None
    shown = {(one.soort, plain(one.text)) for rule in RULES for one in hits(rule.page)}
    return Guard(words, allowed(methodiek) | shown)


def _finding(stream: Stream, what: str) -> Finding:
    return Finding(LEAK.code, LEAK.severity, Span(stream.where.partition(" ")[0]), f"In {stream.where} staat {what}.")
