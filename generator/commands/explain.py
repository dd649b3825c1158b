"""`methodiek explain CODE`: what a finding means and what to do about it."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from generator.compiling import Project


def add(commands: Any) -> None:
    """Add the subcommand."""
    parser = commands.add_parser("explain", help="leg een melding uit")
    parser.add_argument("code", metavar="CODE")
    parser.set_defaults(run=run)


def run(project: Project, given: argparse.Namespace) -> int:
    """Print the page of a code; return 2 for a code that does not exist."""
    from generator.reports import known_codes
    from generator.rules import rule_with
    from generator.rules.base import meant

    rule = rule_with(given.code)
    if rule is None:
        hint = meant(given.code.upper(), known_codes())
        print(f"methodiek: er is geen melding '{given.code}'. {hint}".rstrip(), file=sys.stderr)
        return 2
    print(f"{rule.code} {rule.titel} ({rule.severity})\n\n{rule.page}")
    return 0
