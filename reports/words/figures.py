"""Figures as this country writes them: grouped, two decimals, Thai digits on request."""

from __future__ import annotations

import re
from fractions import Fraction

from ledger.domain.money import SATANG_PER_BAHT, Money

_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_WESTERN = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")

_RATE = re.compile(r"[0-9]{1,3}(\.[0-9]{1,6})?")


def grouped(number: int) -> str:
    return f"{number:,}"


def decimal(amount: Money) -> str:
    """Baht with two decimals, grouped: ``-1,250.50``."""
    whole, satang = divmod(abs(amount.satang), SATANG_PER_BAHT)
    sign = "-" if amount.satang < 0 else ""
    return f"{sign}{whole:,}.{satang:02d}"


def percent(part: Fraction, places: int) -> str:
    """A part of one as percent, half up, without closing zeros: 1/16 is ``6.25%``."""
    size = 10**places
    scaled = abs(part) * 100 * size
    rounded = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    whole, rest = divmod(rounded, size)
    sign = "-" if part < 0 and rounded else ""
    decimals = f"{rest:0{places}d}".rstrip("0") if places else ""
    return f"{sign}{whole:,}{'.' if decimals else ''}{decimals}%"


def in_thai_digits(text: str) -> str:
    """The same text with ๐ to ๙; nothing but digits changes."""
    return text.translate(_THAI)


def in_western_digits(text: str) -> str:
    """The same text with 0 to 9 for Thai digits; digits of other scripts stay what they are."""
    return text.translate(_WESTERN)


def read_rate(text: str) -> Fraction | None:
    """Percent a year as typed, ``1.25`` or ``๑.๒๕``, as a part of one; None when it is none."""
    plain = in_western_digits(text).strip().removesuffix("%").strip()
    return Fraction(plain) / 100 if _RATE.fullmatch(plain) else None
