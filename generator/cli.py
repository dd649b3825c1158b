"""Shell one: the command `methodiek`. It reads arguments, runs the pipeline and says what happened.

Exit codes: 0 clean, 1 findings that stop publication, 2 wrong usage or an error of ours.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from generator.commands.arguments import Arguments
from generator.compiling import Project
from generator.mishaps import in_dutch

CLEAN, FOUND, WRONG = 0, 1, 2
COMMANDS = {
    "check": "check",
    "build": "build",
    "serve": "serve",
    "explain": "explain",
    "new": "new",
    "vastleggen": "laydown",
    "geheim": "secret",
    "set": "sets",
    "toets": "toets",
    "export": "export",
    "diff": "diff",
    "bundel": "bundle",
}
"""What people type, and the module in `generator.commands` that does it. Only that module is read."""
SHOW = "METHODIEK_TRACEBACK"
"""A setting of the environment with which an error of ours is shown with its place in the code."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code. Whatever goes wrong is said in a line, in Dutch."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that cannot show a letter shows a mark
    try:
        typed = sys.argv[1:] if arguments is None else arguments
        given = _parser(typed).parse_args(typed)
    except SystemExit as stop:
        return WRONG if stop.code else CLEAN
    try:
        project = Project(Path(os.path.realpath(given.map)))
        if not os.path.isdir(project.content_folder) and given.command != "explain":
            print(f"methodiek: hier is geen map '{project.content}' ({project.top})", file=sys.stderr)
            return WRONG
        code = int(given.run(project, given))
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        print("methodiek: afgebroken; de vorige site staat er nog", file=sys.stderr)
    except BrokenPipeError:  # who read along has seen enough, as with `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError as error:
        print(f"methodiek: {in_dutch(error)}", file=sys.stderr)
    except Exception as error:
        if os.environ.get(SHOW):
            raise
        said = " ".join(str(error).split())[:300]
        print(f"methodiek: dit is een fout van ons: {type(error).__name__}: {said}", file=sys.stderr)
        print(f"methodiek: met {SHOW}=1 ervoor zie je waar het misgaat", file=sys.stderr)
    return WRONG


def leave() -> NoReturn:
    """Run the command as it is installed, and end the process.

    A check has nothing to tidy up, and its memory goes with the process: freeing it value by value took a tenth of the
    time of a small one.
    """
    code = main()
    if "check" in sys.argv:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def _parser(typed: Sequence[str]) -> Arguments:
    """Return a parser that knows the command that was typed; where none was, or more than one, it knows them all."""
    asked = [name for name in COMMANDS if name in typed]
    parser = Arguments(prog="methodiek", description="Van inhoud naar site, bladen en bewijs.", allow_abbrev=False)
    parser.add_argument("--map", default=".", help="de map van het project (standaard: hier)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="OPDRACHT")
    for name in asked if len(asked) == 1 else COMMANDS:
        import_module(f"generator.commands.{COMMANDS[name]}").add(commands)
    return parser


if __name__ == "__main__":
    leave()
