"""The audit, on every link and on a page of each kind; and that it sees what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.site.audit import Check
from tests.site.audit.links import link_faults
from tests.site.audit.looking import seen_faults
from tests.site.audit.opening import MODES, opened_faults
from tests.site.audit.sample import page_kinds, sample
from tests.site.audit.validity import html_faults
from tests.site.browser import Browser
from tests.site.markup import Markup, markup_of

PLANTED = """<!doctype html><html lang="nl"><head><title>x</title></head><body class="s-soort-x"><main><h1>Kop</h1>
<a href="nergens.html">weg</a> <a href="#weg">anker</a> <a href="index.html#ook">anker</a><img src="http://127.0.0.2:81/x.png">
<p id="dubbel" style="color:#999;background:#aaa">grijs</p><p id="dubbel">b</p><button></button>
<p style="width:500px">breed</p><script>nietErIn()</script></main></body></html>"""


def test_the_audit_sees_what_is_wrong(tmp_path: Path, browser: Browser) -> None:
    (tmp_path / "index.html").write_text(PLANTED)
    pages = markup_of(tmp_path)
    found = [*link_faults(tmp_path, pages), *html_faults(tmp_path, pages)]
    opened = [[*opened_faults(browser, tmp_path, pages, mode)] for mode in MODES]
    assert [{fault.check for fault in one} for one in opened] == [{Check.ELSEWHERE, Check.CONSOLE, Check.SCRIPT}] * 2
    seen = [*opened[0], *seen_faults(browser, tmp_path, pages)]
    assert [fault.check for fault in found if fault.check is Check.LINK] == [Check.LINK] * 3
    texts = "\n".join(str(fault) for fault in (*found, *seen))
    for said in (
        "<img> http://127.0.0.2:81/x.png",
        "Duplicate ID",
        "button-name",
        "color-contrast",
        "exception",
        "px te breed",
    ):
        assert said in texts, texts
    assert {fault.check for fault in (*found, *seen)} == set(Check)


def test_every_link_of_both_sites_leads_somewhere_and_nothing_is_asked_elsewhere(
    site: Path, pages: Mapping[str, Markup], real_site: Path, real_pages: Mapping[str, Markup]
) -> None:
    assert [*link_faults(site, pages), *link_faults(real_site, real_pages)] == []


def test_a_page_of_each_kind_is_valid_html(
    site: Path, pages: Mapping[str, Markup], real_site: Path, real_pages: Mapping[str, Markup]
) -> None:
    assert len(page_kinds(real_pages)) > 8
    assert [*html_faults(site, sample(pages)), *html_faults(real_site, sample(real_pages))] == []


def test_a_page_of_each_kind_is_accessible_and_asks_nothing_elsewhere(
    browser: Browser, real_site: Path, real_pages: Mapping[str, Markup]
) -> None:
    found = [*seen_faults(browser, real_site, sample(real_pages))]
    for mode in MODES:
        found += opened_faults(browser, real_site, sample(real_pages), mode)
    assert not found, "\n".join(map(str, found))


def test_every_page_says_where_it_is_and_where_to_go_on_and_a_thing_whether_it_was_checked(
    real_site: Path, real_pages: Mapping[str, Markup]
) -> None:
    for name, page in real_pages.items():
        classes = {one for _, attrs in page.tags for one in str(attrs.get("class") or "").split()}
        assert "s-verder" in classes, name
        assert "s-pad" in classes or name == "index.html", name
    checked = [name for name, page in real_pages.items() if "Getoetst" in page.words]
    folders = {name.rpartition("/")[0] for name in checked}
    assert {
        "toolkit",
        "handleiding/fasen",
        "handleiding/technieken",
        "onderbouwing/factoren",
        "kwaliteitskader",
    } <= folders
    for name in real_pages:
        if name.rpartition("/")[0] in folders - {"verantwoording"} and not name.endswith(("index.html", "-dias.html")):
            assert name in checked or "getoetst" in (real_site / name).read_text(), name
