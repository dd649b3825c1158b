"""What must be true of every page as it is written, before any browser reads it."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

from tests.site.conftest import ATTACKS
from tests.site.markup import Markup


def test_every_page_is_dutch_and_has_one_heading_a_title_and_a_way_past_the_menu(pages: dict[str, Markup]) -> None:
    for name, page in pages.items():
        assert page.all("html")[0]["lang"] == "nl", name
        assert len(page.all("h1")) == 1, name
        assert page.title.strip(), name
        assert any(link.get("href") == "#__inhoud" for link in page.all("a")), name
        assert len(page.ids) == len(set(page.ids)), name


def test_no_page_holds_script_or_style_in_its_text(pages: dict[str, Markup]) -> None:
    for name, page in pages.items():
        for script in page.all("script"):
            assert script.get("src") or script.get("type") == "application/json", name
        assert not page.all("style"), name
        for tag, attrs in page.tags:
            bad = [one for one in attrs if one.startswith("on") or one == "style"]
            assert not bad, f"{name}: <{tag}> has {bad}"
            assert not str(attrs.get("href") or attrs.get("src") or "").lower().startswith("javascript:"), name


def test_every_page_forbids_script_that_is_not_ours(pages: dict[str, Markup]) -> None:
    for name, page in pages.items():
        policy = next(
            meta["content"] for meta in page.all("meta") if meta.get("http-equiv") == "content-security-policy"
        )
        assert policy and "default-src 'none'" in policy and "unsafe" not in policy, name


def test_the_search_script_and_our_worker_are_there(site: Path) -> None:
    """The script's name carries a hash: another version of Material must make this fail, not the search."""
    text = (site / "index.html").read_text()
    (script,) = set(re.findall(r"assets/javascripts/bundle\.\w+\.min\.js", text))
    assert (site / script).exists()
    config = json.loads(re.findall(r'<script id="__config"[^>]*>(.*?)</script>', text, re.DOTALL)[0])
    assert config["search"] == "assets/javascripts/zoeker/worker.js"
    assert (site / config["search"]).exists()
    assert not list(site.glob("assets/javascripts/workers/*")), "Material's own worker is in nobody's way"


def test_the_card_is_one_tap_away_on_every_page(pages: dict[str, Markup]) -> None:
    for name, page in pages.items():
        links = [link for link in page.all("a") if "s-knop--snel" in str(link.get("class"))]
        assert len(links) == 1, name
        target = ((Path("/") / name).parent / str(links[0]["href"])).as_posix()
        assert re.sub(r"[^/]+/\.\./", "", re.sub(r"[^/]+/\.\./", "", target)).endswith("toolkit/avondblad.html"), name


def test_what_nobody_asks_for_is_left_out(site: Path) -> None:
    assert not list(site.rglob("*.map"))
    assert not list(site.glob("assets/stylesheets/main.*.css"))


def test_the_first_page_is_light(site: Path, pages: dict[str, Markup]) -> None:
    """Compressed, with the letters: at most 120 kB, and the search comes later."""
    page = pages["index.html"]
    names = [str(one["href"]) for one in page.all("link") if one.get("rel") == "stylesheet"]
    names += [str(one["src"]) for one in page.all("script") if one.get("src")]
    names += [f"assets/letters/{path.name}" for path in site.glob("assets/letters/*.woff2")]
    total = sum(len(gzip.compress((site / name).read_bytes())) for name in ("index.html", *names))
    assert total <= 120_000, total


def test_hostile_text_is_text_in_title_description_and_menu(site: Path, pages: dict[str, Markup]) -> None:
    page = pages["onderbouwing/factoren/onrust.html"]
    text = (site / "onderbouwing/factoren/onrust.html").read_text()
    assert "<script>alert" not in text
    assert "alert(1)" in page.title and "<" not in page.title
    description = next(meta["content"] for meta in page.all("meta") if meta.get("name") == "description")
    assert description and "alert(1)" in description and "<" not in description
    assert "49" not in page.title and "((" in page.title
    said = "".join(page.words)
    for attack in ATTACKS:
        assert attack in said, f"{attack} is not shown as it was written"
    assert not page.all("img")
    assert "[build-system]" not in text
