"""`make bench`: measure us and our neighbours in one run, and write `RESULTS.md` and the table in the README.

Tools are installed in `bench/.venvs`, a corpus is written per size, runs are interleaved and medians are taken.
Processor seconds count, because they depend least on who else uses the machine; wall clock is told beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from bench import corpus, site
from bench.measure import Cost, Task, exponent, interleaved, pace
from bench.report import Target, write

HERE = Path(__file__).resolve().parent
TOP = HERE.parent
OURS = str(Path(sys.executable).parent / "methodiek")
PEERS = {
    "strictdoc": ("strictdoc==0.30.4", "strictdoc/bin/strictdoc"),
    "sphinx-needs": ("sphinx-needs==9.1.0", "sphinx/bin/sphinx-build"),
}
"""What to install, and the command that it brings, below `.venvs`."""

SIZES = (300, 3000, 10_000)
"""How many items the neighbours and we check."""
GROWTH = (3000, 30_000)
"""The sizes between which the growth of ours is measured."""


def main() -> None:
    """Measure, print, and write."""
    parser = argparse.ArgumentParser(prog="bench")
    parser.add_argument("--kort", action="store_true", help="small sizes and few rounds")
    parser.add_argument("--zonder-bladen", action="store_true", help="leave out all PDFs of the project")
    parser.add_argument("--zonder-buren", action="store_true", help="leave out StrictDoc and sphinx-needs")
    parser.add_argument("--zonder-site", action="store_true", help="leave out the site of the project")
    given = parser.parse_args()
    peers = {} if given.zonder_buren else _install()
    rounds = 3 if given.kort else 5
    largest = 3000 if given.kort else 10_000
    paces = [pace()]
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        costs = {size: _sizes(Path(folder), size, peers if size <= largest else {}, rounds) for size in SIZES}
        ends = {} if given.kort else _ends(Path(folder), rounds)
        paces.append(pace())
        sites = {} if given.zonder_site else site.measure(Path(folder), 1 + rounds // 4)
        large = {} if given.zonder_site else site.grow(Path(folder))
        paces.append(pace())
    printed = {} if given.zonder_bladen else _printed()
    paces.append(pace())
    python = platform.python_version()
    machine = (
        f"{os.cpu_count()} cores, {platform.system()}, Python {python}, load {os.getloadavg()[1]:.1f}; "
        f"a fixed loop took {', '.join(f'{one:.0f}' for one in paces)} ms before and after each part"
    )
    costs |= {size: {"ours": cost} for size, cost in ends.items() if size not in costs}
    write(TOP, date.today(), machine, costs, sites, large, printed, _targets(costs, ends, sites, large, printed))


def _install() -> dict[str, str]:
    """Install what is missing of the neighbours, each apart; return their commands. One that can't be had is told."""
    found = {}
    for name, (package, command) in PEERS.items():
        path = HERE / ".venvs" / command
        venv = path.parent.parent
        if not path.exists():
            subprocess.run([sys.executable, "-m", "venv", venv], check=True)
            done = subprocess.run([venv / "bin/pip", "install", "--quiet", package], check=False)
            if done.returncode or not path.exists():
                print(f"bench: {package} cannot be installed here; it is left out", file=sys.stderr)
                continue
        found[name] = str(path)
    return found


