"""The PDF engine promises: valid for people and archives, the same bytes everywhere, and no faulty document ever."""

from __future__ import annotations

import hashlib
import io
import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import page
import pytest

from generator.artifacts.print import engine
from generator.artifacts.print.engine import walls
from generator.artifacts.print.engine.workers import Loss, Terms, Wall, guarded, in_workers

FONTS = Path(engine.__file__).parents[3] / "assets" / "fonts"
TOP = Path(engine.__file__).parents[4]
STYLES = ("fonts/print-fonts.css", "sheet.css")
CSS = """
@page { size: A4; margin: 20mm; @top-right { content: element(head) } @bottom-right { content: counter(page) } }
.head { position: running(head) }
section { break-before: page }
input, textarea { border: .5pt solid; width: 40mm }
input[type=checkbox], input[type=radio] { width: 5mm; height: 5mm }
img { width: 20mm }
textarea { height: 30mm; background: url(lines.svg) }
"""
SUN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'
BODY = """
<div class="head">Werkblad</div>
<h1>Mijn dag</h1>
<p>Eén <b>vette</b> regel, “zo”, voor € 5, met <a href="https://example.org/"><b>een</b> koppeling</a>.</p>
<ol><li>eerst<ul><li>daarna</li></ul></li></ol>
<img src="https://assets.invalid/sun.svg" alt="Een zon">
<h2>Tabel</h2>
<table><thead><tr><th scope="col">Wat</th><th scope="col">Hoe</th></tr></thead>
<tbody><tr><th scope="row">Eten</th><td>fijn 1</td></tr></tbody></table>
"""
FIELDS = """
<p><input name="naam" title="Naam"></p><p><input type="checkbox" name="klaar" title="Klaar"></p>
<p><input type="radio" name="vaak" value="1" title="Nooit"> <input type="radio" name="vaak" value="2" title="Vaak"></p>
<textarea name="over" title="Over mij"></textarea>
"""
SECTIONS = (
    f"<section>{BODY}</section>",
    '<section><h1>Twee</h1><p><a href="mailto:a@example.org">mail</a></p></section>',
    '<section><p>Slot <img src="https://assets.invalid/sun.svg" alt="Nog een zon"></section>',
)


def assets(css: str = CSS) -> engine.Assets:
    """The real fonts and a small design."""
    lines = SUN.replace("circle", "path")
    return engine.Assets(
        {
            **engine.Assets.from_folders({"fonts": FONTS}),
            "sheet.css": (css.encode(), "text/css"),
            "sun.svg": (SUN.encode(), "image/svg+xml"),
            "lines.svg": (lines.encode(), "image/svg+xml"),
        }
    )


def job(body: str = BODY, name: str = "blad", **promises: Any) -> engine.PrintJob:
    """One sheet."""
    html = f'<!doctype html><html lang="nl"><head><title>Blad</title></head><body>{body}</body></html>'
    return engine.PrintJob(name, html, STYLES, **promises)


def make(one: engine.PrintJob, css: str = CSS) -> bytes | engine.PrintFault:
    """What the engine answers to one job."""
    [(_, answer)] = engine.render_all([one], assets(css))
    return answer


def fault(one: engine.PrintJob, css: str = CSS) -> str:
    """The message of a job that must not succeed."""
    answer = make(one, css)
    assert isinstance(answer, engine.PrintFault)
    assert answer.name == one.name
    return answer.message


