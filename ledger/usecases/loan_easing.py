"""Moratoria: many loans rest at once, with or without interest, penalty and a longer term."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.days import day_before, plus_months
from ledger.domain.lending import LoanPlan, LoanPlanRow
from ledger.domain.limits import check_count
from ledger.domain.loan_life import LoanPause
from ledger.domain.loans.contract import Due
from ledger.domain.money import ZERO, total
from ledger.domain.owing import Owing
from ledger.domain.refusals.loan_life import (
    MoratoriumEmpty,
    MoratoriumEndsBefore,
    MoratoriumOverlaps,
)
from ledger.domain.refusals.owing import LoanTwice, NothingOwed, PlanBeforeLast
from ledger.usecases.loan_cards import restate, the_loan
from ledger.usecases.recording import check_day, given


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareMoratorium(Command):
    """Loans rest from ``start`` to ``end``, both days included (domain.md 1.5).

    ``interest`` and ``penalty`` say whether they still run. What falls due from the first day on
    is moved by ``extended_by`` months; what was late before stays owed and comes with the first
    row.
    """

    cards: tuple[int, ...]
    start: date
    end: date
    resolution: str
    interest: bool = False
    penalty: bool = False
    extended_by: int = 0
    reason: str = ""


def declare_moratorium(command: DeclareMoratorium, books: Books) -> None:
    if not command.cards:
        raise MoratoriumEmpty
    if command.end < command.start:
        raise MoratoriumEndsBefore(command.start, command.end)
    check_count("extended_by", command.extended_by, least=0, most=600)
    given(command.resolution, "resolution")
    # It may be decided for days to come; for days gone only while their month is open.
    check_day(books, min(command.start, books.today))
    for at, card in enumerate(command.cards):
        if card in command.cards[:at]:
            raise LoanTwice(card)
        _rest(books, command, card)


def _rest(books: Books, command: DeclareMoratorium, card: int) -> None:
    loan = the_loan(books, card)
    for pause in loan.pauses:
        if not pause.agreed and pause.start <= command.end and command.start <= pause.end:
            raise MoratoriumOverlaps(card, pause.start, pause.end)
    eve = day_before(command.start)
    if loan.card(at=max(eve, loan.contract.on)).standing.outstanding == ZERO:
        raise NothingOwed(card, command.start)
    if command.extended_by:
        _extend(books, loan, command, eve)
    books.add(
        LoanPause(
            card=card,
            number=books.next_number(LoanPause, card=card),
            start=command.start,
            end=command.end,
            interest=command.interest,
            penalty=command.penalty,
            extended_by=command.extended_by,
            resolution=command.resolution,
        )
    )
    restate(books, card, on=min(command.start, books.today))


def _extend(books: Books, loan: Owing, command: DeclareMoratorium, eve: date) -> None:
    last = loan.plans[-1]
    if eve < last.on:
        raise PlanBeforeLast(loan.contract.card, eve, last.on)
    rows = _moved(loan, eve, command.extended_by)
    card, version = loan.contract.card, last.version + 1
    owed = total(row.principal for row in rows)
    books.add(LoanPlan(card, version, eve, owed, command.resolution, command.reason))
    for at, row in enumerate(rows, start=1):
        books.add(LoanPlanRow(card, version, at, row.day, row.principal, row.interest))


def _moved(loan: Owing, eve: date, months: int) -> list[Due]:
    """The rows still to come that many months later; what is late comes with the first of them."""
    card = loan.card(at=eve)
    coming = list(card.coming) or [Due(eve, card.standing.outstanding, ZERO)]
    rows = [replace(row, day=plus_months(row.day, months)) for row in coming]
    # The card foresees what is late in the last row: it is asked for when the rest is over.
    late = min(card.standing.overdue_principal, rows[-1].principal)
    rows[-1] = replace(rows[-1], principal=rows[-1].principal - late)
    rows[0] = replace(rows[0], principal=rows[0].principal + late)
    return [row for row in rows if row.principal + row.interest > ZERO]
