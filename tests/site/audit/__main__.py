"""`python -m tests.site.audit SITE`: every check on every page; ends with 1 when anything is found."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.site.audit import Check, Fault
from tests.site.audit.links import link_faults
from tests.site.audit.looking import seen_faults
from tests.site.audit.opening import MODES, opened_faults
from tests.site.audit.sample import sample
from tests.site.audit.validity import html_faults
from tests.site.browser import Browser
from tests.site.markup import markup_of

WORKERS = 2
PATIENCE = 180.0
"""How many seconds a large page may take on a slow machine."""
CHUNK = 20
"""How many pages one browser looks at before a new one takes over."""

Work = Callable[[Browser, Path, list[str], str], Iterator[Fault]]


def main() -> int:
    """Run the checks and say what was found."""
    parser = argparse.ArgumentParser(description="Keur een gebouwde site.")
    parser.add_argument("site", type=Path)
    parser.add_argument("--steekproef", action="store_true", help="axe alleen op een pagina van elke soort")
    parser.add_argument(
        "--openen", action="store_true", help="alleen elke pagina openen, uit een map en van een server"
    )
    given = parser.parse_args()
    pages = markup_of(given.site)
    names = sample(pages) if given.steekproef else list(pages)
    opened = {"map": [*pages], "server": [*pages, "404.html"]}  # only a server shows the last one
    faults = [fault for mode in MODES for fault in _in_chunks(_opened, given.site, opened[mode], mode)]
    print(f"{len(pages)} pagina's geopend, uit een map en van een server")
    checks = [Check.ELSEWHERE, Check.CONSOLE, Check.SCRIPT]
    if not given.openen:
        faults += [*link_faults(given.site, pages), *html_faults(given.site, pages)]
        faults += _in_chunks(_seen, given.site, names, "axe")
        print(f"{len(names)} daarvan met axe bekeken, licht, donker en smal")
        checks = list(Check)
    for check in checks:
        found = [fault for fault in faults if fault.check is check]
        print(f"{len(found):6} {check}")
        for fault in found[:40]:
            print(f"         {fault}")
    return 1 if faults else 0


def _in_chunks(work: Work, site: Path, names: list[str], mode: str) -> Iterator[Fault]:
    """Let browsers side by side each look at some pages, and say on the way how far they are."""
    jobs = [(work, site, names[start : start + CHUNK], mode) for start in range(0, len(names), CHUNK)]
    with ProcessPoolExecutor(WORKERS) as pool:
        for number, (job, found) in enumerate(zip(jobs, pool.map(_one, jobs), strict=True), 1):
            print(f"{number} van {len(jobs)}: {job[3]}, tot en met {job[2][-1]}: {len(found)}", file=sys.stderr)
            yield from found


def _one(job: tuple[Work, Path, list[str], str]) -> list[Fault]:
    work, site, names, mode = job
    found: list[Fault] = []
    with Browser(PATIENCE) as browser:
        try:
            for fault in work(browser, site, names, mode):
                found.append(fault)
        except TimeoutError as silence:
            found.append(Fault(Check.CONSOLE, names[-1], f"niet verder gekeken: {silence}"))
    return found


def _opened(browser: Browser, site: Path, names: list[str], mode: str) -> Iterator[Fault]:
    return opened_faults(browser, site, names, mode)


def _seen(browser: Browser, site: Path, names: list[str], _: str) -> Iterator[Fault]:
    return seen_faults(browser, site, names)


if __name__ == "__main__":
    sys.exit(main())
