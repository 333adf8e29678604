"""The month's report for the committee, which reads the same in every later month."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.cooperative import check_begun
from ledger.domain.days import Month
from ledger.queries.arrears import Arrears, arrears
from ledger.queries.banks import Banks, banks
from ledger.queries.cash import CashHeld, CountView, cash_counts, cash_held
from ledger.queries.control import CardsAndControl, cards_and_control
from ledger.queries.financial import (
    FinancialPosition,
    IncomeAndExpense,
    financial_position,
    income_and_expense,
)
from ledger.queries.members import MembersInOut, members_in_out
from ledger.queries.products import SavingsAndShares, savings_and_shares
from ledger.queries.reversals import Reversals, reversals
from ledger.queries.standing import (
    Letterhead,
    as_closed,
    closing_act,
    letterhead,
    the_cooperative,
)
from ledger.queries.trial_balance import PeriodBalances, period_balances
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class MonthlyReport:
    """Everything the committee signs for.

    Of a closed month all of it is read as it stood at the act that closed it, and ``head.act`` is
    that act; of an open one as it stands now. So what is booked, renamed or reversed later changes
    no closed month's report. Only erased personal data are gone from it: a name stays empty then.
    """

    month: Month
    closed: bool
    head: Letterhead
    balances: PeriodBalances
    position: FinancialPosition
    result: IncomeAndExpense
    cash: CashHeld | None
    counts: tuple[CountView, ...]
    banks: Banks
    members: MembersInOut
    products: SavingsAndShares
    proof: CardsAndControl
    arrears: Arrears
    reversals: Reversals


def monthly_report(reader: Reader, *, month: Month) -> MonthlyReport:
    """The report of a month, closed or not (domain.md 3.6).

    Raises:
        MonthBeforeBook: the book had not begun.
    """
    check_begun(the_cooperative(reader), month)
    then = as_closed(reader, month)
    since, until = month.first, month.last
    return MonthlyReport(
        month=month,
        closed=closing_act(reader, month) is not None,
        head=letterhead(then),
        balances=period_balances(then, since=since, until=until),
        position=financial_position(then, at=until),
        result=income_and_expense(then, month=month),
        cash=cash_held(then, since=since, until=until),
        counts=cash_counts(then, since=since, until=until).rows,
        banks=banks(then, since=since, until=until),
        members=members_in_out(then, since=since, until=until),
        products=savings_and_shares(then, since=since, until=until),
        proof=cards_and_control(then, at=until),
        arrears=arrears(then, at=until),
        reversals=reversals(then, since=since, until=until),
    )
