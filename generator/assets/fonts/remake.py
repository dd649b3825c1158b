"""Remakes the font files in this folder from one published npm package.

Run it only to take over another release: `python generator/assets/fonts/remake.py`. It needs npm, and the
fonttools and brotli packages that the PDF engine needs anyway. Nothing in the generator imports this file.
"""

from __future__ import annotations

import subprocess
import tarfile
import tempfile
from pathlib import Path

from fontTools.ttLib import woff2

PACKAGE = "@fontsource/atkinson-hyperlegible-next"
VERSION = "5.3.0"
FACES = ("400-normal", "400-italic", "600-normal", "700-normal")
HERE = Path(__file__).parent


def download(folder: Path) -> Path:
    """Lets npm download and unpack the package in `folder`; returns the root of the package."""
    command = ["npm", "pack", "--silent", f"{PACKAGE}@{VERSION}"]
    tarball = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()
    with tarfile.open(folder / tarball) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def convert(package: Path) -> None:
    """Copies the WOFF2 of every face (for the site) and unpacks it to TTF (for paper)."""
    for face in FACES:
        name = f"atkinson-hyperlegible-next-latin-{face}"
        source = (package / "files" / f"{name}.woff2").read_bytes()
        (HERE / f"{name}.woff2").write_bytes(source)
        with (HERE / f"{name}.woff2").open("rb") as packed, (HERE / f"{name}.ttf").open("wb") as unpacked:
            woff2.decompress(packed, unpacked)
    (HERE / "LICENSE.txt").write_bytes((package / "LICENSE").read_bytes())


def main() -> None:
    """Downloads to a temporary folder and writes the result beside this file."""
    with tempfile.TemporaryDirectory() as folder:
        convert(download(Path(folder)))


if __name__ == "__main__":
    main()
