"""What a build says of itself when it is done: for a person, and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.commands.speaking import summary
from generator.compiling import Project
from generator.diagnostics import Finding
from generator.model.uitgaven import ALLES
from generator.reports import as_data, as_text


def account(project: Project, build: Any, seconds: float) -> dict[str, Any]:
    """Return what a build made: counts, coverage, findings, and sizes in bytes, also of each folder of the site."""
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
            "zip": _size([project.archive]),
            "per_map": _per_folder(project.site),
        },
        "seconden": round(seconds, 1),
        "veranderd": True,
        "open": str(project.site / "index.html"),
    }


def _per_folder(site: Path) -> dict[str, dict[str, int]]:
    """Return per folder of the site how many pages and PDFs it has, and their sizes; `.` is the top itself."""
    found: dict[str, dict[str, int]] = {}
    for path in sorted(site.rglob("*")):
        if path.is_file():
            first, *below = path.relative_to(site).parts
            one = found.setdefault(first if below else ".", {"paginas": 0, "pdfs": 0, "grootte": 0, "grootte_pdfs": 0})
            size, pdf = path.stat().st_size, path.suffix == ".pdf"
            one["paginas"] += path.suffix == ".html"
            one["pdfs"] += pdf
            one["grootte"] += size
            one["grootte_pdfs"] += size if pdf else 0
    return found


def _size(paths: Iterable[Path]) -> int:
    return sum(path.stat().st_size for path in paths if path.is_file())


def nothing_made(report: dict[str, Any], seconds: float) -> dict[str, Any]:
    """Return the account of a build that found everything as the build of this account had left it."""
    made = report["gemaakt"]
    return {
        **report,
        "gemaakt": {**made, "pdfs_nieuw": 0, "pdfs_onthouden": made["pdfs"]},
        "seconden": round(seconds, 1),
        "veranderd": False,
    }


def in_words(project: Project, findings: Sequence[Finding], report: dict[str, Any]) -> str:
    """Return the same in Dutch, for whoever stands at the terminal."""
    made, covered, size = report["gemaakt"], report["dekking"], report["grootte"]
    page = (project.site / "index.html").relative_to(project.top)
    return "\n".join(
        (
            *([as_text(findings)] if findings else []),
            *([] if report["veranderd"] else ["Niets veranderd: alles staat er nog zoals de vorige keer."]),
            *([f"Uitgave:   {project.edition}"] if project.edition != ALLES else []),
            f"Gemaakt:   {made['paginas']} pagina's en {made['pdfs']} PDF's "
            f"({made['pdfs_nieuw']} nieuw, {made['pdfs_onthouden']} ongewijzigd)",
            f"Dekking:   {covered['nagekomen']} van {covered['beloofd']} beloofde koppelingen, "
            f"{covered['bekende_gaten']} bekende gaten, {covered['open']} open",
            f"Meldingen: {summary(findings)}",
            f"Grootte:   site {size['site'] / 1e6:.1f} MB, waarvan PDF's {size['pdfs'] / 1e6:.1f} MB; "
            f"om mee te nemen: {page.parent.parent / 'site.zip'} ({size['zip'] / 1e6:.1f} MB)",
            *(f"           {line}" for line in _folders(size["per_map"])),
            f"Tijd:      {report['seconden']} seconden",
            f"Open:      {page}",
        )
    )


def _folders(folders: dict[str, dict[str, int]]) -> Iterator[str]:
    for name, one in sorted(folders.items(), key=lambda item: -item[1]["grootte"]):
        pdfs = f", waarvan {one['pdfs']} PDF's {one['grootte_pdfs'] / 1e6:.1f} MB" if one["pdfs"] else ""
        pages = f", {one['paginas']} pagina's" if one["paginas"] else ""
        yield f"{name:16} {one['grootte'] / 1e6:5.1f} MB{pages}{pdfs}"
