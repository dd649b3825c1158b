"""Whatever a text field holds is text: attacks in every field of every kind, and a browser that finds only words."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.artifacts.print.engine import PrintFault, render_all
from generator.artifacts.print.library import print_library
from generator.compiling import Compilation
from generator.model.kinds import KINDS
from generator.pipeline import artifacts
from tests.conftest import TOP, compiled, files_of
from tests.hostile import ATTACKS, planted
from tests.site.audit.looking import MODES, seen_faults
from tests.site.audit.sample import page_kinds
from tests.site.browser import Browser
from tests.site.markup import Markup, markup_of
from tests.site.rendered import rendered

FETCHING = ("href", "src", "data", "action", "formaction", "poster", "srcset", "xlink:href", "background", "srcdoc")


@pytest.fixture(scope="module")
def attacked() -> dict[str, str]:
    files, number = planted(files_of(TOP))
    assert number > 5000
    return files


@pytest.fixture(scope="module")
def attacked_pages(
    attacked: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, Mapping[str, Markup]]]:
    top = tmp_path_factory.mktemp("kwaad")
    site = rendered(top, TOP, attacked, clean=False)
    yield site, markup_of(site)
    shutil.rmtree(top, ignore_errors=True)


@pytest.fixture(scope="module")
def attacked_compilation(attacked: dict[str, str]) -> Compilation:
    return compiled(dict(attacked))


def test_every_kind_that_takes_text_is_attacked(attacked, attacked_compilation):
    untouched = {
        kind.name
        for kind in KINDS
        for nodes in [attacked_compilation.methodiek.of(kind.name)]
        if nodes and not any(any(attack[:12] in str(node.record) for attack in ATTACKS) for node in nodes)
    }
    assert untouched <= {"dekking", "vastlegging", "toetsing", "register", "uitgaven", "indeling"}, untouched


def test_no_page_has_a_tag_or_an_attribute_of_an_attack(attacked_pages, real_pages):
    _, pages = attacked_pages
    known = {(tag, name) for page in real_pages.values() for tag, attrs in page.tags for name in ("", *attrs)}
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
    _, pages = attacked_pages
    words = " ".join(" ".join(page.words) for page in pages.values())
    for attack in ATTACKS:
        assert attack in words or attack.replace("'", "’") in words, attack
    assert " 49 49" not in words


def test_a_browser_runs_nothing_and_asks_nothing(attacked_pages, browser: Browser):
    site, pages = attacked_pages
    found = [
        fault
        for mode in MODES
        for fault in seen_faults(browser, site, page_kinds(pages).values(), mode, opened_only=True)
    ]
    assert not found, "\n".join(map(str, found))


def test_no_document_for_paper_has_markup_of_an_attack(attacked_compilation):
    ours = {tag for job in _jobs(compiled(dict(files_of(TOP)))) for tag, _ in Markup(job.html).tags}
    for job in _jobs(attacked_compilation):
        for tag, attrs in Markup(job.html).tags:
            assert tag in ours - {"script", "iframe", "object", "base"}, (job.name, tag)
            assert not [one for one in attrs if one.startswith("on")], (job.name, tag, attrs)
            targets = " ".join(str(attrs.get(one)) for one in FETCHING if one in attrs).lower()
            assert "kwaad.invalid" not in targets and "javascript:" not in targets, (job.name, targets)


def test_no_pdf_can_do_anything(attacked_compilation):
    """One short document of every look; what it promises about pages does not matter here."""
    from dataclasses import replace
    from io import BytesIO

    import pikepdf

    looks = {}
    for job in sorted(_jobs(attacked_compilation), key=lambda one: -len(one.html)):
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


def _jobs(compilation: Compilation):
    return [one.job for one in artifacts(compilation.methodiek) if hasattr(one, "job")]
