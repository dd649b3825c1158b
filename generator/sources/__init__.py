"""From files to documents: the only disk reader and the only door to PyYAML."""

from generator.sources.documents import Document, parse
from generator.sources.files import SourceFile, read_sources
from generator.sources.pruning import headings, pruned

__all__ = ["Document", "SourceFile", "headings", "parse", "pruned", "read_sources"]
