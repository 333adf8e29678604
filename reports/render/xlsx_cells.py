"""Cells of a spreadsheet: real figures and days with formats, texts that stay texts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from types import NoneType
from typing import Any, NamedTuple

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from typing_extensions import override

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
_DAY = {
    # The calendar (07: Buddhist) and the language stand in the code before the format.
    ("th", Era.BUDDHIST): "[$-107041E]d mmm yyyy",
    # LibreOffice speaks Thai in this calendar, and an English sheet must not name months in it.
    ("en", Era.BUDDHIST): "[$-1070409]yyyy-mm-dd",
    ("th", Era.COMMON): "[$-41E]d mmm yyyy",
    ("en", Era.COMMON): "[$-409]d mmm yyyy",
}
_ALIGN = {Align.START: "left", Align.CENTRE: "center", Align.END: "right"}


class Look(NamedTuple):
    """What a cell looks like; equal looks of one column share one cell object."""

    style: RowStyle = RowStyle.NORMAL
    number_format: str = "General"
    align: Align = Align.START
    wrap: bool = False
    indent: int = 0
    bordered: bool = True
    size: int = SIZE
    strong: bool = False
    accent: bool = False


class ReadyCell(Cell):
    """A cell that knows our types; its parent would guess, and take a text for a formula."""

    __slots__ = ("_number_of_style",)
    _value: Any  # of the parent

    def settle(self) -> ReadyCell:
        """Look up the style once for all rows; from now on it stays what it is."""
        self._number_of_style = super().style_id
        return self

    @property
    @override
    def style_id(self) -> int:
        return self._number_of_style

    def holding(self, value: Value) -> ReadyCell:
        """The cell with this value, as a spreadsheet keeps it: baht as a number, a day as a day."""
        self.data_type, typed = _TYPED[type(value)]
        self._value = typed(value)
        return self

    def calculating(self, formula: str) -> ReadyCell:
        self.data_type, self._value = "f", formula
        return self


def _local(moment: datetime) -> datetime:
    return moment.astimezone(_THAI_TIME).replace(tzinfo=None) if moment.tzinfo else moment


def _as_it_is(value: Any) -> Any:
    return value


def _in_baht(amount: Money) -> float:
    return amount.satang / SATANG_PER_BAHT


def _first_day(month: Month) -> date:
    return month.first


_TYPED: dict[type, tuple[str, Callable[[Any], Any]]] = {
    str: ("s", plain),
    Money: ("n", _in_baht),
    int: ("n", _as_it_is),
    Fraction: ("n", float),
    date: ("d", _as_it_is),
    datetime: ("d", _local),
    Month: ("d", _first_day),
    NoneType: ("n", _as_it_is),
}


class Cells:
    """The cell objects of one sheet: one for each look and column, filled anew for each row."""

    def __init__(self, sheet: Any, voice: Voice) -> None:
        self._sheet = sheet
        self._made: dict[tuple[Look, int], ReadyCell] = {}
        self.day_format = _DAY[voice.tongue, voice.era]
        self._formats = {
            Money: MONEY,
            str: TEXT,
            date: self.day_format,
            datetime: f"{self.day_format} hh:mm",
            Month: self.day_format.replace("d mmm", "mmm").removesuffix("-dd"),
            Fraction: PERCENT,
        }

    def cell(self, value: Value, look: Look, column: int) -> ReadyCell:
        """A cell with this value; a text stays a text, even with ``=`` in front."""
        return self.blank(look, column).holding(value)

    def format_of(self, value: Value, otherwise: str) -> str:
        """The number format for the type of this very value."""
        return self._formats.get(type(value), otherwise)

    def blank(self, look: Look, column: int) -> ReadyCell:
        """The cell object of this look in this column, whatever it held before."""
        key = (look, column)
        if key not in self._made:
            self._made[key] = _styled(ReadyCell(self._sheet, row=1, column=1), look)
        return self._made[key]


def _styled(cell: ReadyCell, look: Look) -> ReadyCell:
    strong = look.strong or look.style is not RowStyle.NORMAL
    accent = look.accent or look.style is RowStyle.HEADING
    cell.font = Font(name=FONT, size=look.size, bold=strong, color=ACCENT if accent else "1C1E20")
    cell.alignment = Alignment(
        horizontal=_ALIGN[look.align],
        # Short titles stand next to their column, long contents begin where their row does.
        vertical="bottom" if look.accent and look.bordered else "top",
        wrap_text=look.wrap,
        indent=look.indent,
    )
    cell.number_format = look.number_format
    if look.bordered:
        cell.border = _border(look)
    if look.style is RowStyle.HEADING:
        cell.fill = PatternFill("solid", fgColor=TINT)
    return cell.settle()


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
