"""What happens when a page is opened, and nothing more: what it asks for, what it complains of, which scripts run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tests.site.audit import Check, Fault
from tests.site.audit.serving import served
from tests.site.browser import Browser, Page

MODES = ("map", "server")
OURS = "audit.js"
"""How what the audit itself runs is called, among all scripts."""


@contextmanager
def home_of(site: Path, mode: str) -> Iterator[str]:
    """Give the address of a site, which ends with a slash: in a folder (`map`) or on a server here."""
    if mode == "map":
        yield f"{site.resolve().as_uri()}/"
        return
    with served(site) as home:
        yield home


def opened_faults(browser: Browser, site: Path, names: Iterable[str], mode: str) -> Iterator[Fault]:
    """Open pages one after the other in one window; yield what they did that may not be."""
    with home_of(site, mode) as home:
        page = browser.open("about:blank")
        page.call("Debugger.enable")
        for name in names:
            browser.events.clear()
            page.call("Page.navigate", url=home + quote(name))
            browser.wait_event("Page.loadEventFired", page.session)
            page.run(f"document.fonts.ready.then(() => 0)\n//# sourceURL={OURS}")
            yield from _heard(page, name, home)
        page.close()


def _heard(page: Page, name: str, home: str) -> Iterator[Fault]:
    for trouble in page.trouble(home):
        yield Fault(Check.ELSEWHERE if trouble.startswith("request") else Check.CONSOLE, name, trouble)
    for url in page.scripts():
        if url != OURS and not url.startswith(f"{home}assets/"):
            yield Fault(Check.SCRIPT, name, url or "een script zonder adres")
