"""The only door to WeasyPrint: from one job to the bytes of one PDF."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generator.memory import undisturbed

from . import shortcuts
from .assets import Assets
from .choosing import Choice, choose, chosen
from .fetcher import AssetFetcher
from .finisher import prepare, write
from .glyphs import characters
from .job import Batch, PrintFault, Unprintable
from .layout_checks import layout_problems
from .page_numbers import number_references, with_room
from .reading import CSS, HTML, CounterStyle, FontConfiguration, get_hb_object_data
from .settings import BASE_URL, OPTIONS
from .source_checks import source_problems
from .trouble import crash, gathering

FONTS_CONF = Path(__file__).parent / "fonts.conf"

shortcuts.take()


class Presses:
    """All presses of one process, each made when its first job comes; the jobs of one press share its stylesheets.

    Never share one over a fork: Pango keeps threads for its fonts, and they stay behind in the parent.
    """

    def __init__(self, assets: Assets) -> None:
        self._assets = assets
        self._presses: dict[tuple[str, ...], Press] = {}

    def make(self, batch: Batch) -> list[bytes | PrintFault]:
        """Makes the documents of a batch. Never raises: whatever goes wrong is the jobs' fault, in both senses."""
        try:
            if (stylesheets := batch[0].stylesheets) not in self._presses:
                self._presses[stylesheets] = Press(self._assets, stylesheets)
            return self._presses[stylesheets].make(batch)
        except Unprintable as unprintable:
            return [PrintFault(job.name, str(unprintable)) for job in batch]
        except Exception as error:  # Whatever WeasyPrint raises, the other jobs go on.
            return [PrintFault(job.name, crash(error)) for job in batch]


class Press:
    """Fonts and stylesheets, read once, for any number of documents."""

    def __init__(self, assets: Assets, stylesheets: tuple[str, ...]) -> None:
        """Raises Unprintable when a stylesheet has a fault, is not among the assets, or none of them has a font."""
        self._assets = assets
        self._characters = characters(assets)
        self._own_fonts = frozenset(assets.fonts())
        self._images: dict[str, Any] = {}
        self._counters = CounterStyle()
        self._sheets = []
        with _only_own_fonts():
            self._fonts = FontConfiguration()
        problems, served = [], set[str]()
        for name in stylesheets:
            with gathering(assets, name) as (fetcher, found):
                self._sheets.append(self._sheet(name, fetcher))
            problems += found
            served |= fetcher.served
        # Without any font Pango does not complain: it crashes.
        if not problems and not any(name.endswith(".ttf") for name in served):
            problems.append("Geen van de stijlbladen laadt een lettertype.")
        if problems:
            raise Unprintable(problems)

    def make(self, batch: Batch) -> list[bytes | PrintFault]:
        """Lays out once, draws once for every choice of pages, and writes for every job; a fault tells all that is
        wrong."""
        own: list[list[str]] = [[] for _ in batch]
        written: dict[int, bytes] = {}
        with undisturbed(), gathering(self._assets) as (fetcher, problems):
            html = HTML(string=batch[0].html, base_url=BASE_URL, url_fetcher=fetcher)
            _stop_for(source_problems(html.etree_element, self._characters))
            document = self._lay_out(html)
            drawings: dict[tuple[tuple[int, ...], str | None], list[tuple[int, Choice]]] = {}
            for number, job in enumerate(batch):
                try:
                    choice = choose(document, job)
                    drawings.setdefault((choice.pages, job.title), []).append((number, choice))
                except Unprintable as unprintable:
                    own[number] += unprintable.problems
            for (_, title), wanted in drawings.items():
                part = chosen(document, wanted[0][1], title)
                for number, choice in wanted:
                    own[number] += layout_problems(part, batch[number], choice)
                if good := [(number, choice) for number, choice in wanted if not own[number]]:
                    prepare(part)
                    pdfs = write(part, [choice.stretches for _, choice in good], batch[0].attachments)
                    written |= zip((number for number, _ in good), pdfs, strict=True)
                    _stop_for(self._strange_fonts(part))
        return [
            PrintFault(job.name, str(Unprintable(own[number] + problems)))
            if own[number] or problems
            else written[number]
            for number, job in enumerate(batch)
        ]

    def _lay_out(self, html: Any) -> Any:
        """The pages of a document, as WeasyPrint's own value."""
        document = html.render(
            font_config=self._fonts,
            # A document may add counters of its own, which are not for the next one.
            counter_style=self._counters.copy(),
            stylesheets=self._sheets,
            cache=self._images,
            **OPTIONS,
        )
        number_references(document)
        return document

    def _strange_fonts(self, document: Any) -> list[str]:
        """Fonts in a written document that are not, byte for byte, among the assets.

        Compares whole fonts: a name is no proof, and what is embedded is only a part.
        """
        strangers = [
            font.family for font in document.fonts.values() if get_hb_object_data(font.hb_face) not in self._own_fonts
        ]
        return [f"Het lettertype “{family}” is niet van ons." for family in sorted(set(strangers))]

    def _sheet(self, name: str, fetcher: AssetFetcher) -> Any:
        """One stylesheet, parsed; its relative URLs start from its own name."""
        if name not in self._assets:
            raise Unprintable([f"Het stijlblad “{name}” bestaat niet."])
        return CSS(
            string=with_room(self._assets[name][0].decode()),
            base_url=BASE_URL + name,
            url_fetcher=fetcher,
            font_config=self._fonts,
            counter_style=self._counters,
        )


def _stop_for(problems: list[str]) -> None:
    """Raises Unprintable when there is anything to stop for."""
    if problems:
        raise Unprintable(problems)


@contextmanager
def _only_own_fonts() -> Iterator[None]:
    """Hides the fonts of this machine from a font configuration that is made inside the block."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(FONTS_CONF)
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before
