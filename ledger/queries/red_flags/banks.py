"""Bank money that no statement proves, has not arrived, or left without the books."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ledger.domain.money import ZERO
from ledger.domain.red_flags import Sign
from ledger.queries.banks import BankRow, BankStatement, bank_statement, banks
from ledger.queries.red_flags.looking import FlagRow, Look, flag


def bank_money(look: Look) -> Iterator[FlagRow]:
    """Scheme 1: a balance must come from the bank's own lines, and every deposit reach it."""
    for bank in banks(look.reader, until=look.at).rows:
        statement = bank_statement(look.reader, bank=bank.code, until=look.at)
        yield from _unproved(look, bank, statement)
        yield from _not_arrived(look, bank, statement)
        yield from _not_booked(look, bank, statement)


def _unproved(look: Look, bank: BankRow, statement: BankStatement) -> Iterator[FlagRow]:
    last = max((line.on for line in statement.lines), default=None)
    days = 0 if last is None else look.days_before_end(last)
    stale = last is None or days > look.limits.bank_days
    if bank.balance != ZERO and stale and _has_stood(look, bank):
        at_risk = abs(bank.balance)
        yield flag(Sign.BANK_UNPROVED, bank.code, at_risk, what=bank.code, on=last, count=days)


def _has_stood(look: Look, bank: BankRow) -> bool:
    """Whether there was money long enough for a statement to have come."""
    ((first,),) = look.rows("SELECT MIN(day) FROM lines WHERE card = ?", bank.card)
    since = None if first is None else date.fromisoformat(first)
    return since is not None and look.days_before_end(since) > look.limits.bank_days


def _not_arrived(look: Look, bank: BankRow, statement: BankStatement) -> Iterator[FlagRow]:
    first = min((line.on for line in statement.lines), default=look.at)
    for row in statement.not_at_bank:
        old = look.days_before_end(row.on) > look.limits.bank_days
        if row.amount > ZERO and old and row.on >= max(first, look.since):
            yield flag(
                Sign.BANK_NOT_ARRIVED,
                f"{bank.code} {row.entry}",
                row.amount,
                entry=row.entry,
                on=row.on,
                what=bank.code,
            )


def _not_booked(look: Look, bank: BankRow, statement: BankStatement) -> Iterator[FlagRow]:
    for line in statement.not_in_books:
        old = look.days_before_end(line.on) > look.limits.bank_days
        if line.amount < ZERO and old and line.on >= look.since:
            yield flag(
                Sign.BANK_NOT_BOOKED,
                f"{bank.code} {line.line}",
                -line.amount,
                on=line.on,
                what=bank.code,
                count=line.line,
            )
