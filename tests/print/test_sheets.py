"""Sheets promise: every block prints, text stays text, her paper is neutral, and every page count is kept."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import Any, get_args

import pytest

from generator.artifacts.print.drawings import zone_faces
from generator.artifacts.print.engine import PrintFault, PrintJob, render_all
from generator.artifacts.print.explanation import Uitleg, Verwijzing
from generator.artifacts.print.facilitator import facilitator_view
from generator.artifacts.print.forms import (
    STYLESHEETS,
    document_html,
    facilitator_pages,
    sheet_html,
    sheet_pages,
)
from generator.artifacts.print.group import set_plan
from generator.artifacts.print.library import print_library
from generator.artifacts.print.symbols import WORDS, symbol
from generator.artifacts.print.templating import environment, paragraphs
from generator.model.blokken import Blok, Teken
from generator.model.toolkit import Werkblad
from generator.records import fields
from generator.sources import SourceFile, parse
from tests.conftest import TOP

SIX = {
    "formulieren/veiligheidsplan",
    "middelen/emotiethermometer",
    "middelen/genogram",
    "themas/grenzen-2",
    "vragenlijsten/sier",
    "aanvulling/onthullingskaart",
}
NEVER_ON_HER_PAPER = (
    "waarom",
    "loverboy",
    "pinq",
    "meisa",
    "crisis",
    "lvb",
    "opvang",
    "slachtoffer",
    "mensenhandel",
    "grenzen 2",
    "genogram",
    "emotiethermometer",
    "veiligheidsplan",
    "naam:",
)
TWELVE = (
    "Doel",
    "Wanneer",
    "Klaarleggen",
    "Tijd",
    "Start",
    "Stappen",
    "Zinnen",
    "Als ze iets vertelt",
    "Afronding",
    "Bewaren",
    "Variant B",
    "Grond",
)
TRAP = "<b>{{ 7 * 7 }}</b>{% raw %} & \"quote\" 'tik'"

MINIMAL: dict[str, dict[str, Any]] = {
    "tekst": {"tekst": "Een zin."},
    "stappen": {"stappen": [{"tekst": "Doe dit."}]},
    "lijnen": {"vraag": "Een vraag"},
    "zinnen": {"zinnen": ["Ik kan:"]},
    "schaal": {"vraag": "Hoe gaat het?"},
    "voor-na": {},
    "vinkjes": {"vraag": "Kies", "opties": ["een"]},
    "keuzetabel": {"kolommen": ["ja", "nee"], "rijen": ["een"]},
    "tabel": {"kolommen": [{"kop": "Wat"}], "leeg": 1},
    "tekenvlak": {"hoogte": 20},
    "legenda": {"tekens": [{"teken": "cirkel", "betekenis": "iemand"}]},
    "kaartjes": {"kaartjes": [{"tekst": "Een kaart."}]},
    "thermometer": {
        "zones": [{"naam": "Hoog", "van": 6, "tot": 10}, {"naam": "Laag", "van": 0, "tot": 5}],
        "kolommen": ["Dit helpt"],
    },
    "stroken": {},
    "tijdlijn": {"haltes": ["nu"]},
    "kader": {"tekst": "Let hierop."},
    "wel-niet": {"wel": ["dit"], "niet": ["dat"]},
    "lijst": {"punten": ["een"]},
    "feiten": {"feiten": [{"term": "Wat", "uitleg": "Dit."}]},
    "naast-elkaar": {
        "links": [{"soort": "tekst", "tekst": "Links."}],
        "rechts": [{"soort": "tekst", "tekst": "Rechts."}],
    },
    "nieuwe-bladzijde": {},
}

MAXIMAL: dict[str, dict[str, Any]] = {
    "tekst": {"kop": "Kop", "tekst": "Eerste alinea.\n\nTweede alinea."},
    "stappen": {
        "kop": "Kop",
        "naast_elkaar": "ja",
        "stappen": [{"tekst": "Doe dit.", "picto": "hart", "uitleg": "Zo dan."}] * 4,
    },
    "lijnen": {"vraag": "Een vraag", "uitleg": "Uitleg", "picto": "hart", "regels": 4},
    "zinnen": {"kop": "Kop", "uitleg": "Uitleg", "zinnen": ["Ik kan:", "Ik wil:"], "regels": 3},
    "schaal": {"vraag": "Hoe?", "vorm": "gezichten", "van": 0, "tot": 4, "links": "niet", "rechts": "wel"},
    "voor-na": {"voor": "Eerst?", "na": "Daarna?", "einden": "0 laag", "vorm": "cijfers"},
    "vinkjes": {
        "vraag": "Kies",
        "uitleg": "Uitleg",
        "opties": [{"tekst": "een", "picto": "hart", "uitleg": "dit"}, "twee"],
        "kolommen": 2,
        "anders": "anders",
        "een": "ja",
    },
    "keuzetabel": {
        "kop": "Kop",
        "uitleg": "Uitleg",
        "kolommen": [{"tekst": "ja", "picto": "ja"}, "nee", "soms", "anders"],
        "rijen": [{"tekst": "een", "picto": "hart"}, "twee"],
        "genummerd": "ja",
    },
    "tabel": {
        "kop": "Kop",
        "uitleg": "Uitleg",
        "kolommen": [{"kop": "Wie", "breedte": 2, "uitleg": "functie"}, {"kop": "Wat"}],
        "rijen": [{"tekst": "een", "uitleg": "dit"}, "twee"],
        "leeg": 2,
        "hoogte": 15,
    },
    "tekenvlak": {"kop": "Kop", "uitleg": "Uitleg", "hoogte": 60, "midden": "ik", "ringen": 5},
    "legenda": {
        "kop": "Kop",
        "tekens": [{"teken": name, "betekenis": "dit"} for name in WORDS],
        "kolommen": 4,
    },
    "kaartjes": {"kaartjes": [{"tekst": "Een kaart.", "nummer": "1", "picto": "hart"}] * 5, "kolommen": 4},
    "thermometer": {
        "zones": [
            {"naam": "Zone", "van": low, "tot": low + 1, "uitleg": "Zo voelt dat.", "opties": ["een", "twee"]}
            for low in (8, 6, 4, 2, 0)
        ],
        "kolommen": ["een", "twee", "drie"],
        "kop": "Kop",
        "onder": "Onder",
        "cijfers": "nee",
    },
    "stroken": {"kop": "Kop", "aantal": 3, "velden": ["voor", "na"], "vorm": "gezichten"},
    "tijdlijn": {"kop": "Kop", "haltes": ["toen", "nu", "straks"], "boven": "fijn", "onder": "lastig"},
    "kader": {"kop": "Kop", "tekst": "Eerst.\n\nDan.", "picto": "hart", "toon": "let-op"},
    "wel-niet": {"wel_kop": "Doe", "niet_kop": "Laat", "wel": ["dit", "dat"], "niet": ["zo"]},
    "lijst": {"kop": "Kop", "punten": ["een", "twee"], "afvinken": "ja"},
    "feiten": {"kop": "Kop", "feiten": [{"term": "Wat", "uitleg": "Dit.\n\nEn dat."}] * 2},
    "naast-elkaar": {
        "links": [{"soort": "lijnen", "vraag": "Een vraag"}, {"soort": "tekst", "tekst": "Links."}],
        "rechts": [{"soort": "naast-elkaar", **MINIMAL["naast-elkaar"]}],
        "verdeling": "2-3",
    },
    "nieuwe-bladzijde": {},
}
CLOSED = {"soort", "picto", "teken", "vorm", "verdeling", "toon"}
CLOSED |= {"een", "naast_elkaar", "genummerd", "afvinken", "cijfers"}
"""Fields that hold a choice or a name of a drawing, not text."""


def werkblad(bladen: list[dict[str, Any]], **fields: Any) -> Werkblad:
    """Make a toolkit item of nothing but these sheets."""
    return Werkblad.read(
        {
            "id": "proef",
            "titel": "Proefblad",
            "bron": "eigen-uitwerking",
            "code": "P-01",
            "lijst": "middelen",
            "recht": "EIGEN",
            "gebruik": "G2",
            "bewaren": "B1",
            "doel": "Proberen",
            "wanneer": "Nu",
            "wie": "iemand",
            "duur": "kort",
            "wijzigingen": [{"versie": "1.0", "datum": "2026-11-21", "wat": "Eerste versie.", "waarom": "Proef."}],
            "bladen": bladen,
            **fields,
        }
    )


def blad(blokken: list[dict[str, Any]], **fields: Any) -> dict[str, Any]:
    return {"id": "proef", "soort": "staf", "titel": "Proef", "blokken": blokken, **fields}


def all_blocks(examples: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"soort": soort, **fields} for soort, fields in examples.items() if soort != "nieuwe-bladzijde"]


def uitleg(**fields: Any) -> Uitleg:
    return Uitleg(**{"gebruik": "samen", "bewaren": "van haar", **fields})


def html_of(item: Werkblad) -> str:
    return sheet_html(item, item.bladen[0], uitleg())


def facilitator_html(item: Werkblad, words: Uitleg) -> str:
    return document_html(item.titel, [facilitator_view(item, words)])


def words_of(html: str) -> str:
    """What people read, the title of the window included."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def printed(*jobs: PrintJob) -> dict[str, bytes | PrintFault]:
    return {job.name: answer for job, answer in render_all(jobs, print_library())}


