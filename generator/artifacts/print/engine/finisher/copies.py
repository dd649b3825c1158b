"""Sheets for a whole group: laid out and drawn once, written as often as they are wanted.

Copies share all that takes time or room: what is drawn, fonts, pictures. A page, its links and its tags can't be
shared, because each of them knows where it belongs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pydyf

from ..choosing import Stretches
from .objects import number, resolve


def repeated(pdf: Any, stretches: Stretches) -> Iterable[Any]:
    """The objects that are other or new in a PDF that has every stretch of pages as often as asked.

    The tags are in the order of the pages. Leaves `pdf` as it was.
    """
    if not stretches:
        return ()
    draft = _Draft(pdf)
    root = resolve(pdf, pdf.catalog["StructTreeRoot"])
    document = draft.other(resolve(pdf, root["K"][0]))
    # WeasyPrint starts the tags of every page anew, right under the document.
    tags: dict[bytes, list[bytes]] = defaultdict(list)
    for tag in document["K"]:
        tags[resolve(pdf, tag)["Pg"]].append(tag)
    parents = draft.other(resolve(pdf, root["ParentTree"]))
    parents["Nums"] = pydyf.Array(parents["Nums"])
    copier = _Copier(draft, parents["Nums"])
    references = pdf.page_references
    written: list[tuple[bytes, list[bytes]]] = []
    used: set[int] = set()
    for pages, times in stretches:
        for place in pages * times:
            page = references[place]
            written.append(copier.copy(page, tags[page]) if place in used else (page, tags[page]))
            used.add(place)
    kids = draft.other(pdf.pages)
    kids["Kids"] = pydyf.Array([part for page, _ in written for part in (number(page), 0, "R")])
    kids["Count"] = len(written)
    document["K"] = pydyf.Array([tag for _, own in written for tag in own])
    return draft.objects


class _Draft:
    """Objects that are other or new beside those of a PDF, which stay as they were."""

    def __init__(self, pdf: Any) -> None:
        self.objects: list[Any] = []
        self._pdf = pdf
        self._new: dict[bytes, Any] = {}

    def other(self, old: Any) -> Any:
        """A dictionary that takes the place of another one, and may be changed."""
        new = pydyf.Dictionary(old)
        new.number = old.number
        self.objects.append(new)
        return new

    def add(self, old: Any) -> Any:
        """A dictionary like another one, as an object of its own."""
        new = pydyf.Dictionary(old)
        new.number = len(self._pdf.objects) + len(self._new)
        self._new[new.reference] = new
        self.objects.append(new)
        return new

    def resolve(self, reference: bytes) -> Any:
        """The object that a reference points at."""
        return self._new[reference] if reference in self._new else resolve(self._pdf, reference)


class _Copier:
    """Makes copies of pages, and enters them in the parent tree: a flat list of key, value in the order of the keys."""

    def __init__(self, draft: _Draft, parents: Any) -> None:
        self._draft = draft
        self._parents = parents
        self._by_key = dict(zip(parents[::2], parents[1::2], strict=True))

    def copy(self, page: bytes, tags: list[bytes]) -> tuple[bytes, list[bytes]]:
        """A page and the tags right under the document that are its own: the copies of both."""
        old = self._draft.resolve(page)
        new = self._draft.add(old)
        # What each object of the old page is on the new one; what draws nothing has no tag on either.
        twins = {page: new.reference, "null": "null"}
        notes = [self._draft.resolve(note) for note in old.get("Annots", ())]
        for note in notes:
            twins[note.reference] = self._draft.add(note).reference
        copied = [self._copy_tag(tag, None, twins) for tag in tags]
        owners = self._by_key[old["StructParents"]]
        new["StructParents"] = self._enter(pydyf.Array([twins[owner] for owner in owners]))
        for note in notes:
            owner = self._by_key[note["StructParent"]]
            self._draft.resolve(twins[note.reference])["StructParent"] = self._enter(twins[owner])
        if notes:
            new["Annots"] = pydyf.Array([twins[note.reference] for note in notes])
        return new.reference, copied

    def _copy_tag(self, tag: bytes, parent: bytes | None, twins: dict[Any, Any]) -> bytes:
        """A tag, or its mention of an annotation, and all below it. Without a parent it keeps the one that it has."""
        old = self._draft.resolve(tag)
        new = self._draft.add(old)
        twins[tag] = new.reference
        new["Pg"] = twins[old["Pg"]]
        if "Obj" in old:
            new["Obj"] = twins[old["Obj"]]
            return bytes(new.reference)
        new["P"] = parent or old["P"]
        new["K"] = pydyf.Array(
            [self._copy_tag(kid, new.reference, twins) if isinstance(kid, bytes) else kid for kid in old["K"]]
        )
        _rename_headers(new, number(new["Pg"]))
        return bytes(new.reference)

    def _enter(self, owner: Any) -> int:
        """Enters the owner or owners of something under the next key."""
        key = self._parents[-2] + 1
        self._parents.extend([key, owner])
        return int(key)


def _rename_headers(tag: Any, page: int) -> None:
    """Gives a header cell a name that nothing else has, and makes the cells that it heads use that name."""
    if "ID" in tag:
        tag["ID"] = pydyf.String(f"{tag['ID'].string}-{page}")
    if "Headers" in tag.get("A", ()):
        names = [pydyf.String(f"{name.string}-{page}") for name in tag["A"]["Headers"]]
        tag["A"] = pydyf.Dictionary({**tag["A"], "Headers": pydyf.Array(names)})
