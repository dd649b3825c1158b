"""Sign-offs: they hold while nothing changed, and say so when it did."""

from __future__ import annotations

import hashlib
import shutil

import pytest

from generator.artifacts.registers import registers
from generator.artifacts.site.rendering import site_artifacts
from generator.cli import main
from generator.compiling import Project, compile_project
from generator.graph.fingerprints import canonical, fingerprint
from generator.graph.review import Stand, named, stand
from tests.conftest import SMALL, TOP, compiled

FACTOR = "content/onderbouwing/factoren/onrust.yml"
GOAL = "content/onderbouwing/subdoelen/avondritme.yml"
LINK = "factor/onrust subdoelen subdoel/avondritme"


@pytest.fixture
def project(tmp_path):
    shutil.copytree(SMALL / "content", tmp_path / "content")
    return tmp_path


def toets(folder, *more: str) -> int:
    return main(["--map", str(folder), "toets", *more])


def codes(folder) -> list[str]:
    return [finding.code for finding in compile_project(Project(folder)).findings if finding.code in ("M611", "M612")]


def change(folder, path: str, old: str, new: str) -> None:
    text = (folder / path).read_text()
    assert old in text
    (folder / path).write_text(text.replace(old, new, 1))


def test_today_nothing_is_signed_off():
    methodiek = compile_project(Project(TOP)).methodiek
    assert {stand(methodiek, node.key) for node in methodiek.nodes.values()} == {Stand.NIET}
    register = next(one for one in registers(methodiek) if one.id == "toetsen")
    assert not register.rows
    assert "nog niet getoetst" in register.empty


def test_a_sign_off_holds_until_the_thing_changes(project, capsys):
    assert toets(project, "factor/onrust", "--rol", "gedragswetenschapper", "--datum", "2026-11-21") == 0
    assert codes(project) == []
    methodiek = compile_project(Project(project)).methodiek
    assert stand(methodiek, "factor/onrust") is Stand.GETOETST
    change(project, FACTOR, "slaap", "rust")
    assert codes(project) == ["M611"]
    assert main(["--map", str(project), "check"]) == 0  # a note, never an error
    assert "opnieuw toetsen" in capsys.readouterr().out
    assert toets(project, "factor/onrust", "--rol", "gedragswetenschapper") == 0
    assert codes(project) == []


@pytest.mark.parametrize("path", [FACTOR, GOAL])
def test_a_link_needs_another_look_when_either_end_changes(project, path):
    assert toets(project, LINK, "--rol", "inhoud") == 0
    assert codes(project) == []
    change(project, path, "titel: ", "titel: Echt ")
    assert codes(project) == ["M611"]


def test_a_link_needs_another_look_when_its_ground_changes_and_not_when_another_link_does(project):
    assert toets(project, LINK, "--rol", "inhoud") == 0
    text = (project / FACTOR).read_text()
    others = [line for line in text.splitlines() if line.startswith("aanpakelementen")]
    assert others
    (project / FACTOR).write_text(text.replace(others[0] + "\n", ""))
    assert "M611" not in codes(project)
    change(
        project, FACTOR, '{naar: avondritme, bron: "cursusboek, les 1"', '{naar: avondritme, bron: "cursusboek, les 2"'
    )
    assert codes(project) == ["M611"]


def test_how_it_is_written_changes_nothing(small):
    before = fingerprint(compiled(small).methodiek.nodes["factor", "onrust"])
    lines = str(small[FACTOR]).rstrip("\n").split("\n")
    assert all(line[:1].strip() for line in lines), "this test needs one line for each field"
    small[FACTOR] = "# een opmerking\n" + "\n".join(reversed(lines)).replace(
        "bron: cursusboek\n", "bron: [cursusboek]\n"
    )
    assert fingerprint(compiled(small).methodiek.nodes["factor", "onrust"]) == before


