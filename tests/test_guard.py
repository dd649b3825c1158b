"""The leak guard: nothing leads to a place or a person, in no source and in nothing that is written."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from weasyprint import HTML

from generator.cli import main
from generator.compiling import Project, compile_project
from generator.guard import DeniedWords, SaltTrouble, hits, mark_of, patterns, read_salt
from generator.guard.words import FILE, VARIABLE, digest
from generator.proof import prove
from generator.proof.streams import Reader
from tests.conftest import SMALL, compiled, files_of
from tests.test_build import project

SALT = "0f" * 32
TOWN, AREA = "Kwakkelbroek", "de Blauwe Hoek"
"""Made-up names; the real ones stand nowhere."""

LEADING = {
    "postcode": ("Het is 1234 AB.", "Ga naar 9999XZ!"),
    "adres": ("In de Verzonnenstraat 12.", "Aan de Nergenslaan 3b", "Postbus 12345", "Op de Lange Hogeweg 7"),
    "coördinaten": ("Op 52.12345, 5.12345.", "52° 12′ 33″ N"),
    "kaart": ("https://maps.google.com/x", "geo:52"),
    "telefoonnummer": ("Bel 06-12345678.", "+31 6 12345678", "010 123 45 67", "0031612345678", "0800-1234"),
    "e-mailadres": ("Mail naar slaper@voorbeeld.invalid.",),
    "bsn": ("Nummer 111222333.", "111 222 333", "1112.22.333"),
    "geboortedatum": ("Geboren op 01-02-2010", "geboortedatum: 1 mei 2009", "Nep Naampje (01-02-2010)"),
    "pad op een computer": ("/home/slaper/boek", "C:\\Users\\slaper", "file:///x"),
}
INNOCENT = (
    "In 2016 EN in 2015.", "week 4 tot en met 8", "De pagina noemt 1234 mensen.", "Route 3", "onderweg 3 uur",
    "2013 SS", "D12 en A-09", "1,77 fte en € 450,00", "112", "Verwijs e.a., 2011", "21-11-2026", "Weg 3 weken",
    "(Bongers, Koot & Verhulst, 2003)", "ISBN 978", "123456789", "12.345.678", "0-10", "van 0 tot 10", "v1.0",
    "pkg:pypi/babel@2.18.0",
    "Het pad naar huis", "kwaliteitskader/2.1", "en/of", "Veilig Thuis, 21-11-2026", "0,5 1,5 2,5 3,5 4,5 5,5",
)  # fmt: skip


@pytest.mark.parametrize(("soort", "text"), [(soort, text) for soort, texts in LEADING.items() for text in texts])
def test_what_leads_to_a_place_or_a_person_is_seen(soort, text):
    assert soort in {hit.soort for hit in hits(text)}


@pytest.mark.parametrize("text", INNOCENT)
def test_what_leads_nowhere_is_left_alone(text):
    assert list(hits(text)) == []


@settings(max_examples=60, deadline=None)
@given(st.data())
@pytest.mark.parametrize("form", patterns._FORMS, ids=lambda form: form.written[:30])
def test_the_quick_look_misses_nothing_that_a_form_matches(form, data):
    text = data.draw(st.from_regex(form.pattern))
    for found in form.pattern.finditer(text):
        assert patterns._DIGITS.search(found.group()) or patterns._words(found.group(), patterns._WORDS)


def test_a_hit_in_many_lines_says_where_it_stands():
    text = "Niets hier.\nBel 06-12345678.\n\nMail naar slaper@voorbeeld.invalid."
    assert [text[hit.start : hit.end] for hit in hits(text)] == ["06-12345678", "slaper@voorbeeld.invalid"]


def words(*phrases: str) -> DeniedWords:
    salt = bytes.fromhex(SALT)
    return DeniedWords(salt, frozenset(digest(salt, phrase) for phrase in phrases))


@pytest.mark.parametrize(
    "text",
    ["In Kwakkelbroek.", "KWAKKELBROEK", "kwákkelbroek", "bij de blauwe hoek", "De-Blauwe_Hoek", "x/deblauwehoek.html"],
)
def test_a_denied_word_is_found_however_it_is_written(text):
    assert list(words(TOWN, AREA).find(text))


def test_other_words_are_not_denied():
    assert not list(words(TOWN, AREA).find("Kwakkel en broek, een blauwe hoek, Kwakkelbroekse"))


def test_the_list_tells_nothing_without_its_salt():
    known = words(TOWN).digests
    assert not list(DeniedWords(bytes.fromhex("0e" * 32), known).find(TOWN))
    assert TOWN.lower() not in str(known).lower()


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A project of its own, with two denied words in its list."""
    monkeypatch.delenv(VARIABLE, raising=False)
    folder = project(tmp_path / "p")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{TOWN}\n\n{AREA}\n"))
    assert main(["--map", str(folder), "geheim"]) == 0
    return folder


