"""What stands on a disk and is no good file, and what is typed wrong: a Dutch line with a place, and code 1 or 2."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.sources import files, read_sources
from tests.conftest import SMALL

FACTOREN = "content/onderbouwing/factoren"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "project", ignore=shutil.ignore_patterns("build")))


def _folder(place: Path) -> None:
    (place / "x.yml").mkdir()


def _pipe(place: Path) -> None:
    os.mkfifo(place / "x.yml")


def _outside(place: Path) -> None:
    (place / "x.yml").symlink_to("/etc/passwd")


def _circle(place: Path) -> None:
    (place / "x.yml").symlink_to("x.yml")


def _gone(place: Path) -> None:
    (place / "x.yml").symlink_to("nergens.yml")


def _linked_folder(place: Path) -> None:
    (place / "map").symlink_to("/etc")


def _device(place: Path) -> None:
    (place / "x.yml").symlink_to("/dev/zero")


def _huge(place: Path) -> None:
    with (place / "x.yml").open("wb") as file:
        file.truncate(50_000_000_000)


def _deep(place: Path) -> None:
    folder = place.joinpath(*"abcdefghijklmnop")
    folder.mkdir(parents=True)
    (folder / "x.yml").write_text("id: x")


def _utf16(place: Path) -> None:
    (place / "x.yml").write_text("id: x\ntitel: é", encoding="utf-16")


def _latin(place: Path) -> None:
    (place / "x.yml").write_bytes("id: x\ntitel: é".encode("latin-1"))


def _nul(place: Path) -> None:
    (place / "x.yml").write_bytes(b"id: x\0\n")


def _strange_name(place: Path) -> None:
    (place / os.fsdecode(b"\xff\n\x1b[31m\xe2\x80\xae.yml")).write_text("id: x")


DISK = {
    _folder: "M010", _pipe: "M010", _outside: "M010", _circle: "M010", _gone: "M010", _linked_folder: "M010",
    _device: "M010", _huge: "M007", _deep: "M007", _utf16: "M008", _latin: "M008", _nul: "M008", _strange_name: "M004",
}  # fmt: skip


@pytest.mark.parametrize("make", DISK, ids=lambda make: make.__name__)
def test_a_finding_at_its_place(project, make, capsys):
    make(project / FACTOREN)
    assert main(["--map", str(project), "check"]) == 1
    said = "".join(capsys.readouterr())
    lines = [line for line in said.splitlines() if f": fout {DISK[make]} " in line]
    assert lines and all(line.startswith(FACTOREN) for line in lines), said
    assert "\x1b" not in said and "\u202e" not in said


def test_what_may_not_be_read(project):
    """As someone who is not the administrator, whom nothing stops."""
    (project / FACTOREN / "onrust.yml").chmod(0)
    (project / "content/kwaliteitskader").chmod(0)
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from generator.sources import read_sources\n"
        "if os.getuid() == 0: os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "print([one.path for one in read_sources(Path('content')) if one.trouble == 'unreadable'])"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True)
    (project / "content/kwaliteitskader").chmod(0o755)
    assert result.stdout.strip() == f"['content/kwaliteitskader', '{FACTOREN}/onrust.yml']", result.stderr


def test_too_many_files(project, monkeypatch):
    monkeypatch.setattr(files, "LIMIT_FILES", 5)
    found = read_sources(project / "content")
    assert [one.trouble for one in found].count("too_many") == 1
    assert len(found) == 6


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--map", "/nergens", "check"], "hier is geen map 'content'"),
        (["--map", "/etc/passwd", "check"], "hier is geen map 'content'"),
        (["--map", "x" * 5000, "check"], "hier is geen map 'content'"),
        (["check", "--format", "x"], "--format: 'x' kan niet; kies uit"),
        (["onzin"], "OPDRACHT: 'onzin' kan niet; kies uit"),
        ([], "hier ontbreekt: OPDRACHT"),
        (["set"], "hier ontbreekt: WERKBLAD"),
        (["set", "M-01", "--aantal", "veel"], "--aantal: 'veel' is geen heel getal"),
        (["set", "M-99"], "er is geen werkblad 'M-99'"),
        (["set", "M-01", "--aantal", "999999999"], "kies 1 tot 30 deelnemers"),
        (["explain", "M999"], "er is geen melding 'M999'"),
        (["new", "factor", "../../x"], "een naam heeft kleine letters"),
        (["new", "factor", "x" * 300], "deze naam is te lang"),
        (["new", "onzin", "x"], "er is geen soort 'onzin'"),
        (["toets", "factor/onrust", "--rol", "x" * 5000], "een korte regel tekst"),
        (["toets", "factor/onrust", "--rol", "a\nb"], "een korte regel tekst"),
        (["toets", "--datum", "31-12-2026"], "--datum: '31-12-2026' is geen datum als 2026-11-21"),
        (["diff", "--upload-pack=x"], "hier ontbreekt: REV"),
        (["diff", "nergens"], "er is geen revisie 'nergens'"),
        (["export", "--uit", "mkdocs.yml/x"], "mkdocs.yml"),
        (["check", "--zomaar"], "dit ken ik niet: --zomaar"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_wrong_usage(project, typed, said, capsys, monkeypatch):
    monkeypatch.chdir(project)
    assert main(typed) == 2
    out = capsys.readouterr()
    assert said in out.err and "Traceback" not in out.err and "usage: " not in out.err


def test_an_error_of_ours_is_one_line(project, monkeypatch, capsys):
    monkeypatch.setattr("generator.commands.check.compile_project", lambda project: [][1])
    assert main(["--map", str(project), "check"]) == 2
    assert "methodiek: dit is een fout van ons: IndexError" in capsys.readouterr().err
    monkeypatch.setenv("METHODIEK_TRACEBACK", "1")
    with pytest.raises(IndexError):
        main(["--map", str(project), "check"])


def test_a_reader_that_stops_and_a_terminal_without_letters(project):
    (project / FACTOREN / "x.yml").write_text("id: x\ntitel: Eén – ’twee’ ☃\n")
    command = [sys.executable, "-m", "generator.cli", "--map", str(project), "check"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": os.getcwd()}
    result = subprocess.run(command, env=environment, capture_output=True)
    assert result.returncode == 1 and b"Traceback" not in result.stderr and b"M004" in result.stdout
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(command, env=environment, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert result.returncode == 2 and result.stderr == b""
