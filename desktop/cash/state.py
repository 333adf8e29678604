"""What the forms of cash and bank know and decide, without Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ledger.domain.entries import GENERAL_FUND
from ledger.domain.money import ZERO, Money, total
from ledger.queries.banks import BankStatement, BookedRow, StatementRow
from ledger.usecases.banking import (
    MatchBankLine,
    ReconcileBank,
    RecordStatement,
    StatementLine,
)
from ledger.usecases.counting import CountCash, Pieces
from ledger.usecases.vouching import (
    JournalLine,
    MoveMoney,
    PayExpense,
    PostJournal,
    ReceiveIncome,
)

_NEAR = timedelta(days=10)  # so far apart a bank's day and ours may lie


@dataclass(frozen=True, slots=True, kw_only=True)
class CountForm:
    """Notes and coins beside what the books say at the end of the day."""

    on: date
    booked: Money
    pieces: Mapping[Money, int]
    reason: str = ""
    counted_by: str = ""

    @property
    def counted(self) -> Money:
        return total(value * count for value, count in self.pieces.items())

    @property
    def difference(self) -> Money:
        """Counted less booked: below zero money is missing."""
        return self.counted - self.booked

    def command(self) -> CountCash:
        return CountCash(
            on=self.on,
            pieces=tuple(
                Pieces(denomination=value, pieces=count)
                for value, count in self.pieces.items()
                if count
            ),
            counted_by=self.counted_by,
            reason=self.reason if self.difference != ZERO else "",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherForm:
    """Money in or out with its payee and purpose; ``income`` says which."""

    income: bool
    account: str
    amount: Money
    on: date
    payee: str
    purpose: str
    bank: str | None = None
    fund: str = GENERAL_FUND
    approved_by: str = ""
    document: str = ""

    def command(self) -> ReceiveIncome | PayExpense:
        kind = ReceiveIncome if self.income else PayExpense
        return kind(
            account=self.account,
            amount=self.amount,
            on=self.on,
            payee=self.payee,
            purpose=self.purpose,
            bank=self.bank,
            fund=self.fund,
            approved_by=self.approved_by,
            document=self.document,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveForm:
    """From cash or a bank to cash or another bank."""

    amount: Money
    on: date
    source: str | None
    target: str | None
    fund: str = GENERAL_FUND
    purpose: str = ""
    approved_by: str = ""
    document: str = ""

    @property
    def goes_nowhere(self) -> bool:
        return self.source == self.target

    def command(self) -> MoveMoney | None:
        if self.goes_nowhere:
            return None
        return MoveMoney(
            amount=self.amount,
            on=self.on,
            source=self.source,
            target=self.target,
            fund=self.fund,
            purpose=self.purpose,
            approved_by=self.approved_by,
            document=self.document,
        )


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One line of a journal voucher as it is typed."""

    account: str | None
    debit: Money | None
    credit: Money | None
    fund: str = GENERAL_FUND

    @property
    def is_empty(self) -> bool:
        return self.account is None and self.debit is None and self.credit is None


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalForm:
    """An adjusting entry with its lines written out."""

    on: date
    purpose: str
    rows: Sequence[JournalRow]
    approved_by: str = ""
    document: str = ""

    @property
    def debit(self) -> Money:
        return total(row.debit for row in self.rows if row.debit is not None)

    @property
    def credit(self) -> Money:
        return total(row.credit for row in self.rows if row.credit is not None)

    def command(self) -> PostJournal | None:
        """The voucher; None while a line is begun and not finished."""
        filled = [row for row in self.rows if not row.is_empty]
        if not filled or any(row.account is None for row in filled):
            return None
        return PostJournal(
            on=self.on,
            purpose=self.purpose,
            lines=tuple(
                JournalLine(
                    account=row.account or "", debit=row.debit, credit=row.credit, fund=row.fund
                )
                for row in filled
            ),
            approved_by=self.approved_by,
            document=self.document,
        )


def statement_command(
    bank: str, *, on: date, amount: Money, text: str, balance: Money | None
) -> RecordStatement:
    """One line as the bank printed it; positive is money into the account."""
    line = StatementLine(on=on, amount=amount, text=text, balance=balance)
    return RecordStatement(bank=bank, lines=(line,))


def reconcile_command(bank: str, *, at: date, statement: Money, note: str) -> ReconcileBank:
    return ReconcileBank(bank=bank, at=at, statement=statement, note=note)


@dataclass(frozen=True, slots=True)
class Pair:
    """A line of the statement and the movement in the books that it stands for."""

    line: StatementRow
    booked: BookedRow

    def command(self, bank: str) -> MatchBankLine:
        return MatchBankLine(bank=bank, line=self.line.line, entry=self.booked.entry)


def pairs(statement: BankStatement) -> tuple[Pair, ...]:
    """What belongs together beyond doubt: the same amount, near in time, the only choice both ways.

    Where two movements or two lines of one amount are as near, nobody guesses.
    """
    lines, rows = statement.not_in_books, statement.not_at_bank
    found = []
    for line in lines:
        fitting = [one for one in rows if fits(line, one)]
        if len(fitting) == 1 and sum(fits(other, fitting[0]) for other in lines) == 1:
            found.append(Pair(line, fitting[0]))
    return tuple(found)


def fits(line: StatementRow, booked: BookedRow) -> bool:
    """Whether a line may stand for a movement: the same amount, not many days apart."""
    return line.amount == booked.amount and abs(line.on - booked.on) <= _NEAR
