"""The same logical corpus in three formats: ours, StrictDoc's and sphinx-needs'.

N items of about sixty words in a fixed mix, with the same links: a factor is dealt with by a goal and an approach, an
approach and a worksheet serve a goal. Ours is one file per item, as people write it; theirs fifty items to a document.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MIX = ("factor",) * 6 + ("subdoel",) * 6 + ("aanpakelement",) * 4 + ("kernelement",) * 2 + ("werkblad", "hoofdstuk")
"""Twenty items in a row; every kind links back to what came before it or in the same twenty."""
ON_A_PAGE = 50
WORDS = (
    "rust", "avond", "slapen", "ritme", "gesprek", "samen", "dag", "week", "plan", "keuze", "ruimte", "vraag", "stap",
    "helpt", "rustig", "begint", "morgen", "blijft", "oefenen", "vertellen", "luisteren", "vooruit", "zelf",
)  # fmt: skip


@dataclass(frozen=True)
class Item:
    """One thing: what it is, its number, its text, and the items that it links to."""

    kind: str
    number: int
    text: str
    links: tuple[str, ...]

    @property
    def id(self) -> str:
        """Its name in our format."""
        return f"{self.kind}-{self.number:05}"

    @property
    def title(self) -> str:
        """What people call it."""
        return f"{self.kind.capitalize()} {self.number}"


def items(count: int) -> Iterator[Item]:
    """Yield the corpus; the same count gives the same corpus."""
    dice = random.Random(count)
    for number in range(count):
        start = number - number % len(MIX)
        kind = MIX[number % len(MIX)]
        goals = [f"subdoel-{start + place:05}" for place in range(6, 12) if start + place < count]
        ways = [f"aanpakelement-{start + place:05}" for place in range(12, 16) if start + place < count]
        text = " ".join(dice.choice(WORDS) for _ in range(60)).capitalize() + "."
        links: tuple[str, ...] = ()
        if kind == "factor":
            links = (*goals[:1], *ways[:1])
        elif kind in ("aanpakelement", "werkblad"):
            links = tuple(goals[:1])
        yield Item(kind, number, text, links)


def write_ours(folder: Path, count: int, without: tuple[str, ...] = ()) -> None:
    """Write the corpus as a project of ours, but for the kinds of item that are left out."""
    content = folder / "content"
    put(content / "methodiek.yml", METHODOLOGY)
    put(content / "bronnen/boek.yml", SOURCE)
    put(content / "dekking.yml", PROMISES)
    for item in (one for one in items(count) if one.kind not in without):
        where, text = OURS[item.kind](item)
        put(content / where, text)


def write_strictdoc(folder: Path, count: int) -> None:
    """Write the corpus for StrictDoc."""
    for page, group in enumerate(_pages(count)):
        parts = [f"[DOCUMENT]\nTITLE: Deel {page}\n"]
        for item in group:
            relations = "".join(f"- TYPE: Parent\n  VALUE: {link}\n" for link in item.links)
            parts.append(
                f"[REQUIREMENT]\nUID: {item.id}\nTITLE: {item.title}\nSTATEMENT: >>>\n{item.text}\n<<<\n"
                + (f"RELATIONS:\n{relations}" if relations else "")
            )
        put(folder / f"deel-{page:04}.sdoc", "\n".join(parts))


def write_sphinx(folder: Path, count: int) -> None:
    """Write the corpus for sphinx-needs."""
    kinds = ", ".join(
        f'dict(directive="{kind}", title="{kind}", prefix="", color="#ffffff", style="node")'
        for kind in dict.fromkeys(MIX)
    )
    put(
        folder / "conf.py",
        f'project = "bench"\nextensions = ["sphinx_needs"]\nneeds_types = [{kinds}]\nneeds_id_regex = ".*"\n',
    )
    names = []
    for page, group in enumerate(_pages(count)):
        names.append(f"deel-{page:04}")
        parts = [f"Deel {page}\n========\n"]
        for item in group:
            links = f"   :links: {', '.join(item.links)}\n" if item.links else ""
            parts.append(f".. {item.kind}:: {item.title}\n   :id: {item.id}\n{links}\n   {item.text}\n")
        put(folder / f"{names[-1]}.rst", "\n".join(parts))
    put(folder / "index.rst", "Bench\n=====\n\n.. toctree::\n\n" + "".join(f"   {name}\n" for name in names))


def put(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def _pages(count: int) -> Iterator[list[Item]]:
    group: list[Item] = []
    for item in items(count):
        group.append(item)
        if len(group) == ON_A_PAGE:
            yield group
            group = []
    if group:
        yield group


def _links(field: str, item: Item, kind: str) -> str:
    chosen = [link for link in item.links if link.startswith(kind)]
    written = ", ".join(f"{{naar: {link}, afgeleid: Dat volgt hieruit.}}" for link in chosen)
    return f"{field}: [{written}]\n" if chosen else ""


def _factor(item: Item) -> tuple[str, str]:
    return f"onderbouwing/factoren/{item.id}.yml", (
        f"id: {item.id}\ntitel: {item.title}\nkern: Een korte regel.\ntoelichting: {item.text}\nnummers: []\n"
        f"bron: boek\n{_links('subdoelen', item, 'subdoel')}{_links('aanpakelementen', item, 'aanpakelement')}"
    )


def _subdoel(item: Item) -> tuple[str, str]:
    return f"onderbouwing/subdoelen/{item.id}.yml", (
        f"id: {item.id}\ntitel: {item.title}\ntekst: {item.text}\nnummers: []\nbron: boek\n"
    )


def _aanpakelement(item: Item) -> tuple[str, str]:
    return f"onderbouwing/aanpakelementen/{item.id}.yml", (
        f"id: {item.id}\ntitel: {item.title}\nkern: Een korte regel.\nuitleg: {item.text}\nbron: boek\n"
        f"{_links('deeldoelen', item, 'subdoel')}"
    )


def _kernelement(item: Item) -> tuple[str, str]:
    return f"kwaliteitskader/{item.id}.yml", (
        f"id: {item.id}\ntitel: {item.title}\ngroep: basaal\nnummers: []\nkern: Een korte regel.\n"
        f"aanbeveling: {item.text}\nbron: boek\ncriteria: []\nindicatoren: []\n"
    )


def _code(number: int) -> str:
    """A code that no other worksheet has, in the form that people use: `M-AB12`."""
    high, low = divmod(number, 100)
    letters = [chr(65 + high // 26**place % 26) for place in (2, 1, 0)]
    return f"{letters[0]}-{letters[1]}{letters[2]}{low:02}"


def _werkblad(item: Item) -> tuple[str, str]:
    return f"toolkit/middelen/{item.id}.yml", (
        f"id: {item.id}\ncode: {_code(item.number)}\ntitel: {item.title}\nneutrale_titel: Mijn blad\nlijst: middelen\n"
        f"recht: EIGEN\ngebruik: G0\nbewaren: B1\ndoel: Zien hoe het gaat.\nwanneer: Elke avond.\nwie: begeleider\n"
        f"duur: 5 minuten\nbron: boek\n{_links('subdoelen', item, 'subdoel')}"
        f'wijzigingen:\n  - {{versie: "1.0", datum: 2026-11-21, wat: Eerste versie., waarom: Het begin.}}\n'
        f"bladen:\n  - id: blad\n    soort: deelnemer\n    variant: A\n    titel: Mijn blad\n    blokken:\n"
        f"      - {{soort: tekst, tekst: {item.text}}}\n      - {{soort: lijnen, vraag: Hoe was de dag?, regels: 6}}\n"
        f"      - {{soort: vinkjes, vraag: Kies, opties: [rust, samen, zelf]}}\n"
    )


def _hoofdstuk(item: Item) -> tuple[str, str]:
    return f"handleiding/hoofdstukken/{item.id}.md", (
        f"---\nid: {item.id}\ntitel: {item.title}\nvolgorde: {item.number % 200 + 1}\ndeel: Deel\n"
        f"kern: Een korte regel.\nbron: boek\n---\n\n{item.text}\n"
    )


OURS = {
    "factor": _factor,
    "subdoel": _subdoel,
    "aanpakelement": _aanpakelement,
    "kernelement": _kernelement,
    "werkblad": _werkblad,
    "hoofdstuk": _hoofdstuk,
}

METHODOLOGY = """id: bench
titel: Bench
ondertitel: Om mee te meten.
samenvatting: Deze methodiek bestaat alleen om mee te meten.
doelgroep: Niemand.
duur: 4 weken
versie: "1.0"
groepsgrootte: 3
hoofddoel:
  tekst: Meten.
  onderdelen:
    - {id: meten, tekst: Meten.}
  bron: boek
bron: boek
"""
SOURCE = """id: boek
titel: Boek
soort: eigen
kort: boek
uitleg: Verzonnen om mee te meten.
"""
PROMISES = """beloften:
  - id: factor-subdoel
    titel: Elke factor heeft een subdoel.
    elk: factor
    via: subdoelen
  - id: factor-aanpak
    titel: Elke factor heeft een aanpak.
    elk: factor
    via: aanpakelementen
"""
