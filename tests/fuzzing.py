"""Reads broken content by the million: `python -m tests.fuzzing 1000000`.

Every input is a real content file that was damaged: in its bytes, in its lines, or in its structure. It is parsed and
loaded; one in twenty-five stands in the small methodology, which is linked, checked and reported; of those that are
still right, some are made into pages. Nothing may raise, and nothing may take longer than two seconds.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

from generator.compiling import Compilation, compile_sources
from generator.graph.loading import load
from generator.model.kinds import kind_at
from generator.pipeline import artifacts
from generator.reports import FORMATS
from generator.sources import SourceFile, parse
from tests.conftest import SMALL, TOP, files_of

LONGEST = 2.0
"""Seconds of processor time that one input may take; a busy machine is nobody's fault."""
BITS = (
    ": ", "- ", "\n", "  ", "[", "]", "{", "}", "*a", "&a ", "!!x ", "!", "'", '"', "#", "|", ">", "|2+\n", "---\n",
    "...\n", "? ", "<<: ", "%YAML 9\n", "\t", "é", "\x00", "\x85", "\u202e", "\u200b", "\ufeff", "\u2028", "\ud7ff",
    "😀", "\\", "~", "null", "ja", "1e999", "0x1", "-1", "9" * 40, "2026-02-30", "0000-00-00", "a" * 400, "[" * 30,
    "{a: " * 25, "id: ", "soort: ", "{{ 7*7 }}", "{% x %}", "<script>", "javascript:x", "](x)", "--8<-- 'x'", "$(x)",
    "../../x", "`" * 9, "=1+1",
)  # fmt: skip
"""Pieces that mean something to somebody who reads."""
OTHER_VALUES = ("", "x", "[]", "{}", "[x]", "{x: y}", "-1", "ja", "2026-11-21", "[[x]]", "'''", "null", "é" * 301)


class Slow(Exception):
    """An input took too long."""


@contextmanager
def in_time() -> Iterator[None]:
    """Raise Slow when the block takes too long."""

    def stop(*_: object) -> None:
        raise Slow

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def of_bytes(text: str, other: str, chance: random.Random) -> bytes:
    """Damage some bytes: change, lose, double or swap them."""
    data = bytearray(text.encode())
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0:
                data[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del data[place : place + chance.randint(1, 20)]
            case 2:
                data[place:place] = data[place : place + chance.randint(1, 20)]
            case 3:
                del data[place:]
            case _:
                data[place:place] = chance.choice(BITS).encode()
    return bytes(data)


def of_lines(text: str, other: str, chance: random.Random) -> bytes:
    """Lose, double, move, cut or indent lines, or take them from another file."""
    lines = text.splitlines(keepends=True)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(lines) + 1)
        match chance.randrange(6):
            case 0:
                del lines[place : place + chance.randint(1, 4)]
            case 1:
                lines[place:place] = lines[place : place + chance.randint(1, 4)]
            case 2 if lines:
                lines.insert(place, lines.pop(chance.randrange(len(lines))))
            case 3:
                lines[place : place + 1] = [
                    line[: chance.randrange(len(line) + 1)] for line in lines[place : place + 1]
                ]
            case 4:
                lines[place : place + 2] = ["  " * chance.randint(1, 9) + line for line in lines[place : place + 2]]
            case _:
                strange = other.splitlines(keepends=True)
                start = chance.randrange(len(strange))
                lines[place:place] = strange[start : start + chance.randint(1, 6)]
    return "".join(lines).encode()


