"""Where everything stands on the site, and how one page points to another."""

from __future__ import annotations

from generator.graph import Methodiek, Node
from generator.graph.chains import STATIONS
from generator.model.kinds import Kind, kind_named

FOLDERS: dict[str, str] = {
    "werkblad": "toolkit",
    "pakket": "toolkit/pakketten",
    "themacyclus": "toolkit/cycli",
    "fase": "handleiding/fasen",
    "lijn": "handleiding/lijnen",
    "basiselement": "handleiding/basiselementen",
    "hoofdstuk": "handleiding/hoofdstukken",
    "techniek": "handleiding/technieken",
    "factor": "onderbouwing/factoren",
    "subdoel": "onderbouwing/subdoelen",
    "doel": "onderbouwing/doelen",
    "aanpakelement": "onderbouwing/aanpakelementen",
    "werkzaam-element": "onderbouwing/werkzame-elementen",
    "kernelement": "kwaliteitskader",
    "dagkaart": "training/inwerken",
    "inwerkroute": "training/inwerken",
    "draaiboek": "training/draaiboeken",
    "training": "training/trainingen",
    "competentie": "training/competenties",
    "weergave": "verantwoording/weergaven",
    "bron": "verantwoording/bronnen",
}
"""The kinds that have a page each, and the folder of the pages. Other parts stand on their record's page."""

COLLECTIONS: dict[str, str] = {
    "begrip": "naslag/begrippen.md",
    "ketenpartner": "naslag/ketenpartners.md",
    "literatuur": "naslag/literatuur.md",
    "tegenstrijdigheid": "verantwoording/verschillen.md",
    "programma": "verantwoording/programmas.md",
    "onderzoek": "verantwoording/onderzoek.md",
    "casus": "training/casussen.md",
    "kijkwijzer": "training/kijkwijzers.md",
}
"""The kinds that stand together on one page, each with its own anchor."""

SCHEMA = "onderbouwing/schema.md"
REACH = "onderbouwing/fase-subdoel-werkblad.md"
TRAINING = "training/index.md"
FACTS = "verantwoording/feitenregister.md"
WEEKS = "handleiding/weken.md"
PLANNER = "handleiding/planner.md"
CHANGES = "verantwoording/wijzigingen.md"
DEKKING = "verantwoording/dekking.md"
PROMISES = "verantwoording/dekking"
CODES = "verantwoording/meldingen"
CHAINS = "verantwoording/ketens"


def page_of(node: Node) -> str:
    """Return the path of the page that shows a node, from the top of the tree."""
    folder = FOLDERS.get(node.kind.name)
    if folder is not None:
        return f"{folder}/{node.id}.md"
    if node.kind.name in COLLECTIONS:
        return COLLECTIONS[node.kind.name]
    if node.kind.name in ("schemarij", "aanpak"):
        return SCHEMA
    if node.kind.name == "week":
        return WEEKS
    return page_of(node.parent) if node.parent else "index.md"


def anchor_of(node: Node) -> str:
    """Return the anchor of a node on its page; empty when it has the page to itself."""
    return "" if node.kind.name in FOLDERS else node.id


def place_of(node: Node) -> str:
    """Return page and anchor of a node, as a path from the top of the tree."""
    anchor = anchor_of(node)
    return page_of(node) + (f"#{anchor}" if anchor else "")


def chain_page(kind: str) -> str:
    """Return the page with the chains of a kind."""
    return f"{CHAINS}/{plural_anchor(kind)}.md"


def chain_place(methodiek: Methodiek, node: Node) -> str:
    """Return where the chain of a node stands; empty for what is on no chain."""
    starts = node.kind.name in STATIONS and methodiek.of(node.kind.name)
    return f"{chain_page(node.kind.name)}#{node.id}" if starts else ""


def href(target: str, page: str) -> str:
    """Return a link in HTML from a page to a place in the tree; pages become `.html`."""
    path, hash_, anchor = target.partition("#")
    if path == page:
        return f"#{anchor}" if anchor else path.rsplit("/", 1)[-1].removesuffix(".md") + ".html"
    relative = _relative(path.split("/"), page.split("/")[:-1])
    if relative.endswith(".md"):
        relative = relative.removesuffix(".md") + ".html"
    return relative + hash_ + anchor


def _relative(path: list[str], folder: list[str]) -> str:
    """Return the way from a folder to a path of the tree; both start at its top, and have no dots in them."""
    shared = 0
    for one, other in zip(path[:-1], folder, strict=False):
        if one != other:
            break
        shared += 1
    return "/".join([".."] * (len(folder) - shared) + path[shared:])


def code_of(node: Node) -> str:
    """Return the short code that people know a thing by, or nothing."""
    if code := getattr(node.record, "code", ""):
        return str(code)
    numbers = getattr(node.record, "nummers", ())
    return str(numbers[0].nummer) if numbers else ""


def plural(kind: Kind) -> str:
    """Return what pages call many of a kind, with a capital."""
    return kind.plural[:1].upper() + kind.plural[1:]


def plural_anchor(kind: str) -> str:
    """Return the anchor of a kind on the first page of its chapter."""
    return kind_named(kind).plural.replace(" ", "-")


def pages(methodiek: Methodiek, kind: str) -> tuple[Node, ...]:
    """Return the nodes of a kind in the order in which pages list them."""

    def order(node: Node) -> tuple[object, ...]:
        rank = getattr(node.record, "volgorde", 0)
        return (rank, _natural(code_of(node)), node.titel)

    return tuple(sorted(methodiek.of(kind), key=order))


def _natural(code: str) -> tuple[object, ...]:
    pieces: list[object] = []
    for piece in code.replace("-", ".").split("."):
        pieces.append((0, int(piece), "") if piece.isdigit() else (1, 0, piece))
    return tuple(pieces)
