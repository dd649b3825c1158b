"""The tasks of a trainer and of who stands in, done as they do: from a folder, clicking, on a projector, on paper."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from generator.artifacts.print.engine import PrintFault, render_all
from generator.artifacts.print.library import print_library
from generator.artifacts.print.routes import training_pdfs
from generator.graph import Methodiek
from generator.model.casus import Casus
from generator.model.draaiboek import Draaiboek
from generator.model.inwerken import Inwerkroute
from tests.conftest import TOP, compiled, files_of
from tests.site.walker import Visit, Walker

FLAGS, GLASSES = "Oefenen en terugkomen bij het Vlaggensysteem", "Voorbereiding en terugkomst bij De bril op"
REFRESHER, CARE = "Opfris in anderhalf uur (90 minuten)", "Zorg voor jezelf en afsluiten"
SCREENS = "[...document.querySelectorAll('.m-dias > li')]"
SHOWN = "document.querySelector('.m-toon__dia').innerText.replace(/\\s+/g, ' ')"

Paper = Callable[[str], str]


@cache
def methodiek() -> Methodiek:
    return compiled(files_of(TOP)).methodiek  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """Prints a document for training and returns what is on it, one form feed after each page."""
    folder = tmp_path_factory.mktemp("papier")
    jobs = {pdf.path: pdf.job for pdf in training_pdfs(methodiek())}

    @cache
    def read(path: str) -> str:
        ((job, made),) = render_all([jobs[path]], print_library())
        assert not isinstance(made, PrintFault), made
        target = folder / job.name.replace("/", "-")
        target.write_bytes(made)
        done = subprocess.run(["pdftotext", "-raw", target, "-"], capture_output=True, text=True, check=True)
        return done.stdout

    return read


def flat(text: str) -> str:
    return " ".join(text.split())


def prints(walker: Walker, ending: str) -> list[str]:
    """Return the files to print on this page that end like this, as paths in the tree."""
    links = walker.page.run("[...document.querySelectorAll('main a[href$=\".pdf\"]')].map((one) => one.href)")
    found = [link[link.index("/training/") + 1 :] for link in links if "/training/" in link]
    return [link for link in found if link.endswith(ending)]


def plan_page(visit: Visit, title: str) -> Walker:
    walker = visit()
    walker.click("Ik geef training")
    walker.click(title)
    assert walker.clicks <= 2
    return walker


def times(walker: Walker, heading: str) -> list[list[str]]:
    """Return the rows of the time table below a heading."""
    script = (
        "(() => { let one = [...document.querySelectorAll('h2')].find((h) => h.textContent.startsWith(%r));"
        " do one = one.nextElementSibling; while (!one.querySelector('table'));"
        " return [...one.querySelectorAll('tbody tr')].map((row) => [...row.children].map((c) => c.innerText)); })()"
    )
    return list(walker.page.run(script % heading))


def adds_up(rows: list[list[str]], minutes: int) -> bool:
    """Tell whether each block begins where the one before it ends, up to the stated length."""
    now = 0
    for start, _, many, _ in rows:
        hours, rest = start.split(".")
        if int(hours) * 60 + int(rest) != now:
            return False
        now += int(many)
    return now == minutes


def test_n8_who_stands_in_is_ready_in_ten_minutes_and_can_check_it_on_paper(visit: Visit, paper: Paper) -> None:
    walker = visit()
    walker.click("Inwerkroutes")
    walker.click("Route invaller in het weekend")
    assert walker.clicks <= 3
    route = methodiek().get("inwerkroute", "weekend-invaller").record  # type: ignore[union-attr]
    assert isinstance(route, Inwerkroute)
    minutes = [int(one) for one in re.findall(r"(\d+) min\b", walker.text().replace("minuten", ""))]
    assert sum(minutes) <= 10 and route.leestijd <= 10
    assert (len(route.zelfcheck), route.voldoende) == (8, 7)
    (to_print,), (answers,) = prints(walker, "-route.pdf"), prints(walker, "-antwoorden.pdf")
    sides = paper(to_print).split("\f")[:-1]
    assert len(sides) <= 2 and len(" ".join(sides).split()) <= 2000
    for question in route.zelfcheck:
        assert flat(question.vraag) in flat(sides[-1])
        assert all(flat(option) in flat(sides[-1]) for option in question.opties)
        assert flat(question.sleutel.uitleg)[:40] in flat(paper(answers))
        assert flat(question.sleutel.uitleg) not in flat(" ".join(sides)) + walker.text()


def test_n8_what_the_route_asks_to_read_is_short(visit: Visit) -> None:
    """The route itself with all that it tells somebody to read first: the disclosure card and the first day."""
    walker = visit()
    walker.click("Inwerkroutes")
    walker.click("Route invaller in het weekend")
    main = "document.querySelector('#begin').compareDocumentPosition(document.querySelector('#printen'))"
    assert walker.page.run(main) == 4
    words = walker.text().split("Printen")[0].split()
    card = visit()
    card.click("Onthullingskaart")
    words += card.text().split("Printen")[0].split()
    day = visit()
    day.click("Dag 1")
    words += day.text().split("Printen")[0].split()
    assert 300 < len(words) <= 2000


def test_t1_everything_for_the_session_is_there_and_the_times_are_right(visit: Visit, paper: Paper) -> None:
    walker = plan_page(visit, GLASSES)
    rows = times(walker, "Dagdeel 1")
    assert adds_up(rows, 180)
    assert "pauze" in " ".join(cell.lower() for row in rows for cell in row)
    ready = walker.page.run("[...document.querySelectorAll('.m-printen a, .m-koppelingen a')].map((one) => one.href)")
    for needed in ("draaiboek.pdf", "deelnemers.pdf", "sleutel.pdf", "dias.html"):
        assert any(one.endswith(f"dagdeel-1-{needed}") for one in ready), needed
    plan = methodiek().get("draaiboek", "rond-de-bril-op").record  # type: ignore[union-attr]
    assert isinstance(plan, Draaiboek)
    said = flat(paper(prints(walker, "dagdeel-1-draaiboek.pdf")[0]))
    given = flat(paper(prints(walker, "dagdeel-1-deelnemers.pdf")[0]))
    used = {name for block in plan.dagdelen[0].blokken for name in block.materialen}
    for thing in (one for one in plan.materialen if one.id in used):
        assert flat(thing.naam).split(" (")[0] in said, thing.id
        if thing.werkblad:
            assert any(f"/toolkit/{thing.werkblad}.html#printen" in one for one in ready), thing.werkblad
        if thing.blad:
            assert next(one.titel for one in plan.bladen if one.id == thing.blad) in given
    for start, title, many, _ in rows:
        assert start in said and title.split()[0] in said and many in said
    assert "Loopt het uit?" in said


def test_t2_an_exercise_with_our_own_cases_and_the_names_of_others_with_credit(visit: Visit, paper: Paper) -> None:
    walker = plan_page(visit, FLAGS)
    assert "De officiële training geeft alleen een gecertificeerde trainer" in walker.text()
    walker.click("Dia's op het scherm")
    screens = [flat(one) for one in walker.page.run(f"{SCREENS}.map((one) => one.innerText)")]
    points = next(one for one in screens if "Toestemming (voorheen wederzijdse toestemming)" in one)
    for words in ("Vrijwilligheid", "Gelijkwaardigheid", "Ontwikkeling", "contextadequaat", "zelfrespect", "Sensoa"):
        assert words in points
    flags = next(one for one in screens if "Groene vlag" in one)
    assert all(words in flags for words in ("1 Groene", "2 Gele", "3 Rode", "4 Zwarte", "Sensoa", "Movisie"))
    assert walker.page.run("document.querySelectorAll('.m-dias :is(img, svg, picture)').length") == 0
    pictures = {path.suffix for path in (TOP / "content").rglob("*") if path.is_file()} - {".yml", ".md"}
    assert pictures == set()


def test_t2_each_key_says_which_criterion_decides() -> None:
    cases = [one for one in methodiek().all(Casus) if one.code.startswith("VL")]
    assert len(cases) >= 8
    for case in cases:
        (edge,) = [link.naar for link in case.kijkwijzer]
        names = {one.titel.split()[0] for one in methodiek().get("kijkwijzer", edge).record.punten}  # type: ignore[union-attr]
        assert len(case.sleutel.oordelen) == 6 and case.sleutel.uitkomst
        named = {name for name in names if name.lower() in case.sleutel.redenering.lower()}
        assert named, case.code
    assert {case.sleutel.uitkomst for case in cases} == {"groen", "geel", "rood", "zwart"}


def test_t3_the_training_leads_to_the_element_and_to_what_must_be_on_file(visit: Visit) -> None:
    walker = visit()
    walker.click("Trainingen")
    walker.click("Vlaggensysteem")
    assert "personeelsdossier" in walker.text()
    walker.click("Expertise medewerkers")
    assert walker.clicks <= 3
    said = walker.text()
    assert "1.4" in said
    indicators = said[said.index("Indicator 1") :]
    assert "personeelsdossier" in indicators.lower()


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080), (390, 844)])
def test_t4_one_case_on_one_screen_large_and_calm(visit: Visit, width: int, height: int) -> None:
    walker = plan_page(visit, FLAGS)
    walker.click("Dia's op het scherm")
    page = walker.page
    page.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
    page.run("document.querySelector('[data-s-toon]').click()")
    many, cases = page.run(f"{SCREENS}.length"), 0
    for number in range(many):
        if number:
            page.press("ArrowRight")
        place = "document.querySelector('.m-toon__dia')"
        assert page.run(f"{place}.scrollWidth <= {place}.clientWidth + 1")
        assert width < 1000 or page.run(f"{place}.scrollHeight <= {place}.clientHeight + 1"), page.run(SHOWN)
        if page.run(f"{place}.querySelector('.m-dia--casus') !== null"):
            cases += 1
            text = f"{place}.querySelector('.m-dia__tekst')"
            size = float(page.run(f"getComputedStyle({text}).fontSize")[:-2])
            assert size >= (20 if width < 1000 else height / 26)
            words = page.run(f"{text}.textContent")
            names = re.findall(r"(?<![.!?:] )(?<!^)\b[A-Z]\w+", words)
            assert names == [], names
    assert cases == 4
    page.press("Escape")


def test_t4_the_screens_print_one_by_one_without_buttons(visit: Visit) -> None:
    walker = plan_page(visit, FLAGS)
    assert len(prints(walker, "-dias.pdf")) == 3
    walker.click("Dia's op het scherm")
    walker.page.call("Emulation.setEmulatedMedia", media="print")
    buttons = "[...document.querySelectorAll('main .m-dia button, [data-s-toon]')]"
    assert walker.page.run(f"{buttons}.every((one) => getComputedStyle(one).display === 'none')")
    assert walker.page.run(f"{SCREENS}.every((one) => getComputedStyle(one).breakInside === 'avoid')")


@pytest.mark.parametrize("title", [FLAGS, GLASSES])
def test_t5_a_refresher_of_ninety_minutes_with_what_may_not_be_left_out(visit: Visit, title: str) -> None:
    walker = plan_page(visit, title)
    rows = times(walker, REFRESHER)
    assert adds_up(rows, 90)
    names = [row[1] for row in rows]
    assert {"Als een meisje iets vertelt", "Feit en duiding", "Melden en toestemming", CARE} <= set(names)


@pytest.mark.parametrize("title", [FLAGS, GLASSES])
def test_t6_who_is_moved_by_a_case_may_leave_and_is_cared_for(visit: Visit, paper: Paper, title: str) -> None:
    walker = plan_page(visit, title)
    where = flat(paper(prints(walker, "opfris-draaiboek.pdf")[0]))
    for said in (walker.text(), where):
        assert "Als een deelnemer geraakt is" in said
        for words in ("Je mag altijd even weg", "tweede collega", "gedragswetenschapper", CARE):
            assert words in said, words


def test_t7_what_changed_since_last_year_with_day_and_reason(visit: Visit) -> None:
    walker = visit()
    walker.click("Wat er veranderd is")
    assert walker.clicks == 1
    rows = walker.page.run(
        "[...document.querySelectorAll('.m-historie > li')].map((one) => [one.dataset.datum,"
        " one.querySelector('p + p').textContent, one.querySelectorAll('.m-rijen a').length])"
    )
    days = [day for day, _, _ in rows]
    assert days == sorted(days, reverse=True)
    assert all(why.strip() and things for _, why, things in rows)
    sheets = {node.id for node in methodiek().of("werkblad")}
    links = walker.page.run("[...document.querySelectorAll('.m-historie .m-rijen a')].map((one) => one.href)")
    assert {link.rsplit("/", 1)[-1].removesuffix(".html") for link in links if "/toolkit/" in link} >= sheets
    walker = plan_page(visit, GLASSES)
    walker.click("Alles wat er veranderd is, sinds een datum")
    assert walker.clicks == 3


@pytest.mark.parametrize("title", [FLAGS, GLASSES])
def test_t8_ten_questions_before_and_after_with_the_key_apart(visit: Visit, paper: Paper, title: str) -> None:
    walker = plan_page(visit, title)
    plan = next(one for one in methodiek().all(Draaiboek) if one.titel == title)
    assert len(plan.toets) == 10
    for number, heading in ((1, "Tien vragen vooraf"), (2, "Tien vragen na afloop")):
        given = flat(paper(prints(walker, f"dagdeel-{number}-deelnemers.pdf")[0]))
        key = flat(paper(prints(walker, f"dagdeel-{number}-sleutel.pdf")[0]))
        assert heading in given and "De tien vragen" in key
        for at, question in enumerate(plan.toets, 1):
            assert f"{at}. {flat(question.vraag)}"[:45] in given
            assert flat(question.sleutel.uitleg) not in given + walker.text()
            assert flat(question.sleutel.uitleg).split()[0] in key


def test_a_plan_asks_nothing_elsewhere(real_site: Path) -> None:
    for path in (real_site / "training").rglob("*.html"):
        assert not re.search(r"(?:src|srcset)=[\"']?(?:https?:)?//", path.read_text()), path
