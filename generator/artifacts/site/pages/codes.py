"""A page for every code that a finding can have, made of the rule's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.artifacts.site.places import CODES, href
from generator.artifacts.site.views import Cell, Code, Fact, Facts, PageView, Prose, Section, Table
from generator.rules import RULES, Rule
from generator.rules.base import examples, explanation

INDEX = f"{CODES}/index.md"
FAMILIES = {
    "M0": "Lezen en vorm",
    "M2": "Verwijzingen",
    "M3": "Dekking",
    "M4": "Taal",
    "M5": "Veiligheid en privacy",
    "M6": "Herkomst en datum",
    "M7": "Papier",
}


def code_pages() -> Iterator[PageView]:
    """Yield the list of codes and the page of each."""
    yield _index()
    for rule in RULES:
        yield _page(rule)


def _index() -> PageView:
    heads = tuple(Cell(text, header=True) for text in ("Code", "Wat is er", "Ernst"))
    sections = []
    for family, name in FAMILIES.items():
        rows = tuple(
            (
                Cell(rule.code, header=True, href=href(f"{CODES}/{rule.code.lower()}.md", INDEX)),
                Cell(rule.titel),
                Cell(str(rule.severity)),
            )
            for rule in RULES
            if rule.code.startswith(family)
        )
        if rows:
            sections.append(Section(name, (Table(name, heads, rows),), family.lower()))
    lead = "Wat de compiler kan melden over de inhoud, en wat je eraan doet."
    return PageView(INDEX, "Meldingen", lead, sections=tuple(sections))


def _page(rule: Rule) -> PageView:
    sections = [Section("Wat er is", (Prose(explanation(rule)), Facts((Fact("Ernst", str(rule.severity)),))), "uitleg")]
    seen: Counter[bool] = Counter()
    for example in examples(rule):
        seen[example.good] += 1
        again = "" if seen[example.good] == 1 else f"-{seen[example.good]}"
        heading = (
            f"Zo {'is' if example.good else 'gaat'} het {'ook ' * bool(again)}{'goed' if example.good else 'fout'}"
        )
        codes = tuple(Code(text.rstrip("\n") + "\n", path) for path, text in example.files)
        sections.append(Section(heading, codes, ("goed" if example.good else "fout") + again))
    return PageView(
        f"{CODES}/{rule.code.lower()}.md", f"{rule.code} {rule.titel}", rule.titel + ".", sections=tuple(sections)
    )
