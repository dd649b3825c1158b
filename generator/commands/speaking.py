"""How the command speaks: findings on standard output, progress only on a terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from generator.diagnostics import Finding, Severity
from generator.model.uitgaven import ALLES, UITGAVEN
from generator.reports import FORMATS


def add_edition(parser: argparse.ArgumentParser) -> None:
    """Add the choice of an edition; without it, that is the one with everything."""
    parser.add_argument(
        "--uitgave", choices=UITGAVEN, default=ALLES, help=f"voor wie: {', '.join(UITGAVEN)} (standaard: {ALLES})"
    )


def say_findings(findings: Sequence[Finding], form: str = "tekst") -> None:
    """Print the findings in a format, and for people how many there are."""
    shown = FORMATS[form](findings)
    if shown:
        print(shown)
    if form == "tekst":
        print(summary(findings))


def summary(findings: Sequence[Finding]) -> str:
    """Return in one line how many findings there are."""
    errors = sum(finding.severity is Severity.FOUT for finding in findings)
    notes = len(findings) - errors
    if not findings:
        return "Geen meldingen."
    return f"{errors} {'fout' if errors == 1 else 'fouten'}, {notes} keer 'let op'."


class Progress:
    """A line on a terminal that shows how far long work is; silent in a pipe."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.live = sys.stderr.isatty()

    def __call__(self, done: int, total: int, name: str) -> None:
        """Show that `done` of `total` are ready; `name` is the last one."""
        if self.live:
            tail = f" {name.rsplit('/', 1)[-1]}"[:40]
            print(f"\r\033[K{self.what} {done}/{total}{tail}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the line away."""
        if self.live:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
