"""Training promises: a plan can be given as it is written, a case shows little, and no answer reaches a participant."""

from __future__ import annotations

import json
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from generator.artifacts import TextArtifact
from generator.artifacts.print.engine import PrintFault, render_all
from generator.artifacts.print.library import print_library
from generator.artifacts.print.routes import training_pdfs
from generator.artifacts.recipes import OfferedPdf
from generator.artifacts.sessions import case_slugs, slides, stops
from generator.artifacts.site.pages import all_pages
from generator.artifacts.site.rendering import site_artifacts
from generator.compiling import Project, compile_project
from generator.graph import Methodiek
from generator.pipeline import artifacts
from tests.conftest import TOP, compiled

WAY = """\
id: drie-vragen
titel: Drie vragen
kern: Kijk drie keer.
eigenaar: eigen uitwerking
rechten: Van onszelf.
minstens: 2
oordelen: [goed, niet goed]
punten:
  - {id: rust, titel: Rust, voorheen: stilte, uitleg: Is het stil?}
  - {id: licht, titel: Licht, uitleg: Is het donker?}
uitkomsten:
  - {id: slapen, titel: Slaapvlag, teken: "1", uitleg: Ga slapen.}
bron: eigen-uitwerking
"""
CASE = """\
id: late-film
titel: Een late film
code: SL-01
tekst: Iemand kijkt om elf uur nog een film. De lamp is aan.
vraag: Wat vind je ervan?
kijkwijzer: [{naar: drie-vragen, afgeleid: Oefent beide punten.}]
sleutel:
  oordelen:
    - {punt: rust, oordeel: niet goed, uitleg: Een film maakt wakker.}
    - {punt: licht, oordeel: niet goed, uitleg: De lamp brandt.}
  uitkomst: slapen
  redenering: Beide punten kunnen beter en dat is vanavond nog te doen.
  reactie: [Zet de film uit.]
bron: eigen-uitwerking
"""
TRAINING = """\
id: slaaptraining
titel: Slaaptraining
rol: gevolgd
kern: Leren slapen.
doel: Je leert slapen.
eigenaar: een ander
recht: DERDE
rechten: Blijft bij de maker.
voor_wie: slapers
vastleggen: nergens
bron: eigen-uitwerking
"""
PLAN = """\
id: slaapavond
titel: Slaapavond
code: TR-09
kern: Samen kijken naar slapen.
wijzigingen: [{versie: "1.0", datum: 2026-11-21, wat: Eerste versie., waarom: Er was nog niets.}]
rechten: Niet de training zelf.
voor_wie: slapers
groep: zes
trainer: een uitgeslapen collega
doelen: [Je kent de vragen.]
vooraf: [Leg de set klaar.]
afspraken: [Je mag gaan liggen.]
nazorg_deelnemers: Bel wie niet slaapt.
training: [{naar: slaaptraining, afgeleid: Het is een herhaling.}]
casussen: [{naar: late-film, afgeleid: Een gewone avond.}]
werkbladen: [{naar: avondblad, afgeleid: Dat blad ligt op tafel.}]
materialen:
  - {id: set, naam: De set, aantal: een}
  - {id: blad, naam: Het avondblad, aantal: een, werkblad: avondblad}
dagdelen:
  - id: avond
    titel: De avond
    variant: kort
    minuten: 60
    bij_uitloop: Kort het kijken in.
    doelen: [Je kent de vragen.]
    blokken:
      - {titel: Welkom, soort: opening, minuten: 10, werkvorm: kring, materialen: [set], doen: Begin.}
      - {titel: Kijken, soort: casus, minuten: 10, werkvorm: samen, doen: Kijk., casussen: [late-film],
         kijkwijzer: drie-vragen}
      - {titel: Feiten, soort: feit-en-duiding, minuten: 10, werkvorm: samen, doen: Scheid.}
      - {titel: Vertellen, soort: onthulling, minuten: 10, werkvorm: samen, doen: Luister.}
      - {titel: Melden, soort: melden, minuten: 10, werkvorm: samen, doen: Meld.}
      - {titel: Slot, soort: nazorg, minuten: 10, werkvorm: kring, doen: Rust.}
bron: eigen-uitwerking
"""
FILES = {
    "content/casussen/kijkwijzers/drie-vragen.yml": WAY,
    "content/casussen/late-film.yml": CASE,
    "content/trainingen/slaaptraining.yml": TRAINING,
    "content/draaiboeken/slaapavond.yml": PLAN,
}
CASE_AT, PLAN_AT = "content/casussen/late-film.yml", "content/draaiboeken/slaapavond.yml"