def python(script: str, **environment: str) -> str:
    """Runs a script in a fresh interpreter that can import this file's own helpers; gives what it prints."""
    command = [sys.executable, "-c", script]
    paths = os.pathsep.join([str(TOP), str(Path(__file__).parent)])
    variables = {**os.environ, "PYTHONPATH": paths, **environment}
    return subprocess.run(command, env=variables, cwd="/", check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture(scope="module")
def sheet() -> bytes:
    """One sheet with everything on it."""
    answer = make(job(BODY + FIELDS, fillable=True, pages=1))
    assert isinstance(answer, bytes), answer
    return answer


@pytest.fixture(scope="module")
def repeated() -> bytes:
    """Two pages that come out twice and one that comes out three times, laid out once."""
    answer = make(job("".join(SECTIONS), copies=(((1, 2), 2), ((3,), 3)), pages=7))
    assert isinstance(answer, bytes), answer
    return answer


ATTACHED = (
    engine.Attached("tabel.json", "application/json", "De gegevens", "Data", date(2026, 11, 21), b'{"een": 1}\r'),
    engine.Attached("LEESMIJ.txt", "text/plain", "Uitleg", "Supplement", date(2026, 11, 21), b"Lees mij."),
)


@pytest.fixture(scope="module")
def attached() -> bytes:
    """A document with files inside."""
    answer = make(job(BODY, attachments=ATTACHED))
    assert isinstance(answer, bytes), answer
    return answer


def test_files_go_along_as_they_are_and_each_once(attached: bytes) -> None:
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(io.BytesIO(attached)) as pdf:
        found = {name: spec.get_file() for name, spec in pdf.attachments.items()}
        assert {name: file.read_bytes() for name, file in found.items()} == {one.name: one.data for one in ATTACHED}
        assert {name: file.mime_type for name, file in found.items()} == {one.name: one.mime for one in ATTACHED}
        specs = [(str(one.UF), str(one.AFRelationship)[1:], str(one.Desc)) for one in pdf.Root.AF]
        assert specs == sorted((one.name, one.relation, one.description) for one in ATTACHED)


def test_files_count_for_the_key_and_the_bytes(attached: bytes) -> None:
    plain, other = job(BODY), job(BODY, attachments=(replace(ATTACHED[0], data=b"{}"), ATTACHED[1]))
    mine = job(BODY, attachments=ATTACHED)
    assert len({engine.key(one, assets()) for one in (plain, other, mine)}) == 3
    assert make(mine) == attached
    assert make(other) != attached
    assert b"EmbeddedFile" not in make(plain)
    with pytest.raises(ValueError, match="same name"):
        job(BODY, attachments=(ATTACHED[0], ATTACHED[0]))


@pytest.mark.parametrize("made", ["sheet", "repeated", "attached"])
@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A])
def test_a_document_is_accessible_and_archivable(
    made: str, profile: Any, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "made.pdf").write_bytes(request.getfixturevalue(made))
    report = page.validate_pdf(str(tmp_path / "made.pdf"), profile=profile)
    assert [failure.message for failure in report.failures] == []


def tags(path: Path) -> list[Any]:
    """The tags of a document, each with its page; fails where a tag and what it tags don't know each other."""
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(path) as pdf:
        numbers = {one.obj.objgen: number for number, one in enumerate(pdf.pages)}
        parents = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        assert parents[::2] == sorted(set(parents[::2]))
        owners = dict(zip(parents[::2], parents[1::2], strict=True))
        names: dict[str, int] = {}

        def told(tag: Any) -> Any:
            if "/ID" in tag:
                assert str(tag.ID) not in names
                names[str(tag.ID)] = len(names)
            heads = [names[str(name)] for name in tag.get("/A", {}).get("/Headers", ())]
            kids: list[Any] = []
            for kid in tag.K:
                if isinstance(kid, int):
                    assert owners[tag.Pg.StructParents][kid].objgen == tag.objgen
                    kids.append(kid)
                elif kid.get("/Type") == "/OBJR":
                    assert owners[kid.Obj.StructParent].objgen == tag.objgen
                    assert kid.Obj.objgen in [note.objgen for note in tag.Pg.Annots]
                    kids.append(str(kid.Obj.get("/Contents")))
                else:
                    assert (kid.P.objgen, kid.Pg.objgen) == (tag.objgen, tag.Pg.objgen)
                    kids.append(told(kid))
            return numbers[tag.Pg.objgen], str(tag.S), heads, kids

        return [told(tag) for tag in pdf.Root.StructTreeRoot.K[0].K]


def test_copies_read_like_pages_of_their_own(repeated: bytes, tmp_path: Path) -> None:
    one, two, three = SECTIONS
    by_hand = make(job("".join([one, two, one, two, three, three, three]), pages=7))
    assert isinstance(by_hand, bytes), by_hand
    (tmp_path / "by_hand.pdf").write_bytes(by_hand)
    (tmp_path / "repeated.pdf").write_bytes(repeated)
    assert tags(tmp_path / "repeated.pdf") == tags(tmp_path / "by_hand.pdf")
    assert len(repeated) < len(by_hand)


def test_copies_are_drawn_once(repeated: bytes, tmp_path: Path) -> None:
    pikepdf = pytest.importorskip("pikepdf")
    (tmp_path / "repeated.pdf").write_bytes(repeated)
    with pikepdf.open(tmp_path / "repeated.pdf") as pdf:
        drawn = [one.obj.Contents.objgen for one in pdf.pages]
        assert drawn[:2] == drawn[2:4]
        assert len(set(drawn)) == 3
        assert len({one.obj.objgen for one in pdf.pages}) == 7
        assert [str(item.title) for item in pdf.open_outline().root] == ["Mijn dag", "Twee"]


