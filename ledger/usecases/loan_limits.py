"""Whether a member may borrow so much: the rules of the loan type on that day (feature 47)."""

from __future__ import annotations

from datetime import date

from ledger.domain.books import Books
from ledger.domain.borrowing import (
    limit_of,
    limits_of,
    missed_instalments_on,
    missed_of,
    running_guarantees,
    running_loans,
)
from ledger.domain.lending import Direction, LoanContract
from ledger.domain.loan_life import LoanLimits
from ledger.domain.money import Money, total
from ledger.domain.owing import owing_of
from ledger.domain.refusals.loan_life import (
    AboveLoanLimit,
    LoanForbidden,
    TooFewGuarantors,
    TooManyGuarantees,
    TooManyLoans,
    TooManyMissed,
)
from ledger.domain.sanctions import (
    SanctionRule,
    SanctionRuleStep,
    sanction_table_of,
    sanctions_of,
)


def check_limits(  # noqa: PLR0913 - who asks for what, and when
    books: Books,
    member: str,
    kind: str,
    asked: Money,
    *,
    on: date,
    clears: tuple[int, ...] = (),
) -> None:
    """Whether the member may borrow so much more of this type, once she has cleared some loans.

    Raises:
        AboveLoanLimit, TooManyLoans, TooManyMissed, LoanForbidden: why not.
    """
    _check_sanctions(books, member, on, clears)
    limits = limits_of(books, kind, on)
    running = running_loans(books, member)
    of_type = [one for one in running if one.type == kind and one.card not in clears]
    if limits.most_loans is not None and len(of_type) >= limits.most_loans:
        raise TooManyLoans(member, len(of_type), limits.most_loans)
    _check_missed(books, member, running, limits, on)
    limit = limit_of(books, member, limits, on)
    owed = total(books.card_balance(one.card, one.account, at=on) for one in of_type)
    if limit is not None and owed + asked > limit:
        raise AboveLoanLimit(member, limit, owed, asked)


def check_payout(
    books: Books, contract: LoanContract, amount: Money, *, on: date, clears: tuple[int, ...]
) -> None:
    """Whether the member may still owe so much when the money is paid out.

    Raises:
        AboveLoanLimit, TooManyLoans: other loans were paid out since the contract was made.
    """
    member = contract.member or ""
    limits = limits_of(books, contract.type, contract.on)
    running = [
        one
        for one in running_loans(books, member)
        if one.type == contract.type and one.card not in clears
    ]
    others = [one for one in running if one.card != contract.card]
    if limits.most_loans is not None and len(others) >= limits.most_loans:
        raise TooManyLoans(member, len(others), limits.most_loans)
    limit = limit_of(books, member, limits, on)
    owed = total(books.card_balance(one.card, one.account, at=on) for one in running)
    if limit is not None and owed + amount > limit:
        raise AboveLoanLimit(member, limit, owed, amount)


def check_guarantors(books: Books, kind: str, guarantors: tuple[str, ...], on: date) -> None:
    """Whether enough members stand for the loan, and none for too many.

    Raises:
        TooFewGuarantors, TooManyGuarantees: why not.
    """
    limits = limits_of(books, kind, on)
    if len(set(guarantors)) < limits.least_guarantors:
        raise TooFewGuarantors(len(set(guarantors)), limits.least_guarantors)
    if limits.most_guarantees is None:
        return
    for member in guarantors:
        stands_for = len(running_guarantees(books, member))
        if stands_for >= limits.most_guarantees:
            raise TooManyGuarantees(member, stands_for, limits.most_guarantees)


def _check_missed(
    books: Books, member: str, running: list[LoanContract], limits: LoanLimits, on: date
) -> None:
    if limits.most_missed is None:
        return
    missed = sum(missed_of(owing_of(books, one.card), on) for one in running)
    if missed > limits.most_missed:
        raise TooManyMissed(member, missed, limits.most_missed)


def _check_sanctions(books: Books, member: str, on: date, clears: tuple[int, ...]) -> None:
    """The cooperative's own table of sanctions, once it has one (domain.md 1.4).

    A loan that the new one clears is made good by it, so what was missed there does not count.
    """
    rules = [one for one in books.every(SanctionRule) if one.from_day <= on]
    if not rules:
        return
    table = sanction_table_of(rules, books.every(SanctionRuleStep), on)
    missed = [
        one
        for contract in books.every(LoanContract, member=member)
        if contract.direction is Direction.OUT and contract.on <= on and contract.card not in clears
        for one in missed_instalments_on(owing_of(books, contract.card), table.grace_days, on)
    ]
    # The fiscal year matters for the patronage refund alone.
    until = sanctions_of(missed, table, year_start=on, at=on).no_loan_until
    if until is not None:
        raise LoanForbidden(member, len(missed), until)
