"""`python -m tests.site.audit.lighthouse SITE`: Lighthouse on a phone, for five pages that stand for the site."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.site.audit import TOOLS
from tests.site.audit.serving import served
from tests.site.browser import CHROMIUM

PAGES = (
    "index.html",
    "toolkit/index.html",
    "toolkit/zelfbeeld.html",
    "handleiding/hoofdstukken/veiligheid.html",
    "verantwoording/index.html",
)
CATEGORIES = ("performance", "accessibility", "best-practices")
ENOUGH = 95


def measured(address: str) -> dict[str, Any]:
    """Return Lighthouse's report of a page, measured as a mid-range phone on a slow network."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            "node",
            str(TOOLS / "lighthouse/cli/index.js"),
            address,
            "--quiet",
            "--output=json",
            f"--output-path={report}",
        ]
        command += [f"--only-categories={','.join(CATEGORIES)}", "--chrome-flags=--headless=new --no-sandbox"]
        subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": str(CHROMIUM)})
        return dict(json.loads(report.read_text()))


def main(site: Path) -> int:
    """Measure the pages; return 1 when one of them scores too low."""
    low = 0
    with served(site) as home:
        for name in PAGES:
            report = measured(home + name)
            scores = {one: round(100 * report["categories"][one]["score"]) for one in CATEGORIES}
            weight = report["audits"]["total-byte-weight"]["numericValue"] / 1000
            print(f"{name}: {', '.join(f'{one} {score}' for one, score in scores.items())}, {weight:.0f} kB")
            for one in CATEGORIES:
                for ref in report["categories"][one]["auditRefs"]:
                    audit = report["audits"][ref["id"]]
                    if ref["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                        print(f"    {one}: {audit['title']} {audit.get('displayValue', '')}")
            low += min(scores.values()) < ENOUGH
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
