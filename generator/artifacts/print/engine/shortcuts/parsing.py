"""Parsing: a pattern that was compiled is found again. The parser keeps each under the pattern, not under its key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from tinyhtml5 import inputstream


def _chars_until(original: Any) -> Callable[..., str]:
    def chars_until(stream: Any, characters: Iterable[str], opposite: bool = False) -> str:
        """The text from here to any of some characters, or to any other one."""
        known = inputstream.characters_until_regex
        if (characters, opposite) not in known:
            codes = "".join(f"\\x{ord(character):02x}" for character in characters)
            known[characters, opposite] = re.compile(f"[{'' if opposite else '^'}{codes}]+")
        text: str = original(stream, characters, opposite)
        return text

    return chars_until


REPLACED = ((inputstream.HTMLUnicodeInputStream, "chars_until", _chars_until),)
