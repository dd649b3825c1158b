"""`methodiek build`: make the site and every PDF, and say what was made."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from generator.commands.account import account, in_words, nothing_made
from generator.commands.cluster import NoCluster, executor_at
from generator.commands.speaking import Progress, add_edition, say_findings
from generator.commands.unchanged import PROGRAM, foreign, key_of
from generator.compiling import Compilation, Project, changed, compile_project, salt_of
from generator.diagnostics import Finding
from generator.model.uitgaven import ALLES
from generator.reports import as_data


def add(commands: Any) -> None:
    """Add the subcommand."""
    parser = commands.add_parser("build", help="maak de site en alle bladen")
    parser.add_argument("--json", action="store_true", help="zeg als JSON wat er gemaakt is")
    parser.add_argument("--werkers", type=int, default=None, metavar="N", help="aantal processen voor de bladen")
    parser.add_argument("--dask", default=None, metavar="ADRES", help="laat een Dask-cluster de bladen maken")
    parser.add_argument(
        "--bewaarplaats",
        default=None,
        metavar="MAP",
        help="deel gemaakte bladen met andere machines",
    )
    add_edition(parser)
    parser.set_defaults(run=run)


def run(project: Project, given: argparse.Namespace) -> int:
    """Build the project; return 1 when something stops publication, 2 when the site cannot be rendered."""
    started = time.monotonic()
    project = replace(project, edition=given.uitgave)
    whole = compile_project(project)
    compilation = whole.for_edition(given.uitgave)
    if compilation.errors:
        if given.json:
            print(json.dumps({"meldingen": [as_data(one) for one in compilation.findings]}, ensure_ascii=False))
        else:
            say_findings(compilation.findings)
            print("De vorige site blijft staan.", file=sys.stderr)
        _say_changed(project, whole)
        return 1
    from generator.artifacts.print.engine import missing_libraries

    missing = missing_libraries()
    if missing:
        print(f"methodiek: installeer eerst: apt-get install {' '.join(missing)}", file=sys.stderr)
        return 2
    from generator.publishing import Busy, Standing, turn

    standing = Standing(project.build_folder)
    try:
        with turn(project.build_folder, project.site):
            key = key_of(project, whole, given.bewaarplaats)
            # An edition for others is made and proven anew each time.
            if project.edition == ALLES and (report := standing.recall(key)) is not None:
                _say(project, whole, given, nothing_made(report, time.monotonic() - started))
                return 0
            standing.forget()
            return _make(project, whole, given, started, partial(standing.remember, key))
    except Busy as busy:
        print(f"methodiek: {busy}", file=sys.stderr)
        return 2


def _make(
    project: Project, whole: Compilation, given: argparse.Namespace, started: float, remember: Callable[..., None]
) -> int:
    """Make everything and publish it, with the build folder for oneself; `remember` is told what stands then."""
    from generator.pipeline import build_tree
    from generator.publishing import Store, forget, in_the_making, publish_site

    progress = Progress("Bladen maken")
    store = Store(Path(given.bewaarplaats), shared=True) if given.bewaarplaats else None
    compilation = whole.for_edition(given.uitgave)
    try:
        with executor_at(given.dask) as executor:
            build = build_tree(
                project, compilation, workers=given.werkers, progress=progress, executor=executor, store=store
            )
    except NoCluster as problem:
        print(f"methodiek: {problem}", file=sys.stderr)
        return 2
    progress.clear()
    if build.failed or build.outcome is None:
        say_findings(build.findings)
        print("De vorige site blijft staan.", file=sys.stderr)
        return 1
    new = in_the_making(project.site)
    try:
        theme = _render(project, build, new)
        if theme is None:
            return 2
        if leaks := _leaks(project, whole, new):
            say_findings(leaks)
            print("De vorige site blijft staan.", file=sys.stderr)
            return 1
        publish_site(new, project.site, project.archive)
    finally:
        forget(new)
    report = account(project, build, time.monotonic() - started)
    made = (project.tree, project.navigation, project.site, project.archive)
    if project.edition == ALLES:
        remember((PROGRAM, *theme, *made), build.outcome.stored, report)
    _say(project, whole, given, report, build.findings)
    return 0


def _say(
    project: Project,
    whole: Compilation,
    given: argparse.Namespace,
    report: dict[str, Any],
    findings: Sequence[Finding] | None = None,
) -> None:
    """Say what was made, for a program or for a person, and whether the content changed meanwhile."""
    told = whole.findings if findings is None else findings
    print(json.dumps(report, ensure_ascii=False, indent=2) if given.json else in_words(project, told, report))
    _say_changed(project, whole)


def _say_changed(project: Project, whole: Compilation) -> None:
    if changed(project, whole):
        print(
            "methodiek: de inhoud is veranderd terwijl dit liep. Dit gaat over wat er bij het begin stond; "
            "bouw opnieuw om de wijziging erbij te hebben.",
            file=sys.stderr,
        )


def _render(project: Project, build: Any, new: Path) -> tuple[Path, ...] | None:
    """Render the site and its archive in a folder beside the one that is there.

    Return the folders that shaped it and that somebody may change, or None when MkDocs could not.
    """
    import logging

    from generator.mkdocs_plugin import render_site
    from generator.publishing import pack_site
    from generator.sbom import NAME, sbom

    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        theme = render_site(project, build, new / project.site.name)
    except OSError:
        raise
    except Exception as error:  # whatever the renderer raises, the last good site stays
        print(f"methodiek: MkDocs kan de site niet maken: {error}", file=sys.stderr)
        return None
    if (bill := sbom(project)) is not None:
        (new / project.site.name / NAME).write_bytes(bill)
    pack_site(new, project.site, project.archive)
    return foreign(theme)


def _leaks(project: Project, whole: Compilation, new: Path) -> tuple[Finding, ...]:
    """Return what an edition tells that it may not; what a narrower one was made of then goes too."""
    from generator.proof import prove
    from generator.publishing import forget

    made = (project.tree, project.navigation)
    salt, known = salt_of(project), project.build_folder / "bewezen.json"
    leaks = prove(whole.methodiek, project.edition, (new, *made), salt=salt, known=known)
    if leaks and project.edition != ALLES:
        forget(*made, project.build_folder / "store", project.bundle_store)
    return leaks
