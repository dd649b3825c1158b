"""`methodiek export`: everything as open data, for whoever wants to check or reuse it."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.commands.speaking import add_edition, say_findings
from generator.compiling import Project, compile_project, salt_of


def add(commands: Any) -> None:
    """Add the subcommand."""
    parser = commands.add_parser("export", help="schrijf alles als JSON (met schema), CSV en XLSX")
    parser.add_argument("--uit", default=None, metavar="MAP", help="waar de bestanden komen (standaard: build/data)")
    add_edition(parser)
    parser.set_defaults(run=run)


def run(project: Project, given: argparse.Namespace) -> int:
    """Write the files; return 1 when the content has errors."""
    from generator.artifacts.exports.files import export_files
    from generator.proof import prove
    from generator.publishing import forget, write_atomically

    project = replace(project, edition=given.uitgave)
    whole = compile_project(project)
    if whole.errors:
        say_findings(whole.errors)
        return 1
    folder = Path(given.uit) if given.uit else project.build_folder / "data"
    files = tuple(export_files(whole.for_edition(given.uitgave).methodiek))
    paths = tuple(folder / one.path for one in files)
    for path, one in zip(paths, files, strict=True):
        write_atomically(path, one.data)
    if leaks := prove(whole.methodiek, given.uitgave, paths, salt=salt_of(project)):
        forget(*paths)
        say_findings(leaks)
        return 1
    print(f"{len(files)} bestanden geschreven in {folder}; begin met LEESMIJ.txt")
    return 0
