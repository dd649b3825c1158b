"""The texts that a participant reads on a sheet, sentence by sentence, and how many tasks a sheet asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.graph import Node
from generator.model.blokken import (
    KeuzeTabelBlok,
    LijnenBlok,
    NaastElkaarBlok,
    SchaalBlok,
    StrokenBlok,
    TabelBlok,
    TekenvlakBlok,
    ThermometerBlok,
    TijdlijnBlok,
    VinkjesBlok,
    ZinnenBlok,
)
from generator.model.toolkit import Blad, Werkblad

TASKS = (
    KeuzeTabelBlok,
    LijnenBlok,
    SchaalBlok,
    StrokenBlok,
    TabelBlok,
    TekenvlakBlok,
    ThermometerBlok,
    TijdlijnBlok,
    VinkjesBlok,
    ZinnenBlok,
)
"""The blocks that ask something. The strip for before and after is part of every sheet and not counted."""

HELD = ("deelnemer", "knipvel")
"""The kinds of sheet that a participant holds."""

_NOT_READ = ("id", "soort", "variant", "formaat", "bladzijden", "invulbaar", "per_groep", "picto", "vorm", "verdeling")
_SENTENCE = re.compile(r"(?<=[.?:])\s+|\n+|\s…\s*|…$")
_WORD = re.compile(r"[\w’'-]*\w")

Path = tuple[str | int, ...]


class Sentence(NamedTuple):
    """A sentence on a sheet, and the path of the text that it stands in."""

    path: Path
    text: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(_WORD.findall(self.text))


def held_sheets(node: Node) -> Iterator[tuple[int, Blad]]:
    """Yield (index, sheet) for the sheets of an item that a participant holds."""
    if isinstance(node.record, Werkblad):
        for index, blad in enumerate(node.record.bladen):
            if blad.soort in HELD:
                yield index, blad


def texts(node: Node, index: int) -> Iterator[tuple[Path, str]]:
    """Yield (path, text) for everything that is printed of one sheet."""
    for path, text in node.document.values:
        if path[:2] == ("bladen", index) and _name(path) not in _NOT_READ:
            yield path, text


def _name(path: Path) -> str:
    """Return the field that a value stands in, also when that is a list."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def sentences(node: Node, index: int) -> Iterator[Sentence]:
    """Yield the sentences of one sheet."""
    for path, text in texts(node, index):
        for piece in _SENTENCE.split(text):
            if piece and _WORD.search(piece):
                yield Sentence(path, piece.strip())


def tasks(blad: Blad) -> int:
    """Return how many blocks of a sheet ask something."""
    todo = list(blad.blokken)
    found = 0
    while todo:
        block = todo.pop()
        if isinstance(block, NaastElkaarBlok):
            todo += [*block.links, *block.rechts]
        found += isinstance(block, TASKS)
    return found
