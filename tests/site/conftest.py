"""A small site to look at, made once: the small methodology with every field that can hold text made hostile."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SMALL, TOP, files_of
from tests.site.browser import CHROMIUM, Browser
from tests.site.markup import Markup, markup_of
from tests.site.rendered import rendered
from tests.site.walker import Visit, Walker

ATTACKS = (
    "</title><script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% raw %}",
    "![x](javascript:1)",
    "<img src=x onerror=alert(2)>",
    "[a](b){: onclick=alert(3)}",
    "--8<-- 'pyproject.toml'",
    "<b>vet</b> & \"aan\" 'haal'",
    '<!--/blok--> <hr id="__blok-0">',
)
HOSTILE = " ".join(ATTACKS)
FACTOR = "content/onderbouwing/factoren/onrust.yml"
SHEET = "content/toolkit/middelen/avondblad.yml"
MAIN = "content/methodiek.yml"


def hostile_files() -> dict[str, str]:
    """Return the small methodology with hostile text, and with a card that must be at hand everywhere."""
    files = files_of(SMALL)
    changes = {
        FACTOR: {
            "titel": "Onrust",
            "kern": "Er is steeds iets te doen.",
            "toelichting": "Wie nooit stil wordt, valt laat in slaap.",
        },
        SHEET: {
            "titel": "Avondblad",
            "doel": "Zien hoe de avond gaat.",
            "wanneer": "Elke avond.",
            "wie": "slaper",
            "duur": "5 minuten",
            "    titel": "Mijn avond",
        },
        MAIN: {"samenvatting": "Een kleine cursus voor mensen die slecht slapen. Zij bestaat alleen om mee te testen."},
    }
    for path, fields in changes.items():
        for field, value in fields.items():
            assert f"{field}: {value}\n" in files[path], f"{path} has no such {field} any more"
            hostile = json.dumps(f"{HOSTILE} {field}")
            files[path] = files[path].replace(f"{field}: {value}\n", f"{field}: {hostile}\n", 1)
    files[SHEET] += f"onthulling: ja\nzoekwoorden: [{json.dumps(HOSTILE)}]\n"
    return files


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rendered site of the hostile methodology. Its PDFs are empty files: these tests don't print."""
    top = tmp_path_factory.mktemp("project")
    yield rendered(top, SMALL, hostile_files())
    shutil.rmtree(top, ignore_errors=True)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The rendered site of the real methodology. Its PDFs are empty files: these tests don't print."""
    top = tmp_path_factory.mktemp("echt")
    yield rendered(top, TOP, files_of(TOP))
    shutil.rmtree(top, ignore_errors=True)


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Markup]:
    """Every page of the hostile site, as it is written."""
    return markup_of(site)


@pytest.fixture(scope="session")
def real_pages(real_site: Path) -> dict[str, Markup]:
    """Every page of the real site, as it is written."""
    return markup_of(real_site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser without a window. Without one these tests fail: skipped, they would look as if they had passed."""
    if CHROMIUM is None:
        pytest.fail("er is geen Chromium; scripts/prepare test installeert het")
    with Browser() as running:
        yield running


@pytest.fixture
def visit(browser: Browser, real_site: Path) -> Iterator[Visit]:
    """Starts visits at the front page of the real site."""
    walkers: list[Walker] = []

    def start() -> Walker:
        walkers.append(Walker(browser, real_site))
        return walkers[-1]

    yield start
    for walker in walkers:
        walker.leave()
