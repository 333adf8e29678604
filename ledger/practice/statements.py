"""The bank's side of the practice book: its statements, and their agreement with the books."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ledger.domain.days import Month, day_after
from ledger.domain.money import ZERO, Money, baht
from ledger.practice.diary import BANK, BankMovement, Diary
from ledger.usecases.banking import MatchBankLine, ReconcileBank, RecordStatement, StatementLine

_FEE = baht(10)


@dataclass(slots=True)
class BankSide:
    """What the bank has told so far, and what it charged that is not booked yet."""

    told: Money = ZERO
    seen: int = 0
    lines: int = 0
    unbooked_fees: list[int] = field(default_factory=list)


def agree(diary: Diary, bank: BankSide, month: Month, *, fee: bool, late: bool) -> None:
    """Enter the statement of a month on the day after it, match its lines, agree at its end.

    With ``late`` the bank books our last movement of the month only in the next one; with ``fee``
    it charges something that we learn from the statement.
    """
    on = day_after(month.last)
    ours = diary.at_bank[bank.seen :]
    ours = [one for one in ours if one.on <= month.last]
    shown = ours[:-1] if late and len(ours) > 1 else ours
    lines = _lines(bank, shown, month)
    if fee:
        lines.append(_line(bank, month.last, -_FEE, "ค่าธรรมเนียมรักษาบัญชี"))
    if lines:
        diary.run(RecordStatement(bank=BANK, lines=tuple(lines)), on)
    for at, movement in enumerate(shown, start=bank.lines + 1):
        diary.run(MatchBankLine(bank=BANK, line=at, entry=movement.entry), on)
    bank.seen += len(shown)
    bank.lines += len(lines)
    if fee:
        bank.unbooked_fees.append(bank.lines)
    diary.run(ReconcileBank(bank=BANK, at=month.last, statement=bank.told), on)


def match_fee(diary: Diary, bank: BankSide, entry: int, on: date) -> None:
    """The fee is booked after all; its line of the statement stands for that entry."""
    line = bank.unbooked_fees.pop()
    diary.run(MatchBankLine(bank=BANK, line=line, entry=entry), on)
    at = next(at for at, one in enumerate(diary.at_bank) if one.entry == entry)
    diary.at_bank.insert(bank.seen, diary.at_bank.pop(at))
    bank.seen += 1


def _lines(bank: BankSide, shown: list[BankMovement], month: Month) -> list[StatementLine]:
    lines = []
    for movement in shown:
        # What the bank was late with stands on the first day of its next statement.
        on = max(movement.on, month.first)
        text = "ฝากเงินสด" if movement.amount > ZERO else "ถอน/โอนออก"
        lines.append(_line(bank, on, movement.amount, text))
    return lines


def _line(bank: BankSide, on: date, amount: Money, text: str) -> StatementLine:
    bank.told += amount
    return StatementLine(on=on, amount=amount, text=text, balance=bank.told)
