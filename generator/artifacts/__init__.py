"""What is made of a methodology: recipes for files. Nothing here writes to disk."""

from generator.artifacts.recipes import Artifact, KeptArtifact, PdfArtifact, TextArtifact

__all__ = ["Artifact", "KeptArtifact", "PdfArtifact", "TextArtifact"]
