"""Exact amounts as text: decimal baht where it ends, else a fraction of baht."""

from __future__ import annotations

from fractions import Fraction


def baht_text(satang: Fraction) -> str:
    """``12.3456`` or ``1234/365``: nothing is rounded here."""
    baht = satang / 100
    for places in range(2, 9):
        scaled = baht * 10**places
        if scaled.denominator == 1:
            sign = "-" if scaled < 0 else ""
            digits = f"{abs(scaled.numerator):0{places + 1}d}"
            return f"{sign}{digits[:-places]}.{digits[-places:]}"
    return f"{baht.numerator}/{baht.denominator}"
