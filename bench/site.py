"""The site against plain MkDocs Material on the same pages."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from bench.measure import Cost, Task, interleaved

TOP = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PLAIN = """site_name: bench
use_directory_urls: false
theme: {name: material, font: false, features: [navigation.prune, navigation.indexes]}
markdown_extensions: [attr_list]
plugins: [search]
"""
"""Material as it comes, with the same extensions that the pages need."""


def measure(folder: Path, rounds: int) -> dict[str, float]:
    """Build the project once to have its pages and PDFs, then measure a build of nothing new against plain MkDocs."""
    here = folder / "site"
    shutil.copytree(TOP / "content", here / "content")
    shutil.copytree(TOP / "overrides", here / "overrides")
    shutil.copy(TOP / "mkdocs.yml", here)
    if (store := TOP / "build/store").is_dir():
        shutil.copytree(store, here / "build/store")
    ours = Task([str(BIN / "methodiek"), "build"], str(here))
    interleaved({"first": ours}, 1)
    shutil.copytree(here / "build/docs", here / "plain/docs", ignore=shutil.ignore_patterns("*.pdf"))
    (here / "plain/mkdocs.yml").write_text(PLAIN)
    plain = Task([str(BIN / "mkdocs"), "build", "--quiet"], str(here / "plain"))
    check = Task([str(BIN / "methodiek"), "check"], str(here))
    costs: dict[str, Cost] = interleaved({"ours": ours, "plain": plain, "check": check}, rounds)
    pages = sum(1 for _ in (here / "build/docs").rglob("*.md"))
    found = {
        "pages": float(pages),
        "ours": costs["ours"].cpu,
        "plain": costs["plain"].cpu,
        "check": costs["check"].cpu,
        "ratio": costs["ours"].cpu / costs["plain"].cpu,
    }
    print(found, flush=True)
    return found
