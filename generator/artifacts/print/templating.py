"""The only place that knows Jinja on paper: strict, escaping, and with the few helpers that templates use."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.artifacts.print.drawings import rings, thermometer, track, zone_faces
from generator.artifacts.print.engine.settings import BASE_URL
from generator.artifacts.print.symbols import symbol


def paragraphs(text: str) -> list[str]:
    """Split running text where a line is empty; a single line break stays a space."""
    return [" ".join(one.split()) for one in re.split(r"\n\s*\n", text.strip())]


def asset(name: str) -> str:
    """Return the address of a file that goes along with the documents."""
    return BASE_URL + name


@cache
def environment() -> Environment:
    """Return the templates. Unknown names are errors; every text is escaped."""
    env = Environment(
        loader=PackageLoader("generator.artifacts.print", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {
        "alineas": paragraphs,
        "thermometer": thermometer,
        "gezichten": zone_faces,
        "ringen": rings,
        "spoor": track,
        "symbool": symbol,
    }
    env.globals |= {"bestand": asset}
    return env


def render(template: str, **view: object) -> str:
    """Fill one template."""
    return environment().get_template(template).render(**view)
