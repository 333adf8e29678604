"""Who gets how much of a year's dividend and patronage refund: one engine for books and console."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ledger.domain.dividend import (
    Dividend,
    DividendRule,
    ShareMovement,
    dividend_for,
    patronage_refund,
    share_time,
)
from ledger.domain.limits import check_amount, check_rate
from ledger.domain.money import ZERO, Money, Rounding

NO_DIVIDEND = Dividend((), ZERO)


@dataclass(frozen=True, slots=True)
class Refund:
    """The patronage refund: a part of the loan interest paid in the year (domain.md 3.2, 2)."""

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


def dividends_of(
    rule: DividendRule,
    holders: Sequence[Holder],
    *,
    whole: Money | None = None,
    pays_leavers: bool = False,
) -> list[Dividend]:
    """The dividend of each holder: at the rule's rate, or a ``whole`` sum by shares and time.

    Raises:
        The refusals of ``dividend_for``; AmountOutOfRange for a sum below zero.
    """
    entitled = [pays_leavers or not _has_left(rule, holder) for holder in holders]
    if whole is not None:
        return _shared(whole, rule, holders, entitled)
    return [
        dividend_for(rule, holder.opening, holder.movements) if is_entitled else NO_DIVIDEND
        for holder, is_entitled in zip(holders, entitled, strict=True)
    ]


def refunds_of(refund: Refund | None, holders: Sequence[Holder]) -> list[Money]:
    """The patronage refund of each holder; nothing without a refund.

    Raises:
        AmountOutOfRange, RateOutOfRange.
    """
    for holder in holders:
        check_amount("interest_paid", holder.interest_paid, least=ZERO)
    if refund is None:
        return [ZERO] * len(holders)
    check_rate("refund.rate", refund.rate, highest=Fraction(1))
    return [
        patronage_refund(
            holder.interest_paid, refund.rate, missed=holder.missed, rounding=refund.rounding
        )
        for holder in holders
    ]


def _shared(
    whole: Money, rule: DividendRule, holders: Sequence[Holder], entitled: list[bool]
) -> list[Dividend]:
    check_amount("sum", whole, least=ZERO)
    weights = [
        share_time(rule, holder.opening, holder.movements) if is_entitled else Fraction(0)
        for holder, is_entitled in zip(holders, entitled, strict=True)
    ]
    if not any(weights):
        return [NO_DIVIDEND] * len(holders)
    return [Dividend((), part) for part in whole.shared_by(weights)]


def _has_left(rule: DividendRule, holder: Holder) -> bool:
    return holder.left is not None and rule.start <= holder.left <= rule.end
