"""Whether pages are valid HTML, by the Nu checker: the one that the standard's own makers use."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.site.audit import TOOLS, Check, Fault

CHECKER = TOOLS / "vnu-jar/build/dist/vnu.jar"


def missing() -> str:
    """Return what is missing to check with, or nothing."""
    return "" if CHECKER.exists() and shutil.which("java") else "java of vnu-jar (scripts/prepare test)"


def html_faults(site: Path, names: Iterable[str]) -> Iterator[Fault]:
    """Yield every error of the checker on these pages."""
    given = [str(site / name) for name in names]
    command = ["java", "-jar", str(CHECKER), "--format", "json", "--errors-only", "--exit-zero-always", *given]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    for one in json.loads(said)["messages"]:
        page = Path(unquote(urlsplit(one["url"]).path)).relative_to(site.resolve()).as_posix()
        yield Fault(Check.HTML, page, f"regel {one.get('lastLine', '?')}: {one['message']}")
