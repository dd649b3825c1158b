"""Typed records: what fits is read, what does not is told with the way to it, and all of it at once."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import pytest

from generator.compiling import compile_sources
from generator.records import Before, Field, Invalid, Typed, fields, schemas
from generator.sources import read_sources
from tests.conftest import TOP


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Words = Annotated[tuple[Annotated[str, Field(min_length=1, max_length=9)], ...], Before(_listed)]


class Base(Typed):
    name: Annotated[str, Field(pattern=r"^[a-z]+$", max_length=8)]
    note: str | None = None


class Round(Base):
    soort: Literal["round"]
    size: Annotated[int, Field(ge=1, le=9)] = 1


class Square(Base):
    soort: Literal["square", "box"]
    inner: tuple[Shape, ...] = ()


Shape = Annotated[Round | Square, Field(discriminator="soort")]


class Thing(Base):
    note: str
    words: Words = ()
    shapes: tuple[Shape, ...] = Field(min_length=1, max_length=2)
    yes: bool = False
    day: date | None = None
    part: Annotated[float, Field(gt=0, lt=1)] = 0.5
    table: dict[str, Words] = {}
    kept: Annotated[str, Field(exclude=True)] = "-"


GOOD = {"name": "aap", "note": " x ", "shapes": [{"soort": "round", "name": "r"}]}


def wrong(**other: object) -> set[tuple[str, str]]:
    with pytest.raises(Invalid) as caught:
        Thing.read({name: value for name, value in {**GOOD, **other}.items() if value is not ...})
    return {(".".join(map(str, one.path)), one.what) for one in caught.value.wrong}


def test_what_fits_is_read():
    thing = Thing.read(
        {**GOOD, "words": "een", "yes": "true", "day": "2026-11-21", "part": "0.25", "table": {"a": ["b", "c"]}}
    )
    assert (thing.note, thing.words, thing.yes, thing.day) == ("x", ("een",), True, date(2026, 11, 21))
    assert (thing.part, thing.table, thing.shapes[0]) == (0.25, {"a": ("b", "c")}, Round(soort="round", name="r"))
    assert Thing.read(thing.data() | {"kept": "-"}) == thing
    assert thing.but(note="y").note == "y" and thing.note == "x"


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ({"name": ...}, {("name", "missing")}),
        ({"nam": "x"}, {("nam", "extra_forbidden")}),
        ({"name": "Aap"}, {("name", "string_pattern_mismatch")}),
        ({"name": "aaaaaaaaa"}, {("name", "string_too_long")}),
        ({"note": None}, {("note", "string_type")}),
        ({"words": ["", "b", "c" * 10]}, {("words.0", "string_too_short"), ("words.2", "string_too_long")}),
        ({"words": {"a": "b"}}, {("words", "tuple_type")}),
        ({"shapes": []}, {("shapes", "too_short")}),
        ({"shapes": [{}] * 3}, {("shapes", "too_long"), *((f"shapes.{n}", "unknown_tag") for n in range(3))}),
        ({"shapes": [{"soort": "ronde"}]}, {("shapes.0", "unknown_tag")}),
        ({"shapes": [{"soort": ["round"]}]}, {("shapes.0", "unknown_tag")}),
        ({"shapes": ["round"]}, {("shapes.0", "model_type")}),
        ({"shapes": [{"soort": "round", "size": "0"}]},
         {("shapes.0.size", "greater_than_equal"), ("shapes.0.name", "missing")}),
        ({"shapes": [{"soort": "box", "name": "b", "inner": [{"soort": "round", "name": "r", "size": "x"}]}]},
         {("shapes.0.inner.0.size", "int_parsing")}),
        ({"yes": "misschien"}, {("yes", "bool_parsing")}),
        ({"yes": []}, {("yes", "bool_type")}),
        ({"day": "2026-02-30"}, {("day", "date_parsing")}),
        ({"day": "20261121"}, {("day", "date_parsing")}),
        ({"day": []}, {("day", "date_type")}),
        ({"part": "1"}, {("part", "less_than")}),
        ({"part": "0"}, {("part", "greater_than")}),
        ({"part": "nan"}, {("part", "greater_than")}),
        ({"part": "half"}, {("part", "float_parsing")}),
        ({"part": {}}, {("part", "float_type")}),
        ({"table": "x"}, {("table", "dict_type")}),
        ({"table": {"a": [""], "b": "c"}}, {("table.a.0", "string_too_short")}),
        ({"name": "", "part": "2", "x": "y"},
         {("name", "string_pattern_mismatch"), ("part", "less_than"), ("x", "extra_forbidden")}),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_all_at_once(other, found):
    assert wrong(**other) == found


@pytest.mark.parametrize("data", [None, "x", [], 1])
def test_data_without_names(data):
    with pytest.raises(Invalid, match="model_type"):
        Thing.read(data)


@pytest.mark.parametrize("text", ["9" * 5000, "1.0", "1_0", "0x1", "", "-", "٣"])
def test_what_is_no_whole_number(text):
    assert wrong(shapes=[{"soort": "round", "name": "r", "size": text}]) == {("shapes.0.size", "int_parsing")}


def test_records_do_not_change_and_are_equal_by_their_values():
    one, other = Round(soort="round", name="r"), Round(soort="round", name="r")
    assert one == other and hash(one) == hash(other) and len({one, other}) == 1
    assert one != one.but(size=2) and one != Base(name="r")
    with pytest.raises(AttributeError):
        one.size = 2
    with pytest.raises(Invalid, match="size: less_than_equal"):
        Round(soort="round", name="r", size=10)
    assert Round.unchecked(name="R R").name == "R R"


def test_a_class_tells_its_fields_and_its_schema():
    assert list(fields(Square)) == ["name", "note", "soort", "inner"]
    assert [name for name, info in fields(Thing).items() if info.required] == ["name", "note", "shapes"]
    _, found = schemas([Thing])
    assert set(found) == {"Thing", "Round", "Square"} and "kept" not in found["Thing"]["properties"]
    assert found["Thing"]["properties"]["part"] == {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}


def test_what_is_written_out_is_read_back_the_same():
    methodiek = compile_sources(read_sources(TOP / "content", "content")).methodiek
    records = [
        node.record
        for node in methodiek.nodes.values()
        if not any(one.exclude for one in fields(type(node.record)).values())
    ]
    plain = [record for record in records if "sleutel=" not in repr(record)]  # answers are not written out
    assert len(plain) > 500
    assert [record for record in plain if type(record).read(record.data()) != record] == []
