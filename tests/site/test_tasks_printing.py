"""The tasks of whoever prints for the group and of a new colleague with a sheet in mind, done as they would do them.

Each test carries the task's id. Where it is about the site it starts at the start page, opened from a folder, and
counts the clicks; where it is about paper it reads the PDFs that stand behind those clicks.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlparse

import pikepdf
import pytest
from PIL import Image

from generator.artifacts.print.classes import BEWAREN
from generator.artifacts.print.packs import programme_pdfs
from generator.artifacts.print.sets import all_pdfs
from generator.compiling import Project, compile_project
from generator.graph import Methodiek
from generator.model.taal import Taal
from generator.model.toolkit import Blad, Werkblad
from generator.rules.language import pattern
from tests.conftest import TOP
from tests.site.browser import Browser, Page

SECRETS = re.compile(
    r"\b0\d{1,3}[- ]?\d{6,7}\b|\b0[89]00[- ]?\d{4,7}\b|\b\d{4} ?[A-Z]{2}\b|https?:|www\.|[\w.]+@[\w.]+\.\w|\.nl\b"
)
"""Telephone numbers, postal codes and addresses on the internet. 112 and 113 tell nothing about a place."""


class Walk:
    """Somebody at the start page of a site, with a mouse. `clicks` counts what they had to press."""

    def __init__(self, page: Page, site: Path) -> None:
        self.page, self.site, self.clicks = page, site, 0

    def click(self, words: str, inside: str = "body") -> Walk:
        """Press the first visible link or button that says `words`, and wait for where it leads."""
        self.clicks += 1
        href = self.page.run(f"({FIND})({json.dumps(words)}, {json.dumps(inside)}, true)")
        assert href is not None, f"nobody sees '{words}' on {self.page.run('location.href')}"
        if href:
            self.page.wait(f"location.href === {json.dumps(href)} && document.readyState === 'complete'")
        return self

    def paper(self, words: str) -> str:
        """Press a link to a PDF; return its path in the site instead of opening it."""
        self.clicks += 1
        href = self.page.run(f"({FIND})({json.dumps(words)}, 'main', false)")
        assert href and href.endswith(".pdf"), f"no PDF says '{words}'"
        return Path(unquote(urlparse(href).path)).relative_to(self.site).as_posix()

    def text(self, selector: str = "main") -> str:
        """What somebody reads in a part of the page."""
        return str(self.page.run(f"document.querySelector({json.dumps(selector)}).innerText"))

    def codes(self) -> set[str]:
        """The codes of the items that the toolkit page shows now."""
        return set(self.page.run("[...document.querySelectorAll('[data-kenmerken]')].filter(e => e.checkVisibility())"
                                 ".map(e => e.querySelector('.m-code').textContent)"))  # fmt: skip

    def choose(self, **wanted: str) -> Walk:
        """Choose in the fields of the toolkit page by what the options say."""
        for name, words in wanted.items():
            self.clicks += 1
            chosen = self.page.run(f"({CHOOSE})({json.dumps(name)}, {json.dumps(words)})")
            assert chosen, f"'{name}' has no option '{words}'"
        return self


FIND = """(words, inside, press) => { const link = [...document.querySelectorAll(inside + ' a, ' + inside + ' button')]
 .find(e => e.checkVisibility() && e.innerText.replace('¶', '').trim() === words);
 if (!link) return null; const href = link.href ?? ''; if (press) link.click(); return href; }"""
CHOOSE = """(name, words) => { const field = document.querySelector(`[data-s-kies] select[name=${name}]`);
 const option = [...field.options].find(one => one.textContent === words); if (!option) return false;
 field.value = option.value; field.dispatchEvent(new Event('change', {bubbles: true})); return true; }"""
SAID = "document.querySelector('[data-s-kies] [role=status]').textContent"

Start = Callable[..., Walk]


@pytest.fixture
def start(browser: Browser, real_site: Path) -> Iterator[Start]:
    """Opens the start page from its folder; whatever follows must go without errors and without the network."""
    opened: list[Page] = []

    def open_page(name: str = "index.html", **given: object) -> Walk:
        page = browser.open(real_site / name, **given)  # type: ignore[arg-type]
        opened.append(page)
        return Walk(page, real_site)

    yield open_page
    for page in opened:
        assert page.trouble() == []
        page.close()


@cache
def methodiek() -> Methodiek:
    return compile_project(Project(TOP)).methodiek


def items() -> list[tuple[str, Werkblad]]:
    return [(node.id, node.record) for node in methodiek().of("werkblad") if isinstance(node.record, Werkblad)]


def held() -> list[tuple[str, Blad]]:
    """The PDFs that somebody may take home, with the sheet that each holds."""
    return [
        (f"toolkit/{slug}/{item.code.lower()}-{blad.id}.pdf", blad)
        for slug, item in items()
        for blad in item.bladen
        if blad.soort in ("deelnemer", "knipvel", "ouder")
    ]


@cache
def read(path: Path) -> tuple[str, ...]:
    """The text of each page of a PDF, with single spaces."""
    said = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    return tuple(" ".join(page.split()) for page in said.split("\f")[:-1])


def pixels(path: Path, folder: Path, dpi: int, *options: str) -> list[Image.Image]:
    """The pages of a PDF as pictures."""
    subprocess.run(["pdftoppm", "-r", str(dpi), *options, "-png", path, folder / "blad"], check=True)
    found = [Image.open(one).copy() for one in sorted(folder.glob("blad*.png"))]
    for one in folder.glob("blad*.png"):
        one.unlink()
    return found


def denied(words: str) -> list[str]:
    """What stands in text that may not be on paper somebody takes home."""
    taal = methodiek().single("taal")
    assert taal and isinstance(taal.record, Taal) and taal.record.op_papier
    found = (pattern(one).search(words) for one in taal.record.op_papier)
    return [match.group() for match in found if match]


def test_n2_the_disclosure_card_is_one_tap_from_every_page(start: Start, real_site: Path) -> None:
    card = (real_site / "toolkit/onthullingskaart.html").resolve()
    found = {
        path.relative_to(real_site).as_posix(): re.search(
            r'<a class="s-knop s-knop--snel" href="([^"]+)"', path.read_text()
        )
        for path in real_site.rglob("*.html")
        if path.name != "404.html"  # only a server shows it
    }
    assert len(found) > 200
    assert not [
        name
        for name, tag in found.items()
        if not tag or (real_site / name).parent.joinpath(tag.group(1)).resolve() != card
    ]
    walk = start("handleiding/weken.html", width=360, height=740)
    walk.page.run("document.querySelector('a.s-knop--snel').click()")
    walk.page.wait("location.href.endsWith('onthullingskaart.html') && document.readyState === 'complete'")
    first = "document.querySelector('#kaart ~ *')"
    assert walk.page.run(f"{first}.innerText").startswith("Blijf bij haar.")
    assert walk.page.run(f"{first}.getBoundingClientRect().bottom") < 740


def test_n5_week_three_and_a_talk_alone_leaves_four_topics(start: Start, real_site: Path, printed: Path) -> None:
    walk = (
        start().click("Toolkit").choose(fase="Plaatsing en onderzoek", week="week 3", moment="Gesprek met haar alleen")
    )
    assert walk.clicks <= 4
    assert walk.codes() == {"M-10", "M-14", "M-15", "M-16"}
    assert walk.page.run(SAID) == "4 van de 58 bladen."
    for slug, item in items():
        if item.code in walk.codes():
            page = (real_site / f"toolkit/{slug}.html").read_text()
            assert item.gebruik == ("G3" if item.code == "M-10" else "G2")
            assert f"{item.gebruik}:" in page and "Wanneer niet" in page
            assert item.stopteken and item.stopteken[:25] in " ".join(read(guide_of(printed, slug, item)))


def guide_of(printed: Path, slug: str, item: Werkblad) -> Path:
    return printed / f"toolkit/{slug}/{item.code.lower()}-begeleidersblad.pdf"


def test_n5_the_choice_is_in_the_address_and_back_takes_it_away(start: Start) -> None:
    walk = start().click("Toolkit").choose(week="week 3", moment="Gesprek met haar alleen")
    address = walk.page.run("location.href")
    walk.page.run("history.back()")
    walk.page.wait(f"{SAID} === '9 van de 58 bladen.'")
    walk.page.run("history.back()")
    walk.page.wait(f"{SAID} === 'Alle 58 bladen.'")
    again = start()
    again.page.run(f"location.href = {json.dumps(address)}")
    again.page.wait(f"document.readyState === 'complete' && document.querySelector('[data-s-kies]') && {SAID}")
    assert again.codes() == {"M-10", "M-14", "M-15", "M-16"}


def test_n5_choosing_works_with_the_keyboard(start: Start) -> None:
    walk = start().click("Toolkit")
    walk.page.run("document.querySelector('select[name=week]').focus()")
    for _ in range(3):
        walk.page.press("ArrowDown")
    assert walk.page.run("document.querySelector('select[name=week]').value") == "week-week-3"
    assert walk.page.run(SAID) == "9 van de 58 bladen."
    while walk.page.run("document.activeElement.type") != "reset":
        walk.page.press("Tab")
    walk.page.press("Enter")
    assert walk.page.run(SAID) == "Alle 58 bladen." and len(walk.codes()) == 58
    assert walk.page.run("document.activeElement.name") == "moment"


def test_n5_nothing_found_says_which_choice_to_let_go(start: Start) -> None:
    walk = start().click("Toolkit").choose(week="week 3", thema="Grenzen")
    assert walk.codes() == set()
    assert "Laat één keuze los" in walk.text("[data-s-niets]")
    walk.click("Zonder ‘week 3’: 4 bladen", "[data-s-niets]")
    assert walk.codes() == {"T-G1", "T-G2", "T-G3", "T-S2"}


def test_n5_without_script_the_toolkit_is_a_plain_list(real_site: Path, browser: Browser) -> None:
    page = browser.open(real_site / "toolkit/index.html", script=False)
    tree = page.call("DOMSnapshot.captureSnapshot", computedStyles=["display"])
    strings, nodes = tree["strings"], tree["documents"][0]
    attributes = [[strings[one] for one in node] for node in nodes["nodes"]["attributes"]]
    shown = set(nodes["layout"]["nodeIndex"])
    cards = [index for index, names in enumerate(attributes) if "data-kenmerken" in names]
    assert len(cards) == 58 and shown.issuperset(cards)
    assert not shown & {index for index, names in enumerate(attributes) if "data-s-kies" in names}
    page.close()


def test_n6_whoever_reads_with_difficulty_gets_a_sheet_without_a_label(start: Start, printed: Path) -> None:
    walk = start()
    walk.page.run("document.querySelector('.md-search__input').focus()")
    walk.page.type("5G")
    found = "[...document.querySelectorAll('.md-search-result__list a')].slice(0, 3)"
    item = f"{found}.find(one => one.href.split('#')[0].split('?')[0].endsWith('/toolkit/vijf-g.html'))"
    walk.page.wait(f"{item} !== undefined")
    walk.page.run(f"{item}.click()")
    walk.page.wait("location.pathname.endsWith('vijf-g.html') && document.readyState === 'complete'")
    easy, other = walk.paper("Een gewoon moment (B)"), walk.paper("Een gewoon moment (A)")
    words = " ".join(read(printed / easy))
    assert "A-01 B" in words and "voelde" in words
    assert not re.search(r"lvb|makkelijk|eenvoudig|3G|variant", words, re.IGNORECASE)
    assert read(printed / easy)[0].startswith("Een gewoon moment") and read(printed / other)[0].startswith(
        "Een gewoon moment"
    )


def test_p1_the_set_for_seven_is_three_clicks_and_nine_sheets(start: Start, printed: Path) -> None:
    walk = start().click("Thema-avonden").click("Grenzen 2: Besluiten waar je grens ligt")
    path = walk.paper("Set voor 7, 1 eenvoudig")
    assert walk.clicks <= 3
    pages = read(printed / path)
    feet = [re.search(r"(T-G2)( [AB])? · v\d\.\d · (blad|begeleiding) \d van \d", page) for page in pages]
    assert all(feet)
    kinds = [f"{foot.group(2) or ''} {foot.group(3)}".strip() for foot in feet if foot]
    assert kinds.count("A blad") == 6 and kinds.count("B blad") == 1
    assert kinds.count("blad") == 1 and kinds.count("begeleiding") == 2 and len(kinds) == 10
    on_the_table = len(kinds) - kinds.count("begeleiding") // 2  # the facilitator sheet has two sides
    assert on_the_table <= 9


def test_p2_without_colour_nothing_is_lost(start: Start, printed: Path, tmp_path: Path) -> None:
    walk = start().click("Thema-avonden").click("Grenzen 2: Besluiten waar je grens ligt")
    for path in (walk.paper("Set voor 7"), "toolkit/signaleringsplan/a-04-mijn-stoplicht-b.pdf"):
        for page in pixels(printed / path, tmp_path, 40):
            bands = [band.tobytes() for band in page.convert("RGB").split()]
            coloured = {one for one in zip(*bands, strict=True) if max(one) - min(one) > 40}
            light = [one for one in coloured if sum(one) / 3 > 150]  # only ink may have a colour, never a field
            assert not light, f"{path} says something in colour: {light[:3]}"
    zones = " ".join(read(printed / "toolkit/emotiethermometer/m-07-hoe-voel-ik-me-b.pdf"))
    assert all(name in zones for name in ("Hoog", "Gespannen", "Rustig"))  # its colours have names, faces and patterns
    for path in {path.rpartition("/")[0]: path for path, _ in held()}.values():
        assert weakest(printed / path) >= 4.5, path


def weakest(path: Path) -> float:
    """The least contrast with white of the words in a PDF, as the screen and a grey printer both see it."""
    least = 21.0
    with pikepdf.open(path) as made:
        for sheet in made.pages:
            colour: list[float] = [0.0, 0.0, 0.0]
            stack: list[list[float]] = []
            for operands, operator in pikepdf.parse_content_stream(sheet):
                match str(operator):
                    case "q":
                        stack.append(colour)
                    case "Q":
                        colour = stack.pop()
                    case "scn" | "sc" | "rg" if len(operands) == 3:
                        colour = [float(one) for one in operands]  # type: ignore[arg-type]
                    case "g":
                        colour = [float(operands[0])] * 3  # type: ignore[arg-type]
                    case "Tj" | "TJ" if colour != [1.0, 1.0, 1.0]:
                        least = min(least, 1.05 / (luminance(colour) + 0.05))
                    case _:
                        pass
    return least


def luminance(colour: list[float]) -> float:
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_p3_something_light_is_one_click(start: Start) -> None:
    walk = start(height=900).click("Liever iets lichts")
    assert walk.clicks == 1
    top = "document.getElementById('liever-iets-lichts').getBoundingClientRect().top"
    assert walk.page.wait(f"scrollY > 0 && {top} >= 0 && {top} < 450")
    listed = set(walk.page.run("[...document.querySelectorAll('#liever-iets-lichts ~ .m-koppeling .m-code,"
                               " #liever-iets-lichts ~ * .m-code')].map(e => e.textContent)"))  # fmt: skip
    by_code = {item.code: item for _, item in items()}
    light = [by_code[code] for code in listed if code in by_code]
    assert "M-01" in listed and len(light) >= 5
    for item in light:
        assert item.gebruik in ("G0", "G1"), item.code
        assert item.kiezen and item.kiezen.minuten and item.kiezen.minuten <= 30, item.code


def test_p4_the_start_pack_is_two_clicks_and_tells_nothing(start: Start, printed: Path) -> None:
    walk = start().click("Startset nieuw meisje")
    path = walk.paper("Alles in één keer")
    assert walk.clicks <= 2
    pages = read(printed / path)
    assert {"M-05", "M-06", "M-07", "F-04"} <= set(re.findall(r"\b[A-Z]-\d\d\b", " ".join(pages)))
    with pikepdf.open(printed / path) as made:
        title = str(made.docinfo.get("/Title", ""))
    assert denied(" ".join((*pages, title, Path(path).name))) == []
    assert not SECRETS.search(" ".join(pages))


def test_p5_nothing_on_a_sheet_gives_the_house_away(printed: Path) -> None:
    sheets = held()
    assert len(sheets) > 100
    for path, blad in sheets:
        words = " ".join(read(printed / path))
        with pikepdf.open(printed / path) as made:
            hidden = " ".join(str(one) for one in (*made.docinfo.values(), made.open_metadata(), *made.attachments))
            pictures = [name for sheet in made.pages for name in sheet.images]
            title = str(made.docinfo["/Title"])
        assert re.fullmatch(rf"{re.escape(blad.titel)} \([A-Z]-[A-Z]?\w{{1,2}}( [AB])?\)", title), (path, title)
        assert not SECRETS.search(words), (path, SECRETS.search(words))
        assert not re.search(r"Author|creator>|/home|/tmp|Exif|GPS", hidden, re.IGNORECASE), path
        assert not pictures, f"{path} holds a picture of pixels: a photograph, a logo or a QR code"
        if blad.soort != "ouder":
            assert denied(f"{words} {hidden} {Path(path).name}") == [], path


def test_p6_every_facilitator_sheet_says_what_to_do_with_the_paper(real_site: Path, printed: Path) -> None:
    guided = [(slug, item) for slug, item in items() if item.begeleiding]
    assert len(guided) > 40
    for slug, item in guided:
        words = " ".join(read(guide_of(printed, slug, item)))
        assert f"{item.bewaren} {BEWAREN[item.bewaren]}" in words, item.code
        assert re.search(rf"Bewaren</dt>\s*<dd>{item.bewaren}: ", (real_site / f"toolkit/{slug}.html").read_text())


def test_p7_every_page_of_every_pdf_has_the_version_that_the_site_shows(real_site: Path, printed: Path) -> None:
    versions = {item.code: item.versie for _, item in items()}
    for slug, item in items():
        page = (real_site / f"toolkit/{slug}.html").read_text()
        assert re.search(rf"Versie</dt>\s*<dd>{item.versie}, gewijzigd op ", page), item.code
    single = [pdf for pdf in all_pdfs(methodiek()) if not pdf.main]  # a set is made of the same sheets; P1 reads one
    for pdf in (*single, *programme_pdfs(methodiek())):
        for number, words in enumerate(read(printed / pdf.path), 1):
            found = re.findall(r"\b([A-Z]-[A-Z]?\d{1,2}|T-[A-Z]{1,2}\d?)(?: [AB])? · v(\d+\.\d+)", words)
            assert found, f"{pdf.path}, page {number}"
            for code, version in found:
                assert versions.get(code, version) == version, f"{pdf.path}, page {number}"


def test_p8_four_pocket_cards_on_a_sheet_with_lines_to_cut(start: Start, printed: Path, tmp_path: Path) -> None:
    walk = start()
    walk.page.run("document.querySelector('a.s-knop--snel').click()")
    walk.page.wait("location.href.endsWith('onthullingskaart.html') && document.readyState === 'complete'")
    path = printed / walk.paper("Ze vertelt iets. Luister.")
    assert walk.clicks == 1
    (words,) = read(path)
    assert words.count("Ze vertelt iets. Luister.") == 4
    (page,) = pixels(path, tmp_path, 254, "-gray")  # ten pixels to a millimetre
    assert abs(page.width - 2100) <= 2 and abs(page.height - 2970) <= 2

    def dark(box: tuple[int, int, int, int], axis: int) -> list[int]:
        ink = page.convert("L").crop(box).point(lambda one: 255 if one < 200 else 0).getbbox()
        assert ink, box
        return [ink[axis] + box[axis], ink[axis + 2] + box[axis]]

    for box, axis, middle in (
        ((900, 5, 1200, 50), 0, 1050), ((900, 2920, 1200, 2965), 0, 1050),
        ((5, 1400, 50, 1600), 1, 1485), ((2050, 1400, 2095, 1600), 1, 1485),
    ):  # fmt: skip
        first, last = dark(box, axis)
        assert abs((first + last) / 2 - middle) <= 3 and last - first <= 10, (box, first, last)
    for box in words_of(path):
        for low, high, cut in ((box[0], box[2], 105.0), (box[1], box[3], 148.5)):
            assert high <= cut - 4 or low >= cut + 4, f"a word within 4 mm of the cut: {box}"


def words_of(path: Path) -> list[tuple[float, float, float, float]]:
    """Where the words of a PDF are, in millimetres: left, top, right, bottom."""
    boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    found = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', boxes)
    left, top, right, bottom = range(4)
    return [tuple(float(one[side]) * 25.4 / 72 for side in (left, top, right, bottom)) for one in found]  # type: ignore[misc]
