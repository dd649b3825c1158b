"""`python -m bench.worst`: the worst files that the limits let through, each beside a small project in a process.

For each one it prints processor seconds and the memory that a check took on top of the small project alone, for a
check and for laying out its body as a page. Ends with 1 when one takes more than `SECONDS` or `MEGABYTES`.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.compiling import compile_sources
from generator.prose import Cited, stretches
from generator.reports import FORMATS
from generator.sources import SourceFile, parse, read_sources
from generator.sources.bodies import LIMIT_BODY, LIMIT_COLUMNS, LIMIT_LINES, LIMIT_NESTED
from generator.sources.files import LIMIT_FILE
from generator.sources.yaml_reader import LIMIT_KEYS, LIMIT_SCALAR, LIMIT_VALUES

SMALL = Path(__file__).resolve().parents[1] / "tests/slaapcursus/content"
SECONDS, MEGABYTES = 2.0, 200
FACTOR = (SMALL / "onderbouwing/factoren/onrust.yml").read_text().replace("id: onrust", "id: lang")
SHEET = (SMALL / "toolkit/middelen/avondblad.yml").read_text().replace("avondblad", "lang").replace("M-01", "M-99")
HEAD = "---\nid: lang\ntitel: Lang\nvolgorde: 99\ndeel: Lang\nkern: Lang.\nbron: cursusboek, les 1\n---\n\n"
PLACES = {
    FACTOR: "onderbouwing/factoren/lang.yml",
    SHEET: "toolkit/middelen/lang.yml",
    HEAD: "handleiding/hoofdstukken/lang.md",
}


def _fill(piece: str, size: int) -> str:
    return piece * (size // len(piece.encode()))


def yaml_files() -> Iterator[tuple[str, str]]:
    """Yield YAML texts as large as may be, each bad for another part of who reads them."""
    room = LIMIT_FILE - 2000
    many = LIMIT_VALUES - 100
    yield "comments", FACTOR + _fill("# x\n", room)
    yield "empty lines", FACTOR + "\n" * room
    yield "one long line", FACTOR + "uitleg: " + "a " * (LIMIT_SCALAR // 2) + "\n"
    fields = LIMIT_KEYS - 20
    yield "unknown fields", FACTOR + "".join(f"veld{number}: x\n" for number in range(fields))
    yield "long unknown fields", FACTOR + "".join(f"{'v' * 900}{number}: x\n" for number in range(fields))
    part = "  - {" + ", ".join(f"v{number}: x" for number in range(fields)) + "}\n"
    yield "unknown fields of parts", FACTOR.rsplit("subdoelen", 1)[0] + "subdoelen:\n" + part * (many // fields)
    yield "one huge key", FACTOR + "? " + "k" * room + "\n: x\n"
    yield "equal keys", FACTOR + "x: y\n" * (room // 5)
    yield "values in one line", FACTOR + "x: [" + "a, " * min(many, room // 3) + "]\n"
    yield "open brackets", FACTOR + "x: " + "[" * room
    yield "open braces", FACTOR + "x: " + "{" * room
    yield "dashes", FACTOR + "x:\n  " + _fill("- ", room)
    yield "question marks", FACTOR + _fill("? ", room)
    yield "quotes that stay open", FACTOR + 'x: "' + _fill("a ", room)
    yield "indents", FACTOR + "x:\n" + "".join(f"{' ' * number}a:\n" for number in range(1, 1400))
    yield "tags", FACTOR + _fill("x: !a b\n", room)
    yield "anchors", FACTOR + "".join(f"x{number}: &a{number} b\n" for number in range(room // 18))
    yield "documents", FACTOR + _fill("---\n", room)
    link = "  - {naar: NAAM, bron: cursusboek}\n"
    wrong = "".join(link.replace("NAAM", f"avondritmee{number}") for number in range(min(many // 4, room // 45)))
    yield "unknown links", FACTOR.rsplit("subdoelen", 1)[0] + "subdoelen:\n" + wrong
    same = _fill(link.replace("NAAM", "avondritme"), min(room, many // 4 * 35))
    yield "the same link", FACTOR.rsplit("subdoelen", 1)[0] + "subdoelen:\n" + same
    yield "short texts", FACTOR + "zoekwoorden: [" + "aap, " * min(many, room // 5) + "]\n"


def sheets() -> Iterator[tuple[str, str]]:
    """Yield worksheets with as many long texts as may be, for rules that read them letter by letter."""
    for name, piece in PIECES.items():
        text = _fill(piece, LIMIT_SCALAR - 10).strip()
        block = f'      - soort: tekst\n        tekst: "{text}"\n'
        yield f"long texts of {name}", SHEET + block * ((LIMIT_FILE - 2000) // len(block.encode()))


PIECES = {
    "letters": "a", "words": "aap ", "digits": "1", "digits and spaces": "1 ", "points": "1.", "dashes": "1-",
    "at": "a@", "mail": "a.a@a.", "addresses": "Aa 1 ", "postcodes": "1234 A", "dates": "1-1-20", "capitals": "A",
    "slashes": "/a", "colons": "a:", "brackets": "(", "pairs": "()", "spaces": " ", "marks": "!?", "percent": "5% ",
    "accents": "é", "links": "[a](", "bold": "**a", "coordinates": "52.1,", "under": "n=1 ", "cafe": "e\u0301",
    "www": "www.",
}  # fmt: skip
"""What long texts are made of."""


def bodies() -> Iterator[tuple[str, str]]:
    """Yield chapters as large as may be."""
    for name, piece in MARKS.items():
        for ending in ("", "\n", "\n\n"):
            if piece == "|a" and not ending:
                continue  # one line with more columns than may be
            line = piece + (ending or " ")
            times = min((LIMIT_BODY - 9) // len(line), (LIMIT_LINES - 3) // max(1, line.count("\n"))) - 1
            yield f"body of {name}, {len(ending)} ends", HEAD + line * times + "\n"
    deep = LIMIT_NESTED - 1
    for name, piece in {"quotes": "> ", "lists": "- ", "numbers": "1. ", "both": "> 1. "}.items():
        line = piece * (deep // len(piece.split())) + "a\n"
        yield f"nested {name}", HEAD + line * min(LIMIT_LINES - 3, LIMIT_BODY // len(line) - 1)
    steps = "".join(f"{'    ' * number}- a\n" for number in range(deep))
    yield "nested lists by indent", HEAD + steps * min(LIMIT_LINES // deep, LIMIT_BODY // len(steps))
    for columns in (1, 5, LIMIT_COLUMNS - 1):
        head = "|a" * columns + "|\n" + "|-" * columns + "|\n"
        for row in ("|\n", "|a" * columns + "|\n"):
            times = min(LIMIT_LINES - 5, (LIMIT_BODY - len(head)) // len(row) - 1)
            yield f"a table of {columns} by {times}", HEAD + head + row * times


MARKS = {
    "open links": "[", "links": "[a](b:", "links to links": "[a](factor:onrust)", "unknown links": "[a](factor:x)",
    "sources": "(bron: cursusboek, les 1)", "stars": "*a", "double stars": "**a", "mixed stars": "***a_", "under": "_a",
    "ticks": "`", "tick words": "``a`", "fences": "```", "tags": "<a", "entities": "&a", "escapes": "\\*",
    "rules": "---", "headings": "## a", "low headings": "###### a", "setext": "a\n=", "words": "aap", "breaks": "a  ",
    "letters": "a" * 30, "backslash": "\\", "bangs": "![", "definitions": "[a]: b", "indents": "    a", "digits": "12",
    "mail": "a@a.nl", "spaces": "  ", "braces": "{", "brackets": "[]", "items": "- a", "numbers": "1. a",
    "quotes": "> a", "columns": "|a",
}  # fmt: skip
"""What long chapters are made of, on one line, on lines of their own, or with an empty line after each."""


def _source(place: str, text: str) -> SourceFile:
    return SourceFile(f"content/{place}", text.encode())


def _check(source: SourceFile) -> None:
    given = (*read_sources(SMALL), source)
    findings = compile_sources(given).findings
    FORMATS["tekst"](findings)
    FORMATS["json"](findings)


def _page(source: SourceFile) -> None:
    stretches(parse(source).body, lambda kind, slug: "x.html", lambda place: Cited(place))


def cost(work: Callable[[], None], patience: int = 60) -> tuple[float, float]:
    """Return processor seconds and megabytes that work takes, in a process of its own; infinite when it is too much."""
    end, start = os.pipe()
    child = os.fork()
    if not child:
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (patience, patience))
            before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
            work()
            took = time.process_time() - began
            more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
            os.write(start, f"{took} {more / 1000}".encode())
        finally:
            os._exit(0)
    os.close(start)
    os.waitpid(child, 0)
    with os.fdopen(end) as said:
        answer = said.read().split()
    return (float(answer[0]), float(answer[1])) if answer else (float("inf"), float("inf"))


def main() -> int:
    """Measure every file and print what is too much; the worst of the rest closes the list."""
    alone = cost(lambda: _check(SourceFile("content/leeg.yml", b"")))
    print(f"{'the small project alone':40} {alone[0]:6.2f} s {alone[1]:6.0f} MB")
    for text, place in PLACES.items():
        faults = [
            one for one in compile_sources((*read_sources(SMALL), _source(place, text))).findings if one.code < "M2"
        ]
        assert not faults, faults  # else the rules would not read what is written after it
    tried: list[tuple[float, float, str]] = []
    files = [(PLACES[FACTOR], name, text, (_check,)) for name, text in yaml_files()]
    files += [(PLACES[SHEET], name, text, (_check,)) for name, text in sheets()]
    files += [(PLACES[HEAD], name, text, (_check, _page)) for name, text in bodies()]
    for path, name, text, works in files:
        source = _source(path, text)
        assert len(source.data) <= LIMIT_FILE, name
        assert path != PLACES[HEAD] or not parse(source).faults, name
        for work in works:
            seconds, memory = cost(lambda work=work, source=source: work(source))  # type: ignore[misc]
            own = seconds - (alone[0] if work is _check else 0)
            tried.append((own, memory, f"{name} ({work.__name__[1:]})"))
            if own > SECONDS or memory > MEGABYTES or "-v" in sys.argv:
                print(f"{tried[-1][2]:40} {own:6.2f} s {memory:6.0f} MB", flush=True)
    slow, large = max(tried), max(tried, key=lambda one: one[1])
    print(f"{len(tried)} tried; slowest: {slow[2]} {slow[0]:.2f} s; largest: {large[2]} {large[1]:.0f} MB")
    return int(slow[0] > SECONDS or large[1] > MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())
