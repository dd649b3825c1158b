"""What axe and a narrow window say about a page: light and dark, wide and narrow."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from tests.site.audit import TOOLS, Check, Fault
from tests.site.browser import Browser, Page

AXE = TOOLS / "axe-core/axe.min.js"
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""What can differ between light and dark, where all else is the same document."""
SMALL = {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]}
"""What can differ in a narrow window."""
NARROW, WIDE = 320, 1280
ASK = """axe.run(document, OPTIONS).then(({ violations }) => violations.map(
  (one) => [one.id, one.nodes.length, one.nodes[0].target.join(" "), one.nodes[0].failureSummary || ""]))"""


def seen_faults(browser: Browser, site: Path, names: Iterable[str]) -> Iterator[Fault]:
    """Yield what is wrong on these pages, opened from a folder."""
    axe = AXE.read_text()
    for name in names:
        page = browser.open(f"{site.resolve().as_uri()}/{quote(name)}", width=WIDE, height=900)
        page.run(f"{axe};0")
        yield from _look(page, name)
        page.close()


def _look(page: Page, name: str) -> Iterator[Fault]:
    yield from _axe(page, f"{name} (licht)", RULES)
    page.scheme(dark=True)
    yield from _axe(page, f"{name} (donker)", COLOURS)
    page.scheme(dark=False)
    page.size(NARROW, 640)
    if (over := page.run("document.documentElement.scrollWidth - innerWidth")) > 0:
        yield Fault(Check.WIDE, name, f"{over} px te breed")
    yield from _axe(page, f"{name} (smal)", SMALL)


def _axe(page: Page, where: str, only: dict[str, object]) -> Iterator[Fault]:
    options = {"runOnly": only, "resultTypes": ["violations"], "preload": False}
    for rule, count, place, why in page.run(ASK.replace("OPTIONS", json.dumps(options), 1)):
        yield Fault(Check.AXE, where, f"{rule} x{count} {place[:120]} {' '.join(why.split())[:160]}")
