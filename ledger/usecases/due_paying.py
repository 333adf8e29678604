"""What an allocation owes the members, paid: in money, into savings, or against their debts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.domain.books import Books
from ledger.domain.borrowing import oldest_first, running_loans
from ledger.domain.cards import Card
from ledger.domain.commands import Command, Posted
from ledger.domain.entries import GENERAL_FUND, Entry, Gathered
from ledger.domain.loans.contract import Early
from ledger.domain.money import ZERO, Money, total
from ledger.domain.owing import Owing, owing_of, settlement_of
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.products import Charge
from ledger.domain.refusals import NothingToDo
from ledger.domain.refusals.closing import (
    DueNotYet,
    NoAccountForDue,
    NothingUnpaid,
    YearNotAllocated,
)
from ledger.domain.year_end import Debt, DuePayment, MemberDue, SurplusAllocation
from ledger.usecases.charging import charge_target, open_charges, settle, the_charge_type
from ledger.usecases.loan_cards import moves_of
from ledger.usecases.members import the_member
from ledger.usecases.recording import (
    account_of_role,
    check_day,
    gather_event,
    money_place,
    record,
)
from ledger.usecases.repaying import Instalment, instalment_of, keep_instalments
from ledger.usecases.setting_off import across_funds
from ledger.usecases.vouching import add_voucher
from ledger.usecases.year_closing import span_of, standing_allocation


@dataclass(frozen=True, slots=True, kw_only=True)
class PayDues(Command):
    """Pay dividend and refund to the members named, or to all who were not paid yet (feature 33).

    Debts are met first, in the order of ``debts``. The rest is paid in cash or from ``bank``, or
    into each member's savings account of ``product``; who has none stays on the unpaid list.
    """

    year: int
    on: date
    members: tuple[str, ...] = ()
    bank: str | None = None
    product: str = ""
    debts: tuple[Debt, ...] = ()
    approved_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Unpaid:
    """What is left to pay of a member's due."""

    due: MemberDue
    dividend: Money
    refund: Money

    @property
    def amount(self) -> Money:
        return self.dividend + self.refund


@dataclass(frozen=True, slots=True)
class _Met:
    """Debts that a due meets: instalments by card, and charges with what is paid on each."""

    loans: dict[int, Instalment]
    charges: tuple[tuple[Charge, Money], ...]

    @property
    def amount(self) -> Money:
        paid = total(one.paid.amount for one in self.loans.values())
        return paid + total(amount for _, amount in self.charges)


def pay_dues(command: PayDues, books: Books) -> None:
    allocation = _the_allocation(command, books)
    check_day(books, command.on)
    found = _wanted(command, books, allocation)
    paid = met = ZERO
    members = skipped = 0
    for one in found:
        to = _savings_of(command, books, one.due.member)
        if command.product and to is None:
            skipped += 1
            continue
        payment = _pay(command, books, one, to)
        paid, met = paid + one.amount, met + payment.debts
        members += 1
    if not members:
        raise NothingToDo("pay-dues")
    books.make(
        allocation=allocation.number,
        members=members,
        paid=paid.as_decimal(),
        debts=met.as_decimal(),
        skipped=skipped,
    )


def _the_allocation(command: PayDues, books: Books) -> SurplusAllocation:
    """The resolution that stands for the year.

    Raises:
        YearNotAllocated, DueNotYet: there is none, or it is later than the day.
    """
    year = span_of(books, command.year).year
    found = standing_allocation(books, year)
    if found is None:
        raise YearNotAllocated(year)
    if command.on < found.on:
        raise DueNotYet(year, found.on, command.on)
    return found


def _wanted(command: PayDues, books: Books, allocation: SurplusAllocation) -> list[_Unpaid]:
    """Everybody with anything unpaid, or those named.

    Raises:
        UnknownMember, NothingUnpaid, NoAccountForDue: one of those named cannot be paid so.
    """
    unpaid = {one.due.member: one for one in _unpaid(books, allocation.number)}
    if not command.members:
        return list(unpaid.values())
    for number in command.members:
        the_member(books, number)
        if number not in unpaid:
            raise NothingUnpaid(number, allocation.year)
        if command.product and _savings_of(command, books, number) is None:
            raise NoAccountForDue(number, command.product)
    return [unpaid[number] for number in dict.fromkeys(command.members)]


def _unpaid(books: Books, allocation: int) -> list[_Unpaid]:
    paid: dict[str, tuple[Money, Money]] = {}
    for one in books.every(DuePayment, allocation=allocation):
        if books.reversed_by(one.entry) is None:
            before = paid.get(one.member, (ZERO, ZERO))
            paid[one.member] = (before[0] + one.dividend, before[1] + one.refund)
    found = []
    for due in books.every(MemberDue, allocation=allocation):
        dividend, refund = paid.get(due.member, (ZERO, ZERO))
        left = _Unpaid(due, due.dividend - dividend, due.refund - refund)
        if left.amount > ZERO:
            found.append(left)
    return found


