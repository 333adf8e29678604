"""The inspector's monthly report: this month beside the last one, a sample, the follow-up table.

Contents as in the report of a Thai cooperative that domain.md 3.6 describes page by page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ledger.domain.accounts import CardKind
from ledger.domain.cooperative import check_begun
from ledger.domain.days import Month, day_before
from ledger.domain.lending import Direction, LoanContract, LoanPayout, LoanRate
from ledger.domain.loan_opening import LoanOpening
from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, Money, total
from ledger.queries.act_log import ActTold, register_changes
from ledger.queries.audit_desk import FollowUp, follow_up
from ledger.queries.banks import Banks, banks
from ledger.queries.cash import CashHeld, CountView, cash_counts, cash_held
from ledger.queries.control import CardsAndControl, cards_and_control
from ledger.queries.financial import Line, financial_position
from ledger.queries.loans import LoanRow, loans, named_loans
from ledger.queries.members import MembersInOut, members_in_out
from ledger.queries.notes import RateOfProduct, rates_at
from ledger.queries.products import SavingsAndShares, savings_and_shares
from ledger.queries.samples import Sample, Sampled, sample
from ledger.queries.standing import the_cooperative
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Granted:
    """Loans paid out in a month: how many contracts, and how much."""

    month: Month
    count: int
    amount: Money


@dataclass(frozen=True, slots=True)
class Borrowed:
    """One borrowing: its yearly rate at the end, both balances, and the interest paid between."""

    loan: LoanRow
    rate: Fraction
    last_balance: Money
    balance: Money
    interest: Money


@dataclass(frozen=True, slots=True)
class InspectionReport:
    """Everything the inspector puts before the committee for a month.

    ``equity`` are the accounts of capital, reserves and funds, this month and last; ``died`` those
    of the members who left, ``changes`` the acts that changed registers, rates, rules or rights.
    The same ``seed`` draws the same samples again.
    """

    month: Month
    seed: str
    granted: Granted
    granted_before: Granted
    sampled_loans: Sample
    sampled_receipts: Sample
    sampled_vouchers: Sample
    products: SavingsAndShares
    rates: tuple[RateOfProduct, ...]
    cash: CashHeld | None
    counts: tuple[CountView, ...]
    banks: Banks
    borrowed: tuple[Borrowed, ...]
    members: MembersInOut
    died: int
    share_capital: tuple[Money, Money]
    equity: tuple[Line, ...]
    proof: CardsAndControl
    changes: tuple[ActTold, ...]
    follow_up: FollowUp


def inspection_report(
    reader: Reader, *, month: Month, seed: str | None = None, count: int = 10
) -> InspectionReport:
    """The report of a month; samples of ``count`` each by a seed, by default the month itself.

    Raises:
        MonthBeforeBook: the book had not begun.
    """
    check_begun(the_cooperative(reader), month)
    since, until = month.first, month.last
    lot = seed or month.iso
    position = financial_position(reader, at=until, compared_with=day_before(since))
    products = savings_and_shares(reader, since=since, until=until)
    members = members_in_out(reader, since=since, until=until)
    shares = [row for row in products.rows if row.kind is CardKind.SHARE]

    def drawn(kind: Sampled, first: date | None = since) -> Sample:
        return sample(reader, kind=kind, count=count, seed=lot, since=first, until=until)

    return InspectionReport(
        month=month,
        seed=lot,
        granted=_granted(reader, month),
        granted_before=_granted(reader, month.plus(-1)),
        sampled_loans=drawn(Sampled.LOANS),
        sampled_receipts=drawn(Sampled.RECEIPTS),
        sampled_vouchers=drawn(Sampled.VOUCHERS),
        products=products,
        rates=rates_at(reader, until),
        cash=cash_held(reader, since=since, until=until),
        counts=cash_counts(reader, since=since, until=until).rows,
        banks=banks(reader, since=since, until=until),
        borrowed=_borrowed(reader, month),
        members=members,
        died=sum(one.left_why is Leaving.DECEASED for one in members.left),
        share_capital=(
            total(row.brought_forward for row in shares),
            total(row.balance for row in shares),
        ),
        equity=tuple(line for line in position.equity.lines if not line.head),
        proof=cards_and_control(reader, at=until),
        changes=register_changes(reader, since=since, until=until),
        follow_up=follow_up(reader, month=month),
    )


def _granted(reader: Reader, month: Month) -> Granted:
    """What was paid out in a month to members; nothing taken back, and nothing taken over."""
    left_out = {
        row[0] for row in reader.rows("SELECT reverses FROM entries WHERE reverses IS NOT NULL")
    } | {one.entry for one in reader.every(LoanOpening)}
    out = {one.card for one in reader.every(LoanContract) if one.direction is Direction.OUT}
    paid = [
        one
        for one in reader.every(LoanPayout)
        if one.card in out and month.holds(one.on) and one.entry not in left_out
    ]
    return Granted(month, len({one.card for one in paid}), total(one.amount for one in paid))


def _borrowed(reader: Reader, month: Month) -> tuple[Borrowed, ...]:
    before = {
        row.card: row.outstanding
        for row in loans(reader, at=day_before(month.first), leg=Direction.IN).rows
    }
    rates: dict[int, LoanRate] = {}
    for rate in sorted(reader.every(LoanRate), key=lambda one: one.from_day):
        if rate.from_day <= month.last:
            rates[rate.card] = rate
    paid = _interest_paid(reader, month)
    return tuple(
        Borrowed(
            row,
            rates[row.card].rate if row.card in rates else Fraction(0),
            before.get(row.card, ZERO),
            row.outstanding,
            paid.get(row.card, ZERO),
        )
        for row in loans(reader, at=month.last, leg=Direction.IN).rows
        if row.on <= month.last
    )


def _interest_paid(reader: Reader, month: Month) -> dict[int, Money]:
    """What lenders got as interest in a month, by the card of the loan."""
    return {
        loan.contract.card: total(
            line.interest + line.interest_arrears
            for line in loan.card(at=month.last).lines
            if month.holds(line.date)
        )
        for loan, _ in named_loans(reader)
        if loan.contract.direction is Direction.IN and loan.contract.on <= month.last
    }
