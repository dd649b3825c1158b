"""The proof of an edition: none of the text that it leaves out stands in a byte that was written.

Text is compared by its letters only, so that line breaks, hyphens, entities, quoting and tags make no difference. Of
every text that was left out we look for each stretch of `STRETCH` letters from the start of a word, and for shorter
texts as a whole. What the edition itself says too, or the program says of itself, gives nothing away; that is computed,
and nobody keeps a list of it. A text of fewer than `SHORTEST` letters cannot be told from ordinary language and is not
looked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.artifacts.site.places import place_of
from generator.diagnostics import Span
from generator.graph import Node
from generator.graph.editions import Edition
from generator.graph.methodiek import Methodiek
from generator.mentions import SOURCE
from generator.proof.streams import APART, Stream
from generator.sources.documents import Document
from generator.sources.yaml_reader import Path

SHORTEST = 20
STRETCH = 32
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(rf"[^\W_]+|{APART}")
_NAMES = re.compile(r"[a-z0-9_./:-]*/[a-z0-9_./:-]*(?: [a-z0-9_./:-]+)*")
"""Names of things and of links between them, as our own tools write them: no text that a person reads."""
_PIECES = re.compile(r"\||^\s*(?:[-*>]|\d+\.)\s", re.MULTILINE)
"""What separates the items of a list and the cells of a table in Markdown."""


def letters(text: str) -> str:
    """Return the letters and digits of a text, without accents and in lower case; what stands apart stays apart."""
    if not text.isascii():
        text = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return "".join(_LETTERS.findall(text.lower()))


@dataclass(frozen=True)
class Secret:
    """A text that an edition leaves out: the document, where in it, and the text."""

    document: Document
    path: Path
    line: int
    text: str

    @property
    def span(self) -> Span:
        """Where it is written."""
        return self.document.span(self.line) if self.line else self.document.at(*self.path)


@dataclass(frozen=True)
class Leak:
    """A text that was left out and stands in what was written all the same: which, how it reads, and in which file."""

    secret: Secret
    words: str
    where: str


def secrets(whole: Methodiek, edition: Edition) -> Iterator[Secret]:
    """Yield every text that an edition leaves out, also of files that no record could be made of."""
    kept = {node.document.path for node in edition.methodiek.nodes.values()}
    tops = {node.document.path: node for node in whole.nodes.values() if node.parent is None}
    for document in whole.documents:
        node = tops.get(document.path)
        if node is None or document.path not in kept:
            yield from _values(document, document.data, ())
            yield from _lines(document, document.body)
        else:
            yield from _of_record(node, edition)


def _of_record(node: Node, edition: Edition) -> Iterator[Secret]:
    document = node.document
    for path in edition.dropped.get(node.key, ()):
        yield from _values(document, _value(document.data, path), path)
    if edition.without.get(node.key):
        yield from _lines(document, document.body)  # what stays of it is forgiven with all that the edition says


def _value(data: object, path: Path) -> object:
    for step in path:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            return None
    return data


def _values(document: Document, data: object, path: Path) -> Iterator[Secret]:
    if isinstance(data, str):
        if not _NAMES.fullmatch(data):
            yield Secret(document, path, 0, data)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _values(document, value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _values(document, value, (*path, index))


def _lines(document: Document, body: str) -> Iterator[Secret]:
    """Yield the paragraphs of a body, whatever their lines, and apart from them the sources that they name."""
    line = document.body_line
    for paragraph in re.split(r"(\n\s*\n)", body):
        for piece in (one for part in SOURCE.split(_plain(paragraph)) for one in _PIECES.split(part)):
            if piece.strip():
                yield Secret(document, (), line, piece)
        line += paragraph.count("\n")


class Search:
    """Looks for many texts at once. `add` them, `forgive` what may be said, then `find` in streams."""

    def __init__(self) -> None:
        self.wanted: dict[str, list[tuple[str, Secret]]] = {}
        self.said: set[str] = set()
        self._known: dict[str, bool] = {}

    def add(self, secret: Secret) -> None:
        """Look for a text: every stretch of it from the start of a word, or the whole of a short one."""
        starts, whole = [], ""
        for found in _WORD.finditer(_plain(secret.text)):
            starts.append(len(whole))
            whole += letters(found.group())
        if len(whole) < SHORTEST:
            return
        stretches = {whole[at : at + STRETCH] for at in starts if at + STRETCH <= len(whole)} or {whole}
        for stretch in stretches:
            entries = self.wanted.setdefault(stretch[:SHORTEST], [])
            if all(stretch != other for other, _ in entries):
                entries.append((stretch, secret))

    def forgive(self, texts: Iterable[str]) -> None:
        """Look no longer for what some texts hold too, nor for what is only some of them next to each other."""
        for text in texts:
            self.said.add(letters(text))
            for stretch in {stretch for stretch, _ in self._hits(letters(text))}:
                key = stretch[:SHORTEST]
                self.wanted[key] = [one for one in self.wanted[key] if one[0] != stretch]
                if not self.wanted[key]:
                    del self.wanted[key]

    def find(self, streams: Iterable[Stream]) -> Iterator[Leak]:
        """Yield each text that is found, once for every file."""
        for stream in streams if self.wanted else ():  # the widest edition leaves nothing out
            seen: set[int] = set()
            for stretch, secret in self._hits(letters(stream.text)):
                if id(secret) not in seen and not self._neighbours(stretch):
                    seen.add(id(secret))
                    yield Leak(secret, _shown(secret.text, stretch), stream.where)

    def _neighbours(self, stretch: str) -> bool:
        """Tell whether a stretch is the end of a text that may be said, whole ones, and the start of another."""
        if stretch not in self._known:
            length = len(stretch)
            reached = {at for at in range(1, length) if any(one.endswith(stretch[:at]) for one in self.said)}
            for at in range(1, length):
                if at in reached:
                    reached |= {end for end in range(at + 1, length) if stretch[at:end] in self.said}
            self._known[stretch] = any(one.startswith(stretch[at:]) for at in reached for one in self.said)
        return self._known[stretch]

    def _hits(self, text: str) -> Iterator[tuple[str, Secret]]:
        wanted = self.wanted
        for at in range(len(text) - SHORTEST + 1):
            entries = wanted.get(text[at : at + SHORTEST])
            if entries is not None:
                for stretch, secret in entries:
                    if text.startswith(stretch, at):
                        yield stretch, secret


def _plain(text: str) -> str:
    """Return text without the address of a reference, which no reader sees."""
    return re.sub(r"\]\([a-z-]+:[a-z0-9-]+\)", "] ", text)


def _shown(text: str, stretch: str) -> str:
    """Return the words of a text where a stretch begins."""
    words, at = [], letters(_plain(text)).find(stretch)
    place = 0
    for found in _WORD.finditer(_plain(text)):
        if at <= place < at + len(stretch):
            words.append(found.group())
        place += len(letters(found.group()))
    return " ".join(words)


def search_for(whole: Methodiek, edition: Edition, own: Iterable[str]) -> Search:
    """Return the search for everything that an edition leaves out and neither it nor the program (`own`) says too."""
    search = Search()
    for secret in secrets(whole, edition):
        search.add(secret)
    search.forgive(_said(edition.methodiek))
    search.forgive(own)
    return search


def _said(methodiek: Methodiek) -> Iterator[str]:
    """Yield what an edition says: each text apart, and the names of what is in it."""
    for document in methodiek.documents:
        for one in (*_values(document, document.data, ()), *_lines(document, document.body)):
            yield from (_plain(one.text), *re.split(r",\s|\n\s*\n", one.text))
        yield _plain(document.body)
    for node in methodiek.nodes.values():
        yield f"{node.key} bron {place_of(node)}"
    for edge in methodiek.edges:
        yield edge.line
