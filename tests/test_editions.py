"""Editions: silence means staff only, what is left out is nowhere, and a planted leak stops the build."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest
from weasyprint import HTML, Attachment

from generator.cli import main
from generator.compiling import Project, compile_project
from generator.graph import Methodiek
from generator.graph.coverage import promises
from generator.graph.crosswalk import crosswalk
from generator.graph.editions import edition
from generator.proof import prove
from generator.proof.editions import letters
from generator.sources import headings, pruned
from tests.conftest import SMALL, compiled, files_of
from tests.test_build import digests, project

SECRET = "Drie keer kloppen op de blauwe kelderdeur, dan de sleutel onder de tegel."
PARTLY = "kloppen op de blauwe kelderdeur, dan de sleutel"
SHEET = "content/toolkit/middelen/avondblad.yml"
CHAPTER = "content/handleiding/hoofdstukken/avond.md"


def whole(**changes: str) -> Methodiek:
    """Return the small methodology, with a secret on its sheet that is for staff only."""
    files = files_of(SMALL)
    files[SHEET] += f"let_op: {SECRET}\n"
    return compiled({**files, **changes}).methodiek


def public(methodiek: Methodiek) -> Methodiek:
    return edition(methodiek, "openbaar").methodiek


def test_silence_means_staff_only(small):
    del small["content/uitgaven.yml"]
    methodiek = compiled(small).methodiek
    assert not public(methodiek).nodes
    assert not edition(methodiek, "trainer").methodiek.nodes
    assert edition(methodiek, "medewerker").methodiek is methodiek


def test_an_edition_holds_what_is_said_to_be_for_its_readers():
    small = public(whole())
    kinds = {node.kind.name for node in small.nodes.values() if node.parent is None}
    named = {"interventie", "dekking", "bron", "factor", "subdoel", "kernelement", "werkzaam-element"}
    assert kinds == named
    wider = edition(whole(), "trainer").methodiek
    assert {node.kind.name for node in wider.nodes.values() if node.parent is None} == {*named, "basiselement"}


def test_links_to_what_is_left_out_are_gone_in_data_and_in_the_graph():
    small = public(whole())
    assert not small.loose_ends
    assert not small.faults
    criterion = small.get("criterium", "tijd-bekend")
    assert criterion is not None
    assert criterion.record.vindplaatsen == ()
    written = json.dumps([document.data for document in small.documents])
    assert "avondboekje" not in written
    assert "Daar staat de tijd in" not in written


def test_a_part_can_be_for_fewer_people_and_places_still_point_at_the_file(small):
    path = "content/kwaliteitskader/regelmaat.yml"
    small[path] = small[path].replace(
        "criteria:\n", "criteria:\n  - {id: eerst, tekst: Geheim criterium., bron: cursusboek, uitgave: trainer}\n"
    )
    methodiek = compiled(small).methodiek
    assert methodiek.get("criterium", "eerst") is not None
    assert public(methodiek).get("criterium", "eerst") is None
    before = methodiek.get("criterium", "tijd-bekend")
    after = public(methodiek).get("criterium", "tijd-bekend")
    assert after.at("tekst") == before.at("tekst")
    assert after.path != before.path


def test_a_class_that_is_never_public_stays_out_whatever_it_says(small):
    small["content/uitgaven.yml"] = small["content/uitgaven.yml"].replace("gebruik: [G3]", "titel: [Onrust]")
    path = "content/onderbouwing/factoren/onrust.yml"
    small[path] += "uitgave: openbaar\n"
    result = compiled(small)
    assert {finding.code for finding in result.findings} == {"M511"}
    assert public(result.methodiek).get("factor", "onrust") is None


def chapter(named: str) -> str:
    return (
        "---\nid: avond\ntitel: De avond\nvolgorde: 1\ndeel: Begin\nkern: Over de avond.\nbron: cursusboek\n"
        f"uitgave: openbaar\nafgeschermd: [{{koppen: [{named}], voor: medewerker}}]\n---\n\n"
        f"Vooraf.\n\n## Open\n\nDit mag.\n\n## Dicht\n\n{SECRET}\n\n### Dieper\n\nOok niet.\n\n## Slot\n\nDit ook.\n"
    )


def test_what_stands_below_a_heading_can_be_for_fewer_people():
    small = public(whole(**{CHAPTER: chapter("Dicht")}))
    body = small.get("hoofdstuk", "avond").document.body
    assert headings(body) == ("Open", "Slot")
    assert "kelderdeur" not in body
    assert "Ook niet" not in body
    assert "Dit mag" in body


def test_a_heading_that_is_not_there_closes_the_chapter():
    result = compiled({**files_of(SMALL), CHAPTER: chapter("Dichtt")})
    assert [finding.code for finding in result.findings] == ["M513"]
    assert headings(public(result.methodiek).get("hoofdstuk", "avond").document.body) == ()


def test_pruning_nothing_changes_nothing():
    for document in whole().documents:
        assert pruned(document, ()) == document


def test_coverage_is_proven_of_the_whole():
    methodiek = whole()
    small = public(methodiek)
    kept = {promise.belofte.id: promise.kept for promise in promises(methodiek)}
    for promise in promises(small):
        assert promise.kept + promise.elsewhere * (promise.kept > 0) <= kept[promise.belofte.id]
        assert not promise.open
    lines = {promise.belofte.id: promise for promise in promises(small)}
    (item,) = lines["subdoel-activiteit"].items
    assert (item.kept, item.edges, item.elsewhere) == (True, (), 1)
    stands = {one.statement.id: one.stand for one in crosswalk(small, small.of("kernelement"))}
    assert stands == {one.statement.id: one.stand for one in crosswalk(methodiek, methodiek.of("kernelement"))}


def pdf(body: str, **more: object) -> bytes:
    return HTML(string=f"<html lang=nl>{body}").write_pdf(**more)  # type: ignore[no-any-return]


def zipped(name: str, data: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return target.getvalue()


def narrow(text: str) -> bytes:
    """Return a PDF in which the text is broken over many lines, with hyphens."""
    return pdf(f"<p style='width: 2cm; hyphens: auto; text-align: justify'>{text}")


SHEETS = f"<sst><si><t>{SECRET}</t></si></sst>".encode()
PLANTED = {
    "pagina.html": f"<p>Hallo.</p><p>{SECRET}</p>".encode(),
    "half.html": f"<p>Zij moet {PARTLY} pakken.</p>".encode(),
    "opmaak.html": b"<p>Drie <em>klop</em>pen op de <a href=x>blauwe</a> kel&shy;der&#100;eur, dan de <b>sleutel</b>",
    "kenmerk.html": f'<img alt="{SECRET}">'.encode(),
    "opmerking.html": f"<!-- {SECRET} -->".encode(),
    "search/index.js": f"var index={json.dumps({'a': [SECRET]})};".encode(),
    "search/index.json": json.dumps([json.dumps({"tekst": SECRET})]).encode(),
    "search/index.json.gz": gzip.compress(json.dumps({"x": SECRET.replace("e", "\u0065")}).encode()),
    "sitemap.xml": b"<loc>x/drie-keer-kloppen-op-de-blauwe-kelderdeur-dan-de-sleutel-onder-de-tegel.html</loc>",
    "data/tabel.csv": f'a,"{SECRET}",b\n'.encode(),
    "data/alles.json": json.dumps({"t": SECRET}).replace("kelder", "\\u006belder").encode(),
    "data/boek.xlsx": zipped("xl/sharedStrings.xml", SHEETS),
    "alles.zip": zipped("binnen.zip", zipped("diep.txt", SECRET.upper().encode())),
    "blad.pdf": narrow(SECRET),
    "titel.pdf": pdf(f"<title>{SECRET}</title><p>Niets"),
    "bladwijzer.pdf": pdf(f"<h1 style='bookmark-label: \"{SECRET}\"'>Niets"),
    "omschrijving.pdf": pdf(
        f"<p>Niets<svg width=9 height=9><rect width=9 height=9 /></svg><img alt='{SECRET}' "
        'src=\'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>\'>',
        pdf_variant="pdf/ua-1",
    ),
    "bijlage.pdf": pdf("<p>Niets", attachments=[Attachment(string=SECRET, name="x.txt")]),
    "kopie/avondblad.yml": f"let_op: >-\n  {SECRET.replace('de ', 'de' + chr(10) + '  ')}\n".encode(),
    "drie-keer-kloppen-op-de-blauwe-kelderdeur-dan-de-sleutel.txt": b"niets",
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_leak_is_found_in_every_kind_of_output(name, tmp_path):
    target = tmp_path / "site" / name
    target.parent.mkdir(parents=True)
    target.write_bytes(PLANTED[name])
    found = prove(whole(), "openbaar", (tmp_path / "site",))
    assert [finding.code for finding in found] == ["M520"]
    assert found[0].span.file == SHEET
    assert "let_op" in found[0].message
    assert name in found[0].message
    assert "kelderdeur" in found[0].message


def test_what_may_be_said_is_no_leak(tmp_path):
    methodiek = whole()
    (tmp_path / "a.html").write_text("<p>Wie nooit stil wordt, valt laat in slaap.<p>Hoe laat het is")
    assert prove(methodiek, "openbaar", (tmp_path,)) == ()
    (tmp_path / "b.html").write_text(f"<p>{SECRET}")
    assert prove(methodiek, "medewerker", (tmp_path,)) == ()
    path = "content/onderbouwing/factoren/onrust.yml"
    said = whole(**{path: files_of(SMALL)[path].replace("Er is steeds iets te doen.", SECRET)})
    assert prove(said, "openbaar", (tmp_path,)) == ()


def test_a_file_that_cannot_be_read_back_is_not_proven(tmp_path):
    (tmp_path / "stuk.pdf").write_bytes(b"%PDF-1.7 half")
    (tmp_path / "stuk.zip").write_bytes(b"PK\x03\x04 half")
    assert len(prove(whole(), "openbaar", (tmp_path,))) == 2


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = project(tmp_path_factory.mktemp("uitgave"))
    path = folder / SHEET
    path.write_text(path.read_text() + f"let_op: {SECRET}\n")
    assert main(["--map", str(folder), "build", "--uitgave", "openbaar"]) == 0
    return folder


def test_the_public_edition_has_its_own_folder_and_nothing_else(built):
    made = built / "build/openbaar"
    assert (made / "site/onderbouwing/factoren/onrust.html").exists()
    assert (made / "site.zip").exists()
    assert not (built / "build/site").exists()
    assert not list(made.rglob("*avondblad*"))
    assert not (made / "site/toolkit").exists()
    methodiek = compile_project(Project(built)).methodiek
    assert prove(methodiek, "openbaar", (made,)) == ()
    everything = b"".join(path.read_bytes() for path in (made / "site").rglob("*.html")).decode()
    assert "kelderdeur" not in letters(everything)


def test_a_leak_stops_the_build_and_the_last_good_site_stays(built, monkeypatch, capsys):
    import generator.pipeline as pipeline
    from generator.artifacts import TextArtifact

    before = digests(built / "build/openbaar/site")
    real = pipeline.artifacts

    def leaking(*given):
        for one in real(*given):
            told = one.path.endswith("onrust.md") and isinstance(one, TextArtifact)
            yield TextArtifact(one.path, one.data + f"\n{SECRET}\n".encode()) if told else one

    monkeypatch.setattr(pipeline, "artifacts", lambda *given: tuple(leaking(*given)))
    assert main(["--map", str(built), "build", "--uitgave", "openbaar"]) == 1
    said = "".join(capsys.readouterr())
    assert f"{SHEET}:" in said
    assert "fout M520" in said
    assert "onrust.html" in said
    assert "De vorige site blijft staan" in said
    assert digests(built / "build/openbaar/site") == before
    assert not (built / "build/openbaar/docs").exists()
    assert not (built / "build/openbaar/nieuw").exists()


@pytest.mark.parametrize("command", [("export", "--uit", "{}/data"), ("bundel",)])
def test_the_other_commands_make_editions_too(built, command, capsys):
    words = [word.format(built) for word in command]
    assert main(["--map", str(built), *words, "--uitgave", "openbaar"]) == 0
    folder = built / ("data" if "export" in words else "build/openbaar/bundel")
    assert prove(compile_project(Project(built)).methodiek, "openbaar", (folder,)) == ()
    assert not list(folder.rglob("werkblad.csv"))
