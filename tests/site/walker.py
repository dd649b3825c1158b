"""Somebody with a mouse and a keyboard: opens the start page from a folder, reads what shows, and counts the clicks."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

from tests.site.browser import PATIENCE, Browser

FIND = """(() => {
  const words = (one) => one.textContent.replace(/[\\s¶]+/g, ' ').trim();
  const seen = [...document.querySelectorAll('a, button, summary')].filter((one) =>
    one.checkVisibility({visibilityProperty: true}) && one.getClientRects().length
    && !one.closest('[inert]') && words(one).startsWith(%s)
    && (!%s || document.querySelector(%s || 'html').compareDocumentPosition(one) & 4));
  const one = seen.find((each) => words(each) === %s) || seen[0];
  if (!one) return null;
  one.scrollIntoView({block: 'center', behavior: 'instant'});
  const r = one.getClientRects()[0];
  return [r.x + r.width / 2, r.y + r.height / 2];
})()"""
READ = "document.querySelector('main').innerText.replace(/\\s+/g, ' ')"
HITS = """[...document.querySelectorAll('.md-search-result__list > li')].filter((one) => one.querySelector('a'))
 .map((one) => one.querySelector('a').href)"""


class Walker:
    """A visit that starts at the front page. `clicks` counts every press of the mouse."""

    def __init__(self, browser: Browser, site: Path) -> None:
        self.page = browser.open(site / "index.html")
        self.clicks = 0

    def click(self, words: str, *, below: str = "") -> None:
        """Press the link, button or fold with these words, or else the first that starts with them, below a heading."""
        said, place = json.dumps(words), json.dumps(below)
        spot = self.page.wait(FIND % (said, place, place, said))
        before = self.page.run("[location.href, document.querySelectorAll('details[open]').length]")
        for kind in ("mousePressed", "mouseReleased"):
            self.page.call("Input.dispatchMouseEvent", type=kind, x=spot[0], y=spot[1], button="left", clickCount=1)
        self.clicks += 1
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                now = self.page.run("[location.href, document.querySelectorAll('details[open]').length]")
                if now != before and self.page.run("document.readyState") == "complete":
                    return
            except (AssertionError, RuntimeError):
                pass  # The page is on its way to the next.
            time.sleep(0.05)
        raise TimeoutError(words)

    def search(self, words: str) -> list[str]:
        """Type in the search field; return where the hits lead to, best first."""
        self.page.run("document.querySelector('.md-search__input').focus()")
        self.page.type(words)
        return list(self.page.wait(f"(() => {{ const found = {HITS}; return found.length ? found : null; }})()"))

    def follow(self, address: str) -> None:
        """Press the hit that leads to this address."""
        hits = "[...document.querySelectorAll('.md-search-result__list a')]"
        found = f"{hits}.find((one) => one.href === {json.dumps(address)})"
        words = self.page.run(found + ".textContent.replace(/[\\s¶]+/g, ' ').trim()")
        self.click(words)

    def text(self) -> str:
        """Return what the page shows, on one line."""
        return str(self.page.run(READ))

    def table(self, first: str) -> list[list[str]]:
        """Return the rows of the table whose first head is this, without its heads."""
        script = """[...document.querySelectorAll('main table')].filter((one) =>
          one.querySelector('th').innerText.trim() === %s).map((one) => [...one.querySelectorAll('tbody tr')]
          .map((row) => [...row.children].map((cell) => cell.innerText.replace(/\\s+/g, ' ').trim())))[0]"""
        return list(self.page.run(script % json.dumps(first)) or [])

    def leave(self) -> None:
        """Close the page; nothing may have gone wrong on it, and nothing may have been asked elsewhere."""
        assert self.page.trouble() == []
        self.page.close()


Visit = Callable[[], Walker]
"""Starts a visit."""
