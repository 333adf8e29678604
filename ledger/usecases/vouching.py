"""Vouchers: income, expense and movements of money, each with payee, purpose and approver."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command, Posted
from ledger.domain.entries import GENERAL_FUND, Entry, Line, Side
from ledger.domain.money import ZERO, Money
from ledger.domain.papers import VOUCHER_SERIES, Voucher, VoucherKind, paper_year
from ledger.domain.posting import Place
from ledger.domain.refusals import NothingToDo
from ledger.domain.refusals.commanding import PayeeNotNamed, PayerNotNamed
from ledger.domain.refusals.entering import MoneyBothWays, OneSideOnly
from ledger.usecases.recording import (
    balanced,
    event_lines,
    given,
    money_place,
    positive,
    record,
    record_lines,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveIncome(Command):
    """Money that comes in from somebody who is not paying as a member: interest, donations."""

    account: str
    amount: Money
    on: date
    payee: str
    purpose: str
    bank: str | None = None
    fund: str = GENERAL_FUND
    card: int | None = None
    approved_by: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayExpense(Command):
    """Money that goes out for a purpose."""

    account: str
    amount: Money
    on: date
    payee: str
    purpose: str
    bank: str | None = None
    fund: str = GENERAL_FUND
    card: int | None = None
    approved_by: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveMoney(Command):
    """A fund's cash to the bank, from it, or between banks; the side not named is cash."""

    amount: Money
    on: date
    source: str | None = None
    target: str | None = None
    purpose: str = ""
    approved_by: str = ""
    document: str = ""
    fund: str = GENERAL_FUND


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalLine:
    """One line of a journal voucher; exactly one of debit and credit is given."""

    account: str
    debit: Money | None = None
    credit: Money | None = None
    fund: str = GENERAL_FUND
    card: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostJournal(Command):
    """A journal voucher with its lines written out, for adjustments.

    The money of one cash or bank account comes in by it or goes out, not both.
    """

    on: date
    purpose: str
    lines: tuple[JournalLine, ...]
    approved_by: str = ""
    document: str = ""


def receive_income(command: ReceiveIncome, books: Books) -> None:
    _pay_or_receive(command, books, "income", VoucherKind.RECEIPT)


def pay_expense(command: PayExpense, books: Books) -> None:
    _pay_or_receive(command, books, "expense", VoucherKind.PAYMENT)


def move_money(command: MoveMoney, books: Books) -> None:
    amount = positive(command.amount)
    if command.source == command.target:
        raise NothingToDo("target")
    source = money_place(books, command.source, command.fund)
    target = money_place(books, command.target, command.fund)
    if command.source is None:
        event, places = "banked", {"bank": target, "cash": source}
    elif command.target is None:
        event, places = "drawn", {"bank": source, "cash": target}
    else:
        event, places = "moved", {"source": source, "target": target}
    lines = event_lines(books, event, amount, places)
    posted = record(
        books, Entry(on=command.on, event=event, lines=balanced(tuple(lines)), memo=command.purpose)
    )
    add_voucher(
        books,
        VoucherKind.TRANSFER,
        posted,
        purpose=command.purpose,
        approved_by=command.approved_by,
        document=command.document,
    )


def post_journal(command: PostJournal, books: Books) -> None:
    lines = balanced(tuple(_journal_line(line) for line in command.lines))
    purpose = given(command.purpose, "purpose")
    _check_one_way(lines, books.money_accounts())
    posted = record(books, Entry(on=command.on, event="journal", lines=lines, memo=purpose))
    add_voucher(
        books,
        VoucherKind.JOURNAL,
        posted,
        purpose=purpose,
        approved_by=command.approved_by,
        document=command.document,
    )


def _check_one_way(lines: Iterable[Line], money: Collection[str]) -> None:
    """Whether the cash book can show each sum that came or went as a paper of its own.

    Between two funds or two bank accounts money may move: there each has a line of its own.

    Raises:
        MoneyBothWays: the same cash or bank account is debited and credited.
    """
    came: dict[tuple[str, str, int | None], Money] = defaultdict(lambda: ZERO)
    went = came.copy()
    for line in lines:
        if line.account in money:
            place = (line.account, line.fund, line.card)
            came[place] += line.debit
            went[place] += line.credit
    for place, amount in came.items():
        if min(amount, went[place]) > ZERO:
            raise MoneyBothWays(place[0], amount, went[place])


def payer_named(name: str) -> str:
    """Who gave the money.

    Raises:
        PayerNotNamed: nobody is named.
    """
    if not name.strip():
        raise PayerNotNamed
    return name.strip()


def payee_named(name: str) -> str:
    """Who gets the money.

    Raises:
        PayeeNotNamed: nobody is named.
    """
    if not name.strip():
        raise PayeeNotNamed
    return name.strip()


def add_voucher(  # noqa: PLR0913 - the fields of the paper
    books: Books,
    kind: VoucherKind,
    posted: Posted,
    *,
    purpose: str,
    payee: str = "",
    member: str | None = None,
    approved_by: str = "",
    document: str = "",
) -> Voucher:
    """Number the voucher that goes with an entry; numbers have no gaps (domain.md 2.3)."""
    series, year = VOUCHER_SERIES[kind], paper_year(posted.entry.on)
    voucher = Voucher(
        series=series,
        year=year,
        number=books.next_number(Voucher, series=series, year=year),
        kind=kind,
        entry=posted.number,
        on=posted.entry.on,
        amount=posted.entry.total,
        payee=payee,
        purpose=purpose,
        approved_by=approved_by,
        member=member,
        document=document,
    )
    books.add(voucher)
    return voucher


def _pay_or_receive(
    command: ReceiveIncome | PayExpense, books: Books, event: str, kind: VoucherKind
) -> None:
    amount = positive(command.amount)
    purpose = given(command.purpose, "purpose")
    named = payer_named if kind is VoucherKind.RECEIPT else payee_named
    payee = named(command.payee)
    places = {
        "money": money_place(books, command.bank, command.fund),
        "account": Place(command.account, command.fund, command.card),
    }
    if places["money"] == places["account"]:
        raise NothingToDo("account")
    lines = event_lines(books, event, amount, places)
    posted = record_lines(books, lines, on=command.on, event=event, memo=purpose)
    add_voucher(
        books,
        kind,
        posted,
        purpose=purpose,
        payee=payee,
        approved_by=command.approved_by,
        document=command.document,
    )


def _journal_line(line: JournalLine) -> Line:
    if line.debit is not None and line.credit is None:
        amount, side = positive(line.debit, "debit"), Side.DEBIT
    elif line.credit is not None and line.debit is None:
        amount, side = positive(line.credit, "credit"), Side.CREDIT
    else:
        raise OneSideOnly(line.account)
    return Line(line.account, side, amount, line.fund, line.card)
