"""What WeasyPrint tells cffi of the libraries in C, read once and not at every start.

WeasyPrint declares them in the way of cffi that reads C while the program runs: all of it at the start, and all of
it again for each of thirty types of which it makes something. cffi's other way ("out of line, ABI mode") makes a
table of the same declarations, in which it finds types by itself. That table is kept where Python keeps what it
compiled. Documents are the same, byte for byte: see `tests/print/test_shortcuts.py`.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import cffi

KEPT = Path(__file__).parent / "__pycache__"
"""Where tables are kept, beside the modules that Python compiled: as safe as those, and thrown away with them."""
_FFI = cffi.FFI


@contextmanager
def in_a_table() -> Iterator[None]:
    """Lets whoever declares C to cffi inside the block get a table."""
    cffi.FFI = _Declared
    try:
        yield
    finally:
        cffi.FFI = _FFI


class _Declared:
    """Stands for an `FFI` until it knows what is declared; from then on it has the functions of one with a table."""

    def cdef(self, declared: str) -> None:
        """Take declarations, once."""
        made: dict[str, Any] = {}
        exec(table(declared), made)
        for name in dir(made["ffi"]):
            if not name.startswith("_"):
                setattr(self, name, getattr(made["ffi"], name))


def table(declared: str) -> str:
    """Return the table of declarations in C: a module in Python that holds an `ffi`. Raises what cffi raises."""
    kept = KEPT / f"declared-{sha256(f'{cffi.__version__} {declared}'.encode()).hexdigest()[:16]}.py"
    with suppress(OSError, UnicodeError):
        return kept.read_text(encoding="ascii")
    from cffi import recompiler  # Reads C, which most starts need not.

    plain, written = _FFI(), io.StringIO()
    plain.cdef(declared)
    recompiler.make_py_source(plain, "declared", written)
    if not sys.dont_write_bytecode:
        with suppress(OSError):  # Where nothing may be written it is made again the next time.
            new = kept.with_suffix(f".{os.getpid()}")
            new.write_text(written.getvalue(), encoding="ascii")
            new.replace(kept)
    return written.getvalue()
