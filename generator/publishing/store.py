"""What was made before: PDFs by the key of their recipe."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from .files import write_atomically
from .folders import forget


class Store:
    """PDFs by the key of their recipe. Equal keys promise equal bytes, so nothing is made twice.

    A file is named `key.digest.pdf`. Its name says what its bytes must be, so that a disk which lost or changed some
    of them is noticed however much it still looks like a PDF.

    A store that is `shared` with other machines forgets nothing: what one build has no use for, another has. One that
    stands `beside` another also finds what that has, and leaves it alone.
    """

    def __init__(self, folder: Path, *, shared: bool = False, beside: Store | None = None) -> None:
        self.folder = folder
        self.shared = shared
        self.beside = beside

    def find(self, keys: Iterable[str]) -> dict[str, Path]:
        """Return the files for those keys that have one. A file whose bytes are not what they were is taken away."""
        wanted = set(keys)
        found = self.beside.find(wanted) if self.beside else {}
        for path in sorted(self.folder.iterdir()) if self.folder.is_dir() else ():
            key, _, digest = path.stem.partition(".")
            if key in wanted and path.suffix == ".pdf":
                if _digest(path) == digest:
                    found[key] = path
                else:
                    forget(path)
        return found

    def put(self, key: str, data: bytes) -> Path:
        """Keep bytes under a key."""
        path = self.folder / f"{key}.{sha256(data).hexdigest()}.pdf"
        write_atomically(path, data)
        return path

    def forget_others(self, kept: Iterable[Path]) -> None:
        """Remove everything else, unless others may want it."""
        if self.shared:
            return
        names = {path.name for path in kept}
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            if path.name not in names:
                forget(path)


def _digest(path: Path) -> str:
    """Return the digest of a file, or nothing when it cannot be read or is no file."""
    try:
        return sha256(path.read_bytes()).hexdigest() if path.is_file() and not path.is_symlink() else ""
    except OSError:
        return ""