def found(small, path: str = "", old: str = "", new: str = "") -> list[tuple[str, int]]:
    """Return (code, line) of what is found when one thing in the small plan is changed."""
    files = dict(FILES)
    if path:
        assert old in files[path], f"{path} has no {old!r} any more"
        files[path] = files[path].replace(old, new, 1)
    small |= files
    return [(one.code, one.span.line) for one in compiled(small).findings]


class at(tuple):
    """A code and the words on the line where it must be found; equal to what is found there."""

    def __new__(cls, expected, files, path):
        made = super().__new__(cls, expected)
        made.files, made.path = files, path
        return made

    def __eq__(self, other):
        lines = str(self.files[self.path]).splitlines()
        return self[0] == other[0] and self[1] in lines[other[1] - 1]

    __hash__ = None


def test_a_good_plan_is_silent(small):
    assert found(small) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("minuten: 60", "minuten: 70", ("M308", "minuten: 70")),
        (
            "minuten: 10, werkvorm: kring, materialen",
            "minuten: 100, werkvorm: kring, materialen",
            ("M309", "minuten: 100"),
        ),
        ("soort: melden", "soort: uitleg", ("M310", "dagdelen:")),
        ("soort: onthulling", "soort: uitleg", ("M310", "dagdelen:")),
        ("soort: feit-en-duiding", "soort: uitleg", ("M310", "dagdelen:")),
        ("soort: nazorg", "soort: uitleg", ("M310", "blokken:")),
        ("soort: opening", "soort: nazorg", ("M310", "blokken:")),
        ("materialen: [set]", "materialen: [zet]", ("M211", "[zet]")),
        ("casussen: [late-film]", "casussen: [late-fim]", ("M211", "late-fim")),
        ("kijkwijzer: drie-vragen", "kijkwijzer: vier-vragen", ("M211", "vier-vragen")),
        ("werkblad: avondblad}", "werkblad: nachtblad}", ("M211", "nachtblad")),
        ("naar: slaaptraining", "naar: waaktraining", ("M201", "waaktraining")),
    ],
)
def test_a_fault_in_a_plan_is_found_at_its_line(small, old, new, expected):
    assert at(expected, small, PLAN_AT) in found(small, PLAN_AT, old, new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("punt: licht, oordeel", "punt: rust, oordeel", ("M312", "punt: rust, oordeel: niet goed, uitleg: De")),
        ("punt: licht,", "punt: lucht,", ("M312", "lucht")),
        ("oordeel: niet goed, uitleg: De", "oordeel: slecht, uitleg: De", ("M312", "slecht")),
        ("uitkomst: slapen", "uitkomst: waken", ("M312", "waken")),
        ("De lamp is aan.", "De lamp is aan. Het is warm.", ("M509", "Het is warm")),
        ("De lamp is aan.", "Dit is een slaapvlag.", ("M510", "slaapvlag")),
        ("Wat vind je ervan?", "Klopt het dat beide punten kunnen beter en dat is vanavond?", ("M510", "vraag: Klopt")),
    ],
)
def test_a_fault_in_a_case_is_found_at_its_line(small, old, new, expected):
    assert at(expected, small, CASE_AT) in found(small, CASE_AT, old, new)


