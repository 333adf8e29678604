"""A payment on an open loan: divided by what is due, and what becomes of more than that."""

from __future__ import annotations

from datetime import date

from ledger.domain.loans.contract import Early, Kind, Split
from ledger.domain.loans.division import Parts, divide, principal_in_proportion
from ledger.domain.loans.forecast import lowered_rows
from ledger.domain.loans.obligations import credit
from ledger.domain.loans.open_loan import OpenLoan
from ledger.domain.loans.running import ByPlan
from ledger.domain.money import ZERO, Money


def receive(loan: OpenLoan, day: date, amount: Money, early: Early) -> None:
    """Book a payment and note it on the card; its parts, advance and rest add up to it.

    Where the payment and what was kept in advance settle the loan together, both are used.
    """
    kept = ZERO
    if loan.advance and amount.satang + loan.advance >= loan.settles():
        kept, amount = -Money(loan.advance), amount + Money(loan.advance)
        loan.advance = 0
    if loan.rules.split is Split.PROPORTIONAL:
        parts = _in_proportion(loan, amount)
        left = amount - parts.total
    else:
        division = divide(amount, loan.parts_due(), loan.rules.order)
        parts, left = division.parts, division.left
        loan.take(parts)
    if left > ZERO and loan.rules.split is Split.BY_PLAN:
        more = _ahead_of_plan(loan, left)
        parts, left = _sum(parts, more), left - more.total
    elif left > ZERO and early is Early.ADVANCE and left.satang < loan.owed:
        loan.advance += left.satang
        kept, left = left, ZERO
    elif left > ZERO:
        more = _principal_early(loan, day, left, early)
        parts, left = _sum(parts, more), left - more.total
    loan.settle_if_paid(day)
    loan.note_paid(day, Kind.PAYMENT, parts, advance=kept, over=left)


def _principal_early(loan: OpenLoan, day: date, left: Money, early: Early) -> Parts:
    """Principal beyond what is due. It meets no later row: the next instalment stays due."""
    extra = min(left.satang, loan.owed)
    loan.owed -= extra
    if early is Early.LOWER and loan.owed:
        lowered_rows(loan, day)
    return Parts(principal=Money(extra))


def _ahead_of_plan(loan: OpenLoan, left: Money) -> Parts:
    """With the plan's own interest, later rows are paid row by row, interest first."""
    interest, principal, money = 0, 0, left.satang
    assert isinstance(loan.interest, ByPlan)  # noqa: S101  (the split decides the kind)
    for row, cost in zip(loan.rows, list(loan.interest.interest), strict=True):
        paid_interest = min(money, cost)
        paid_principal = min(money - paid_interest, max(0, row.unpaid - cost))
        interest, principal = interest + paid_interest, principal + paid_principal
        money -= paid_interest + paid_principal
    loan.interest.pay(arrears=0, current=interest)
    loan.owed -= principal
    loan.received += interest + principal
    credit(loan.rows, interest + principal)
    return Parts(interest=Money(interest), principal=Money(principal))


def _in_proportion(loan: OpenLoan, amount: Money) -> Parts:
    """Penalty as ordered, the rest in the proportion of the plan's principal and interest."""
    penalty = divide(amount, loan.parts_due(), loan.rules.order).parts.penalty
    money = min(amount - penalty, Money(sum(row.unpaid for row in loan.rows)))
    principal = sum(row.principal for row in loan.rows)
    whole = principal + sum(row.interest for row in loan.rows)
    wanted = principal_in_proportion(
        Money(loan.received) + money,
        principal=Money(principal),
        total=Money(whole),
        rounding=loan.rules.rounding.principal,
    )
    # However coarse the rounding, no part is below nothing or above what is left of it.
    interest_left = whole - principal - (loan.received - loan.repaid)
    least, most = max(0, money.satang - interest_left), min(money.satang, loan.owed)
    part = Money(min(max(wanted.satang - loan.repaid, least), most))
    interest = money - part
    late = min(interest, Money(loan.interest.owed().arrears))
    parts = Parts(penalty, late, interest - late, part)
    loan.take(parts)
    return parts


def _sum(first: Parts, second: Parts) -> Parts:
    return Parts(
        penalty=first.penalty + second.penalty,
        interest_arrears=first.interest_arrears + second.interest_arrears,
        interest=first.interest + second.interest,
        principal=first.principal + second.principal,
    )
