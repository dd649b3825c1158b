"""The tasks of new colleagues and reviewers that the handbook answers, done as they do: from a folder, clicking."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from generator.graph import Methodiek
from generator.model.naslag import Onderzoek, Tegenstrijdigheid
from tests.conftest import TOP, compiled, files_of
from tests.site.markup import Markup
from tests.site.walker import Visit

FIRST_DAY = {
    "M-05": "het meisje",
    "A-05": "mentor of ambulant hulpverlener",
    "F-04": "mentor en ambulant hulpverlener",
    "F-05": "een vrouwelijke medewerker",
    "A-09": "iedereen",
}
CODE = re.compile(r"\b[A-Z]-(?:SG|S?\d\d|[GLSW]\d?)\b")
CASES = [
    ["15", "Ja", "Nee", "Ouders of voogd", "Geen melding. In haar dossier: waarom niet, en wat zij zelf wilde"],
    ["16", "Nee", "Maakt niet uit", "Zijzelf", "Geen melding, ook niet anoniem. In haar dossier: waarom niet"],
    [
        "17",
        "Ja",
        "Maakt niet uit",
        "Zijzelf",
        "Melding. In haar dossier: haar verklaring en een kopie van het formulier",
    ],
]
APPENDIX = {
    "duur": "D13 D14", "fasen optellen": "D15 D16", "subdoelnummers": "D02", "factornummers": "D01",
    "anoniem melden": "D39", "wie toestemming geeft": "D39", "leefklimaat": "D56", "instrumenten": "D63",
    "naam van de ARIJ": "D28", "elementen naast basiselementen": "D04", "namen van kernelementen": "D22 D23",
    "julia": "D44", "seksuele gezondheid": "D61", "aantallen": "D55", "namen en gaten": "D25 D27 D67 D76",
}  # fmt: skip
CLAIM = re.compile(r"\b(bewezen|bewijst|effectie(?:f|ve|viteit)|aangetoond|evidence)\b", re.IGNORECASE)
MODEST = re.compile(r"\b(niets?|geen|niemand|Databank Effectieve Jeugdinterventies)\b|\?", re.IGNORECASE)
FIGURES = re.compile(r"\b8,5\b|\bruim 4 maanden\b|\b2[24] meisjes\b|\b12 en 14\b|\b[Oo]ngeveer de helft\b")


@pytest.fixture(scope="module")
def methodiek() -> Methodiek:
    """The real content."""
    return compiled(files_of(TOP)).methodiek  # type: ignore[arg-type]


def test_n1_the_first_day_names_its_five_sheets_and_who_fills_them(visit: Visit) -> None:
    walker = visit()
    walker.click("Dag 1")
    assert walker.clicks <= 3
    said = walker.text()
    assert set(CODE.findall(said)) == set(FIRST_DAY)
    for code, who in FIRST_DAY.items():
        before = said[: said.index(code)]
        assert who in before[-420:], code
    walker.click("Dag 1: de eerste 24 uur")
    assert {row[0] for row in walker.table("Code")} == set(FIRST_DAY)
    assert set(CODE.findall(walker.text())) == set(FIRST_DAY)
    assert walker.clicks <= 3


def test_n3_asking_on_is_answered_with_the_rule_the_reason_and_the_source(visit: Visit) -> None:
    walker = visit()
    hits = walker.search("doorvragen")
    answer = next(one for one in hits[:3] if "hoofdstukken/authentieke-verklaring" in one)
    walker.follow(answer)
    said = walker.text()
    assert "vraag óf er iets is. Vraag niet hoe, wie, waar of hoe vaak." in said
    assert "authentieke verklaring" in said
    assert "kan een aangifte daardoor minder waard worden" in said
    assert "pagina jeugd-ggz, Zorgdragen voor een authentieke verklaring" in said


def test_n4_three_cases_have_one_outcome_each_and_the_difference_shows(visit: Visit) -> None:
    walker = visit()
    walker.click("Ik ben nieuw")
    walker.click("Samenwerken in de keten")
    assert walker.table("Zij is") == CASES
    assert walker.table("Bron")[-1] == [
        "Interventiebeschrijving", "Het meisje en haar ouders", "Bij een nee van haar kan het anoniem",
    ]  # fmt: skip
    walker.click("verschil D39")
    assert walker.clicks <= 3
    assert walker.page.run("location.hash") == "#d39"
    assert "Geeft zij geen toestemming, dan kan de melding anoniem." in walker.text()


@pytest.mark.parametrize("words", ["wie tekent", "toestemming comensha", "16 wil niet melden"])
def test_n4_a_search_leads_to_the_cases(visit: Visit, words: str) -> None:
    assert any("samenwerken-in-de-keten" in one for one in visit().search(words)[:3])


def test_n7_the_glossary_says_what_a_sier_is_when_whose_and_where(visit: Visit) -> None:
    hits = visit().search("SIER")[:3]
    assert any("begrippen.html#sier" in one or "toolkit/sier.html" in one for one in hits)
    walker = visit()
    walker.click("Naslag")
    walker.click("Begrippen")
    said = walker.page.wait("document.querySelector('#sier')?.closest('.m-onderdeel')?.innerText")
    for words in ("Konijn & Bontes (2012)", "aan het begin en einde van de hulp", "staan niet in dit handboek", "V-03"):
        assert words in said, words


def test_r1_from_4d_to_factor_activity_sheet_indicator_and_source(visit: Visit) -> None:
    walker = visit()
    walker.click("Ketens: van factor tot kader")
    walker.click("Deeldoelen")
    walker.click("Indicatoren", below="#politie-en-comensha")
    assert walker.clicks <= 3
    said = walker.text()
    own = said[said.index("4d Politie en CoMensha ingeschakeld") :]
    own = own[: own.index("deeldoel 4d") + 20]
    for words in (
        "2 Afhankelijk van de loverboy via subdoel 4",
        "Startgesprek bron interventiebeschrijving, Verantwoording 1. Crisisopvang",
        "F-02 CoMensha toestemmingsformulier meisje bron interventiebeschrijving, 1.2 Subdoelen",
        "Is er niet gemeld, dan staat in haar dossier waarom. via F-02",
        "interventiebeschrijving, 1.2 Subdoelen, deeldoel 4d",
    ):
        assert words in own, words


def test_r1_every_goal_has_an_activity_and_a_sheet_or_a_written_gap(methodiek: Methodiek) -> None:
    """A goal without letters stands for itself; of one with letters, every letter counts."""
    goals = [one for one in methodiek.of("subdoel") if not methodiek.parts(one, "deeldoel")]
    goals += methodiek.of("deeldoel")
    assert len(goals) == 17
    for goal in goals:
        acts = [*methodiek.referrers(goal, "activiteit"), *methodiek.referrers(goal, "lijn")]
        assert acts, goal.id
        assert methodiek.referrers(goal, "werkblad"), goal.id


def test_r4_no_sentence_claims_an_effect(real_pages: Mapping[str, Markup]) -> None:
    claims = {
        (name, sentence)
        for name, page in real_pages.items()
        for sentence in re.split(r"(?<=[.?!])\s+", " ".join(" ".join(page.words).split()))
        if CLAIM.search(sentence) and not MODEST.search(sentence)
    }
    assert claims == set()


def test_r4_every_figure_has_a_number_a_year_and_says_intern(visit: Visit, methodiek: Methodiek) -> None:
    records = methodiek.all(Onderzoek)
    assert len(records) >= 30
    assert all(one.aantal and one.jaar and one.kanttekening for one in records)
    inside = [one for one in records if one.soort == "intern"]
    walker = visit()
    walker.click("Ik ben nieuw")
    walker.click("Onderzoek en cijfers")
    rows = walker.table("Wat")
    assert len(rows) == 9
    assert all(len(row) == 5 and all(row) and row[4] == "intern" for row in rows)
    assert len(inside) >= len(rows)


def _texts(value: object) -> Iterator[str]:
    """Yield the paragraphs of every text in a record, and of a table its rows."""
    if isinstance(value, str):
        for block in re.split(r"\n\s*\n", value):
            yield from block.split("\n") if block.startswith("|") else [block]
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def test_r4_no_text_gives_a_figure_of_our_own_without_saying_intern(methodiek: Methodiek) -> None:
    """A research record says it in a field, and a difference quotes its sources; every other text says it itself."""
    bare = {
        (node.key, text)
        for node in methodiek.nodes.values()
        if node.parent is None and node.kind.name not in ("onderzoek", "tegenstrijdigheid")
        for text in _texts(node.record.but(zoekwoorden=None).data())
        if FIGURES.search(text) and "intern" not in text
    }
    assert bare == set()


def test_r5_every_difference_shows_both_readings_the_line_the_reason_and_who_decides(
    visit: Visit, methodiek: Methodiek
) -> None:
    records = {one.code: one for one in methodiek.all(Tegenstrijdigheid)}
    assert len(records) == 91
    assert {code for codes in APPENDIX.values() for code in codes.split()} <= set(records)
    walker = visit()
    walker.click("Ik beoordeel")
    walker.click("Verschillen tussen bronnen")
    assert walker.clicks <= 3
    shown = walker.page.run(
        "[...document.querySelectorAll('main .m-onderdeel')].map((one) => [one.querySelector('h3').id, one.innerText])"
    )
    assert len(shown) == 91
    for slug, said in shown:
        record = records[slug.upper()]
        words = " ".join(said.split()).lower()
        for part in (*(one.tekst for one in record.lezingen), record.lijn.split("\n")[0], record.beslist, "omdat"):
            assert " ".join(part.split()).lower() in words, (slug, part)
        assert record.besloten_op or "nog te beslissen" in words
