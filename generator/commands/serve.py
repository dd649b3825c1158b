"""`methodiek serve`: show the site while you write."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

from generator.compiling import Project


def add(commands: Any) -> None:
    """Add the subcommand."""
    parser = commands.add_parser("serve", help="toon de site en ververs bij elke wijziging")
    parser.add_argument("--adres", default="127.0.0.1:8000", metavar="HOST:POORT")
    parser.set_defaults(run=run)


def run(project: Project, given: argparse.Namespace) -> int:
    """Serve until interrupted."""
    import logging

    from mkdocs.exceptions import MkDocsException

    from generator.mkdocs_preview import Preview

    logging.basicConfig(format="%(message)s", level=logging.ERROR)
    logging.getLogger("mkdocs.plugins").setLevel(logging.INFO)
    with tempfile.TemporaryDirectory(prefix="methodiek-", ignore_cleanup_errors=True) as folder:
        try:
            server = Preview(project, given.adres, Path(folder))
        except MkDocsException as error:
            print(f"methodiek: MkDocs kan de site niet tonen: {error}", file=sys.stderr)
            return 2
        print(f"De site komt op {server.url} en volgt elke wijziging. Stop met Ctrl+C.", flush=True)
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            print()
        finally:
            server.shutdown()
    return 0
