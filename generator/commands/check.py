"""`methodiek check`: read the content and say what is wrong, writing nothing."""

from __future__ import annotations

import argparse
from typing import Any

from generator.commands.speaking import say_findings
from generator.compiling import Project, compile_project
from generator.memory import undisturbed


def add(commands: Any) -> None:
    """Add the subcommand."""
    parser = commands.add_parser("check", help="controleer de inhoud, zonder iets te schrijven")
    parser.add_argument("--format", choices=("tekst", "json", "sarif", "github"), default="tekst")
    parser.set_defaults(run=run)


def run(project: Project, given: argparse.Namespace) -> int:
    """Check the project; return 1 when something stops publication."""
    with undisturbed():
        compilation = compile_project(project)
        say_findings(compilation.findings, given.format)
    return 1 if compilation.errors else 0
