"""Making text safe for the place where it goes: whatever a text field holds stays text."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>&#|~^=$!+:@-]")
_TITLE = str.maketrans({"<": "‹", ">": "›", '"': "”", "'": "’", "`": "’", "&": "en", "{": "(", "}": ")", "\\": "/"})


def markdown(text: object) -> str:
    """Return text for a line of Markdown, with every character that means something disarmed.

    Entities are used rather than backslashes: Markdown leaves them alone and every renderer shows
    them as the character.
    """
    return _MARKDOWN.sub(lambda match: f"&#{ord(match.group())};", " ".join(str(text).split()))


def title(text: object) -> str:
    """Return text for a page title in navigation and `<title>`, where themes do not escape.

    Brackets, quotes and ampersands become their typographic likeness; the heading on the page shows the text
    itself.
    """
    return " ".join(str(text).split()).translate(_TITLE)


def paragraphs(text: object) -> Markup:
    """Return text as HTML paragraphs; an empty line separates them."""
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", str(text)))
    return Markup("\n").join(Markup("<p>{}</p>").format(part) for part in parts if part)


def shortened(text: str, length: int = 90) -> str:
    """Return the first words of a text, with dots where it is cut."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(",;:.") + " …"


def html(text: object) -> Markup:
    """Return text escaped for HTML, on one line."""
    return escape(" ".join(str(text).split()))
