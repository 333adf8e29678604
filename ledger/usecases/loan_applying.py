"""From asking for a loan to the committee's decision, and the limits it must keep."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.lending import Direction
from ledger.domain.limits import check_count, check_rate
from ledger.domain.loan_life import LoanApplication, LoanLimits
from ledger.domain.members import Decision
from ledger.domain.money import Money
from ledger.domain.refusals.loan_life import (
    ContractUnlikeApplication,
    DecidedBeforeAsked,
    GrantedTooMuch,
    LoanApplicationDecided,
    LoanApplicationUsed,
    LoanNotApproved,
    UnknownLoanApplication,
)
from ledger.domain.refusals.owing import LoanTypeClosed, WrongLeg
from ledger.usecases.loan_cards import the_loan_type
from ledger.usecases.loan_limits import check_limits
from ledger.usecases.members import check_membership, the_member
from ledger.usecases.recording import check_has_come, given, positive


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyForLoan(Command):
    """A member asks for a loan; nothing is promised yet."""

    member: str
    type: str
    amount: Money
    on: date
    purpose: str
    instalments: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideLoanApplication(Command):
    """The committee's decision; ``amount`` is what was granted, all that was asked without it.

    The limits leave out the loans that the payout ``clears``.
    """

    application: int
    approved: bool
    on: date
    resolution: str
    decided_by: str = ""
    amount: Money | None = None
    reason: str = ""
    clears: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLoanLimits(Command):
    """How much and to whom a type may be lent from a day on; what is left out limits nothing.

    ``of_savings`` and ``of_shares`` are percent of what the member holds: 300 is three times as
    much. ``savings_first`` is percent of the loan.
    """

    type: str
    from_day: date
    of_savings: Fraction | None = None
    of_shares: Fraction | None = None
    most: Money | None = None
    most_loans: int | None = None
    savings_first: Fraction = Fraction(0)
    most_missed: int | None = None
    least_guarantors: int = 0
    most_guarantees: int | None = None
    resolution: str = ""


def apply_for_loan(command: ApplyForLoan, books: Books) -> None:
    check_has_come(books, command.on)
    kind = the_loan_type(books, command.type)
    if kind.closed:
        raise LoanTypeClosed(command.type)
    if kind.direction is Direction.IN:
        raise WrongLeg(0)
    check_membership(the_member(books, command.member), command.on)
    number = books.next_number(LoanApplication)
    books.add(
        LoanApplication(
            number=number,
            on=command.on,
            member=command.member,
            type=command.type,
            amount=positive(command.amount),
            purpose=given(command.purpose, "purpose"),
            instalments=command.instalments,
        )
    )
    books.make(application=number)


def decide_loan_application(command: DecideLoanApplication, books: Books) -> None:
    """Write the decision; an approval must keep the limits of that day."""
    check_has_come(books, command.on)
    found = the_loan_application(books, command.application)
    if found.decision is not Decision.WAITING:
        raise LoanApplicationDecided(command.application)
    if command.on < found.on:
        raise DecidedBeforeAsked(command.application, found.on, command.on)
    check_membership(the_member(books, found.member), command.on)
    granted = None
    if command.approved:
        granted = positive(found.amount if command.amount is None else command.amount)
        if granted > found.amount:
            raise GrantedTooMuch(found.amount, granted)
        check_limits(books, found.member, found.type, granted, on=command.on, clears=command.clears)
    else:
        given(command.reason)
    books.add(
        replace(
            found,
            decision=Decision.APPROVED if command.approved else Decision.REJECTED,
            decided_on=command.on,
            decided_by=command.decided_by,
            resolution=given(command.resolution, "resolution"),
            reason=command.reason.strip(),
            granted=granted,
        )
    )


def set_loan_limits(command: SetLoanLimits, books: Books) -> None:
    the_loan_type(books, command.type)
    for name in ("of_savings", "of_shares", "savings_first"):
        rate = getattr(command, name)
        if rate is not None:
            check_rate(name, rate)
    for name in ("most_loans", "most_missed", "least_guarantors", "most_guarantees"):
        count = getattr(command, name)
        if count is not None:
            check_count(name, count, least=0, most=1_000)
    if command.most is not None:
        positive(command.most, "most")
    fields = {name: getattr(command, name) for name in LoanLimits.__dataclass_fields__}
    books.add(LoanLimits(**fields))


def the_loan_application(books: Books, number: int) -> LoanApplication:
    """The application of that number.

    Raises:
        UnknownLoanApplication: there is none.
    """
    found = books.newest(LoanApplication, number)
    if found is None:
        raise UnknownLoanApplication(number)
    return found


def use_application(  # noqa: PLR0913 - what contract and application have in common
    books: Books,
    number: int,
    *,
    card: int,
    member: str | None,
    kind: str,
    approved: Money,
    on: date,
) -> LoanApplication:
    """Mark an approved application as become this contract.

    Raises:
        UnknownLoanApplication, LoanNotApproved, LoanApplicationUsed, ContractUnlikeApplication.
    """
    found = the_loan_application(books, number)
    if found.decision is not Decision.APPROVED:
        raise LoanNotApproved(number)
    if found.card is not None:
        raise LoanApplicationUsed(number, found.card)
    if found.decided_on is not None and on < found.decided_on:
        raise DecidedBeforeAsked(number, found.decided_on, on)
    for field, agrees in (
        ("member", member == found.member),
        ("type", kind == found.type),
        ("approved", found.granted is not None and approved <= found.granted),
    ):
        if not agrees:
            raise ContractUnlikeApplication(number, field)
    books.add(replace(found, card=card))
    return found
