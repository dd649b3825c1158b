"""Two revisions compared by meaning: exactly the changes that were made, and no more."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.graph.difference import difference
from tests.conftest import SMALL, compiled, files_of

FACTOR = "content/onderbouwing/factoren/onrust.yml"
FRAME = "content/kwaliteitskader/regelmaat.yml"
SHEET = "content/toolkit/middelen/avondblad.yml"


def git(folder, *arguments: str) -> str:
    names = ("-c", "user.name=toets", "-c", "user.email=toets@voorbeeld.invalid", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", "-C", str(folder), *names, *arguments], capture_output=True, text=True, check=True)
    return done.stdout


def edit(folder, path: str, old: str, new: str) -> None:
    text = (folder / path).read_text()
    assert old in text, (path, old)
    (folder / path).write_text(text.replace(old, new, 1))


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """Two revisions: one as it was, and one with changes of every sort that a reviewer asks about."""
    folder = tmp_path_factory.mktemp("revisies")
    shutil.copytree(SMALL / "content", folder / "content")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "een")
    edit(folder, FRAME, "De cursus noemt een vaste tijd.", "De cursus noemt een vaste tijd om op te staan.")
    edit(
        folder, SHEET, "gebruik: G1" if "gebruik: G1" in (folder / SHEET).read_text() else "gebruik: G0", "gebruik: G2"
    )
    edit(
        folder,
        FRAME,
        "niveau: cliënt",
        "niveau: cliënt\n    vindplaatsen: [{naar: avondboekje, afgeleid: Daar staat hij.}]",
    )
    edit(folder, FRAME, "afgeleid: Daar staat de tijd in.", "bron: cursusboek")
    (folder / "content/bronnen/werkboek.yml").write_text(
        "id: werkboek\ntitel: Werkboek\nsoort: document\nkort: werkboek\nuitleg: Nog een boek.\n"
    )
    # and what means nothing: another order, another way to write, another name for a file
    text = (folder / FACTOR).read_text().rstrip("\n").split("\n")
    (folder / FACTOR).unlink()
    (folder / FACTOR).with_name("heet-anders.yml").write_text("# weg\n" + "\n".join(reversed(text)) + "\n")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "twee")
    return folder


EXPECTED = [
    ("erbij", "bron/werkboek", ""),
    ("gewijzigd", "criterium/tijd-bekend", "tekst"),
    ("gewijzigd", "werkblad/avondblad", "gebruik"),
    ("grond gewijzigd", "criterium/tijd-bekend", "vindplaatsen basiselement/avondboekje"),
    ("koppeling erbij", "indicator/tijd-genoteerd", "vindplaatsen basiselement/avondboekje"),
]


def found(folder, *revisions: str, capsys) -> list[tuple[str, str, str]]:
    assert main(["--map", str(folder), "diff", *revisions, "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    return sorted((one["soort"], one["sleutel"], one.get("plek", "")) for one in data["wijzigingen"])


def test_a_prepared_pair_gives_exactly_the_changes_made(pair, capsys):
    assert found(pair, "HEAD~1", "HEAD", capsys=capsys) == EXPECTED


def test_what_is_on_disk_is_a_revision_too(pair, capsys):
    assert found(pair, "HEAD~1", capsys=capsys) == EXPECTED
    assert found(pair, "HEAD", capsys=capsys) == []


def test_the_other_way_round_everything_is_undone(pair, capsys):
    back = found(pair, "HEAD", "HEAD~1", capsys=capsys)
    undone = {"erbij": "weg", "koppeling erbij": "koppeling weg"}
    assert back == sorted((undone.get(sort, sort), key, place) for sort, key, place in EXPECTED)


def test_people_and_a_page_are_told_the_same(pair, capsys, tmp_path):
    assert main(["--map", str(pair), "diff", "HEAD~1", "HEAD"]) == 0
    said = capsys.readouterr().out
    assert "5 wijzigingen in 4 dingen" in said
    assert "was  De cursus noemt een vaste tijd.\n" in said
    target = tmp_path / "verschil.html"
    assert main(["--map", str(pair), "diff", "HEAD~1", "HEAD", "--format", "pagina", "--uit", str(target)]) == 0
    page = target.read_text()
    assert '<html lang="nl">' in page
    assert page.count("<h2>") == 4
    assert "<ins>De cursus noemt een vaste tijd om op te staan.</ins>" in page


@pytest.mark.parametrize("revision", ["bestaat-niet", "--output=weg", "HEAD:content", ""])
def test_a_revision_that_is_not_there_is_said(pair, capsys, revision):
    assert main(["--map", str(pair), "diff", "--", revision]) == 2
    assert "geen revisie" in capsys.readouterr().err


def test_without_git_it_is_said(tmp_path, capsys):
    shutil.copytree(SMALL / "content", tmp_path / "content")
    assert main(["--map", str(tmp_path), "diff", "HEAD"]) == 2
    assert "geen revisie" in capsys.readouterr().err


def test_a_broken_file_is_left_out_and_said(pair, capsys, tmp_path):
    folder = shutil.copytree(pair, tmp_path / "kapot")
    (folder / FRAME).write_text("id: [")
    assert main(["--map", str(folder), "diff", "HEAD", "--format", "json"]) == 0
    said = capsys.readouterr()
    assert "niet vergeleken" in said.err
    data = json.loads(said.out)
    assert data["wijzigingen"] == []
    assert set(data["niet_vergeleken"]) == {"kernelement", "criterium", "indicator"}


def changes(small, path: str, old: str, new: str) -> list[tuple[str, str, str, str, str]]:
    before = compiled(small).methodiek
    text = str(small[path])
    assert old in text
    after = compiled({**small, path: text.replace(old, new, 1)}).methodiek
    return [(one.sort, one.key, one.place, one.old, one.new) for one in difference(before, after)]


def test_one_line_in_a_block_is_one_change(small):
    got = changes(small, SHEET, "Hoe laat ging", "Wanneer ging")
    assert [(sort, key) for sort, key, *_ in got] == [("gewijzigd", "werkblad/avondblad")]
    assert got[0][2].startswith("bladen.")
    assert "Wanneer ging" in got[0][4]


def test_a_record_that_vanishes_is_one_change_and_its_incoming_links_are_each_one(small):
    before = compiled(small).methodiek
    gone = {path: text for path, text in small.items() if path != SHEET}
    got = [(one.sort, one.key) for one in difference(before, compiled(gone).methodiek)]
    leading = {("koppeling weg", edge.van.key) for edge in before.referrers(before.nodes["werkblad", "avondblad"])}
    assert set(got) == {("weg", "werkblad/avondblad"), *leading}
    assert len(got) == 1 + len(before.referrers(before.nodes["werkblad", "avondblad"]))


def test_order_and_moves_are_changes_of_their_own(small):
    more = str(small[FRAME]).replace(
        "indicatoren:", "  - {id: tijd-later, tekst: Later., bron: cursusboek}\nindicatoren:", 1
    )
    swapped = str(small[FRAME])
    first = swapped[swapped.index("  - id: tijd-bekend") : swapped.index("indicatoren:")]
    new = swapped.replace(first, "  - {id: tijd-later, tekst: Later., bron: cursusboek}\n" + first, 1)
    before, after = (compiled({**small, FRAME: text}).methodiek for text in (more, new))
    assert [(one.sort, one.key, one.place) for one in difference(before, after)] == [
        ("volgorde", "kernelement/regelmaat", "onderdelen")
    ]


FILES = files_of(SMALL)
PLACES = (
    ("factor/onrust", FACTOR, "toelichting"),
    ("factor/onrust", FACTOR, "kern"),
    ("subdoel/avondritme", "content/onderbouwing/subdoelen/avondritme.yml", "tekst"),
    ("basiselement/avondboekje", "content/handleiding/basiselementen/avondboekje.yml", "uitleg"),
    ("werkblad/avondblad", SHEET, "doel"),
    ("bron/cursusboek", "content/bronnen/cursusboek.yml", "uitleg"),
)
"""Fields of text of which each is one thing to change."""
SCRIBBLES = ("folded", "reversed", "renamed", "commented")
"""Ways to write the same thing otherwise."""


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    texts=st.dictionaries(
        st.sampled_from(PLACES),
        st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=3, max_size=12),
        max_size=len(PLACES),
    ),
    scribbles=st.dictionaries(st.sampled_from(sorted({path for _, path, _ in PLACES})), st.sampled_from(SCRIBBLES)),
    added=st.sets(st.sampled_from(("een", "twee", "drie"))),
)
def test_whatever_is_edited_exactly_that_is_reported(texts, scribbles, added):
    before, files = compiled(FILES).methodiek, dict(FILES)
    expected = []
    for (key, path, field), word in texts.items():
        data = yaml.safe_load(files[path])
        data[field] = f"{data[field]} {word}"
        expected.append(("gewijzigd", key, field))
        files[path] = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    for path, how in scribbles.items():
        files = scribbled(files, path, how)
    for name in added:
        files[f"content/bronnen/{name}.yml"] = (
            f"id: {name}\ntitel: Boek {name}\nsoort: document\nkort: {name}\nuitleg: Nog een boek.\n"
        )
        expected.append(("erbij", f"bron/{name}", ""))
    after = compiled(files)
    assert {one.code for one in after.errors} <= {"M013"}  # a file that is named otherwise than its id
    assert sorted((one.sort, one.key, one.place) for one in difference(before, after.methodiek)) == sorted(expected)
    back = {"erbij": "weg"}
    undone = sorted((one.sort, one.key, one.place) for one in difference(after.methodiek, before))
    assert undone == sorted((back.get(sort, sort), key, place) for sort, key, place in expected)


def scribbled(files: dict[str, str], path: str, how: str) -> dict[str, str]:
    """Write one file otherwise without changing what it says."""
    data = yaml.safe_load(files[path])
    text = {
        "folded": lambda: yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=20),
        "reversed": lambda: yaml.safe_dump(dict(reversed(data.items())), allow_unicode=True, sort_keys=False),
        "commented": lambda: "# een opmerking\n" + files[path],
    }.get(how, lambda: files[path])()
    place = path.rpartition("/")[0] + "/heet-anders.yml" if how == "renamed" else path
    return {**{one: content for one, content in files.items() if one != path}, place: text}


def test_nothing_differs_from_itself(small):
    assert difference(compiled(small).methodiek, compiled(small).methodiek) == ()
