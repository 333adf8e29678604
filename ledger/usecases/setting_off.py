"""Setting off: one entry brings what a leaving member has together and meets her debts with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from ledger.domain.books import Books
from ledger.domain.commands import Posted
from ledger.domain.entries import Entry, Gathered, Line, Side
from ledger.domain.lending import Direction
from ledger.domain.loan_life import LoanRecovery
from ledger.domain.loans.contract import Early
from ledger.domain.money import ZERO, Money
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.products import Charge, SavingsProduct
from ledger.domain.settling import SettledItem, SettledKind
from ledger.usecases.charging import charge_target, settle, the_charge, the_charge_type
from ledger.usecases.loan_cards import moves_of, the_loan
from ledger.usecases.recording import (
    account_of_role,
    gather_event,
    money_place,
    record,
    the_card,
)
from ledger.usecases.repaying import Instalment, instalment_of, keep_instalments
from ledger.usecases.vouching import add_voucher


class Paying(Protocol):
    """Where money is paid from."""

    @property
    def bank(self) -> str | None: ...


class Leaver(Paying, Protocol):
    """What the command says that the entry needs."""

    @property
    def member(self) -> str: ...

    @property
    def on(self) -> date: ...

    @property
    def approved_by(self) -> str: ...

    @property
    def note(self) -> str: ...


def book_set_off(
    command: Leaver, books: Books, items: Sequence[SettledItem], resolution: str
) -> Posted | None:
    """One entry brings what is hers together and meets her debts; what is left is payable."""
    posted: Posted | None = None
    owing = account_of_role(books, "payable")
    gathered, loans = Gathered(), {}
    for item in items:
        if item.kind is SettledKind.LOAN and item.amount > ZERO:
            loan = the_loan(books, item.card or 0, Direction.OUT)
            paid = instalment_of(loan, item.amount, command.on, early=Early.SHORTEN)
            loans[item.card or 0] = paid
            _gather_loan(books, gathered, paid, Place(owing, loan.contract.fund))
        else:
            for event, amount, places in _moves(books, item, owing):
                gather_event(books, gathered, event, amount, places)
    lines = across_funds(command, books, gathered.lines(), owing)
    if lines:
        posted = record(
            books,
            Entry(on=command.on, event="member_settled", lines=lines, memo=command.note),
        )
        add_voucher(
            books,
            VoucherKind.JOURNAL,
            posted,
            purpose=resolution,
            member=command.member,
            approved_by=command.approved_by,
        )
        keep_instalments(books, loans, posted.number)
        _keep_recovered(command, books, items, posted)
    for item in items:
        if item.charge is not None:
            _end_charge(books, item, posted, resolution)
    return posted


def _gather_loan(books: Books, gathered: Gathered, paid: Instalment, money: Place) -> None:
    for event, amount, places in moves_of(books, paid.loan, paid.parts, money):
        gather_event(books, gathered, event, amount, places)


def _moves(
    books: Books, item: SettledItem, owing: str
) -> Iterator[tuple[str, Money, dict[str, Place]]]:
    """The events of a line that is no loan, with amounts and places."""
    if item.kind is SettledKind.CHARGE:
        kind = the_charge_type(books, the_charge(books, item.charge or 0).type)
        event, end, place = charge_target(kind)
        if item.amount > ZERO:
            yield event, item.amount, {"money": Place(owing, place.fund), end: place}
        return
    if item.kind in {SettledKind.WRITTEN_OFF, SettledKind.WELFARE}:
        yield from _met_debt(books, item, owing)
        return
    card = the_card(books, item.card or 0)
    place = Place(card.account, card.fund, card.number)
    places = {"card": place, "money": Place(owing, card.fund)}
    if item.interest > ZERO:
        product = books.newest(SavingsProduct, card.product)
        account = product.interest_account if product is not None else None
        cost = Place(account or "", card.fund)
        yield "savings_interest", item.interest, {"card": place, "interest": cost}
    if item.kind is SettledKind.SHARES and item.left > ZERO:
        yield "shares_reduced", item.left, {"card": place}
    if item.amount > ZERO:
        event = "shares_returned" if item.kind is SettledKind.SHARES else "withdrawal"
        yield event, item.amount, places


def _keep_recovered(
    command: Leaver, books: Books, items: Sequence[SettledItem], posted: Posted
) -> None:
    """What came in of loans that had been written off."""
    for item in items:
        if item.kind is SettledKind.WRITTEN_OFF and item.amount > ZERO:
            card = item.card or 0
            number = books.next_number(LoanRecovery, card=card)
            books.add(LoanRecovery(card, number, command.on, item.amount, posted.number))


def _met_debt(
    books: Books, item: SettledItem, owing: str
) -> Iterator[tuple[str, Money, dict[str, Place]]]:
    """A loan written off is recovered; a contribution is paid in on its card."""
    card = the_card(books, item.card or 0)
    ends = {"money": Place(owing, card.fund)}
    if item.amount > ZERO and item.kind is SettledKind.WRITTEN_OFF:
        yield "loan_recovered", item.amount, ends
    elif item.amount > ZERO:
        yield "deposit", item.amount, {**ends, "card": Place(card.account, card.fund, card.number)}


def across_funds(
    command: Paying, books: Books, lines: tuple[Line, ...], owing: str
) -> tuple[Line, ...]:
    """The lines with one net sum payable per fund; money moves from fund to fund where it must."""
    nets: dict[str, Money] = {}
    for line in lines:
        if line.account == owing:
            nets[line.fund] = nets.get(line.fund, ZERO) + line.credit - line.debit
    short = {fund: -net for fund, net in nets.items() if net < ZERO}
    found = [line for line in lines if line.account != owing]
    for fund, net in nets.items():
        given_over = ZERO
        for poor, missing in list(short.items()):
            moved = min(max(net, ZERO) - given_over, missing)
            if moved > ZERO:
                found += _money_lines(books, command.bank, fund, poor, moved)
                short[poor], given_over = missing - moved, given_over + moved
        if net > given_over:
            amount = net - given_over
            found.append(Line(owing, Side.CREDIT, amount, fund, None, "member_settled"))
    return tuple(found)


def _money_lines(books: Books, bank: str | None, rich: str, poor: str, amount: Money) -> list[Line]:
    ends = ((rich, Side.CREDIT), (poor, Side.DEBIT))
    places = [(money_place(books, bank, fund), side) for fund, side in ends]
    return [
        Line(place.account, side, amount, place.fund, place.card, "member_settled")
        for place, side in places
    ]


def _end_charge(books: Books, item: SettledItem, posted: Posted | None, resolution: str) -> None:
    """What is met is paid; what is not is no longer asked for."""
    number = item.charge or 0
    if posted is not None and item.amount > ZERO:
        settle(books, number, item.amount, posted.number)
    if item.left > ZERO:
        charge: Charge = the_charge(books, number)
        books.add(replace(charge, cancelled=True, note=resolution))
