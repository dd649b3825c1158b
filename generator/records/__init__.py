"""Typed, frozen records: fields declared as types, read from plain data with every mistake told at once.

This is the border between text and typed values. It is our own because a check has to start in a blink: a hundred
classes cost a library a quarter of a second before it reads anything, and here nothing until a class is first read.
"""

from generator.records.fields import Before, Field, Info, fields
from generator.records.reading import Invalid, Wrong
from generator.records.schema import schemas
from generator.records.typed import Typed

__all__ = ["Before", "Field", "Info", "Invalid", "Typed", "Wrong", "fields", "schemas"]