@cache
def six() -> dict[str, Werkblad]:
    found = {}
    for name in sorted(SIX):
        path = TOP / "content" / "toolkit" / f"{name}.yml"
        item = Werkblad.read(parse(SourceFile(str(path), path.read_bytes())).data)
        found[item.id] = item
    return found


def real_uitleg() -> Uitleg:
    """Titles as long as the real ones, and the real disclosure card."""
    link = Verwijzing("Een titel van een gewone lengte", "afgeleid", "Een regel die zegt hoe wij daarbij komen.", "5c")
    card = six()["onthullingskaart"]
    return uitleg(onthulling=card.bladen[0].blokken, onthullingskaart="de kaart", subdoelen=(link,), fasen=(link,))


def test_every_kind_of_block_has_an_example_and_a_template():
    kinds = {get_args(fields(cls)["soort"].annotation)[0] for cls in get_args(get_args(Blok)[0])}
    templates = {name[8:-5] for name in environment().list_templates() if name.startswith("blokken/")}
    assert kinds == templates == set(MINIMAL) == set(MAXIMAL)


@pytest.mark.parametrize("soort", MINIMAL)
@pytest.mark.parametrize("invulbaar", ["ja", "nee"])
@pytest.mark.parametrize("examples", [MINIMAL, MAXIMAL], ids=["minimal", "maximal"])
def test_a_block_prints_with_little_and_with_much(soort, invulbaar, examples):
    blokken = [{"soort": soort, **examples[soort]}, {"soort": "tekst", "tekst": "Slot."}]
    html = html_of(werkblad([blad(blokken, invulbaar=invulbaar)]))
    assert "Slot." in html
    assert ("<input" in html or "<textarea" in html) <= (invulbaar == "ja")


