"""Screens and routes in a real browser, from a folder: arrows turn the screens, ticks stay here and can be wiped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SMALL, files_of
from tests.site.browser import Browser, Open, Page, opening
from tests.site.rendered import rendered
from tests.test_training import FILES

ROUTE = """\
id: slaper
titel: Nieuwe slaper
volgorde: 1
code: IN-09
kern: Zo begin je.
voor_wie: De slaper
wanneer: Vanavond
leestijd: 2
onthoud: Slapen mag.
stappen:
  - {id: slaper-lezen, soort: lezen, titel: Lees dit, minuten: 2, tekst: Lees het boekje.}
  - {id: slaper-doen, soort: proberen, titel: Ga liggen, minuten: 5, tekst: Leg je neer.}
zelfcheck:
  - {vraag: Slaap je?, opties: [ja, nee], sleutel: {goed: 1, uitleg: Dat is hier geheim.}}
  - {vraag: Slaap je nu?, opties: [ja, nee], sleutel: {goed: 2, uitleg: Je leest nog.}}
  - {vraag: Droom je?, opties: [ja, nee], sleutel: {goed: 1, uitleg: Dat hoort erbij.}}
  - {vraag: Ben je moe?, opties: [ja, nee], sleutel: {goed: 2, uitleg: Niet meer.}}
voldoende: 3
bron: eigen-uitwerking
"""
SCREENS = "training/draaiboeken/slaapavond-avond-dias.html"
SHEET = "content/toolkit/middelen/avondblad.yml"
FIRST = '{versie: "1.0", datum: 2026-11-21, wat: Eerste versie., waarom: De cursus begon.}'
SECOND = '{versie: "1.1", datum: 2027-03-04, wat: De vraag is korter., waarom: Niemand las hem uit.}'


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small methodology with a session plan and a route, rendered without printing."""
    files = {**files_of(SMALL), **FILES, "content/inwerken/slaper.yml": ROUTE}
    assert FIRST in files[SHEET]
    files[SHEET] = files[SHEET].replace(FIRST, f"{SECOND}\n  - {FIRST}")
    return rendered(tmp_path_factory.mktemp("training"), SMALL, files)


@pytest.fixture
def show(browser: Browser, trained: Path) -> Iterator[Open]:
    """Opens pages; each must end without errors, dialogs and requests elsewhere."""
    with opening(browser, trained) as open_page:
        yield open_page


def counter(page: Page) -> str:
    return str(page.run("document.querySelector('.m-toon__balk span').textContent"))


def heading(page: Page) -> str:
    return str(page.run("document.querySelector('.m-toon__dia h3').textContent"))


def test_arrows_turn_the_screens_and_escape_leaves(show: Open) -> None:
    page = show(SCREENS)
    page.run("document.querySelector('[data-s-toon]').click()")
    many = page.run("document.querySelectorAll('.m-dias > li').length")
    assert many > 4 and counter(page) == f"1 van {many}"
    page.press("ArrowLeft")
    assert counter(page) == f"1 van {many}"
    for _ in range(2):
        page.press("ArrowRight")
    assert counter(page) == f"3 van {many}"
    page.press("End")
    page.press("ArrowRight")
    assert counter(page) == f"{many} van {many}"
    page.press("Home")
    assert heading(page) == "De avond"
    page.press("Escape")
    if page.run("document.querySelector('.m-toon').open"):
        page.press("Escape")
    assert page.run("document.querySelector('.m-toon').open") is False


def test_one_case_stands_on_one_screen(show: Open) -> None:
    page = show(SCREENS)
    cases = page.run("[...document.querySelectorAll('.m-dia--casus')].map((one) => one.querySelectorAll('h3').length)")
    assert cases == [1]
    page.run("document.querySelector('.m-dia--casus > button').click()")
    assert heading(page) == "Een late film"
    assert "elf uur" in page.run("document.querySelector('.m-toon__dia').textContent")


def test_a_screen_fits_without_scrolling(show: Open) -> None:
    for width, height in ((1280, 720), (1024, 768)):
        page = show(SCREENS, width=width, height=height)
        page.run("document.querySelector('[data-s-toon]').click()")
        for _ in range(page.run("document.querySelectorAll('.m-dias > li').length")):
            part = "document.querySelector('.m-toon__dia')"
            assert page.run(f"{part}.scrollHeight <= {part}.clientHeight + 1"), heading(page)
            page.press("ArrowRight")


def test_without_script_screens_and_routes_are_lists(show: Open) -> None:
    page = show(SCREENS, script=False)
    assert page.run("document.querySelectorAll('.m-dias > li h3').length") > 4
    assert page.run("document.querySelector('dialog')") is None
    page = show("training/inwerken/slaper.html", script=False)
    assert page.run("document.querySelectorAll('.m-stappen > li').length") == 2
    assert page.run("document.querySelectorAll('.m-stappen input').length") == 0


def test_ticks_stay_in_this_browser_and_can_be_wiped(show: Open) -> None:
    page = show("training/inwerken/slaper.html")
    page.run("document.querySelector('.m-stappen input').click()")
    assert page.run("document.querySelector('.m-vinkbalk [role=status]').textContent").startswith("1 van de 2")
    page = show("training/inwerken/slaper.html")
    assert page.run("document.querySelector('.m-stappen input').checked") is True
    page.run("document.querySelector('.m-vinkbalk button').click()")
    assert page.run("Object.keys(localStorage).filter((key) => key.includes('stappen')).length") == 0
    page = show("training/inwerken/slaper.html")
    assert page.run("document.querySelector('.m-stappen input').checked") is False


def test_answers_are_on_no_page(trained: Path) -> None:
    for path in [*trained.rglob("*.html"), *(trained / "search").glob("*")]:
        text = path.read_text()
        assert "hier geheim" not in text and "nog te doen" not in text, path


def test_t7_only_what_changed_since_a_day_is_left(show: Open) -> None:
    page = show("verantwoording/wijzigingen.html")
    shown = (
        "[...document.querySelectorAll('.m-historie > li')].filter((one) => !one.hidden).map((one) => one.innerText)"
    )
    said = "document.querySelector('[data-s-sinds] [role=status]').textContent"
    assert len(page.run(shown)) == 3
    page.run("(() => { const f = document.querySelector('[data-s-sinds] input'); f.focus(); f.value = '2027-01-01';"
             " f.dispatchEvent(new Event('input', {bubbles: true})); })()")  # fmt: skip
    (left,) = page.run(shown)
    for words in ("04-03-2027", "De vraag is korter.", "Niemand las hem uit.", "M-01", "versie 1.1"):
        assert words in left
    assert page.run(said) == "1 wijziging sinds 01-01-2027."
    assert page.run("location.hash") == "#sinds-2027-01-01"
    page.run("document.querySelector('[data-s-sinds] button').click()")
    page.wait(f"{said}.startsWith('Alles')")
    assert len(page.run(shown)) == 3
    page = show("verantwoording/wijzigingen.html", script=False)
    assert page.run("document.querySelectorAll('.m-historie > li').length") == 3
    assert page.run("getComputedStyle(document.querySelector('[data-s-sinds]')).display") == "none"
