"""Statements that need care: figures, contradictions, and facts that age."""

from __future__ import annotations

from datetime import date

from generator.artifacts.registers.base import Cel, Register, in_order, source_name, texts
from generator.graph import Methodiek
from generator.model.naslag import Onderzoek, Tegenstrijdigheid


def claims(methodiek: Methodiek) -> Register:
    """Every figure, with how many people it is about, the year, and its limits."""
    rows = tuple(
        texts(
            Cel(node.titel, node),
            node.record.uitspraak,
            node.record.aantal,
            node.record.jaar,
            node.record.soort,
            node.record.kanttekening,
            "; ".join(source_name(methodiek, place) for place in node.record.bron),
        )
        for node in in_order(methodiek, "onderzoek")
        if isinstance(node.record, Onderzoek)
    )
    heads = ("onderwerp", "uitspraak", "aantal", "jaar", "soort", "kanttekening", "bron")
    return Register("uitspraken", "Uitspraken", "Elk cijfer met aantal, jaar en grens.", heads, rows)


def contradictions(methodiek: Methodiek) -> Register:
    """Where sources differ or say nothing, what we follow for now, and who has to decide."""
    rows = []
    for node in in_order(methodiek, "tegenstrijdigheid"):
        record = node.record
        assert isinstance(record, Tegenstrijdigheid)
        readings = " / ".join(f"{source_name(methodiek, one.bron)}: {one.tekst}" for one in record.lezingen)
        decided = record.besloten_op.isoformat() if record.besloten_op else "nog te beslissen"
        rows.append(
            texts(
                record.code,
                Cel(record.titel, node),
                record.ernst,
                record.soort,
                readings,
                record.lijn,
                record.reden,
                record.beslist,
                Cel(decided, gap=record.besloten_op is None),
            )
        )
    heads = ("code", "onderwerp", "ernst", "soort", "lezingen", "wij volgen", "omdat", "wie beslist", "besloten op")
    lead = "Waar de bronnen verschillen of zwijgen, en wat wij zolang volgen."
    return Register("verschillen", "Verschillen", lead, heads, tuple(rows))


def expiring(methodiek: Methodiek) -> Register:
    """Everything that ages, the first to expire on top."""
    dated = sorted(
        (expires, node.key, node)
        for node in methodiek.nodes.values()
        if isinstance(expires := getattr(node.record, "vervalt_op", None), date)
    )
    rows = []
    for expires, _, node in dated:
        checked = getattr(node.record, "gecontroleerd_op", None)
        where = getattr(node.record, "gecontroleerd_bij", None) or ""
        day = f"{checked.isoformat()} {where}".strip() if isinstance(checked, date) else ""
        shown = day or Cel("nog niet nagekeken", gap=True)
        rows.append(texts(Cel(node.titel, node), node.kind.name, shown, expires.isoformat()))
    heads = ("wat", "soort", "gecontroleerd op", "vervalt op")
    lead = "Gegevens die verouderen, en wanneer zij opnieuw nagekeken moeten zijn."
    return Register("vervaldatums", "Vervaldatums", lead, heads, tuple(rows))
