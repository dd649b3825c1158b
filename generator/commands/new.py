"""`methodiek new SOORT`: a first file for something new, with every field that it must have."""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any

from generator.compiling import Project
from generator.model.kinds import KINDS


def add(commands: Any) -> None:
    """Add the subcommand."""
    parser = commands.add_parser("new", help="begin een nieuw bestand")
    parser.add_argument("soort", metavar="SOORT", help="bijvoorbeeld factor of werkblad")
    parser.add_argument("naam", metavar="NAAM", help="korte naam, bijvoorbeeld veilige-omgeving")
    parser.set_defaults(run=run)


def run(project: Project, given: argparse.Namespace) -> int:
    """Write the file; return 2 for an unknown kind, a bad name, or a file that is already there."""
    from generator.artifacts.exports.skeleton import skeleton
    from generator.publishing import write_atomically
    from generator.rules.base import meant

    kinds = {kind.name: kind for kind in KINDS if kind.where.endswith("/")}
    kind = kinds.get(given.soort)
    if kind is None:
        print(f"methodiek: er is geen soort '{given.soort}'. {meant(given.soort, kinds)}", file=sys.stderr)
        return 2
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", given.naam):
        print("methodiek: een naam heeft kleine letters, cijfers en koppeltekens", file=sys.stderr)
        return 2
    path = project.content_folder / kind.where / f"{given.naam}{kind.suffix}"
    if path.exists():
        print(f"methodiek: {path.relative_to(project.top)} bestaat al", file=sys.stderr)
        return 2
    write_atomically(path, skeleton(kind, given.naam).encode())
    print(f"{path.relative_to(project.top)} is gemaakt; vul de velden in en draai 'methodiek check'")
    return 0
