"""Amounts as people type them, and as receipts spell them out.

Typed amounts may hold Thai or Western digits (no other script's), thousands grouped rightly or not
at all, one decimal point with at most two places, baht words and signs around the figure, and sums
such as ``300+50`` or ``12*100``. What Python's own readers would take, ``NaN``, ``1e6``, ``1_000``
or ``²``, is no amount (trust.md M11).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from ledger.domain.money import LARGEST_SATANG, SATANG_PER_BAHT, Money
from reports.words.english_amounts import english_words, read_english_words
from reports.words.figures import in_western_digits
from reports.words.thai_amounts import read_thai_words, thai_words

__all__ = [
    "AmountProblem",
    "WrongAmount",
    "english_words",
    "parse_amount",
    "read_english_words",
    "read_thai_words",
    "thai_words",
]


class AmountProblem(Enum):
    """Why a text is no amount."""

    EMPTY = "empty"
    NOT_AN_AMOUNT = "not_an_amount"
    OTHER_DIGITS = "other_digits"
    BAD_GROUPING = "bad_grouping"
    TOO_MANY_DECIMALS = "too_many_decimals"
    TOO_LARGE = "too_large"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True)
class WrongAmount:
    """A typed text that is no amount; ``words.problems`` has its sentence."""

    problem: AmountProblem
    text: str


def parse_amount(
    text: str, *, expected: Money | None = None, may_be_negative: bool = False
) -> Money | WrongAmount:
    """Read a typed amount of baht.

    With ``expected``, a sum that begins with a sign adds to it or takes from it: ``+50``, ``-20``
    (interface.md, "Collection day").
    """
    plain = _plain(text)
    problem = _problem(plain)
    if problem is not None:
        return WrongAmount(problem, text[:_LONGEST])
    satang = _satang(plain)
    if expected is not None and plain[0] in "+-":
        satang += expected.satang
    if abs(satang) > LARGEST_SATANG:
        return WrongAmount(AmountProblem.TOO_LARGE, text)
    if satang < 0 and not may_be_negative:
        return WrongAmount(AmountProblem.NEGATIVE, text)
    return Money(satang)


# Ten times what somebody usually pays is asked about once (interface.md, "Everywhere").
UNUSUAL_TIMES = 10
_LONGEST = 80
_AROUND = re.compile(r"^(?:฿|thb)\s*|\s*(?:฿|thb|บาทถ้วน|บาท|บ\.|baht|\.-|/-)$")
_SPACES_AT_SIGNS = re.compile(r"\s*([+\-*])\s*")
_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]*)?|\.[0-9]+"
_TERM = rf"(?:{_NUMBER})(?:\*[0-9]{{1,6}})?"
_SUM = re.compile(rf"[+-]?{_TERM}(?:[+-]{_TERM})*")
_TERMS = re.compile(rf"([+-]?)({_NUMBER})(?:\*([0-9]+))?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+")


def _plain(text: str) -> str:
    """Lower case, Western digits, without baht signs and the spaces around plus and minus."""
    plain = in_western_digits(text).lower().replace("\N{MINUS SIGN}", "-").strip()
    plain = _AROUND.sub("", plain)
    return _SPACES_AT_SIGNS.sub(r"\1", plain.strip())


def _problem(plain: str) -> AmountProblem | None:
    if not plain:
        return AmountProblem.EMPTY
    if any(sign.isnumeric() and not sign.isascii() for sign in plain):
        return AmountProblem.OTHER_DIGITS
    if len(plain) > _LONGEST or not _SUM.fullmatch(plain):
        return AmountProblem.NOT_AN_AMOUNT
    numbers = [number for _, number, _ in _TERMS.findall(plain)]
    parts = [number.partition(".") for number in numbers]
    if any(whole and not _GROUPED.fullmatch(whole) for whole, _, _ in parts):
        return AmountProblem.BAD_GROUPING
    if any(len(decimals) > 2 for _, _, decimals in parts):
        return AmountProblem.TOO_MANY_DECIMALS
    return None


def _satang(plain: str) -> int:
    return sum(
        (-1 if sign == "-" else 1) * _one(number) * int(times or 1)
        for sign, number, times in _TERMS.findall(plain)
    )


def _one(number: str) -> int:
    whole, _, decimals = number.replace(",", "").partition(".")
    return int(whole or 0) * SATANG_PER_BAHT + int(decimals.ljust(2, "0"))
