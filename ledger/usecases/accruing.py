"""Accrued interest on both legs: one entry for the change since the last run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.accruing import ROLE_OF_LEG, Accrued, InterestAccrual, accruals
from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.entries import Line
from ledger.domain.lending import Direction, LoanContract
from ledger.domain.money import ZERO, Money, total
from ledger.domain.owing import owing_of
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.refusals.accruing import InterestAccrued
from ledger.usecases.recording import account_of_role, check_day, event_lines, record_lines
from ledger.usecases.vouching import add_voucher


@dataclass(frozen=True, slots=True, kw_only=True)
class AccrueInterest(Command):
    """Bring accrued interest of every loan, given and taken, to what is unpaid that evening.

    Only the change is booked, so doing it twice changes nothing (domain.md 3.4, 3.5). A rehearsal
    of this command is the trial run.
    """

    on: date
    approved_by: str = ""


def accrue_interest(command: AccrueInterest, books: Books) -> None:
    check_day(books, command.on)
    for role in ROLE_OF_LEG.values():
        account_of_role(books, role)
    loans = [owing_of(books, one.card) for one in books.every(LoanContract)]
    changed = [one for one in accruals(books, loans, command.on) if one.change != ZERO]
    if not changed:
        raise InterestAccrued(command.on)
    lines = [line for one in changed for line in _lines(books, one)]
    posted = record_lines(books, lines, on=command.on, event="interest_accrued")
    add_voucher(books, VoucherKind.JOURNAL, posted, purpose="", approved_by=command.approved_by)
    receivable, payable = _sum(changed, Direction.OUT), _sum(changed, Direction.IN)
    number = books.next_number(InterestAccrual)
    books.add(InterestAccrual(number, command.on, posted.number, receivable, payable))
    books.make(accrual=number, receivable=receivable.as_decimal(), payable=payable.as_decimal())


def _lines(books: Books, one: Accrued) -> list[Line]:
    """More or less of what is accrued on one card, against its interest account."""
    contract, change = one.loan.contract, one.change
    accrued = account_of_role(books, ROLE_OF_LEG[contract.direction])
    places = {
        "accrued": Place(accrued, contract.fund, contract.card),
        "interest": Place(contract.interest_account, contract.fund),
    }
    event = "interest_accrued" if contract.direction is Direction.OUT else "borrowing_accrued"
    lines = event_lines(books, event, abs(change), places)
    return lines if change > ZERO else [line.mirrored() for line in lines]


def _sum(changed: list[Accrued], leg: Direction) -> Money:
    return total(one.change for one in changed if one.loan.contract.direction is leg)
