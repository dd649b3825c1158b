"""`methodiek vastleggen`: lay down the coverage as it is, so that a link cannot vanish unseen."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from generator.compiling import Project, compile_project

HEAD = """\
# Alle koppelingen zoals ze zijn vastgelegd. Dit bestand wordt gemaakt: draai `methodiek vastleggen`.
# Verdwijnt een koppeling uit de inhoud die hier nog staat, dan is dat een fout (M305).
"""


def add(commands: Any) -> None:
    """Add the subcommand."""
    parser = commands.add_parser("vastleggen", help="leg de dekking vast zoals zij nu is")
    parser.set_defaults(run=run)


def run(project: Project, given: argparse.Namespace) -> int:
    """Write the ledger; return 1 while the content has errors other than vanished links."""
    from generator.commands.speaking import say_findings
    from generator.graph.coverage import ledger
    from generator.model.kinds import kind_named
    from generator.publishing import write_atomically

    compilation = compile_project(project)
    others = [finding for finding in compilation.errors if finding.code != "M305"]
    if others:
        say_findings(others)
        print("Eerst deze fouten, dan vastleggen.", file=sys.stderr)
        return 1
    lines = ledger(compilation.methodiek)
    path = project.content_folder / kind_named("vastlegging").where
    text = HEAD + "links:\n" + "".join(f"  - {line}\n" for line in lines)
    write_atomically(path, text.encode())
    print(f"{len(lines)} koppelingen vastgelegd in {path.relative_to(project.top)}")
    return 0
