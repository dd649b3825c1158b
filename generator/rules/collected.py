"""All rules there are: the values that the families' modules hold."""

from __future__ import annotations

from generator.rules import (
    cases,
    choosing,
    coverage,
    dates,
    editions,
    facts,
    guard,
    history,
    language,
    paper,
    programme,
    provenance,
    reading,
    references,
    review,
    sessions,
    texts,
    toolkit,
    views,
    weeks,
    wording,
)
from generator.rules.base import Rule

_FAMILIES = (
    reading,
    references,
    facts,
    texts,
    coverage,
    language,
    wording,
    toolkit,
    choosing,
    editions,
    guard,
    programme,
    sessions,
    cases,
    weeks,
    provenance,
    dates,
    review,
    history,
    views,
    paper,
)

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (value for family in _FAMILIES for value in vars(family).values() if isinstance(value, Rule)),
        key=lambda rule: rule.code,
    )
)


def rule_with(code: str) -> Rule | None:
    """Return the rule with this code, or None."""
    return next((rule for rule in RULES if rule.code == code.upper()), None)
