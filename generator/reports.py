"""The ways to show findings: to people on a terminal, and to programs as JSON, SARIF or CI notes."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from generator import __version__
from generator.diagnostics import Finding, Severity
from generator.rules import RULES, Rule, rule_with


def as_text(findings: Sequence[Finding]) -> str:
    """Return the findings for a person: a line that stands alone, the place, and a tip."""
    return "\n".join(_as_text(finding) for finding in findings)


def _as_text(finding: Finding) -> str:
    span = finding.span
    lines = [f"{span}: {finding.severity} {finding.code} {finding.message}"]
    if span.text.strip():
        text, start = span.text.replace("\t", " "), span.column - 1
        if len(text) > 100:
            cut = max(0, start - 30)
            text, start = ("..." if cut else "") + text[cut : cut + 100], start - cut + (3 if cut else 0)
        marks = "^" * max(1, min(span.width, len(text) - start))
        lines += [f"{span.line:>5} | {text}", f"{'':>5}   {'':>{start}}{marks}"]
    if finding.hint:
        lines.append(f"      = tip: {finding.hint}")
    return "\n".join(lines)


def as_data(finding: Finding) -> dict[str, object]:
    """Return a finding as plain data."""
    return {
        "code": finding.code,
        "ernst": str(finding.severity),
        "bestand": finding.span.file,
        "regel": finding.span.line,
        "kolom": finding.span.column,
        "breedte": finding.span.width,
        "melding": finding.message,
        "tip": finding.hint,
    }


def as_json(findings: Sequence[Finding]) -> str:
    """Return the findings as a JSON list."""
    return json.dumps([as_data(finding) for finding in findings], ensure_ascii=False, indent=2)


def as_sarif(findings: Sequence[Finding]) -> str:
    """Return the findings as a SARIF 2.1.0 log."""
    used = sorted({finding.code for finding in findings})
    places = {code: index for index, code in enumerate(used)}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "methodiek",
                        "version": __version__,
                        "language": "nl",
                        "rules": [_sarif_rule(rule) for code in used if (rule := rule_with(code))],
                    }
                },
                "results": [
                    {
                        "ruleId": finding.code,
                        "ruleIndex": places[finding.code],
                        "level": "error" if finding.severity is Severity.FOUT else "warning",
                        "message": {"text": " ".join(filter(None, (finding.message, _tip(finding))))},
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {"uri": finding.span.file},
                                    "region": {
                                        "startLine": finding.span.line,
                                        "startColumn": finding.span.column,
                                        "endColumn": finding.span.column + finding.span.width,
                                    },
                                }
                            }
                        ],
                    }
                    for finding in findings
                ],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _sarif_rule(rule: Rule) -> dict[str, object]:
    return {"id": rule.code, "shortDescription": {"text": rule.titel}}


def _tip(finding: Finding) -> str:
    return f"Tip: {finding.hint}." if finding.hint else ""


def as_github(findings: Sequence[Finding]) -> str:
    """Return the findings as workflow commands that annotate a change."""
    return "\n".join(
        f"::{'error' if finding.severity is Severity.FOUT else 'warning'} "
        f"file={_escaped(finding.span.file, True)},line={finding.span.line},col={finding.span.column},"
        f"title={finding.code}::{_escaped(' '.join(filter(None, (finding.message, _tip(finding)))))}"
        for finding in findings
    )


def _escaped(text: str, inside: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if inside else text


FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "tekst": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}


def known_codes() -> tuple[str, ...]:
    """Return every code that a finding can have."""
    return tuple(rule.code for rule in RULES)
