"""From files to documents: the only disk reader and the only door to PyYAML."""

from generator.sources.documents import Document, parse
from generator.sources.files import SourceFile, read_sources

__all__ = ["Document", "SourceFile", "parse", "read_sources"]
