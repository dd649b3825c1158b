"""PDFs made by any executor are those made here; a shared store forgets nothing; an increment equals a clean build."""

from __future__ import annotations

import random
import shutil
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.artifacts.print.engine import PrintFault, PrintJob, render_all, rendering
from generator.artifacts.print.library import print_library
from generator.cli import main
from tests.test_build import SHEET, build, built, digests, fresh, project  # noqa: F401

PAGE = '<!doctype html><html lang="nl"><head><title>Blad</title></head><body><h1>Blad {}</h1></body></html>'
JOBS = [PrintJob(str(number), PAGE.format(number), ("fonts/print-fonts.css",), 1) for number in range(3)]


class Broken(Executor):
    """Loses whatever it is given, as a machine does that is switched off."""

    def submit(self, fn, /, *args, **kwargs):
        future: Future = Future()
        future.set_exception(ConnectionError("weg"))
        return future


def test_an_executor_gives_the_bytes_of_this_process():
    with ThreadPoolExecutor(2) as threads:
        there = {job.name: answer for job, answer in render_all(JOBS, print_library(), executor=threads)}
    assert there == {job.name: answer for job, answer in render_all(JOBS, print_library(), 1)}
    assert all(isinstance(answer, bytes) for answer in there.values())


def test_a_lost_worker_costs_its_documents_and_is_told():
    answers = [answer for _, answer in render_all(JOBS, print_library(), executor=Broken())]
    assert [isinstance(answer, PrintFault) and "weggevallen" in answer.message for answer in answers] == [True] * 3


def test_a_worker_with_other_tools_is_refused(monkeypatch):
    [answer] = rendering.make_batch((JOBS[0],), print_library(), ("weasyprint=1",))
    assert isinstance(answer, PrintFault)
    assert "andere versies" in answer.message
    assert "weasyprint=1" in answer.message


def test_a_cluster_of_two_workers_makes_the_same_site(built, tmp_path, capsys):  # noqa: F811
    distributed = pytest.importorskip("distributed")
    there = project(tmp_path / "elders")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, local_directory=str(tmp_path)
    ) as cluster:
        assert build(there, "--dask", cluster.scheduler_address, "--bewaarplaats", str(tmp_path / "deel")) == 0
    assert digests(there / "build/site") == digests(built / "build/site")
    # Another machine finds all of it in the shared store, and leaves there what it has no use for itself.
    kept = digests(tmp_path / "deel")
    other = project(tmp_path / "derde")
    (other / SHEET).write_text((other / SHEET).read_text().replace("Hoe laat ging", "Hoe laat ga"))
    capsys.readouterr()
    assert build(other, "--bewaarplaats", str(tmp_path / "deel")) == 0
    assert "(2 nieuw," in capsys.readouterr().out
    assert digests(tmp_path / "deel").items() > kept.items()


def test_no_cluster_is_said_in_one_line(fresh, monkeypatch, capsys):  # noqa: F811
    pytest.importorskip("distributed")
    monkeypatch.setattr("generator.commands.cluster.SECONDS", 1)
    assert build(fresh, "--dask", "tcp://127.0.0.1:1") == 2
    assert "geen Dask-cluster" in capsys.readouterr().err


def test_an_increment_equals_a_clean_build(fresh, tmp_path):  # noqa: F811
    """After each of some random edits, whatever was remembered, the site is the one that a clean build gives."""
    dice = random.Random(20261121)
    files = sorted((fresh / "content").rglob("*.yml"))
    for number in range(3):
        for path in dice.sample(files, 3):
            text = path.read_text()
            words = [word for word in ("Hoe", "slapen", "avond", "rust", "nacht", "bed") if f" {word} " in text]
            if words:
                word = dice.choice(words)
                path.write_text(text.replace(f" {word} ", f" {word} {word}{number} ", 1))
        if main(["--map", str(fresh), "check"]) != 0:
            continue
        assert build(fresh) == 0
        clean = project(tmp_path / f"schoon-{number}")
        shutil.rmtree(clean / "content")
        shutil.copytree(fresh / "content", clean / "content")
        assert build(clean) == 0
        assert digests(fresh / "build/site") == digests(clean / "build/site")
        assert Path(fresh / "build/site.zip").read_bytes() == Path(clean / "build/site.zip").read_bytes()
