"""Whatever a file holds: a finding at its place, in Dutch, and never a traceback."""

from __future__ import annotations

import pytest

from tests.conftest import compiled

FACTOR = "content/onderbouwing/factoren/onrust.yml"
GOOD = """\
id: onrust
titel: Onrust
kern: Er is steeds iets te doen.
toelichting: Wie nooit stil wordt, valt laat in slaap.
nummers: [{bron: cursusboek, nummer: "1"}]
bron: cursusboek
subdoelen: [{naar: avondritme, bron: cursusboek}]
aanpakelementen: []
"""

CHAPTER, HEAD = "content/handleiding/hoofdstukken/a.md", "---\nid: a\n---\n"

# name: (path, content, code, line, column)
BAD: dict[str, tuple[str, str | bytes, str, int, int]] = {
    "malformed YAML": (FACTOR, 'id: onrust\ntitel: "Onrust\n', "M001", 2, 15),
    "bad indentation": (FACTOR, "id: onrust\n  titel: Onrust\n", "M001", 2, 8),
    "tab": (FACTOR, "id: onrust\nx:\n\t- a\n", "M001", 3, 1),
    "duplicate key": (FACTOR, "id: onrust\ntitel: a\ntitel: b\n", "M002", 3, 1),
    "unknown field": (FACTOR, GOOD + "toelichtng: x\n", "M003", 9, 1),
    "missing field": (FACTOR, GOOD.replace("titel: Onrust\n", ""), "M004", 1, 1),
    "wrong type": (FACTOR, GOOD.replace("titel: Onrust", "titel: [a, b]"), "M005", 2, 8),
    "not a number": ("content/handleiding/fasen/extra.yml", "id: extra\nduur_weken: veel\n", "M005", 2, 13),
    "path that climbs": (FACTOR, GOOD.replace("naar: avondritme", "naar: ../avondritme"), "M005", 7, 20),
    "alias bomb": (FACTOR, "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "M006", 2, 8),
    "tag": (FACTOR, "id: !!python/object:os.system x\n", "M006", 1, 5),
    "second document": (FACTOR, GOOD + "---\nid: b\n", "M006", 9, 1),
    "5 MB scalar": (FACTOR, "id: " + "x" * 5_000_000, "M007", 1, 5),
    "long scalar": (FACTOR, "id: " + "x" * 60_000, "M007", 1, 5),
    "deep nesting": (FACTOR, "id: " + "[" * 60 + "]" * 60, "M007", 1, 25),
    "very deep nesting": (FACTOR, "id: " + "[" * 50_000, "M007", 1, 25),
    "a thousand fields": (FACTOR, "".join(f"veld{number}: x\n" for number in range(1001)), "M007", 1001, 1),
    "long body": (CHAPTER, HEAD + "a " * 20_000, "M007", 4, 1),
    "a thousand headings": (CHAPTER, HEAD + "## a\n" * 1001, "M007", 1004, 1),
    "lists in lists": (CHAPTER, HEAD + "Zo:\n" + "1. " * 400, "M007", 5, 1),
    "quotes in quotes": (CHAPTER, HEAD + "> " * 11, "M007", 4, 1),
    "a deep indent": (CHAPTER, HEAD + "- a\n" + " " * 44 + "- a\n", "M007", 5, 1),
    "a wide table": (CHAPTER, HEAD + "|a" * 50, "M007", 4, 1),
    "control character": (FACTOR, "id: onrust\ntitel: On\x07rust\n", "M008", 2, 10),
    "bidi override": (FACTOR, "id: onrust\ntitel: On‮rust\n", "M008", 2, 10),
    "invalid UTF-8": (FACTOR, b"id: onrust\ntitel: \xff\xfe\n", "M008", 2, 1),
    "empty file": (FACTOR, "", "M009", 1, 1),
    "only a comment": (FACTOR, "# niets\n", "M009", 1, 1),
    "a list": (FACTOR, "- onrust\n", "M009", 1, 1),
    "no front matter": ("content/handleiding/hoofdstukken/a.md", "# Hallo\n", "M009", 1, 1),
    "unknown folder": ("content/onderbouwing/gedachten/x.yml", GOOD, "M010", 1, 1),
    "wrong suffix": ("content/onderbouwing/factoren/x.md", "---\nid: x\n---\nHallo\n", "M010", 1, 1),
    "id is not the file": (FACTOR, GOOD.replace("id: onrust", "id: drukte"), "M013", 1, 5),
    "dangling reference": (FACTOR, GOOD.replace("naar: avondritme", "naar: weg"), "M201", 7, 20),
    "misspelled reference": (FACTOR, GOOD.replace("naar: avondritme", "naar: avondritm"), "M201", 7, 20),
    "reference to the wrong kind": (FACTOR, GOOD.replace("naar: avondritme", "naar: oefenen"), "M202", 7, 20),
    "duplicate id": (FACTOR.replace("onrust.yml", "onrust-twee.yml"), GOOD, "M203", 1, 5),
    "unknown source": (FACTOR, GOOD.replace("bron: cursusboek\n", "bron: boekje\n"), "M206", 6, 7),
    "link without ground": (FACTOR, GOOD.replace(", bron: cursusboek}]\na", "}]\na"), "M601", 7, 13),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_a_finding_at_its_place(name, small):
    path, content, code, line, column = BAD[name]
    small[path] = content
    compilation = compiled(small)
    assert compilation.errors
    found = {
        (finding.code, finding.span.file, finding.span.line, finding.span.column) for finding in compilation.errors
    }
    assert (code, path, line, column) in found, found
    assert all(finding.message.endswith(".") for finding in compilation.errors)


@pytest.mark.parametrize("name", [name for name, case in BAD.items() if case[2] < "M010" and case[2] != "M004"])
def test_one_broken_file_gives_one_finding_and_not_a_chain(name, small):
    path, content, *_ = BAD[name]
    if path not in small:
        pytest.skip("a file more breaks nothing else")
    small[path] = content
    assert len(compiled(small).findings) == 1


def test_two_mistakes_in_one_file_are_both_reported(small):
    small[FACTOR] = GOOD.replace("titel: Onrust", "titel: [a]").replace("kern:", "krn:")
    codes = [finding.code for finding in compiled(small).findings]
    assert sorted(codes) == ["M003", "M004", "M005"]


def test_an_impossible_date(small):
    path = "content/toolkit/middelen/avondblad.yml"
    small[path] = str(small[path]).replace("2026-11-21", "2026-02-30")
    (finding,) = compiled(small).findings
    assert (finding.code, finding.span.line) == ("M005", 14)
    assert "datum" in finding.message


def test_a_circle_where_none_may_be(small):
    path = "content/toolkit/middelen/avondblad.yml"
    text = str(small[path])
    other = text.replace("id: avondblad", "id: ochtendblad").replace("code: M-01", "code: M-02")
    small[path] = text + "bouwt_voort_op: [{naar: ochtendblad, afgeleid: Eerst de ochtend.}]\n"
    small[path.replace("avond", "ochtend")] = other + "bouwt_voort_op: [{naar: avondblad, afgeleid: Eerst de avond.}]\n"
    found = [finding for finding in compiled(small).findings if finding.code == "M204"]
    assert {finding.span.file for finding in found} == {path, path.replace("avond", "ochtend")}


@pytest.mark.parametrize("name", ["methodiek.yml", "dekking.yml"])
def test_a_missing_required_file(name, small):
    del small[f"content/{name}"]
    assert "M011" in {finding.code for finding in compiled(small).findings}


def test_byte_order_mark_and_windows_line_ends_are_accepted(small):
    small[FACTOR] = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert compiled(small).errors == ()


def test_a_misspelling_gets_a_suggestion(small):
    small[FACTOR] = GOOD.replace("naar: avondritme", "naar: avondritm")
    (finding,) = [one for one in compiled(small).findings if one.code == "M201"]
    assert "avondritme" in finding.hint
    small[FACTOR] = GOOD + "toelichtng: x\n"
    (finding,) = [one for one in compiled(small).findings if one.code == "M003"]
    assert "toelichting" in finding.hint


def test_numbers_stay_as_they_were_written(small):
    small[FACTOR] = GOOD.replace('nummer: "1"', "nummer: 1.10")
    node = compiled(small).methodiek.get("factor", "onrust")
    assert node.record.nummers[0].nummer == "1.10"


def test_a_pictogram_that_does_not_exist(small):
    path = "content/toolkit/middelen/avondblad.yml"
    small[path] = str(small[path]) + "      - {soort: kader, tekst: Rustig aan., picto: wolkk}\n"
    (finding,) = compiled(small).findings
    assert (finding.code, finding.span.file) == ("M205", path)
    assert "wolk" in finding.hint


def test_a_block_that_does_not_exist(small):
    path = "content/toolkit/middelen/avondblad.yml"
    small[path] = str(small[path]) + "      - {soort: kadr, tekst: Rustig aan.}\n"
    (finding,) = compiled(small).findings
    assert finding.code == "M012"
    assert "kader" in finding.hint
