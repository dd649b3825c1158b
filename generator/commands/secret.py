"""`methodiek geheim`: add words to the list of what may stand nowhere, without ever showing them."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterable
from typing import Any

from generator.compiling import Project, compile_project
from generator.guard import SaltTrouble, mark_of, new_salt, read_salt
from generator.guard.words import FILE, digest
from generator.model.bescherming import Bescherming
from generator.rules.guard import protection


def add(commands: Any) -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "geheim",
        help="voeg woorden toe die nergens mogen staan; ze worden gelezen zonder ze te tonen",
        description=(
            "Typ of plak per regel een woord of een naam van hoogstens drie woorden; een lege regel is het einde. "
            "Niets wordt getoond. In bescherming.yml komen alleen kenmerken; het zout staat in .methodiek-zout en "
            "nergens anders. Bewaar het zout apart: zonder zout kan niemand naar de woorden zoeken."
        ),
    )
    parser.set_defaults(run=run)


def run(project: Project, given: argparse.Namespace) -> int:
    """Add the words; return 2 when the salt is not that of the list, or a line is no word."""
    said = protection(compile_project(project).methodiek)
    try:
        salt = read_salt(project.top)
    except SaltTrouble as error:
        return _wrong(str(error))
    if salt is None and said.woorden:
        return _wrong("bij de lijst die er al is, hoort een zout; zet dat eerst in METHODIEK_ZOUT of .methodiek-zout")
    if salt is not None and said.zoutmerk not in (None, mark_of(salt)):
        return _wrong("dit is een ander zout dan dat van de lijst")
    made = new_salt() if salt is None else ""
    key = salt or bytes.fromhex(made)
    try:
        found = [digest(key, line) for line in _typed()]
    except ValueError as error:
        return _wrong(str(error))
    if not found:
        return _wrong("er is niets gegeven")
    if made:
        _keep_salt(project, made)
    words = sorted({*said.woorden, *found})
    _write(project, said, mark_of(key), words)
    print(f"{len(words) - len(said.woorden)} woorden toegevoegd; de lijst heeft er {len(words)}")
    if made:
        print(f"Het nieuwe zout staat in {FILE}. Bewaar het ergens anders dan het project, en zet het nooit in git.")
    return 0


def _wrong(message: str) -> int:
    print(f"methodiek: {message}", file=sys.stderr)
    return 2


def _typed() -> Iterable[str]:
    if not sys.stdin.isatty():
        yield from (line for line in sys.stdin.read().splitlines() if line.strip())
        return
    while line := getpass.getpass("Woord (leeg is klaar): ").strip():
        yield line


def _keep_salt(project: Project, salt: str) -> None:
    """Write a new salt where only its owner can read it."""
    handle = os.open(project.top / FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f"{salt}\n")


def _write(project: Project, said: Bescherming, mark: str, words: list[str]) -> None:
    """Replace the list in the file; whatever else stands there stays as it was typed."""
    from generator.publishing import write_atomically

    path = project.content_folder / "bescherming.yml"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    kept, skipping = [], False
    for line in text.splitlines():
        if line[:1] not in (" ", "-", ""):
            skipping = line.startswith(("woorden:", "zoutmerk:"))
        if not skipping:
            kept.append(line)
    listed = [f'zoutmerk: "{mark}"', "woorden:", *(f'  - "{word}"' for word in words)]
    write_atomically(path, ("\n".join((*kept, *listed)).lstrip("\n") + "\n").encode())
