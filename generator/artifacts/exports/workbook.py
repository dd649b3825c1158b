"""The only door to XlsxWriter: tables as a workbook, and the zelfscan with lists to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from generator.artifacts.exports.tables import Table

MOMENT = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""What a workbook calls the day it was made: always the same, so that equal content gives equal bytes."""
LONGEST = 32_767
"""How many characters a cell of a workbook can hold."""
CUT = " … (hier afgebroken; het geheel staat in de CSV en de JSON)"
WIDE = 60


def workbook(tables: Sequence[Table], title: str) -> bytes:
    """Return some tables as one workbook, a sheet for each, the first a list of the others."""
    heads = ("tabblad", "wat", "rijen", "kolommen")
    listed = tuple((one.name[:31], one.title, str(len(one.rows)), str(len(one.heads))) for one in tables)
    return _written((Table("inhoud", "inhoud", heads, listed), *tables), title, {})


def form(table: Table, title: str, choices: dict[str, tuple[str, ...]]) -> bytes:
    """Return one table to fill in; columns in `choices` have a list to choose from."""
    return _written((table,), title, choices)


def _written(tables: Sequence[Table], title: str, choices: dict[str, tuple[str, ...]]) -> bytes:
    data = BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(data, settings)
    book.set_properties({"title": title, "author": "", "created": MOMENT})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    for table in tables:
        sheet = book.add_worksheet(table.name[:31])
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        for column, name in enumerate(table.heads):
            longest = max((len(row[column]) for row in table.rows), default=0)
            sheet.set_column(column, column, max(12, min(WIDE, longest + 2, WIDE)))
            sheet.write_string(0, column, name, head)
            for number, row in enumerate(table.rows, 1):
                sheet.write_string(number, column, _fitting(row[column]), cell)
            if name in choices:
                rule = {
                    "validate": "list",
                    "source": list(choices[name]),
                    "error_title": "Kies uit de lijst",
                    "error_message": "Kies: " + ", ".join(choices[name]),
                }
                sheet.data_validation(1, column, max(1, len(table.rows)), column, rule)
        if table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(table.heads) - 1)
    book.close()
    return data.getvalue()


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT
