"""Building: the site and every PDF, nothing made twice, and the last good site always whole."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.artifacts.exports.files import FOLDER
from generator.cli import main
from generator.compiling import Project, compile_project
from generator.pipeline import build_tree
from tests.conftest import SMALL, TOP

TOOLS = Path(sys.executable).parent
FACTOR = "content/onderbouwing/factoren/onrust.yml"
SHEET = "content/toolkit/middelen/avondblad.yml"
WHOLE = ("LEESMIJ.txt", "methodiek.json", "methodiek.xlsx", "vingerafdrukken.json")
"""The files of the open data that say something about everything."""


def project(folder: Path, source: Path = SMALL) -> Path:
    """Copy a project to a folder of its own."""
    shutil.copytree(source / "content", folder / "content")
    config = (source / "mkdocs.yml").read_text()
    config = re.sub(r"custom_dir: .*", f"custom_dir: {TOP / 'overrides'}", config)
    (folder / "mkdocs.yml").write_text(config)
    return folder


def digests(folder: Path, pattern: str = "*") -> dict[str, str]:
    """Return the fingerprint of every file below a folder."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob(pattern))
        if path.is_file()
    }


def build(folder: Path, *more: str) -> int:
    return main(["--map", str(folder), "build", *more])


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    folder = project(tmp_path_factory.mktemp("gebouwd"))
    assert build(folder) == 0
    return folder


@pytest.fixture
def fresh(built, tmp_path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "kopie", copy_function=shutil.copy2))


def test_the_site_and_its_pdfs_are_there(built):
    site = built / "build/site"
    assert (site / "index.html").exists()
    assert (site / "toolkit/avondblad.html").exists()
    assert [path.name for path in sorted((site / "toolkit").rglob("*.pdf"))] == ["m-01-blad.pdf", "m-01-set-3.pdf"]
    assert (site / "verantwoording/zelfscan.pdf").exists()
    assert (site / "verantwoording/data/methodiek.json").exists()
    assert not list(site.rglob("*.map"))


