"""The straight line, readable in one screen: sources, documents, graph, findings, artifacts, files.

`generator.compiling` is its first half, which needs no templates and no printing. Nothing here
prints, and only `generator.publishing` writes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import Literal

from generator.artifacts import Artifact, KeptArtifact, PdfArtifact, TextArtifact
from generator.artifacts.exports.dataset import dataset
from generator.artifacts.exports.files import FOLDER, export_files
from generator.artifacts.exports.readme import FILES, MIME, README
from generator.artifacts.print.book import book_pdf
from generator.artifacts.print.dossier import dossier_pdf, last_changed
from generator.artifacts.print.engine import Attached
from generator.artifacts.print.library import print_library
from generator.artifacts.print.packs import programme_pdfs
from generator.artifacts.print.phases import phase_pdfs
from generator.artifacts.print.routes import training_pdfs
from generator.artifacts.print.selfscan import selfscan_pdf
from generator.artifacts.print.sets import all_pdfs
from generator.artifacts.registers.framework import asks
from generator.artifacts.site.navigation import navigation
from generator.artifacts.site.rendering import site_artifacts
from generator.compiling import Compilation, Project
from generator.diagnostics import Finding, Severity
from generator.graph import Methodiek
from generator.publishing import Outcome, Progress, Store, publish_tree, write_atomically
from generator.rules.paper import sheet_cannot_be_made as PAPER


@dataclass(frozen=True)
class Build:
    """What a build gave: the compilation, every finding, and what publishing did.

    `outcome` is None when the content has errors: then nothing was written.
    """

    compilation: Compilation
    findings: tuple[Finding, ...]
    outcome: Outcome | None = None

    @property
    def failed(self) -> bool:
        """Whether something stops publication."""
        return any(finding.severity is Severity.FOUT for finding in self.findings)


def printed(methodiek: Methodiek) -> tuple[PdfArtifact, ...]:
    """Return every PDF of the site, as recipes."""
    scans = (selfscan_pdf(methodiek),) if asks(methodiek) else ()
    offered = (*all_pdfs(methodiek), *programme_pdfs(methodiek), *scans)
    sheets = tuple(PdfArtifact(pdf.job, pdf.span) for pdf in offered)
    book = book_pdf(methodiek)
    return (*sheets, *training_pdfs(methodiek), *((book,) if book else ()), *phase_pdfs(methodiek))


def artifacts(methodiek: Methodiek, data: Sequence[KeptArtifact] = ()) -> tuple[Artifact, ...]:
    """Return everything that is made of a methodology, as recipes; `data` stands in for the open data."""
    return (*site_artifacts(methodiek, with_data=not data), *data, *printed(methodiek))


def bundle(methodiek: Methodiek) -> tuple[Artifact, ...]:
    """Return everything that a reviewer takes along: the dossier, every PDF, and the open data."""
    files = tuple(export_files(methodiek))
    data = tuple(TextArtifact(f"data/{one.path}", one.data) for one in files)
    dossier = dossier_artifact(methodiek, files)
    return (*((dossier,) if dossier else ()), *printed(methodiek), *data)


def dossier_artifact(methodiek: Methodiek, files: Sequence[TextArtifact]) -> PdfArtifact | None:
    """Return the dossier with the open data inside; None for a methodology without its first file."""
    along = tuple(_along(one, last_changed(methodiek)) for one in files if one.path in dict(FILES))
    return dossier_pdf(methodiek, dataset(methodiek)["controlegetal"], along)


def _along(file: TextArtifact, changed: date) -> Attached:
    """Return a file of the open data as it goes along inside the dossier."""
    relation: Literal["Data", "Supplement"] = "Supplement" if file.path == README else "Data"
    return Attached(file.path, MIME[PurePath(file.path).suffix], dict(FILES)[file.path], relation, changed, file.data)


def _kept(tree: Path) -> tuple[KeptArtifact, ...]:
    files = sorted(path for path in (tree / FOLDER).rglob("*") if path.is_file())
    return tuple(KeptArtifact(path.relative_to(tree).as_posix()) for path in files)


def build_tree(
    project: Project,
    compilation: Compilation,
    *,
    workers: int | None = None,
    progress: Progress | None = None,
    executor: Executor | None = None,
    store: Store | None = None,
    keep_data: bool = False,
) -> Build:
    """Make the tree of pages and PDFs. With errors in the content nothing is written.

    With `keep_data` the open data stays as the build before left it, where that left any.

    Whoever calls this has the build folder for itself (`generator.publishing.turn`).
    `executor` makes the PDFs in place of workers of this machine, `store` keeps them in place of the build folder.
    """
    if compilation.errors:
        return Build(compilation, compilation.findings)
    recipes = artifacts(compilation.methodiek, _kept(project.tree) if keep_data else ())
    outcome = publish_tree(
        recipes,
        project.tree,
        store or Store(project.build_folder / "store"),
        print_library(),
        workers=workers,
        progress=progress,
        # Written last: a tree that has its navigation is whole.
        begin=lambda: project.navigation.unlink(missing_ok=True),
        executor=executor,
    )
    spans = {one.path: one.span for one in recipes if isinstance(one, PdfArtifact)}
    faults = tuple(
        Finding(PAPER.code, PAPER.severity, spans[path], f"Het blad '{path}' kan niet worden gemaakt. {message}")
        for path, message in sorted(outcome.faults.items())
    )
    if not faults:
        nav = json.dumps(navigation(compilation.methodiek), ensure_ascii=False, indent=1)
        write_atomically(project.navigation, nav.encode())
    return Build(compilation, (*compilation.findings, *faults), outcome)