def test_a_word_that_does_not_belong_in_a_case(small):
    small["content/taal.yml"] = "niet_in_casus: [{woorden: [lamp], reden: het leidt af}]\nbron: eigen-uitwerking\n"
    assert ("M509", 4) in found(small)


def test_a_measurement_has_ten_questions_with_an_answer_that_exists(small):
    question = "  - {vraag: Slaap je?, opties: [ja, nee], sleutel: {goed: 3, uitleg: Dat weet je.}}\n"
    small |= {
        **FILES,
        PLAN_AT: PLAN.replace("    minuten: 60", "    metingen: [voor]\n    minuten: 60") + "toets:\n" + question,
    }
    assert [one.code for one in compiled(small).findings] == ["M313", "M313"]


# --- the real content ------------------------------------------------------------------------------


@cache
def real() -> Methodiek:
    return compile_project(Project(TOP)).methodiek


@cache
def documents() -> dict[str, OfferedPdf]:
    return {pdf.path: pdf for pdf in training_pdfs(real())}


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> Path:
    """All documents for training, made once."""
    folder = tmp_path_factory.mktemp("training")
    for job, answer in render_all([pdf.job for pdf in documents().values()], print_library()):
        assert not isinstance(answer, PrintFault), (job.name, answer)
        path = folder / job.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(answer)
    return folder


def words_of(path: Path) -> str:
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    return flat(text)


def flat(text: str) -> str:
    return " ".join(re.findall(r"[\w’'-]*\w", text.lower()))


def keys() -> list[str]:
    """Return every sentence of every key, as flat words."""
    found = []
    for kind in ("casus", "draaiboek", "inwerkroute"):
        for node in real().of(kind):
            data = node.document.data
            parts = (
                [data["sleutel"]]
                if kind == "casus"
                else [one["sleutel"] for one in data.get("toets", data.get("zelfcheck", []))]
            )
            for part in parts:
                found += [flat(text) for text in _texts(part) if len(text.split()) >= 4]
    return found


def _texts(data: object) -> list[str]:
    if isinstance(data, str):
        return re.split(r"(?<=[.:?])\s+", data)
    values = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [text for value in values for text in _texts(value)]


def test_each_session_has_its_four_documents():
    sessions = [(node.id, one) for node in real().of("draaiboek") for one in node.record.dagdelen]
    assert sorted(one.minuten for _, one in sessions) == [90, 90, 180, 180, 180, 180]
    for plan, session in sessions:
        own = {pdf.soort for path, pdf in documents().items() if f"/{plan}/" in path and f"-{session.id}-" in path}
        assert own == {"draaiboek", "deelnemers", "sleutel", "dias"}


def test_no_answer_reaches_a_participant(printed):
    answers = keys()
    assert len(answers) > 150
    for path, pdf in documents().items():
        words = words_of(printed / path)
        given = [answer for answer in answers if answer in words]
        if pdf.soort in ("deelnemers", "dias", "route", "dagkaart"):
            assert not given, (path, given)
        elif pdf.soort == "sleutel":
            assert len(given) > 4, path


def test_no_answer_stands_on_a_page_in_the_search_index_or_in_an_export():
    answers = keys()
    for artifact in artifacts(real()):
        if isinstance(artifact, TextArtifact) and not artifact.path.endswith((".woff2", ".xlsx")):
            text = flat(re.sub(r"&#(\d+);", lambda one: chr(int(one.group(1))), artifact.data.decode()))
            assert not [answer for answer in answers if answer in text], artifact.path


def test_what_people_ask_for_is_near():
    """The tasks of a new colleague and of a trainer, as far as a machine can follow them from the start page."""
    pages = {page.path: page for page in all_pages(real())}
    doors = repr(pages["index.md"])
    assert "training/inwerken/eerste-dag.html" in doors and "training/index.html#draaiboeken" in doors
    day = repr(pages["training/inwerken/eerste-dag.md"])
    for code in ("F-04", "F-05", "A-05", "M-05", "A-09"):
        assert code in day
    training = repr(pages["training/trainingen/vlaggensysteem.md"])
    assert "personeelsdossier" in training and "kwaliteitskader/expertise-medewerkers.html" in training
    for node in real().of("draaiboek"):
        plan = repr(pages[f"training/draaiboeken/{node.id}.md"])
        assert "Als een deelnemer geraakt is" in plan and "Wat er veranderd is" in plan
        assert "dias.html" in plan and "-deelnemers.pdf" in plan


