"""A compiler for methodologies: from content files to a site, sheets and a proof of coverage."""

__version__ = "0.1.0"
