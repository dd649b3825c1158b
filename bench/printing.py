"""Make every PDF of a project one after the other, and print as JSON what it took: processor seconds and pages.

A page counts once, in however many PDFs and copies it comes out; the book is told apart, and so are some worksheets,
each with all its PDFs, as after an edit: the program that prints is read anew for each.
"""

from __future__ import annotations

import json
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from statistics import median

import pikepdf

from generator.artifacts import PdfArtifact
from generator.artifacts.print.book import PATH
from generator.artifacts.print.engine import PrintFault, PrintJob, render_all
from generator.artifacts.print.library import print_library
from generator.compiling import Project, compile_project
from generator.pipeline import artifacts

WORKSHEETS = 7
"""How many worksheets are measured by themselves."""


def cost(jobs: list[PrintJob]) -> dict[str, float]:
    """Seconds and distinct pages of some jobs, made one after the other, in a worker."""
    started = sum(os.times()[:4])
    answers = [answer for _, answer in render_all(jobs, print_library(), 1)]
    seconds = sum(os.times()[:4]) - started
    if faults := [answer.message for answer in answers if isinstance(answer, PrintFault)]:
        raise SystemExit("\n".join(faults))
    pages = set()
    for data in answers:
        with pikepdf.open(BytesIO(data)) as pdf:  # type: ignore[arg-type]
            pages |= {sha256(page.Contents.read_bytes()).digest() for page in pdf.pages}
    return {"cpu": seconds, "pdfs": len(jobs), "pages": len(pages)}


def worksheets(jobs: list[PrintJob]) -> list[list[PrintJob]]:
    """Return the PDFs of a few worksheets, from the first to the last."""
    found: dict[str, list[PrintJob]] = {}
    for job in jobs:
        found.setdefault(job.name.rpartition("/")[0], []).append(job)
    own = [some for folder, some in sorted(found.items()) if folder.count("/") == 1 and folder.startswith("toolkit/")]
    return own[:: max(len(own) // WORKSHEETS, 1)][:WORKSHEETS]


def main() -> None:
    """Measure the project in the folder that is named, or here."""
    project = Project(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve())
    made = artifacts(compile_project(project).methodiek)
    jobs = [one.job for one in made if isinstance(one, PdfArtifact)]
    book = [job for job in jobs if job.name == PATH]
    sheets = [job for job in jobs if job.name != PATH]
    # In a process of its own: what one has read, the next has too.
    edited = []
    for some in worksheets(jobs):
        with ProcessPoolExecutor(1, get_context("spawn")) as apart:
            edited.append(apart.submit(cost, some).result()["cpu"])
    one = {"werkblad": {"cpu": median(edited), "most": max(edited)}} if edited else {}
    print(json.dumps({**one, "bladen": cost(sheets), **({"boek": cost(book)} if book else {})}))


if __name__ == "__main__":
    main()