def test_a_key_is_linked_only_from_the_page_of_its_plan_or_route():
    for page in all_pages(real()):
        text = repr(page)
        if "-sleutel.pdf" in text or "-antwoorden.pdf" in text:
            assert page.kind in ("draaiboek", "inwerkroute"), page.path


def test_every_plan_has_what_it_must(printed):
    for node in real().of("draaiboek"):
        plan = node.record
        assert len(plan.toets) == 10 and plan.nazorg_deelnemers
        cases = {slug for one in plan.dagdelen for slug in case_slugs(one)}
        assert cases == {link.naar for link in plan.casussen}
        assert len(cases) >= (8 if "vlaggensysteem" in node.id else 4)
        for one in plan.dagdelen:
            assert stops(one)[-1].tot == f"{one.minuten // 60}.{one.minuten % 60:02}"
            screens = slides(real(), plan, one)
            shown = [screen for screen in screens if screen.soort == "casus"]
            assert [screen.voet for screen in shown] == [
                real().get("casus", slug).record.code for slug in case_slugs(one)
            ]
            words = words_of(printed / f"training/draaiboeken/{node.id}/{plan.code.lower()}-{one.id}-draaiboek.pdf")
            assert "als een deelnemer geraakt is" in words and "even weg" in words


def test_names_of_others_have_their_credit():
    wijzer = real().get("kijkwijzer", "zes-criteria").record
    assert len(wijzer.punten) == 6 and len(wijzer.uitkomsten) == 4
    assert {punt.voorheen for punt in wijzer.punten} >= {"zelfrespect"}
    for node in real().of("draaiboek"):
        assert "officiële training" in node.record.rechten or "alleen door hen gegeven" in node.record.rechten


def test_trainings_and_competences_are_those_of_the_source():
    roles = [node.record.rol for node in real().of("training")]
    assert sum("gevolgd" in role for role in roles) == 8
    assert sum("aangeboden" in role for role in roles) == 5
    assert len(real().of("competentie")) == 12


def test_the_first_day_has_exactly_its_five_sheets():
    codes = {edge.naar.record.code for node in real().of("dagstap") for edge in real().out(node, "werkblad")}
    assert codes == {"F-04", "F-05", "A-05", "M-05", "A-09"}


def test_a_route_fits_on_two_sides_and_in_ten_minutes(printed):
    routes = real().of("inwerkroute")
    assert len(routes) == 5
    for node in routes:
        route = node.record
        assert route.leestijd <= 10
        path = printed / f"training/inwerken/{route.code.lower()}-route.pdf"
        info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
        assert int(re.search(r"Pages:\s+(\d+)", info).group(1)) <= 2
        assert len(words_of(path).split()) <= 2000
    stand_in = real().get("inwerkroute", "weekend-invaller").record
    assert sum(step.minuten for step in stand_in.stappen) == 10
    assert (len(stand_in.zelfcheck), stand_in.voldoende) == (8, 7)


def test_documents_are_valid(printed):
    page = pytest.importorskip("page")
    wrong = {}
    for path in documents():
        for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
            failures = page.validate_pdf(str(printed / path), profile=profile).failures
            if failures:
                wrong[path, str(profile)] = failures[0].message
    assert not wrong


def test_the_ledger_of_the_search_knows_no_screens():
    index = next((one for one in site_artifacts(real()) if one.path.endswith("search_index.json")), None)
    if index is not None:
        assert "-dias.html" not in json.dumps(json.loads(index.data))
