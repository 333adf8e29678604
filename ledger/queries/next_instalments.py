"""What is due next to lenders beside what members bring by then, and what was repaid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.lending import Direction, LoanContract
from ledger.domain.loan_life import LenderReceipt
from ledger.domain.money import Money, total
from ledger.domain.owing import Owing, owing_of
from ledger.queries.both_legs import Leg, pairs_of
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class NextInstalment:
    """The next instalment to a lender, with what members' plans bring until that day.

    ``late`` is owed to the lender already; ``days_left`` counts from the day asked about.
    """

    card: int
    lender: str
    contract_number: str
    due: date
    days_left: int
    principal: Money
    interest: Money
    total: Money
    late: Money
    balance: Money
    collections: Money
    members_late: Money
    covered: bool


@dataclass(frozen=True, slots=True)
class NextInstalments:
    """The next instalment of every loan from a lender that runs, the soonest first."""

    at: date
    rows: tuple[NextInstalment, ...]
    total: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class LenderRepayment:
    """A repayment that counts, with the number of the lender's receipt; empty while there is none.

    ``payment`` is its number on the card.
    """

    card: int
    lender: str
    payment: int
    on: date
    amount: Money
    entry: int
    receipt: str


@dataclass(frozen=True, slots=True)
class LenderRepayments:
    """Repayments by loan and day."""

    rows: tuple[LenderRepayment, ...]
    total: Money
    without_receipt: int


def next_instalments(reader: Reader, *, at: date | None = None) -> NextInstalments:
    """What is due next to CODI and every other lender, and whether collections cover it."""
    day = last_day(reader, at)
    found = [_next(source, lent_on, day) for source, lent_on in pairs_of(reader, day)]
    rows = sorted((one for one in found if one is not None), key=lambda one: (one.due, one.card))
    return NextInstalments(day, tuple(rows), total(one.total for one in rows))


def lender_repayments(reader: Reader, *, card: int | None = None) -> LenderRepayments:
    """What was paid to lenders, each with the number of the lender's own receipt.

    Raises:
        UnknownLoan: there is no loan with that card.
    """
    if card is not None:
        loans = [owing_of(reader, card)]
    else:
        contracts = reader.every(LoanContract, direction=Direction.IN)
        loans = [owing_of(reader, one.card) for one in contracts]
    rows = tuple(
        row
        for loan in loans
        if loan.contract.direction is Direction.IN
        for row in _repayments(reader, loan)
    )
    missing = sum(not row.receipt for row in rows)
    return LenderRepayments(rows, total(row.amount for row in rows), missing)


def _next(source: Leg, lent_on: list[Leg], day: date) -> NextInstalment | None:
    due = next(iter(source.card.coming), None)
    if due is None:
        return None
    contract, asked = source.loan.contract, due.principal + due.interest
    collections = total(
        one.principal + one.interest
        for leg in lent_on
        if leg.row.written_off_on is None
        for one in leg.card.coming
        if one.day <= due.day
    )
    return NextInstalment(
        card=contract.card,
        lender=contract.lender,
        contract_number=contract.contract_number,
        due=due.day,
        days_left=(due.day - day).days,
        principal=due.principal,
        interest=due.interest,
        total=asked,
        late=source.card.standing.due,
        balance=source.row.outstanding,
        collections=collections,
        members_late=total(leg.row.amount_late for leg in lent_on),
        covered=collections >= asked,
    )


def _repayments(reader: Reader, loan: Owing) -> list[LenderRepayment]:
    contract = loan.contract
    later = {one.payment: one.receipt for one in reader.every(LenderReceipt, card=contract.card)}
    return [
        LenderRepayment(
            card=contract.card,
            lender=contract.lender,
            payment=one.number,
            on=one.on,
            amount=one.amount,
            entry=one.entry,
            receipt=later.get(one.number, one.lender_receipt),
        )
        for one in loan.payments
    ]
