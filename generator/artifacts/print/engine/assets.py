"""The only files that a document can reach: an allow-list in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

MIME_TYPES = {
    ".css": "text/css",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}
"""The kinds of files that paper has a use for; a folder may hold others, they are left where they are."""


class Assets(Mapping[str, tuple[bytes, str]]):
    """Immutable files by name: `fonts/x.ttf` gives its bytes and its MIME type."""

    def __init__(self, files: Mapping[str, tuple[bytes, str]]) -> None:
        self._files = MappingProxyType({name: files[name] for name in sorted(files)})
        self.digest = _digest(self._files)

    @classmethod
    def from_folders(cls, folders: Mapping[str, Path]) -> Assets:
        """Reads whole folders: `{"fonts": path}` names its files `fonts/…`, and `{"": path}` by their own path."""
        files = {}
        for prefix, folder in folders.items():
            for path in sorted(folder.rglob("*")):
                if mime := MIME_TYPES.get(path.suffix):
                    name = path.relative_to(folder).as_posix()
                    files[f"{prefix}/{name}" if prefix else name] = (path.read_bytes(), mime)
        return cls(files)

    def fonts(self) -> tuple[bytes, ...]:
        """The contents of every font, which are the only fonts that a document may embed."""
        return tuple(data for data, mime in self.values() if mime.startswith("font/"))

    def __getitem__(self, name: str) -> tuple[bytes, str]:
        return self._files[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __reduce__(self) -> tuple[type[Assets], tuple[dict[str, tuple[bytes, str]]]]:
        return Assets, (dict(self._files),)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Assets) and other.digest == self.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        return f"Assets({len(self)} files, {self.digest[:12]})"


def _digest(files: Mapping[str, tuple[bytes, str]]) -> str:
    """A fingerprint of names, types and bytes; every part goes in with its length, so parts can't run together."""
    whole = hashlib.sha256()
    for name, (data, mime) in files.items():
        for part in (name.encode(), mime.encode(), data):
            whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()
