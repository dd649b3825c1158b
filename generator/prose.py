"""The small, safe Markdown of chapters: the only door to the Markdown library.

Raw HTML is text here, images and links to anywhere else do not exist, and a link names a thing of the methodology.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markupsafe import Markup

from generator.mentions import REFERENCE, SOURCE

Resolve = Callable[[str, str], str | None]
"""From (kind, slug) to where it stands, or None."""


@dataclass(frozen=True)
class Cited:
    """How a source is shown in running text: its words, where it stands, and whether it is our own elaboration."""

    words: str
    href: str = ""
    own: bool = False


Cite = Callable[[str], Cited]
"""From a place in a source to how it is shown."""


@dataclass(frozen=True)
class Stretch:
    """A piece of a chapter below one heading of the second level; the first may have no heading."""

    heading: str
    html: Markup


def stretches(body: str, resolve: Resolve, cite: Cite) -> tuple[Stretch, ...]:
    """Return a body as safe HTML, cut at its headings of the second level."""
    pieces = re.split(r"^## +(.+?) *#*$", "\n" + body, flags=re.MULTILINE)
    found = [Stretch("", to_html(pieces[0], resolve, cite))] if pieces[0].strip() else []
    for heading, text in zip(pieces[1::2], pieces[2::2], strict=True):
        found.append(Stretch(heading.strip(), to_html(text, resolve, cite)))
    return tuple(found)


def to_html(text: str, resolve: Resolve, cite: Cite) -> Markup:
    """Return Markdown as safe HTML; a cell with nothing but a code or a number is `m-kort`."""
    reader = Markdown(extensions=["tables", "sane_lists"], output_format="html")
    reader.preprocessors.deregister("html_block")
    for name in ("html", "autolink", "automail", "image_link", "image_reference", "short_image_ref"):
        reader.inlinePatterns.deregister(name)
    for name in ("reference", "short_reference", "link"):
        reader.inlinePatterns.deregister(name)
    reader.parser.blockprocessors.deregister("reference")
    reader.inlinePatterns.register(_Reference(REFERENCE.pattern, resolve), "verwijzing", 170)
    reader.inlinePatterns.register(_Source(SOURCE.pattern, cite), "bron", 169)
    html = re.sub(r"<th(?=[ >])", '<th scope="col"', reader.convert(text))
    return Markup(re.sub(r"<td>(?=[^\s<]{1,8}</td>)", '<td class="m-kort">', html))


class _Reference(InlineProcessor):
    def __init__(self, pattern: str, resolve: Resolve) -> None:
        super().__init__(pattern)
        self.resolve = resolve

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[object, int, int]:
        from xml.etree.ElementTree import Element

        target = self.resolve(m.group(2), m.group(3))
        element = Element("a" if target else "span")
        if target:
            element.set("href", target)
        element.text = m.group(1)
        return element, m.start(0), m.end(0)


class _Source(InlineProcessor):
    def __init__(self, pattern: str, cite: Cite) -> None:
        super().__init__(pattern)
        self.cite = cite

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[object, int, int]:
        from xml.etree.ElementTree import Element, SubElement

        cited = self.cite(m.group(1))
        element = Element("span", {"class": f"m-grond m-grond--{'afgeleid' if cited.own else 'bron'}"})
        name = SubElement(element, "b")
        name.text = "eigen" if cited.own else "bron"
        name.tail = " "
        inner = SubElement(element, "a", {"href": cited.href}) if cited.href else SubElement(element, "span")
        inner.text = cited.words
        return element, m.start(0), m.end(0)


__all__ = ["Cited", "Stretch", "stretches", "to_html"]
