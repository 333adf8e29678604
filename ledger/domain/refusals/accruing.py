"""Refusals of accruing interest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.refusals.base import Refusal


@dataclass(eq=False)
class InterestAccrued(Refusal):
    """The books show on that day what is unpaid already."""

    on: date
