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
        return Money(
            self.penalty.satang
            + self.interest_arrears.satang
            + self.interest.satang
            + self.principal.satang
        )


@dataclass(frozen=True, slots=True)
class Division:
    """The parts of a payment and what is left of it; together the payment."""

    parts: Parts
    left: Money


def divide(payment: Money, due: Parts, order: Sequence[Part] = USUAL_ORDER) -> Division:
    """Fill the parts that are due, one after the other; the rest is left."""
    # In whole satang and by ``_value_``: a year end divides every payment of every loan once more.
    taken: dict[str, Money] = {}
    left = payment.satang
    for part in order:
        name = part._value_
        satang = min(left, getattr(due, name).satang)
        taken[name] = Money(satang)
        left -= satang
    return Division(Parts(**taken), Money(left))


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
