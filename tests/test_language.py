"""What participants read: planted faults are found on the line where they stand, and a good sheet stays silent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.taal import Woordverbod
from generator.rules.language import folded, may_stand, pattern
from tests.conftest import TOP, compiled

SHEET = "content/toolkit/middelen/avondblad.yml"
TAAL = """\
maten:
  - {variant: A, woorden_gemiddeld: 10, woorden_hoogstens: 15, taken_per_bladzijde: 6}
  - {variant: B, woorden_gemiddeld: 7, woorden_hoogstens: 10, taken_per_bladzijde: 4}
op_papier:
  - {woorden: ["slaapstoornis*", kliniek], reden: het verraadt iets}
niet_vragen:
  - {woorden: [hoe vaak, "beschrijf*"], reden: het vraagt naar een voorval}
niet_schrijven:
  - {woorden: [waarom], reden: het klinkt als een verhoor, liever: wat maakt dat}
bron: eigen-uitwerking
"""


def found(small, block: str, variant: str = "A") -> list[tuple[str, int]]:
    small["content/taal.yml"] = TAAL
    text = str(small[SHEET]).replace("variant: A", f"variant: {variant}")
    small[SHEET] = text + f"      - {{soort: kader, tekst: {block}}}\n"
    return [(one.code, one.span.line) for one in compiled(small).findings]


def test_a_good_sheet_is_silent(small):
    assert found(small, "Rustig aan. Je mag stoppen.") == []


@pytest.mark.parametrize(
    ("block", "variant", "code"),
    [
        ("een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien", "A", "M401"),
        ("een twee drie vier vijf zes zeven acht negen tien elf", "B", "M401"),
        ("Hoe vaak was dat?", "A", "M404"),
        ("Beschrijf de avond.", "A", "M404"),
        ("Waarom sliep je niet?", "A", "M405"),
        ("Ga NOOIT laat naar bed.", "A", "M405"),
        ("Dit is van de kliniek.", "A", "M504"),
        ("Over slaapstoornissen.", "A", "M504"),
    ],
)
def test_a_planted_fault_is_found_at_its_line(small, block, variant, code):
    assert (code, 29) in found(small, block, variant)


def test_long_sentences_on_average(small):
    long = " ".join(["Dit is een zin met precies twaalf woorden die ook echt telt."] * 12)
    assert "M402" in {code for code, _ in found(small, long, "B")}


def test_too_many_tasks(small):
    small["content/taal.yml"] = TAAL
    small[SHEET] = str(small[SHEET]) + "      - {soort: lijnen, vraag: Nog iets?, regels: 1}\n" * 6
    assert [one.code for one in compiled(small).findings] == ["M403"]


def test_a_telling_word_in_the_neutral_title(small):
    small["content/taal.yml"] = TAAL
    small[SHEET] = str(small[SHEET]).replace("neutrale_titel: Mijn avond", "neutrale_titel: De kliniek")
    assert [(one.code, one.span.line) for one in compiled(small).findings] == [("M504", 4)]


def test_words_inside_other_words_are_left_alone(small):
    assert found(small, "Het was kliniekachtig stil.") == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("gebruik: G0", "gebruik: G2", "M501"),
        ("    variant: A", "    variant: A\n    invulbaar: ja", "M502"),
        ("neutrale_titel: Mijn avond\n", "", "M503"),
        ("recht: EIGEN", "recht: KAART", "M505"),
        ("    variant: A", "    variant: A\n    bladzijden: 2", "M507"),
        ("    blokken:", "    blokken:\n      - soort: nieuwe-bladzijde", "M507"),
    ],
)
def test_what_a_sheet_must_have(small, old, new, code):
    small[SHEET] = str(small[SHEET]).replace(old, new)
    assert code in {one.code for one in compiled(small).findings}


PACK = """\
id: avondset
titel: Avondset
code: P-01
kern: Alles voor de avond.
uitleg: Print dit.
bron: eigen-uitwerking
werkbladen: [{naar: avondblad, afgeleid: Het hoort bij de avond.}]
stukken: [{werkblad: avondblad, bladen: [blad]}]
"""
CYCLE = """\
id: avonden
titel: Avonden
code: C-02
kern: Twee avonden.
uitleg: Steeds opnieuw.
bron: eigen-uitwerking
venster: 2
avonden:
  - {naar: avondblad, afgeleid: Eerst de avond.}
  - {naar: nachtblad, afgeleid: Dan de nacht.}
