"""A build of which nothing changed: it says so at once, and whatever is damaged is made again."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.commands.unchanged import PROGRAM, key_of
from generator.compiling import Project, compile_project
from generator.publishing import Standing
from tests.test_build import FACTOR, SHEET, TOOLS, build, digests, project

NOTHING = "Niets veranderd"


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> tuple[Path, dict[str, str]]:
    folder = project(tmp_path_factory.mktemp("ongewijzigd"))
    shutil.copytree(TOOLS.parent.parent / "overrides", folder / "overrides")
    config = folder / "mkdocs.yml"
    lines = config.read_text().splitlines()
    config.write_text("\n".join("  custom_dir: overrides" if "custom_dir:" in line else line for line in lines) + "\n")
    (folder / "requirements").mkdir()
    (folder / "requirements/build.txt").write_text("mkdocs==1.6.1\n")
    assert build(folder) == 0
    return folder, outputs(folder)


def outputs(folder: Path) -> dict[str, str]:
    return {name: one for name, one in digests(folder / "build").items() if not name.startswith(".")}


def test_nothing_changed(made, capsys):
    folder, before = made
    assert build(folder) == 0
    said = capsys.readouterr().out
    assert said.startswith(NOTHING) and "(0 nieuw, " in said and "Open:      build/site/index.html" in said
    assert build(folder, "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["veranderd"], report["gemaakt"]["pdfs_nieuw"]) == (False, 0)
    assert outputs(folder) == before


def test_neither_the_printer_nor_the_renderer_is_loaded(made):
    code = (
        "import sys; from generator.cli import main; code = main(['build'])\n"
        "print(code, [name for name in ('weasyprint', 'mkdocs', 'jinja2', 'pikepdf') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=made[0], capture_output=True, text=True, check=True).stdout
    assert said.startswith(NOTHING) and said.endswith("\n0 []\n"), said


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _turn_a_byte(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.unlink()  # a stored PDF is also in the tree
    path.write_bytes(data)


def _link(path: Path) -> None:
    path.unlink()
    path.symlink_to("nergens")


def _add(path: Path) -> None:
    path.with_name("erbij.html").write_text("x")


def stands(folder: Path, store: str | None = None) -> bool:
    """Tell whether a build would find nothing to do."""
    here = Project(folder)
    return Standing(here.build_folder).recall(key_of(here, compile_project(here), store)) is not None


@contextmanager
def kept(path: Path) -> Iterator[None]:
    """Put a file back as it was, its moment of change included."""
    spare = path.with_name(".reserve")
    shutil.copy2(path, spare)
    try:
        yield
    finally:
        os.replace(spare, path)


MADE = (
    "site/index.html", "site/toolkit/*/*.pdf", "docs/toolkit/*/*.pdf", "docs/index.md", "site.zip", "navigatie.json",
    "store/*.pdf",
)  # fmt: skip


@pytest.mark.parametrize("harm", [Path.unlink, _cut, _turn_a_byte, _link, _add], ids=lambda harm: harm.__name__)
@pytest.mark.parametrize("pattern", MADE)
def test_what_is_damaged_is_seen(made, pattern, harm):
    folder, _ = made
    path = sorted((folder / "build").glob(pattern))[0]
    assert stands(folder)
    with kept(path):
        harm(path)
        assert stands(folder) is (harm is _add and not pattern.startswith(("site/", "docs/")))
        path.with_name("erbij.html").unlink(missing_ok=True)
    assert stands(folder)


def test_what_is_damaged_is_made_again(made, capsys):
    folder, before = made
    for number, pattern in enumerate(MADE):
        for path in sorted((folder / "build").glob(pattern))[:1]:
            (Path.unlink, _cut, _turn_a_byte, _link)[number % 4](path)
    _add(folder / "build/site/index.html")
    assert build(folder) == 0
    assert NOTHING not in capsys.readouterr().out
    assert outputs(folder) == before
    assert build(folder) == 0
    assert NOTHING in capsys.readouterr().out


@pytest.mark.parametrize(
    "path",
    [FACTOR, SHEET, "mkdocs.yml", "overrides/main.html", "overrides/partials/footer.html", "requirements/build.txt"],
)
def test_what_shapes_the_site_counts(made, path):
    folder, _ = made
    with kept(folder / path):
        (folder / path).write_text((folder / path).read_text() + "\n")
        assert not stands(folder)
    assert stands(folder)


@pytest.mark.parametrize(("name", "value"), [("SOURCE_DATE_EPOCH", "1800000000"), ("METHODIEK_ZOUT", "0f" * 32)])
def test_another_day_and_another_salt_count(made, name, value, monkeypatch):
    monkeypatch.setenv(name, value)
    assert not stands(made[0])


def test_another_version_of_a_package_counts(made, tmp_path, monkeypatch):
    (tmp_path / "mkdocs-2.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert not stands(made[0])


def test_the_program_counts(made):
    """The record has every file of it."""
    folder, _ = made
    record = json.loads((folder / "build/.gebouwd").read_text())
    seen = {Path(path).relative_to(PROGRAM) for path in record["daarin"] if path.startswith(str(PROGRAM))}
    assert {Path("cli.py"), Path("assets/fonts/LICENSE.txt"), Path("artifacts/site/templates/pagina.md.jinja")} <= seen


def test_an_edition_for_others_is_made_and_proven_each_time(made, capsys):
    folder, _ = made
    assert build(folder, "--uitgave", "openbaar") == 0
    assert NOTHING not in capsys.readouterr().out
    assert not (folder / "build/openbaar/.gebouwd").exists()
    shutil.rmtree(folder / "build/openbaar")
    assert stands(folder)


def test_findings_are_those_of_now(made, capsys):
    """Nothing to make is no reason not to check."""
    folder, before = made
    good = (folder / FACTOR).read_text()
    (folder / FACTOR).write_text("id: [")
    assert build(folder) == 1
    assert "fout M001" in capsys.readouterr().out
    (folder / FACTOR).write_text(good)
    assert build(folder) == 0
    assert NOTHING in capsys.readouterr().out
    assert outputs(folder) == before


def test_a_stopped_build_leaves_no_record(made, monkeypatch):
    folder, before = made
    with kept(folder / FACTOR):
        (folder / FACTOR).write_text((folder / FACTOR).read_text() + "\n")
        monkeypatch.setattr("generator.mkdocs_plugin.render_site", lambda *_: 1 / 0)
        assert build(folder) == 2
        assert not (folder / "build/.gebouwd").exists()
        monkeypatch.undo()
    assert build(folder) == 0
    assert outputs(folder) == before


@pytest.mark.parametrize("text", ["", "{", "[]", '{"sleutel": 1}', "null"])
def test_a_record_that_says_nothing(made, text):
    folder, _ = made
    with kept(folder / "build/.gebouwd"):
        (folder / "build/.gebouwd").write_text(text)
        assert not stands(folder)


def test_a_copy_is_not_the_original(made, tmp_path):
    assert stands(made[0])
    assert not stands(shutil.copytree(made[0], tmp_path / "kopie", copy_function=shutil.copy2))


def test_a_shared_store_is_filled(made, tmp_path):
    """Where the PDFs are to be kept is part of what a build is asked."""
    assert stands(made[0])
    assert not stands(made[0], str(tmp_path / "samen"))


def test_denied_words_do_not_hide_what_was_read(made, monkeypatch):
    """Whatever is said about the words, the compilation knows the files that it was made of."""
    folder, _ = made
    (folder / "content/bescherming.yml").write_text(f"woorden: [{'0' * 32}]\nzoutmerk: {'0' * 16}\n")
    compilation = compile_project(Project(folder))
    os.remove(folder / "content/bescherming.yml")
    assert [one.code for one in compilation.findings] == ["M521"] and len(compilation.sources) > 5
