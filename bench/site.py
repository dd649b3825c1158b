"""The site against plain MkDocs Material on the same pages, its growth, and how soon an edit shows while serving."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from functools import partial
from pathlib import Path

from bench import corpus
from bench.measure import Cost, Task, exponent, interleaved, run

TOP = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PLAIN = """site_name: bench
use_directory_urls: false
theme: {name: material, font: false, features: [navigation.prune, navigation.indexes]}
markdown_extensions: [attr_list]
plugins: [search]
"""
"""Material as it comes, with the same extensions that the pages need."""
LARGE = (1000, 3000)
"""Items of the corpora whose growth is measured, without worksheets, framework and book: PDFs are measured apart."""
FOOT = re.compile(r"^( +slot: )(?:Nu (\d+)\. )?(?=\w)", re.MULTILINE)
"""What stands at the foot of a sheet, with the number that an edit of ours gave it."""
PATIENCE = 600.0
"""Seconds in which a page must show what is waited for."""


def measure(folder: Path, rounds: int) -> dict[str, float]:
    """Build the project once to have its pages and PDFs, then measure a build of nothing new against plain MkDocs."""
    here = _project(folder / "site", TOP / "content")
    if (store := TOP / "build/store").is_dir():
        shutil.copytree(store, here / "build/store")
    if (proven := TOP / "build/bewezen.json").is_file():
        shutil.copy(proven, here / "build")
    same = Task([str(BIN / "methodiek"), "build"], str(here))
    run(same)
    shutil.copytree(here / "build/docs", here / "plain/docs", ignore=shutil.ignore_patterns("*.pdf"))
    (here / "plain/mkdocs.yml").write_text(PLAIN)
    tasks = {
        # Without the record of the last build, all pages are made and rendered again.
        "ours": Task(same.command, str(here), partial((here / "build/.gebouwd").unlink, missing_ok=True)),
        "plain": Task([str(BIN / "mkdocs"), "build", "--quiet"], str(here / "plain")),
        "sheet": Task(same.command, str(here), partial(_edit_sheet, here)),
    }
    costs: dict[str, Cost] = interleaved(tasks, rounds)
    # A difference of two small figures: more rounds, and in turn.
    small = {"unchanged": same, "check": Task([str(BIN / "methodiek"), "check"], str(here))}
    run(same)
    costs |= interleaved(small, 5)
    found = {
        "pages": float(sum(1 for _ in (here / "build/docs").rglob("*.md"))),
        **{name: cost.cpu for name, cost in costs.items()},
        "ratio": costs["ours"].cpu / costs["plain"].cpu,
        "one sheet edited, over ours": costs["sheet"].cpu - costs["ours"].cpu,
        "unchanged over check": costs["unchanged"].cpu - costs["check"].cpu,
        **_edit(here, next((here / "content/onderbouwing/factoren").glob("*.yml"))),
    }
    print(found, flush=True)
    return found


def grow(folder: Path) -> dict[str, float]:
    """Build large sites without PDFs, in turn; tell what they cost, how it grows, and how soon an edit shows."""
    places, tasks = {}, {}
    for count in LARGE:
        corpus.write_ours(folder / str(count), count, without=("werkblad", "kernelement", "hoofdstuk"))
        places[count] = here = _project(folder / f"site-{count}", folder / str(count) / "content")
        anew = partial(shutil.rmtree, here / "build", ignore_errors=True)
        tasks[str(count)] = Task([str(BIN / "methodiek"), "build"], str(here), anew)
    costs = interleaved(tasks, 2)
    first, last = LARGE
    found = {f"{count} items, CPU s": costs[str(count)].cpu for count in LARGE}
    found |= {f"{count} items, MB": costs[str(count)].memory for count in LARGE}
    found |= _edit(places[first], places[first] / "content/onderbouwing/factoren/factor-00000.yml")
    found["growth, exponent"] = exponent((first, costs[str(first)].cpu), (last, costs[str(last)].cpu))
    print(found, flush=True)
    for here in places.values():
        shutil.rmtree(here)
    return found


def _project(here: Path, content: Path) -> Path:
    shutil.copytree(content, here / "content")
    shutil.copytree(TOP / "overrides", here / "overrides")
    shutil.copy(TOP / "mkdocs.yml", here)
    return here


def _edit_sheet(here: Path) -> None:
    """Change what stands at the foot of a worksheet, each time into something that was not made before."""
    for path in sorted((here / "content/toolkit/middelen").glob("*.yml")):
        text, times = FOOT.subn(lambda foot: f"{foot[1]}Nu {int(foot[2] or 0) + 1}. ", path.read_text(), count=1)
        if times:
            path.write_text(text)
            return
    raise ValueError("no sheet has text at its foot")


def _edit(here: Path, file: Path) -> dict[str, float]:
    """Serve a project and change a file; tell the seconds until its page shows the change, of clock and processor."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    page = f"http://{address}/onderbouwing/factoren/{file.stem}.html"
    command = [str(BIN / "methodiek"), "serve", "--adres", address]
    with subprocess.Popen(command, cwd=here, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait(page, b"</html>")
            time.sleep(2)  # the watcher looks once a second, and must have seen what stands there
            started, before = time.monotonic(), _spent(server.pid)
            file.write_text(file.read_text().replace("titel: ", "titel: Zojuist veranderd. ", 1))
            _wait(page, b"Zojuist veranderd.")
            wall, cpu = time.monotonic() - started, _spent(server.pid) - before
            return {"edit while serving, s": wall, "edit while serving, CPU s": cpu}
        finally:
            server.terminate()


def _spent(process: int) -> float:
    """Return the seconds of processor that a process and its finished children have taken."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def _wait(page: str, words: bytes) -> None:
    """Wait until a page has some words. Raises TimeoutError when that takes too long."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(page, timeout=PATIENCE) as answer:
                if words in answer.read():
                    return
        except OSError:
            pass
        time.sleep(0.05)
    raise TimeoutError(page)
