"""What must happen in a real browser, from a folder: nothing is served, nothing is asked elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.browser import Browser, Open, opening


@pytest.fixture
def show(browser: Browser, site: Path) -> Iterator[Open]:
    """Opens pages of the site; each must end without errors, dialogs and requests elsewhere."""
    with opening(browser, site) as open_page:
        yield open_page


def test_hostile_text_stays_text_in_page_and_search(show: Open) -> None:
    page = show("onderbouwing/factoren/onrust.html")
    assert page.run("document.querySelectorAll('main img, main script, main [onclick], main [onerror]').length") == 0
    assert "</title><script>alert(1)</script>" in page.run("document.querySelector('h1').textContent")
    assert page.run("document.title").count("alert(1)") == 1
    page.run("document.querySelector('.md-search__input').focus()")
    page.type("onerror")
    found = page.wait("document.querySelector('.md-search-result__list')?.textContent")
    assert "</title><script>alert(1)</script>" in found
    assert page.run("document.querySelectorAll('.md-search-result__list :is(img, script, b)').length") == 0


def test_search_answers_from_a_folder(show: Open) -> None:
    page = show("index.html")
    page.run("document.querySelector('.md-search__input').focus()")
    page.type("avondritme")
    assert page.wait("document.querySelector('.md-search-result__list a')?.href").endswith(".html")
    page.press("ArrowDown")
    assert page.run("document.activeElement.closest('.md-search-result__list') !== null")
    page.press("Escape")
    assert page.run("getComputedStyle(document.querySelector('.md-search__output')).display") == "none"


def test_escape_brings_the_focus_back_to_where_the_search_was_asked_for(show: Open) -> None:
    page = show("index.html")
    inside = "document.activeElement === document.querySelector('.md-search__input')"
    shown = "getComputedStyle(document.querySelector('.md-search__output')).display !== 'none'"
    page.run("document.querySelector('.s-naam').focus()")
    page.run("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: '/', bubbles: true})), 1")
    assert page.run(inside)
    page.type("avondritme")
    page.wait("document.querySelector('.md-search-result__list a') !== null")
    page.press("ArrowDown")
    page.press("Escape")
    page.wait("document.activeElement.classList.contains('s-naam')")
    assert not page.run(shown)
    page.run("document.activeElement.blur(), document.querySelector('.md-search__input').focus()")
    page.run("new Promise((done) => setTimeout(done, 600))")  # Material answers to focus in its own time
    page.press("Escape")
    page.wait(inside)
    assert not page.run(shown)
    page.type("avond")
    assert page.run(shown), "typing on asks again"
    phone = show("index.html", width=360, height=640)
    phone.run("document.querySelector('[data-s-zoek]').click()")
    phone.press("Escape")
    phone.wait("document.activeElement.hasAttribute('data-s-zoek')")


def test_the_menu_is_a_real_button_and_hidden_when_closed(show: Open) -> None:
    page = show("toolkit/avondblad.html", width=320, height=640)
    assert page.run("getComputedStyle(document.querySelector('#__menu')).display") == "none"
    page.run("document.querySelector('button[data-s-menu]').click()")
    assert page.run("document.activeElement.id") == "__menu"
    assert page.run("document.querySelector('button[data-s-menu]').getAttribute('aria-expanded')") == "true"
    assert page.run("document.querySelector('main').inert && document.querySelector('header').inert")
    page.press("Escape")
    assert page.run("document.activeElement.hasAttribute('data-s-menu')")
    assert not page.run("document.querySelector('main').inert")


@pytest.mark.parametrize("width", [320, 1200, 1280])
def test_the_tab_key_reaches_only_what_can_be_seen_and_leaves_the_page(show: Open, width: int) -> None:
    page = show("toolkit/avondblad.html", width=width, height=720)
    seen = set()
    for _ in range(90):
        page.press("Tab")
        where = page.run(
            "(() => { const e = document.activeElement; if (e === document.body) return null;"
            " const r = e.getBoundingClientRect(); const s = getComputedStyle(e);"
            " return [[...document.querySelectorAll('*')].indexOf(e), r.width > 0 && r.height > 0 && r.right > 0"
            " && r.left < innerWidth && s.visibility === 'visible', e.outerHTML.slice(0, 120)]; })()"
        )
        if where is None:
            break
        assert where[1], where[2]
        assert where[0] not in seen, f"the focus goes round: {where[2]}"
        seen.add(where[0])
    assert len(seen) > 10


def test_no_page_is_wider_than_a_narrow_screen(show: Open, site: Path) -> None:
    page = show("index.html", width=320, height=640)
    for path in sorted(site.rglob("*.html")):
        if path.name == "404.html":
            continue
        page.call("Page.navigate", url=path.as_uri())
        page.wait(f"location.href === {path.as_uri()!r} && document.readyState === 'complete'")
        assert page.run("document.documentElement.scrollWidth - innerWidth") <= 0, path


def test_targets_are_large_enough_for_a_thumb(show: Open) -> None:
    page = show("index.html", width=320, height=640)
    small = page.run(
        "[...document.querySelectorAll('button, select, input:not([hidden])')].filter(e => e.offsetParent)"
        ".map(e => [e.getBoundingClientRect(), e.outerHTML.slice(0, 80)])"
        ".filter(([r]) => r.width < 24 || r.height < 24).map(([, html]) => html)"
    )
    assert small == []


def test_dark_follows_the_device_and_the_button_remembers(show: Open) -> None:
    page = show("index.html", dark=True)
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.run(background)
    page.run("document.querySelector('[data-s-kleur]').click()")
    assert page.run(background) != dark
    assert page.run("document.querySelector('[data-s-kleur]').getAttribute('aria-pressed')") == "false"
    page.run("document.querySelector('[data-s-kleur]').click()")
    assert page.run(background) == dark


def test_without_script_there_is_a_menu_and_every_sheet_can_be_printed(show: Open) -> None:
    page = show("toolkit/avondblad.html", width=320, height=640, script=False)
    tree = page.call("DOMSnapshot.captureSnapshot", computedStyles=["display"])
    strings = tree["strings"]
    assert any(text.endswith(".pdf") for text in strings)
    nodes = tree["documents"][0]
    shown = {
        index: strings[style[0]]
        for index, style in zip(nodes["layout"]["nodeIndex"], nodes["layout"]["styles"], strict=True)
        if style
    }
    attributes = [[strings[one] for one in node] for node in nodes["nodes"]["attributes"]]
    menu = next(index for index, node in enumerate(attributes) if "#__menu" in node)
    assert menu in shown
    search = next(index for index, node in enumerate(attributes) if "md-search" in node)
    assert search not in shown


def test_one_button_wipes_all_that_the_site_keeps(show: Open) -> None:
    page = show("onderbouwing/factoren/onrust.html")
    mine = "`${new URL(document.documentElement.dataset.basis || '.', location.href).pathname}.`"
    page.run(f"localStorage.setItem({mine} + 'kleur', '1'), sessionStorage.setItem({mine} + 'x', '1')")
    page.run("localStorage.setItem('van-een-ander', '1')")
    page.run("document.querySelector('[data-s-wis]').click()")
    assert "Gewist" in page.wait("document.querySelector('.s-voet [role=status]').textContent")
    assert page.run("Object.keys(localStorage).concat(Object.keys(sessionStorage)).join()") == "van-een-ander"
    page.run("localStorage.clear()")
