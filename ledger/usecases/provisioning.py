"""The allowance for doubtful loans: the table of classes, and the entry for the change only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from ledger.domain.accruing import booked_by_card
from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.entries import Line, merged
from ledger.domain.lending import Direction, LoanContract
from ledger.domain.limits import check_count, check_rate
from ledger.domain.loan_quality import (
    LoanClass,
    LoanClassStep,
    assessments,
    holds_on,
    steps_at,
)
from ledger.domain.money import ZERO, Money
from ledger.domain.owing import Owing, owing_of
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.refusals.loan_quality import AllowanceAgrees, ClassStepsWrong
from ledger.usecases.recording import account_of_role, check_day, event_lines, given, record_lines
from ledger.usecases.vouching import add_voucher


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassStep:
    """Loans late by more than so many days: their class, and the percent that is set aside."""

    more_than: int
    loan_class: LoanClass
    rate: Fraction
    suspends: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLoanClasses(Command):
    """The whole table of classes from a day on; its first step is for loans that are in time."""

    from_day: date
    steps: tuple[ClassStep, ...]
    resolution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostProvision(Command):
    """Bring the allowance for doubtful loans to what the loans of that day need.

    Only the change is booked, so doing it twice changes nothing (domain.md 3.5).
    """

    on: date
    approved_by: str = ""


def set_loan_classes(command: SetLoanClasses, books: Books) -> None:
    resolution = given(command.resolution, "resolution")
    _check_steps(command.steps)
    kept = {step.more_than for step in command.steps}
    for old in books.every(LoanClassStep, from_day=command.from_day):
        if old.more_than not in kept:
            books.add(replace(old, withdrawn=True))
    for step in command.steps:
        check_count("more_than", step.more_than, least=0, most=10_000)
        check_rate("rate", step.rate)
        books.add(
            LoanClassStep(
                from_day=command.from_day,
                more_than=step.more_than,
                loan_class=step.loan_class,
                rate=step.rate,
                suspends=step.suspends,
                resolution=resolution,
            )
        )


def post_provision(command: PostProvision, books: Books) -> None:
    check_day(books, command.on)
    lines = [
        line
        for fund, change in changes(books, command.on).items()
        for line in _lines(books, fund, change)
    ]
    if not lines:
        account = account_of_role(books, "loan_allowance")
        raise AllowanceAgrees(command.on, -books.balance(account, at=command.on))
    posted = record_lines(books, lines, on=command.on, event="provision")
    add_voucher(books, VoucherKind.JOURNAL, posted, purpose="", approved_by=command.approved_by)
    books.make(lines=len(merged(lines)))


def changes(books: Books, on: date) -> dict[str, Money]:
    """By fund, how much the allowance has to grow; negative where too much is set aside."""
    loans = [
        _loan(books, one) for one in books.every(LoanContract) if one.direction is Direction.OUT
    ]
    needed: dict[str, Money] = {loan.contract.fund: ZERO for loan in loans}
    pairs = [(loan, loan.card(at=on)) for loan in loans]
    accrued = booked_by_card(books, loans, on)
    for one in assessments(pairs, holds_on(books, on), steps_at(books, on), accrued):
        needed[one.loan.contract.fund] += one.allowance
    account = account_of_role(books, "loan_allowance")
    return {
        fund: amount + books.balance(account, fund=fund, at=on) for fund, amount in needed.items()
    }


def _loan(books: Books, contract: LoanContract) -> Owing:
    return owing_of(books, contract.card)


def _lines(books: Books, fund: str, change: Money) -> list[Line]:
    places = {
        "allowance": Place(account_of_role(books, "loan_allowance"), fund),
        "expense": Place(account_of_role(books, "doubtful_expense"), fund),
    }
    if change > ZERO:
        return event_lines(books, "provision", change, places)
    return event_lines(books, "provision_released", -change, places) if change < ZERO else []


def _check_steps(steps: tuple[ClassStep, ...]) -> None:
    days = [step.more_than for step in steps]
    rates = [step.rate for step in steps]
    if not steps or days[0] != 0 or days != sorted(set(days)) or rates != sorted(rates):
        raise ClassStepsWrong
    if max(rates) > 1:
        raise ClassStepsWrong
