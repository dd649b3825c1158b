"""Where links lead, and what a page would fetch: read from the HTML itself, also where no browser follows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.site.audit import Check, Fault
from tests.site.markup import Markup

FETCHED = {
    "script": "src", "img": "src", "iframe": "src", "source": "src", "embed": "src", "link": "href", "object": "data",
    "form": "action",
}  # fmt: skip
"""The attribute by which a tag makes the browser ask for something."""
OUTSIDE = re.compile(r"""url\(\s*["']?(?:https?:)?//|fetch\(\s*["'](?:https?:)?//|@import\s+["'](?:https?:)?//""")


def link_faults(site: Path, pages: Mapping[str, Markup]) -> Iterator[Fault]:
    """Yield every link, file and anchor that is not there, and everything that comes from another place."""
    anchors = {name: set(page.ids) for name, page in pages.items()}
    for name, page in pages.items():
        for tag, attrs in page.tags:
            target = attrs.get("href") if tag in ("a", "area") else attrs.get(FETCHED.get(tag, ""))
            if not target:
                continue
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                if tag in FETCHED and parts.scheme != "data":
                    yield Fault(Check.ELSEWHERE, name, f"<{tag}> {target}")
                continue
            yield from _local(site, anchors, name, target)
    for path in [*site.rglob("*.css"), *site.rglob("*.js")]:
        if not path.name.startswith("bundle.") and OUTSIDE.search(path.read_text()):
            yield Fault(Check.ELSEWHERE, path.relative_to(site).as_posix(), "vraagt iets van een andere plek")


def _local(site: Path, anchors: Mapping[str, set[str]], name: str, target: str) -> Iterator[Fault]:
    parts = urlsplit(target)
    file = (site / name).parent / unquote(parts.path) if parts.path else site / name
    if not file.is_file():
        yield Fault(Check.LINK, name, f"-> {target}")
        return
    there = file.resolve().relative_to(site.resolve()).as_posix()
    anchor = unquote(parts.fragment)
    if anchor and there in anchors and anchor not in anchors[there]:
        yield Fault(Check.LINK, name, f"-> {target} (anker)")
