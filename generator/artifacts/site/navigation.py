"""The navigation of the tree, in chapters of at most about twenty pages."""

from __future__ import annotations

from collections.abc import Iterable

from generator.artifacts.registers.framework import asks
from generator.artifacts.site.contents import CHAPTERS, START
from generator.artifacts.site.pages.chains import INDEX, chain_kinds
from generator.artifacts.site.pages.coverage import GATEN, TELLINGEN, promise_page
from generator.artifacts.site.pages.crosswalk import KRUISTABEL
from generator.artifacts.site.pages.matrices import KERN
from generator.artifacts.site.pages.naslag import HELP, help_lines
from generator.artifacts.site.pages.reach import TITLE, has_reach
from generator.artifacts.site.pages.registers import SELFSCAN_PAGE, TAKE_ALONG, register_path, shown_registers
from generator.artifacts.site.pages.toolkit import lists
from generator.artifacts.site.pages.training import screens_page
from generator.artifacts.site.places import (
    CHANGES,
    CODES,
    COLLECTIONS,
    DEKKING,
    FACTS,
    FOLDERS,
    PLANNER,
    REACH,
    SCHEMA,
    WEEKS,
    chain_page,
    code_of,
    page_of,
    pages,
    plural,
)
from generator.artifacts.site.text import title
from generator.graph import Methodiek, Node
from generator.graph.coverage import promises
from generator.model.draaiboek import Draaiboek
from generator.model.kinds import kind_named
from generator.rules import RULES

Navigation = list[dict[str, object]]
"""What MkDocs calls `nav`: a list of {title: path or list}."""


def navigation(methodiek: Methodiek) -> Navigation:
    """Return the navigation of the site."""
    nav: Navigation = [{"Start": START}]
    for path, (name, _, kinds) in CHAPTERS.items():
        present = [kind for kind in kinds if methodiek.of(kind)]
        if not present:
            continue
        entries: list[object] = [path]
        if path.startswith("onderbouwing") and methodiek.of("schemarij"):
            entries.append({"Factor, doel en aanpak": SCHEMA})
        if path.startswith("onderbouwing") and has_reach(methodiek):
            entries.append({TITLE: REACH})
        if path.startswith("verantwoording"):
            entries += _reports(methodiek)
        if path.startswith("handleiding") and methodiek.of("week"):
            entries += [{"De weken": WEEKS}, {"Planner": PLANNER}]
        if path.startswith("naslag") and help_lines(methodiek):
            entries.append({"Hulplijnen": HELP})
        for kind in present:
            if kind == "werkblad":
                entries += [{title(group): _listed(nodes)} for group, _, nodes in lists(methodiek)]
                continue
            if kind in COLLECTIONS:
                entries.append({plural(kind_named(kind)): COLLECTIONS[kind]})
                continue
            if kind == "hoofdstuk":
                entries += _by_part(methodiek)
                continue
            listed = _plans(methodiek) if kind == "draaiboek" else _listed(pages(methodiek, kind))
            entries += listed if FOLDERS[kind] == path.rpartition("/")[0] else [{plural(kind_named(kind)): listed}]
        nav.append({name: entries})
    return nav


def _plans(methodiek: Methodiek) -> list[object]:
    """Return the session plans, each with the screens of its sessions below it."""
    entries: list[object] = []
    for node in pages(methodiek, "draaiboek"):
        entries += _listed([node])
        if isinstance(node.record, Draaiboek):
            entries += [{title(f"Dia's {one.titel}"): screens_page(node, one)} for one in node.record.dagdelen]
    return entries


def _by_part(methodiek: Methodiek) -> list[object]:
    """Return the chapters of the handbook under the parts that they name, in their own order."""
    parts: dict[str, list[Node]] = {}
    for node in pages(methodiek, "hoofdstuk"):
        parts.setdefault(str(getattr(node.record, "deel", "")), []).append(node)
    return [{title(part): _listed(nodes)} for part, nodes in parts.items()]


def _listed(nodes: Iterable[Node]) -> list[object]:
    return [{title(" ".join((code_of(node), node.titel)).strip()): page_of(node)} for node in nodes]


def _reports(methodiek: Methodiek) -> list[object]:
    entries: list[object] = [{"Dekking": DEKKING}, {"Bekende gaten": GATEN}, {"Tellingen": TELLINGEN}]
    if methodiek.of("register"):
        entries.append({"Waar elk feit staat": FACTS})
    entries += [
        {plural(kind_named(kind)): page}
        for kind, page in COLLECTIONS.items()
        if page.startswith("verantwoording/") and methodiek.of(kind)
    ]
    if methodiek.of("kernelement") and methodiek.of("werkzaam-element"):
        entries.insert(1, {"Kernelement bij werkzaam element": KERN})
    if asks(methodiek):
        entries[1:1] = [{"Kruistabel": KRUISTABEL}, {"Zelfscan": SELFSCAN_PAGE}]
    if kinds := chain_kinds(methodiek):
        chains: list[object] = [{plural(kind_named(kind)): chain_page(kind)} for kind in kinds]
        entries.insert(1, {"Ketens": [INDEX, *chains]})
    listed: list[object] = [{title(one.title): register_path(one)} for one in shown_registers(methodiek)]
    kept: list[object] = [{title(one.belofte.titel): promise_page(one)} for one in promises(methodiek)]
    if kept:
        entries.append({"Beloften": kept})
    entries += [{"Wat er veranderd is": CHANGES}, {"Registers": listed}, {"Open data": TAKE_ALONG}]
    codes: list[object] = [f"{CODES}/index.md"]
    codes += [{title(f"{rule.code} {rule.titel}"): f"{CODES}/{rule.code.lower()}.md"} for rule in RULES]
    return [*entries, {"Meldingen": codes}]
