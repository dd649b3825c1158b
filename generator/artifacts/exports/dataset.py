"""The whole methodology as one JSON document, and the JSON Schema that it keeps to."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from generator.artifacts.registers import registers
from generator.artifacts.site.places import place_of
from generator.counts import counts, coverage
from generator.graph import Edge, Methodiek, Node
from generator.graph.fingerprints import fingerprint, link_key
from generator.graph.review import SETTINGS, stand
from generator.model.kinds import KINDS
from generator.model.methodiek import Interventie
from generator.records import schemas

FORMAT = "1"
"""The format of this document; a change that breaks a reader gives a new number."""
SCHEMA_NAME = "methodiek.schema.json"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def dataset(methodiek: Methodiek) -> dict[str, Any]:
    """Return everything as plain data. Records stand under their kind, with their parts inside."""
    kinds = [kind for kind in KINDS if not kind.is_part and kind.name not in SETTINGS and methodiek.of(kind.name)]
    things = {
        kind.name: [_thing(methodiek, node) for node in sorted(methodiek.of(kind.name), key=lambda one: one.id)]
        for kind in kinds
    }
    links = [_link(methodiek, edge) for edge in sorted(methodiek.edges, key=link_key)]
    node = methodiek.single("interventie")
    record = node.record if node else None
    whole = sha256(_compact([things, links]).encode()).hexdigest()
    return {
        "$schema": SCHEMA_NAME,
        "formaat": FORMAT,
        "titel": record.titel if isinstance(record, Interventie) else "",
        "versie": record.versie if isinstance(record, Interventie) else "",
        "controlegetal": whole,
        "tellingen": counts(methodiek),
        "dekking": coverage(methodiek),
        "dingen": things,
        "koppelingen": links,
        "registers": {
            one.id: {
                "titel": one.title,
                "kolommen": list(one.heads),
                "rijen": [[cell.text for cell in row] for row in one.rows],
            }
            for one in registers(methodiek)
        },
    }


def _thing(methodiek: Methodiek, node: Node) -> dict[str, Any]:
    path, _, anchor = place_of(node).partition("#")
    thing: dict[str, Any] = {
        "sleutel": node.key,
        "bestand": node.document.path,
        "pagina": path.removesuffix(".md") + ".html" + (f"#{anchor}" if anchor else ""),
        "stand": str(stand(methodiek, node.key)),
        "vingerafdruk": fingerprint(node),
        "gegevens": _whole(node.record.data()),
    }
    if node.document.body:
        thing["markdown"] = node.document.body
    return thing


def _whole(value: Any) -> Any:
    """Write a number without a fraction as a whole one, as every other JSON tool does."""
    if isinstance(value, dict):
        return {key: _whole(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_whole(one) for one in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _link(methodiek: Methodiek, edge: Edge) -> dict[str, Any]:
    return {
        "sleutel": link_key(edge),
        "van": edge.van.key,
        "veld": edge.field.name,
        "naar": edge.naar.key,
        "grond": edge.koppeling.grond,
        **{name: value for name in ("bron", "afgeleid") if (value := getattr(edge.koppeling, name))},
        "stand": str(stand(methodiek, link_key(edge))),
        "vingerafdruk": fingerprint(edge),
    }


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the dataset; the data of each kind is described by the model itself."""
    kinds = [kind for kind in KINDS if not kind.is_part and kind.name not in SETTINGS]
    refs, definitions = schemas(kind.cls for kind in kinds)
    text, number = {"type": "string"}, {"type": "integer", "minimum": 0}
    mark = {"type": "string", "pattern": "^1:[0-9a-f]{64}$"}
    link: dict[str, Any] = dict.fromkeys(("sleutel", "van", "veld", "naar", "bron", "afgeleid", "stand"), text)
    link |= {"grond": {"enum": ["bron", "afgeleid"]}, "vingerafdruk": mark}
    register = _object({"titel": text, "kolommen": _list(text), "rijen": _list(_list(text))})
    parts = {
        "$schema": text,
        "formaat": {"const": FORMAT},
        "titel": text,
        "versie": text,
        "controlegetal": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "tellingen": {"type": "object", "additionalProperties": number},
        "dekking": {"type": "object", "additionalProperties": number},
        "dingen": _object({kind.name: _list(_described(refs[kind.cls], mark)) for kind in kinds}, ()),
        "koppelingen": _list(_object(link, ("sleutel", "van", "veld", "naar", "grond", "stand", "vingerafdruk"))),
        "registers": {"type": "object", "additionalProperties": register},
    }
    return {"$schema": _DRAFT, "title": "Methodiek", **_object(parts), "$defs": definitions}


def _described(ref: Any, mark: dict[str, str]) -> dict[str, Any]:
    text = {"type": "string"}
    fields = dict.fromkeys(("sleutel", "bestand", "pagina", "stand", "markdown"), text)
    names = ("sleutel", "bestand", "pagina", "stand", "vingerafdruk", "gegevens")
    return _object({**fields, "vingerafdruk": mark, "gegevens": ref}, names)


def _object(properties: dict[str, Any], required: tuple[str, ...] | None = None) -> dict[str, Any]:
    needed = list(properties if required is None else required)
    return {"type": "object", "properties": properties, "required": needed, "additionalProperties": False}


def _list(items: Any) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
