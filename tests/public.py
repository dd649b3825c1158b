"""The real public edition, looked at from outside: `python -m tests.public` after `methodiek build --uitgave openbaar`.

It proves once more that no text that was left out stands in a byte, and counts by itself what must not be there: the
sheets of class G3 and every code of a sheet. Exits with 1 when something is found.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.compiling import Project, compile_project, salt_of
from generator.graph.editions import edition
from generator.proof import prove
from generator.proof.editions import secrets
from generator.proof.streams import Reader, Stream

EXAMPLES = "verantwoording/meldingen/"
"""The pages of our own rules: the made-up examples there have codes too."""


def streams(folder: Path) -> Iterator[Stream]:
    """Yield all text in the files below a folder."""
    reader = Reader()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield from reader.streams(path.relative_to(folder).as_posix(), path.read_bytes())


def main(top: Path) -> int:
    """Say what was looked for and what was found; return 1 when something was found."""
    project = replace(Project(top), edition="openbaar")
    whole = compile_project(project).methodiek
    public = edition(whole, "openbaar")
    files = [path for path in project.build_folder.rglob("*") if path.is_file()]
    hidden = [node for node in whole.of("werkblad") if public.methodiek.get("werkblad", node.id) is None]
    heavy = [node for node in whole.of("werkblad") if getattr(node.record, "gebruik", "") == "G3"]
    codes = re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(str(node.record.code)) for node in hidden) + r")(?![\w-])")  # type: ignore[attr-defined]
    named = [
        one.where
        for one in streams(project.site)
        if one.where.endswith((".html", "(tekst)")) and EXAMPLES not in one.where and codes.search(one.text)
    ]
    leaks = prove(whole, "openbaar", (project.build_folder,), salt=salt_of(project))
    made = [path for path in files for node in heavy if node.id in (path.stem, path.parent.name)]
    print(f"Weggelaten teksten: {sum(1 for _ in secrets(whole, public))}")
    print(f"Nagekeken: {len(files)} bestanden, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB")
    print(f"Treffers: {len(leaks)}; codes van bladen op {len(named)} plekken")
    print(f"Bladen van klasse G3: {len(heavy)}, bestanden daarvan: {len(made)}")
    for one in (*leaks, *named, *made):
        print(one)
    return 1 if leaks or named or made or any(node not in hidden for node in heavy) else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
