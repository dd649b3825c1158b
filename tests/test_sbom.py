"""The SBOM keeps to the official schema and tells exactly what the lock tells."""

from __future__ import annotations

import json
import re

import jsonschema
from referencing import Registry, Resource

from generator.compiling import Project
from generator.sbom import FONTS, LOCK, sbom
from tests.conftest import SMALL, TOP

SCHEMAS = TOP / "tests" / "cyclonedx"


def _read(name):
    return json.loads((SCHEMAS / name).read_text())


def test_it_keeps_to_the_schema():
    resources = [(name, Resource.from_contents(_read(name))) for name in ("spdx.schema.json", "jsf-0.82.schema.json")]
    base = "http://cyclonedx.org/schema/"
    registry = Registry().with_resources([(f"{base}{name}", one) for name, one in resources])
    validator = jsonschema.Draft7Validator(_read("bom-1.5.schema.json"), registry=registry)
    data = json.loads(sbom(Project(TOP)))
    assert not list(validator.iter_errors(data))
    data["components"][0]["type"] = "onzin"
    assert list(validator.iter_errors(data))


def test_it_tells_what_the_lock_tells():
    lock = (TOP / LOCK).read_text()
    pins = dict(re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", lock, re.MULTILINE))
    found = {one["name"]: one for one in json.loads(sbom(Project(TOP)))["components"]}
    told = {name: one["version"] for name, one in found.items() if one["type"] == "library"}
    assert told.items() <= pins.items()
    everywhere = re.findall(r"^([A-Za-z0-9._-]+)==\S+ \\", lock, re.MULTILINE)
    assert set(everywhere) <= set(told)
    for name in ("mkdocs", "weasyprint", "pikepdf"):
        assert found[name]["hashes"] and found[name]["licenses"]
        assert all(one["content"] in lock for one in found[name]["hashes"])
    assert {path.name for path in FONTS.glob("*.woff2")} <= set(found)


def test_it_has_no_time_no_serial_and_no_place():
    first = sbom(Project(TOP))
    assert first == sbom(Project(TOP))
    assert b"serialNumber" not in first and b"timestamp" not in first
    assert str(TOP).encode() not in first
    assert sbom(Project(SMALL)) is None
