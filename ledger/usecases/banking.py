"""Bank accounts as cards, lines of bank statements, and their agreement with the books."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.banks import BankAccount, BankLine, BankMatch, Reconciliation
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.entries import Entry
from ledger.domain.import_runs import ImportKind, standing_lines
from ledger.domain.money import ZERO, Money, total
from ledger.domain.refusals import (
    BankExists,
    BankLineMatched,
    NotReconciled,
    NotTheSameAmount,
    StatementDoesNotFollow,
    UnknownBankLine,
    UnknownEntry,
)
from ledger.usecases.founding import the_account
from ledger.usecases.import_back import keep_run
from ledger.usecases.recording import account_of_role, check_has_come, named, the_bank, the_card


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenBank(Command):
    """A bank account of the cooperative; without ``account`` it lies under the role ``bank``."""

    code: str
    bank: str
    account_number: str
    on: date
    branch: str = ""
    account_name: str = ""
    account: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """A line as the bank printed it; positive is money into the account."""

    on: date
    amount: Money
    text: str = ""
    balance: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordStatement(Command):
    """Lines of a bank statement, in the bank's order; ``source`` names the file they come from.

    What was typed has no file; it is taken back all the same (``take-back-import``).
    """

    bank: str
    lines: tuple[StatementLine, ...]
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchBankLine(Command):
    """A line of the statement stands for an entry; without ``entry`` the match is undone."""

    bank: str
    line: int
    entry: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconcileBank(Command):
    """Agree books and statement at a day; every difference is named by its open items."""

    bank: str
    at: date
    statement: Money
    note: str = ""


def open_bank(command: OpenBank, books: Books) -> None:
    if any(one.code == command.code for one in books.every(BankAccount)):
        raise BankExists(command.code)
    check_has_come(books, command.on)
    account = command.account or account_of_role(books, "bank")
    the_account(books, account)
    number = books.next_number(Card)
    books.add(Card(number, CardKind.BANK, account, command.on, command.code))
    books.add(
        BankAccount(
            card=number,
            code=named(command.code, "code"),
            bank=named(command.bank, "bank"),
            branch=command.branch,
            account_number=command.account_number,
            account_name=command.account_name,
        )
    )
    books.make(bank=command.code, card=number)


def record_statement(command: RecordStatement, books: Books) -> None:
    bank = the_bank(books, command.bank)
    numbers = []
    running = _stands_at(books, bank, command.lines[0].on) if command.lines else None
    for at, line in enumerate(command.lines, start=1):
        check_has_come(books, line.on)
        expected = None if running is None else running + line.amount
        if expected is not None and line.balance is not None and line.balance != expected:
            raise StatementDoesNotFollow(at, expected, line.balance)
        running = line.balance if line.balance is not None else expected
        numbers.append(books.next_number(BankLine, card=bank.card))
        books.add(BankLine(bank.card, numbers[-1], line.on, line.amount, line.text, line.balance))
    keep_run(books, ImportKind.STATEMENT, command.source, numbers, bank.card)
    books.make(first_line=numbers[0] if numbers else None, lines=len(command.lines))


def _stands_at(books: Books, bank: BankAccount, on: date) -> Money | None:
    """What the bank said last, where the statement goes on from there; None where nobody knows.

    A statement of earlier days that is entered later is a piece of its own.
    """
    running: Money | None = None
    before = list(standing_lines(books, bank.card))
    if not before or on < before[-1].on:
        return None
    for line in before:
        counted = None if running is None else running + line.amount
        running = counted if line.balance is None else line.balance
    return running


def match_bank_line(command: MatchBankLine, books: Books) -> None:
    bank = the_bank(books, command.bank)
    standing = {one.number: one for one in standing_lines(books, bank.card)}
    line = standing.get(command.line)
    if line is None:
        raise UnknownBankLine(command.bank, command.line)
    before = books.newest(BankMatch, bank.card, command.line)
    if command.entry is not None:
        if before is not None and before.entry is not None:
            raise BankLineMatched(command.bank, command.line, before.entry)
        entry = books.entry(command.entry)
        if entry is None:
            raise UnknownEntry(command.entry)
        for other in books.every(BankMatch, card=bank.card, entry=command.entry):
            raise BankLineMatched(command.bank, other.bank_line, command.entry)
        booked = on_card(entry, bank.card)
        if booked != line.amount:
            raise NotTheSameAmount(line.number, line.amount, booked)
    books.add(BankMatch(bank.card, command.line, command.entry))


def reconcile_bank(command: ReconcileBank, books: Books) -> None:
    check_has_come(books, command.at)
    bank = the_bank(books, command.bank)
    card = the_card(books, bank.card)
    booked = books.card_balance(card.number, card.account, at=command.at)
    matched = {
        match.entry: match.bank_line
        for match in books.every(BankMatch, card=bank.card)
        if match.entry is not None
    }
    ours = [one for one in books.movements(card.number, card.account) if one.on <= command.at]
    booked_by_then = {matched.get(movement.entry) for movement in ours}
    not_at_bank = total(
        movement.amount
        for movement in ours
        if not _seen(books, movement.entry, matched, command.at, bank)
    )
    # A line that was booked only later is still an open item of the earlier day.
    not_in_books = total(
        line.amount
        for line in standing_lines(books, bank.card)
        if line.on <= command.at and line.number not in booked_by_then
    )
    left = command.statement - (booked - not_at_bank + not_in_books)
    if left != ZERO:
        raise NotReconciled(left)
    number = books.next_number(Reconciliation, card=bank.card)
    books.add(
        Reconciliation(
            card=bank.card,
            number=number,
            at=command.at,
            statement=command.statement,
            booked=booked,
            not_at_bank=not_at_bank,
            not_in_books=not_in_books,
            note=command.note,
        )
    )
    books.make(reconciliation=number)


def on_card(entry: Entry, card: int) -> Money:
    """What an entry moves on a card, debit positive."""
    return total(line.debit - line.credit for line in entry.lines if line.card == card)


def _seen(books: Books, entry: int, matched: dict[int, int], at: date, bank: BankAccount) -> bool:
    """Whether the bank's statement shows the entry by that day."""
    number = matched.get(entry)
    if number is None:
        return False
    line = books.newest(BankLine, bank.card, number)
    return line is not None and line.on <= at
