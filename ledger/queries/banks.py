"""Bank accounts: balances, statement lines beside the books, and how far both agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.domain.banks import BankAccount, BankMatch, Reconciliation
from ledger.domain.cards import Card
from ledger.domain.days import day_before
from ledger.domain.import_runs import ImportRun, standing_lines
from ledger.domain.money import Money, total
from ledger.domain.refusals import UnknownBank
from ledger.queries.entries import papers_of
from ledger.queries.standing import known, last_day
from ledger.storage.columns import said
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Agreement:
    """The last agreement of books and statement: the day, both balances, and the open items."""

    at: date
    statement: Money
    booked: Money
    not_at_bank: Money
    not_in_books: Money
    note: str


@dataclass(frozen=True, slots=True)
class BankRow:
    """One bank account over a period; ``balance`` is what the books say, debit positive."""

    code: str
    card: int
    account: str
    bank: str
    branch: str
    account_number: str
    account_name: str
    closed: bool
    brought_forward: Money
    received: Money
    paid: Money
    balance: Money
    agreement: Agreement | None
    unmatched_lines: int


@dataclass(frozen=True, slots=True)
class Banks:
    """All bank accounts in order of their codes, from the beginning without ``since``."""

    since: date | None
    until: date
    rows: tuple[BankRow, ...]
    balance: Money


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One line of the bank's statement, and the entry that stands for it in the books.

    ``run`` is what it came in with, and goes with when it is taken back: a file, which ``source``
    names, or what was typed at once.
    """

    line: int
    on: date
    amount: Money
    text: str
    balance: Money | None
    entry: int | None
    run: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class BookedRow:
    """One movement in the books that no line of the statement stands for yet."""

    entry: int
    on: date
    event: str
    memo: str
    papers: tuple[str, ...]
    amount: Money


@dataclass(frozen=True, slots=True)
class BankStatement:
    """Statement and books of an account up to a day, and what explains their difference.

    ``expected`` is what the bank should say: booked less what has not reached it plus what only
    the bank knows.
    """

    bank: BankRow
    until: date
    lines: tuple[StatementRow, ...]
    not_at_bank: tuple[BookedRow, ...]
    not_in_books: tuple[StatementRow, ...]
    booked: Money
    expected: Money


def banks(reader: Reader, *, since: date | None = None, until: date | None = None) -> Banks:
    """Every bank account with its movements in a period and its last agreement by then."""
    day = last_day(reader, until)
    accounts = sorted(reader.every(BankAccount), key=lambda one: one.code)
    rows = tuple(_row(reader, one, since, day) for one in accounts)
    return Banks(since, day, rows, total(row.balance for row in rows))


def bank_statement(
    reader: Reader, *, bank: str, since: date | None = None, until: date | None = None
) -> BankStatement:
    """The lines of a bank's statement beside the books, and the open items of both sides.

    Raises:
        UnknownBank: there is no bank account of that code.
    """
    day = last_day(reader, until)
    found = next((one for one in reader.every(BankAccount) if one.code == bank), None)
    if found is None:
        raise UnknownBank(bank)
    row = _row(reader, found, since, day)
    lines = [line for line in _lines(reader, found.card) if line.on <= day]
    matched = {line.entry for line in lines if line.entry is not None}
    not_at_bank = tuple(_booked(reader, found.card, day, matched))
    not_in_books = tuple(line for line in lines if line.entry is None)
    waiting, unknown = (
        total(one.amount for one in not_at_bank),
        total(one.amount for one in not_in_books),
    )
    return BankStatement(
        bank=row,
        until=day,
        lines=tuple(line for line in lines if since is None or line.on >= since),
        not_at_bank=not_at_bank,
        not_in_books=not_in_books,
        booked=row.balance,
        expected=row.balance - waiting + unknown,
    )


def _row(reader: Reader, bank: BankAccount, since: date | None, until: date) -> BankRow:
    card = reader.newest(Card, bank.card)
    account = "" if card is None else card.account
    before = Money(0)
    if since is not None:
        before = reader.card_balance(bank.card, account, at=day_before(since))
    moved = reader.one(
        "SELECT COALESCE(SUM(debit), 0), COALESCE(SUM(credit), 0) FROM lines"
        f" WHERE card = ? AND account = ? AND day BETWEEN ? AND ?{known(reader)}",
        (bank.card, account, "" if since is None else since.isoformat(), until.isoformat()),
    )
    debit, credit = moved or (0, 0)
    unmatched = [line for line in _lines(reader, bank.card) if line.entry is None]
    return BankRow(
        code=bank.code,
        card=bank.card,
        account=account,
        bank=bank.bank,
        branch=bank.branch,
        account_number=bank.account_number,
        account_name=bank.account_name,
        closed=bank.closed,
        brought_forward=before,
        received=Money(debit),
        paid=Money(credit),
        balance=before + Money(debit - credit),
        agreement=_agreement(reader, bank.card, until),
        unmatched_lines=sum(line.on <= until for line in unmatched),
    )


def _agreement(reader: Reader, card: int, until: date) -> Agreement | None:
    found = [one for one in reader.every(Reconciliation, card=card) if one.at <= until]
    if not found:
        return None
    last = max(found, key=lambda one: (one.at, one.number))
    return Agreement(
        last.at, last.statement, last.booked, last.not_at_bank, last.not_in_books, last.note
    )


def _lines(reader: Reader, card: int) -> list[StatementRow]:
    """The statement's lines in the bank's order; a match whose entry was undone is none."""
    entry_of = {match.bank_line: match.entry for match in reader.every(BankMatch, card=card)}
    run_of = {number: run for run in reader.every(ImportRun, card=card) for number in run.numbers}
    return [
        StatementRow(
            line=line.number,
            on=line.on,
            amount=line.amount,
            text=line.text,
            balance=line.balance,
            entry=entry_of.get(line.number),
            run=None if (run := run_of.get(line.number)) is None else run.number,
            source="" if run is None else run.source,
        )
        for line in standing_lines(reader, card)
    ]


def _booked(reader: Reader, card: int, until: date, matched: set[int]) -> Iterable[BookedRow]:
    rows = [
        row
        for row in reader.rows(
            f"SELECT e.number, l.day, e.event, {said('e.memo')}, SUM(l.debit - l.credit)"
            " FROM lines AS l"
            " JOIN entries AS e ON e.number = l.entry"
            f" WHERE l.card = ? AND l.day <= ?{known(reader, 'l.act')}"
            " GROUP BY e.number, l.day ORDER BY l.day, e.number",
            (card, until.isoformat()),
        )
        if row[0] not in matched
    ]
    papers = papers_of(reader, [row[0] for row in rows])
    for entry, day, event, memo, satang in rows:
        on = date.fromisoformat(day)
        yield BookedRow(entry, on, event, memo, papers.get(entry, ()), Money(satang))