def _savings_of(command: PayDues, books: Books, member: str) -> Card | None:
    if not command.product:
        return None
    for card in books.every(Card, member=member):
        if card.product == command.product and card.closed_on is None:
            return card
    return None


def _pay(command: PayDues, books: Books, one: _Unpaid, to: Card | None) -> DuePayment:
    member = one.due.member
    met = _debts(command, books, member, one.amount)
    money = _place(command, books, to)
    # Debts take the dividend first; what is left of either is paid out.
    of_dividend = min(one.dividend, met.amount)
    of_refund = met.amount - of_dividend
    gathered, owing = Gathered(), account_of_role(books, "payable")
    via = Place(owing)
    direct = money if money.fund == GENERAL_FUND else via
    for event, amount, place in (
        ("dividend_paid", of_dividend, via),
        ("refund_paid", of_refund, via),
        ("dividend_paid", one.dividend - of_dividend, direct),
        ("refund_paid", one.refund - of_refund, direct),
    ):
        if amount > ZERO:
            gather_event(books, gathered, event, amount, {"money": place})
    rest = one.amount - met.amount
    if direct is via and rest > ZERO:
        there = Place(owing, money.fund)
        gather_event(books, gathered, "deposit", rest, {"card": money, "money": there})
    _gather_debts(books, gathered, met, owing)
    lines = across_funds(command, books, gathered.lines(), owing)
    posted = record(books, Entry(on=command.on, event="dues_paid", lines=lines, memo=command.note))
    kind = VoucherKind.PAYMENT if rest > ZERO and to is None else VoucherKind.JOURNAL
    add_voucher(
        books, kind, posted, purpose=command.note, member=member, approved_by=command.approved_by
    )
    return _keep(command, books, one, posted, met, to)


def _place(command: PayDues, books: Books, to: Card | None) -> Place:
    if to is None:
        return money_place(books, command.bank)
    return Place(to.account, to.fund, to.number)


def _debts(command: PayDues, books: Books, member: str, amount: Money) -> _Met:
    """What of the member's debts the amount meets, kind after kind."""
    loans: dict[int, Money] = {}
    charges: list[tuple[Charge, Money]] = []
    running: Sequence[Owing] = ()
    if any(debt in (Debt.DUE, Debt.LOANS) for debt in command.debts):
        running = [owing_of(books, one.card) for one in running_loans(books, member)]
        running = oldest_first(running, command.on)
    for debt in dict.fromkeys(command.debts):
        left = amount - total(loans.values()) - total(paid for _, paid in charges)
        if debt is Debt.CHARGES:
            for charge, open_now in open_charges(books, member):
                part = min(left, open_now)
                if part > ZERO:
                    charges.append((charge, part))
                    left -= part
            continue
        for loan in running:
            card = loan.contract.card
            asked = _asked(loan, command.on, all_of_it=debt is Debt.LOANS)
            part = min(left, asked - loans.get(card, ZERO))
            if part > ZERO:
                loans[card] = loans.get(card, ZERO) + part
                left -= part
    by_card = {one.contract.card: one for one in running}
    return _Met(
        {
            card: instalment_of(by_card[card], part, command.on, early=Early.SHORTEN)
            for card, part in loans.items()
        },
        tuple(charges),
    )


def _asked(loan: Owing, on: date, *, all_of_it: bool) -> Money:
    card = loan.card(at=on)
    return settlement_of(loan, card, on) if all_of_it else card.standing.due


def _gather_debts(books: Books, gathered: Gathered, met: _Met, owing: str) -> None:
    for paid in met.loans.values():
        money = Place(owing, paid.loan.contract.fund)
        for event, amount, places in moves_of(books, paid.loan, paid.parts, money):
            gather_event(books, gathered, event, amount, places)
    for charge, amount in met.charges:
        event, end, place = charge_target(the_charge_type(books, charge.type))
        places = {"money": Place(owing, place.fund), end: place}
        gather_event(books, gathered, event, amount, places)


def _keep(  # noqa: PLR0913, PLR0917 - the payment with all that it met
    command: PayDues,
    books: Books,
    one: _Unpaid,
    posted: Posted,
    met: _Met,
    to: Card | None,
) -> DuePayment:
    keep_instalments(books, met.loans, posted.number)
    for charge, amount in met.charges:
        settle(books, charge.number, amount, posted.number)
    due = one.due
    payment = DuePayment(
        allocation=due.allocation,
        member=due.member,
        number=books.next_number(DuePayment, allocation=due.allocation, member=due.member),
        on=command.on,
        entry=posted.number,
        dividend=one.dividend,
        refund=one.refund,
        debts=met.amount,
        bank=command.bank or "",
        card=None if to is None else to.number,
    )
    books.add(payment)
    return payment
