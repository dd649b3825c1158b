"""Stops builds at any moment and looks at what is left: `python -m tests.interruptions 200`.

Two versions of a project take turns, so that every build has something to do. A build is stopped either from outside,
at a random moment of its turn, or from inside, at a random one of its writes. After each stop the published site and
its zip must be one of the two versions, whole; and the next build must give what a build gives that was never stopped.
Only a stop counts that hit a build which had its turn and was not done; one that came too late is tried again.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import mkdocs.commands.build  # noqa: F401 - what every child needs is read once

import generator.artifacts.print.engine.press
import generator.mkdocs_plugin  # noqa: F401
from generator.cli import main
from generator.publishing.standing import NAME as RECORD
from generator.publishing.turns import NAME as BUSY
from tests.conftest import SMALL, TOP

CHANGES = {"content/onderbouwing/factoren/onrust.yml": ("valt laat in slaap", "slaapt laat"),
           "content/toolkit/middelen/avondblad.yml": ("Hoe laat ging", "Hoe laat ga")}  # fmt: skip
"""What tells the second version of the small methodology from the first: one text, and one sheet with its PDFs."""
LINE = re.compile(r"    slot: \w.*\.$")
"""The last sentence of a sheet, in any project: on paper and nowhere else."""
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


def digests(folder: Path) -> dict[str, str]:
    """Return the fingerprint of every file below a folder, but for who was building and what was left when."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in (BUSY, RECORD)
    }


def at_writes(first: int, last: int, what: Callable[[], None], folder: Path) -> Callable[[], int]:
    """From now on, call `what` at some writes below `folder`; the answer tells how many writes there were."""
    count, top = 0, str(folder)

    def watch(event: str, values: tuple[object, ...]) -> None:
        nonlocal count
        match event, values:
            case "open", (path, _, int(flags)) if flags & WRITING:
                pass
            case "os.rename" | "os.link", (_, path, *_):
                pass
            case "os.remove" | "os.mkdir" | "os.rmdir", (path, *_):
                pass
            case _:
                return
        if isinstance(path, str | Path) and str(path).startswith(top):
            count += 1
            if first <= count <= last:
                what()

    sys.addaudithook(watch)
    return lambda: count


def in_a_child(work: Callable[[], int]) -> tuple[int, str]:
    """Do work in a process of its own; return its exit code (negative when it was killed) and what it said."""
    with tempfile.TemporaryFile() as said:
        child = os.fork()
        if child == 0:
            code = 99
            try:
                os.dup2(said.fileno(), 1)
                os.dup2(said.fileno(), 2)
                sys.stdout, sys.stderr = os.fdopen(1, "w", closefd=False), os.fdopen(2, "w", closefd=False)
                code = work()
                sys.stdout.flush()
                sys.stderr.flush()
            except BaseException:
                traceback.print_exc(file=sys.stderr)
                sys.stderr.flush()
            finally:
                os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said.seek(0)
        return code, said.read().decode()


