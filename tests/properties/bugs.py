"""Bugs to plant in the books one by one; whoever watches over them must find every one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, cast

import pytest

from ledger.book import Book
from ledger.domain import earning, entries
from ledger.domain import interest as rules
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command, Outcome, Posted
from ledger.domain.entries import Entry, Line
from ledger.domain.fingerprint import ActDigest, EncodedRows
from ledger.domain.money import ZERO, Money, Rounding, total
from ledger.domain.papers import Receipt, ReceiptVoid
from ledger.domain.products import Charge, ChargePayment, SavingsProduct
from ledger.domain.records import Record
from ledger.domain.refusals import CommandIdReused
from ledger.storage import adding_up
from ledger.storage.known import Known
from ledger.storage.unit import UnitOfWork
from ledger.usecases import (
    charging,
    counting,
    members,
    overdrawing,
    recording,
    reversing,
    saving,
    till,
)

Plant = Callable[[pytest.MonkeyPatch], None]
BUGS: dict[str, Plant] = {}


def bug(plant: Plant) -> Plant:
    BUGS[plant.__name__.replace("_", " ")] = plant
    return plant


def nothing(*_arguments: Any, **_named: Any) -> None:
    """A check that checks nothing."""


# ── checks that are missing ─────────────────────────────────────────────────────────────────────


@bug
def cash_is_not_checked(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(overdrawing, "_check_cash", nothing)


@bug
def banks_are_not_checked(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(overdrawing, "_check_bank", nothing)


@bug
def balances_of_cards_are_not_checked(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(overdrawing, "_check_owed", nothing)


@bug
def late_entries_are_checked_against_today_only(plant: pytest.MonkeyPatch) -> None:
    def least_owed(self: UnitOfWork, card: int, account: str, *, since: date) -> Money:
        assert since
        return -self.card_balance(card, account)

    plant.setattr(UnitOfWork, "least_owed", least_owed)


@bug
def closed_months_are_not_checked(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(recording, "latest_closing", nothing)


@bug
def days_to_come_are_not_checked(plant: pytest.MonkeyPatch) -> None:
    original = recording.check_day

    def check_day(books: Any, day: date) -> None:
        original(books, min(day, books.today))

    plant.setattr(recording, "check_day", check_day)


@bug
def closed_cards_take_entries(plant: pytest.MonkeyPatch) -> None:
    original = recording.the_card

    def the_card(books: Any, number: int) -> Card:
        return replace(original(books, number), closed_on=None)

    plant.setattr(recording, "the_card", the_card)


@bug
def members_leave_with_money_on_their_cards(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(members, "cards_of", lambda _books, _number: [])


@bug
def the_limit_of_a_fifth_is_forgotten(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(till, "check_purchase", nothing)


@bug
def holds_are_forgotten(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(saving, "held_back", lambda *_arguments: ZERO)


@bug
def the_minimum_is_forgotten(plant: pytest.MonkeyPatch) -> None:
    original = saving.the_savings_product

    def the_savings_product(books: Any, code: str) -> SavingsProduct:
        return replace(original(books, code), minimum_balance=ZERO)

    plant.setattr(saving, "the_savings_product", the_savings_product)


@bug
def charges_are_paid_twice(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(charging, "open_on", lambda _books, charge: charge.amount)


# ── entries that are wrong ──────────────────────────────────────────────────────────────────────


@bug
def a_withdrawal_is_written_with_its_sides_exchanged(plant: pytest.MonkeyPatch) -> None:
    original = UnitOfWork.post

    def post(self: UnitOfWork, entry: Entry) -> Posted:
        flipped = entry.event == "withdrawal"
        lines = tuple(line.mirrored() if flipped else line for line in entry.lines)
        posted = original(self, replace(entry, lines=lines))
        return Posted(posted.number, entry)

    plant.setattr(UnitOfWork, "post", post)


@bug
def entries_get_the_day_of_typing(plant: pytest.MonkeyPatch) -> None:
    original = UnitOfWork.post

    def post(self: UnitOfWork, entry: Entry) -> Any:
        return original(self, replace(entry, on=self.today))

    plant.setattr(UnitOfWork, "post", post)


@bug
def a_reversal_has_the_sides_of_its_original(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(Line, "mirrored", lambda self: self)


@bug
def a_reversal_takes_back_one_satang_less(plant: pytest.MonkeyPatch) -> None:
    original = entries.reversal_of

    def reversal_of(entry: Entry, number: int, *, on: date, reason: str) -> Entry:
        mirror = original(entry, number, on=on, reason=reason)
        less = Money(1)
        if len(mirror.lines) == 2 and mirror.lines[0].amount > less:
            lines = tuple(replace(line, amount=line.amount - less) for line in mirror.lines)
            return replace(mirror, lines=lines)
        return mirror

    plant.setattr(reversing, "reversal_of", reversal_of)


@bug
def an_entry_is_reversed_twice(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(UnitOfWork, "reversed_by", nothing)


@bug
def a_shortage_is_booked_as_an_overage(plant: pytest.MonkeyPatch) -> None:
    original = recording.event_lines

    def event_lines(books: Any, _event: str, amount: Money, places: Any) -> Any:
        return original(books, "cash_over", amount, places)

    plant.setattr(counting, "event_lines", event_lines)


@bug
def a_difference_of_cash_is_not_booked(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(counting, "_book_difference", nothing)


# ── interest ────────────────────────────────────────────────────────────────────────────────────


@bug
def interest_is_earned_for_one_day_too_many(plant: pytest.MonkeyPatch) -> None:
    original = rules.interest_for

    def interest_for(rule: Any, movements: Any, start: date, end: date) -> Any:
        return original(rule, movements, start, end + timedelta(days=1))

    plant.setattr(earning, "interest_for", interest_for)


@bug
def interest_is_rounded_down(plant: pytest.MonkeyPatch) -> None:
    original = earning.rule_of

    def rule_of(product: Any, rates: Any) -> Any:
        return replace(original(product, rates), rounding=Rounding.SATANG_DOWN)

    plant.setattr(earning, "rule_of", rule_of)


# ── papers ──────────────────────────────────────────────────────────────────────────────────────


@bug
def receipt_numbers_have_gaps(plant: pytest.MonkeyPatch) -> None:
    original = UnitOfWork.next_number

    def next_number(self: UnitOfWork, kind: type[Record], /, **fixed: object) -> int:
        number = original(self, kind, **fixed)
        return number + 1 if kind is Receipt and number % 7 == 0 else number

    plant.setattr(UnitOfWork, "next_number", next_number)


@bug
def a_reversal_does_not_void_the_receipt(plant: pytest.MonkeyPatch) -> None:
    original = UnitOfWork.add

    def add(self: UnitOfWork, record: Record) -> None:
        if not isinstance(record, ReceiptVoid):
            original(self, record)

    plant.setattr(UnitOfWork, "add", add)


@bug
def what_a_void_receipt_paid_stays_paid(plant: pytest.MonkeyPatch) -> None:
    def open_on(books: Any, charge: Charge) -> Money:
        payments = books.every(ChargePayment, charge=charge.number)
        return charge.amount - total(payment.amount for payment in payments)

    plant.setattr(charging, "open_on", open_on)


@bug
def a_receipt_shows_the_balance_before_it(plant: pytest.MonkeyPatch) -> None:
    original = till.add_receipt_lines

    def add_receipt_lines(books: Any, receipt: Any, items: Any, cards: Any) -> None:
        original(cast(Books, _BalanceBefore(books)), receipt, items, cards)

    plant.setattr(till, "add_receipt_lines", add_receipt_lines)


class _BalanceBefore:
    """Books that answer balances as if the entry in hand were not there."""

    def __init__(self, books: Any) -> None:
        self._books = books

    def __getattr__(self, name: str) -> Any:
        return getattr(self._books, name)

    def card_balance(self, card: int, account: str, *, at: date | None = None) -> Money:
        assert at is None
        last: Entry = self._books.posted[-1].entry
        moved = total(line.debit - line.credit for line in last.lines if line.card == card)
        held: Money = self._books.card_balance(card, account)
        return held - moved


# ── the file ────────────────────────────────────────────────────────────────────────────────────


@bug
def a_running_balance_is_lost(plant: pytest.MonkeyPatch) -> None:
    original = adding_up.add_lines

    def add_lines(cursor: Any, rows: Any, newest: str | None) -> str:
        return original(cursor, [row for row in rows if row[0] % 5 or row[1] > 1], newest)

    plant.setattr(adding_up, "add_lines", add_lines)


@bug
def the_fingerprint_skips_the_last_letter_of_every_row(plant: pytest.MonkeyPatch) -> None:
    original = EncodedRows.add

    def add(self: EncodedRows, rows: Any) -> None:
        original(self, [row[:-1] for row in rows])

    plant.setattr(EncodedRows, "add", add)


@bug
def the_fingerprint_skips_a_table_everywhere(plant: pytest.MonkeyPatch) -> None:
    original = ActDigest.add_rows

    def add_rows(self: ActDigest, name: str, rows: EncodedRows) -> None:
        if name != "receipt_lines":
            original(self, name, rows)

    plant.setattr(ActDigest, "add_rows", add_rows)


@bug
def a_refusal_leaves_its_figures_in_memory(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(Known, "forget", nothing)


@bug
def a_rehearsal_is_booked(plant: pytest.MonkeyPatch) -> None:
    original = Book._in_one_act

    def in_one_act(
        self: Book, command: Command, command_id: str, *, rehearse: bool, **asked: Any
    ) -> Outcome:
        made = original(self, command, command_id, rehearse=False, **asked)
        return replace(made, rehearsed=rehearse)

    plant.setattr(Book, "_in_one_act", in_one_act)


@bug
def command_ids_are_forgotten(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(Book, "_repeated", nothing)


@bug
def a_command_id_answers_for_any_command(plant: pytest.MonkeyPatch) -> None:
    original = Book._repeated

    def repeated(self: Book, command: Command, command_id: str) -> Outcome | None:
        try:
            return original(self, command, command_id)
        except CommandIdReused as reused:
            return Outcome(act=reused.act, repeated=True)

    plant.setattr(Book, "_repeated", repeated)
