"""`methodiek toets`: sign off a thing or a link by role and date, with the fingerprint of what was read."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from typing import Any

from generator.compiling import Project, compile_project

HEAD = """\
# Wie wat getoetst heeft, met de vingerafdruk van wat er toen stond. Dit bestand wordt gemaakt: draai `methodiek toets`.
# Een rol, nooit de naam van een mens. Verandert het getoetste daarna, dan meldt `methodiek check` dat (M611).
"""


def add(commands: Any) -> None:
    """Add the subcommand."""
    parser = commands.add_parser("toets", help="leg vast dat iets getoetst is, of laat zien hoe het ervoor staat")
    parser.add_argument(
        "op",
        metavar="OP",
        nargs="?",
        help="soort/naam, of een koppeling: 'soort/naam veld soort/naam' (leeg: de stand)",
    )
    parser.add_argument("--rol", help="de rol van wie toetst, bijvoorbeeld gedragswetenschapper; geen naam")
    parser.add_argument(
        "--datum", type=date.fromisoformat, default=None, metavar="JJJJ-MM-DD", help="standaard vandaag"
    )
    parser.add_argument("--opmerking", default=None, metavar="TEKST")
    parser.set_defaults(run=run)


def run(project: Project, given: argparse.Namespace) -> int:
    """Write the sign-off; return 2 when there is no such thing or no role."""
    from generator.graph.fingerprints import fingerprint
    from generator.graph.review import named, signed
    from generator.model.kinds import kind_named
    from generator.model.toets import Toets
    from generator.publishing import write_atomically
    from generator.rules.base import meant
    from generator.rules.dates import today

    methodiek = compile_project(project).methodiek
    path = project.content_folder / kind_named("toetsing").where
    if given.op is None:
        return _say(methodiek)
    if not (given.rol or "").strip():
        print("methodiek: wie toetst? geef --rol", file=sys.stderr)
        return 2
    if "toetsing" in methodiek.broken:
        print(
            f"methodiek: {path.relative_to(project.top)} heeft fouten; draai eerst 'methodiek check'", file=sys.stderr
        )
        return 2
    name = " ".join(given.op.split())
    what = named(methodiek, name)
    if what is None:
        hint = meant(name, (node.key for node in methodiek.nodes.values())) if " " not in name else ""
        print(f"methodiek: er is geen '{name}'. {hint}".rstrip(), file=sys.stderr)
        return 2
    mark = fingerprint(what)
    try:
        new = Toets(op=name, rol=given.rol, datum=given.datum or today(), vingerafdruk=mark, opmerking=given.opmerking)
    except ValueError:
        print("methodiek: --rol en --opmerking zijn een korte regel tekst", file=sys.stderr)
        return 2
    others = [one.toets for one in signed(methodiek) if (one.toets.op, one.toets.rol) != (new.op, new.rol)]
    toetsen = sorted((*others, new), key=lambda one: (one.op, one.rol))
    write_atomically(path, (HEAD + _yaml(toetsen)).encode())
    print(f"{name}: getoetst door {new.rol} op {new.datum:%d-%m-%Y}, vingerafdruk {new.vingerafdruk}")
    return 0


def _yaml(toetsen: list[Any]) -> str:
    """Return the sign-offs as YAML; a JSON string is a YAML string, so nothing in it can mean something else."""
    lines = ["toetsen:" if toetsen else "toetsen: []"]
    for one in toetsen:
        values = one.data()
        shown = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
        lines += [f"  - {shown[0]}", *(f"    {line}" for line in shown[1:])]
    return "\n".join(lines) + "\n"


def _say(methodiek: Any) -> int:
    from generator.graph.review import signed, to_sign

    found = signed(methodiek)
    again = [one for one in found if not one.holds]
    for one in again:
        print(f"opnieuw toetsen: {one.toets.op} ({one.toets.rol}, {one.toets.datum:%d-%m-%Y})")
    done = len({one.toets.op for one in found}) - len({one.toets.op for one in again})
    total = len(to_sign(methodiek)) + len(methodiek.edges)
    print(
        f"{done} getoetst, {len(again)} keer opnieuw toetsen, {total - done} van de {total} nog niet (opnieuw) getoetst"
    )
    return 0
