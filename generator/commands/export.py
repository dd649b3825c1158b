"""`methodiek export`: everything as open data, for whoever wants to check or reuse it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from generator.compiling import Project, compile_project


def add(commands: Any) -> None:
    """Add the subcommand."""
    parser = commands.add_parser("export", help="schrijf alles als JSON (met schema), CSV en XLSX")
    parser.add_argument("--uit", default=None, metavar="MAP", help="waar de bestanden komen (standaard: build/data)")
    parser.set_defaults(run=run)


def run(project: Project, given: argparse.Namespace) -> int:
    """Write the files; return 1 when the content has errors."""
    from generator.artifacts.exports.files import export_files
    from generator.commands.speaking import say_findings
    from generator.publishing import write_atomically

    compilation = compile_project(project)
    if compilation.errors:
        say_findings(compilation.errors)
        return 1
    folder = Path(given.uit) if given.uit else project.build_folder / "data"
    total = 0
    for number, one in enumerate(export_files(compilation.methodiek), 1):
        write_atomically(folder / one.path, one.data)
        total = number
    print(f"{total} bestanden geschreven in {folder}; begin met LEESMIJ.txt")
    return 0
