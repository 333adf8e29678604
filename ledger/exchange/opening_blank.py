"""Makes the opening workbook: the book's own chart and codes filled in, the rest to be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from ledger.exchange.opening_sheets import CHOICES, OpeningColumn, labels_of, opening_sheets, tab_of
from ledger.exchange.opening_values import choices_of
from ledger.queries.opening import OpeningLists

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_ROWS = 5_000  # rows that have drop-downs
_LISTS = "lists"  # a sheet that nobody needs to see holds what the drop-downs offer
# What a cell of each kind holds, for people; codes of the book are offered by drop-downs.
_NOTES = {
    "amount": "บาท เช่น 1,250.50 / baht, such as 1,250.50",
    "count": "จำนวนเต็ม เช่น 24 / a whole number, such as 24",
    "day": "วัน/เดือน/ปีสี่หลัก พ.ศ. หรือ ค.ศ. / day, month, year of four digits in either era",
    "digits": "เลข 13 หลัก / thirteen digits",
    "member": "ตามแผ่น members / as on the sheet members",
    "members": "หลายคนคั่นด้วยจุลภาค / several with commas",
    "rate": "ร้อยละต่อปี เช่น 6% / percent a year, such as 6%",
}


def write_opening_workbook(lists: OpeningLists, out: BinaryIO) -> None:
    """Write an empty opening workbook for this book."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    offered = _offered(book, lists)
    for name, columns in opening_sheets().items():
        sheet = book.create_sheet(tab_of(name))
        sheet.freeze_panes = "A2"
        sheet.append([column.heading for column in columns])
        for place, column in enumerate(columns, start=1):
            _lay_out(sheet, place, column, offered.get(column.kind))
    for account in lists.accounts:
        if not account.head:
            names = (account.name_th, account.name_en)
            book[tab_of("accounts")].append([account.code, " / ".join(dict.fromkeys(names))])
    # Last, so that the workbook opens on what has to be filled in.
    book.move_sheet(_LISTS, len(book.sheetnames))
    book.active = 0
    book.save(out)


def _lay_out(sheet: Worksheet, place: int, column: OpeningColumn, offered: str | None) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letter = get_column_letter(place)
    sheet.column_dimensions[letter].width = max(14, len(column.heading) // 2 + 8)
    sheet.cell(1, place).font = Font(bold=column.needed)
    where = f"{letter}2:{letter}{_ROWS}"
    if column.kind not in {"amount", "some", "count", "day", "rate"}:
        # As text, so that no spreadsheet rounds a number of thirteen digits.
        sheet.column_dimensions[letter].number_format = "@"
    if (note := _NOTES.get(column.kind)) is not None:
        sheet.cell(1, place).comment = Comment(note, "satcha")
    if offered is not None:
        choice = DataValidation(type="list", formula1=offered, allow_blank=True)
        choice.add(where)
        sheet.add_data_validation(choice)


def _offered(book: Workbook, lists: OpeningLists) -> dict[str, str]:
    """Where the codes of each kind stand on the sheet of lists; empty lists offer nothing."""
    from openpyxl.utils import get_column_letter

    hidden = book.create_sheet(_LISTS)
    hidden.sheet_state = "hidden"
    places: dict[str, str] = {}
    known = choices_of(lists)
    for place, kind in enumerate((*known, *CHOICES), 1):
        codes = known.get(kind) or labels_of(kind)
        for row, code in enumerate(codes, start=1):
            hidden.cell(row, place).value = code
        if codes:
            letter = get_column_letter(place)
            places[kind] = f"{_LISTS}!${letter}$1:${letter}${len(codes)}"
    return places
