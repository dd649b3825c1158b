"""A page as it is written: its tags, its anchors and its words."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path


class Markup(HTMLParser):
    """Collects what is asked of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.title = ""
        self._inside: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag."""
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id" and value]
        self._inside.append(tag)

    def handle_data(self, data: str) -> None:
        """Keep the words, and the title apart."""
        if self._inside and self._inside[-1] == "title" and not self.title:
            self.title = data
        self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of every such tag."""
        return [attrs for name, attrs in self.tags if name == tag]


def markup_of(site: Path) -> dict[str, Markup]:
    """Return every page of a site by its path, but not the one for a wrong address, whose links have no place."""
    found = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    return {name: Markup(path.read_text()) for name, path in found.items() if name != "404.html"}
