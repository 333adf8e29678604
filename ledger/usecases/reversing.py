"""Corrections: a linked mirror with a reason, today, in an open month; never a change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command, Posted
from ledger.domain.entries import reversal_of
from ledger.domain.grants import counting
from ledger.domain.insurance import ClaimPaidOut, ClaimReceived, ClaimReduced, InsuranceClaim
from ledger.domain.money import ZERO, total
from ledger.domain.papers import Receipt, ReceiptVoid
from ledger.domain.refusals import (
    AlreadyReversed,
    ReversalOfReversal,
    UnknownEntry,
)
from ledger.domain.refusals.closing import DuesPaid, YearClosingEntry
from ledger.domain.refusals.insurance import ClaimMovedOn
from ledger.domain.year_end import DuePayment, FiscalYear, SurplusAllocation
from ledger.usecases.early_withdrawing import open_after_reversal
from ledger.usecases.loan_cards import restate_after_reversal
from ledger.usecases.recording import given, record


@dataclass(frozen=True, slots=True, kw_only=True)
class ReverseEntry(Command):
    """Take an entry back: its exact mirror on a day of an open month, with the reason."""

    entry: int
    on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectEntry(Command):
    """Reverse and book anew in one act: nothing in between can fail or be forgotten."""

    entry: int
    on: date
    reason: str
    instead: Command


Run = Callable[[Command, Books], None]


def reverse_entry(command: ReverseEntry, books: Books) -> None:
    reverse(books, command.entry, on=command.on, reason=given(command.reason))


def correct_entry(command: CorrectEntry, books: Books, run: Run) -> None:
    reverse(books, command.entry, on=command.on, reason=given(command.reason))
    run(command.instead, books)


def reverse(books: Books, number: int, *, on: date, reason: str) -> Posted:
    """Reverse an entry once; a receipt on it becomes void and keeps its number.

    Raises:
        UnknownEntry, AlreadyReversed, ReversalOfReversal, YearClosingEntry, DuesPaid,
        ClaimMovedOn: why not.
    """
    entry = books.entry(number)
    if entry is None:
        raise UnknownEntry(number)
    if entry.reverses is not None:
        raise ReversalOfReversal(number)
    by = books.reversed_by(number)
    if by is not None:
        raise AlreadyReversed(number, by)
    for year in books.every(FiscalYear, closed=True):
        if year.entry == number:
            raise YearClosingEntry(number, year.year)
    _check_dues(books, number)
    _check_insurance(books, number)
    open_after_reversal(books, entry)
    posted = record(books, reversal_of(entry, number, on=on, reason=reason))
    for receipt in books.every(Receipt, entry=number):
        books.add(
            ReceiptVoid(receipt.series, receipt.year, receipt.number, reason, posted.number, on)
        )
    restate_after_reversal(books, number, on=on)
    return posted


def _check_dues(books: Books, number: int) -> None:
    """An allocation stands as long as anybody was paid by it."""
    for allocation in books.every(SurplusAllocation, entry=number):
        paid = {
            one.member
            for one in books.every(DuePayment, allocation=allocation.number)
            if books.reversed_by(one.entry) is None
        }
        if paid:
            raise DuesPaid(number, allocation.year, len(paid))


def _check_insurance(books: Books, number: int) -> None:
    """A claim stands while money moved on it, and so does what was received and passed on."""
    for claim in books.every(InsuranceClaim, entry=number):
        came = counting(books, books.every(ClaimReceived, claim=claim.number))
        gone = counting(books, books.every(ClaimReduced, claim=claim.number))
        moved = total(it.amount for it in came) + total(it.amount for it in gone)
        if moved > ZERO:
            raise ClaimMovedOn(number, claim.number, moved)
    for one in books.every(ClaimReceived, entry=number):
        rows = counting(books, books.every(ClaimReceived, claim=one.claim))
        out = total(it.amount for it in counting(books, books.every(ClaimPaidOut, claim=one.claim)))
        if total(it.amount for it in rows) - one.amount < out:
            raise ClaimMovedOn(number, one.claim, out)
