"""Everything outside a document that shapes its bytes, and the key that promises equal bytes.

Reads no WeasyPrint: a build that changes nothing must not pay for its import.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from .assets import Assets
from .job import PrintJob
from .libraries import library_versions
from .settings import BASE_URL, OPTIONS

PACKAGES = ("weasyprint", "pydyf", "fonttools", "tinycss2", "tinyhtml5", "cssselect2", "pyphen", "pillow")
"""WeasyPrint and those of its parts that read, lay out or write."""


@cache
def toolchain() -> tuple[str, ...]:
    """The versions of all tools, and a digest of this package's own files."""
    return (
        *(f"{package}={version(package)}" for package in PACKAGES),
        f"python={sys.version_info.major}.{sys.version_info.minor}",
        f"zlib={zlib.ZLIB_RUNTIME_VERSION}",
        *library_versions(),
        f"engine={_own_digest()}",
    )


def key(job: PrintJob, assets: Assets) -> str:
    """A fingerprint of everything that decides the bytes of a job: equal keys promise equal bytes.

    All assets count, used or not: which ones a stylesheet reaches is only known after rendering.
    """
    along = [
        (
            one.name,
            one.mime,
            one.description,
            one.relation,
            one.changed.isoformat(),
            hashlib.sha256(one.data).hexdigest(),
        )
        for one in job.attachments
    ]
    asked = (job.html, job.stylesheets, job.pages, job.fillable, job.copies, job.title, along)
    parts = (asked, assets.digest, toolchain(), BASE_URL, OPTIONS)
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True, sort_keys=True).encode()).hexdigest()


def _own_digest() -> str:
    """A fingerprint of the files of this package, so that a change to the engine remakes every document."""
    folder = Path(__file__).parent
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".py", ".conf"}:
            whole.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()
