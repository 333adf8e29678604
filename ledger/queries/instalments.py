"""What members should pay on their loans on a collection day: all that is late, and this month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.days import Month
from ledger.domain.lending import Direction, LoanType
from ledger.domain.money import ZERO, Money
from ledger.domain.owing import Owing
from ledger.queries.loans import named_loans
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class LoanDue:
    """One member's loan on a collection day; ``arrears`` is the part of ``expected`` of before."""

    card: int
    type: str
    member: str
    expected: Money
    arrears: Money
    balance: Money


def loans_due(reader: Reader, *, on: date, member: str | None = None) -> dict[str, list[LoanDue]]:
    """By member: what is late on the day with its penalty, and the rows due in the day's month."""
    found: dict[str, list[LoanDue]] = {}
    for loan, _ in named_loans(reader):
        contract = loan.contract
        if contract.direction is Direction.IN or contract.member is None or loan.write_off:
            continue
        if member not in (None, contract.member):
            continue
        due = _due(loan, contract.member, on)
        if due.balance + due.expected > ZERO:
            found.setdefault(contract.member, []).append(due)
    return found


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
