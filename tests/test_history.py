"""What changed since: every change has its day and its reason, none is missed, and a version cannot rise in silence."""

from __future__ import annotations

import pytest

from generator.artifacts.changes import proposals
from generator.artifacts.registers import registers
from generator.artifacts.site.pages import all_pages
from generator.compiling import Project, compile_project
from generator.graph.history import history, unsaid
from generator.rules.dates import today
from tests.conftest import TOP, compiled

SHEET = "content/toolkit/middelen/avondblad.yml"
FACTOR = "content/onderbouwing/factoren/onrust.yml"
FRAME = "content/kwaliteitskader/regelmaat.yml"
FIRST = '{versie: "1.0", datum: 2026-11-21, wat: Eerste versie., waarom: De cursus begon.}'
SECOND = '{versie: "1.1", datum: 2027-03-04, wat: De vraag is korter., waarom: Niemand las hem uit.}'


def told(small, *entries: str) -> None:
    """Let the sheet of the small methodology tell of these changes, the last one first."""
    text = str(small[SHEET])
    assert FIRST in text
    small[SHEET] = text.replace(f"wijzigingen:\n  - {FIRST}", f"wijzigingen: [{', '.join(entries)}]")


def test_the_version_of_a_sheet_is_that_of_its_last_change(small):
    told(small, SECOND, FIRST)
    done = compiled(small)
    assert done.findings == ()
    sheet = done.methodiek.get("werkblad", "avondblad").record
    assert (sheet.versie, sheet.gewijzigd_op.isoformat()) == ("1.1", "2027-03-04")


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ((FIRST, SECOND), "M616"),
        ((SECOND.replace("1.1", "1.0"), FIRST), "M616"),
        ((SECOND.replace("2027-03-04", "2026-03-04"), FIRST), "M616"),
        ((SECOND.replace(", waarom: Niemand las hem uit.", ""), FIRST), "M004"),
        ((SECOND.replace('versie: "1.1", ', ""), FIRST), "M004"),
        ((SECOND.replace("1.1", "twee"), FIRST), "M005"),
        ((), "M005"),
    ],
)
def test_a_history_that_is_not_in_order_is_found_at_its_line(small, entries, code):
    told(small, *entries)
    line = next(number for number, text in enumerate(str(small[SHEET]).split("\n"), 1) if "wijzigingen" in text)
    assert (code, line) in {(one.code, one.span.line) for one in compiled(small).findings}


def test_everything_that_was_told_is_on_the_page_and_in_the_register(small):
    told(small, SECOND, FIRST)
    change = "wijzigingen: [{datum: 2027-01-05, wat: De kern is anders., waarom: Zo is hij te begrijpen.}]\n"
    small[FACTOR] = str(small[FACTOR]) + change
    methodiek = compiled(small).methodiek
    assert [one.wijziging.datum.isoformat() for one in history(methodiek)] == ["2027-03-04", "2027-01-05", "2026-11-21"]
    register = next(one for one in registers(methodiek) if one.id == "wijzigingen")
    assert [row[0].text for row in register.rows] == ["2027-03-04", "2027-01-05", "2026-11-21"]
    pages = {page.path: repr(page) for page in all_pages(methodiek)}
    every = pages["verantwoording/wijzigingen.md"]
    for words in ("De vraag is korter.", "Niemand las hem uit.", "De kern is anders.", "versie 1.1"):
        assert words in every
    assert "Niemand las hem uit." in pages["toolkit/avondblad.md"]
    assert "Zo is hij te begrijpen." in pages["onderbouwing/factoren/onrust.md"]
    assert "nog geen aangetekend" in pages["kwaliteitskader/regelmaat.md"]


def test_what_changed_in_silence_is_found_and_what_was_told_is_not(small):
    before = compiled(small).methodiek
    changed = dict(small)
    changed[SHEET] = str(small[SHEET]).replace("duur: 5 minuten", "duur: 6 minuten")
    part = str(small[FRAME]).replace("De cursus noemt een vaste tijd.", "De cursus noemt een tijd.")
    assert part != small[FRAME]
    changed[FRAME] = part
    silent = {one.key: [change.place for change in one.changes] for one in unsaid(before, compiled(changed).methodiek)}
    assert silent == {"werkblad/avondblad": ["duur"], "kernelement/regelmaat": ["tekst"]}
    told(changed, SECOND, FIRST)
    after = compiled(changed).methodiek
    left = tuple(unsaid(before, after))
    assert [one.key for one in left] == ["kernelement/regelmaat"]
    said = proposals(left, today())
    assert FRAME in said and "versie" not in said and "gewijzigd tekst" in said
    assert tuple(unsaid(after, after)) == ()


def test_a_sheet_that_is_gone_is_not_forgotten(small):
    before = compiled(small).methodiek
    gone = {path: text for path, text in small.items() if path != SHEET}
    left = {one.key: one for one in unsaid(before, compiled(gone).methodiek)}
    assert left["werkblad/avondblad"].node is None
    assert "werkblad/avondblad is weg" in proposals(tuple(left.values()), today())


def test_every_sheet_and_every_plan_tells_its_history():
    methodiek = compile_project(Project(TOP)).methodiek
    told_of = {event.node.key for event in history(methodiek)}
    for kind in ("werkblad", "draaiboek", "themacyclus"):
        assert {node.key for node in methodiek.of(kind)} <= told_of