def found(folder):
    return [(one.code, one.span.file) for one in compile_project(Project(folder)).findings]


def test_the_command_keeps_words_without_telling_them(kept, capsys, monkeypatch):
    said = capsys.readouterr()
    text = (kept / "content/bescherming.yml").read_text()
    for word in (*TOWN.split(), "Blauwe"):
        assert word.lower() not in (text + said.out + said.err).lower()
    assert (kept / FILE).stat().st_mode & 0o077 == 0
    assert found(kept) == []
    before = compile_project(Project(kept)).methodiek.single("bescherming").record
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{TOWN}\nNogeenplek\n"))
    assert main(["--map", str(kept), "geheim"]) == 0
    after = compile_project(Project(kept)).methodiek.single("bescherming").record
    assert (len(before.woorden), len(after.woorden), after.zoutmerk) == (2, 3, before.zoutmerk)


def test_what_else_stands_in_the_file_stays(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, SALT)
    folder = project(tmp_path / "p")
    path = folder / "content/bescherming.yml"
    path.write_text("# uitleg\nwoorden: []\ntoegestaan: []\n")
    monkeypatch.setattr("sys.stdin", io.StringIO(TOWN))
    assert main(["--map", str(folder), "geheim"]) == 0
    assert path.read_text().startswith("# uitleg\ntoegestaan: []\nzoutmerk:")
    assert not (folder / FILE).exists()


def test_a_denied_word_in_a_source_is_found_at_its_place_and_not_repeated(kept):
    path = kept / "content/onderbouwing/factoren/onrust.yml"
    path.write_text(path.read_text() + f"# vlak bij {AREA}\n")
    (finding,) = compile_project(Project(kept)).findings
    assert (finding.code, finding.span.line) == ("M521", len(path.read_text().splitlines()))
    assert finding.span.text[finding.span.column - 1 :][: finding.span.width] == AREA
    assert "Hoek" not in finding.message
    path.rename(path.with_name(f"{TOWN.lower()}.yml"))
    assert [code for code, _ in found(kept)].count("M521") == 2


def test_without_the_salt_that_is_said_and_no_edition_is_made(kept, capsys):
    (kept / FILE).unlink()
    assert found(kept) == [("M521", "content/bescherming.yml")]
    assert main(["--map", str(kept), "export", "--uitgave", "openbaar"]) == 1
    assert "zout" in capsys.readouterr().out
    assert not list((kept / "build").rglob("*.json"))


@pytest.mark.parametrize("salt", ["geen", "ff", "0e" * 32])
def test_a_salt_that_is_none_or_another_gives_words_and_no_traceback(kept, salt, capsys, monkeypatch):
    (kept / FILE).write_text(salt)
    (finding,) = compile_project(Project(kept)).findings
    assert finding.code == "M521"
    monkeypatch.setattr("sys.stdin", io.StringIO(TOWN))
    assert main(["--map", str(kept), "geheim"]) == 2
    assert "zout" in capsys.readouterr().err


