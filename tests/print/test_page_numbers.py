"""A reference says the page of its target, after one layout, and leaves no gap where its number is short."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import page
import pytest
import weasyprint.layout.page

from generator.artifacts.print.engine.press import Presses
from tests.print.test_engine import CSS, assets, fault, job, make

REFERRING = """
.zie::after { content: " (p. " target-counter(attr(href), page) ")" }
.regel { width: 120mm }
.regel a::after { content: leader(dotted) " " target-counter( attr(href) , page ) }
"""
BODY = """
<section><h1>Een</h1>
<p class="regel"><a href="#twee">Twee</a></p><p class="regel"><a href="#twaalf">Twaalf</a></p>
<p><b><a class="zie" href="#twaalf">verder</a></b>, en <a href="#een">terug</a>.</p></section>
<section><h2 id="twee">Twee</h2><p><a class="zie" href="#een">terug</a>; en dan.</p></section>
{} <section><h2 id="twaalf">Twaalf</h2><p id="een"></p></section>
""".format("<section><p>Tussen</p></section>" * 9)
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    answer = make(job(BODY), CSS + REFERRING)
    assert isinstance(answer, bytes), answer
    path = tmp_path_factory.mktemp("nummers") / "blad.pdf"
    path.write_bytes(answer)
    return path


@pytest.fixture(scope="module")
def words(made: Path) -> list[tuple[float, float, str]]:
    """Where the words of the first page begin and end."""
    run = subprocess.run(["pdftotext", "-bbox", "-l", "1", made, "-"], check=True, capture_output=True, text=True)
    return [(float(left), float(right), word) for left, _, right, _, word in WORD.findall(run.stdout)]


def test_a_reference_gives_the_page_of_its_target(made: Path) -> None:
    text = subprocess.run(["pdftotext", made, "-"], check=True, capture_output=True, text=True).stdout
    assert "verder (p. 12), en terug." in text
    assert "terug (p. 12); en dan." in text
    assert "000" not in text


def test_numbers_behind_leader_dots_end_where_the_line_ends(words: list[tuple[float, float, str]]) -> None:
    ends = [right for _, right, word in words if word in {"2", "12"}]
    assert len(ends) == 2
    assert ends[0] == pytest.approx(ends[1], abs=0.1)
    assert ends[0] == pytest.approx(words[0][0] + 120 / 25.4 * 72, abs=0.1)


def test_what_follows_a_short_number_closes_up(words: list[tuple[float, float, str]]) -> None:
    """The comma hangs on the bracket, and the words after it keep the distance of any two words."""
    after = next(number for number, (*_, word) in enumerate(words) if word == "12),")
    gap, other = (words[number + 1][0] - words[number][1] for number in (after, after + 1))
    assert gap == pytest.approx(other, abs=0.2)


def test_what_can_be_clicked_moves_along(made: Path, words: list[tuple[float, float, str]]) -> None:
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(made) as pdf:
        rectangles = [[float(one) for one in note.Rect] for note in pdf.pages[0].Annots]
    left, right = next((left, right) for left, right, word in words if word == "terug.")
    link = max(rectangles, key=lambda one: one[2] if one[2] < right + 1 and one[0] > 60 else 0)
    assert link[0] == pytest.approx(left, abs=0.2)


def test_no_page_is_laid_out_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    count: list[int] = []
    own = weasyprint.layout.page.make_page

    def make_page(*values: Any) -> Any:
        count.append(1)
        return own(*values)

    monkeypatch.setattr(weasyprint.layout.page, "make_page", make_page)
    [made] = Presses(assets(CSS + REFERRING)).make((job(BODY),))  # here, because a worker counts for itself
    assert isinstance(made, bytes)
    assert len(count) == 12


def test_a_reference_to_nothing_is_a_fault() -> None:
    told = fault(job('<section><h1>Een</h1><p><a class="zie" href="#weg">zie</a></p></section>'), CSS + REFERRING)
    assert "Het paginanummer van “#weg” is er niet" in told


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A])
def test_it_stays_accessible_and_archivable(made: Path, profile: Any) -> None:
    assert [failure.message for failure in page.validate_pdf(str(made), profile=profile).failures] == []
