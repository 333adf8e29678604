"""What the one search box understands: a paper's number, an amount, a day, or plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ledger.domain.fingerprint import CODE_LENGTH, grouped, plain_letters
from ledger.domain.money import Money
from ledger.domain.papers import paper_year
from reports.words.amounts import parse_amount
from reports.words.figures import in_western_digits
from reports.words.typed_days import AmbiguousDay, UnreadableDay, parse_day

_SHORT_PAPER = re.compile(r"([A-Z]{1,4})\s?([0-9]{1,6})")
_MISREAD = 2
_AMOUNT = re.compile(r"[0-9][0-9,]*(\.[0-9]{1,2})?")


@dataclass(frozen=True, slots=True)
class Meant:
    """The readings of a typed text; ``text`` is what numbers and words are compared with."""

    text: str
    amount: Money | None = None
    day: date | None = None


def meant_by(typed: str, *, today: date) -> Meant:
    """Read the text every way it makes sense; ``R 12`` is this year's ``R2569/000012``."""
    plain = in_western_digits(typed).strip()
    return Meant(_whole_number(plain, today), _amount(plain), _day(typed, today))


def code_in(typed: str) -> str:
    """The letters of a code from a paper, misread ones among them; empty for anything else."""
    letters = plain_letters(typed)
    misread = len(re.sub("[A-Z]", "", letters))  # such as a nought for a round letter
    return grouped(letters) if len(letters) == CODE_LENGTH and misread <= _MISREAD else ""


def _whole_number(plain: str, today: date) -> str:
    short = _SHORT_PAPER.fullmatch(plain.upper())
    return f"{short[1]}{paper_year(today)}/{int(short[2]):06d}" if short else plain.lstrip("#")


def _amount(plain: str) -> Money | None:
    read = parse_amount(plain) if _AMOUNT.fullmatch(plain) else None
    return read if isinstance(read, Money) else None


def _day(typed: str, today: date) -> date | None:
    if not re.search(r"[0-9๐-๙]\s*[/\-ก-๙]|[0-9]\s*[a-zA-Z]{3}", typed):
        return None
    try:
        return parse_day(typed, base=today).day
    except (UnreadableDay, AmbiguousDay):
        return None
