"""`python -m tests.site.audit SITE`: every check on every page; ends with 1 when anything is found."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.site.audit import Check, Fault
from tests.site.audit.links import link_faults
from tests.site.audit.looking import MODES, seen_faults
from tests.site.audit.sample import sample
from tests.site.audit.validity import html_faults
from tests.site.browser import Browser
from tests.site.markup import markup_of

WORKERS = 2
PATIENCE = 180.0
"""How many seconds a large page may take on a slow machine."""
CHUNK = 20
"""How many pages one browser looks at before a new one takes over."""


def main() -> int:
    """Run the checks and say what was found."""
    parser = argparse.ArgumentParser(description="Keur een gebouwde site.")
    parser.add_argument("site", type=Path)
    parser.add_argument("--steekproef", action="store_true", help="alleen een pagina van elke soort in de browser")
    given = parser.parse_args()
    pages = markup_of(given.site)
    names = sample(pages) if given.steekproef else list(pages)
    faults = [*link_faults(given.site, pages), *html_faults(given.site, pages), *_seen(given.site, names)]
    print(f"{len(pages)} pagina's, waarvan {len(names)} in de browser, uit een map en van een server, licht en donker")
    for check in Check:
        found = [fault for fault in faults if fault.check is check]
        print(f"{len(found):6} {check}")
        for fault in found[:40]:
            print(f"         {fault}")
    return 1 if faults else 0


def _seen(site: Path, names: list[str]) -> Iterator[Fault]:
    jobs = [(site, names[start : start + CHUNK], mode) for mode in MODES for start in range(0, len(names), CHUNK)]
    with ProcessPoolExecutor(WORKERS) as pool:
        for number, (job, found) in enumerate(zip(jobs, pool.map(_one, jobs), strict=True), 1):
            print(f"{number} van {len(jobs)}: {job[2]}, tot en met {job[1][-1]}: {len(found)}", file=sys.stderr)
            yield from found


def _one(job: tuple[Path, list[str], str]) -> list[Fault]:
    site, names, mode = job
    found: list[Fault] = []
    with Browser(PATIENCE) as browser:
        try:
            for name in names:
                found += seen_faults(browser, site, (name,), mode)
        except TimeoutError as silence:
            found.append(Fault(Check.CONSOLE, name, f"niet verder gekeken: {silence}"))
    return found


if __name__ == "__main__":
    sys.exit(main())
