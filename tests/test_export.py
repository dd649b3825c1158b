"""The open data: every file is read back with ordinary tools and says what the content says."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections import Counter
from datetime import date

import jsonschema
import openpyxl
import pytest

from generator.artifacts import TextArtifact
from generator.artifacts.dated import unchecked
from generator.artifacts.exports.files import FORMULA, as_csv, export_files
from generator.artifacts.exports.tables import Table
from generator.artifacts.exports.workbook import workbook
from generator.artifacts.print.book_back import glossary
from generator.artifacts.registers import registers
from generator.artifacts.site.places import page_of
from generator.artifacts.site.rendering import site_artifacts
from generator.cli import main
from generator.compiling import compile_sources
from generator.counts import counts
from generator.model.naslag import Verouderend
from generator.pipeline import artifacts
from generator.sources import read_sources
from tests.conftest import TOP, compiled


@pytest.fixture(scope="module")
def sources():
    return read_sources(TOP / "content", "content")


@pytest.fixture(scope="module")
def real(sources):
    return compile_sources(sources).methodiek


@pytest.fixture(scope="module")
def files(real) -> dict[str, bytes]:
    return {one.path: one.data for one in export_files(real)}


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


def test_the_json_keeps_to_its_schema_and_the_schema_is_one(files):
    schema = json.loads(files["methodiek.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    errors = list(jsonschema.Draft202012Validator(schema).iter_errors(json.loads(files["methodiek.json"])))
    assert not [f"{list(error.path)} {error.message[:200]}" for error in errors]


def test_the_schema_refuses_what_is_not_the_format(files):
    schema, data = json.loads(files["methodiek.schema.json"]), json.loads(files["methodiek.json"])
    data["dingen"]["factor"][0]["gegevens"].pop("kern")
    data["koppelingen"][0]["grond"] = "gevoel"
    errors = [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(data)]
    assert len(errors) == 2, errors


def test_everything_is_in_the_json_and_every_link_leads_somewhere(real, files):
    data = json.loads(files["methodiek.json"])
    assert data["tellingen"] == counts(real)
    for kind, things in data["dingen"].items():
        assert len(things) == len(real.of(kind)), kind
    assert len(data["koppelingen"]) == len(real.edges)
    assert len({one["sleutel"] for one in data["koppelingen"]}) == len(real.edges)
    known = {node.key for node in real.nodes.values()}
    assert {end for one in data["koppelingen"] for end in (one["van"], one["naar"])} <= known


def _typed(cell: str) -> str:
    """Return a cell without the apostrophe that keeps a spreadsheet from calculating it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


def test_no_program_finds_a_formula_in_a_table():
    table = Table("x", "x", ("a",), tuple((text,) for text in ("=1+1", "+31", "-1", "@x", "\tx", "gewoon", "a=b")))
    assert [row[0] for row in rows(as_csv(table))] == ["a", "'=1+1", "'+31", "'-1", "'@x", "'\tx", "gewoon", "a=b"]
    sheet = openpyxl.load_workbook(io.BytesIO(workbook((table,), "x")))["x"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}


def test_csv_and_workbook_hold_the_same_cells(files):
    book = openpyxl.load_workbook(io.BytesIO(files["methodiek.xlsx"]))
    tables = {path.removeprefix("csv/").removesuffix(".csv"): rows(data) for path, data in files.items() if "/" in path}
    assert set(book.sheetnames) == {"inhoud", *(name[:31] for name in tables)}
    for name, table in tables.items():
        sheet = [[cell or "" for cell in row] for row in book[name[:31]].iter_rows(values_only=True)]
        assert len(sheet) == len(table), name
        for seen, meant in zip(sheet, table, strict=True):
            assert all(
                one.replace("\r", "") == _typed(other).replace("\r", "") or "hier afgebroken" in one
                for one, other in zip(seen, meant, strict=True)
            ), name


def test_csv_tables_and_the_graph_count_the_same(real, files):
    for kind, number in counts(real).items():
        path = f"csv/{kind}.csv"
        assert (len(rows(files[path])) - 1 if path in files else 0) == number, kind
    assert len(rows(files["csv/koppelingen.csv"])) - 1 == len(real.edges)


def test_every_row_of_every_table_has_every_column(files):
    for path, data in files.items():
        if path.endswith(".csv"):
            table = rows(data)
            assert {len(row) for row in table} == {len(table[0])}, path
            assert all(name for name in table[0]), path


def test_the_crosswalk_has_all_elements_and_no_empty_cell(files):
    facts = json.loads((TOP / "tests/tellingen.json").read_text())
    table = rows(files["csv/kruistabel.csv"])
    index = {name: number for number, name in enumerate(table[0])}
    assert len({row[index["kernelement"]] for row in table[1:]}) == facts["kernelement"]
    demands = {(row[index["sleutel"]]) for row in table[1:]}
    assert len(demands) == facts["criterium"] + facts["indicator"]
    assert not [row for row in table[1:] for name in table[0] if not row[index[name]].strip()]
    missing = [row for row in table[1:] if row[index["stand"]] == "niet gedekt"]
    assert missing
    assert all("nog niet opgeschreven" not in row[index["waarop het berust"]] for row in missing)


def test_the_zelfscan_lets_people_choose(files):
    sheet = openpyxl.load_workbook(io.BytesIO(files["zelfscan.xlsx"]))["zelfscan"]
    heads = [cell.value for cell in sheet[1]]
    (rule,) = sheet.data_validations.dataValidation
    column = openpyxl.utils.get_column_letter(heads.index("voldoet") + 1)
    assert str(rule.sqref) == f"{column}2:{column}{sheet.max_row}"
    assert rule.formula1 == '"ja,deels,nee"'
    assert sheet.max_row - 1 == len(rows(files["csv/zelfscan.csv"])) - 1


