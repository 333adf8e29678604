"""What pasting into the register knows, without Qt: columns named, rows read, what looks known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ledger.exchange.mapped_file import MappedRow
from ledger.exchange.opening_sheets import opening_sheets
from reports.words.figures import in_western_digits
from reports.words.voice import Voice

Cells = tuple[tuple[str, ...], ...]

# In the order in which lists are usually kept, for columns that have no heading.
USUAL = ("number", "title", "given", "family", "zone", "household", "phone", "address")
FIELDS = tuple(column.name for column in opening_sheets()["members"])
_ALSO = {
    "number": ("เลขที่", "เลขสมาชิก", "no", "no."),
    "given": ("ชื่อ-สกุล", "ชื่อ - นามสกุล", "name", "first name"),
    "family": ("สกุล", "last name"),
    "joined": ("วันที่เป็นสมาชิก", "วันที่สมัคร", "วันเข้า", "since"),
    "zone": ("โซน", "กลุ่ม", "กลุ่มย่อย", "รหัสกลุ่มย่อย"),
}


def field_said(field: str, voice: Voice) -> str:
    """What a column of the register is called in forms and workbooks."""
    column = next(one for one in opening_sheets()["members"] if one.name == field)
    return voice.name(column.th, column.en)


def named_by(heading: str) -> str:
    """The field that a heading names; none where it names none."""
    wanted = " ".join(heading.split()).casefold()
    for column in opening_sheets()["members"]:
        names = (column.name, column.th, column.en, *_ALSO.get(column.name, ()))
        if wanted and wanted in {one.casefold() for one in names}:
            return column.name
    return ""


def has_headings(cells: Cells) -> bool:
    """Whether the first row names columns; one name that is known is enough."""
    return bool(cells) and any(named_by(cell) for cell in cells[0])


def guessed(cells: Cells) -> tuple[str, ...]:
    """What each column holds: by its heading, or else by the usual order; each field once."""
    width = max((len(row) for row in cells), default=0)
    if has_headings(cells):
        found = [named_by(cell) for cell in cells[0]]
        found += [""] * (width - len(found))
        return tuple(one if one not in found[:at] else "" for at, one in enumerate(found))
    body = [row for row in cells if row]
    numbered = all(in_western_digits(row[0]).isdecimal() for row in body)
    return (USUAL if numbered else USUAL[1:])[:width] if width > 1 else ("given",)[:width]


def rows_of(cells: Cells, columns: Sequence[str], joined: date) -> list[MappedRow]:
    """The rows by field; who has no day of joining joined on the day given."""
    body = list(enumerate(cells, start=1))[1 if has_headings(cells) else 0 :]
    rows = []
    for number, row in body:
        named: dict[str, object] = {
            field: cell for field, cell in zip(columns, row, strict=False) if field
        }
        if not any(named.values()):
            continue
        if not named.get("joined"):
            named["joined"] = joined
        rows.append(MappedRow(number, named))
    return rows


def taken_twice(columns: Iterable[str]) -> str:
    """A field that two columns are said to hold; none where each stands once."""
    seen: set[str] = set()
    for one in columns:
        if one and one in seen:
            return one
        seen.add(one)
    return ""
