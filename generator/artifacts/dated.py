"""What to say of a fact that ages: whether anyone asked if it still holds, and by when that must be asked."""

from __future__ import annotations

from generator.model.naslag import Verouderend


def checked(record: Verouderend) -> str:
    """Return the words for the page and for paper, without a full stop."""
    until = f"{record.vervalt_op:%d-%m-%Y}" if record.vervalt_op else ""
    if record.gecontroleerd_op is None:
        return "nog te bevestigen: niemand ging na of dit nog klopt" + (f"; doe dat vóór {until}" if until else "")
    where = f" bij {record.gecontroleerd_bij}" if record.gecontroleerd_bij else ""
    return f"{record.gecontroleerd_op:%d-%m-%Y}{where}" + (f", geldig tot {until}" if until else "")


def unchecked(record: Verouderend) -> bool:
    """Tell whether the record ages and nobody asked yet if it still holds."""
    return record.vervalt_op is not None and record.gecontroleerd_op is None
