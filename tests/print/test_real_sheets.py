"""Every PDF of the real toolkit: valid, neutral, readable, on as many pages as it promises."""

from __future__ import annotations

import html
import re
import subprocess
from functools import cache
from pathlib import Path

import page
import pikepdf
import pytest

from generator.artifacts.print.packs import programme_pdfs
from generator.artifacts.print.sets import SetPdf, all_pdfs
from generator.compiling import Project, compile_project
from generator.model.taal import Taal
from generator.rules.language import pattern
from tests.conftest import TOP

PROJECT = Project(TOP)
FONT_BOX = 1.3
"""Height of a word's box, as poppler reports it for our typeface, in times its size."""


@cache
def sheets() -> dict[str, SetPdf]:
    methodiek = compile_project(PROJECT).methodiek
    return {pdf.path: pdf for pdf in (*all_pdfs(methodiek), *programme_pdfs(methodiek))}


def test_no_two_files_of_a_worksheet_read_the_same_in_its_list():
    named = [(path.rpartition("/")[0], pdf.title, pdf.note) for path, pdf in sheets().items()]
    assert len(named) == len(set(named))
    assert ("toolkit/emotiethermometer", "Hoe voel ik me? (A): Voor en na", "strookjes, om te knippen") in named


@pytest.fixture
def tree(printed: Path) -> Path:
    """The tree of the real project."""
    return printed


def text_of(path: Path) -> str:
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout


def held(methodiek) -> list[tuple[str, str]]:
    """Return (path, variant) of the PDFs that hold nothing but one sheet for a participant."""
    found = []
    for node in methodiek.of("werkblad"):
        for blad in node.record.bladen:
            if blad.soort in ("deelnemer", "knipvel"):
                found.append((f"toolkit/{node.id}/{node.record.code.lower()}-{blad.id}.pdf", blad.variant or "A"))
    return found


def test_every_sheet_is_valid_ua1_and_a3a(tree):
    wrong = {}
    for path in sheets():
        for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
            report = page.validate_pdf(str(tree / path), profile=profile)
            if report.failures:
                wrong[path, str(profile)] = report.failures[0].message
    assert not wrong


def test_every_sheet_has_the_pages_it_promises(tree):
    for path, pdf in sheets().items():
        with pikepdf.open(tree / path) as made:
            assert len(made.pages) == pdf.pages, path


def test_file_properties_tell_nothing(tree):
    for path in sheets():
        with pikepdf.open(tree / path) as made:
            assert set(made.docinfo.keys()) <= {"/Title"}, path
            xmp = str(made.open_metadata())
            assert not re.search(r"/home|/root|/tmp|Author|creator>", xmp), path


def test_paper_that_a_participant_holds_tells_nothing(tree):
    methodiek = compile_project(PROJECT).methodiek
    taal = methodiek.single("taal").record
    assert isinstance(taal, Taal) and taal.op_papier
    paths = held(methodiek)
    assert len(paths) > 60
    for path, _ in paths:
        with pikepdf.open(tree / path) as made:
            words = text_of(tree / path) + str(made.docinfo.get("/Title", "")) + Path(path).name
            assert "/AcroForm" not in made.Root, path
            assert not any("/URI" in str(link.get("/A", "")) for p in made.pages for link in p.get("/Annots", []))
        for verbod in taal.op_papier:
            found = pattern(verbod).search(words)
            assert not found, (path, found)


WORD = re.compile(
    r'<page width="[\d.]+" height="([\d.]+)"|<word xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<'
)


def sizes(path: Path) -> list[tuple[float, str]]:
    """Return (size in points, word) of what is printed above the running footer."""
    boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    found, height = [], 0.0
    for match in WORD.finditer(boxes):
        if match.group(1):
            height = float(match.group(1))
        elif float(match.group(3)) < height - 36:
            found.append(((float(match.group(3)) - float(match.group(2))) / FONT_BOX, html.unescape(match.group(4))))
    return found


def test_participants_read_large_type(tree):
    """Words at least 12 pt on A and 14 pt on B; the numbers of a scale at least 9.5 pt."""
    small = {}
    for path, variant in held(compile_project(PROJECT).methodiek):
        least = 14 if variant == "B" else 12
        for size, word in sizes(tree / path):
            number = not re.search(r"[^\W\d]{2,}", word)
            if size < (9.5 if number else least) - 0.15:
                small.setdefault((path, round(size, 1)), word)
    assert not small
