"""Links that a screen reader finds once, and announces by their own words."""

from __future__ import annotations

from typing import Any

import pydyf


def keep_whole_links(document: Any) -> None:
    """Drops the links of elements inside a link: the link itself covers them, and only there the tags are right."""
    for page in document.pages:
        page.links = [link for link in page.links if link[3].element_tag == "a"]


def describe_links(document: Any) -> None:
    """Describes every link by its title or its text, where WeasyPrint writes the bare address."""
    for page in document.pages:
        for _, _, _, box in page.links:
            annotation = getattr(box, "link_annotation", None)
            if annotation is not None and (words := _words(box.element)):
                annotation["Contents"] = pydyf.String(words)


def _words(element: Any) -> str:
    """What a link says: its title, else its text, else what its pictures show."""
    if element is None:
        return ""
    spoken = element.get("title") or "".join(element.itertext())
    spoken = spoken if spoken.strip() else " ".join(image.get("alt", "") for image in element.iter("img"))
    return " ".join(spoken.split())
