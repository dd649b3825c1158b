"""A recipe for a file: where it goes, and either its content or the way to make it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.artifacts.print.engine import PrintJob
from generator.diagnostics import Span


@dataclass(frozen=True)
class TextArtifact:
    """A file that is cheap to make and therefore already made."""

    path: str
    data: bytes


@dataclass(frozen=True)
class PdfArtifact:
    """A file that is dear to make: a print job, and where in the content it comes from."""

    job: PrintJob
    span: Span

    @property
    def path(self) -> str:
        """Where it goes in the tree."""
        return self.job.name


@dataclass(frozen=True)
class OfferedPdf(PdfArtifact):
    """A PDF that a page offers: what it is called there, a short note with it, and which of several sorts it is."""

    title: str
    note: str = ""
    soort: str = ""


@dataclass(frozen=True)
class KeptArtifact:
    """A file that stays as it is in the tree: nobody looks at it while writing, and it takes time to make."""

    path: str


Artifact = TextArtifact | PdfArtifact | KeptArtifact
