"""What members should pay on their loans on a collection day: all that is late, and this month."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.borrowing import first_day
from ledger.domain.days import Month
from ledger.domain.lending import Direction, LoanType
from ledger.domain.loans.contract import Card
from ledger.domain.money import ZERO, Money
from ledger.domain.owing import Owing, settlement_of
from ledger.queries.loans import named_loans
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class LoanDue:
    """One member's loan on a collection day; ``arrears`` is the part of ``expected`` of before.

    ``expected`` is never more than pays the loan off on the day.
    ``settles`` pays the loan off on the day. It is found only where the member has several loans
    of the type, which are paid with one sum; else it is zero.
    """

    card: int
    type: str
    member: str
    expected: Money
    arrears: Money
    balance: Money
    settles: Money = ZERO


_Owed = tuple[date, LoanDue, Owing, Card]


def loans_due(reader: Reader, *, on: date, member: str | None = None) -> dict[str, list[LoanDue]]:
    """By member: what is late on the day with its penalty, and the rows due in the day's month.

    A member's loans are in the order of paying, the oldest due day first.
    """
    found: dict[str, list[_Owed]] = {}
    for loan, _ in named_loans(reader):
        contract = loan.contract
        if contract.direction is Direction.IN or contract.member is None or loan.write_off:
            continue
        if member not in (None, contract.member):
            continue
        card = loan.card(at=on)
        due = _due(loan, card, contract.member, on)
        if due.balance + due.expected > ZERO:
            found.setdefault(contract.member, []).append(
                (first_day(card.standing), due, loan, card)
            )
    return {one: _in_order(owed, on) for one, owed in found.items()}


def _in_order(owed: list[_Owed], on: date) -> list[LoanDue]:
    of_type = Counter(due.type for _, due, _, _ in owed)
    return [
        replace(due, settles=settlement_of(loan, card, on)) if of_type[due.type] > 1 else due
        for _, due, loan, card in sorted(owed, key=lambda one: (one[0], one[1].card))
    ]


def loan_types_by_name(reader: Reader) -> list[tuple[str, str, str]]:
    """Code and both names of the types of loans to members."""
    types = reader.every(LoanType)
    return [(one.code, one.name_th, one.name_en) for one in types if one.direction is Direction.OUT]


def _due(loan: Owing, card: Card, member: str, on: date) -> LoanDue:
    standing, month = card.standing, Month.of(on)
    this_month = standing.late_since is None or standing.late_since >= month.first
    expected = card.due_through(month.last)
    if expected >= standing.outstanding:  # the last row's interest runs to its day, not to this one
        expected = min(expected, settlement_of(loan, card, on))
    return LoanDue(
        card=loan.contract.card,
        type=loan.contract.type,
        member=member,
        expected=expected,
        arrears=ZERO if this_month else standing.due,
        balance=standing.outstanding,
    )