def test_jobs_that_share_a_layout_come_out_as_if_alone() -> None:
    plans: list[tuple[engine.Copies, ...]] = [
        (),
        (((1,), 2), ((2, 3), 1)),
        (((1, 2, 3), 3),),
        (((4,), 1),),
        (((3, 1), 2), ((1,), 1)),
    ]
    jobs = [job("".join(SECTIONS), name=str(number), copies=plan) for number, plan in enumerate(plans)]
    together = {one.name: answer for one, answer in engine.render_all(jobs, assets(), workers=2)}
    assert [type(together[one.name]) for one in jobs] == [bytes, bytes, bytes, engine.PrintFault, bytes]
    assert together == {one.name: make(one) for one in jobs}


@pytest.mark.parametrize(
    ("sections", "promises", "told"),
    [
        (3, {"copies": (((1, 4), 2),)}, "heeft geen deel 4"),
        (3, {"copies": (((1, 2), 2), ((3,), 1)), "pages": 4}, "telt 5 pagina’s in plaats van 4"),
        (2, {"copies": (((1,), 2), ((2,), 1))}, "Deel 2 staat op een pagina met een ander deel"),
        (0, {"copies": (((1,), 2),), "fillable": True}, "“naam” staat op een pagina die wordt herhaald"),
    ],
)
def test_what_can_not_be_repeated_is_not_made(sections: int, promises: dict[str, Any], told: str) -> None:
    body = {0: f"<section>{FIELDS}</section>", 2: "<p>een</p><p>twee</p>", 3: "".join(SECTIONS)}[sections]
    assert told in fault(job(body, **promises))


@pytest.mark.parametrize("copies", [(((), 1),), (((0,), 1),), (((1,), 0),), (((1, 1), 1),)])
def test_a_plan_for_copies_asks_for_what_can_be(copies: tuple[engine.Copies, ...]) -> None:
    with pytest.raises(ValueError, match="blad"):
        job(copies=copies)


def test_a_part_of_a_layout_is_that_part_alone(tmp_path: Path) -> None:
    """No word, font, field or bookmark of what is left out, and a title of its own."""
    pikepdf = pytest.importorskip("pikepdf")
    other = f"<section><h1>Ander blad</h1>{FIELDS}</section>"
    answer = make(job(SECTIONS[0] + other + SECTIONS[1], copies=(((3, 1), 1),), pages=2, title="Eigen naam"))
    assert isinstance(answer, bytes), answer
    (tmp_path / "deel.pdf").write_bytes(answer)
    with pikepdf.open(tmp_path / "deel.pdf") as pdf:
        assert [str(item.title) for item in pdf.open_outline().root] == ["Mijn dag", "Twee"]
        assert str(pdf.docinfo.Title) == "Eigen naam"
        assert "AcroForm" not in pdf.Root or not list(pdf.Root.AcroForm.Fields)
    assert {number for number, *_ in tags(tmp_path / "deel.pdf")} == {0, 1}
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        assert [one.message for one in page.validate_pdf(str(tmp_path / "deel.pdf"), profile=profile).failures] == []


def test_a_sheet_tells_what_it_is_and_nothing_about_its_maker(sheet: bytes) -> None:
    packet = sheet[sheet.index(b"<x:xmpmeta") : sheet.index(b"</x:xmpmeta>")].decode()
    assert re.search(r'pdfaid:part="3"', packet)
    assert re.search(r"<pdfuaid:part>1<", packet)
    assert "Blad" in packet
    assert not re.search(r"Producer|Creator|Date|WeasyPrint", packet)


def test_fields_stand_upright_in_groups_and_with_appearances(sheet: bytes, tmp_path: Path) -> None:
    pikepdf = pytest.importorskip("pikepdf")
    (tmp_path / "sheet.pdf").write_bytes(sheet)
    with pikepdf.open(tmp_path / "sheet.pdf") as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        assert sorted(str(field.T) for field in fields) == ["klaar", "naam", "over", "vaak"]
        widgets = [note for note in pdf.pages[0].Annots if note.Subtype == "/Widget"]
        assert all("/N" in widget.AP and widget.Rect[1] < widget.Rect[3] for widget in widgets)
        assert all("/Off" in widget.AP.N for widget in widgets if "/AS" in widget)
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        [link] = [note for note in pdf.pages[0].Annots if note.Subtype == "/Link"]
        assert str(link.Contents) == "een koppeling"


