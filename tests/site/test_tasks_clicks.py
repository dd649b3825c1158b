"""What each user came for, walked from the start page in a browser, from a folder, with every click counted.

A path is the words of what is clicked, as they stand on the screen. Its last word may be a PDF: that is a click too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from tests.site.browser import Browser, Page
from tests.site.markup import Markup

PHONE, DESK = 360, 1280
START = "index.html"
CHAIN = "Onderzocht of er mensenhandel speelt"
BRIL, VLAG = "Voorbereiding en terugkomst bij De bril op", "Oefenen en terugkomen bij het Vlaggensysteem"
CLICK = """(() => {
  const words = (one) => one.textContent.replace("¶", "").trim().replace(/\\s+/g, " ");
  const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 0;
  const all = [...document.querySelectorAll("main :is(a, button, summary), header :is(a, button)")].filter(seen);
  const fits = [(one) => one === WORDS, (one) => one.startsWith(WORDS), (one) => one.endsWith(WORDS)];
  const link = fits.map((fit) => all.find((one) => fit(words(one)))).find(Boolean);
  if (!link) return null;
  const href = link.href || "";
  if (!href.endsWith(".pdf")) setTimeout(() => link.click());
  return href || "knop";
})()"""


@dataclass(frozen=True)
class Task:
    """A task: where it starts, what is clicked, how many clicks it may take, and what must be there at its end."""

    name: str
    path: tuple[str, ...]
    most: int
    there: tuple[str, ...]
    start: str = START
    width: int = DESK


TASKS = (
    Task("N1 eerste dienst", ("Dag 1",), 3, ("F-04", "F-05", "A-05", "M-05", "A-09")),
    Task("N2 zij begint te vertellen", ("Onthullingskaart",), 1, ("Luister",), "verantwoording/dekking.html", PHONE),
    Task("N2 vanaf een blad", ("Onthullingskaart",), 1, ("Luister",), "toolkit/wietwijs.html", PHONE),
    Task("N3 doorvragen", ("Onthullingskaart",), 3, ("wie", "waar")),
    Task("N4 wie tekent", ("Formulieren", "CoMensha toestemmingsformulier meisje"), 3, ("16",)),
    Task("N5 gesprek in week 3", ("Ik ben nieuw", "De weken"), 3, ("M-10", "M-14", "M-15", "M-16")),
    Task("N6 3G voor wie moeilijk leest", ("Toolkit", "5G", "Een gewoon moment (B)"), 3, ()),
    Task("N7 wat is de SIER", ("Naslag", "Begrippen"), 3, ("SIER",)),
    Task("N8 invaller", ("Inwerkroutes", "Route invaller in het weekend"), 3, ("Zelfcheck",)),
    Task("T1 bijeenkomst bij De bril op", ("Ik geef training", BRIL), 3, ("Deelnemersset",)),
    Task("T2 Vlaggensysteem oefenen", ("Ik geef training", VLAG), 3, ("Toestemming",)),
    Task("T3 kernelement en personeelsdossier", ("Trainingen", "De bril op"), 3, ("1.4", "personeelsdossier")),
    Task("T4 casus", ("Ik geef training", BRIL, "Dia's op het scherm"), 3, ("Pijltjes",)),
    Task("T5 opfris in anderhalf uur", ("Ik geef training", BRIL), 3, ("90",)),
    Task("T6 iemand raakt geraakt", ("Ik geef training", BRIL), 3, ("deelnemer geraakt is", "Zorg voor jezelf")),
    Task("T7 wat is er veranderd", ("Wat er veranderd is",), 3, ("veranderd",)),
    Task("T8 meten of mensen iets leerden", ("Ik geef training", BRIL, "Sleutel"), 3, ()),
    Task("P1 Grenzen 2 voor zeven, een makkelijke", ("Thema-avonden", "Grenzen 2", "Set voor 7, 1 eenvoudig"), 3, ()),
    Task("P2 dezelfde set zonder net", ("Thema-avonden", "Grenzen 2", "Set voor 7, 1 eenvoudig"), 3, (), START, PHONE),
    Task("P3 iets lichts", ("Liever iets lichts",), 3, ("Complimentenzon",)),
    Task("P4 startset", ("Startset nieuw meisje", "Alles in één keer"), 3, ()),
    Task("P5 mee naar huis", ("Toolkit", "Gebruiksaanwijzing"), 3, ("Op papier heet het",)),
    Task("P6 ingevulde bladen", ("Toolkit", "Grenzen 2"), 3, ("B1",)),
    Task("P7 is dit blad nog goed", ("Toolkit", "Grenzen 2"), 3, ("Versie", "gewijzigd op")),
    Task("P8 zakkaarten", ("Onthullingskaart, direct de PDF",), 1, ()),
    Task("R1 keten van 4d", ("Onderbouwing", CHAIN, "CoMensha ingeschakeld"), 3, ("Melding bij CoMensha",)),
    Task("R2 werkbladweergave", ("Ik beoordeel", "Werkblad voor de commissie"), 3, ("Samenvatting",)),
    Task("R3 kruistabel", ("Kruistabel",), 3, ("3.4",)),
    Task("R4 effectclaims", ("Ik beoordeel", "Uitspraken"), 3, ("intern",)),
    Task("R5 verschillen", ("Ik beoordeel", "Verschillen tussen bronnen"), 3, ("D",)),
    Task("R6 rechten", ("Ik beoordeel", "Rechten"), 3, ("ARIJ", "RIS", "SIER")),
    Task("R7 alles meenemen", ("Ik beoordeel", "Open data"), 3, ("LEESMIJ",)),
    Task("R8 waarom bestaat een blad", ("Toolkit", "Zelfbeeld"), 3, ("Rechten", "Bewaren", "Gebruik")),
)  # fmt: skip


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_a_task_takes_no_more_clicks_than_it_may(browser: Browser, real_site: Path, task: Task) -> None:
    page = browser.open(real_site / task.start, width=task.width, height=740)
    clicks, last = 0, ""
    for words in task.path:
        last = _click(page, words)
        clicks += 1
    assert clicks <= task.most
    if last.endswith(".pdf"):
        assert Path(last.removeprefix("file://")).exists()
    said = page.run("document.body.innerText.toLowerCase()")
    assert [one for one in task.there if one.lower() not in said] == []
    assert page.trouble() == []
    page.close()


def _click(page: Page, words: str) -> str:
    """Click what carries these words and wait for where it leads; return that place."""
    place = page.run(CLICK.replace("WORDS", json.dumps(words)))
    assert place, f"nothing that can be seen on {page.run('location.href')} says '{words}'"
    if not place.endswith(".pdf") and place != "knop":
        page.arrive(place)
    return str(place)


def test_the_card_is_one_tap_away_on_every_page(real_pages: dict[str, Markup]) -> None:
    for name, page in real_pages.items():
        links = [one for one in page.all("a") if "s-knop--snel" in str(one.get("class"))]
        leads = {normpath(join(dirname(name), str(one["href"]))) for one in links}
        assert "toolkit/onthullingskaart.html" in leads, name
