"""`methodiek serve`: show the site while you write."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from generator.compiling import Project


def add(commands: Any) -> None:
    """Add the subcommand."""
    parser = commands.add_parser("serve", help="toon de site en ververs bij elke wijziging")
    parser.add_argument("--adres", default="127.0.0.1:8000", metavar="HOST:POORT")
    parser.set_defaults(run=run)


def run(project: Project, given: argparse.Namespace) -> int:
    """Serve until interrupted."""
    from mkdocs.commands.serve import serve
    from mkdocs.exceptions import MkDocsException

    try:
        serve(str(project.top / "mkdocs.yml"), dev_addr=given.adres, livereload=True)
    except MkDocsException as error:
        print(f"methodiek: MkDocs kan de site niet tonen: {error}", file=sys.stderr)
        return 2
    return 0
