"""Where results lead, said short: without what the search can tell from the lines around it (`rang.js` undoes it)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.artifacts.site.search_packing import words


def short_places(places: Sequence[tuple[str, str, str]], titles: Sequence[str]) -> list[str]:
    """Return where each entry (path, anchor, code) is, without what the search can tell from the lines around it.

    A page is its path without its ending, and without its folder where that is the folder of the page above. A part is
    `#` with its anchor, or `#` alone where the anchor is made of its code, or of its title when it has none.
    """
    short, folder = [], ""
    for (path, anchor, code), title in zip(places, titles, strict=True):
        if anchor:
            short.append("#" if anchor == (code.lower() or "-".join(words(title))) else f"#{anchor}")
            continue
        here, _, name = path.removesuffix(".md").rpartition("/")
        short.append(name if here == folder else f"{here}/{name}")
        folder = here
    return short


def short_heads(places: Iterable[tuple[str, str]]) -> str:
    """Return headings (text, anchor) with a bar between them; the anchor goes before its text only if it differs."""
    return "|".join(text if anchor == "-".join(words(text)) else f"{anchor}={text}" for text, anchor in places)


def short_file(path: str, file: tuple[str, str] | None) -> str:
    """Return the file to print of a page (its path, how much paper) with a slash for the path of the page itself."""
    if file is None:
        return ""
    name, paper = file
    own = path.removesuffix(".md") + "/"
    return f"{'/' + name.removeprefix(own) if name.startswith(own) else name}|{paper}"
