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

    path: str
    job: PrintJob
    span: Span


Artifact = TextArtifact | PdfArtifact
