"""The proof after a build: every file that was written is read back, whatever it is packed in."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import generator
from generator.diagnostics import Finding, Severity, Span
from generator.graph import Methodiek
from generator.graph.editions import edition
from generator.model.base import Lezers
from generator.model.uitgaven import ALLES
from generator.proof.editions import Leak, Search, search_for
from generator.proof.leaks import guard
from generator.proof.streams import Reader, as_text
from generator.rules.editions import text_of_another_edition as LEAK
from generator.rules.guard import denied_word as WORDS
from generator.rules.guard import protection

_OWN = (".jinja", ".html", ".css", ".js")
_MARKS = re.compile(r"\{[{%#].*?[}%#]\}|<[^>]*>", re.DOTALL)
MOST = 50
"""How many leaks are said; more than that has one cause."""


@dataclass
class Known:
    """What was proven before with the same eyes: the fingerprints of files that had no leak."""

    file: Path | None = None
    key: str = ""
    marks: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, file: Path, key: str) -> Known:
        """Return what a file holds, or nothing where it cannot be read or was made with other eyes."""
        try:
            data = json.loads(file.read_text())
            marks = {str(one) for one in data["bestanden"]} if data["sleutel"] == key else set[str]()
        except (OSError, ValueError, KeyError, TypeError):
            marks = set()
        return cls(file, key, marks)


def prove(
    whole: Methodiek, name: Lezers, written: Iterable[Path], *, salt: bytes | None = None, known: Path | None = None
) -> tuple[Finding, ...]:
    """Return what an edition tells that it may not, in the files and folders that were written.

    A file that cannot be read back counts as one that leaks: what cannot be seen is not proven. Nor is an edition for
    others without the salt of the denied words. `known` is the file in which is kept what the widest edition had
    proven before; narrower ones are proven anew each time.
    """
    if name != ALLES and salt is None and protection(whole).woorden:
        message = f"De uitgave '{name}' kan niet worden nagekeken: het zout van de woordenlijst ontbreekt."
        return (Finding(WORDS.code, Severity.FOUT, Span("content/bescherming.yml"), message),)
    watch = guard(whole, salt)
    search = search_for(whole, edition(whole, name), _own()) if name != ALLES else Search()
    before = Known.read(known, _eyes(watch.key)) if known is not None and name == ALLES else Known()
    reader, found, clean = Reader(), dict[object, Finding](), set[str]()
    for path, data in _files(written):
        digest = sha256(data).digest()
        mark = sha256(path.encode() + b"\0" + digest).hexdigest()
        if mark in before.marks:
            reader.seen.add(digest)  # so that the same bytes in an archive are not read either
        else:
            streams = tuple(reader.streams(path, data))
            told: dict[object, Finding] = {one: one for stream in streams for one in watch.find(stream)}
            told |= {(one.secret.span, one.where): _finding(one, name) for one in search.find(streams)}
            found |= told
            if told or reader.unread:
                continue
        clean.add(mark)
    if before.file is not None:
        from generator.publishing import write_atomically

        data = json.dumps({"sleutel": before.key, "bestanden": sorted(clean)}).encode()
        write_atomically(before.file, data)
    said = (*list(found.values())[:MOST], *map(_unread, reader.unread))
    return tuple(sorted(said, key=lambda finding: finding.order))


def _eyes(guard_key: str) -> str:
    """Return what decides whether a file leaks, besides the file: the rules of the guard and our own program for it."""
    top = Path(generator.__file__).parent
    code = b"".join(path.read_bytes() for name in ("guard", "proof") for path in sorted((top / name).glob("*.py")))
    return sha256(code + guard_key.encode()).hexdigest()


def _files(written: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    for top in written:
        if top.is_file():
            yield top.name, top.read_bytes()
        for path in sorted(top.rglob("*")) if top.is_dir() else ():
            if path.is_file():
                yield path.relative_to(top.parent).as_posix(), path.read_bytes()


def _own() -> Iterator[str]:
    """Yield what the program says of itself: its pages about findings, its headings, its labels."""
    top = Path(generator.__file__).parent
    for path in sorted(top.rglob("*")):
        if path.suffix == ".py":
            nodes = ast.walk(ast.parse(path.read_bytes()))
            yield from (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
        elif path.suffix in _OWN:
            yield from _MARKS.split(as_text(path.read_bytes()))


def _finding(leak: Leak, name: Lezers) -> Finding:
    words = leak.words if len(leak.words) <= 80 else leak.words[:77] + "..."
    where = ".".join(str(step) for step in leak.secret.path) or "de tekst"
    message = f"'{words}' ({where}) is niet voor de uitgave '{name}', maar staat in {leak.where}."
    return Finding(LEAK.code, LEAK.severity, leak.secret.span, message)


def _unread(what: str) -> Finding:
    message = f"Dit bestand is gemaakt, maar kan niet worden teruggelezen: {what}."
    return Finding(LEAK.code, Severity.FOUT, Span(what.partition(":")[0].partition(" ")[0]), message)
