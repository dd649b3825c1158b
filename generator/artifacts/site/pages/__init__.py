"""The pages of the site, one function per kind of page, each giving a frozen view."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.site.pages.chains import chain_pages
from generator.artifacts.site.pages.chapters import text_pages
from generator.artifacts.site.pages.codes import code_pages
from generator.artifacts.site.pages.coverage import coverage_pages
from generator.artifacts.site.pages.crosswalk import crosswalk_page
from generator.artifacts.site.pages.doors import quick
from generator.artifacts.site.pages.facts import fact_pages
from generator.artifacts.site.pages.front import chapter_pages, start_page
from generator.artifacts.site.pages.history import history_page
from generator.artifacts.site.pages.matrices import matrix_pages
from generator.artifacts.site.pages.naslag import lookup_pages
from generator.artifacts.site.pages.programme import programme_pages
from generator.artifacts.site.pages.reach import reach_pages
from generator.artifacts.site.pages.records import record_pages
from generator.artifacts.site.pages.registers import register_pages
from generator.artifacts.site.pages.review_views import view_pages
from generator.artifacts.site.pages.training import training_pages
from generator.artifacts.site.pages.weeks import week_pages
from generator.artifacts.site.pages.worksheets import worksheet_pages
from generator.artifacts.site.views import PageView
from generator.graph import Methodiek

__all__ = ["all_pages", "quick"]


def all_pages(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield every page of the site."""
    yield start_page(methodiek)
    yield from chapter_pages(methodiek)
    yield from record_pages(methodiek)
    yield from text_pages(methodiek)
    yield from lookup_pages(methodiek)
    yield from week_pages(methodiek)
    yield from worksheet_pages(methodiek)
    yield from programme_pages(methodiek)
    yield from training_pages(methodiek)
    yield from matrix_pages(methodiek)
    yield from reach_pages(methodiek)
    yield from chain_pages(methodiek)
    yield from coverage_pages(methodiek)
    yield from fact_pages(methodiek)
    yield from view_pages(methodiek)
    yield from crosswalk_page(methodiek)
    yield from register_pages(methodiek)
    yield from history_page(methodiek)
    yield from code_pages()