def test_bytes_depend_on_nothing_but_the_job() -> None:
    script = """
import hashlib, test_engine as t
jobs = [t.job(t.BODY + t.FIELDS + f"<p>{n}", name=str(n), fillable=True) for n in range(3)]
print(sorted((job.name, hashlib.sha256(pdf).hexdigest()) for job, pdf in t.engine.render_all(jobs, t.assets(), %s)))
"""
    alone = python(script % 1, PYTHONHASHSEED="1", TZ="Asia/Tokyo")
    together = python(script % 3, PYTHONHASHSEED="2", LC_ALL="C")
    assert alone == together
    mine = make(job(BODY + FIELDS + "<p>1", fillable=True))
    assert isinstance(mine, bytes)
    assert hashlib.sha256(mine).hexdigest() in alone


def test_every_job_is_answered_also_beside_faulty_ones() -> None:
    jobs = [job(f"<h1>{n}</h1>", name=str(n), pages=2 if n % 2 else 1) for n in range(7)]
    counted: list[tuple[int, int]] = []
    answers = engine.render_all(jobs, assets(), workers=2, progress=lambda *count: counted.append(count))
    good = {one.name: isinstance(answer, bytes) for one, answer in answers}
    assert good == {str(n): n % 2 == 0 for n in range(7)}
    assert counted == [(n, 7) for n in range(1, 8)]


@pytest.mark.parametrize(
    ("body", "promises", "told"),
    [
        ('<img src="https://example.org/a.png" alt="a">', {}, "https://example.org/a.png"),
        ('<img src="file:///etc/passwd" alt="a">', {}, "file:///etc/passwd"),
        ('<img src="data:image/png;base64,AA" alt="a">', {}, "data:image/png"),
        ('<img src="weg.svg" alt="a">', {}, "“weg.svg” hoort niet bij de opmaak"),
        ('<link rel="stylesheet" href="sheet.css">', {}, "verwijst zelf naar een bestand"),
        ("<p>heen → weer</p>", {}, "“→” (U+2192 RIGHTWARDS ARROW)"),
        ("<p>een</p>", {"pages": 2}, "telt 1 pagina’s in plaats van 2"),
        ('<input name="naam" title="Naam">', {}, "geen invulvelden hebben, maar heeft deze: naam"),
        ('<input name="naam">', {"fillable": True}, "“naam” heeft geen omschrijving"),
        ('<input name="a" title="a"><input name="a" title="b">', {"fillable": True}, "“a” komt meer dan één keer voor"),
        ('<input name="a" title="a" value="b">', {"fillable": True}, "al ingevuld"),
        ('<form><input name="a" title="b"></form>', {"fillable": True}, "staat in een <form>"),
        ('<div class="head"><input name="a" title="b"></div>', {"fillable": True}, "kop- of voettekst"),
        (
            '<input type="radio" name="r" title="1"><section><input type="radio" name="r" title="2"></section>',
            {"fillable": True},
            "keuzegroep “r” loopt door",
        ),
        ('<p style="opacity: .5">vaag</p>', {}, "opacity"),
        ("<h1>een</h1><h3>drie</h3>", {}, "Na een h1 komt een h3"),
        ("<table><tr><th>kop</th></tr></table>", {}, "(scope)"),
        (SUN, {}, "<title>"),
        ('<img src="sun.svg">', {}, "alt"),
        ('<a href="ergens.html">ergens</a>', {}, "“ergens.html” werkt niet buiten de site"),
        ('<a href="#nergens">nergens</a>', {}, "nergens"),
    ],
)
def test_a_faulty_document_is_not_made(body: str, promises: dict[str, Any], told: str) -> None:
    assert told in fault(job(body, **promises))


@pytest.mark.parametrize(
    ("css", "told"),
    [
        ("p { filter: blur(1px) }", "over “sheet.css”"),
        ("@font-face { font-family: x; src: url(https://example.org/x.ttf) }", "https://example.org/x.ttf"),
        ("@color-profile --x { src: url(x.icc) }", "“x.icc”"),
        ("p::before { content: '✓' }", "“✓” (U+2713 CHECK MARK)"),
    ],
)
def test_a_faulty_stylesheet_is_told(css: str, told: str) -> None:
    assert told in fault(job("<p>tekst</p>"), css)


