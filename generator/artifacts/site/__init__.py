"""The site as a tool-neutral tree of Markdown pages with its navigation."""
