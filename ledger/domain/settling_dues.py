"""What a leaving member owes besides running loans: given up, charged, or not contributed."""

from __future__ import annotations

from datetime import date

from ledger.domain.lending import Direction, LoanContract, LoanWriteOff
from ledger.domain.loan_life import LoanRecovery
from ledger.domain.money import ZERO, Money, total
from ledger.domain.owing import Kept, Owing, owing_of
from ledger.domain.products import Charge, ChargePayment
from ledger.domain.welfare_fund import (
    Contributing,
    WelfareMembership,
    contributed,
)


def given_up(kept: Kept, member: str) -> list[tuple[int, Money]]:
    """The loans of a member that were written off, with what never came in of them."""
    found = []
    for contract in kept.every(LoanContract, member=member, direction=Direction.OUT):
        if kept.every(LoanWriteOff, card=contract.card):
            left = never_recovered(kept, owing_of(kept, contract.card))
            found += [(contract.card, left)] if left > ZERO else []
    return found


def never_recovered(kept: Kept, loan: Owing) -> Money:
    """What was written off of a loan and did not come in after all."""
    if loan.write_off is None:
        return ZERO
    return loan.write_off.amount - total(
        one.amount
        for one in kept.every(LoanRecovery, card=loan.contract.card)
        if kept.reversed_by(one.entry) is None
    )


def open_charges_of(kept: Kept, member: str) -> list[tuple[Charge, Money]]:
    """A member's charges on which something is open, oldest first."""
    found = []
    for charge in kept.every(Charge, member=member, cancelled=False):
        paid = total(
            one.amount
            for one in kept.every(ChargePayment, charge=charge.number)
            if kept.reversed_by(one.entry) is None
        )
        if charge.amount > paid:
            found.append((charge, charge.amount - paid))
    return found


def contribution_due(
    kept: Contributing, member: str, last: date
) -> tuple[WelfareMembership, Money] | None:
    """What the member did not contribute to the welfare fund up to her last day in it."""
    for one in kept.every(WelfareMembership, member=member, ended=None):
        if one.joined <= last:
            standing = contributed(kept, one, last)
            if standing.owed > standing.paid:
                return one, standing.owed - standing.paid
    return None
