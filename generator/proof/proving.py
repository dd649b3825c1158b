"""The proof after a build: every file that was written is read back, whatever it is packed in."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import generator
from generator.diagnostics import Finding, Severity, Span
from generator.graph import Methodiek
from generator.graph.editions import edition
from generator.model.base import Lezers
from generator.model.uitgaven import ALLES
from generator.proof.editions import Leak, search_for
from generator.proof.streams import Reader, as_text
from generator.rules.editions import text_of_another_edition as LEAK

_OWN = (".jinja", ".html", ".css", ".js")
_MARKS = re.compile(r"\{[{%#].*?[}%#]\}|<[^>]*>", re.DOTALL)
MOST = 50
"""How many leaks are said; more than that has one cause."""


def prove(whole: Methodiek, name: Lezers, written: Iterable[Path]) -> tuple[Finding, ...]:
    """Return what an edition tells that it may not, in the files and folders that were written.

    A file that cannot be read back counts as one that leaks: what cannot be seen is not proven.
    """
    if name == ALLES:
        return ()
    search = search_for(whole, edition(whole, name), _own())
    reader = Reader()
    leaks = search.find(stream for path, data in _files(written) for stream in reader.streams(path, data))
    found = {(one.secret.span, one.where): one for one in leaks}
    said = tuple(_finding(one, name) for one in list(found.values())[:MOST])
    unread = tuple(_unread(one) for one in reader.unread)
    return tuple(sorted((*said, *unread), key=lambda finding: finding.order))


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
    field = ".".join(str(step) for step in leak.secret.path) or "de tekst"
    message = f"'{words}' ({field}) is niet voor de uitgave '{name}', maar staat in {leak.where}."
    return Finding(LEAK.code, LEAK.severity, leak.secret.span, message)


def _unread(what: str) -> Finding:
    message = f"Dit bestand is gemaakt, maar kan niet worden teruggelezen: {what}."
    return Finding(LEAK.code, Severity.FOUT, Span(what.partition(":")[0].partition(" ")[0]), message)
