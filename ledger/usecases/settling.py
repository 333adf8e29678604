"""Leaving in one step: interest credited, debts set off, the rest paid out, the membership ended.

Everything happens in one act (domain.md 2.6): nothing in between can fail or be forgotten. What a
welfare fund pays at a death is an act of its own before this one: the claim is approved and paid
into the member's savings or to the nominee there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from ledger.domain.accounts import CardKind
from ledger.domain.accruing import holds_accrued
from ledger.domain.books import Books
from ledger.domain.borrowing import running_guarantees
from ledger.domain.cards import Card
from ledger.domain.commands import Command, Posted
from ledger.domain.entries import Entry, Gathered
from ledger.domain.limits import check_rate
from ledger.domain.members import Leaving, Member, person_from
from ledger.domain.money import ZERO, Money
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.products import Charge, Hold
from ledger.domain.refusals import MemberLeft
from ledger.domain.refusals.loan_life import StillGuarantor
from ledger.domain.refusals.settling import (
    LeftAfterSettling,
    MovedSince,
    NotSettled,
    PayeeMissing,
    StillOwes,
)
from ledger.domain.settling import (
    MemberSettlement,
    Reckoned,
    SettledItem,
    SettledKind,
    last_moved,
    settle_up,
)
from ledger.usecases.members import cards_of, check_membership, the_member
from ledger.usecases.recording import (
    account_of_role,
    check_day,
    gather_event,
    given,
    money_place,
    record,
)
from ledger.usecases.reversing import reverse
from ledger.usecases.setting_off import book_set_off
from ledger.usecases.vouching import add_voucher


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleMember(Command):
    """A member leaves: ``on`` is the day of the money; ``left`` of the membership, if earlier.

    ``share_value`` is the part of their price that shares are worth, where the cooperative has
    losses. ``payee`` gets the money; of the dead it is the nominee where nobody is named. A
    rehearsal of this command is the preview.
    """

    member: str
    on: date
    why: Leaving
    resolution: str
    left: date | None = None
    share_value: Fraction = Fraction(1)
    bank: str | None = None
    payee: str = ""
    approved_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoSettlement(Command):
    """A settlement was a mistake: its entries are reversed and the membership goes on."""

    member: str
    on: date
    reason: str


def settle_member(command: SettleMember, books: Books) -> None:
    member = _leaving(command, books)
    resolution = given(command.resolution, "resolution")
    number = books.next_number(MemberSettlement)
    reckoned = settle_up(
        books, member.number, command.on, number=number, share_value=command.share_value
    )
    _check_resigning(command, books, reckoned)
    payee = _payee(command, books, member, reckoned.payable)
    set_off = book_set_off(command, books, reckoned.items, resolution)
    payment = _pay(command, books, set_off, payee)
    _close(command, books, member)
    kept = MemberSettlement(
        number=number,
        member=member.number,
        on=command.on,
        left=command.left or command.on,
        why=command.why,
        resolution=resolution,
        share_value=command.share_value,
        credit=reckoned.credit,
        loans=reckoned.loans,
        dues=reckoned.dues,
        payable=reckoned.payable,
        shortfall=reckoned.shortfall,
        set_off=set_off.number if set_off else None,
        payment=payment.number if payment else None,
        note=command.note,
    )
    books.add(kept)
    for item in reckoned.items:
        books.add(item)
    books.make(
        settlement=number,
        payable=kept.payable.as_decimal(),
        shortfall=kept.shortfall.as_decimal(),
        items=reckoned.items,
    )


def undo_settlement(command: UndoSettlement, books: Books) -> None:
    """Open again what the settlement closed, then reverse its entries, the payment first.

    Raises:
        NotSettled: no settlement with the member stands.
    """
    member, reason = the_member(books, command.member), given(command.reason)
    kept = next(iter(books.every(MemberSettlement, member=member.number, undone="")), None)
    if kept is None:
        raise NotSettled(member.number)
    check_day(books, command.on)
    for card in cards_of(books, member.number):
        if card.closed_on == kept.on:
            books.add(replace(card, closed_on=None))
        for hold in books.every(Hold, card=card.number, released_on=kept.on):
            books.add(replace(hold, released_on=None))
    books.add(replace(member, left=None, left_why=None))
    _ask_again(books, kept.number)
    for entry in (kept.payment, kept.set_off):
        # Money that nobody came for was taken back by itself, perhaps.
        if entry is not None and books.reversed_by(entry) is None:
            reverse(books, entry, on=command.on, reason=reason)
    books.add(replace(kept, undone=reason))


def _ask_again(books: Books, settlement: int) -> None:
    """Charges that were no longer asked for are asked again."""
    for item in books.every(SettledItem, settlement=settlement, kind=SettledKind.CHARGE):
        charge = books.newest(Charge, item.charge)
        if charge is not None and item.left > ZERO:
            books.add(replace(charge, cancelled=False))


def _leaving(command: SettleMember, books: Books) -> Member:
    """The member, when she can leave on these days.

    Raises:
        UnknownMember, MemberLeft, NotYetMember, LeftAfterSettling, MovedSince: why not.
    """
    member, left = the_member(books, command.member), command.left or command.on
    check_day(books, command.on)
    if member.left is not None:
        raise MemberLeft(member.number, member.left, (member.left_why or command.why).value)
    check_membership(member, left)
    if left > command.on:
        raise LeftAfterSettling(left, command.on)
    last = last_moved(books, member.number)
    if last is not None and last > command.on:
        raise MovedSince(member.number, command.on, last)
    check_rate("share_value", command.share_value, highest=Fraction(1))
    return member


def _check_resigning(command: SettleMember, books: Books, reckoned: Reckoned) -> None:
    """Who resigns owes nothing as borrower or guarantor (domain.md 1.6, 2.6).

    Raises:
        StillGuarantor, StillOwes: she does.
    """
    if command.why is not Leaving.RESIGNED:
        return
    if cards := running_guarantees(books, command.member):
        raise StillGuarantor(command.member, tuple(cards))
    short = reckoned.shortfall + reckoned.dropped
    if short > ZERO:
        raise StillOwes(command.member, short)


def _payee(command: SettleMember, books: Books, member: Member, payable: Money) -> str:
    """Who is paid; empty for the member herself.

    Raises:
        PayeeMissing: she is dead, and no nominee is known.
    """
    if command.payee.strip() or command.why is not Leaving.DECEASED:
        return command.payee.strip()
    kept = books.personal(member.person)
    nominee = person_from(kept).nominee.strip() if kept is not None else ""
    if not nominee and payable > ZERO:
        raise PayeeMissing(member.number, payable)
    return nominee


def _pay(command: SettleMember, books: Books, set_off: Posted | None, payee: str) -> Posted | None:
    """What the first entry made payable, paid out in cash or from a bank."""
    owing, gathered = account_of_role(books, "payable"), Gathered()
    for line in set_off.entry.lines if set_off is not None else ():
        if line.account == owing:
            money = money_place(books, command.bank, line.fund)
            ends = {"account": Place(owing, line.fund), "money": money}
            gather_event(books, gathered, "expense", line.amount, ends)
    if not gathered.lines():
        return None
    entry = Entry(on=command.on, event="member_paid_out", lines=gathered.lines(), memo=command.note)
    posted = record(books, entry)
    add_voucher(
        books,
        VoucherKind.PAYMENT,
        posted,
        purpose=command.resolution.strip(),
        payee=payee,
        member=command.member,
        approved_by=command.approved_by,
    )
    return posted


def _close(command: SettleMember, books: Books, member: Member) -> None:
    """Holds end, and every card closes on which nothing is owed any more."""
    for card in cards_of(books, member.number):
        for hold in books.every(Hold, card=card.number):
            if hold.released_on is None:
                books.add(replace(hold, released_on=max(command.on, hold.on)))
        if card.closed_on is None and not _stays_open(books, card):
            books.add(replace(card, closed_on=command.on))
    left = command.left or command.on
    books.add(replace(member, left=left, left_why=command.why, note=command.note or member.note))


def _stays_open(books: Books, card: Card) -> bool:
    """Contributions stay on their card (domain.md 4.1), a loan until nothing is owed or accrued."""
    if card.kind is CardKind.CONTRIBUTION:
        return True
    owed = card.kind is CardKind.LOAN and books.card_balance(card.number, card.account) != ZERO
    return owed or holds_accrued(books, card)
