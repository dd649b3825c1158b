"""What a browser sees on a page: from a folder and from a server, light and dark, wide and narrow."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from tests.site.audit import TOOLS, Check, Fault
from tests.site.audit.serving import served
from tests.site.browser import Browser, Page

AXE = TOOLS / "axe-core/axe.min.js"
MODES = ("map", "server")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROW, WIDE = 320, 1280
ASK = """axe.run(document, OPTIONS).then(({ violations }) => violations.map(
  (one) => [one.id, one.nodes.length, one.nodes[0].target.join(" "), one.nodes[0].failureSummary || ""]))"""


def seen_faults(
    browser: Browser, site: Path, names: Iterable[str], mode: str, *, opened_only: bool = False
) -> Iterator[Fault]:
    """Yield what is wrong on these pages in one mode: `map` (a folder) or `server`.

    With `opened_only` a page is opened and listened to, but not gone through with axe.
    """
    axe = "" if opened_only else AXE.read_text()
    if mode == "map":
        yield from _walk(browser, f"{site.resolve().as_uri()}/", names, axe)
        return
    with served(site) as home:
        yield from _walk(browser, home, names, axe)


def _walk(browser: Browser, home: str, names: Iterable[str], axe: str) -> Iterator[Fault]:
    for name in names:
        page = browser.open(home + quote(name), width=WIDE, height=900)
        if axe:
            yield from _look(page, name, axe)
        else:
            page.run("document.fonts.ready.then(() => 0)")
        for trouble in page.trouble(home):
            yield Fault(Check.ELSEWHERE if trouble.startswith("request") else Check.CONSOLE, name, trouble)
        page.close()


def _look(page: Page, name: str, axe: str) -> Iterator[Fault]:
    page.run(f"{axe};0")
    for dark in (False, True):
        page.scheme(dark=dark)
        yield from _axe(page, f"{name} ({'donker' if dark else 'licht'})", {"type": "tag", "values": TAGS})
    page.scheme(dark=False)
    page.size(NARROW, 640)
    if (over := page.run("document.documentElement.scrollWidth - innerWidth")) > 0:
        yield Fault(Check.WIDE, name, f"{over} px te breed")
    yield from _axe(page, f"{name} (smal)", {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]})


def _axe(page: Page, where: str, only: dict[str, object]) -> Iterator[Fault]:
    options = {"runOnly": only, "resultTypes": ["violations"], "preload": False}
    for rule, count, place, why in page.run(ASK.replace("OPTIONS", json.dumps(options), 1)):
        yield Fault(Check.AXE, where, f"{rule} x{count} {place[:120]} {' '.join(why.split())[:160]}")
