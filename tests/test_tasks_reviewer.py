"""The tasks of a reviewer of the recognition committee: R2, R3, R6, R7 and R8, on the real content."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter

import openpyxl
import pytest
from markupsafe import Markup

from generator.artifacts.exports.files import export_files
from generator.artifacts.print.classes import BEWAREN, GEBRUIK, RECHT
from generator.artifacts.print.dossier import dossier_pdf, last_changed
from generator.artifacts.print.engine import key
from generator.artifacts.print.library import print_library
from generator.artifacts.print.selfscan import selfscan_pdf
from generator.artifacts.recipes import TextArtifact
from generator.artifacts.safety import easy_variant, stop_rule
from generator.artifacts.site.pages.crosswalk import KRUISTABEL, crosswalk_page
from generator.artifacts.site.pages.review_views import view_pages
from generator.artifacts.site.pages.worksheets import worksheet_pages
from generator.artifacts.site.rendering import render
from generator.artifacts.site.text import html
from generator.compiling import Project, compile_project
from generator.graph.weergave import lacking
from generator.pipeline import dossier_artifact
from generator.sources import read_sources
from tests.conftest import TOP, compiled

ASKING = {"schaal", "keuzetabel", "thermometer", "voor-na", "zinnen", "stroken", "kaartjes"}
"""The blocks by which a sheet asks for an answer or a score."""
OF_OTHERS = {"arij", "ris", "sier", "leefklimaat"}


@pytest.fixture(scope="module")
def real():
    return compile_project(Project(TOP)).methodiek


@pytest.fixture(scope="module")
def files(real) -> dict[str, bytes]:
    return {one.path: one.data for one in export_files(real)}


@pytest.fixture(scope="module")
def dossier(real) -> str:
    made = dossier_pdf(real, "0" * 64)
    assert made is not None
    return made.job.html


def table(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"csv/{name}.csv"].decode(), newline="")))


def plain(text: str) -> str:
    return " ".join(Markup(text).striptags().split())


def test_r2_the_werkblad_has_its_fixed_order_and_a_summary_of_at_most_600_words(real, dossier):
    (node,) = real.of("weergave")
    view = node.record
    (page,) = (render(one) for one in view_pages(real))
    places = [page.index(f"{{#{rubriek.id}}}") for rubriek in view.rubrieken]
    assert places == sorted(places)
    anchors = [f'<h3 id="{node.id}-{rubriek.id}">' for rubriek in view.rubrieken]
    assert [dossier.index(one) for one in anchors] == sorted(dossier.index(one) for one in anchors)
    assert view.rubrieken[0].id == "colofon"
    numbers = [rubriek.nummer or "" for rubriek in view.rubrieken]
    assert list(dict.fromkeys(one[0] for one in numbers if one[:1].isdigit())) == list("123456")
    # counted on the page itself: everything in those rubrieken but headings, sources and what is missing
    (limit,) = view.grenzen
    assert limit.woorden == 600
    counted = 0
    for name in limit.rubrieken:
        part = dossier.partition(f'<h3 id="{node.id}-{name}">')[2].partition("</h3>")[2].partition("<h3 ")[0]
        part = re.sub(r'<p class="bron">.*?</p>|<h4>.*?</h4>|<div class="gat">.*?</div>', "", part, flags=re.DOTALL)
        assert plain(part), name
        counted += len(plain(part).split())
    assert 0 < counted <= 600
    literature = next(one for one in view.rubrieken if one.nummer == "6")
    assert any("literatuurlijst" in line for line in lacking(real, literature))
    assert plain(lacking(real, literature)[0]) in plain(dossier)


def test_r3_sixteen_elements_with_every_criterium_and_indicator_and_no_empty_cell(real, files):
    facts = json.loads((TOP / "tests/tellingen.json").read_text())
    rows = table(files, "kruistabel")
    assert not [(row, name) for row in rows for name, value in row.items() if not (value or "").strip()]
    demands = {row["sleutel"] for row in rows}
    home = {part.key: part.parent.id for kind in ("criterium", "indicator") for part in real.of(kind)}
    assert demands == set(home)
    for kind in ("criterium", "indicator"):
        per = Counter(home[one] for one in demands if one.startswith(f"{kind}/"))
        assert per == facts[f"{kind} per kernelement"]
        assert sum(per.values()) == facts[kind]
    assert len({row["kernelement"] for row in rows}) == facts["kernelement"] == 16
    assert Counter(row["niveau"] for row in {row["sleutel"]: row for row in rows if row["sleutel"][0] == "i"}.values())
    levels = {row["sleutel"]: row["niveau"] for row in rows if row["sleutel"].startswith("indicator/")}
    assert Counter(levels.values()) == facts["indicator per niveau"]
    for row in rows:
        assert row["stand"] in ("gedekt", "gedeeltelijk", "niet gedekt")
        assert row["grond"] in ("bron", "afgeleid", "gat")
        assert (row["stand"] == "niet gedekt") == any(
            other["grond"] == "gat" for other in rows if other["sleutel"] == row["sleutel"]
        )


def test_r3_what_is_not_met_is_seen_on_the_page_and_on_paper(files, real, dossier):
    rows = table(files, "kruistabel")
    missing = [row for row in rows if row["grond"] == "gat"]
    assert missing
    (page,) = (render(one) for one in crosswalk_page(real))
    assert f'href="data/csv/{KRUISTABEL.rpartition("/")[2].removesuffix(".md")}.csv"' in page
    for row in missing:
        assert str(html(row["waarop het berust"])) in page
        assert plain(str(html(row["waarop het berust"]))) in plain(dossier)


def test_r3_the_zelfscan_comes_as_form_workbook_and_table(real, files):
    rows = table(files, "zelfscan")
    assert len(rows) == len(real.of("criterium")) + len(real.of("indicator"))
    sheet = openpyxl.load_workbook(io.BytesIO(files["zelfscan.xlsx"]))["zelfscan"]
    heads = [cell.value for cell in sheet[1]]
    assert {"voldoet", "bewijs", "actie", "wie", "wanneer"} <= set(heads)
    (rule,) = sheet.data_validations.dataValidation
    assert rule.type == "list" and rule.formula1 == '"ja,deels,nee"'
    told = [row[heads.index("uitspraak")] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert told == [row["uitspraak"] for row in rows]
    form = plain(selfscan_pdf(real).job.html)
    assert not [row["uitspraak"] for row in rows if plain(str(html(row["uitspraak"]))) not in form]


def test_r6_everything_says_whose_it_is_and_instruments_of_others_are_only_a_card(real, files):
    rows = {row["code"]: row for row in table(files, "rechten") if row["soort"] == "werkblad"}
    cards = set()
    for node in real.of("werkblad"):
        werkblad = node.record
        row = rows.pop(werkblad.code)
        assert row["recht"] == werkblad.recht and row["wat wij ervan geven"] == RECHT[werkblad.recht]
        assert row["eigenaar"]
        if werkblad.recht not in ("KAART", "ONBEKEND"):
            continue
        cards.add(node.id)
        assert not [blad.id for blad in werkblad.bladen if blad.soort not in ("staf", "kaart")], node.id
        asked = {kind for blad in werkblad.bladen for kind in kinds(blad.data()["blokken"])} & ASKING
        assert not asked, (node.id, asked)
    assert not rows
    assert cards >= OF_OTHERS


def kinds(value: object):
    if isinstance(value, dict):
        if isinstance(value.get("soort"), str):
            yield value["soort"]
        value = tuple(value.values())
    if isinstance(value, list | tuple):
        for one in value:
            yield from kinds(one)


def test_r7_one_pdf_with_contents_version_date_and_a_checksum_that_comes_back(real, files, dossier):
    total = json.loads(files["methodiek.json"])["controlegetal"]
    made = dossier_artifact(real, [TextArtifact(*one) for one in files.items()])
    assert made is not None
    assert total[:32] in made.job.html and total[32:] in made.job.html
    record = real.single("interventie").record
    assert record.versie in made.job.html
    assert f"{last_changed(real):%d-%m-%Y}" in made.job.html
    inside = {one.name: one.data for one in made.job.attachments}
    assert inside == {name: data for name, data in files.items() if not name.startswith("csv/")}
    # another run on the same files, read afresh, asks for the very same bytes
    again = compiled({one.path: one.data for one in read_sources(TOP / "content", "content")}).methodiek
    second = dossier_artifact(again, tuple(export_files(again)))
    assert second is not None
    assert key(second.job, print_library()) == key(made.job, print_library())
    # everything with a heading is in the contents, and every entry leads to its heading
    contents = dossier.partition('class="inhoudsopgave"')[2].partition("</section>")[0]
    entries = re.findall(r'href="#([^"]+)"', contents)
    headings = re.findall(r'<h[23][^>]* id="([^"]+)"', dossier)
    assert sorted(entries) == sorted(headings)
    assert len(set(entries)) == len(entries)


def test_r8_any_sheet_says_why_it_is_there_and_whether_it_is_safe(real, dossier):
    pages = {page.path: render(page) for page in worksheet_pages(real)}
    for node in real.of("werkblad"):
        werkblad, page = node.record, pages[f"toolkit/{node.id}.md"]
        paper = plain(dossier.partition(f'id="blad-{node.id}"')[2].partition("</table>")[0])
        for field in ("subdoelen", "kernelementen", "factoren"):
            links = real.out(node, field)
            gaps = [row for row in ("Gat:",) if row in page]
            assert links or gaps, (node.id, field)
            for edge in links:
                assert plain(str(html(edge.naar.titel))) in plain(page), (node.id, edge.naar.key)
                assert plain(str(html(edge.naar.titel))) in paper, (node.id, edge.naar.key)
                reason = edge.koppeling.afgeleid
                assert reason is None or plain(str(html(reason.rstrip(".")))) in paper
        for said in (
            f"{werkblad.gebruik}: {GEBRUIK[werkblad.gebruik]}",
            f"{werkblad.bewaren}: {BEWAREN[werkblad.bewaren]}",
            RECHT[werkblad.recht],
            easy_variant(werkblad),
            stop_rule(werkblad),
            werkblad.doel,
        ):
            assert plain(str(html(said))) in plain(page), (node.id, said)
            assert plain(str(html(said))) in paper, (node.id, said)
        if werkblad.gebruik in ("G2", "G3") and any(one.soort in ("deelnemer", "knipvel") for one in werkblad.bladen):
            assert werkblad.stopteken, node.id
