"""Refusals of bank accounts, statements and reconciliation."""

from __future__ import annotations

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal, refusal


@refusal
class UnknownBank(Refusal):
    """No bank account of that code."""

    bank: str


@refusal
class BankExists(Refusal):
    """The code is taken."""

    bank: str


@refusal
class UnknownBankLine(Refusal):
    """No such line of the bank statement."""

    bank: str
    line: int


@refusal
class BankLineMatched(Refusal):
    """The line of the statement is matched already."""

    bank: str
    line: int
    entry: int


@refusal
class NotTheSameAmount(Refusal):
    """The line of the statement and the entry have different amounts."""

    line: int
    statement: Money
    booked: Money


@refusal
class StatementDoesNotFollow(Refusal):
    """The balances of the statement do not follow from its amounts."""

    line: int
    expected: Money
    found: Money


@refusal
class NotReconciled(Refusal):
    """Statement and books still differ after all open items."""

    difference: Money
