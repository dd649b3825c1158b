"""Whatever a text field holds is text: attacks in every field of every kind, and a browser that finds only words."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from generator.artifacts import Artifact, PdfArtifact
from generator.artifacts.print.engine import PrintFault, PrintJob, render_all
from generator.artifacts.print.library import print_library
from generator.compiling import Compilation
from generator.model.kinds import KINDS
from generator.pipeline import artifacts
from tests.conftest import TOP, compiled, files_of
from tests.hostile import ATTACKS, planted
from tests.site.audit.opening import MODES, opened_faults
from tests.site.audit.sample import page_kinds
from tests.site.browser import Browser
from tests.site.markup import Markup, markup_of
from tests.site.rendered import rendered_of

FETCHING = ("href", "src", "data", "action", "formaction", "poster", "srcset", "xlink:href", "background", "srcdoc")
MARKDOWN = {(tag, "") for tag in ("em", "strong", "code", "pre", "hr", "br", "blockquote", "ul", "ol", "li", "p")}
"""What the text of a chapter may mark up, which is Markdown."""


@pytest.fixture(scope="module")
def attacked() -> tuple[Compilation, tuple[Artifact, ...]]:
    files, number = planted(files_of(TOP))
    assert number > 5000
    compilation = compiled(dict(files))
    assert not compilation.methodiek.faults
    return compilation, artifacts(compilation.methodiek)


@pytest.fixture(scope="module")
def attacked_site(attacked, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    top = tmp_path_factory.mktemp("kwaad")
    yield rendered_of(top, TOP, *attacked)
    shutil.rmtree(top, ignore_errors=True)


@pytest.fixture(scope="module")
def attacked_pages(attacked_site: Path) -> dict[str, Markup]:
    return markup_of(attacked_site)


@pytest.fixture(scope="module")
def jobs(attacked) -> list[PrintJob]:
    return [one.job for one in attacked[1] if isinstance(one, PdfArtifact)]


def test_every_kind_that_takes_text_is_attacked(attacked):
    untouched = {
        kind.name
        for kind in KINDS
        for nodes in [attacked[0].methodiek.of(kind.name)]
        if nodes and not any(any(attack[:12] in str(node.record) for attack in ATTACKS) for node in nodes)
    }
    assert untouched <= {"dekking", "vastlegging", "toetsing", "register", "uitgaven", "indeling"}, untouched


def test_no_page_has_a_tag_or_an_attribute_of_an_attack(attacked_pages, real_pages):
    pages = attacked_pages
    known = {
        (tag, name) for page in real_pages.values() for tag, attrs in page.tags for name in ("", *attrs)
    } | MARKDOWN
    for name, page in pages.items():
        for tag, attrs in page.tags:
            assert (tag, "") in known, (name, tag)
            assert not [one for one in attrs if one.startswith("on")], (name, tag, attrs)
            strange = {(tag, one) for one in attrs if not one.startswith("data-")} - known
            assert not strange, (name, strange)
            for one in FETCHING:
                target = (attrs.get(one) or "").strip().lower()
                assert not target.startswith(("javascript:", "data:text", "vbscript:")), (name, tag, target)
                assert "kwaad.invalid" not in target, (name, tag, target)
            if tag == "script" and "src" not in attrs:
                assert attrs.get("type") == "application/json", (name, attrs)


def test_attacks_are_seen_as_the_words_that_they_are(attacked_pages):
    pages = attacked_pages
    words = " ".join(" ".join(page.words) for page in pages.values())
    for attack in ATTACKS:
        assert attack in words or attack.replace("'", "’") in words, attack
    assert " 49 49" not in words


def test_a_browser_runs_nothing_and_asks_nothing(attacked_site, attacked_pages, browser: Browser):
    found = [
        fault
        for mode in MODES
        for fault in opened_faults(browser, attacked_site, page_kinds(attacked_pages).values(), mode)
    ]
    assert not found, "\n".join(map(str, found))


def test_no_document_for_paper_has_markup_of_an_attack(jobs):
    assert len(jobs) > 100
    for job in jobs:
        for tag, attrs in Markup(job.html).tags:
            assert tag not in ("script", "iframe", "object", "base", "link", "form"), (job.name, tag)
            assert not [one for one in attrs if one.startswith("on")], (job.name, tag, attrs)
            targets = " ".join(str(attrs.get(one)) for one in FETCHING if one in attrs).lower()
            assert "kwaad.invalid" not in targets and "javascript:" not in targets, (job.name, targets)


def test_no_pdf_can_do_anything(jobs):
    """One short document of every look; what it promises about pages does not matter here."""
    looks = {}
    for job in sorted(jobs, key=lambda one: -len(one.html)):
        if not job.copies and len(job.html) < 60_000:
            looks[job.stylesheets] = job
    made = 0
    for job, data in render_all([replace(one, pages=None) for one in looks.values()], print_library(), 1):
        if isinstance(data, PrintFault):
            assert "liep vast" not in data.message, data.message
            continue
        made += 1
        with pikepdf.open(BytesIO(data)) as pdf:
            assert "/Names" not in pdf.Root or not {"/JavaScript", "/EmbeddedFiles"} & set(pdf.Root.Names), job.name
            assert not {"/OpenAction", "/AA"} & set(pdf.Root), job.name
            for one in pdf.objects:
                if isinstance(one, pikepdf.Dictionary):
                    assert one.get("/S") not in ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR"), (
                        job.name
                    )
                    assert "/JS" not in one and "/AA" not in one, job.name
                    assert "kwaad" not in str(one.get("/URI", "")), job.name
    assert made
