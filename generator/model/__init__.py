"""The vocabulary of a methodology: one small file per concept, one table of kinds."""

from generator.model.base import Part, Record
from generator.model.kinds import KINDS, Kind, kind_of
from generator.model.links import Koppeling, LinkField, Naar, link_fields

__all__ = ["KINDS", "Kind", "Koppeling", "LinkField", "Naar", "Part", "Record", "kind_of", "link_fields"]
