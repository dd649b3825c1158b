"""Looks up the locked packages in a list of known holes: `python -m tests.known_holes LIST`.

There is no list in the project, because it would be old at once, and the work is done without a network. The list is in
the format of OSV (https://ossf.github.io/osv-schema/): a zip, a folder or a file of JSON records, as osv.dev gives them
away for all of PyPI. Whoever has a network fetches it; this command needs none.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from tests.conftest import TOP

LOCKS = ("requirements/build.txt", "requirements/test.txt")
CLEAN, FOUND, WRONG = 0, 1, 2
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


class NoList(Exception):
    """What was given is no list; the text says why, in Dutch."""


@dataclass(frozen=True, order=True)
class Hole:
    """A hole in a package that is locked: where it is locked, the package, the hole, and where it is mended."""

    lock: str
    package: str
    version: str
    name: str
    mended: str
    summary: str

    def __str__(self) -> str:
        mended = f"opgelost in {self.mended}" if self.mended else "nog niet opgelost"
        return f"{self.lock}: {self.package} {self.version}: {self.name} ({mended}). {self.summary}".rstrip()


def locked(text: str) -> dict[str, str]:
    """Return the packages of a lock, by their canonical name, with their versions."""
    return {canonicalize_name(name): version for name, version in _PIN.findall(text)}


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a list. Raises NoList where there are none to read."""
    count = 0
    try:
        for name, data in _files(path):
            try:
                read = json.loads(data)
            except ValueError as error:
                raise NoList(f"{path}: {name} is geen JSON ({error})") from error
            for one in read if isinstance(read, list) else [read]:
                if not isinstance(one, dict) or "id" not in one:
                    raise NoList(f"{path}: {name} is geen melding in het formaat van OSV")
                count += 1
                yield one
    except (OSError, zipfile.BadZipFile) as error:
        raise NoList(f"{path}: niet te lezen ({error})") from error
    if not count:
        raise NoList(f"{path}: hier staat geen enkele melding in")


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.is_dir():
        yield from ((file.name, file.read_bytes()) for file in sorted(path.rglob("*.json")))
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            names = sorted(name for name in archive.namelist() if name.endswith(".json"))
            yield from ((name, archive.read(name)) for name in names)
    else:
        yield path.name, path.read_bytes()


def holes(found: Iterator[dict[str, Any]], locks: dict[str, dict[str, str]]) -> tuple[list[Hole], str]:
    """Return the holes in locked packages, and the last day on which the list was changed."""
    wrong, last = set(), ""
    for record in found:
        last = max(last, str(record.get("modified", ""))[:10])
        if "withdrawn" in record:
            continue
        for affected in record.get("affected", ()):
            package = affected.get("package", {})
            name = canonicalize_name(str(package.get("name", "")))
            for lock, packages in locks.items():
                if package.get("ecosystem") == "PyPI" and name in packages and _touches(affected, packages[name]):
                    summary = str(record.get("summary", ""))
                    wrong.add(Hole(lock, name, packages[name], str(record["id"]), _mended(affected), summary))
    return sorted(wrong), last


def _touches(affected: dict[str, Any], version: str) -> bool:
    """Tell whether a version is among those that a record names, or in one of its ranges."""
    return version in affected.get("versions", ()) or any(
        _within(one.get("events", ()), Version(version))
        for one in affected.get("ranges", ())
        if one.get("type") == "ECOSYSTEM"
    )


def _within(events: Sequence[dict[str, str]], version: Version) -> bool:
    inside = False
    for when, what in sorted((_version(text), what) for event in events for what, text in event.items()):
        if when <= version:
            inside = what in ("introduced", "last_affected") if when == version else what == "introduced"
    return inside


def _version(text: str) -> Version:
    try:
        return Version(text)
    except InvalidVersion:
        return Version("0")


def _mended(affected: dict[str, Any]) -> str:
    events = [event for one in affected.get("ranges", ()) for event in one.get("events", ())]
    return ", ".join(event["fixed"] for event in events if "fixed" in event)


def main(arguments: Sequence[str]) -> int:
    """Say which locked packages have a known hole; return 1 when one has, 2 when there is no list to look in."""
    if len(arguments) != 1:
        print("Geef een lijst van bekende gaten: een zip, map of bestand in het formaat van OSV.", file=sys.stderr)
        return WRONG
    locks = {name: locked((TOP / name).read_text()) for name in LOCKS}
    try:
        wrong, last = holes(records(Path(arguments[0])), locks)
    except NoList as problem:
        print(problem, file=sys.stderr)
        return WRONG
    for hole in wrong:
        print(hole)
    packages = len(set().union(*locks.values()))
    print(f"{packages} vastgelegde pakketten, {len(wrong)} bekende gaten. De lijst is van {last or 'onbekende datum'}.")
    return FOUND if wrong else CLEAN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
