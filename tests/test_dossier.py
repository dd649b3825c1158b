"""What a reviewer takes along: the view in its fixed order, the crosswalk, and the bundle."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import zipfile

import pikepdf
import pytest

from generator.artifacts.print.dossier import dossier_pdf
from generator.artifacts.registers.framework import demands
from generator.artifacts.site.pages.crosswalk import KRUISTABEL
from generator.artifacts.site.rendering import site_artifacts
from generator.cli import main
from generator.compiling import Project, compile_project
from generator.diagnostics import Finding, Severity, Span
from generator.graph.weergave import found, in_limit, lacking, words
from tests.conftest import SMALL, TOP, compiled

VIEW = "content/verantwoording/weergaven/werkblad.yml"
VIEW_TEXT = """\
id: werkblad
titel: Werkblad
kern: Alles in de vaste volgorde.
uitleg: Zo vraagt de commissie het.
bron: eigen-uitwerking
grenzen: [{titel: Samenvatting, rubrieken: [kort], woorden: 20}]
rubrieken:
  - {id: kort, titel: Kort, stukken: [{tekst: Wie vast slaapt wordt wakker., bron: cursusboek}]}
  - {id: doelen, nummer: "1", titel: Doelen, stukken: [{soort: subdoel}]}
  - {id: effect, nummer: "2", titel: Effect, ontbreekt: Er is geen onderzoek naar effecten.}
