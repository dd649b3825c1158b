"""`methodiek diff REV [REV]`: what changed between two revisions, by meaning.

With `--format wijzigingen` it proposes what the records that changed could say of it in their own history.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generator.compiling import Project, compile_project, compile_sources


def add(commands: Any) -> None:
    """Add the subcommand."""
    parser = commands.add_parser("diff", help="zeg wat er tussen twee revisies is veranderd, naar betekenis")
    parser.add_argument("van", metavar="REV", help="de oude revisie (van git), bijvoorbeeld v1.0 of HEAD~3")
    parser.add_argument("tot", metavar="REV", nargs="?", help="de nieuwe revisie (leeg: zoals het nu op schijf staat)")
    parser.add_argument("--format", choices=("tekst", "json", "pagina", "wijzigingen"), default="tekst")
    parser.add_argument("--uit", default=None, metavar="BESTAND", help="schrijf het hier (anders: op het scherm)")
    parser.set_defaults(run=run)


def run(project: Project, given: argparse.Namespace) -> int:
    """Say the changes; return 2 for a revision that is not there."""
    from generator.graph.difference import DERIVED, difference, unknown
    from generator.publishing import write_atomically
    from generator.sources.revisions import NoRevision, day_of, read_revision, resolve

    names, compiled = [], []
    try:
        for revision in (given.van, given.tot):
            if revision is None:
                names.append("wat er nu staat")
                compiled.append(compile_project(project))
            else:
                commit = resolve(project.top, revision)
                names.append(f"{revision} ({commit[:12]}, {day_of(project.top, commit)})")
                compiled.append(compile_sources(read_revision(project.top, project.content, commit), project.content))
    except NoRevision as error:
        print(f"methodiek: {error}", file=sys.stderr)
        return 2
    before, after = (one.methodiek for one in compiled)
    skipped = sorted(unknown(before, after).difference(DERIVED))
    if skipped:
        print(f"methodiek: niet vergeleken, want niet alles is te lezen: {', '.join(skipped)}", file=sys.stderr)
    changes = difference(before, after)
    if given.format == "json":
        data = {
            "van": names[0],
            "tot": names[1],
            "niet_vergeleken": skipped,
            "wijzigingen": [_data(one) for one in changes],
        }
        shown = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    elif given.format == "wijzigingen":
        from generator.artifacts.changes import proposals
        from generator.graph.history import unsaid
        from generator.rules.dates import today

        shown = proposals(tuple(unsaid(before, after)), today())
    elif given.format == "pagina":
        from generator.artifacts.changes import changes_page

        shown = changes_page(names[0], names[1], changes)
    else:
        from generator.artifacts.changes import changes_text

        shown = changes_text(names[0], names[1], changes)
    if given.uit:
        write_atomically(Path(given.uit), shown.encode())
        print(f"{len(changes)} wijzigingen, geschreven in {given.uit}")
    else:
        print(shown, end="")
    return 0


def _data(change: Any) -> dict[str, str]:
    dutch = {"sort": "soort", "key": "sleutel", "title": "titel", "place": "plek", "old": "was", "new": "is"}
    return {dutch[name]: value for name, value in asdict(change).items() if value}
