"""`methodiek serve`: what is asked for is made then, looks as it does in the site, and follows every change."""

from __future__ import annotations

import shutil
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.cli import main
from generator.compiling import Project, compile_project
from generator.mkdocs_plugin import UNUSED
from generator.mkdocs_preview import Preview, Shown
from generator.on_demand import Tree
from generator.publishing import SUMS, Store
from generator.sbom import NAME
from tests.test_build import FACTOR, SHEET, project

PAGE = "/onderbouwing/factoren/onrust.html"
Ask = Callable[[str], tuple[int, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project(tmp_path / "project")


@pytest.fixture
def server(folder: Path, tmp_path: Path) -> Iterator[Preview]:
    """A preview that serves in a thread of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host, port = free.getsockname()
    running = Preview(Project(folder), f"{host}:{port}", tmp_path / "scratch")
    thread = threading.Thread(target=running.serve)
    thread.start()
    while not _listens(host, port):
        time.sleep(0.05)
    yield running
    running.shutdown()
    thread.join()


def _listens(host: str, port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex((host, port)) == 0


@pytest.fixture
def ask(server: Preview) -> Ask:
    """Ask the server for a path: its status and what it says."""

    def asked(path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(server.url.rstrip("/") + path, timeout=60) as answer:
                return answer.status, answer.read().decode("latin-1" if path.endswith(".pdf") else "utf-8")
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    return asked


def until(ask: Ask, path: str, right: Callable[[int, str], bool]) -> str:
    """Ask until the answer is right."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        status, text = ask(path)
        if right(status, text):
            return text
        time.sleep(0.1)
    raise AssertionError((status, text))


def test_every_file_is_the_same_as_in_the_site(folder: Path, tmp_path: Path) -> None:
    assert main(["--map", str(folder), "build"]) == 0
    preview = Preview(Project(folder), "127.0.0.1:0", tmp_path)
    preview._config.plugins["methodiek"].serving = False
    tree = Tree(compile_project(Project(folder)).methodiek, Store(folder / "build/store"))
    shown = Shown(preview._config, preview._env, tree)
    site = folder / "build/site"
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} - {SUMS, NAME}
    assert len(names) > 100
    assert not any(Path(name).match(pattern) for name in names for pattern in UNUSED)
    assert [name for name in sorted(names) if shown.file(name) != (site / name).read_bytes()] == []
    preview.server_close()


def test_pages_and_what_they_need_are_made_when_asked_for(server: Preview, ask: Ask) -> None:
    assert not list(Path(server.root).rglob("*.html"))
    for path, words in (
        ("/", "<h1"),
        (PAGE, "Onrust"),
        ("/toolkit/avondblad/m-01-blad.pdf", "%PDF"),
        ("/search/search_index.js", "var __index"),
        ("/assets/stylesheets/site.css", "{"),
        ("/verantwoording/data/LEESMIJ.txt", "sha256sum"),
    ):
        status, text = ask(path)
        assert status == 200 and words in text, path
    assert "livereload(" in ask(PAGE)[1]
    status, text = ask("/nergens.html")
    assert status == 404 and "<h1" in text
    assert ask("/../../../../etc/passwd")[0] == 404
    assert {path.name for path in Path(server.root).rglob("*.html")} == {"index.html", "onrust.html"}


def test_a_change_shows_and_an_error_leaves_the_last_good_page(folder: Path, ask: Ask) -> None:
    file = folder / FACTOR
    good = file.read_text()
    assert "Nieuwe titel" not in ask(PAGE)[1]
    file.write_text(good.replace("titel: Onrust", "titel: Nieuwe titel"))
    until(ask, PAGE, lambda status, text: status == 200 and "Nieuwe titel</h1>" in text.replace("<a", "</h1><a"))
    assert "Nieuwe titel" in ask("/onderbouwing/index.html")[1], "other pages follow"
    file.write_text("id: [")
    text = until(ask, PAGE, lambda status, text: "De inhoud heeft fouten" in text)
    assert f"{FACTOR}:1:6: fout M001" in text and "Nieuwe titel" in text
    file.write_text(good)
    until(ask, PAGE, lambda status, text: "Nieuwe titel" not in text and "fouten" not in text)


def test_what_is_gone_is_no_longer_there(folder: Path, ask: Ask) -> None:
    assert ask("/toolkit/avondblad.html")[0] == 200
    shutil.rmtree(folder / "content/handleiding/weken")  # the week that used the sheet
    (folder / SHEET).unlink()
    until(ask, "/toolkit/avondblad.html", lambda status, text: status == 404)


def test_content_with_errors_from_the_start_says_so_until_it_is_mended(folder: Path, tmp_path: Path) -> None:
    good = (folder / SHEET).read_text()
    (folder / SHEET).write_text("id: [")
    preview = Preview(Project(folder), "127.0.0.1:0", tmp_path)
    preview._place("index.html")
    page = (tmp_path / "site/index.html").read_text()
    assert "De inhoud heeft fouten" in page and f"{SHEET}:1:6" in page
    (folder / SHEET).write_text(good)
    preview.renew()
    preview._place("index.html")
    assert "fouten" not in (tmp_path / "site/index.html").read_text()
    preview.server_close()


def test_a_sheet_that_cannot_be_made_and_a_broken_template_are_told_on_the_page(
    folder: Path, server: Preview, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.on_demand.key", lambda *_: 1 / 0)
    status, text = ask("/toolkit/avondblad/m-01-set-3.pdf")
    assert status == 500 and "ZeroDivisionError" in text and "Traceback" not in text
    (folder / "mkdocs.yml").write_text("site_name: [")
    until(ask, PAGE, lambda status, text: "MkDocs kan de site niet tonen" in text)
