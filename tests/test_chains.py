"""The chain explorer: start anywhere, walk both ways, and see the whole in one picture."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from posixpath import dirname, join, normpath
from xml.etree import ElementTree

import pytest

from generator.artifacts.flow import Box, Flow, drawn
from generator.artifacts.site.pages.chains import INDEX, chain_kinds, chain_pages
from generator.artifacts.site.places import CHAINS, chain_place
from generator.artifacts.site.rendering import render
from generator.artifacts.whole import COLUMNS, LINES, TITLE, whole
from generator.compiling import Project, compile_project
from generator.graph.chains import STATIONS, reach, steps
from tests.conftest import TOP, compiled

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def real():
    return compile_project(Project(TOP)).methodiek


@pytest.fixture(scope="module")
def pages(real):
    return {page.path: render(page) for page in chain_pages(real)}


def test_a_chain_is_the_same_walked_from_either_end(real):
    onward, back = set(), set()
    for kind in STATIONS:
        for node in real.of(kind):
            onward |= {(node.key, one.node.key, one.distance) for one in reach(real, node)}
            back |= {(one.node.key, node.key, one.distance) for one in reach(real, node, back=True)}
    assert onward == back
    assert len(onward) > 1000


def test_every_step_is_a_link_that_is_written_down_or_a_part(real):
    edges = {id(edge) for edge in real.edges}
    for found in steps(real).onward.values():
        for step in found:
            if step.edge is None:
                assert step.naar.parent is step.van or step.van.parent is step.naar
            else:
                assert id(step.edge) in edges
                assert {id(step.van), id(step.naar)} == {id(step.edge.van), id(step.edge.naar)}


def test_one_can_start_at_every_factor_goal_activity_sheet_indicator_and_source(real, pages):
    kinds = {"factor", "doel", "subdoel", "deeldoel", "activiteit", "werkblad", "indicator", "bron"}
    assert kinds <= set(chain_kinds(real))
    for kind in chain_kinds(real):
        for node in real.of(kind):
            place = chain_place(real, node) if kind != "bron" else f"{CHAINS}/bronnen.md#{node.id}"
            page, _, anchor = place.partition("#")
            assert f"{{#{anchor}}}" in pages[page]
            assert f'href="{page.rpartition("/")[2].removesuffix(".md")}.html#{anchor}"' in pages[INDEX]


def test_every_step_on_the_pages_leads_to_an_entry_that_is_there(pages):
    anchors = {path: set(re.findall(r"\{#([^}]+)\}", text)) for path, text in pages.items()}
    followed = 0
    for path, text in pages.items():
        for href in re.findall(r'href="([^"]+)"', text):
            target, _, anchor = href.partition("#")
            there = normpath(join(dirname(path), target)).replace(".html", ".md") if target else path
            if there in pages and anchor:
                assert anchor in anchors[there], (path, href)
                followed += 1
    assert followed > 4000


def test_a_chain_names_what_it_does_not_reach(real, pages):
    text = pages[f"{CHAINS}/werkbladen.md"]
    for node in real.of("werkblad"):
        entry = text[text.index(f"{{#{node.id}}}") :].partition("\n## ")[0]
        reached = {one.node.kind.name for one in reach(real, node)}
        assert ("Niet in deze keten: indicatoren" in entry) == ("indicator" not in reached), node.id


def test_the_picture_the_table_and_the_links_say_the_same(real, pages):
    picture = whole(real)
    assert [head for head, _ in picture.columns] == [head for head, _ in COLUMNS]
    kind_of = {group.name: group.nodes[0].kind.name for _, groups in picture.columns for group in groups}
    counted = Counter((kind_of[start], kind_of[end]) for (start, end), n in picture.lines.items() for _ in range(n))
    direct = dict.fromkeys(LINES, 0)
    for edge in real.edges:
        for pair in ((edge.van, edge.naar), (edge.naar, edge.van)):
            kinds = tuple(node.top.kind.name for node in pair)
            step = any(one.edge is edge and one.van is pair[0] for one in steps(real).onward.get(id(pair[0]), ()))
            if kinds in direct and step:
                direct[kinds] += 1
    assert counted == direct
    root = ElementTree.fromstring(drawn(picture.flow, TITLE))
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == root.get("aria-label") == TITLE
    assert len(root.findall(f"{SVG}rect")) == sum(len(groups) for _, groups in picture.columns)
    assert len(root.findall(f"{SVG}path")) == len(picture.lines)
    rows = re.findall(r'<tr>\s*<th scope="row">.*?</tr>', pages[INDEX], re.DOTALL)
    said = sum(int(number) for row in rows for number in re.findall(r": (\d+)[;<]", row))
    assert said == sum(picture.lines.values())


def test_a_drawing_stays_inside_its_frame_and_escapes_what_it_says():
    boxes = tuple(Box(f"a{n}", f"<b> & een lange naam van doos {n}") for n in range(12))
    flow = Flow((("Van", boxes), ("Naar", (Box("z", "één"),))), {(one.name, "z"): n for n, one in enumerate(boxes, 1)})
    root = ElementTree.fromstring(drawn(flow, 'A "B" <C>'))
    wide, high = (float(one) for one in root.get("viewBox").split()[2:])
    for box in root.findall(f"{SVG}rect"):
        x, y, w, h = (float(box.get(name)) for name in ("x", "y", "width", "height"))
        assert min(x, y) >= 0
        assert x + w <= wide and y + h <= high
    tops = sorted((float(box.get("y")), float(box.get("height"))) for box in root.findall(f"{SVG}rect")[:-1])
    assert all(y + h < below for (y, h), (below, _) in pairwise(tops))


def test_a_small_methodology_has_chains_too(small):
    methodiek = compiled(small).methodiek
    assert INDEX in {page.path for page in chain_pages(methodiek)}
    (factor,) = methodiek.of("factor")
    assert "kernelement" in {one.node.kind.name for one in reach(methodiek, factor)}
