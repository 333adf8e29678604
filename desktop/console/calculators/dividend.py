"""``satcha dividend``: shares and interest paid in, dividend and patronage refund out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from desktop.console.calculators.exact import baht_text
from ledger.domain.codec import read_value
from ledger.domain.dividend import (
    Dividend,
    DividendLine,
    DividendRule,
    ShareMovement,
    dividend_for,
    patronage_refund,
    share_time,
)
from ledger.domain.limits import check_amount, check_rate
from ledger.domain.money import ZERO, Money, Rounding, total


@dataclass(frozen=True, slots=True)
class Refund:
    """The patronage refund: a part of the loan interest paid in the year."""

    rate: Fraction
    rounding: Rounding = Rounding.SATANG_HALF_UP


@dataclass(frozen=True, slots=True)
class Holder:
    """One member's year; who ``left`` in it gets no dividend, who ``missed`` rows no refund."""

    member: str = ""
    opening: Money = ZERO
    movements: tuple[ShareMovement, ...] = ()
    interest_paid: Money = ZERO
    missed: int = 0
    left: date | None = None


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
    refunds = [_refund(asked, holder) for holder in holders]
    dividends = _dividends(asked, holders)
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


def _dividends(case: Case, holders: tuple[Holder, ...]) -> list[Dividend]:
    entitled = [case.pays_leavers or not _has_left(case.rule, holder) for holder in holders]
    if case.sum is not None:
        return _shared(case.sum, case.rule, holders, entitled)
    return [
        dividend_for(case.rule, holder.opening, holder.movements) if is_entitled else _NOTHING
        for holder, is_entitled in zip(holders, entitled, strict=True)
    ]


_NOTHING = Dividend((), ZERO)


def _shared(
    whole: Money, rule: DividendRule, holders: tuple[Holder, ...], entitled: list[bool]
) -> list[Dividend]:
    check_amount("sum", whole, least=ZERO)
    weights = [
        share_time(rule, holder.opening, holder.movements) if is_entitled else Fraction(0)
        for holder, is_entitled in zip(holders, entitled, strict=True)
    ]
    if not any(weights):
        return [_NOTHING] * len(holders)
    return [Dividend((), part) for part in whole.shared_by(weights)]


def _has_left(rule: DividendRule, holder: Holder) -> bool:
    return holder.left is not None and rule.start <= holder.left <= rule.end


def _refund(case: Case, holder: Holder) -> Money:
    check_amount("interest_paid", holder.interest_paid, least=ZERO)
    if case.refund is None:
        return ZERO
    check_rate("refund.rate", case.refund.rate, highest=Fraction(1))
    return patronage_refund(
        holder.interest_paid, case.refund.rate, missed=holder.missed, rounding=case.refund.rounding
    )


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
