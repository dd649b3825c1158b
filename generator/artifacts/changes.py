"""Changes between two revisions as people read them: as text, and as a page that stands on its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from markupsafe import Markup

from generator.artifacts.site.text import shortened
from generator.graph.difference import Change
from generator.graph.history import Unsaid
from generator.model.base import Uitgegeven

_PAGE = Markup("""\
<!doctype html>
<html lang="nl">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Wat er veranderde</title>
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b2733 }}
h2 {{ margin: 2rem 0 .3rem; font-size: 1.1rem }} code {{ color: #44525f }}
dl {{ margin: 0 }} dt {{ font-weight: 700; margin-top: .6rem }} dd {{ margin: 0 0 0 1rem; overflow-wrap: anywhere }}
</style>
<main>
<h1>Wat er veranderde</h1>
<p>Van {old} naar {new}: {many}.</p>
{body}
</main>
</html>
""")


def many(changes: Sequence[Change]) -> str:
    """Return in words how many changes there are, in how many things."""
    things = len({change.key for change in changes})
    if not changes:
        return "niets"
    where = "1 ding" if things == 1 else f"{things} dingen"
    return f"{len(changes)} {'wijziging' if len(changes) == 1 else 'wijzigingen'} in {where}"


def changes_text(old: str, new: str, changes: Sequence[Change]) -> str:
    """Return the changes for a terminal, together for each thing."""
    lines = [f"Van {old} naar {new}: {many(changes)}."]
    for key, group in groupby(changes, key=lambda change: change.key):
        found = list(group)
        lines += ["", f"{key}  {shortened(found[0].title, 70)}"]
        for change in found:
            lines.append(f"  {change.sort}" + (f": {change.place}" if change.place else ""))
            lines += [f"    was  {change.old}"] if change.old else []
            lines += [f"    is   {change.new}"] if change.new else []
    return "\n".join(lines) + "\n"


def changes_page(old: str, new: str, changes: Sequence[Change]) -> str:
    """Return the changes as one HTML file that needs nothing else."""
    parts = []
    for key, group in groupby(changes, key=lambda change: change.key):
        found = list(group)
        rows = Markup("").join(_row(change) for change in found)
        parts.append(
            Markup("<h2>{} <code>{}</code></h2>\n<dl>\n{}</dl>\n").format(shortened(found[0].title, 90), key, rows)
        )
    return str(_PAGE.format(old=old, new=new, many=many(changes), body=Markup("").join(parts)))


def proposals(found: Sequence[Unsaid], day: date) -> str:
    """Return as YAML what records that changed in silence could say of it; people add what it means and why."""
    if not found:
        return "# Elk blad en elke pagina die veranderde, zegt al wat er anders is.\n"
    lines = ["# Zet dit bovenaan het veld wijzigingen van elk bestand, en vul in wat het betekent en waarom."]
    for one in found:
        lines += ["", f"# {one.node.document.path if one.node else f'{one.key} is weg: zeg het bij de methodiek zelf'}"]
        lines += sorted({f"#   {_said(change)}" for change in one.changes})
        lines += [f"  - datum: {day.isoformat()}"]
        if one.node is not None and isinstance(one.node.record, Uitgegeven):
            first, _, last = one.node.record.versie.rpartition(".")
            lines += [f'    versie: "{first}.{int(last) + 1}"']
        lines += ["    wat: nog in te vullen", "    waarom: nog in te vullen"]
    return "\n".join(lines) + "\n"


def _said(change: Change) -> str:
    return shortened(" ".join(filter(None, (change.sort, change.place, change.new or change.old))), 110)


def _row(change: Change) -> Markup:
    row = Markup("<dt>{}{}</dt>\n").format(change.sort, f": {change.place}" if change.place else "")
    if change.old:
        row += Markup("<dd>was: <del>{}</del></dd>\n").format(change.old)
    if change.new:
        row += Markup("<dd>is: <ins>{}</ins></dd>\n").format(change.new)
    return row