def test_json_says_what_was_made(fresh, capsys):
    assert build(fresh, "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["tellingen"]["factor"] == 1
    assert report["gemaakt"]["pdfs_nieuw"] == 0
    assert report["dekking"]["open"] == 0


def test_nothing_is_made_twice(fresh, capsys):
    before = {path: path.stat().st_mtime_ns for path in (fresh / "build/docs").rglob("*")}
    assert build(fresh) == 0
    assert re.search(r"\(0 nieuw, \d+ ongewijzigd\)", capsys.readouterr().out)
    assert {path: path.stat().st_mtime_ns for path in (fresh / "build/docs").rglob("*")} == before


def test_one_changed_page_touches_only_what_shows_it(fresh):
    tree = fresh / "build/docs"
    before = digests(tree)
    path = fresh / FACTOR
    path.write_text(path.read_text().replace("valt laat in slaap", "slaapt laat"))
    assert build(fresh) == 0
    after = digests(tree)
    changed = {name for name in after if after[name] != before.get(name)}
    data = {name for name in changed if name.startswith("verantwoording/data/")}
    search = {name for name in changed if name.startswith("search/")}
    assert changed - data - search == {"onderbouwing/factoren/onrust.md"}
    assert {Path(name).name for name in data} == {"factor.csv", "koppelingen.csv", *WHOLE}


def test_a_changed_sheet_remakes_only_its_own_pdfs(fresh, capsys):
    other = (fresh / SHEET).read_text().replace("avondblad", "ochtendblad").replace("M-01", "M-02")
    (fresh / SHEET.replace("avond", "ochtend")).write_text(other)
    assert build(fresh) == 0
    assert re.search(r"\(2 nieuw, \d+ ongewijzigd\)", capsys.readouterr().out)
    before = digests(fresh / "build/site", "*.pdf")
    (fresh / SHEET).write_text((fresh / SHEET).read_text().replace("Hoe laat ging", "Hoe laat ga"))
    assert build(fresh) == 0
    assert re.search(r"\(2 nieuw, \d+ ongewijzigd\)", capsys.readouterr().out)
    after = digests(fresh / "build/site", "*.pdf")
    assert {name for name in after if after[name] != before[name]} == {
        "toolkit/avondblad/m-01-blad.pdf",
        "toolkit/avondblad/m-01-set-3.pdf",
    }


def test_while_serving_the_open_data_waits_for_a_whole_build(fresh):
    (fresh / FACTOR).write_text((fresh / FACTOR).read_text().replace("stil", "rustig"))
    data, here = fresh / "build/docs" / FOLDER, Project(fresh)
    before, page = digests(data), (fresh / "build/docs/onderbouwing/factoren/onrust.md").read_bytes()
    assert before
    assert not build_tree(here, compile_project(here), workers=1, keep_data=True).failed
    assert digests(data) == before
    assert (fresh / "build/docs/onderbouwing/factoren/onrust.md").read_bytes() != page
    assert not build_tree(here, compile_project(here), workers=1).failed
    assert digests(data).keys() == before.keys()
    assert digests(data)["methodiek.json"] != before["methodiek.json"]
    shutil.rmtree(data)
    assert not build_tree(here, compile_project(here), workers=1, keep_data=True).failed
    assert digests(data).keys() == before.keys()


def test_a_removed_item_leaves_nothing_behind(fresh):
    (fresh / SHEET).unlink()
    shutil.rmtree(fresh / "content/handleiding/weken")  # the week that used the sheet
    assert build(fresh) == 0
    assert not list((fresh / "build").rglob("*avondblad*"))
    assert not list((fresh / "build/site/toolkit").rglob("*.pdf"))


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (FACTOR, "id: ["),
        (FACTOR, ""),
        (FACTOR, "id: onrust\nid: onrust\n"),
        (SHEET, None),
        ("content/dekking.yml", None),
    ],
)
def test_errors_leave_the_last_good_site_untouched(fresh, path, content, capsys):
    before = digests(fresh / "build/site")
    if content is None and path == SHEET:
        text = (fresh / path).read_text()
        (fresh / path).write_text(text.replace("regels: 8", "regels: 60"))  # does not fit the page it promises
    elif content is None:
        (fresh / path).unlink()
    else:
        (fresh / path).write_text(content)
    assert build(fresh) == 1
    assert digests(fresh / "build/site") == before
    said = "".join(capsys.readouterr())
    assert re.search(rf"^{path}:\d+:\d+: fout M\d\d\d ", said, re.MULTILINE)
    assert "Traceback" not in said


def test_a_damaged_store_repairs_itself(fresh, capsys):
    good = digests(fresh / "build/site", "*.pdf")
    for path in (fresh / "build/store").iterdir():
        path.unlink()
        path.write_bytes(b"%PDF-1.7 half")
    assert build(fresh) == 0
    assert " nieuw, 0 ongewijzigd)" in capsys.readouterr().out
    assert digests(fresh / "build/site", "*.pdf") == good


def test_the_same_bytes_for_anyone_anywhere(built, tmp_path):
    """In another folder, by someone with other settings, on another day of the year, with another number of workers."""
    folder = project(tmp_path / "else where" / "dieper-é")
    settings = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "HOME": str(tmp_path),
        "COLUMNS": "40",
    }
    result = run("sh", "-c", f"umask 077; exec {TOOLS}/methodiek build --werkers 1", cwd=folder, **settings)
    assert result.returncode == 0, result.stderr
    mine, other = digests(built / "build"), digests(folder / "build")
    assert len(mine) > 300 and {"site.zip", "site/SHA256SUMS", "navigatie.json"} <= set(mine)
    for own in (".bezig", ".gebouwd"):  # who built, and when: never published
        mine.pop(own), other.pop(own)
    assert {name for name in mine.keys() | other if mine.get(name) != other.get(name)} == set()


