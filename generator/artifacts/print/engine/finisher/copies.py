"""Sheets for a whole group: laid out and drawn once, written as often as they are wanted.

Copies share all that takes time or room: what is drawn, fonts, pictures. A page, its links and its tags can't be
shared, because each of them knows where it belongs.
"""

from __future__ import annotations

from collections import defaultdict
from copy import copy
from typing import Any

import pydyf

from ..choosing import Stretches
from .objects import number, resolve


def repeated(pdf: Any, stretches: Stretches) -> Any:
    """A PDF with every stretch of pages as often as asked, the tags in the order of the pages; leaves `pdf` as it was.

    Only the streams are the same objects: nothing in them depends on the pages around.
    """
    twin = copy(pdf)
    twin.objects = [copy(item) for item in pdf.objects]
    twin.pages, twin.catalog = (twin.objects[item.number] for item in (pdf.pages, pdf.catalog))
    twin.info = copy(pdf.info)
    if stretches:
        _repeat(twin, stretches)
    return twin


def _repeat(pdf: Any, stretches: Stretches) -> None:
    """Repeats pages in place; replaces lists and never adds to them, because they may belong to another twin too."""
    root = resolve(pdf, pdf.catalog["StructTreeRoot"])
    document = resolve(pdf, root["K"][0])
    # WeasyPrint starts the tags of every page anew, right under the document.
    tags: dict[bytes, list[bytes]] = defaultdict(list)
    for tag in document["K"]:
        tags[resolve(pdf, tag)["Pg"]].append(tag)
    parents = resolve(pdf, root["ParentTree"])
    parents["Nums"] = pydyf.Array(parents["Nums"])
    copier = _Copier(pdf, parents["Nums"])
    references = pdf.page_references
    written: list[tuple[bytes, list[bytes]]] = []
    used: set[int] = set()
    for pages, times in stretches:
        for place in pages * times:
            page = references[place]
            written.append(copier.copy(page, tags[page]) if place in used else (page, tags[page]))
            used.add(place)
    pdf.pages["Kids"] = pydyf.Array([part for page, _ in written for part in (number(page), 0, "R")])
    pdf.pages["Count"] = len(written)
    document["K"] = pydyf.Array([tag for _, own in written for tag in own])


class _Copier:
    """Makes copies of pages, and enters them in the parent tree: a flat list of key, value in the order of the keys."""

    def __init__(self, pdf: Any, parents: Any) -> None:
        self._pdf = pdf
        self._parents = parents
        self._by_key = dict(zip(parents[::2], parents[1::2], strict=True))

    def copy(self, page: bytes, tags: list[bytes]) -> tuple[bytes, list[bytes]]:
        """A page and the tags right under the document that are its own: the copies of both."""
        old = resolve(self._pdf, page)
        new = self._add(old)
        # What each object of the old page is on the new one; what draws nothing has no tag on either.
        twins = {page: new.reference, "null": "null"}
        notes = [resolve(self._pdf, note) for note in old.get("Annots", ())]
        for note in notes:
            twins[note.reference] = self._add(note).reference
        copied = [self._copy_tag(tag, None, twins) for tag in tags]
        owners = self._by_key[old["StructParents"]]
        new["StructParents"] = self._enter(pydyf.Array([twins[owner] for owner in owners]))
        for note in notes:
            owner = self._by_key[note["StructParent"]]
            resolve(self._pdf, twins[note.reference])["StructParent"] = self._enter(twins[owner])
        if notes:
            new["Annots"] = pydyf.Array([twins[note.reference] for note in notes])
        return new.reference, copied

    def _copy_tag(self, tag: bytes, parent: bytes | None, twins: dict[Any, Any]) -> bytes:
        """A tag, or its mention of an annotation, and all below it. Without a parent it keeps the one that it has."""
        old = resolve(self._pdf, tag)
        new = self._add(old)
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

    def _add(self, old: Any) -> Any:
        """A dictionary like another one, as an object of its own."""
        new = pydyf.Dictionary(old)
        self._pdf.add_object(new)
        return new

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