def test_a_stylesheet_that_is_not_there_or_brings_no_font_is_told() -> None:
    assert "“weg.css” bestaat niet" in fault(replace(job(), stylesheets=("weg.css",)))
    assert "lettertype" in fault(replace(job(), stylesheets=("sheet.css",)))


def test_fonts_of_the_machine_never_come_in() -> None:
    assert "kan" not in fault(job("<p>✓</p>"))
    family = "<p style='font-family: DejaVu Sans, sans-serif'>tekst</p>"
    answer = make(job(family))
    assert isinstance(answer, bytes)
    assert b"DejaVu" not in answer


def test_the_key_follows_everything_but_the_name() -> None:
    one, design = job(), assets()
    first = engine.key(one, design)
    assert engine.key(replace(one, name="anders"), design) == first
    assert engine.key(one, assets(CSS + " ")) != first
    assert engine.key(replace(one, html=one.html + " "), design) != first
    assert engine.key(replace(one, pages=1), design) != first
    assert engine.key(replace(one, fillable=True), design) != first
    assert engine.key(replace(one, stylesheets=STYLES[:1]), design) != first
    assert engine.key(replace(one, copies=(((1,), 2),)), design) != first
    assert engine.key(replace(one, title="anders"), design) != first


def test_a_key_costs_no_weasyprint() -> None:
    script = (
        "import sys, test_engine as t; print(t.engine.key(t.job(), t.assets())); print('weasyprint' in sys.modules)"
    )
    first, loaded = python(script, PYTHONHASHSEED="3").split()
    assert first == engine.key(job(), assets())
    assert loaded == "False"


def test_a_machine_without_libraries_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    assert engine.missing_libraries() == ()
    monkeypatch.setattr("generator.artifacts.print.engine.rendering.missing_libraries", lambda: ("libpango-1.0-0",))
    assert "libpango-1.0-0" in fault(job())


def work(name: str) -> str:
    """A job for a worker that goes well or wrong as its name says."""
    if name.startswith("dies"):
        os.kill(os.getpid(), signal.SIGKILL)
    if name.startswith("sleeps"):
        time.sleep(60)
    try:
        return name.upper() if bytearray(200_000_000 if "grows" in name else 1) else ""
    except MemoryError:
        return "no room"


WORK = {
    "a": "A",
    "dies": Loss.DIED,
    "b": "B",
    "sleeps": Loss.LATE,
    "c": "C",
    "grows": "no room",
    "may, grows": "MAY, GROWS",
    "grows again": "no room",
    "dies too": Loss.DIED,
    "d": "D",
}
"""What becomes of each job."""
TERMS = Terms(lambda: work, lambda name: Wall(0.5 if "sleeps" in name else 20, (300 if "may" in name else 50) * 10**6))


@pytest.mark.parametrize("count", [1, 2])
def test_a_worker_that_dies_or_sleeps_or_grows_costs_one_job(count: int) -> None:
    assert dict(in_workers(list(WORK), TERMS, count)) == WORK


def test_one_worker_lives_on_and_is_replaced_when_it_is_lost() -> None:
    do = guarded(TERMS)
    assert {name: do(name) for name in WORK} == WORK
    who = guarded(Terms(lambda: lambda _: os.getpid(), lambda _: Wall(5, 100_000_000)))
    assert who("x") == who("y") != os.getpid()


@pytest.mark.parametrize("by_executor", [False, True])
@pytest.mark.parametrize(
    ("limit", "most", "told"),
    [("SECONDS", 0.3, "duurde langer dan"), ("MEMORY", 1, "meer geheugen dan het mag|mogelijk door geheugengebrek")],
)
def test_every_document_has_a_wall(
    by_executor: bool, limit: str, most: float, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also a single one, and one that an executor makes; the next document is made as ever."""
    large = job("<h1>Lang</h1>" + "<p>Een regel van een lang verhaal.</p>" * 15_000, "lang")
    monkeypatch.setattr(walls, limit, most)
    monkeypatch.setattr(walls, f"{limit}_PER_LETTER", 1e-6 if limit == "SECONDS" else 1)
    with ThreadPoolExecutor(1) as threads:
        executor = threads if by_executor else None
        [(_, answer)] = engine.render_all([large], assets(), executor=executor)
        assert isinstance(answer, engine.PrintFault)
        assert re.search(told, answer.message), answer.message
        monkeypatch.undo()
        [(_, answer)] = engine.render_all([job()], assets(), executor=executor)
        assert isinstance(answer, bytes)
