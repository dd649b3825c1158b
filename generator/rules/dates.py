"""M6 for facts that age: phone numbers, organisations, instruments and law carry the day they expire."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from generator.diagnostics import Severity
from generator.graph import Methodiek, Node
from generator.rules.base import Trouble, rule

NEAR = timedelta(days=30)
HINT = "zet erbij waar je het naging, of laat de datum weg"


def today() -> date:
    """Return the day of the build. `SOURCE_DATE_EPOCH` sets it, so that a build can be repeated."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(given), UTC) if given.isdigit() else datetime.now(UTC)
    return moment.date()


def _dated(methodiek: Methodiek) -> Iterator[tuple[Node, date]]:
    for node in methodiek.nodes.values():
        expires = getattr(node.record, "vervalt_op", None)
        if isinstance(expires, date):
            yield node, expires


@rule("M603")
def expired_fact(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een gegeven is over zijn datum.

    Een telefoonnummer, een organisatie of een wet verandert. Ga na of het nog klopt, en zet dan nieuwe datums bij
    `gecontroleerd_op` en `vervalt_op`.
    """
    for node, expires in _dated(methodiek):
        if expires < today():
            message = f"Dit gegeven is verlopen op {expires:%d-%m-%Y}."
            yield Trouble(node.at("vervalt_op"), message, "ga na of het nog klopt en zet nieuwe datums")


@rule("M604", Severity.LET_OP)
def expiring_fact(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een gegeven verloopt binnen een maand.

    Ga na of het nog klopt voordat het de bouw ophoudt.
    """
    for node, expires in _dated(methodiek):
        if today() <= expires <= today() + NEAR:
            message = f"Dit gegeven verloopt op {expires:%d-%m-%Y}."
            yield Trouble(node.at("vervalt_op"), message, "ga nu na of het nog klopt")


@rule("M605")
def expires_before_checked(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een gegeven verloopt voordat het is gecontroleerd.

    De datum bij `vervalt_op` ligt voor die bij `gecontroleerd_op`. Heeft nog niemand het nagegaan, laat
    `gecontroleerd_op` dan weg: de site zegt dat eerlijk, en `vervalt_op` is de dag waarop het nagegaan moet zijn.
    """
    for node, expires in _dated(methodiek):
        checked = getattr(node.record, "gecontroleerd_op", None)
        if isinstance(checked, date) and expires <= checked:
            yield Trouble(node.at("vervalt_op"), "Deze datum ligt niet na de controle.", "zet de juiste datums")


@rule("M606")
def checked_nowhere(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een controle zegt niet waar er is nagevraagd.

    Een datum bij `gecontroleerd_op` is pas iets waard als er bij `gecontroleerd_bij` staat waar je het naging,
    bijvoorbeeld op de website van de organisatie of aan de telefoon. Staat het alleen in een bron, dan is het niet
    gecontroleerd: laat de datum weg.

    Fout:
        # content/handleiding/ketenpartners/dokter.yml
        id: dokter
        titel: Dokter
        kern: Voor vragen over gezondheid.
        waarvoor: Als iemand slecht blijft slapen.
        wanneer: Na twee weken.
        gecontroleerd_op: 2026-01-01
        vervalt_op: 2999-01-01
        bron: eigen-uitwerking

    Goed:
        # content/handleiding/ketenpartners/dokter.yml
        id: dokter
        titel: Dokter
        kern: Voor vragen over gezondheid.
        waarvoor: Als iemand slecht blijft slapen.
        wanneer: Na twee weken.
        gecontroleerd_op: 2026-01-01
        gecontroleerd_bij: de praktijk, aan de telefoon
        vervalt_op: 2999-01-01
        bron: eigen-uitwerking
    """
    for node in methodiek.nodes.values():
        record = node.record
        if getattr(record, "gecontroleerd_op", None) and not getattr(record, "gecontroleerd_bij", None):
            yield Trouble(node.at("gecontroleerd_op"), "Hier staat een datum zonder waar het is nagegaan.", HINT)
