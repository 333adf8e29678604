"""Reads what people type into spreadsheets: amounts, days of both eras, numbers of thirteen digits.

Nothing is guessed: what can be read in two ways or in none is refused with what it says.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from ledger.domain.days import ERA_OFFSET
from ledger.domain.money import LARGEST_SATANG, ZERO, Money
from ledger.domain.month_names import ENGLISH_MONTHS, THAI_MONTHS, THAI_SHORT_MONTHS
from ledger.domain.refusals import FormulaInCell, NotACellAmount, NotACellDay, NumberCutShort
from ledger.domain.refusals.carrying import NotACellCount, NotACellRate
from ledger.domain.seen import check_seen

_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_AMOUNT = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]{1,2})?", re.ASCII)
_POWER = re.compile(r"[0-9.]+[eE]\+?[0-9]+", re.ASCII)
_RATE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?)\s*(%?)", re.ASCII)
_LEAST_PLAIN_RATE = Fraction(1, 2)  # a percent cell holds 6 % as 0.06
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", re.ASCII)
_IN_WORDS = re.compile(r"([0-9]{1,2})[\s-]*([^\W\d_][^\d\s-]*)[\s-]*([0-9]{4})")
_MONTHS = {
    name.replace(".", "").casefold(): number
    for names in (THAI_MONTHS, THAI_SHORT_MONTHS, ENGLISH_MONTHS, [it[:3] for it in ENGLISH_MONTHS])
    for number, name in enumerate(names, 1)
}
_CLEARLY_COMMON = range(1900, 2101)
_CLEARLY_BUDDHIST = range(2443, 2644)


def shown(cell: Any) -> str:
    """The cell as its reader sees it."""
    if isinstance(cell, date):
        return (cell.date() if isinstance(cell, datetime) else cell).isoformat()
    return "" if cell is None else str(cell).strip()


def cell_text(cell: Any) -> str:
    """A text; a whole number without its decimals.

    Raises:
        FormulaInCell: it would have to be computed first.
        NumberCutShort: digits were lost, ``3.1002E+12``.
        HiddenSign: it holds a sign that nobody sees.
    """
    text = shown(cell)
    if text.startswith("="):
        raise FormulaInCell(text)
    if isinstance(cell, str):
        check_seen(text, "text")
        if _POWER.fullmatch(text):
            raise NumberCutShort(text)
        return text
    if isinstance(cell, date | bool) or cell is None:
        return text
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return f"{number:f}".removesuffix(".0")


def cell_digits(cell: Any) -> str:
    """Digits in Latin form, without what may stand between them."""
    return re.sub(r"[\s-]", "", cell_text(cell).translate(_THAI_DIGITS))


def cell_number(cell: Any) -> str:
    """A number that is a name, such as a member's: its digits in Latin form, the rest as it is."""
    return cell_text(cell).translate(_THAI_DIGITS)


def cell_amount(cell: Any) -> Money:
    """Baht of zero or more; nothing typed is nothing.

    Raises:
        FormulaInCell, NotACellAmount: why it is none.
    """
    text = cell_text(cell).translate(_THAI_DIGITS).replace("\u00a0", "").strip()
    if text in {"", "-"}:
        return ZERO
    if isinstance(cell, str):
        if not _AMOUNT.fullmatch(text):
            raise NotACellAmount(text)
        satang = Decimal(text.replace(",", "")) * 100
    else:
        satang = _satang(text)
    if not 0 <= satang <= LARGEST_SATANG:
        raise NotACellAmount(text)
    return Money(int(satang))


def _satang(text: str) -> Decimal:
    """Satang of a number cell, whose binary fraction stands for the nearest satang."""
    try:
        exact = Decimal(text) * 100
        nearest = exact.quantize(Decimal(1), ROUND_HALF_UP)
    except InvalidOperation as error:
        raise NotACellAmount(text) from error
    if abs(exact - nearest) > Decimal("0.001"):
        raise NotACellAmount(text)
    return nearest


def cell_day(cell: Any) -> date:
    """A day of either era, by its year; the month as a figure or by its name.

    Raises:
        FormulaInCell, NotACellDay: why it is none.
    """
    text = cell_text(cell).translate(_THAI_DIGITS)
    if found := _DAY_FIRST.fullmatch(text):
        parts = found.groups()[::-1]
    elif found := _YEAR_FIRST.fullmatch(text):
        parts = found.groups()
    elif (found := _IN_WORDS.fullmatch(text)) and (named := _month(found[2])):
        parts = (found[3], str(named), found[1])
    else:
        raise NotACellDay(text)
    year, month, day = (int(part) for part in parts)
    if year in _CLEARLY_BUDDHIST:
        year -= ERA_OFFSET
    if year not in _CLEARLY_COMMON:
        raise NotACellDay(text)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NotACellDay(text) from error


def _month(name: str) -> int | None:
    return _MONTHS.get(name.replace(".", "").casefold())


def cell_rate(cell: Any) -> Fraction:
    """A yearly rate in percent as a part of one, ``6`` or ``6%``.

    A bare number below one half could be a percent or a part of one, and is refused.

    Raises:
        FormulaInCell, NotACellRate: why it is none.
    """
    text = cell_text(cell).translate(_THAI_DIGITS)
    found = _RATE.fullmatch(text)
    if not found:
        raise NotACellRate(text)
    rate, sign = Fraction(found[1]), found[2]
    if not sign and 0 < rate < _LEAST_PLAIN_RATE:
        raise NotACellRate(text)
    return rate / 100


def cell_count(cell: Any) -> int:
    """A whole number above zero.

    Raises:
        FormulaInCell, NotACellCount: it is none.
    """
    text = cell_text(cell).translate(_THAI_DIGITS)
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 10_000):
        raise NotACellCount(text)
    return int(text)
