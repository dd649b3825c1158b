"""The text that goes with the open data: what each file is, and how to check it with ordinary tools."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.artifacts.exports.dataset import SCHEMA_NAME
from generator.artifacts.exports.tables import SEPARATOR, Table

DATASET, WORKBOOK, MARKS = "methodiek.json", "methodiek.xlsx", "vingerafdrukken.json"
SELFSCAN, README = "zelfscan.xlsx", "LEESMIJ.txt"

FILES: tuple[tuple[str, str], ...] = (
    (DATASET, "alles in één bestand (JSON, UTF-8)"),
    (SCHEMA_NAME, "de vorm van dat bestand (JSON Schema, 2020-12)"),
    (WORKBOOK, "dezelfde tabellen als werkboek, een tabblad per tabel"),
    (SELFSCAN, "de zelfscan om in te vullen, met een keuzelijst bij 'voldoet'"),
    (MARKS, "de tekst waarvan elke vingerafdruk is genomen, behalve waar een antwoord in staat"),
    (README, "uitleg bij deze bestanden"),
)
"""The files that are always there, with what each of them is; the tables stand in `csv/`."""

MIME = {
    ".json": "application/json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".txt": "text/plain",
}
"""What each of them is to a program."""

_TEXT = """\
{title}
{version}
Controlegetal van de inhoud: {total}

Bestanden
{files}
  csv/TABEL.csv: een bestand per tabel (RFC 4180: UTF-8, komma's, aanhalingstekens waar dat moet)

Namen blijven gelijk
  Een ding heet soort/naam. Een koppeling heet 'soort/naam veld soort/naam'. Die naam blijft als een titel of een nummer
  verandert. Hij staat in de kolom 'sleutel'.

Cellen
  Staat er meer dan een waarde in een cel, dan staat er '{separator}' tussen. Wat zelf delen heeft, staat er als JSON.
  Een cel die voor het werkboek te lang is, is daar afgebroken; in de CSV staat hij heel.
  Alle cellen van het werkboek zijn tekst. Begint een cel van een CSV met = + - of @, dan staat er een ' voor, zodat
  een rekenprogramma er geen formule in ziet.

Grond
  bron: een bron legt de koppeling, en de plaats staat erbij. afgeleid: wij legden haar, en de reden staat erbij.

Het controlegetal nagaan
  jq -cSj '[.dingen,.koppelingen]' {dataset} | sha256sum

Een vingerafdruk nagaan
  jq -j '."SLEUTEL".tekst' {marks} | sha256sum
  Voor de vingerafdruk staat '1:', het nummer van deze definitie. Zij verandert nooit; er kan wel een tweede bij komen.
  1. Tekst: Unicode NFC. Een lege regel scheidt alinea's; binnen een alinea is alle wit één spatie. In de tekst van een
     hoofdstuk blijven regels regels, zonder wit aan het eind, en zijn meer lege regels er één.
  2. Wat leeg is, valt weg. Een lijst met één ding is gelijk aan dat ding. De volgorde van velden telt niet, die in een
     lijst wel.
  3. Een ding: alles wat erin geschreven staat, met zijn onderdelen en koppelingen, zoals een mens het schreef.
  4. Een koppeling: haar naam, haar grond, en van de twee dingen de SHA-256 van 'zonder_koppelingen'.
  5. Dat alles als JSON met velden op volgorde en zonder spaties. De vingerafdruk is daar de SHA-256 van.

Tabellen
{listed}
"""


def readme(data: dict[str, Any], tables: Sequence[Table]) -> str:
    """Return the text for a dataset and its tables."""
    return _TEXT.format(
        title=data["titel"],
        version=data["versie"],
        total=data["controlegetal"],
        files="\n".join(f"  {name}: {what}" for name, what in FILES),
        separator=SEPARATOR,
        dataset=DATASET,
        marks=MARKS,
        listed="\n".join(f"  {one.name}.csv: {one.title}, {len(one.rows)} rijen" for one in tables),
    )
