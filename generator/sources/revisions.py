"""The only place that asks git: the content files as they were in an earlier revision."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

from generator.sources.files import LIMIT_FILE, SUFFIXES, SourceFile


class NoRevision(Exception):
    """There is no such revision, or no git to ask. The text says which, in Dutch."""


def resolve(top: Path, revision: str) -> str:
    """Return the full name of a revision. Raises NoRevision for one that does not exist."""
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return _git(top, asked, f"er is geen revisie '{revision}'").decode().strip()


def day_of(top: Path, commit: str) -> str:
    """Return the day of a commit, as 2026-11-21."""
    return _git(top, ("show", "-s", "--format=%cs", commit), f"er is geen revisie '{commit}'").decode().strip()


def read_revision(top: Path, content: str, commit: str) -> tuple[SourceFile, ...]:
    """Return the content files of a commit, under the same paths as `read_sources` gives."""
    reason = f"in revisie '{commit[:12]}' is geen map '{content}'"
    data = _git(top, ("archive", "--format=tar", commit, "--", content), reason)
    found = []
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            hidden = any(part.startswith(".") for part in member.name.split("/"))
            if file is None or hidden or not member.name.endswith(SUFFIXES):
                continue
            trouble = "too_large" if member.size > LIMIT_FILE else ""
            found.append(SourceFile(member.name, b"" if trouble else file.read(), trouble))
    return tuple(sorted(found, key=lambda source: source.path))


def _git(top: Path, arguments: tuple[str, ...], reason: str) -> bytes:
    try:
        answer = subprocess.run(["git", "-C", str(top), *arguments], capture_output=True, check=False)
    except FileNotFoundError as error:
        raise NoRevision("git is niet geïnstalleerd") from error
    if answer.returncode:
        raise NoRevision(reason)
    return answer.stdout