def test_a_wrong_salt_is_refused_with_its_reason(tmp_path, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    assert read_salt(tmp_path) is None
    (tmp_path / FILE).write_text("xyz")
    with pytest.raises(SaltTrouble):
        read_salt(tmp_path)
    assert mark_of(b"a" * 32) != mark_of(b"b" * 32)


def photo() -> bytes:
    """Return a picture that knows where it was taken."""
    return b"\xff\xd8\xff\xe1\x00\x20Exif\0\0GPSLatitude\xff\xd9"


def drawing(chunk: bytes = b"") -> bytes:
    def packed(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = packed(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    text = packed(b"tEXt", chunk) if chunk else b""
    return b"\x89PNG\r\n\x1a\n" + head + text + packed(b"IDAT", zlib.compress(b"\0\0")) + packed(b"IEND", b"")


PLANTED = {
    "pagina.html": b"<p>Wij zitten op 4321 BA.",
    "kenmerk.html": b'<meta name="author" content="slaper@voorbeeld.invalid">',
    "data/alles.json": b'{"t": "Bel 06\\u002d87654321"}',
    "tabel.csv": b"a,0687654321,b\n",
    "blad.pdf": HTML(string="<p>Nergenslaan 12").write_pdf(),
    "maker.pdf": HTML(string="<meta name=author content='/home/iemand/boek'><p>Niets").write_pdf(),
    "foto.jpg": photo(),
    "plaatje.png": drawing(b"Author\0iemand"),
    "06-87654321.txt": b"niets",
    "woord.html": f"<p>Wij zitten in <b>Kwakkel</b>broek, bij {AREA}".encode(),
    "kwakkelbroek.html": b"<p>niets",
}


def methodology():
    salt = bytes.fromhex(SALT)
    lines = [f'zoutmerk: "{mark_of(salt)}"', "woorden:", *(f'  - "{digest(salt, one)}"' for one in (TOWN, AREA))]
    return compiled({**files_of(SMALL), "content/bescherming.yml": "\n".join(lines) + "\n"}).methodiek


@pytest.mark.parametrize("name", PLANTED)
def test_a_leak_in_what_is_made_is_found_whatever_it_is_in(name, tmp_path):
    target = tmp_path / "site" / name
    target.parent.mkdir(parents=True)
    target.write_bytes(PLANTED[name])
    told = prove(methodology(), "medewerker", (tmp_path / "site",), salt=bytes.fromhex(SALT))
    assert {finding.code for finding in told} == {"M527"}
    assert all(name.rsplit("/", 1)[-1] in finding.message for finding in told)
    assert not any("broek" in finding.message for finding in told if not name.startswith("kwakkel"))


def test_a_clean_picture_and_a_clean_page_are_let_through_and_not_read_twice(tmp_path, monkeypatch):
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.png").write_bytes(drawing())
    (site / "a.html").write_text("<svg><path d='M52.123456 5.123456 6.1234'/></svg><p>Rustig.")
    known = tmp_path / "bewezen.json"
    assert prove(methodology(), "medewerker", (site,), known=known) == ()
    monkeypatch.setattr("generator.proof.streams.page_streams", None)
    assert prove(methodology(), "medewerker", (site,), known=known) == ()
    known.write_text("{")
    with pytest.raises(TypeError):
        prove(methodology(), "medewerker", (site,), known=known)


def test_what_was_proven_is_not_read_again_inside_an_archive(tmp_path, monkeypatch):
    site, known = tmp_path / "site", tmp_path / "bewezen.json"
    site.mkdir()

    def prove_all() -> list[str]:
        with zipfile.ZipFile(tmp_path / "site.zip", "w") as archive:
            for path in sorted(site.iterdir()):
                archive.write(path, f"site/{path.name}")
        read, inside = [], Reader._inside

        def seen(self, name, data, depth):
            read.append(name)
            return inside(self, name, data, depth)

        with monkeypatch.context() as patch:
            patch.setattr(Reader, "_inside", seen)
            assert prove(methodology(), "medewerker", (site, tmp_path / "site.zip"), known=known) == ()
        return read

    for name in ("een", "twee"):
        (site / f"{name}.html").write_text(f"<p>{name}")
    assert [name for name in prove_all() if name.endswith("html")] == ["site/een.html", "site/twee.html"]
    (site / "een.html").write_text("<p>anders")
    assert prove_all() == ["site/een.html", "site.zip", "site.zip > opmerking"]
    (site / "een.html").unlink()
    with zipfile.ZipFile(tmp_path / "site.zip", "w") as archive:
        archive.writestr("site/twee.html", "<p>Mail naar slaper@voorbeeld.invalid.")
    assert prove(methodology(), "medewerker", (site, tmp_path / "site.zip"), known=known)
