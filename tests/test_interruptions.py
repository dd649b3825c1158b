"""Whatever stops a build, the last good site stays whole and the next build is right.

`make fuzz` stops 200 builds in the same way.
"""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from generator.artifacts import PdfArtifact, TextArtifact
from generator.artifacts.print.engine import Assets, PrintJob, key
from generator.compiling import Project
from generator.diagnostics import Span
from generator.mishaps import WORDS, in_dutch
from generator.publishing import (
    Store,
    folders,
    forget,
    in_the_making,
    pack_site,
    publish_site,
    publish_tree,
    turn,
    write_atomically,
)
from generator.publishing.folders import aside, mend, replace_folder
from tests.interruptions import Trial, at_writes, digests, in_a_child, rounds, small


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return small(tmp_path_factory.mktemp("proef") / "project")


def test_a_dozen_stopped_builds(trial):
    seen = rounds(trial, 12, random.Random(6))
    assert not [name for name in seen if name.startswith("FOUT")], seen
    assert seen["stopped"] == 12, seen


@pytest.mark.parametrize("part", [0.02, 0.5, 0.99])
def test_a_full_disk(trial, part):
    writes = trial.writes()
    trial.set(1 - trial.version)
    code, said = trial.refuse_at(max(1, int(writes * part)), errno.ENOSPC, writes)
    assert (code, said.count("Traceback")) == (2, 0), said
    assert "methodiek: de schijf is vol" in said
    assert trial.trouble() == []
    assert trial.trouble_after_next_build() == []


def test_a_disk_that_is_full_halfway_a_file(trial):
    """The zip does not fit; a limit on the size of one file stands in for the disk."""
    import resource

    trial.set(1 - trial.version)

    def work() -> int:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
        from generator.cli import main

        return main(["--map", str(trial.folder), "build"])

    code, said = in_a_child(work)
    assert (code, said.count("Traceback")) == (2, 0), said
    assert "groter dan hier mag" in said
    assert trial.whole() == {1 - trial.version}
    assert trial.trouble() == []
    assert trial.trouble_after_next_build() == []


def test_a_folder_that_is_read_only(trial):
    trial.set(1 - trial.version)
    code, said = trial.refuse_at(1, errno.EROFS, 10_000)
    assert (code, said.count("Traceback")) == (2, 0), said
    assert "methodiek: deze schijf is alleen te lezen" in said
    assert trial.trouble() == []


def test_two_builds_at_once_and_a_builder_that_is_killed(trial):
    command = (
        "import sys, time; from pathlib import Path; from generator.publishing import turn\n"
        "with turn(Path(sys.argv[1])): print('ja', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", command, str(trial.build)], stdout=subprocess.PIPE) as other:
        assert other.stdout and other.stdout.readline() == b"ja\n"
        code, said = trial.run()
        assert code == 2
        assert f"er wordt al gebouwd in {trial.build} (proces {other.pid})" in said
        other.send_signal(signal.SIGKILL)
    assert trial.trouble_after_next_build() == []


def _publish(folder: Path, version: int) -> int:
    """Do all that a build writes, with a small tree and without the renderer between them."""
    project, assets, job = Project(folder), Assets({}), PrintJob("m/blad.pdf", f"versie {version}", ())
    with turn(project.build_folder, project.site):
        store = Store(project.build_folder / "store")
        store.put(key(job, assets), b"%PDF-" + bytes([version]) * 500)
        texts = [TextArtifact(f"{name}.md", f"{name} {version}".encode()) for name in ("a", "b/c", f"d{version}/e")]
        recipes = (*texts, PdfArtifact(job, Span("x.yml")))
        begin = partial(project.navigation.unlink, missing_ok=True)
        publish_tree(recipes, project.tree, store, assets, begin=begin)
        write_atomically(project.navigation, b"[]")
        new = in_the_making(project.site)
        shutil.copytree(project.tree, new / "site")
        pack_site(new, project.site, project.archive)
        publish_site(new, project.site, project.archive)
        forget(new)
    return 0


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_stop_at_every_single_write(tmp_path, can_exchange, monkeypatch):
    """Every write is the last one once. Without an exchange the site may be away, until the next build begins."""
    if not can_exchange:
        monkeypatch.setattr(folders, "_exchange", lambda one, other: False)
    build, expected = tmp_path / "build", []
    for version in (0, 1):
        _publish(tmp_path, version)
        expected.append(digests(build))

    def stopped(version: int, number: int) -> bool:
        def work() -> int:
            at_writes(number, number, lambda: os.kill(os.getpid(), signal.SIGKILL), build)
            return _publish(tmp_path, version)

        code, said = in_a_child(work)
        assert code in (0, -signal.SIGKILL), said
        return code < 0

    number = version = away = 0
    while stopped(version, number := number + 1):
        site = {f"site/{name}": digest for name, digest in digests(build / "site").items()}
        whole = [{name: digest for name, digest in one.items() if name.startswith("site/")} for one in expected]
        away += not site
        assert site in whole or (not can_exchange and not site and (build / "site.oud").is_dir()), number
        assert digests(build)["site.zip"] in {one["site.zip"] for one in expected}
        with turn(build, build / "site"):
            assert {f"site/{name}" for name in digests(build / "site")} in [set(one) for one in whole]
        _publish(tmp_path, version)
        assert digests(build) == expected[version], number
        version = 1 - version
    assert number > 50
    assert bool(away) is not can_exchange


