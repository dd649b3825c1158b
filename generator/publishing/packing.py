"""A folder in one file to carry along, and the checksums by which a copy can be checked."""

from __future__ import annotations

import os
import zipfile
from hashlib import sha256
from pathlib import Path

from .files import replacing
from .folders import replace_folder

SUMS = "SHA256SUMS"
PACKED = (".pdf", ".woff2", ".gz", ".png")
"""Files that do not get smaller."""


def zip_folder(folder: Path, target: Path) -> int:
    """Pack a folder in one file; the same files give the same bytes. Return its size in bytes.

    In the file everything is in a folder with the name of the file.
    """
    with replacing(target) as temporary:
        _pack(folder, temporary, target.stem)
    return target.stat().st_size


def pack_site(new: Path, target: Path, archive: Path) -> None:
    """Finish a rendered site in the folder `new`: its checksums in it, and the same in one file beside it."""
    site = new / target.name
    (site / SUMS).write_bytes(checksums(site))
    _pack(site, new / archive.name, target.name)


def publish_site(new: Path, target: Path, archive: Path) -> None:
    """Put a finished site in the place of the old one, and its archive in the place of the old one.

    Raises OSError when the disk does not take it; then the old site is as it was.
    """
    replace_folder(new / target.name, target)
    os.replace(new / archive.name, archive)


def checksums(folder: Path) -> bytes:
    """Return the checksums of all files in a folder but the list itself, as `sha256sum -c` reads them."""
    files = (path for path in _files(folder) if path != folder / SUMS)
    return "".join(
        f"{sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n" for path in files
    ).encode()


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def _pack(folder: Path, target: Path, top: str) -> None:
    with zipfile.ZipFile(target, "w") as bundle:
        for path in _files(folder):
            entry = zipfile.ZipInfo(f"{top}/{path.relative_to(folder).as_posix()}")
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if path.suffix in PACKED else zipfile.ZIP_DEFLATED
            bundle.writestr(entry, path.read_bytes())
