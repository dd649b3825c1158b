"""Shell one: the command `methodiek`. It reads arguments, runs the pipeline and says what happened.

Exit codes: 0 clean, 1 findings that stop publication, 2 wrong usage or an error of ours.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.compiling import Project
from generator.mishaps import in_dutch

CLEAN, FOUND, WRONG = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = _parser()
    try:
        given = parser.parse_args(arguments)
    except SystemExit as stop:
        return WRONG if stop.code else CLEAN
    project = Project(Path(given.map).resolve())
    if not project.content_folder.is_dir() and given.command != "explain":
        print(f"methodiek: hier is geen map '{project.content}' ({project.top})", file=sys.stderr)
        return WRONG
    try:
        return int(given.run(project, given))
    except KeyboardInterrupt:
        print("methodiek: afgebroken; de vorige site staat er nog", file=sys.stderr)
        return WRONG
    except OSError as error:
        print(f"methodiek: {in_dutch(error)}", file=sys.stderr)
        return WRONG


def _parser() -> argparse.ArgumentParser:
    from generator.commands import build, bundle, check, diff, explain, export, laydown, new, serve, sets, toets

    parser = argparse.ArgumentParser(
        prog="methodiek", description="Van inhoud naar site, bladen en bewijs.", allow_abbrev=False
    )
    parser.add_argument("--map", default=".", help="de map van het project (standaard: hier)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="OPDRACHT")
    for module in (check, build, serve, explain, new, laydown, sets, toets, export, diff, bundle):
        module.add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
