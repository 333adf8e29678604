"""What a cell may hold, and how text may stand: the words that blocks share."""

from __future__ import annotations

from datetime import date
from enum import Enum
from fractions import Fraction

from ledger.domain.days import Month
from ledger.domain.money import Money

Value = str | Money | int | date | Month | Fraction | None
"""What a cell or fact may hold; ``None`` leaves it empty, a ``Fraction`` is a part of one."""


class Align(Enum):
    START = "start"
    CENTRE = "centre"
    END = "end"
