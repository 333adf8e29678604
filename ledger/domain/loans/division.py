"""One payment divided: each part in the order of the contract, never more than is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.domain.loans.contract import USUAL_ORDER, Part
from ledger.domain.money import ZERO, Money, Rounding


@dataclass(frozen=True, slots=True)
class Parts:
    """Amounts by part: what is due, or what of a payment goes there."""

    penalty: Money = ZERO
    interest_arrears: Money = ZERO
    interest: Money = ZERO
    principal: Money = ZERO

    @property
    def total(self) -> Money:
        return self.penalty + self.interest_arrears + self.interest + self.principal


@dataclass(frozen=True, slots=True)
class Division:
    """The parts of a payment and what is left of it; together the payment."""

    parts: Parts
    left: Money


def divide(payment: Money, due: Parts, order: Sequence[Part] = USUAL_ORDER) -> Division:
    """Fill the parts that are due, one after the other; the rest is left."""
    taken: dict[str, Money] = {}
    left = payment
    for part in order:
        taken[part.value] = min(left, getattr(due, part.value))
        left -= taken[part.value]
    return Division(Parts(**taken), left)


def principal_in_proportion(
    received: Money, *, principal: Money, total: Money, rounding: Rounding
) -> Money:
    """The principal within all money received so far, in the proportion of the plan's totals.

    Rounding the sum instead of each payment keeps the parts right to the end: 20,000 of 55,000 on
    a loan of 50,000 holds 18,182 (domain.md 1.3).
    """
    return Money(rounding.ratio(received.satang * principal.satang, total.satang))


def check_order(order: Sequence[Part]) -> None:
    """Refuse an order that leaves out a part or names one twice.

    Raises:
        NotAPaymentOrder.
    """
    given, parts = [part.value for part in order], [part.value for part in USUAL_ORDER]
    if sorted(given) != sorted(parts):
        from ledger.domain.loans.refusals import NotAPaymentOrder

        raise NotAPaymentOrder(tuple(given), tuple(parts))