"""


@pytest.fixture(scope="module")
def real():
    return compile_project(Project(TOP)).methodiek


@pytest.fixture(scope="module")
def pages(real):
    found_ = (one for one in site_artifacts(real) if one.path.startswith("verantwoording/"))
    return {one.path: one.data.decode() for one in found_ if one.path.endswith(".md")}


def codes(files) -> list[str]:
    return [one.code for one in compiled(files).findings if one.code in ("M613", "M614", "M615")]


def test_the_view_has_the_committees_order_and_stays_within_its_limit(real):
    (node,) = real.of("weergave")
    view = node.record
    numbers = [one.nummer for one in view.rubrieken if one.nummer and one.nummer[0].isdigit()]
    assert numbers == sorted(numbers)
    assert [number[0] for number in numbers] == sorted(number[0] for number in numbers)
    assert {number[0] for number in numbers} == {"1", "2", "3", "4", "5", "6"}
    assert view.rubrieken[0].id == "colofon"
    (limit,) = view.grenzen
    assert limit.woorden == 600
    assert 0 < words(real, in_limit(view, limit.rubrieken)) <= 600


def test_every_piece_is_found_and_what_is_missing_is_shown(real, pages):
    (node,) = real.of("weergave")
    view = node.record
    assert not [
        one.trouble for rubriek in view.rubrieken for stuk in rubriek.stukken if (one := found(real, stuk)).trouble
    ]
    page = pages["verantwoording/weergaven/werkblad-interventie.md"]
    for rubriek in view.rubrieken:
        assert f"{{#{rubriek.id}}}" in page
    assert sum(bool(lacking(real, one)) for one in view.rubrieken) == page.count('<p class="m-kop">Ontbreekt</p>')
    literature = next(one for one in view.rubrieken if one.id == "literatuur")
    assert any("literatuurlijst" in line for line in lacking(real, literature))


def test_a_view_that_is_right_says_nothing(small):
    assert codes({**small, VIEW: VIEW_TEXT}) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("woorden: 20", "woorden: 10", None),
        ("Wie vast slaapt wordt wakker.", "woord " * 21, "M613"),
        ("soort: subdoel", "soort: subdoeel", "M614"),
        ("soort: subdoel", "hoofdstuk: nergens", "M614"),
        ("soort: subdoel", "veld: bestaat_niet", "M614"),
        ("soort: subdoel", "soort: subdoel, veld: titel", "M614"),
        ("rubrieken: [kort]", "rubrieken: [kort, lang]", "M614"),
        (", ontbreekt: Er is geen onderzoek naar effecten.", "", "M615"),
    ],
)
def test_a_view_that_is_wrong_is_said(small, old, new, code):
    assert old in VIEW_TEXT
    assert codes({**small, VIEW: VIEW_TEXT.replace(old, new)}) == ([code] if code else [])


def test_the_crosswalk_shows_every_demand_and_every_gap(real, pages):
    page = pages[KRUISTABEL]
    found_ = demands(real)
    assert len({id(one.element) for one in found_}) == len(real.of("kernelement")) == 16
    assert len(found_) == len(real.of("criterium")) + len(real.of("indicator")) == 57
    for one in found_:
        assert one.stand in ("gedekt", "gedeeltelijk", "niet gedekt")
        assert bool(one.places) == (one.stand != "niet gedekt")
        assert one.places or one.gap
    assert f"{sum(one.stand == 'niet gedekt' for one in found_)} van de 57" in page
    assert len(re.findall(r'class="m-grond', page)) >= sum(len(one.places) for one in found_)


@pytest.fixture(scope="module")
def bundled(tmp_path_factory):
    """Two folders in which the same bundle was made."""
    made = []
    for name in ("een", "twee"):
        folder = tmp_path_factory.mktemp(name)
        shutil.copytree(SMALL / "content", folder / "content")
        (folder / VIEW).parent.mkdir(parents=True)
        (folder / VIEW).write_text(VIEW_TEXT)
        assert main(["--map", str(folder), "bundel", "--werkers", "1"]) == 0
        made.append(folder)
    return made


@pytest.fixture(scope="module")
def bundles(bundled):
    return [(folder / "build/bundel.zip").read_bytes() for folder in bundled]


def test_a_build_in_between_leaves_the_dossier_remembered(bundled, bundles, monkeypatch):
    """And a leak in what staff may read empties no store."""
    folder = bundled[1]
    build = ["--map", str(folder), "build"]
    copy = (SMALL / "mkdocs.yml").read_text().replace("../../overrides", str(TOP / "overrides"))
    (folder / "mkdocs.yml").write_text(copy)
    assert main(build) == 0
    assert len(list((folder / "build/store").iterdir())) > 3
    monkeypatch.setattr("generator.publishing.tree.render_all", lambda *_, **__: pytest.fail("made again"))
    again = ["--map", str(folder), "bundel"]
    with monkeypatch.context() as leaking:
        leak = Finding("M520", Severity.FOUT, Span("x"), "Dit lekt.")
        leaking.setattr("generator.proof.prove", lambda *_, **__: (leak,))
        assert main(again) == 1
    assert not (folder / "build/bundel").exists()
    assert main(again) == 0
    assert (folder / "build/bundel.zip").read_bytes() == bundles[1]


def test_a_second_build_elsewhere_gives_the_same_bundle(bundles):
    assert bundles[0] == bundles[1]


def test_the_checksums_of_the_bundle_hold_for_every_file(bundles):
    with zipfile.ZipFile(io.BytesIO(bundles[0])) as bundle:
        files = {name.partition("/")[2]: bundle.read(name) for name in bundle.namelist()}
    sums = dict(reversed(line.split("  ")) for line in files.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    assert {"dossier.pdf", "data/methodiek.json", "data/methodiek.schema.json", "data/LEESMIJ.txt"} <= set(files)


def test_the_dossier_can_be_read_by_everyone_and_says_its_version(bundles):
    with zipfile.ZipFile(io.BytesIO(bundles[0])) as bundle:
        pdf = pikepdf.open(io.BytesIO(bundle.read("bundel/dossier.pdf")))
    assert str(pdf.Root.Lang) == "nl"
    assert pdf.Root.MarkInfo.Marked
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["pdfaid:part"] == "3"
    with pdf.open_outline() as outline:
        assert outline.root
    with zipfile.ZipFile(io.BytesIO(bundles[0])) as bundle:
        data = {name.removeprefix("bundel/data/"): bundle.read(name) for name in bundle.namelist() if "/data/" in name}
    inside = {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}
    assert set(inside) == {name for name in data if not name.startswith("csv/")}
    assert all(data[name] == found_ for name, found_ in inside.items())


def test_the_dossier_has_every_sheet_once_with_why_it_is_there(small):
    methodiek = compiled({**small, VIEW: VIEW_TEXT}).methodiek
    dossier = dossier_pdf(methodiek, "0" * 64)
    assert dossier is not None
    for node in methodiek.of("werkblad"):
        assert f'id="blad-{node.id}"' in dossier.job.html
        for blad in node.record.bladen:
            assert f"<h1>{blad.titel}</h1>" in dossier.job.html
    for term in ("Waarvoor", "Subdoelen", "Gebruik", "Bewaren", "Rechten", "Eenvoudige variant", "Stopregel"):
        assert dossier.job.html.count(f'<th scope="row">{term}</th>') == len(methodiek.of("werkblad"))
    assert "<input" not in dossier.job.html and "<textarea" not in dossier.job.html
