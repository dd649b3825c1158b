"""The planner promises: dates for every week, a calendar that others can read, and nothing that leaves the window."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.site.browser import Browser, Open, opening

FILL = """(() => { const f = document.querySelector('[data-s-planner]');
 f.elements.eerste.value = '%s'; f.elements.laatste.value = '%s';
 f.dispatchEvent(new Event('input', {bubbles: true})); })()"""
ICS = """(async () => { let made; const old = URL.createObjectURL;
 URL.createObjectURL = (blob) => { made = blob; return old.call(URL, new Blob(['x'])); };
 HTMLAnchorElement.prototype.click = function () { window.named = this.download; };
 document.querySelector('[data-s-agenda]').click(); return await made.text(); })()"""


@pytest.fixture
def show(browser: Browser, site: Path) -> Iterator[Open]:
    """Opens the planner; it must end without errors and requests elsewhere."""
    with opening(browser, site) as open_page:
        yield partial(open_page, "handleiding/planner.html")


def test_without_script_the_weeks_are_a_plain_list(show: Open, site: Path) -> None:
    page = (site / "handleiding" / "planner.html").read_text()
    assert "data-s-planner hidden" in page.replace('data-s-planner=""', "data-s-planner").replace('hidden=""', "hidden")
    assert "dag 2" in page and "avondblad.html" in page
    assert show(script=False).run("1") == 1


def test_a_first_day_gives_dates(show: Open) -> None:
    page = show()
    assert not page.run("document.querySelector('[data-s-planner]').hidden")
    page.run(FILL % ("2026-11-30", ""))
    said = page.run("document.querySelector('.m-weken').textContent")
    assert "ma 30 november tot en met zo 27 december" in said
    assert "uiterlijk di 1 december" in said


def test_the_calendar_is_a_file_that_others_can_read(show: Open) -> None:
    page = show()
    page.run(FILL % ("2026-11-30", ""))
    made = page.run(ICS)
    assert page.run("window.named") == "planning.ics"
    assert made.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") and made.endswith("END:VCALENDAR\r\n")
    assert made.count("BEGIN:VEVENT") == made.count("END:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261228\r\n" in made
    assert "DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261202\r\n" in made
    assert all(len(line.encode()) <= 75 for line in made.split("\r\n"))


def test_a_last_day_before_the_first_is_said_and_gives_nothing(show: Open) -> None:
    page = show()
    page.run(FILL % ("2026-11-30", "2026-11-01"))
    assert "voor de eerste" in page.run("document.querySelector('[data-s-planner] [role=status]').textContent")
    assert page.run("document.querySelector('[data-s-agenda]').disabled")
    assert "november" not in page.run("document.querySelector('.m-weken').textContent")


def test_nothing_is_kept(show: Open) -> None:
    page = show()
    before = page.run("[location.href, JSON.stringify(localStorage), document.cookie].join()")
    page.run(FILL % ("2026-11-30", "2027-01-20"))
    assert page.run("[location.href, JSON.stringify(localStorage), document.cookie].join()") == before
    assert page.run("sessionStorage.length") == 0
