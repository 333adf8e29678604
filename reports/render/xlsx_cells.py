"""Cells of a spreadsheet: real figures and days with formats, texts that stay texts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from ledger.domain.days import Month
from ledger.domain.money import SATANG_PER_BAHT, Money
from reports.document import Align, RowStyle, Value
from reports.render.plain import plain
from reports.words.voice import Era, Voice

FONT = "Tahoma"  # stands on every Windows, and its Thai is read well on a screen
SIZE = 10
ACCENT = "115C61"
HAIRLINE = "CCD1D1"
TINT = "F1F5F5"

MONEY = '#,##0.00_);(#,##0.00);"-"_)'
COUNT = "#,##0"
PERCENT = "0.00%"
TEXT = "@"
_THAI_TIME = timezone(timedelta(hours=7))
_MONTH_DAY = {
    # The calendar (07: Buddhist) and the language stand in the code before the format.
    ("th", Era.BUDDHIST): "[$-107041E]d mmm yyyy",
    ("en", Era.BUDDHIST): "[$-1070409]d mmm yyyy",
    ("th", Era.COMMON): "[$-41E]d mmm yyyy",
    ("en", Era.COMMON): "[$-409]d mmm yyyy",
}
_ALIGN = {Align.START: "left", Align.CENTRE: "center", Align.END: "right"}

Plain = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Look:
    """What a cell looks like; equal looks share one cell object."""

    style: RowStyle = RowStyle.NORMAL
    number_format: str = "General"
    align: Align = Align.START
    wrap: bool = False
    indent: int = 0
    bordered: bool = True
    size: int = SIZE
    strong: bool = False
    accent: bool = False


class Cells:
    """The cell objects of one sheet: one for each look and column, filled anew for each row."""

    def __init__(self, sheet: Any, voice: Voice) -> None:
        self._sheet = sheet
        self._made: dict[tuple[Look, int], Any] = {}
        self._voice = voice
        self.day_format = _MONTH_DAY[voice.tongue, voice.era]

    def cell(self, value: Value, look: Look, column: int) -> Any:
        """A cell with this value; a text stays a text, even with ``=`` in front."""
        cell = self._cell(look, column)
        cell.value = typed(value)
        if isinstance(value, str):
            cell.data_type = "s"
        return cell

    def formula(self, formula: str, look: Look, column: int) -> Any:
        cell = self._cell(look, column)
        cell.value = formula
        return cell

    def format_of(self, value: Value, kind_format: str) -> str:
        """The format of the column, unless this very value needs another."""
        if isinstance(value, Money):
            return MONEY
        if isinstance(value, datetime):
            return f"{self.day_format} hh:mm"
        if isinstance(value, Month):
            return self.day_format.replace("d mmm", "mmm")
        if isinstance(value, date):
            return self.day_format
        if isinstance(value, Fraction):
            return PERCENT
        if isinstance(value, str):
            return TEXT
        return kind_format

    def _cell(self, look: Look, column: int) -> Any:
        key = (look, column)
        if key not in self._made:
            self._made[key] = _styled(WriteOnlyCell(self._sheet), look)
        return self._made[key]


def typed(value: Value) -> Plain:
    """The value as a spreadsheet keeps it: baht as a number, a month as its first day."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Money):
        return value.satang / SATANG_PER_BAHT
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(_THAI_TIME).replace(tzinfo=None)
    if isinstance(value, Month):
        return value.first
    if isinstance(value, Fraction):
        return float(value)
    return value


def _styled(cell: Any, look: Look) -> Any:
    strong = look.strong or look.style is not RowStyle.NORMAL
    accent = look.accent or look.style is RowStyle.HEADING
    cell.font = Font(name=FONT, size=look.size, bold=strong, color=ACCENT if accent else "1C1E20")
    cell.alignment = Alignment(
        horizontal=_ALIGN[look.align], vertical="top", wrap_text=look.wrap, indent=look.indent
    )
    cell.number_format = look.number_format
    if look.bordered:
        cell.border = _border(look)
    if look.style is RowStyle.HEADING:
        cell.fill = PatternFill("solid", fgColor=TINT)
    return cell


def _border(look: Look) -> Border:
    thin, hair = Side("thin", color="1C1E20"), Side("hair", color=HAIRLINE)
    if look.accent:
        line = Side("thin", color=ACCENT)
        return Border(top=line, bottom=line)
    if look.style is RowStyle.TOTAL:
        return Border(top=thin, bottom=Side("double", color="1C1E20"))
    if look.style is RowStyle.SUBTOTAL:
        return Border(top=thin, bottom=hair)
    return Border(bottom=hair)
