"""Words that may stand nowhere, kept as keyed hashes so that the list doesn't tell them.

A word or a phrase of up to three words is reduced to its letters and hashed with HMAC-SHA256. The key, the salt, is
32 random bytes that stay outside the project: in the environment or in a file that git ignores. What this protects:
whoever has the project and not the salt cannot find the words, not even by trying every place name there is. What it
does not: whoever has the salt too can try them all in a second, for a place name is easy to guess. Without the salt
the words cannot be looked for either; then that is said, and no edition for outsiders is made.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

VARIABLE = "METHODIEK_ZOUT"
FILE = ".methodiek-zout"
MOST = 3
"""How many words a denied phrase has at most."""
_WORD = re.compile(r"[^\W\d_]+")


class SaltTrouble(Exception):
    """The salt cannot be used; the message says why, in Dutch."""


def read_salt(top: Path) -> bytes | None:
    """Return the salt of a project, or None where there is none. Raises SaltTrouble for one that is no salt."""
    text = os.environ.get(VARIABLE, "")
    file = top / FILE
    if not text and file.is_file():
        text = file.read_text(encoding="utf-8", errors="replace")
    if not text.strip():
        return None
    try:
        salt = bytes.fromhex(text.strip())
    except ValueError:
        raise SaltTrouble("het zout bestaat niet uit hexadecimale cijfers") from None
    if len(salt) < 16:
        raise SaltTrouble("het zout is te kort; gebruik minstens 32 cijfers")
    return salt


def new_salt() -> str:
    """Return a new salt as text."""
    return os.urandom(32).hex()


def mark_of(salt: bytes) -> str:
    """Return by what a salt is recognised, so that a wrong one doesn't go unseen."""
    return _hmac(salt, b"merk")[:16]


def folded(text: str) -> list[tuple[str, int, int]]:
    """Return the words of a text, without accents and capitals, with where each begins and ends."""
    found = []
    for word in _WORD.finditer(text):
        bare = unicodedata.normalize("NFKD", word.group().lower())
        found.append(("".join(one for one in bare if not unicodedata.combining(one)), word.start(), word.end()))
    return found


def digest(salt: bytes, phrase: str) -> str:
    """Return what the list holds of a word or phrase. Raises ValueError for one without letters, or too long."""
    words = [word for word, _, _ in folded(phrase)]
    if not 1 <= len(words) <= MOST:
        raise ValueError(f"geef een tot {MOST} woorden per regel")
    return _digest(salt, "".join(words))


def _digest(salt: bytes, letters: str) -> str:
    return _hmac(salt, b"woord:" + letters.encode())[:32]


def _hmac(salt: bytes, data: bytes) -> str:
    import hmac  # here, because most checks have no salt and a check has to start in a blink

    return hmac.new(salt, data, "sha256").hexdigest()


@dataclass
class DeniedWords:
    """The words that may stand nowhere, ready to be looked for. Every phrase is hashed once."""

    salt: bytes
    digests: frozenset[str]
    _known: dict[str, bool] = field(default_factory=dict)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a denied word or phrase begins and ends; spaces and hyphens in it make no difference."""
        words = folded(text)
        for at in range(len(words)):
            letters = ""
            for last in words[at : at + MOST]:
                letters += last[0]
                if self._denied(letters):
                    yield words[at][1], last[2]

    def _denied(self, letters: str) -> bool:
        known = self._known.get(letters)
        if known is None:
            known = self._known[letters] = _digest(self.salt, letters) in self.digests
        return known
