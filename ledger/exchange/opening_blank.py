"""Makes the opening workbook: the book's own chart and codes filled in, the rest to be typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

from ledger.domain.lending import Direction
from ledger.exchange.opening_sheets import OpeningColumn, opening_sheets
from ledger.queries.opening import OpeningLists

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_ROWS = 5_000  # rows that have drop-downs
_LONGEST_LIST = 255  # signs that a spreadsheet takes in the list of a drop-down


def write_opening_workbook(lists: OpeningLists, out: BinaryIO) -> None:
    """Write an empty opening workbook for this book."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, columns in opening_sheets().items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        sheet.append([column.heading for column in columns])
        for place, column in enumerate(columns, start=1):
            _lay_out(sheet, place, column, _codes(column.kind, lists))
    for account in lists.accounts:
        if not account.head:
            names = (account.name_th, account.name_en)
            book["accounts"].append([account.code, " / ".join(dict.fromkeys(names))])
    book.save(out)


def _codes(kind: str, lists: OpeningLists) -> tuple[str, ...]:
    return {
        "zone": lists.zones,
        "savings": lists.savings,
        "shares": lists.shares,
        "bank": lists.banks,
        "loan": lists.types_of(Direction.OUT),
        "borrowing": lists.types_of(Direction.IN),
    }.get(kind, ())


def _lay_out(sheet: Worksheet, place: int, column: OpeningColumn, codes: Iterable[str]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letter = get_column_letter(place)
    sheet.column_dimensions[letter].width = max(14, len(column.heading) // 2 + 8)
    sheet.cell(1, place).font = Font(bold=column.needed)
    where = f"{letter}2:{letter}{_ROWS}"
    if column.kind not in {"amount", "count", "day", "rate"}:
        # As text, so that no spreadsheet rounds a number of thirteen digits.
        sheet.column_dimensions[letter].number_format = "@"
    listed = ",".join(codes)
    if listed and len(listed) <= _LONGEST_LIST and '"' not in listed:
        choice = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
        choice.add(where)
        sheet.add_data_validation(choice)
