"""The guard against leaks: what may stand nowhere, in no source and in nothing that is written."""

from generator.guard.patterns import Hit, hits
from generator.guard.words import DeniedWords, SaltTrouble, mark_of, new_salt, read_salt

__all__ = ["DeniedWords", "Hit", "SaltTrouble", "hits", "mark_of", "new_salt", "read_salt"]