def test_blocks_print_without_a_complaint():
    jobs = [
        PrintJob(f"{name} {fill}", html_of(item), STYLESHEETS, None, fill == "ja")
        for name, examples, fill in (
            ("minimal", MINIMAL, "nee"),
            ("maximal", MAXIMAL, "nee"),
            ("maximal", MAXIMAL, "ja"),
        )
        for item in [werkblad([blad(all_blocks(examples), invulbaar=fill, bladzijden=12)])]
    ]
    assert [answer for answer in printed(*jobs).values() if isinstance(answer, PrintFault)] == []


def trapped(value: Any, key: str = "") -> Any:
    """Put markup in every text."""
    if isinstance(value, dict):
        return {name: trapped(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [trapped(one, key) for one in value]
    return TRAP if isinstance(value, str) and key not in CLOSED else value


@pytest.mark.parametrize("soort", [soort for soort in MAXIMAL if soort != "nieuwe-bladzijde"])
def test_markup_in_a_text_is_shown_as_text(soort):
    example = {"soort": soort, **trapped(MAXIMAL[soort])}
    item = werkblad([blad([example], titel=TRAP, ondertitel=TRAP, slot=TRAP, invulbaar="ja")], titel=TRAP)
    html = html_of(item)
    assert "<b>" not in html
    assert TRAP in words_of(html)
    assert html.count("{{ 7 * 7 }}") == html.count("7 * 7")


def test_every_sign_of_a_legend_is_drawn_and_named():
    signs = set(get_args(fields(Teken)["teken"].annotation))
    assert signs == set(WORDS)
    assert all(f"<title>{WORDS[sign]}</title>" in symbol(sign) for sign in signs)


def test_rings_are_drawn_around_a_word_that_stays_text():
    html = html_of(werkblad([blad([{"soort": "tekenvlak", "hoogte": 80, "ringen": 3, "midden": "<i>"}])]))
    assert html.count("<circle") == 3 + 1
    assert "&lt;i&gt;</text>" in html


def test_a_thermometer_shows_each_number_once_or_none_at_all():
    thermometer = {"soort": "thermometer", **MINIMAL["thermometer"]}
    numbers = [
        re.findall(r"<text[^>]*>(\d+)</text>", html_of(werkblad([blad([{**thermometer, "cijfers": shown}])])))
        for shown in ("ja", "nee")
    ]
    assert numbers == [[str(n) for n in range(10, -1, -1)], []]


def test_faces_go_from_tense_to_calm():
    assert [[face for face, _ in zone_faces(count)] for count in (3, 5)] == [[5, 3, 1], [5, 4, 3, 2, 1]]


def test_an_empty_line_starts_a_paragraph():
    assert paragraphs("een\ntwee\n\n  drie ") == ["een twee", "drie"]


@pytest.mark.parametrize("formaat", ["A4", "A4-liggend", "A6x4"])
def test_too_much_on_her_sheet_is_counted_and_not_overprinted(formaat):
    crowd = [{"soort": "lijnen", "vraag": f"Vraag {n}", "regels": 4} for n in range(9)]
    item = werkblad([blad(crowd, soort="deelnemer", formaat=formaat)])
    (answer,) = printed(PrintJob("vol", html_of(item), STYLESHEETS, 1)).values()
    assert isinstance(answer, PrintFault)
    assert "in plaats van 1" in answer.message


def test_her_paper_says_nothing_about_where_it_comes_from():
    sheets = [(item, one) for item in six().values() for one in item.bladen if one.soort in ("deelnemer", "knipvel")]
    assert len(sheets) == 10
    for item, one in sheets:
        words = words_of(sheet_html(item, one, real_uitleg())).lower()
        assert [word for word in NEVER_ON_HER_PAPER if re.search(rf"\b{word}", words)] == [], (item.id, one.id)
        assert "je mag altijd iets overslaan." in words or one.soort == "knipvel"
        assert one.titel == item.neutrale_titel


def test_her_paper_has_nothing_to_fill_in_on_a_screen_and_no_italics():
    for item in six().values():
        for one in item.bladen:
            html = sheet_html(item, one, real_uitleg())
            assert ("<input" in html or "<textarea" in html) == one.invulbaar
            assert "<em" not in html and "<i>" not in html
    assert [one.id for item in six().values() for one in item.bladen if one.invulbaar] == ["plan"]


def test_sheets_that_are_kept_ask_for_a_mark_and_not_for_a_name():
    plan, card = six()["veiligheidsplan"].bladen[0], six()["veiligheidsplan"].bladen[-1]
    record = words_of(sheet_html(six()["veiligheidsplan"], plan, real_uitleg()))
    assert "Kenmerk" in record and "Bewaar in het zorgsysteem" in record
    assert "Kenmerk" not in words_of(sheet_html(six()["veiligheidsplan"], card, real_uitleg()))


def test_every_field_has_a_name_and_a_meaning_of_its_own():
    item = six()["veiligheidsplan"]
    html = sheet_html(item, item.bladen[0], uitleg())
    fields = re.findall(r'<(?:input|textarea)[^>]*name="([^"]+)" [^>]*title="([^"]+)"', html)
    assert len(fields) > 40
    assert len({name for name, _ in fields}) == len({title for _, title in fields}) == len(fields)


def test_a_facilitator_sheet_has_its_twelve_blocks_in_order():
    expected = [f"{number} {name}" for number, name in enumerate(TWELVE, 1)]
    for item in six().values():
        if item.begeleiding:
            html = facilitator_html(item, real_uitleg())
            found = [words_of(one) for one in re.findall(r"<h2[^>]*>(?:(?!</h2>).)*</h2>", html)]
            assert found == expected


@pytest.mark.parametrize("gebruik", ["G0", "G1", "G2", "G3"])
def test_the_disclosure_card_stands_on_every_sheet_that_is_not_used_alone(gebruik):
    item = six()["grenzen-2"].but(gebruik=gebruik)
    words = words_of(facilitator_html(item, real_uitleg()))
    assert ("nooit hoe, wie, waar of hoe vaak" in words) == (gebruik in ("G2", "G3"))
    assert ("Pak daarna de kaart." in words) == (gebruik in ("G0", "G1"))


def test_the_set_for_seven_has_each_sheet_as_often_as_it_is_wanted():
    item = six()["grenzen-2"]
    plan = set_plan(item, 7, 1)
    kinds = [*((blad.soort, blad.variant) for blad in item.bladen), "begeleiding"]
    assert [([kinds[part - 1] for part in parts], times) for parts, times in plan.copies] == [
        ([("deelnemer", "A")], 6),
        ([("deelnemer", "B")], 1),
        ([kind for kind in kinds[:-1] if kind[0] not in ("deelnemer", "bijlage")], 1),
        (["begeleiding"], 1),
    ]
    assert plan.pages == 7 + 1 + 2


def test_every_sheet_keeps_its_promised_pages():
    jobs = [
        PrintJob(f"{item.id} {one.id}", sheet_html(item, one, real_uitleg()), STYLESHEETS, pages, one.invulbaar)
        for item in six().values()
        for one in item.bladen
        for pages in [sheet_pages(one)]
    ] + [
        PrintJob(f"{item.id} begeleiding", facilitator_html(item, real_uitleg()), STYLESHEETS, facilitator_pages(item))
        for item in six().values()
        if item.begeleiding
    ]
    assert len(jobs) == 18
    assert [answer for answer in printed(*jobs).values() if isinstance(answer, PrintFault)] == []


def test_a_parent_holds_large_type_and_is_addressed_as_a_parent():
    item = werkblad([blad([{"soort": "lijnen", "vraag": "Wat helpt u?"}], soort="ouder", variant="B")], titel="Gesprek")
    html = html_of(item)
    assert "U mag altijd iets overslaan." in html and "Je mag" not in html
    assert "maat-b" in html and 'data-links=""' in html and 'class="klassen"' not in html


def test_an_appendix_about_a_girl_goes_to_the_care_system():
    for own, kept in (({}, True), ({"bewaren": "B0"}, False)):
        item = werkblad([blad([{"soort": "tekst", "tekst": "Tekst."}], soort="bijlage", **own)], bewaren="B1")
        assert ("Bewaar in het zorgsysteem" in words_of(html_of(item))) == kept


def test_a_sheet_may_have_a_class_of_its_own():
    words = words_of(html_of(werkblad([blad([{"soort": "tekst", "tekst": "Tekst."}], gebruik="G3")], gebruik="G1")))
    assert "G3 alleen mentor" in words and "G1" not in words


def test_an_option_that_ends_in_a_colon_has_room_to_write():
    block = {"soort": "vinkjes", "vraag": "Kies", "opties": ["rust", "iets anders:"]}
    assert html_of(werkblad([blad([block])])).count('class="rest"') == 1


@pytest.mark.parametrize("soort", ["schaal", "voor-na", "stroken"])
def test_every_face_has_a_box(soort):
    block = {"soort": soort, **MINIMAL[soort], "vorm": "gezichten"}
    html = html_of(werkblad([blad([block])]))
    assert html.count("gezicht-") == html.count('class="hokje rond"') > 0


def test_numbered_rows_may_be_called_anything():
    table = {"soort": "keuzetabel", **MINIMAL["keuzetabel"], "genummerd": "ja"}
    assert ">Kaart<" in html_of(werkblad([blad([table])]))
    assert ">Zin<" in html_of(werkblad([blad([{**table, "rijkop": "Zin"}])]))


def test_with_parents_the_guide_says_what_to_do_when_a_parent_tells_something():
    guide = {**six()["grenzen-2"].begeleiding.data(), "bij_vertellen": "Luister naar de ouder."}
    item = werkblad([blad([{"soort": "tekst", "tekst": "Tekst."}], soort="ouder")], gebruik="G2", begeleiding=guide)
    words = words_of(facilitator_html(item, real_uitleg()))
    assert "8 Als een ouder iets vertelt Luister naar de ouder." in words
    assert "nooit hoe, wie, waar of hoe vaak" not in words
