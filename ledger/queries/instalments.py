"""What members should pay on their loans on a collection day: all that is late, and this month."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.borrowing import oldest_first
from ledger.domain.days import Month
from ledger.domain.lending import Direction, LoanType
from ledger.domain.money import ZERO, Money
from ledger.domain.owing import Owing, settlement_of
from ledger.queries.loans import named_loans
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class LoanDue:
    """One member's loan on a collection day; ``arrears`` is the part of ``expected`` of before.

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


def loans_due(reader: Reader, *, on: date, member: str | None = None) -> dict[str, list[LoanDue]]:
    """By member: what is late on the day with its penalty, and the rows due in the day's month.

    A member's loans are in the order of paying, the oldest due day first.
    """
    owing: dict[str, list[tuple[Owing, LoanDue]]] = {}
    for loan, _ in named_loans(reader):
        contract = loan.contract
        if contract.direction is Direction.IN or contract.member is None or loan.write_off:
            continue
        if member not in (None, contract.member):
            continue
        due = _due(loan, contract.member, on)
        if due.balance + due.expected > ZERO:
            owing.setdefault(contract.member, []).append((loan, due))
    return {one: _in_order(loans, on) for one, loans in owing.items()}


def _in_order(owing: list[tuple[Owing, LoanDue]], on: date) -> list[LoanDue]:
    if len(owing) == 1:
        return [due for _, due in owing]
    dues = {due.card: due for _, due in owing}
    of_type = Counter(due.type for due in dues.values())
    ordered = oldest_first([loan for loan, _ in owing], on)
    return [
        replace(due, settles=settlement_of(loan, loan.card(at=on), on))
        if of_type[due.type] > 1
        else due
        for loan in ordered
        for due in (dues[loan.contract.card],)
    ]


def loan_types_by_name(reader: Reader) -> list[tuple[str, str, str]]:
    """Code and both names of the types of loans to members."""
    types = reader.every(LoanType)
    return [(one.code, one.name_th, one.name_en) for one in types if one.direction is Direction.OUT]


def _due(loan: Owing, member: str, on: date) -> LoanDue:
    card, month = loan.card(at=on), Month.of(on)
    standing = card.standing
    this_month = standing.late_since is None or standing.late_since >= month.first
    return LoanDue(
        card=loan.contract.card,
        type=loan.contract.type,
        member=member,
        expected=card.due_through(month.last),
        arrears=ZERO if this_month else standing.due,
        balance=standing.outstanding,
    )