def test_checksums_and_sbom_are_in_the_site(fresh):
    (fresh / "requirements").mkdir()
    shutil.copyfile(TOP / "requirements/build.txt", fresh / "requirements/build.txt")
    assert build(fresh) == 0
    site = fresh / "build/site"
    said = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=site, capture_output=True, text=True)
    assert said.returncode == 0, said.stderr
    assert "sbom.cdx.json: OK" in said.stdout
    assert said.stdout.count(": OK") == sum(path.is_file() for path in site.rglob("*")) - 1


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(TOOLS / command[0]) if (TOOLS / command[0]).exists() else command[0], *command[1:]],
        cwd=cwd,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", **environment},
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_mkdocs_works_as_a_user_of_mkdocs_expects(fresh):
    good = run("mkdocs", "build", "--strict", cwd=fresh)
    assert good.returncode == 0, good.stderr
    before = digests(fresh / "build/site")
    (fresh / FACTOR).write_text("id: [")
    bad = run("mkdocs", "build", "--strict", cwd=fresh)
    assert bad.returncode == 1
    assert f"{FACTOR}:1:6: fout M001" in bad.stderr
    assert "Traceback" not in bad.stderr
    assert digests(fresh / "build/site") == before


def test_edit_links_point_at_the_true_source(fresh):
    config = fresh / "mkdocs.yml"
    config.write_text(config.read_text() + "repo_url: https://voorbeeld.invalid/boek\nedit_uri: edit/main\n")
    text = config.read_text().replace("  features:\n", "  features:\n    - content.action.edit\n")
    config.write_text(text)
    assert run("mkdocs", "build", cwd=fresh).returncode == 0
    page = (fresh / "build/site/onderbouwing/factoren/onrust.html").read_text()
    assert f'href="https://voorbeeld.invalid/boek/edit/main/{FACTOR}"' in page


def _without_generator(folder: Path) -> dict[str, str]:
    pages = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".html":
            text = re.sub(r'<meta name="generator"[^>]*>', "", path.read_text())
            pages[str(path.relative_to(folder))] = text
        elif path.is_file() and path.suffix not in (".gz", ".map"):
            pages[str(path.relative_to(folder))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return pages


def test_properdocs_renders_the_same_pages(fresh, tmp_path):
    first = run("mkdocs", "build", "--strict", "-d", str(tmp_path / "mkdocs"), cwd=fresh)
    second = run("properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(tmp_path / "proper"), cwd=fresh)
    assert first.returncode == 0, first.stderr
    assert second.returncode == 0, second.stderr
    assert _without_generator(tmp_path / "mkdocs") == _without_generator(tmp_path / "proper")


def test_progress_is_silent_in_a_pipe(fresh):
    shutil.rmtree(fresh / "build")
    result = run("methodiek", "build", cwd=fresh)
    assert result.returncode == 0, result.stderr
    assert "\r" not in result.stdout + result.stderr
    assert result.stderr == ""


def test_the_menu_of_a_long_group_shows_what_stands_around_the_page(built):
    def group(name: str) -> list[str]:
        menu = (
            (built / f"build/site/verantwoording/meldingen/{name}.html").read_text().partition('<nav class="s-menu"')[2]
        )
        return re.findall(r'href="(m\d+)\.html"', menu.partition("</nav>")[0])

    codes = [path.stem for path in sorted((built / "build/site/verantwoording/meldingen").glob("m*.html"))]
    assert len(codes) > 40
    middle = len(codes) // 2
    assert group(codes[middle]) == codes[middle - 8 : middle + 9]
    assert group(codes[0]) == codes[:9]
    menu = (built / f"build/site/verantwoording/meldingen/{codes[middle]}.html").read_text()
    assert 'href="index.html">De hele lijst</a>' in menu
