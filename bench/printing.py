"""Make every PDF of a project one after the other, and print as JSON what it took: processor seconds and pages.

A page counts once, in however many PDFs and copies it comes out; the book is told apart.
"""

from __future__ import annotations

import json
import os
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf

from generator.artifacts import PdfArtifact
from generator.artifacts.print.book import PATH
from generator.artifacts.print.engine import PrintFault, PrintJob, render_all
from generator.artifacts.print.library import print_library
from generator.compiling import Project, compile_project
from generator.pipeline import artifacts


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


def main() -> None:
    """Measure the project in the folder that is named, or here."""
    project = Project(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve())
    made = artifacts(compile_project(project).methodiek)
    jobs = [one.job for one in made if isinstance(one, PdfArtifact)]
    book = [job for job in jobs if job.name == PATH]
    sheets = [job for job in jobs if job.name != PATH]
    print(json.dumps({"bladen": cost(sheets), **({"boek": cost(book)} if book else {})}))


if __name__ == "__main__":
    main()
