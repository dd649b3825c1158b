"""Comparing two pieces of plain data by meaning: which values differ, at which place."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from generator.graph.fingerprints import text

NAMES = (("id",), ("op", "rol"), ("bij",), ("term",), ("naam",))
"""What tells the parts of a list apart, the first that they all have and that differs between them."""


@dataclass(frozen=True)
class Difference:
    """A value that differs: its place, and what stood there. `order` when only the order of a list differs."""

    place: str
    old: str
    new: str
    order: bool = False


def compare(old: Any, new: Any, place: str = "") -> Iterator[Difference]:
    """Yield what differs between two values."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*old, *new)):
            yield from compare(old.get(key), new.get(key), f"{place}.{key}".lstrip("."))
    elif isinstance(old, list) and isinstance(new, list):
        yield from _lists(old, new, place)
    elif place.endswith("markdown") and isinstance(old, str) and isinstance(new, str):
        yield from _texts(old, new, place)
    elif _shown(old) != _shown(new):
        yield Difference(place, _shown(old), _shown(new))


def _lists(old: list[Any], new: list[Any], place: str) -> Iterator[Difference]:
    name = _name([*old, *new], old, new)
    if name is not None:
        olds, news = ({_named(one, name): one for one in many} for many in (old, new))
        for key in dict.fromkeys((*olds, *news)):
            yield from compare(olds.get(key), news.get(key), f"{place}.{key}")
        first, second = ([key for key in many if key in olds and key in news] for many in (olds, news))
        if first != second:
            yield Difference(place, ", ".join(first), ", ".join(second), order=True)
        return
    first, second = [_shown(one) for one in old], [_shown(one) for one in new]
    if first != second and sorted(first) == sorted(second):
        yield Difference(place, " / ".join(first), " / ".join(second), order=True)
        return
    for what, start, end, from_, to in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        pairs = min(end - start, to - from_) if what == "replace" else 0
        for index in range(pairs):
            yield from compare(old[start + index], new[from_ + index], f"{place}.{from_ + index + 1}")
        if what != "equal":
            for index in range(start + pairs, end):
                yield Difference(f"{place}.{index + 1}", first[index], "")
            for index in range(from_ + pairs, to):
                yield Difference(f"{place}.{index + 1}", "", second[index])


def _texts(old: str, new: str, place: str) -> Iterator[Difference]:
    """Compare running text by the paragraph, under the heading that it stands below."""
    first, second = (_paragraphs(one) for one in (old, new))
    words = [one for _, one in first], [one for _, one in second]
    for what, start, end, from_, to in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        for index in range(max(end - start, to - from_)):
            gone = first[start + index] if start + index < end else ("", "")
            came = second[from_ + index] if from_ + index < to else ("", "")
            heading = came[0] or gone[0]
            yield Difference(f"{place} ({heading})" if heading else place, gone[1], came[1])


def _paragraphs(body: str) -> list[tuple[str, str]]:
    found, heading = [], ""
    for block in text(body).split("\n\n"):
        if block.startswith("#"):
            heading = block.lstrip("#").strip()
        found.append((heading, block))
    return found


def _name(everything: Sequence[Any], *lists: list[Any]) -> tuple[str, ...] | None:
    """Return the fields that tell the items of both lists apart, or None when nothing does."""
    if not everything or not all(isinstance(one, Mapping) for one in everything):
        return None
    for name in NAMES:
        if all(all(isinstance(one.get(part), str) for part in name) for one in everything) and all(
            len({_named(one, name) for one in many}) == len(many) for many in lists
        ):
            return name
    return None


def _named(one: Mapping[str, Any], name: tuple[str, ...]) -> str:
    return " ".join(str(one[part]) for part in name)


def _shown(value: Any) -> str:
    """Return a value as people read it; equal meanings give equal words."""
    if value is None or value in ([], {}):
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, str):
        return text(value)
    return (
        json.dumps(_plain(value), ensure_ascii=False, sort_keys=True) if isinstance(value, list | dict) else str(value)
    )


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return text(value)
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value
