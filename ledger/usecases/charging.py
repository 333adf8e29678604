"""Entrance fees, fines and dues: what members are asked to pay, and what is still open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.limits import check_amount
from ledger.domain.members import Member
from ledger.domain.money import ZERO, Money, total
from ledger.domain.posting import Place
from ledger.domain.products import Charge, ChargeKind, ChargePayment, ChargeType
from ledger.domain.refusals import (
    CardMissing,
    ChargeCancelled,
    ChargeOverpaid,
    ChargeTypeExists,
    MemberLeft,
    NotYetMember,
    UnknownCharge,
    UnknownChargeType,
    UnknownMember,
)
from ledger.domain.refusals.receiving import ChargedTwice
from ledger.usecases.founding import the_account
from ledger.usecases.recording import given, named, positive


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineChargeType(Command):
    """A fee, fine or due with its usual amount and its income account."""

    code: str
    name_th: str
    name_en: str = ""
    kind: ChargeKind
    account: str
    amount: Money = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeMembers(Command):
    """Ask members to pay: those named, or every present member when none is named."""

    type: str
    due_on: date
    members: tuple[str, ...] = ()
    amount: Money | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelCharge(Command):
    """A charge that is no longer asked for."""

    charge: int
    reason: str


def define_charge_type(command: DefineChargeType, books: Books) -> None:
    if books.newest(ChargeType, command.code) is not None:
        raise ChargeTypeExists(command.code)
    if the_account(books, command.account).card is not None:
        raise CardMissing(command.account)
    check_amount("amount", command.amount, least=ZERO)
    books.add(
        ChargeType(
            named(command.code, "code"),
            named(command.name_th, "name_th"),
            command.name_en or command.name_th,
            command.kind,
            command.account,
            command.amount,
        )
    )
    books.make(charge_type=command.code)


def charge_members(command: ChargeMembers, books: Books) -> None:
    kind = the_charge_type(books, command.type)
    amount = positive(kind.amount if command.amount is None else command.amount)
    numbers = [
        ask(books, kind.code, member, amount, command.due_on, command.note)
        for member in _asked(command, books)
    ]
    books.make(charges=numbers)


def cancel_charge(command: CancelCharge, books: Books) -> None:
    charge = the_charge(books, command.charge)
    books.add(replace(charge, cancelled=True, note=given(command.reason)))


def ask(  # noqa: PLR0913, PLR0917 - the fields of a charge
    books: Books, code: str, member: str, amount: Money, due_on: date, note: str = ""
) -> int:
    """Ask a member to pay; answers the charge's number.

    Raises:
        MemberLeft: the membership had ended by the day, and with it what is asked (domain.md 2.6).
    """
    found = books.newest(Member, member)
    if found is not None and found.left is not None and due_on >= found.left:
        raise MemberLeft(member, found.left, found.left_why.value if found.left_why else "")
    number = books.next_number(Charge)
    books.add(Charge(number, code, member, amount, due_on, note=note))
    return number


def settle(books: Books, number: int, amount: Money, entry: int) -> None:
    """Part of an entry pays a charge.

    Raises:
        UnknownCharge, ChargeCancelled, ChargeOverpaid: why it cannot.
    """
    charge = the_charge(books, number)
    left = open_on(books, charge)
    if amount > left:
        raise ChargeOverpaid(number, left, amount)
    books.add(ChargePayment(number, entry, amount))


def the_charge_type(books: Books, code: str) -> ChargeType:
    found = books.newest(ChargeType, code)
    if found is None:
        raise UnknownChargeType(code)
    return found


def charge_target(kind: ChargeType) -> tuple[str, str, Place]:
    """The event of paying a charge of that type, and the name and place it pays into."""
    place = Place(kind.account, kind.fund, kind.card)
    if kind.kind is ChargeKind.RENT:
        return "rent_received", "payable", place
    if kind.kind is ChargeKind.PREMIUM:
        return "premium_received", "payable", place
    return "charge", "income", place


def the_charge(books: Books, number: int) -> Charge:
    """The charge of that number.

    Raises:
        UnknownCharge, ChargeCancelled: there is none, or it is not asked for any more.
    """
    charge = books.newest(Charge, number)
    if charge is None:
        raise UnknownCharge(number)
    if charge.cancelled:
        raise ChargeCancelled(number)
    return charge


def open_on(books: Books, charge: Charge) -> Money:
    """What is still open on a charge."""
    paid = [
        payment.amount
        for payment in books.every(ChargePayment, charge=charge.number)
        if books.reversed_by(payment.entry) is None
    ]
    return charge.amount - total(paid)


def open_charges(books: Books, member: str) -> list[tuple[Charge, Money]]:
    """The member's charges on which something is open, oldest first."""
    charges = books.every(Charge, member=member, cancelled=False)
    left = [(charge, open_on(books, charge)) for charge in charges]
    return [(charge, amount) for charge, amount in left if amount > ZERO]


def _asked(command: ChargeMembers, books: Books) -> list[str]:
    if not command.members:
        present = [one for one in books.every(Member) if one.is_member_on(command.due_on)]
        return [member.number for member in present]
    seen: set[str] = set()
    for number in command.members:
        member = books.newest(Member, number)
        if member is None:
            raise UnknownMember(number)
        if command.due_on < member.joined:
            raise NotYetMember(number, member.joined, command.due_on)
        if number in seen:
            raise ChargedTwice(number)
        seen.add(number)
    return list(command.members)
