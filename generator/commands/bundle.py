"""`methodiek bundel`: everything for a meeting in one zip: the dossier, every sheet, the data, and checksums."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from hashlib import sha256
from typing import Any

from generator.commands.speaking import Progress, add_edition, say_findings
from generator.compiling import Compilation, Project, compile_project, salt_of
from generator.model.uitgaven import ALLES


def add(commands: Any) -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "bundel", help="maak één zip voor wie beoordeelt: dossier, bladen, data, controlegetallen"
    )
    parser.add_argument("--werkers", type=int, default=None, metavar="N", help="aantal processen voor de PDF's")
    add_edition(parser)
    parser.set_defaults(run=run)


def run(project: Project, given: argparse.Namespace) -> int:
    """Make the bundle; return 1 when the content has errors or a document cannot be made."""
    project = replace(project, edition=given.uitgave)
    whole = compile_project(project)
    if whole.errors:
        say_findings(whole.errors)
        return 1
    from generator.publishing import Busy, turn

    try:
        with turn(project.build_folder, project.site):
            return _make(project, whole, given)
    except Busy as busy:
        print(f"methodiek: {busy}", file=sys.stderr)
        return 2


def _make(project: Project, whole: Compilation, given: argparse.Namespace) -> int:
    """Make the bundle, with the build folder for oneself."""
    from generator.artifacts.print.library import print_library
    from generator.pipeline import bundle
    from generator.proof import prove
    from generator.publishing import SUMS, Store, checksums, forget, publish_tree, write_atomically, zip_folder

    folder = project.build_folder / "bundel"
    progress = Progress("Bundel maken")
    # A store of its own, or the next build would forget the dossier, which takes minutes.
    built = Store(project.build_folder / "store")
    store = Store(project.bundle_store, beside=built)
    recipes = bundle(whole.for_edition(given.uitgave).methodiek)
    outcome = publish_tree(recipes, folder, store, print_library(), workers=given.werkers, progress=progress)
    progress.clear()
    if outcome.faults:
        for name, message in sorted(outcome.faults.items()):
            print(f"methodiek: '{name}' kan niet worden gemaakt. {message}", file=sys.stderr)
        return 1
    if leaks := prove(whole.methodiek, given.uitgave, (folder,), salt=salt_of(project)):
        forget(folder, *(() if given.uitgave == ALLES else (store.folder, built.folder)))
        say_findings(leaks)
        return 1
    write_atomically(folder / SUMS, checksums(folder))
    target = project.build_folder / "bundel.zip"
    size = zip_folder(folder, target)
    files = sum(path.is_file() for path in folder.rglob("*"))
    total = sha256(target.read_bytes()).hexdigest()
    print(f"{target.relative_to(project.top)}: {files} bestanden, {size / 1e6:.1f} MB\ncontrolegetal: {total}")
    return 0
