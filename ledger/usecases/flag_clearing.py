"""An exception of the red-flag tests is looked into and cleared with a note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.money import ZERO, Money
from ledger.domain.red_flags import ClearedFlag, sign_of
from ledger.domain.refusals import AmountNotPositive
from ledger.domain.refusals.red_flags import FlagAlreadyCleared, UnknownFlag
from ledger.usecases.recording import check_has_come, given


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearRedFlag(Command):
    """What was found behind an exception, by whom and when; nothing is taken off the list.

    ``flag`` and ``amount`` are the exception's name and its money at risk, as the question
    ``red-flags`` answers them.
    """

    flag: str
    amount: Money
    note: str
    by: str
    on: date


def clear_red_flag(command: ClearRedFlag, books: Books) -> None:
    check_has_come(books, command.on)
    flag = " ".join(command.flag.split())
    if sign_of(flag) is None or " " not in flag:
        raise UnknownFlag(command.flag)
    if command.amount < ZERO:
        raise AmountNotPositive("amount", command.amount)
    before = books.every(ClearedFlag, flag=flag)
    if any(command.amount <= one.amount for one in before):
        raise FlagAlreadyCleared(flag)
    number = books.next_number(ClearedFlag)
    books.add(
        ClearedFlag(
            number=number,
            flag=flag,
            amount=command.amount,
            on=command.on,
            by=given(command.by, "by"),
            note=given(command.note, "note"),
        )
    )
    books.make(cleared=number)
