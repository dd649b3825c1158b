"""The book promises: valid for people and archives, and every number of a page is the page where the thing is."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import page
import pytest

from generator.artifacts.print.book import book_pdf
from generator.artifacts.print.engine import render_all
from generator.artifacts.print.library import print_library
from generator.artifacts.print.phases import phase_pdfs
from generator.graph import Methodiek
from tests.conftest import TOP, compiled, files_of

pikepdf = pytest.importorskip("pikepdf")
SMALL = 11.5
"""Less than the height of a word of running text, in points; a footnote is smaller."""
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


@dataclass(frozen=True)
class Reference:
    """A link inside the book: the page it stands on, its words, the anchor, and the page of the anchor."""

    page: int
    words: str
    anchor: str
    target: int

    @property
    def printed(self) -> int | None:
        """The number that a reader sees."""
        found = re.search(r"(?:^|[. ])(\d+)\)? ?[.,;:]?$", self.words)
        return int(found[1]) if found else None


@pytest.fixture(scope="module")
def methodiek() -> Methodiek:
    """The real content."""
    return compiled(files_of(TOP)).methodiek  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def made(methodiek: Methodiek, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real book, made once."""
    book = book_pdf(methodiek)
    assert book is not None
    [(_, answer)] = render_all([book.job], print_library(), 1)
    assert isinstance(answer, bytes), answer
    path = tmp_path_factory.mktemp("boek") / "boek.pdf"
    path.write_bytes(answer)
    return path


@pytest.fixture(scope="module")
def words(made: Path) -> list[list[tuple[float, float, float, float, str]]]:
    """Every word of every page with where it stands, from the top left."""
    found = subprocess.run(["pdftotext", "-bbox", made, "-"], check=True, capture_output=True, text=True).stdout
    return [
        [(*(float(one) for one in hit[:4]), html.unescape(hit[4])) for hit in WORD.findall(text)]  # type: ignore[misc]
        for text in found.split("<page ")[1:]
    ]


@pytest.fixture(scope="module")
def references(made: Path, words: Any) -> list[Reference]:
    """Every link of the book to a place in the book; the pieces of a link over two lines are one."""
    found: list[Reference] = []
    with pikepdf.open(made) as pdf:
        numbers = {one.obj.objgen: number for number, one in enumerate(pdf.pages, 1)}
        places = {str(name): numbers[place[0].objgen] for name, place in _places(pdf)}
        for number, one in enumerate(pdf.pages, 1):
            tall = float(one.mediabox[3])
            for note in one.obj.get("/Annots", ()):
                anchor = _anchor(note)
                if anchor is None:
                    continue
                left, one_end, right, other_end = (float(value) for value in note.Rect)
                low, high = sorted((one_end, other_end))
                text = " ".join(
                    word
                    for x1, y1, x2, y2, word in sorted(words[number - 1])  # on one line: from left to right
                    if left - 1 < (x1 + x2) / 2 < right + 1 and tall - high - 1 < (y1 + y2) / 2 < tall - low + 1
                )
                if found and found[-1].anchor == anchor and found[-1].page == number and found[-1].printed is None:
                    text = f"{found.pop().words} {text}"
                found.append(Reference(number, text, anchor, places[anchor]))
    return found


def _places(pdf: Any) -> Iterator[tuple[Any, Any]]:
    tree = pikepdf.NameTree(pdf.Root.Names.Dests)
    yield from ((name, place.D if isinstance(place, pikepdf.Dictionary) else place) for name, place in tree.items())


def _anchor(note: Any) -> str | None:
    if note.get("/Subtype") != "/Link":
        return None
    target = note.get("/Dest") or note.get("/A", {}).get("/D")
    return str(target) if target is not None else None


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A])
def test_the_book_is_accessible_and_archivable(made: Path, profile: Any) -> None:
    report = page.validate_pdf(str(made), profile=profile)
    assert [failure.message for failure in report.failures] == []


def test_every_number_of_a_page_is_where_the_thing_is(references: list[Reference]) -> None:
    silent = ("werkblad-",)
    shown = [one for one in references if not one.anchor.startswith(silent)]
    assert len(shown) > 500
    assert [one for one in shown if one.printed != one.target] == []


def test_the_contents_name_every_chapter(references: list[Reference], methodiek: Methodiek) -> None:
    contents = [one for one in references if one.page < 8]
    named = {one.anchor for one in contents}
    assert {f"hoofdstuk-{node.id}" for node in methodiek.of("hoofdstuk")} <= named
    assert {"bladen", "begrippen", "verschillen", "literatuur", "register"} <= named
    chapters = [one.page for one in contents if one.anchor.startswith("deel-")]
    assert max(chapters) - min(chapters) <= 1, "the contents lie open before the reader"


def test_an_entry_of_the_index_leads_to_pages_that_have_the_word(
    references: list[Reference], words: Any, methodiek: Methodiek
) -> None:
    texts = [" ".join(word for *_, word in found).lower() for found in words]
    missing = []
    for one in references:
        if not one.anchor.startswith("t-"):
            continue
        slug = one.anchor.removeprefix("t-").rpartition("-")[0]
        record: Any = methodiek.nodes["begrip", slug].record
        ways = [record.titel, *record.synoniemen, *([record.voluit] if record.voluit else [])]
        if not any(way.lower().split()[0] in texts[one.target - 1] for way in ways):
            missing.append(one)
    assert missing == []


def test_an_entry_of_the_index_names_a_page_once(references: list[Reference]) -> None:
    pages: dict[str, list[int]] = {}
    for one in references:
        if one.anchor.startswith("t-"):
            pages.setdefault(one.anchor.rpartition("-")[0], []).append(one.target)
    assert {name: found for name, found in pages.items() if len(found) != len(set(found))} == {}


def test_every_footnote_is_there_in_order_and_before_the_back(
    words: Any, references: list[Reference], methodiek: Methodiek
) -> None:
    book = book_pdf(methodiek)
    assert book is not None
    back = min(one.target for one in references if one.anchor == "bladen")
    numbers = [0]
    for number, found in enumerate(words, 1):
        small = [(y1, word) for x1, y1, _, y2, word in found if x1 < 80 and y2 - y1 < SMALL]
        for _, word in sorted(small):
            if re.fullmatch(r"\d{1,3}\.", word) and int(word[:-1]) == numbers[-1] + 1:
                numbers.append(int(word[:-1]))
                assert number < back
    assert numbers[-1] == book.job.html.count('class="m-grond') > 100


def test_no_page_of_the_book_is_empty_but_the_back_of_the_cover(words: Any) -> None:
    assert [number for number, found in enumerate(words, 1) if not found] == [2]


def test_no_page_has_but_a_few_lines(words: Any) -> None:
    """A tail of some lines, with a page of white below, says that a chapter is a few lines too long."""
    assert {number: len(found) for number, found in enumerate(words, 1) if number > 2 and len(found) < 80} == {}


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A])
def test_wall_sheets_and_cards_keep_their_pages_and_are_valid(
    methodiek: Methodiek, profile: Any, tmp_path: Path
) -> None:
    jobs = [pdf.job for pdf in phase_pdfs(methodiek)]
    assert [job.pages for job in jobs] == [1, 1, *([2] * len(methodiek.of("fase")))]
    for job, answer in render_all(jobs, print_library(), 1):
        assert isinstance(answer, bytes), answer
        (tmp_path / "blad.pdf").write_bytes(answer)
        assert [one.message for one in page.validate_pdf(str(tmp_path / "blad.pdf"), profile=profile).failures] == [], (
            job
        )