def _sizes(folder: Path, size: int, peers: dict[str, str], rounds: int) -> dict[str, Cost]:
    """Measure a check by every tool at one size."""
    here = folder / str(size)
    corpus.write_ours(here / "ours", size)
    tasks = {"ours": Task([OURS, "check"], str(here / "ours"))}
    if "strictdoc" in peers:
        corpus.write_strictdoc(here / "strictdoc", size)
        out = here / "strictdoc-out"
        command = [peers["strictdoc"], "export", ".", "--formats", "json", "--output-dir", str(out)]
        tasks["strictdoc"] = Task(command, str(here / "strictdoc"), lambda: shutil.rmtree(out, ignore_errors=True))
    if "sphinx-needs" in peers:
        corpus.write_sphinx(here / "sphinx", size)
        command = [peers["sphinx-needs"], "-q", "-E", "-b", "dummy", ".", str(here / "sphinx-out")]
        tasks["sphinx-needs"] = Task(command, str(here / "sphinx"))
    costs = interleaved(tasks, rounds if size < 3000 else 1 + rounds // 4)
    shutil.rmtree(here)
    print(size, {name: f"{cost.cpu:.2f} s, {cost.memory:.0f} MB" for name, cost in costs.items()}, flush=True)
    return costs


def _ends(folder: Path, rounds: int) -> dict[int, Cost]:
    """Measure our check at both ends of its growth in turn: a machine that changes its pace does so at both."""
    for size in GROWTH:
        corpus.write_ours(folder / f"ends-{size}", size)
    tasks = {str(size): Task([OURS, "check"], str(folder / f"ends-{size}")) for size in GROWTH}
    costs = interleaved(tasks, rounds)
    for size in GROWTH:
        shutil.rmtree(folder / f"ends-{size}")
    print({size: f"{cost.cpu:.2f} s, {cost.memory:.0f} MB" for size, cost in costs.items()}, flush=True)
    return {int(size): cost for size, cost in costs.items()}


def _printed() -> dict[str, dict[str, float]]:
    """Make every PDF of this project, cold."""
    command = [sys.executable, "-m", "bench.printing", str(TOP)]
    made = json.loads(subprocess.run(command, cwd=TOP, check=True, capture_output=True, text=True).stdout)
    print(made, flush=True)
    return made


def _targets(
    costs: dict[int, dict[str, Cost]],
    ends: dict[int, Cost],
    sites: dict[str, float],
    large: dict[str, float],
    printed: dict[str, dict[str, float]],
) -> list[Target]:
    """Compare what was measured with what was promised. What was not measured is not in the list."""
    limits = {300: 0.3, 3000: 1.0, 10_000: 3.0}
    found = [
        Target(f"check, {size} items, CPU s", most, costs[size]["ours"].cpu)
        for size, most in limits.items()
        if size in costs
    ]
    sizes = sorted(costs)
    if ends:
        first, last = ((size, cost.cpu) for size, cost in ends.items())
        found.append(Target("growth of the check, 3,000 to 30,000, exponent", 1.05, exponent(first, last)))
    if 10_000 in costs:
        found.append(Target("memory of the check, 10,000 items, MB", 300, costs[10_000]["ours"].memory))
    for size in sizes:
        for name, cost in costs[size].items():
            if name != "ours":
                found.append(
                    Target(f"our check against {name}, {size} items, ratio", 0.1, costs[size]["ours"].cpu / cost.cpu)
                )
    if sites:
        found.append(Target("site against plain MkDocs Material, same pages, ratio", 1.5, sites["ratio"]))
        found.append(Target("a build of nothing new, CPU s over the check", 0.5, sites["unchanged over check"]))
        found.append(Target("an edit shows while serving, s", 2.0, sites["edit while serving, s"]))
    if large:
        found.append(Target("an edit shows while serving 1,000 items, s", 5.0, large["edit while serving, s"]))
        found.append(Target("growth of the site, 1,000 to 3,000, exponent", 1.05, large["growth, exponent"]))
    if printed:
        sheets = printed["bladen"]
        found.append(Target("PDFs cold, CPU s per page", 0.25, sheets["cpu"] / sheets["pages"]))
        if sheet := printed.get("werkblad"):
            found.append(Target("the PDFs of one worksheet, cold, CPU s (median)", 1.5, sheet["cpu"]))
        if book := printed.get("boek"):
            found.append(Target("the book cold, CPU s per page", 0.12, book["cpu"] / book["pages"]))
    return found


if __name__ == "__main__":
    main()
