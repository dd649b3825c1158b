"""Findings as people and programs get them, and the exit codes of the command."""

from __future__ import annotations

import json

import pytest

from generator.cli import main
from generator.reports import FORMATS
from tests.conftest import SMALL, compiled

FACTOR = "content/onderbouwing/factoren/onrust.yml"


@pytest.fixture
def findings(small):
    small[FACTOR] = str(small[FACTOR]).replace("avondritme", "avondritm")
    return compiled(small).findings


def test_text_stands_alone_and_shows_the_place(findings):
    first, *rest = FORMATS["tekst"](findings).splitlines()
    assert first.startswith(f"{FACTOR}:")
    assert ": fout M" in first
    assert any("^^^^^^^^^" in line for line in rest)
    assert any("tip: bedoelde je 'avondritme'?" in line for line in rest)


def test_json(findings):
    data = json.loads(FORMATS["json"](findings))
    assert {"code", "ernst", "bestand", "regel", "kolom", "melding", "tip"} <= set(data[0])


def test_sarif(findings):
    log = json.loads(FORMATS["sarif"](findings))
    run = log["runs"][0]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] >= 1 and region["endColumn"] > region["startColumn"]


def test_github(findings):
    lines = FORMATS["github"](findings).splitlines()
    assert len(lines) == len(findings)
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)


def _project(tmp_path, files):
    for path, text in files.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(tmp_path)


def test_exit_codes(small, tmp_path, capsys):
    assert main(["--map", _project(tmp_path / "goed", small), "check"]) == 0
    small[FACTOR] = "id: ["
    assert main(["--map", _project(tmp_path / "fout", small), "check"]) == 1
    assert main(["--map", str(tmp_path / "leeg"), "check"]) == 2
    assert main(["gooi"]) == 2
    assert main(["explain", "M201"]) == 0
    assert main(["explain", "M999"]) == 2
    assert "Traceback" not in "".join(capsys.readouterr())


def test_new_makes_a_file_that_says_what_to_fill_in(small, tmp_path, capsys):
    folder = _project(tmp_path, small)
    assert main(["--map", folder, "new", "factor", "herrie"]) == 0
    assert (tmp_path / "content/onderbouwing/factoren/herrie.yml").read_text().startswith("id: herrie\n")
    assert main(["--map", folder, "new", "factor", "herrie"]) == 2
    assert main(["--map", folder, "new", "factoor", "x"]) == 2
    assert "bedoelde je 'factor'?" in capsys.readouterr().err
    assert main(["--map", folder, "new", "factor", "../x"]) == 2


def test_a_check_writes_nothing(small, tmp_path):
    folder = _project(tmp_path, small)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    main(["--map", folder, "check"])
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_the_small_project_on_disk_is_the_one_in_memory():
    assert main(["--map", str(SMALL), "check"]) == 0
