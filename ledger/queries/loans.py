"""Loans of both legs as they stand on a day: the card of one, the list of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.domain.lending import Direction, Guarantor, LoanContract, LoanPlan
from ledger.domain.loan_life import Collateral, LoanPause, LoanRecovery, LoanTransfer
from ledger.domain.loan_quality import LoanClass, LoanClassStep, step_of, steps_at
from ledger.domain.loans.contract import Card, CardLine, Due, Kind, Standing
from ledger.domain.money import ZERO, Money, total
from ledger.domain.owing import Divided, Owing, divided_by, owing_of, settlement_of
from ledger.queries.kept_loans import every_loan
from ledger.queries.naming import names_of
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanRow:
    """One loan on a day. ``outstanding`` is nothing from the day of a write-off on."""

    card: int
    type: str
    direction: Direction
    party: str
    name: str
    on: date
    approved: Money
    paid_out: Money
    outstanding: Money
    amount_late: Money
    penalty: Money
    days_late: int
    loan_class: LoanClass
    next_due: date | None
    settled_on: date | None
    written_off_on: date | None
    restructured: bool
    source: int | None


@dataclass(frozen=True, slots=True)
class Loans:
    """All loans of one leg or of both, by card."""

    at: date
    rows: tuple[LoanRow, ...]
    outstanding: Money
    amount_late: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVersion:
    """One version of the plan; the last one is in force."""

    plan: LoanPlan
    rows: tuple[Due, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanCard:
    """A loan's card up to a day; ``booked`` is what the ledger holds, ``difference`` must be zero.

    ``settlement`` is what would settle the loan on the day, ``recovered`` what came in after a
    write-off. ``to_book`` is what instalments have met out of an advance since the last act on
    the loan (``use-loan-advances`` books it). For days before a correcting entry the two differ:
    the card tells what was true, the ledger what was known.
    """

    row: LoanRow
    contract: LoanContract
    lines: tuple[CardLine, ...]
    standing: Standing
    coming: tuple[Due, ...]
    plans: tuple[PlanVersion, ...]
    guarantors: tuple[Guarantor, ...]
    collateral: tuple[Collateral, ...]
    pauses: tuple[LoanPause, ...]
    transfers: tuple[LoanTransfer, ...]
    recovered: Money
    settlement: Money
    booked: Money
    to_book: Divided
    difference: Money


def loan_card(reader: Reader, *, card: int, at: date | None = None) -> LoanCard:
    """Everything about one loan as it stands at the end of a day.

    Raises:
        UnknownLoan: there is none with that card.
    """
    day, loan = last_day(reader, at), owing_of(reader, card)
    contract, computed = loan.contract, loan.card(at=day)
    row = row_of(loan, computed.standing, _name(reader, contract), steps_at(reader, day))
    balance = reader.card_balance(card, contract.account, at=day)
    booked = balance if contract.direction is Direction.OUT else -balance
    to_book = _to_book(loan, computed, day)
    return LoanCard(
        row=row,
        contract=contract,
        lines=computed.lines,
        standing=computed.standing,
        coming=computed.coming,
        plans=tuple(PlanVersion(plan=plan, rows=loan.dues(plan.version)) for plan in loan.plans),
        guarantors=tuple(reader.every(Guarantor, card=card)),
        collateral=tuple(reader.every(Collateral, card=card)),
        pauses=tuple(loan.pauses),
        transfers=tuple(reader.every(LoanTransfer, card=card)),
        recovered=total(
            one.amount
            for one in reader.every(LoanRecovery, card=card)
            if one.on <= day and reader.reversed_by(one.entry) is None
        ),
        settlement=ZERO if row.written_off_on else settlement_of(loan, computed, day),
        booked=booked,
        to_book=to_book,
        difference=row.outstanding + to_book.principal - booked,
    )


def loans(reader: Reader, *, at: date | None = None, leg: Direction | None = None) -> Loans:
    """All loans as they stand at the end of a day; of one leg when it is named."""
    day = last_day(reader, at)
    steps = steps_at(reader, day)
    rows = tuple(
        row_of(loan, loan.card(at=day).standing, name, steps)
        for loan, name in named_loans(reader)
        if leg is None or loan.contract.direction is leg
    )
    return Loans(
        at=day,
        rows=rows,
        outstanding=sum((row.outstanding for row in rows), ZERO),
        amount_late=sum((row.amount_late for row in rows), ZERO),
    )


def named_loans(reader: Reader) -> list[tuple[Owing, str]]:
    """Every loan with the name of its borrower or lender."""
    found = every_loan(reader)
    names = names_of(reader)
    return [(one, names.get(one.contract.member or "", "") or one.contract.lender) for one in found]


def row_of(loan: Owing, standing: Standing, name: str, steps: Sequence[LoanClassStep]) -> LoanRow:
    """A loan in one row, by how it stands on a day."""
    contract, off = loan.contract, loan.write_off
    gone = off is not None and off.on <= standing.day
    days_late = 0 if gone else standing.days_late
    again = len([one for one in loan.plans if one.on <= standing.day]) > 1
    return LoanRow(
        card=contract.card,
        type=contract.type,
        direction=contract.direction,
        party=contract.member or contract.lender,
        name=name,
        on=contract.on,
        approved=contract.approved,
        paid_out=loan.paid_out_by(standing.day),
        outstanding=ZERO if gone else standing.outstanding,
        amount_late=ZERO if gone else standing.amount_late,
        penalty=ZERO if gone else standing.penalty,
        days_late=days_late,
        loan_class=step_of(days_late, steps, restructured=again).loan_class,
        next_due=None if gone else standing.next_due,
        settled_on=standing.settled_on,
        written_off_on=off.on if off is not None and gone else None,
        restructured=again,
        source=contract.source,
    )


def _to_book(loan: Owing, computed: Card, day: date) -> Divided:
    nothing = Divided(ZERO, ZERO, ZERO)
    used = any(line.kind is Kind.FROM_ADVANCE for line in computed.lines)
    if not used or day < loan.last_day or loan.write_off is not None:
        return nothing
    return divided_by(computed).minus(loan.posted)


def _name(reader: Reader, contract: LoanContract) -> str:
    if contract.member is None:
        return contract.lender
    return names_of(reader, [contract.member]).get(contract.member, "")