kernthemas: [{naam: Nacht, avonden: [nachtblad]}]
wijzigingen: [{versie: "1.0", datum: 2026-11-21, wat: Eerste versie., waarom: De cursus begon.}]
"""


def with_second_sheet(small):
    small[SHEET.replace("avond", "nacht")] = (
        str(small[SHEET]).replace("id: avondblad", "id: nachtblad").replace("M-01", "M-02")
    )


def test_a_pack_and_a_cycle_that_are_good(small):
    with_second_sheet(small)
    small["content/programma/pakketten/avondset.yml"] = PACK
    small["content/programma/cycli/avonden.yml"] = CYCLE
    assert compiled(small).findings == ()


def test_a_window_that_misses_a_theme(small):
    with_second_sheet(small)
    small["content/programma/cycli/avonden.yml"] = CYCLE.replace("venster: 2", "venster: 1")
    (finding,) = compiled(small).findings
    assert (finding.code, finding.span.line) == ("M307", 9)


def test_a_heavy_sheet_in_a_pack(small):
    small["content/programma/pakketten/avondset.yml"] = PACK
    small[SHEET] = str(small[SHEET]).replace("gebruik: G0", "gebruik: G3")
    assert "M506" in {one.code for one in compiled(small).findings}


def test_a_pack_that_names_a_sheet_that_is_not_there(small):
    small["content/programma/pakketten/avondset.yml"] = PACK.replace("[blad]", "[blat]")
    (finding,) = compiled(small).findings
    assert finding.code == "M207" and "blad" in finding.hint


FACTOR = "content/onderbouwing/factoren/onrust.yml"
GUIDE = """\
begeleiding:
  doel: Rust.
  wanneer_wel: [elke avond]
  wanneer_niet: [nooit]
  klaarleggen: [pen]
  tijd: 5 minuten
  start: Ga zitten.
  stappen: [{tekst: Lees het blad voor.}]
  zinnen_wel: ["%s"]
  zinnen_niet: ["%s"]
  afronding: Klaar.
"""


def spoken(small, right: str, wrong: str = "Doe maar.") -> list[str]:
    """Return what the methodology's own rules of language find in what a guide says and doesn't say."""
    small["content/taal.yml"] = (TOP / "content/taal.yml").read_text()
    small[SHEET] = str(small[SHEET]) + GUIDE % (right, wrong)
    return [one.code for one in compiled(small).findings if "M405" < one.code < "M412"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hij heeft je toch gedwongen?",
        "Waarom ging je terug?",
        "Klopt het dat hij je sloeg?",
        "Vertel precies wat er was.",
        "Wat is er gebeurd?",
        "Met wie heb je dat gedaan?",
    ],
)
def test_a_guide_never_leads(small, sentence):
    assert spoken(small, sentence) == ["M406"]


@pytest.mark.parametrize(
    "sentence", ["Is er iets wat je kwijt wilt?", "Wat heb je nu nodig?", "Je hoeft niets te zeggen."]
)
def test_an_open_sentence_is_silent(small, sentence):
    assert spoken(small, sentence) == []


def test_what_not_to_say_may_be_shown_as_such(small):
    assert spoken(small, "Rustig aan.", "Waarom ging je terug? Had je maar gebeld.") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Had zij maar nee gezegd.", "M407"),
        ("Het was haar eigen schuld.", "M407"),
        ("Zij was uitdagend gekleed.", "M407"),
        ("Let op getinte jongens.", "M408"),
        ("Vaak is het een mooi meisje.", "M408"),
        ("Het gebeurt bij een bepaalde afkomst.", "M408"),
        ("Kijk ook naar etniciteit.", "M408"),
        ("Zij draagt opeens dure kleding.", "M408"),
        ("Niet iedereen ziet het, en dat komt door haar hoofddoek.", "M408"),
        ("Zij kon niet weg, maar het was eigen schuld.", "M407"),
        ("Zij liet zich gebruiken.", "M407"),
        ("Hij filmde de penetratie.", "M409"),
        ("Zij kreeg een dickpic.", "M409"),
        ("Zij dreigde met pillen slikken.", "M409"),
        ("Dit is een erkende interventie.", "M410"),
        ("Deze aanpak is bewezen effectief.", "M410"),
        ("Het helpt aantoonbaar.", "M410"),
    ],
)
def test_what_blames_profiles_or_promises_is_found_anywhere(small, text, code):
    small["content/taal.yml"] = (TOP / "content/taal.yml").read_text()
    small[FACTOR] = str(small[FACTOR]).replace("Er is steeds iets te doen.", text)
    assert (code, FACTOR) in {(one.code, one.span.file) for one in compiled(small).findings}


@pytest.mark.parametrize(
    "text",
    [
        "Het is nooit haar eigen schuld.",
        "Zeg niet: had je maar.",
        "De bron noemt het ‘bewezen effectief’.",
        "Er is niet bewezen dat het werkt.",
        "Let op wat iemand doet, niet op huidskleur.",
        "Niet naar kleding, afkomst of hoe zij eruitziet.",
        "Schuld (nooit haar eigen schuld) is van wie het deed.",
    ],
)
def test_who_denies_it_or_quotes_it_may(small, text):
    small["content/taal.yml"] = (TOP / "content/taal.yml").read_text()
    small[FACTOR] = str(small[FACTOR]).replace("Er is steeds iets te doen.", f'"{text}"')
    assert [one.code for one in compiled(small).findings] == []


@settings(max_examples=150, deadline=None)
@given(st.data())
@pytest.mark.parametrize("words", [("eigen schuld",), ("uitlok*", "je wilde"), ("naïef*",), ("kist", "MISsie")])
def test_the_quick_look_misses_no_word_that_the_pattern_finds(words, data):
    verbod = Woordverbod(woorden=words, reden="-")
    text = data.draw(st.from_regex(pattern(verbod)))
    assert may_stand(verbod, folded(f"Eerst. {text} en dan"))
