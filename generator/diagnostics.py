"""Where something stands and what is to be said about it: places, severities and findings.

Nothing here reads a file or decides whether something is wrong. `Span` is a place in a
source text, `Finding` is one Dutch sentence about that place. The ways to show findings
to people and programs live in `generator.reports`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding weighs: `FOUT` stops publication, `LET_OP` does not."""

    FOUT = "fout"
    LET_OP = "let op"


class Span(NamedTuple):
    """A place in a source file.

    `file` is the path as people type it (with forward slashes, from the project's top);
    `line` and `column` count from 1; `width` is the number of characters it covers on
    that line (at least 1); `text` is that line of the file, for showing.
    """

    file: str
    line: int = 1
    column: int = 1
    width: int = 1
    text: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Fault(NamedTuple):
    """Something wrong in a text, kept as data by the stage that met it.

    `kind` is a short English name that the rules of family M0 know; `detail` fills the
    Dutch sentence that the rule makes of it. A stage never writes the sentence itself.
    """

    kind: str
    span: Span
    detail: tuple[str, ...] = ()


class Finding(NamedTuple):
    """One problem at one place, in one full Dutch sentence about the text.

    `hint` says something to do, or is empty. Findings sort by place, then code.
    """

    code: str
    severity: Severity
    span: Span
    message: str
    hint: str = ""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key by which findings are listed."""
        return (self.span.file, self.span.line, self.span.column, self.code, self.message)
