"""``satcha dividend``: shares and interest paid in, dividend and patronage refund out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.console.calculators.exact import baht_text
from ledger.domain.codec import read_value
from ledger.domain.distribution import Holder, Refund, dividends_of, refunds_of
from ledger.domain.dividend import Dividend, DividendLine, DividendRule, ShareMovement
from ledger.domain.money import ZERO, Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The rule, and one holder's fields or a list of ``members``.

    ``sum`` shares a round sum by shares and time held instead of paying a rate.
    """

    rule: DividendRule
    refund: Refund | None = None
    sum: Money | None = None
    pays_leavers: bool = False
    opening: Money = ZERO
    movements: tuple[ShareMovement, ...] = ()
    interest_paid: Money = ZERO
    missed: int = 0
    left: date | None = None
    members: tuple[Holder, ...] = ()


def answer(case: object) -> dict[str, Any]:
    """``{"members": [{"member", "lines", "dividend", "refund", "total"}], "totals": {...}}``.

    A case without ``members`` is answered by its one holder's object alone.

    Raises:
        The refusals of reading and those of ``dividend_for``.
    """
    asked: Case = read_value(Case, case)
    one = Holder("", asked.opening, asked.movements, asked.interest_paid, asked.missed, asked.left)
    holders = asked.members or (one,)
    refunds = refunds_of(asked.refund, holders)
    dividends = dividends_of(asked.rule, holders, whole=asked.sum, pays_leavers=asked.pays_leavers)
    found = [
        _shown(holder, dividend, refund)
        for holder, dividend, refund in zip(holders, dividends, refunds, strict=True)
    ]
    if not asked.members:
        return found[0]
    paid = total(dividend.total for dividend in dividends)
    return {
        "members": found,
        "totals": {
            "dividend": paid.as_decimal(),
            "refund": total(refunds).as_decimal(),
            "total": (paid + total(refunds)).as_decimal(),
        },
    }


def _shown(holder: Holder, dividend: Dividend, refund: Money) -> dict[str, Any]:
    return {
        "member": holder.member,
        "lines": [_line(line) for line in dividend.lines],
        "dividend": dividend.total.as_decimal(),
        "refund": refund.as_decimal(),
        "total": (dividend.total + refund).as_decimal(),
    }


def _line(line: DividendLine) -> dict[str, Any]:
    return {
        "date": None if line.date is None else line.date.isoformat(),
        "amount": line.amount.as_decimal(),
        "weight": str(line.weight),
        "exact": baht_text(line.exact),
        "dividend": line.dividend.as_decimal(),
    }
