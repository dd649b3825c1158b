"""What the site is made with, for machines: an SBOM in CycloneDX 1.5, from the locked requirements.

The lock says which packages, which versions, and the digests of the only archives that were allowed in; the installed
packages say their licences. Equal locks on equal machines give equal bytes: there is no serial number and no time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from generator.compiling import Project

NAME = "sbom.cdx.json"
LOCK = Path("requirements/build.txt")
FONTS = Path(__file__).parent / "assets" / "fonts"
OFL = "SIL Open Font License, Version 1.1"

_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_OSI = "License :: OSI Approved :: "


def sbom(project: Project) -> bytes | None:
    """Return the SBOM of a project, or None when it has no locked requirements."""
    try:
        lock = (project.top / LOCK).read_text()
    except FileNotFoundError:
        return None
    data = {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": "site", "name": project.site.name}},
        "components": [*_packages(lock), *_fonts()],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _packages(lock: str) -> Iterator[dict[str, Any]]:
    """Yield the packages of a lock that are installed here; others are for other systems."""
    for entry in re.split(r"\n(?=\S)", lock):
        pin = _PIN.match(entry)
        if pin is None:
            continue
        name, version = pin.groups()
        try:
            installed = distribution(name)
        except PackageNotFoundError:
            continue
        place = f"pkg:pypi/{re.sub(r'[-_.]+', '-', name).lower()}@{version}"
        hashes = [{"alg": "SHA-256", "content": digest} for digest in sorted(set(_HASH.findall(entry)))]
        component = {"type": "library", "bom-ref": place, "name": name, "version": version, "hashes": hashes}
        yield {**component, "licenses": _licences(installed), "purl": place}


def _licences(package: Distribution) -> list[dict[str, Any]]:
    """Return what a package says about its licence, in its own words where those are no SPDX expression."""
    about = package.metadata.json
    if expression := about.get("license_expression"):
        return [{"expression": str(expression)}]
    said = " ".join(str(about.get("license", "")).split())
    names = [said] if 0 < len(said) <= 60 else []
    names = names or [one.removeprefix(_OSI) for one in about.get("classifier", ()) if one.startswith(_OSI)]
    return [{"license": {"name": name}} for name in names or ["niet vermeld"]]


def _fonts() -> Iterator[dict[str, Any]]:
    licence = "OFL-1.1" if OFL in (FONTS / "LICENSE.txt").read_text() else ""
    for path in sorted(FONTS.iterdir()):
        if path.suffix in (".ttf", ".woff2"):
            digest = sha256(path.read_bytes()).hexdigest()
            known = {"license": {"id": licence} if licence else {"name": "zie LICENSE.txt bij het lettertype"}}
            hashes = [{"alg": "SHA-256", "content": digest}]
            yield {"type": "file", "bom-ref": path.name, "name": path.name, "hashes": hashes, "licenses": [known]}
