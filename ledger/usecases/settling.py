"""Leaving in one step: interest credited, debts set off, the rest paid out, the membership ended.

Everything happens in one act (domain.md 2.6): nothing in between can fail or be forgotten. What
the welfare fund owes is paid in it, too (settling_welfare).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from ledger.domain.accounts import CardKind
from ledger.domain.accruing import holds_accrued
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command, Posted
from ledger.domain.entries import Entry, Gathered
from ledger.domain.limits import check_rate
from ledger.domain.members import Leaving, Member, person_from
from ledger.domain.money import ZERO, Money, total
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.products import Charge, Hold
from ledger.domain.refusals import MemberLeft
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
from ledger.usecases.leaving_ties import check_untied
from ledger.usecases.members import cards_of, check_membership, the_member
from ledger.usecases.recording import (
    account_of_role,
    check_day,
    gather_event,
    given,
    money_place,
    record,
    the_bank,
)
from ledger.usecases.reversing import reverse
from ledger.usecases.setting_off import book_set_off
from ledger.usecases.settling_welfare import pay_welfare, take_welfare_back
from ledger.usecases.vouching import add_voucher


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleMember(Command):
    """A member leaves: ``on`` is the day of the money; ``left`` of the membership, if earlier.

    ``share_value`` is the part of their price that shares are worth, where the cooperative has
    losses. ``payee`` gets the money; of the dead it is the nominee where nobody is named.
    ``contributions`` that are due to the welfare fund are dues, unless its rules let them go.
    ``benefits`` of that fund are claimed for the day of leaving with ``documents``, and paid
    besides from ``welfare_bank`` or its cash; so is what it approved before. A rehearsal of this
    command is the preview.
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
    contributions: bool = True
    benefits: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    committee: tuple[str, ...] = ()
    welfare_bank: str | None = None


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
        books,
        member.number,
        command.on,
        number=number,
        share_value=command.share_value,
        contributes_to=(command.left or command.on) if command.contributions else None,
    )
    check_untied(books, member.number, command.why)
    _check_resigning(command, reckoned)
    payee = _payee(command, books, member, reckoned.payable)
    set_off = book_set_off(command, books, reckoned.items, resolution)
    payment = _pay(command, books, set_off, payee)
    _close(command, books, member)
    paid = pay_welfare(command, books, payee, number=number, row=len(reckoned.items) + 1)
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
        benefits=total(item.amount for item in paid),
    )
    books.add(kept)
    items = (*reckoned.items, *paid)
    for item in items:
        books.add(item)
    books.make(
        settlement=number,
        payable=kept.payable.as_decimal(),
        shortfall=kept.shortfall.as_decimal(),
        benefits=kept.benefits.as_decimal(),
        items=items,
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
    items = books.every(SettledItem, settlement=kept.number)
    # What was closed or released by hand on the same day stays as it is.
    for card in books.written_with(kept, Card):
        if card.closed_on is not None:
            books.add(replace(card, closed_on=None))
    for hold in books.written_with(kept, Hold):
        if hold.released_on is not None:
            books.add(replace(hold, released_on=None))
    books.add(replace(member, left=None, left_why=None))
    _ask_again(books, items)
    take_welfare_back(books, items, on=command.on, reason=reason)
    for entry in (kept.payment, kept.set_off):
        # Money that nobody came for was taken back by itself, perhaps.
        if entry is not None and books.reversed_by(entry) is None:
            reverse(books, entry, on=command.on, reason=reason)
    books.add(replace(kept, undone=reason))


def _ask_again(books: Books, items: Sequence[SettledItem]) -> None:
    """Charges that were no longer asked for are asked again."""
    for item in items:
        charge = None if item.charge is None else books.newest(Charge, item.charge)
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
    if command.welfare_bank is not None:
        the_bank(books, command.welfare_bank)
    check_rate("share_value", command.share_value, highest=Fraction(1))
    return member


def _check_resigning(command: SettleMember, reckoned: Reckoned) -> None:
    """Who resigns owes nothing (domain.md 2.6); contributions lapse where nothing meets them.

    Raises:
        StillOwes: she does.
    """
    asked = (SettledKind.LOAN, SettledKind.WRITTEN_OFF, SettledKind.CHARGE)
    short = total(item.left for item in reckoned.items if item.kind in asked)
    if command.why is Leaving.RESIGNED and short > ZERO:
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
