"""Everything that goes wrong while WeasyPrint works, as Dutch sentences in one list."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from .assets import Assets
from .fetcher import AssetFetcher
from .glyphs import sentence
from .job import Unprintable
from .listening import listening, unknown_character
from .settings import BASE_URL


@contextmanager
def gathering(assets: Assets, about: str = "") -> Iterator[tuple[AssetFetcher, list[str]]]:
    """Gives a fetcher to work with, and a list that holds what went wrong once the block is left.

    No exception leaves the block. `about` is the file that complaints are about, when that is not the document.
    """
    fetcher, problems = AssetFetcher(assets), list[str]()
    with listening() as complaints:
        try:
            yield fetcher, problems
        except Unprintable as unprintable:
            problems += unprintable.problems
        except Exception as error:  # Whatever WeasyPrint raises is told, never thrown on.
            # After a refusal WeasyPrint may stumble, but then the refusal says it all.
            if not fetcher.refused:
                problems.append(crash(error))
    problems += _told(complaints, fetcher, f" over “{about}”" if about else "")


def crash(error: Exception) -> str:
    """Says that something failed that should never fail."""
    if isinstance(error, MemoryError | SystemError):  # the second is what C code says that forgot to raise the first
        return "Het maken van dit document kost meer geheugen dan het mag."
    return f"De PDF-maker liep vast: {type(error).__name__}: {error}."


def _told(complaints: list[str], fetcher: AssetFetcher, about: str) -> list[str]:
    """Refusals and complaints as sentences; a complaint that only repeats a refusal is left out."""
    missing = [character for complaint in complaints if (character := unknown_character(complaint))]
    others = [
        complaint.rstrip(".")
        for complaint in complaints
        if unknown_character(complaint) is None and not any(url in complaint for url in fetcher.refused)
    ]
    return [
        *(_refusal(url) for url in dict.fromkeys(fetcher.refused)),
        *([sentence(dict.fromkeys(missing))] if missing else []),
        *(f"De PDF-maker meldt{about}: {complaint}." for complaint in others),
    ]


def _refusal(url: str) -> str:
    """Says which file was asked for and not given."""
    if url.startswith(BASE_URL):
        return f"Het bestand “{url.removeprefix(BASE_URL)}” hoort niet bij de opmaak."
    return f"Het adres “{url[:120]}” is geweigerd: papier laadt alleen eigen bestanden."
