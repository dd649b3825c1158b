"""Promises that hold for any text: compiling never raises, and every finding points inside its file."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import SMALL, compiled, files_of

FILES = files_of(SMALL)
PATHS = sorted(FILES)
BITS = [
    "id",
    "titel",
    ": ",
    "- ",
    "\n",
    "  ",
    "[",
    "]",
    "{",
    "}",
    "*a",
    "&a ",
    "!!x ",
    "'",
    '"',
    "#",
    "|",
    ">",
    "---",
    "onrust",
    "\t",
    "é",
    "\x00",
    "‮",
]


def _inside(compilation, files):
    for finding in compilation.findings:
        text = files.get(finding.span.file)
        if text is None:
            continue
        text = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
        lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= finding.span.line <= len(lines)
        assert 1 <= finding.span.column <= len(lines[finding.span.line - 1]) + 1
        assert finding.message


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(PATHS), st.lists(st.sampled_from(BITS), max_size=40))
def test_any_text_in_any_file(path, bits):
    files = {**FILES, path: "".join(bits)}
    _inside(compiled(files), files)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(PATHS), st.binary(max_size=200))
def test_any_bytes_in_any_file(path, data):
    files = {**FILES, path: data}
    _inside(compiled(files), files)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(PATHS), st.randoms(use_true_random=False))
def test_any_line_lost_doubled_or_moved(path, chance):
    lines = FILES[path].splitlines(keepends=True)
    index = chance.randrange(len(lines))
    what = chance.choice(["lose", "double", "move", "cut", "indent"])
    line = lines.pop(index)
    if what == "double":
        lines[index:index] = [line, line]
    elif what == "move":
        lines.insert(chance.randrange(len(lines) + 1), line)
    elif what == "cut":
        lines.insert(index, line[: chance.randrange(len(line))] + "\n")
    elif what == "indent":
        lines.insert(index, "  " + line)
    files = {**FILES, path: "".join(lines)}
    _inside(compiled(files), files)


def test_the_order_of_reading_does_not_matter():
    files = list(FILES.items())
    broken = FILES["content/onderbouwing/factoren/onrust.yml"].replace("avondritme", "weg")
    expected = compiled({**FILES, "content/onderbouwing/factoren/onrust.yml": broken}).findings
    for seed in range(5):
        random.Random(seed).shuffle(files)
        shuffled = {**dict(files), "content/onderbouwing/factoren/onrust.yml": broken}
        assert compiled(shuffled).findings == expected