@dataclass
class Trial:
    """A project with two versions, and what a build of each must give.

    `lasting` is how many seconds a build takes that goes from one version to the other.
    """

    folder: Path
    changes: dict[str, tuple[str, str]]

    def __post_init__(self) -> None:
        self.expected = []
        for version in (1, 0):
            self.set(version)
            shutil.rmtree(self.build / "docs", ignore_errors=True)
            started = time.monotonic()
            code, said = self.run()
            assert code == 0, said
            self.lasting = time.monotonic() - started
            self.expected.insert(0, digests(self.build))
        assert self.expected[0] != self.expected[1]
        self.version = 0

    @property
    def build(self) -> Path:
        return self.folder / "build"

    def set(self, version: int) -> None:
        """Write the content of a version."""
        self.version = version
        for path, texts in self.changes.items():
            file = self.folder / path
            text = file.read_text()
            assert texts[version] in text or texts[1 - version] in text
            file.write_text(text.replace(texts[1 - version], texts[version]))

    def run(self, *more: str) -> tuple[int, str]:
        """Build to the end."""
        return in_a_child(lambda: main(["--map", str(self.folder), "build", *more]))

    def stop_after(self, seconds: float) -> int:
        """Build, and be killed from outside so long after the turn began; as a command of its own, as people run it.

        A build that is done before says how long one takes now, which depends on what else the machine does.
        """
        command = [str(Path(sys.executable).parent / "methodiek"), "--map", str(self.folder), "build"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and self.turn_of() != process.pid:
                time.sleep(0.005)
            began = time.monotonic()
            try:
                process.wait(seconds)
                self.lasting = time.monotonic() - began
            except subprocess.TimeoutExpired:
                process.kill()
        return process.returncode

    def turn_of(self) -> int:
        """Return which process builds, or did so last; 0 when that cannot be read right now."""
        number = (self.build / BUSY).read_text().strip()
        return int(number) if number.isdigit() else 0

    def stop_at(self, number: int) -> int:
        """Build, and be killed at a write."""
        return self.build_with(number, number, lambda: os.kill(os.getpid(), signal.SIGKILL))[0]

    def refuse_at(self, first: int, error: int, many: int = 1) -> tuple[int, str]:
        """Build with a disk that refuses some writes."""

        def refuse() -> None:
            raise OSError(error, os.strerror(error), "hier")

        return self.build_with(first, first + many - 1, refuse)

    def build_with(self, first: int, last: int, what: Callable[[], None]) -> tuple[int, str]:
        """Build while something happens at some writes; the last word of what is said is how many there were."""

        def work() -> int:
            count = at_writes(first, last, what, self.build)
            code = main(["--map", str(self.folder), "build"])
            print(f"writes: {count()}")
            return code

        return in_a_child(work)

    def writes(self) -> int:
        """Return how many writes a build has that makes the other version."""
        self.set(1 - self.version)
        code, said = self.build_with(0, -1, lambda: None)
        assert code == 0, said
        return int(said.split()[-1])

    def whole(self) -> set[int]:
        """Return which versions the published site is, exactly. Empty is what may never be."""
        site = digests(self.build / "site")
        return {version for version, files in enumerate(self.expected) if site == _below(files, "site/")}

    def trouble(self) -> list[str]:
        """Return what is wrong with what stands there now."""
        found = [] if self.whole() else ["the site is not whole"]
        archive = hashlib.sha256((self.build / "site.zip").read_bytes()).hexdigest()
        if archive not in {files["site.zip"] for files in self.expected}:
            found.append("the zip is not whole")
        if (self.build / "navigatie.json").exists():
            tree = digests(self.build / "docs")
            if tree not in [_below(files, "docs/") for files in self.expected]:
                found.append("a tree with its navigation is not whole")
        return found

    def trouble_after_next_build(self) -> list[str]:
        """Build to the end; return how that differs from a build that was never stopped."""
        code, said = self.run()
        if code:
            return [f"the next build gives {code}: {said[-500:]}"]
        now, then = digests(self.build), self.expected[self.version]
        return sorted(f"{name} differs" for name in now.keys() | then if now.get(name) != then.get(name))


def _below(files: dict[str, str], top: str) -> dict[str, str]:
    return {name.removeprefix(top): digest for name, digest in files.items() if name.startswith(top)}


def small(folder: Path) -> Trial:
    """Return the small methodology as a trial in a folder."""
    shutil.copytree(SMALL / "content", folder / "content")
    (folder / "mkdocs.yml").write_text(
        (SMALL / "mkdocs.yml").read_text().replace("../../overrides", str(TOP / "overrides"))
    )
    return Trial(folder, CHANGES)


def real(folder: Path, source: Path) -> Trial:
    """Return a project as a trial in a folder, with the PDFs that it made and proved: only what changes is made again.

    What changes is a line of one sheet that stands nowhere else: the book alone would take half a minute each time.
    """
    shutil.copytree(source / "content", folder / "content")
    shutil.copytree(source / "overrides", folder / "overrides")
    shutil.copytree(source / "build" / "store", folder / "build" / "store", copy_function=os.link)
    shutil.copyfile(source / "build" / "bewezen.json", folder / "build" / "bewezen.json")
    shutil.copyfile(source / "mkdocs.yml", folder / "mkdocs.yml")
    sheets = sorted((folder / "content").rglob("*.yml"))
    file, line = next((file, line) for file in sheets for line in file.read_text().splitlines() if LINE.match(line))
    return Trial(folder, {str(file.relative_to(folder)): (line, f"{line[:-1]}!")})


TRIES = 4
"""How many builds may be tried for each that is stopped."""


def _say(text: str) -> None:
    print(text, flush=True)


def rounds(trial: Trial, many: int, chance: random.Random, say: Callable[[str], None] = _say) -> Counter[str]:
    """Stop so many builds in their turn; return how often what happened. Whatever starts with FOUT may not be there."""
    seen: Counter[str] = Counter()
    writes = trial.writes()
    for number in range(many * TRIES):
        trial.set(1 - trial.version)
        if chance.random() < 0.5:
            moment = chance.uniform(0.0, trial.lasting)
            code, how = trial.stop_after(moment), f"after {moment:.2f} s"
        else:
            write = chance.randint(1, writes)
            code, how = trial.stop_at(write), f"at write {write}"
        seen["stopped" if code == -signal.SIGKILL else "came too late"] += 1
        found = trial.trouble() if code in (0, -signal.SIGKILL) else [f"a build gives {code}"]
        seen[f"site is {'new' if trial.version in trial.whole() else 'old'}"] += 1
        if chance.random() < 0.5:  # and else another stop comes first
            found += trial.trouble_after_next_build()
            seen["next build"] += 1
        for one in found:
            seen[f"FOUT {one}"] += 1
            say(f"round {number}, {how}: {one}")
        if number % 10 == 9:
            say(f"{number + 1} builds: {dict(seen)}")
        if seen["stopped"] == many:
            break
    else:
        seen["FOUT too many stops came too late"] += 1
    for one in trial.trouble_after_next_build():
        seen[f"FOUT {one}"] += 1
        say(f"at the end: {one}")
    return seen


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("stops", type=int)
    asked.add_argument("--seed", type=int, default=6)
    asked.add_argument("--project", type=Path, help="a built project to try it on, and not the small one")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as place:
        where = Path(place) / "project"
        tried = real(where, given.project) if given.project else small(where)
        outcome = rounds(tried, given.stops, random.Random(given.seed))
        print(dict(outcome))
        sys.exit(any(name.startswith("FOUT") for name in outcome))
