"""A node: a typed thing with the way back to where it stands in its file."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Span
from generator.model.kinds import Kind
from generator.records import Typed
from generator.sources import Document


@dataclass(frozen=True, eq=False)
class Node:
    """A record, or a part with an id: what it is, its data, and where it was written.

    `path` is where the part stands inside its document (empty for a record), `parent` the
    record that holds a part. Two nodes are the same only if they are the same object.
    """

    kind: Kind
    id: str
    record: Typed
    document: Document
    path: tuple[str | int, ...] = ()
    parent: Node | None = None

    @property
    def key(self) -> str:
        """`kind/id`, as the ledger of coverage writes it."""
        return f"{self.kind.name}/{self.id}"

    @property
    def titel(self) -> str:
        """What people call it; a part without a title is called by its text."""
        return str(getattr(self.record, "titel", None) or getattr(self.record, "tekst", None) or self.id)

    @property
    def top(self) -> Node:
        """The record whose file this node stands in."""
        return self.parent.top if self.parent else self

    def at(self, *path: str | int, key: bool = False) -> Span:
        """Return where a value of this node stands, or its nearest written ancestor."""
        return self.document.at(*self.path, *path, key=key)
