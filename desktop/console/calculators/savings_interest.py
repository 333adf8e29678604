"""``satcha savings-interest``: a product's rule and movements in, interest by posting out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from desktop.console.calculators.exact import baht_text
from ledger.domain.codec import rate_text, read_value
from ledger.domain.days import day_before
from ledger.domain.interest import (
    InterestPart,
    InterestResult,
    InterestRule,
    Movement,
    interest_for,
    posting_periods,
)
from ledger.domain.limits import check_amount, check_count, check_period
from ledger.domain.money import ZERO, Money, total


class Posting(Enum):
    """How often interest is posted."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    ONCE = "once"


_MONTHS = {
    Posting.MONTHLY: 1,
    Posting.QUARTERLY: 3,
    Posting.HALF_YEARLY: 6,
    Posting.YEARLY: 12,
    Posting.ONCE: 0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """From the first to the last day, both included; postings end with the month ``year_end``.

    ``credited`` interest joins the balance and earns from the day after its posting.
    """

    rule: InterestRule
    start: date
    end: date
    opening: Money = ZERO
    movements: tuple[Movement, ...] = ()
    posting: Posting = Posting.ONCE
    year_end: int = 12
    credited: bool = True


def answer(case: object) -> dict[str, Any]:
    """``{"postings": [{"start", "end", "interest", "exact", "parts"}], "total", "closing"}``.

    Raises:
        The refusals of reading and those of ``interest_for``.
    """
    asked: Case = read_value(Case, case)
    check_period(asked.start, asked.end)
    check_amount("opening", asked.opening, least=ZERO)
    check_count("year_end", asked.year_end, least=1, most=12)
    movements = [Movement(day_before(asked.start), asked.opening), *asked.movements]
    postings, posted = [], []
    periods = posting_periods(
        asked.start, asked.end, _MONTHS[asked.posting], year_end=asked.year_end
    )
    for start, end in periods:
        result = interest_for(asked.rule, movements, start, end)
        if asked.credited:
            movements.append(Movement(end, result.rounded))
        postings.append(_posting(start, end, result))
        posted.append(result.rounded)
    closing = total(one.amount for one in movements if one.date <= asked.end)
    return {
        "postings": postings,
        "total": total(posted).as_decimal(),
        "closing": closing.as_decimal(),
    }


def _posting(start: date, end: date, result: InterestResult) -> dict[str, Any]:
    return {
        "start": start.isoformat(),
        "end": end.isoformat(),
        "interest": result.rounded.as_decimal(),
        "exact": baht_text(result.exact),
        "parts": [_part(part) for part in result.parts],
    }


def _part(part: InterestPart) -> dict[str, Any]:
    return {
        "start": part.start.isoformat(),
        "end": part.end.isoformat(),
        "days": part.days,
        "balance": baht_text(part.balance),
        "annual_rate": rate_text(part.annual_rate),
        "exact": baht_text(part.exact),
    }
