"""The tag tree: running headers and footers are furniture, not text to be read out on every page."""

from __future__ import annotations

from typing import Any

import pydyf

from ..job import Unprintable
from .objects import dictionaries, number, resolve


def finish_tags(pdf: Any) -> None:
    """Turns all marked content that hangs outside the tree into artifacts.

    WeasyPrint tags margin boxes but leaves their tags loose. Raises Unprintable for content that works for a mouse or
    an eye but that no screen reader can reach: links and fields in a margin, and whatever is drawn half transparent.
    """
    root = resolve(pdf, pdf.catalog["StructTreeRoot"])
    living = _living(pdf, root)
    # The parent tree is a flat list of key, value: first a list for each page, then one tag for each annotation.
    values = resolve(pdf, root["ParentTree"])["Nums"][1::2]
    pages = [resolve(pdf, reference) for reference in pdf.page_references]
    if any(number(value) not in living for value in values[len(pages) :]):
        raise Unprintable(["Een kop- of voettekst bevat een koppeling of invulveld; dat is daar niet te bereiken."])
    for page, owners in zip(pages, values, strict=False):
        operators = resolve(pdf, page["Contents"]).stream
        places = _places(operators)
        if len(places) < len(owners):
            raise Unprintable(
                ["Iets met “opacity” bevat tekst of beeld; dat is dan niet te lezen voor een schermlezer."]
            )
        for content, owner in enumerate(owners):
            if number(owner) not in living:
                owners[content] = "null"
                operators[places[content]] = "/Artifact"
                operators[places[content] + 1] = pydyf.Dictionary({"Type": "/Pagination"})
    for tag in dictionaries(pdf, "Type", "/StructElem"):
        if tag.number not in living:
            tag.clear()


def _living(pdf: Any, root: Any) -> set[int]:
    """The numbers of all objects that the tree reaches."""
    living: set[int] = set()
    waiting = [root.number]
    while waiting:
        current = waiting.pop()
        if current not in living:
            living.add(current)
            item = pdf.objects[current]
            if isinstance(item, dict):
                waiting += [number(kid) for kid in item.get("K") or () if isinstance(kid, bytes)]
    return living


def _places(operators: list[Any]) -> dict[int, int]:
    """Where each numbered piece of content begins in the content of a page: `/Tag`, `<</MCID n>>` and `BDC`.

    What is drawn half transparent is missing: WeasyPrint puts that in a stream of its own.
    """
    return {
        operators[place - 1]["MCID"]: place - 2
        for place, operator in enumerate(operators)
        if operator == b"BDC" and isinstance(operators[place - 1], dict) and "MCID" in operators[place - 1]
    }