def of_values(text: str, other: str, chance: random.Random) -> bytes:
    """Put other values and names in the places where values and names stand; the YAML mostly stays right."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 5)):
        place = chance.randrange(len(lines))
        name, colon, value = lines[place].partition(":")
        match chance.randrange(4):
            case 0 if colon:
                lines[place] = f"{name}: {chance.choice(OTHER_VALUES)}"
            case 1 if colon:
                lines[place] = f"{name}x:{value}"
            case 2:
                words = lines[place].split(" ")
                words[chance.randrange(len(words))] = chance.choice(BITS).strip("\n")
                lines[place] = " ".join(words)
            case _:
                lines[place] = lines[place] + chance.choice(BITS).strip("\n")
    return "\n".join(lines).encode()


DAMAGES: tuple[Callable[[str, str, random.Random], bytes], ...] = (of_bytes, of_lines, of_values)


class Fuzzer:
    """Real files, and the ways to damage and read them."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.small = files_of(SMALL)
        self.files = sorted(self.small.items()) * 20 + sorted(
            (path, text) for path, text in files_of(TOP).items() if len(text) < 6000
        )
        self.sources = {path: SourceFile(path, text.encode()) for path, text in self.small.items()}
        self.seen: Counter[str] = Counter()

    def damaged(self) -> SourceFile:
        """Return a real file that is damaged; one in fifty under the name of another."""
        path, text = self.chance.choice(self.files)
        data = self.chance.choice(DAMAGES)(text, self.chance.choice(self.files)[1], self.chance)
        if self.chance.random() < 0.02:
            path = self.chance.choice(self.files)[0]
        return SourceFile(path, data)

    def read(self, source: SourceFile) -> None:
        """Parse and load one file."""
        document = parse(source)
        kind = kind_at(source.path.removeprefix("content/"))
        if document.faults or kind is None:
            self.seen[document.faults[0].kind if document.faults else "no kind"] += 1
            return
        node, faults = load(document, kind)
        for fault in faults:
            document.at(), str(fault.span)
        self.seen["right" if node else faults[0].kind] += 1

    def compile(self, source: SourceFile) -> Compilation:
        """Compile the small methodology with one damaged file, and report what is found in every form."""
        sources = {**self.sources, source.path: source}
        compilation = compile_sources(sources[path] for path in sorted(sources))
        for form in FORMATS.values():
            form(compilation.findings)
        self.seen["compiled"] += 1
        return compilation

    def replaced(self, file: int, place: int, value: object) -> Compilation:
        """Compile the small methodology with another value at one place in one of its files."""
        path = sorted(self.small)[file % len(self.small)]
        data = json.loads(json.dumps(parse(self.sources[path]).data))
        places = list(_places(data))
        holder, step = places[place % len(places)]
        holder[step] = value
        text = json.dumps(data, ensure_ascii=False)
        return self.compile(SourceFile(path, (f"---\n{text}\n---\n" if path.endswith(".md") else text).encode()))

    def once(self) -> tuple[SourceFile, str]:
        """Try one input; return it, and what went wrong or nothing."""
        source = self.damaged()
        try:
            with in_time():
                self.read(source)
                if self.chance.random() < 0.04:
                    compilation = self.compile(source)
                    if not compilation.errors and self.chance.random() < 0.02:
                        artifacts(compilation.methodiek)
                        self.seen["made into pages"] += 1
        except Slow:
            return source, f"longer than {LONGEST} s"
        except Exception:
            return source, traceback.format_exc(limit=-4)
        return source, ""


def _places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every holder in some data with each of its names or numbers."""
    for step, part in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield data, step
        yield from _places(part)


def work(seed: int, many: int, line: Any) -> None:
    """Try many inputs; send the count now and then, and what went wrong at once."""
    fuzzer = Fuzzer(seed)
    for number in range(1, many + 1):
        source, trouble = fuzzer.once()
        if trouble:
            line.send((number, source, trouble))
        elif number % 5000 == 0:
            line.send((number, None, ""))
    line.send((many, None, dict(fuzzer.seen)))
    line.close()


def main(many: int, seed: int) -> int:
    """Divide the inputs over all processors; return how many went wrong."""
    count = os.cpu_count() or 1
    fork, started, wrong, seen = get_context("fork"), time.monotonic(), 0, Counter[str]()
    done, lines = [0] * count, []
    for number in range(count):
        near, far = fork.Pipe(duplex=False)
        fork.Process(target=work, args=(seed + number, many // count + (number < many % count), far)).start()
        far.close()
        lines.append(near)
    open_lines = dict(enumerate(lines))
    while open_lines:
        for number, line in list(open_lines.items()):
            if not line.poll(0.2):
                continue
            try:
                done[number], source, what = line.recv()
            except EOFError:
                del open_lines[number]
                continue
            if isinstance(what, dict):
                seen.update(what)
            elif what:
                wrong += 1
                print(f"FOUT at {source.path} {source.data!r}\n{what}", flush=True)
            elif sum(done) % 100_000 < 5000:
                print(f"{sum(done)} inputs, {wrong} wrong, {time.monotonic() - started:.0f} s", flush=True)
    print(f"{sum(done)} inputs in {time.monotonic() - started:.0f} s, {wrong} wrong; {dict(seen.most_common())}")
    return wrong + (many - sum(done))


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 6)))