def test_a_stranger_can_check_total_and_fingerprints(files):
    data = json.loads(files["methodiek.json"])
    canonical = json.dumps(
        [data["dingen"], data["koppelingen"]], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    assert hashlib.sha256(canonical.encode()).hexdigest() == data["controlegetal"]
    assert data["controlegetal"] in files["LEESMIJ.txt"].decode()
    marks = json.loads(files["vingerafdrukken.json"])
    told = [one for one in marks.values() if "tekst" in one]
    assert len(told) > 0.95 * len(marks)  # what holds an answer keeps its text to itself
    for one in told:
        assert one["vingerafdruk"] == "1:" + hashlib.sha256(one["tekst"].encode()).hexdigest()
    for link in data["koppelingen"]:
        said = json.loads(marks[link["sleutel"]]["tekst"])
        for end in ("van", "naar"):
            bare = marks[link[end]].get("zonder_koppelingen")
            assert bare is None or said[end] == hashlib.sha256(bare.encode()).hexdigest()


def test_equal_content_gives_equal_bytes(sources, files):
    again = {one.path: one.data for one in export_files(compile_sources(sources).methodiek)}
    assert [path for path in files if files[path] != again[path]] == []


def test_text_stays_text_in_a_workbook(small):
    path = "content/onderbouwing/factoren/onrust.yml"
    text = str(small[path])
    small[path] = text.replace(text[text.index("kern:") : text.index("\n", text.index("kern:"))], 'kern: "=1+1"')
    files = {one.path: one.data for one in export_files(compiled(small).methodiek)}
    sheet = openpyxl.load_workbook(io.BytesIO(files["methodiek.xlsx"]))["factor"]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1")
    assert cell.data_type == "s" or cell.quotePrefix or cell.value == "=1+1"
    table = rows(files["csv/factor.csv"])
    assert table[1][table[0].index("kern")] == "'=1+1"


def test_the_registers_say_what_a_reviewer_asks(real):
    found = {one.id: one for one in registers(real)}
    assert [one.id for one in found.values() for row in one.rows if not row[0].text.strip()] == [], "a row has a head"
    claims = found["uitspraken"]
    assert claims.rows
    for row in claims.rows:
        values = dict(zip(claims.heads, (cell.text for cell in row), strict=True))
        assert values["aantal"]
        assert values["jaar"]
        assert values["soort"] in ("intern", "extern")
    assert all(cell.text for row in found["rechten"].rows for cell in (row[0], *row[2:6]))
    origin = {row[0].text: [cell.text for cell in row[1:]] for row in found["herkomst"].rows}
    assert int(origin["koppelingen"][0]) == len(real.edges)
    dates = [row[3].text for row in found["vervaldatums"].rows]
    assert dates == sorted(dates)


def test_a_register_says_its_days_in_dutch_and_its_table_has_them_to_sort_by(real):
    table = next(one for one in registers(real) if one.id == "vervaldatums")
    days = {row[3].text: row[3].shown for row in table.rows}
    assert days and all(date.fromisoformat(day).strftime("%d-%m-%Y") == shown for day, shown in days.items())
    page = next(
        one.data.decode() for one in site_artifacts(real) if one.path == "verantwoording/register-vervaldatums.md"
    )
    assert all(f'<td class="m-cel--kort">{shown}</td>' in page for shown in days.values())
    assert not any(day in page for day in days)


def test_nothing_claims_a_check_that_nobody_made(real):
    """What rests on a source alone says so, on its page, in the register and in the book."""
    dated = [node for node in real.nodes.values() if isinstance(node.record, Verouderend) and node.record.vervalt_op]
    assert len(dated) > 40
    assert all(unchecked(node.record) == (not node.record.gecontroleerd_bij) for node in dated)
    open_ones = [node for node in dated if unchecked(node.record)]
    table = next(one for one in registers(real) if one.id == "vervaldatums")
    assert {row[0].text for row in table.rows if row[2].gap} == {node.titel for node in open_ones}
    pages = {one.path: one.data.decode() for one in site_artifacts(real) if one.path.endswith(".md")}
    for page, count in Counter(map(page_of, open_ones)).items():
        assert pages[page].count("niemand ging na of dit nog klopt") == count, page
    words = {slug: text for slug, _, _, text in glossary(real)}
    for node in open_ones:
        assert node.kind.name != "begrip" or words[node.id].endswith("is nog te bevestigen.")


def test_the_command_writes_the_files(tmp_path, capsys):
    assert main(["--map", str(TOP / "tests/slaapcursus"), "export", "--uit", str(tmp_path / "uit")]) == 0
    assert "begin met LEESMIJ.txt" in capsys.readouterr().out
    assert json.loads((tmp_path / "uit/methodiek.json").read_text())["tellingen"]["factor"] == 1
    assert (tmp_path / "uit/csv/koppelingen.csv").exists()


def test_a_framework_that_asks_nothing_has_no_selfscan(small):
    name = "content/kwaliteitskader/regelmaat.yml"
    with_it = {one.path for one in artifacts(compiled(small).methodiek)}
    small[name] = str(small[name]).partition("criteria:")[0] + "criteria: []\nindicatoren: []\n"
    found = {one.path: one for one in artifacts(compiled(small).methodiek)}
    scans = {f"verantwoording/{one}" for one in ("zelfscan.md", "zelfscan.pdf", "kruistabel.md")}
    assert scans <= with_it and not scans & set(found)
    pages = [one.data.decode() for one in found.values() if isinstance(one, TextArtifact) and one.path.endswith(".md")]
    assert not [page for page in pages if "zelfscan.html" in page or "kruistabel.html" in page]
