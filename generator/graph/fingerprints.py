"""The fingerprint of what was read: a frozen definition, so that a sign-off stays meaningful for years.

Definition 1. It looks at the text that an author wrote, never at our classes, so that a new field or a new
version of this program changes no fingerprint.

1. Text: Unicode NFC; paragraphs are what empty lines separate; inside a paragraph any white space is one space. In
   the Markdown of a chapter lines stay lines, without white space at their end, and several empty lines are one.
2. A mapping loses what is empty. A list of one thing equals that thing. Order of keys does not matter, order in a
   list does.
3. A thing: `{"formaat":"1","gegevens":…,"sleutel":"kind/id","tekst":…}` with everything written in it, its parts and
   its links included; `tekst` only where it has Markdown.
4. A link: `{"formaat":"1","grond":…,"koppeling":"kind/id field kind/id","naar":…,"van":…}`. `grond` is the link's own
   `bron` or `afgeleid`; `van` and `naar` are the SHA-256 of the two things as in 3, but without links (a mapping with a
   key `naar` is one).
5. As JSON with sorted keys, no spaces and no escapes beyond what JSON asks, in UTF-8. The fingerprint is `1:` and
   the SHA-256 of that in hexadecimal.

Never change this: add a definition 2 beside it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from generator.graph.methodiek import Edge
from generator.graph.nodes import Node

DEFINITION = "1"


def link_key(edge: Edge) -> str:
    """Return the stable name of a link, which says nothing about its ground."""
    return f"{edge.van.key} {edge.field.name} {edge.naar.key}"


@lru_cache(maxsize=4096)
def canonical(what: Node | Edge) -> str:
    """Return the text of which the fingerprint is taken."""
    if isinstance(what, Node):
        return _thing(what, links=True)
    ground = _plain({"bron": what.koppeling.bron, "afgeleid": what.koppeling.afgeleid}, True)
    ends = {"van": _digest(bare(what.van)), "naar": _digest(bare(what.naar))}
    return _json({"formaat": DEFINITION, "koppeling": link_key(what), "grond": ground, **ends})


@lru_cache(maxsize=4096)
def fingerprint(what: Node | Edge) -> str:
    """Return the fingerprint of a thing or of a link."""
    return f"{DEFINITION}:{_digest(canonical(what))}"


@lru_cache(maxsize=4096)
def bare(node: Node) -> str:
    """Return the text of a thing without its links, as the fingerprint of a link sees its ends."""
    return _thing(node, links=False)


def _digest(text: str) -> str:
    from hashlib import sha256  # here, because a check without sign-offs takes no fingerprint

    return sha256(text.encode()).hexdigest()


def _thing(node: Node, *, links: bool) -> str:
    data: object = node.document.data
    for step in node.path:
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) else data
        elif isinstance(data, Mapping):
            data = data[step]
    thing: dict[str, object] = {"formaat": DEFINITION, "sleutel": node.key, "gegevens": _plain(data, links)}
    if node.document.body.strip() and node.parent is None:
        thing["tekst"] = _markdown(node.document.body)
    return _json(thing)


def _plain(value: object, links: bool) -> object:
    """Return data in its one form; None where nothing is left of it."""
    if isinstance(value, str):
        return text(value) or None
    if isinstance(value, Mapping):
        if not links and "naar" in value:
            return None
        found = {str(key): plain for key, one in value.items() if (plain := _plain(one, links)) is not None}
        return found or None
    if isinstance(value, list | tuple):
        items = [plain for one in value if (plain := _plain(one, links)) is not None]
        return (items[0] if len(items) == 1 else items) or None
    return value


def text(value: str) -> str:
    """Return running text in its one form."""
    paragraphs = re.split(r"\n[^\S\n]*\n", unicodedata.normalize("NFC", value))
    return "\n\n".join(words for one in paragraphs if (words := " ".join(one.split())))


def _markdown(body: str) -> str:
    lines = "\n".join(line.rstrip() for line in unicodedata.normalize("NFC", body).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
