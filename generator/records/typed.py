"""The base of all records: made from data by name, never changed, equal by their values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NoReturn, Self, dataclass_transform

from generator.records.fields import Field, fields
from generator.records.reading import Invalid, Wrong, reader


class _Class(type):
    """The class of these classes, by which mypy tells whether one can be kept in a cache."""


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
class Typed(metaclass=_Class):
    """A record with the fields that its annotations name. Making one raises Invalid where a value does not fit."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(type(self).read(values).__dict__)

    @classmethod
    def read(cls, data: Mapping[str, object]) -> Self:
        """Return the record in some data. Raises Invalid with everything that is wrong with it."""
        wrong: list[Wrong] = []
        made: Self = reader(cls)(data, wrong)
        if wrong:
            raise Invalid(cls.__name__, wrong)
        return made

    @classmethod
    def unchecked(cls, **values: Any) -> Self:
        """Return a record with these values as they are; what is not given has its default."""
        made = cls.__new__(cls)
        made.__dict__.update({name: info.default for name, info in fields(cls).items() if not info.required} | values)
        return made

    def but(self, **changes: Any) -> Self:
        """Return the same record with other values for some fields, which are not read again."""
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__ | changes)
        return made

    def data(self) -> dict[str, Any]:
        """Return the record as data that JSON can hold, without what is nothing and what is never written out."""
        return {
            name: _plain(value)
            for name, info in fields(type(self)).items()
            if not info.exclude and (value := self.__dict__[name]) is not None
        }

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), tuple(self.__dict__.items())))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"


def _plain(value: Any) -> Any:
    if isinstance(value, Typed):
        return value.data()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value.isoformat() if isinstance(value, date) else value
