"""The system libraries that WeasyPrint loads, asked without loading WeasyPrint."""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PACKAGES = {
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
    # WeasyPrint runs without it, but then makes other bytes, and slower.
    "libharfbuzz-subset0": "libharfbuzz-subset.so.0",
}
"""What to install on Debian, and what the loader then finds. The first two bring the others along."""


def missing_libraries() -> tuple[str, ...]:
    """The Debian packages that this machine lacks; empty when documents can be made."""
    return tuple(package for package, library in PACKAGES.items() if _load(library) is None)


@contextmanager
def by_their_names() -> Iterator[None]:
    """Lets libraries be loaded under the names that the loader knows, and not be searched for, where all are there.

    WeasyPrint tries several names for each, and for each of those ctypes asks ldconfig, the compiler and the linker:
    fifty programs, which took longer than to read WeasyPrint itself.
    """
    search = ctypes.util.find_library
    if not missing_libraries():
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search


def library_versions() -> tuple[str, ...]:
    """The versions of the libraries that choose and place glyphs; `absent` for a library that is not there."""
    return (
        _version("pango", "libpango-1.0.so.0", lambda pango: pango.pango_version_string),
        _version("harfbuzz", "libharfbuzz.so.0", lambda harfbuzz: harfbuzz.hb_version_string),
        f"harfbuzz-subset={'absent' if _load(PACKAGES['libharfbuzz-subset0']) is None else 'present'}",
    )


def _version(name: str, library: str, function: Callable[[ctypes.CDLL], Callable[[], bytes]]) -> str:
    """Asks a loaded library its own version, which is truer than what a package manager believes."""
    loaded = _load(library)
    if loaded is None:
        return f"{name}=absent"
    ask = function(loaded)
    ask.restype = ctypes.c_char_p  # type: ignore[attr-defined]
    return f"{name}={ask().decode()}"


def _load(library: str) -> ctypes.CDLL | None:
    """Loads a library, or gives None where there is none."""
    try:
        return ctypes.CDLL(library)
    except OSError:
        return None
