"""`methodiek build`: make the site and every PDF, and say what was made."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.commands.speaking import Progress, say_findings, summary
from generator.compiling import Project, compile_project
from generator.reports import as_data, as_text


def add(commands: Any) -> None:
    """Add the subcommand."""
    parser = commands.add_parser("build", help="maak de site en alle bladen")
    parser.add_argument("--json", action="store_true", help="zeg als JSON wat er gemaakt is")
    parser.add_argument("--werkers", type=int, default=None, metavar="N", help="aantal processen voor de bladen")
    parser.set_defaults(run=run)


def run(project: Project, given: argparse.Namespace) -> int:
    """Build the project; return 1 when something stops publication, 2 when the site cannot be rendered."""
    started = time.monotonic()
    compilation = compile_project(project)
    if compilation.errors:
        if given.json:
            print(json.dumps({"meldingen": [as_data(one) for one in compilation.findings]}, ensure_ascii=False))
        else:
            say_findings(compilation.findings)
            print("De vorige site blijft staan.", file=sys.stderr)
        return 1
    from generator.artifacts.print.engine import missing_libraries

    missing = missing_libraries()
    if missing:
        print(f"methodiek: installeer eerst: apt-get install {' '.join(missing)}", file=sys.stderr)
        return 2
    from generator.pipeline import build_tree

    progress = Progress("Bladen maken")
    build = build_tree(project, compilation, workers=given.werkers, progress=progress)
    progress.clear()
    if build.failed:
        say_findings(build.findings)
        print("De vorige site blijft staan.", file=sys.stderr)
        return 1
    if not _render(project, build):
        return 2
    report = _report(project, build, time.monotonic() - started)
    print(json.dumps(report, ensure_ascii=False, indent=2) if given.json else _words(project, build, report))
    return 0


def _render(project: Project, build: Any) -> bool:
    import logging

    from generator.mkdocs_plugin import render_site
    from generator.publishing import replace_folder, zip_folder

    new = project.build_folder / "site.nieuw"
    shutil.rmtree(new, ignore_errors=True)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        render_site(project, build, new)
    except Exception as error:  # whatever the renderer raises, the last good site stays
        shutil.rmtree(new, ignore_errors=True)
        print(f"methodiek: MkDocs kan de site niet maken: {error}", file=sys.stderr)
        return False
    replace_folder(new, project.site)
    zip_folder(project.site, project.build_folder / "site.zip")
    return True


def _report(project: Project, build: Any, seconds: float) -> dict[str, Any]:
    from generator.counts import counts, coverage, groups, links_by_field, links_by_ground, parts_per

    methodiek = build.compilation.methodiek
    pdfs = sorted(project.site.rglob("*.pdf"))
    return {
        "tellingen": counts(methodiek),
        "groepen": {
            "kernelement": groups(methodiek, "kernelement", "groep"),
            "indicator": groups(methodiek, "indicator", "niveau"),
            "werkzaam-element": groups(methodiek, "werkzaam-element", "soort"),
        },
        "per": {
            f"{kind}.{part}": parts_per(methodiek, kind, part)
            for kind, part in (
                ("kernelement", "criterium"),
                ("kernelement", "indicator"),
                ("subdoel", "deeldoel"),
                ("fase", "activiteit"),
                ("schemarij", "doel"),
                ("schemarij", "aanpak"),
            )
        },
        "koppelingen": links_by_field(methodiek),
        "gronden": links_by_ground(methodiek),
        "dekking": coverage(methodiek),
        "meldingen": [as_data(one) for one in build.findings],
        "gemaakt": {
            "paginas": len(list(project.site.rglob("*.html"))),
            "pdfs": len(pdfs),
            "pdfs_nieuw": len(build.outcome.made),
            "pdfs_onthouden": build.outcome.remembered,
        },
        "grootte": {
            "site": _size(project.site.rglob("*")),
            "pdfs": _size(pdfs),
            "zip": _size([project.build_folder / "site.zip"]),
        },
        "seconden": round(seconds, 1),
        "open": str(project.site / "index.html"),
    }


def _size(paths: Iterable[Path]) -> int:
    return sum(path.stat().st_size for path in paths if path.is_file())


def _words(project: Project, build: Any, report: dict[str, Any]) -> str:
    made, covered, size = report["gemaakt"], report["dekking"], report["grootte"]
    page = (project.site / "index.html").relative_to(project.top)
    return "\n".join(
        (
            *([as_text(build.findings)] if build.findings else []),
            f"Gemaakt:   {made['paginas']} pagina's en {made['pdfs']} PDF's "
            f"({made['pdfs_nieuw']} nieuw, {made['pdfs_onthouden']} ongewijzigd)",
            f"Dekking:   {covered['nagekomen']} van {covered['beloofd']} beloofde koppelingen, "
            f"{covered['bekende_gaten']} bekende gaten, {covered['open']} open",
            f"Meldingen: {summary(build.findings)}",
            f"Grootte:   site {size['site'] / 1e6:.1f} MB, waarvan PDF's {size['pdfs'] / 1e6:.1f} MB; "
            f"om mee te nemen: build/site.zip ({size['zip'] / 1e6:.1f} MB)",
            f"Tijd:      {report['seconden']} seconden",
            f"Open:      {page}",
        )
    )