def test_definition_one_is_frozen(small):
    """These two never change. Whoever breaks this test makes every sign-off ever given worthless."""
    small["content/onderbouwing/subdoelen/vast.yml"] = (
        "id: vast\ntitel: Vast\ntekst: |\n  Eén\n  regel.\n\n  Twee.\nnummers: []\nbron: [cursusboek]\n"
    )
    small["content/onderbouwing/factoren/vast.yml"] = (
        "id: vast\ntitel: Vast\nkern: Kern.\ntoelichting: Uitleg.\nnummers: []\nbron: cursusboek\n"
        "subdoelen: [{naar: vast, bron: cursusboek}]\n"
    )
    methodiek = compiled(small).methodiek
    goal, link = methodiek.nodes["subdoel", "vast"], named(methodiek, "factor/vast subdoelen subdoel/vast")
    assert canonical(goal) == (
        '{"formaat":"1","gegevens":{"bron":"cursusboek","id":"vast","tekst":"Eén regel.\\n\\nTwee.","titel":"Vast"},'
        '"sleutel":"subdoel/vast"}'
    )
    bare = (
        '{"formaat":"1","gegevens":{"bron":"cursusboek","id":"vast","kern":"Kern.","titel":"Vast",'
        '"toelichting":"Uitleg."},"sleutel":"factor/vast"}'
    )
    ends = [hashlib.sha256(text.encode()).hexdigest() for text in (bare, canonical(goal))]
    assert link is not None
    assert canonical(link) == (
        '{"formaat":"1","grond":{"bron":"cursusboek"},"koppeling":"factor/vast subdoelen subdoel/vast",'
        f'"naar":"{ends[1]}","van":"{ends[0]}"}}'
    )
    assert fingerprint(goal) == "1:" + hashlib.sha256(canonical(goal).encode()).hexdigest()


def test_every_thing_and_link_of_the_real_content_can_be_signed_off():
    methodiek = compile_project(Project(TOP)).methodiek
    marks = [fingerprint(one) for one in (*methodiek.nodes.values(), *methodiek.edges)]
    assert len(set(marks)) == len(marks)


def test_something_that_is_gone_is_said(project):
    assert toets(project, "factor/onrust", "--rol", "inhoud") == 0
    change(project, "content/toetsen.yml", "factor/onrust", "factor/verdwenen")
    assert codes(project) == ["M612"]


def test_each_role_signs_for_itself(project, capsys):
    for role in ("inhoud", "privacy"):
        assert toets(project, "factor/onrust", "--rol", role, "--opmerking", 'een "citaat" # en: meer') == 0
    text = (project / "content/toetsen.yml").read_text()
    assert text.count("factor/onrust") == 2
    assert codes(project) == []
    assert main(["--map", str(project), "check"]) == 0
    capsys.readouterr()
    assert toets(project) == 0
    assert capsys.readouterr().out.startswith("1 getoetst, 0 keer opnieuw toetsen")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("factor/onrus", "--rol", "inhoud"), "bedoelde je 'factor/onrust'"),
        (("factor/onrust",), "geef --rol"),
        (("factor/onrust subdoelen subdoel/niets", "--rol", "inhoud"), "er is geen"),
    ],
)
def test_what_cannot_be_signed_off_is_said_and_nothing_is_written(project, capsys, more, said):
    assert toets(project, *more) == 2
    assert said in capsys.readouterr().err
    assert not (project / "content/toetsen.yml").exists()


def test_page_and_register_show_how_it_stands(project):
    def shown() -> tuple[str, str]:
        pages = {one.path: one.data for one in site_artifacts(compile_project(Project(project)).methodiek)}
        return (
            pages["onderbouwing/factoren/onrust.md"].decode(),
            pages["verantwoording/register-toetsen.md"].decode(),
        )

    page, register = shown()
    assert "nog niet getoetst" in page
    assert "Er is nog niets getoetst" in register
    assert toets(project, "factor/onrust", "--rol", "inhoud", "--datum", "2026-11-21") == 0
    page, register = shown()
    assert "inhoud, 21-11-2026" in page
    assert "factor/onrust" in register
    change(project, FACTOR, "slaap", "rust")
    page, register = shown()
    assert "Opnieuw toetsen" in page
    assert "opnieuw toetsen" in register
