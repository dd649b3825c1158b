"""The files of the tree that are the same for every methodology: the letters that pages are set in."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from generator.artifacts.recipes import TextArtifact

LETTERS = "assets/letters"
WEIGHTS = ("400-normal", "400-italic", "700-normal")


def static_artifacts() -> Iterator[TextArtifact]:
    """Yield the letters, so that no page has to fetch any elsewhere."""
    folder = files("generator.assets") / "fonts"
    for weight in WEIGHTS:
        name = f"atkinson-hyperlegible-next-latin-{weight}.woff2"
        yield TextArtifact(f"{LETTERS}/{name}", (folder / name).read_bytes())
    yield TextArtifact(f"{LETTERS}/LICENSE.txt", (folder / "LICENSE.txt").read_bytes())
