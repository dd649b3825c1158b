"""`methodiek set`: one PDF in print order for tonight's group."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from generator.compiling import Project, compile_project


def add(commands: Any) -> None:
    """Add the subcommand."""
    parser = commands.add_parser("set", help="maak één PDF voor de groep van vanavond")
    parser.add_argument("werkblad", metavar="WERKBLAD", help="naam of code, bijvoorbeeld M-07")
    parser.add_argument("--aantal", type=int, default=None, metavar="N", help="voor hoeveel deelnemers")
    parser.add_argument("--eenvoudig", type=int, default=0, metavar="N", help="hoeveel daarvan variant B krijgen")
    parser.add_argument("--uit", default=None, metavar="BESTAND", help="waar de PDF komt (standaard: hier)")
    parser.set_defaults(run=run)


def run(project: Project, given: argparse.Namespace) -> int:
    """Make the set; return 1 when the content has errors, 2 for a set that cannot be."""
    from generator.artifacts.print.engine import PrintFault, render_all
    from generator.artifacts.print.library import print_library
    from generator.artifacts.print.sets import group_set, group_size
    from generator.commands.speaking import say_findings
    from generator.publishing import write_atomically
    from generator.rules.base import meant

    compilation = compile_project(project)
    if compilation.errors:
        say_findings(compilation.errors)
        return 1
    methodiek = compilation.methodiek
    sheets = {name: node for node in methodiek.of("werkblad") for name in (node.id, node.record.code.lower())}  # type: ignore[attr-defined]
    node = sheets.get(given.werkblad.lower())
    if node is None:
        print(f"methodiek: er is geen werkblad '{given.werkblad}'. {meant(given.werkblad, sheets)}", file=sys.stderr)
        return 2
    many = group_size(methodiek) if given.aantal is None else given.aantal
    if not 1 <= many <= 30 or not 0 <= given.eenvoudig <= many:
        print("methodiek: kies 1 tot 30 deelnemers, en niet meer eenvoudige bladen dan deelnemers", file=sys.stderr)
        return 2
    pdf = group_set(methodiek, node, many, given.eenvoudig)
    ((_, made),) = render_all([pdf.job], print_library(), 1)
    if isinstance(made, PrintFault):
        print(f"methodiek: {made.message}", file=sys.stderr)
        return 2
    target = Path(given.uit or Path(pdf.path).name)
    write_atomically(target, made)
    print(f"{target}: {pdf.pages} bladzijden, {pdf.note}")
    return 0