def test_a_worker_that_lives_on_holds_no_turn(tmp_path):
    """A builder is killed while the worker that it started goes on."""
    child = os.fork()
    if child == 0:
        with turn(tmp_path):
            if os.fork() == 0:
                time.sleep(3)
                os._exit(0)
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    with turn(tmp_path):
        pass


def test_what_was_read_is_what_is_published(trial):
    """Someone saves a file while the build runs."""
    trial.set(0)
    code, said = trial.build_with(1, 1, lambda: trial.set(1))
    assert code == 0, said
    assert trial.whole() == {0}
    assert "de inhoud is veranderd" in said
    trial.version = 1
    assert trial.trouble_after_next_build() == []


def test_a_stored_pdf_that_lost_some_bytes_and_still_looks_whole(trial):
    for number, path in enumerate(sorted((trial.build / "store").iterdir())):
        data = path.read_bytes()
        path.unlink()
        middle = len(data) // 2
        path.write_bytes(data[:middle] + (b"" if number % 2 else b"?") + data[middle + 1 :])
    code, said = trial.run()
    assert code == 0
    assert " nieuw, 0 ongewijzigd)" in said
    assert trial.trouble_after_next_build() == []


@pytest.mark.parametrize("what", ["folder", "link", "unreadable"])
def test_a_store_with_strange_things_in_it(trial, what):
    first = min((trial.build / "store").iterdir())
    first.unlink()
    if what == "folder":
        (first / "in").mkdir(parents=True)
    elif what == "link":
        first.symlink_to("/dev/zero")
    else:
        os.mkfifo(first)
    assert trial.trouble_after_next_build() == []


def test_a_build_folder_with_strange_things_in_it(trial):
    page = next(path for path in (trial.build / "docs").rglob("*.md"))
    page.unlink()
    page.mkdir()
    (page / "x").write_text("x")
    (trial.build / "navigatie.json").write_text("{")
    in_the_making(trial.build / "site").mkdir(exist_ok=True)
    (trial.build / ".site.zip.1.tmp").write_text("x")
    shutil.rmtree(trial.build / "site")
    (trial.build / "site").write_text("geen map")
    assert trial.trouble_after_next_build() == []


@pytest.mark.parametrize("year", [1975, 2099])
def test_a_clock_that_is_wrong(trial, year):
    command = f"""
import sys, time
from generator.rules import dates
wrong = ({year} - 1970) * 365.25 * 86400
class Moment(dates.datetime):
    now = classmethod(lambda cls, zone=None: cls.fromtimestamp(wrong, zone))
time.time, time.time_ns, dates.datetime = lambda: wrong, lambda: int(wrong * 1e9), Moment
from generator.cli import main
sys.exit(main(["--map", sys.argv[1], "build"]))
"""
    shutil.rmtree(trial.build / "docs")
    shutil.rmtree(trial.build / "store")
    result = subprocess.run([sys.executable, "-c", command, str(trial.folder)], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    assert trial.whole() == {trial.version}
    assert trial.trouble() == []


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """A published folder, and a finished one that is to take its place."""
    target, new = tmp_path / "site", in_the_making(tmp_path / "site") / "site"
    write_atomically(target / "index.html", b"oud")
    write_atomically(new / "index.html", b"nieuw")
    return target, new


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_folder_takes_the_place_of_another(two, can_exchange, monkeypatch):
    target, new = two
    if not can_exchange:
        monkeypatch.setattr(folders, "_exchange", lambda one, other: False)
    replace_folder(new, target)
    assert (target / "index.html").read_bytes() == b"nieuw"
    assert not new.exists() and not aside(target).exists()


def test_the_exchange_itself_works_here(two):
    """Else the other tests would not try it."""
    target, new = two
    assert folders._exchange(new, target)
    assert (target / "index.html").read_bytes() == b"nieuw"
    assert (new / "index.html").read_bytes() == b"oud"


@pytest.mark.parametrize("gone_after", [1, 2])
def test_a_stop_between_two_renames_is_mended(two, gone_after, monkeypatch):
    """Where folders cannot be exchanged: killed after the first or after the second rename."""
    target, new = two
    monkeypatch.setattr(folders, "_exchange", lambda one, other: False)
    real, done = os.rename, []

    def rename(*values):
        if len(done) == gone_after:
            raise KeyboardInterrupt
        real(*values)
        done.append(values)

    monkeypatch.setattr(os, "rename", rename)
    monkeypatch.setattr(
        folders, "forget", lambda *paths: None if len(done) < 2 else (_ for _ in ()).throw(KeyboardInterrupt)
    )
    with pytest.raises(KeyboardInterrupt):
        replace_folder(new, target)
    assert aside(target).exists()
    monkeypatch.undo()
    mend(target)
    assert (target / "index.html").read_bytes() == (b"oud" if gone_after == 1 else b"nieuw")
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def test_the_system_speaks_dutch():
    assert in_dutch(OSError(errno.ENOSPC, "No space left on device", "/x")) == "de schijf is vol: /x"
    assert in_dutch(OSError(errno.EROFS, "Read-only file system")) == "deze schijf is alleen te lezen"
    assert all(text[0].islower() and not text.endswith(".") for text in WORDS.values())
