"""How much Markdown may stand below the fields of a file.

Laying out Markdown costs the square of what it holds for texts that nobody writes by hand: thousands of headings, lists
in lists without end, tables of a hundred columns. The bounds are far above any chapter that a person would read.
"""

from __future__ import annotations

import re

LIMIT_BODY = 30_000
"""Characters: a dozen printed pages."""
LIMIT_LINES = 1_000
LIMIT_NESTED = 10
"""How many lists and quotes may stand inside each other."""
LIMIT_COLUMNS = 40

_OPENING = re.compile(r"(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}\.)(?=[ \t])))*")
_INDENT = 4


def too_much(body: str) -> tuple[str, int, str] | None:
    """Return (kind of fault, line from 1, the bound) for the first bound that a body goes over; None for a good one."""
    if len(body) > LIMIT_BODY:
        return "body_too_long", 1, str(LIMIT_BODY)
    lines = body.split("\n")
    if len(lines) > LIMIT_LINES + 1:
        return "too_many_lines", LIMIT_LINES + 1, str(LIMIT_LINES)
    for number, line in enumerate(lines, 1):
        if line.count("|") > LIMIT_COLUMNS:
            return "too_wide", number, str(LIMIT_COLUMNS)
        if line.strip() and _depth(line) > LIMIT_NESTED:
            return "too_deep", number, str(LIMIT_NESTED)
    return None


def _depth(line: str) -> int:
    """Return how deep a line may stand: by its indent, and by the lists and quotes that it opens."""
    opening = _OPENING.match(line)
    opened = len(re.findall(r"[>*+.-]", opening.group())) if opening else 0
    blank = line[: len(line) - len(line.lstrip())].expandtabs(_INDENT)
    return len(blank) // _INDENT + opened
