"""Bank accounts, lines of bank statements, and the agreement of both sides at a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.money import Money
from ledger.domain.records import Record


@dataclass(frozen=True, slots=True)
class BankAccount(Record):
    """A bank account of the cooperative; its card carries the lines."""

    table = "bank_accounts"
    key = ("card",)

    card: int
    code: str
    bank: str
    branch: str
    account_number: str
    account_name: str
    closed: bool = False


@dataclass(frozen=True, slots=True)
class BankLine(Record):
    """One line of a bank statement, as the bank wrote it; positive is into the account."""

    table = "bank_lines"
    key = ("card", "number")
    versions = False

    card: int
    number: int
    on: date
    amount: Money
    text: str
    balance: Money | None = None


@dataclass(frozen=True, slots=True)
class BankMatch(Record):
    """A line of a statement that stands for a line in the books; a later version may undo it."""

    table = "bank_matches"
    key = ("card", "bank_line")

    card: int
    bank_line: int
    entry: int | None


@dataclass(frozen=True, slots=True)
class Reconciliation(Record):
    """The bank's balance at a day beside ours, and the open items that explain the difference."""

    table = "reconciliations"
    key = ("card", "number")
    versions = False

    card: int
    number: int
    at: date
    statement: Money
    booked: Money
    not_at_bank: Money
    not_in_books: Money
    note: str
