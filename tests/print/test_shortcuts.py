"""A shortcut gives what the way around gives, byte for byte, and none is taken past a function that nobody read."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from subprocess import check_output
from types import FunctionType
from typing import Any

import pytest

from generator.artifacts.print.engine import declarations, shortcuts
from generator.artifacts.print.engine.press import Presses
from tests.conftest import TOP
from tests.print.test_engine import BODY, CSS, FIELDS, SECTIONS, assets, job

READ = {
    "HTMLUnicodeInputStream.chars_until": "dfe353323dff",
    "ComputedStyle.__missing__": "b318d8efc8ac",
    "AnonymousStyle.__missing__": "d39252707764",
    "LayoutContext.__init__": "f687f507fee8",
    "percent.resolve_percentages": "71673078096f",
    "percent.resolve_radii_percentages": "4980b3798c67",
    "AnonymousStyle.copy": "2490632fa445",
    "ComputedStyle.copy": "4398a49b631b",
    "Box.is_in_normal_flow": "5f49d6ab23da",
    "Layout.setup": "fb227a55094f",
    "Layout.set_text": "fe23ca9937db",
    "Layout.deactivate": "bfec3ec8406e",
    "Layout.reactivate": "0b89ee097104",
    "line_break.split_first_line": "39ad1016863c",
    "line_break.strut": "b57885b70dd0",
    "text.draw_first_line": "1bb8eae6d88e",
    "PDF.page_references": "060bf90aad55",
    "pydyf._to_bytes": "1cefd02c285d",
}
"""Digests of what is replaced, as it was when the shortcut was written. Another digest means: read both again."""

WORDS = "Eén meisje schrijft vandaag vijf­tien kaartjes voor haar groep. "
STYLES = """
.rood { letter-spacing: 1px; word-spacing: 2px; text-decoration: underline line-through }
.vol { text-align: justify }
.twee { columns: 2; column-gap: 5mm }
.noot { float: footnote; font-size: 8pt }
.lang { overflow-wrap: anywhere; width: 20mm }
.kort { width: 30mm; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
.klem { max-lines: 1; block-ellipsis: auto; width: 40mm }
.voor { white-space: pre }
.cijfers { font-variant-numeric: tabular-nums; font-feature-settings: "ss01" }
.naast { display: flex } .naast > div { flex: 1 1 0; min-width: 0; padding: 2mm; margin-inline-start: 3mm }
.drijft p { padding: 1% 2% }
.naast p { inline-size: 40mm }
.hoog sup { line-height: 0 } .rij { display: grid; grid-template-columns: 1fr 2fr } .rij p { min-height: 2em }
.los { position: absolute; left: 10%; top: 3mm } .drijft { float: right; width: 30% }
table { border-collapse: collapse; table-layout: fixed; width: 80% } td { border: 1px solid }
.eerste::first-letter { font-size: 200% } .lijst { list-style: decimal inside } .arabisch { direction: rtl }
"""
DOCUMENTS = {
    "blad": (BODY + FIELDS, {"fillable": True}),
    "kopieën": ("".join(SECTIONS), {"copies": (((1, 2), 2), ((3,), 3))}),
    "tekst": (
        f"""<h1>Tekst</h1><p class="rood">{WORDS}</p><p class="vol">{WORDS * 4}</p>
        <div class="twee"><p>{WORDS * 3}</p><p>{WORDS * 5}<span class="noot">{WORDS * 2}</span></p></div>
        <p class="lang">https://example.org/{"a" * 60}</p><p class="kort">{WORDS}</p><p class="klem">{WORDS * 2}</p>
        <p class="voor">een\n  twee\n\tdrie</p><p class="cijfers">1234 5678</p><p class="eerste">{WORDS}</p>""",
        {},
    ),
    "vakken": (
        f"""<h1>Vakken</h1><div class="naast"><div><p>{WORDS}</p></div><div>{WORDS * 2}</div></div>
        <div class="rij"><p>{WORDS}</p><p>{WORDS}</p></div><div class="drijft"><p>{WORDS}</p></div>
        <p class="hoog">{WORDS}<sup>2</sup></p><p class="los">los</p><ul class="lijst"><li>{WORDS}</li></ul>
        <table><tr><th scope="row">{WORDS}</th><td>{WORDS * 2}</td></tr></table><p class="arabisch">{WORDS}</p>""",
        {},
    ),
}


def _name(shortcut: shortcuts.Shortcut) -> str:
    """How a shortcut is called in the list of digests."""
    return f"{getattr(shortcut.owner, '__name__', '').rpartition('.')[2]}.{shortcut.name}"


def _digest(thing: Any) -> str:
    """The first digits of a digest of how a function is written."""
    source = inspect.getsource(thing.fget if isinstance(thing, property) else thing)
    return sha256(source.encode()).hexdigest()[:12]


def _modules() -> list[Any]:
    """The modules that may know a function by its name."""
    return [module for name, module in sys.modules.items() if name.partition(".")[0] in shortcuts.PACKAGES]


@pytest.fixture
def the_way_around() -> Iterator[None]:
    """WeasyPrint as it is, without shortcuts."""
    shortcuts.leave()
    yield
    shortcuts.take()


def _made(name: str) -> bytes:
    body, promises = DOCUMENTS[name]
    [made] = Presses(assets(CSS + STYLES)).make((job(body, **promises),))
    assert isinstance(made, bytes), made
    return made


def test_what_is_replaced_was_read() -> None:
    assert {_name(one): _digest(one.original) for one in shortcuts.SHORTCUTS} == READ


def test_every_shortcut_is_taken_wherever_its_function_is_known() -> None:
    originals = {id(one.original): _name(one) for one in shortcuts.SHORTCUTS if isinstance(one.original, FunctionType)}
    known = [originals[id(thing)] for module in _modules() for thing in vars(module).values() if id(thing) in originals]
    assert not known
    assert all(vars(one.owner)[one.name] is one.replacement for one in shortcuts.SHORTCUTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_shortcut_gives_the_same_bytes(name: str, request: pytest.FixtureRequest) -> None:
    quick = _made(name)
    request.getfixturevalue("the_way_around")
    assert _made(name) == quick


PLAIN = """
import sys, warnings
warnings.simplefilter("ignore")
if "kaal" in sys.argv:
    import weasyprint.text.ffi
from tests.print.test_shortcuts import DOCUMENTS, _made
from weasyprint.text.ffi import ffi
print(type(ffi).__module__, *(sha256(_made(name)).hexdigest() for name in DOCUMENTS))
"""


def test_a_table_of_declarations_gives_the_same_bytes() -> None:
    """What cffi reads at once, and what it reads as it goes: told apart by a process that has WeasyPrint already."""
    run = [sys.executable, "-c", "from hashlib import sha256\n" + PLAIN]
    quick, plain = (check_output([*run, *how], text=True, cwd=TOP).split() for how in ((), ("kaal",)))
    assert (quick[0], plain[0]) == (declarations.__name__, "cffi.api")
    assert quick[1:] == plain[1:]


def test_a_table_is_kept_and_made_anew_where_nothing_may_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    declared = "int abs(int);"
    monkeypatch.setattr(declarations, "KEPT", tmp_path / "er-niet")
    made = declarations.table(declared)
    assert not list(tmp_path.iterdir())
    monkeypatch.setattr(declarations, "KEPT", tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert declarations.table(declared) == made
    [kept] = tmp_path.iterdir()
    kept.write_text("bewaard")
    assert declarations.table(declared) == "bewaard"
    assert declarations.table("int labs(int);") != "bewaard"


def test_every_shortcut_is_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is compared goes through each of them, so that none is equal by being left aside."""
    walked = set[str]()

    def noting(name: str, function: Any) -> Any:
        def noted(*values: Any, **named: Any) -> Any:
            walked.add(name)
            return function(*values, **named)

        return noted

    for one in shortcuts.SHORTCUTS:
        new = one.replacement
        noted = property(noting(_name(one), new.fget)) if isinstance(new, property) else noting(_name(one), new)
        for place in (one.owner, *_modules()):
            if vars(place).get(one.name) is new:
                monkeypatch.setattr(place, one.name, noted)
    for name in DOCUMENTS:
        _made(name)
    assert walked == {_name(one) for one in shortcuts.SHORTCUTS}
