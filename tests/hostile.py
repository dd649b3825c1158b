"""Hostile text in every field of a methodology that takes text, found by asking the models themselves.

Every scalar in every content file is tried: where its kind accepts a text with an attack in it, the attack stays. What
a field refuses (a name, a date, a word from a list) can carry nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.model.kinds import kind_at
from generator.records import Invalid, Typed
from generator.sources import SourceFile, parse

ATTACKS = (
    "</title></textarea></style></script><script>alert(1)</script>",
    "\"'><img src=x onerror=alert(2)><svg onload=alert(3)>",
    "[a](javascript:alert(4)){: onclick=alert(5) }",
    "{{ 7*7 }}{% raw %}{# x #}${7*7}#{7*7}<%= 7*7 %>",
    "![x](http://kwaad.invalid/x.png) <http://kwaad.invalid>",
    "--8<-- 'pyproject.toml' *[HTML]: x [TOC] !!! note",
    '=HYPERLINK("http://kwaad.invalid","x")',
    "<!-- x --> ]]> <![CDATA[ &lt;b&gt; &#106;avascript:",
    "\\ ` `` ``` ~~~ ### *** ___ --- | a | b |",
    "onfocus=alert(6) autofocus tabindex=1 style=position:fixed",
    "<base href=http://kwaad.invalid/><meta http-equiv=refresh content=0;url=http://kwaad.invalid>",
    "<iframe srcdoc='<script>alert(7)</script>'></iframe><object data=x></object>",
)
"""Each is text, and must be seen as the same text wherever it comes out."""
LONG = "w" * 260
"""A word that is wider than any page."""


def planted(files: dict[str, str], start: int = 0) -> tuple[dict[str, str], int]:
    """Return files with an attack in every text, and how many texts that are; `start` turns the attacks round.

    A YAML file comes back as JSON, which is YAML too. The text below the front matter of a chapter gets them as well.
    """
    takes: dict[tuple[str, tuple[str, ...]], bool] = {}
    found, number = {}, start
    for path, text in sorted(files.items()):
        kind = kind_at(path.removeprefix("content/"))
        document = parse(SourceFile(path, text.encode()))
        data: Any = json.loads(json.dumps(document.data))
        if kind is None or kind.name in ("dekking", "vastlegging", "toetsing"):
            found[path] = text
            continue
        for where in list(_texts(data)):
            pattern = (kind.name, tuple("*" if isinstance(step, int) else step for step in where))
            if where[-1] in ("id", "naar") or takes.get(pattern) is False:
                continue
            number += 1
            attack = ATTACKS[number % len(ATTACKS)]
            old = _put(data, where, attack)
            if takes.get(pattern) and old and number % 3:
                _put(data, where, f"{attack} {old}"[:290])
            if pattern not in takes or number % 3:
                takes[pattern] = _valid(kind.cls, data)
                if not takes[pattern]:
                    _put(data, where, old)
                    number -= 1
        found[path] = json.dumps(data, ensure_ascii=False, indent=1)
        if kind.suffix == ".md":
            found[path] = f"---\n{found[path]}\n---\n" + "\n\n".join((document.body, *ATTACKS, LONG)) + "\n"
    return found, number - start


def _texts(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every text in some data."""
    if isinstance(value, str):
        yield path
    for step, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _texts(part, (*path, step))


def _put(data: Any, path: tuple[Any, ...], text: str) -> str:
    for step in path[:-1]:
        data = data[step]
    old, data[path[-1]] = data[path[-1]], text
    return str(old)


def _valid(cls: type[Typed], data: Any) -> bool:
    try:
        cls.read(data)
    except Invalid:
        return False
    return True
