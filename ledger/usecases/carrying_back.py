"""Taking a workbook back as a whole: its balances, its contracts, and members nobody has used."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.carried import CarriedMember, Carrying, carried_before
from ledger.domain.commands import Command
from ledger.domain.lending import Guarantor, LoanContract, LoanPayout
from ledger.domain.loan_life import LoanApplication
from ledger.domain.members import Leaving
from ledger.domain.papers import Receipt
from ledger.domain.products import Charge
from ledger.domain.welfare_claims import ClaimState, WelfareClaim
from ledger.usecases.carried_things import note_brought, take_back_things
from ledger.usecases.carrying import the_carrying
from ledger.usecases.members import cards_of, the_member
from ledger.usecases.recording import check_day, given
from ledger.usecases.reversing import reverse


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackCarrying(Command):
    """Undo a workbook with all its sheets, and its members where nothing else hangs on them.

    Any of its sheets names it. A workbook that is corrected and read again then brings all of it
    back.
    """

    carrying: int
    on: date
    reason: str


def take_back_carrying(command: TakeBackCarrying, books: Books) -> None:
    """Reverse the opening entries, close their contracts and end its unused memberships.

    Raises:
        NoSuchCarrying, TakenBackAlready, and the refusals of ``reverse``: why it stays.
    """
    file = the_carrying(books, command.carrying).file
    reason = given(command.reason)
    check_day(books, command.on)
    sheets = [
        one for one in books.every(Carrying) if one.file == file and one.taken_back_on is None
    ]
    entries, loans = _reverse_sheets(books, sheets, command.on, reason)
    for loan in sorted(loans):
        _close(books, loan, command.on)
    for sheet in sheets:
        take_back_things(books, sheet.number, on=command.on, reason=reason)
    brought = [
        one.member for it in sheets for one in books.every(CarriedMember, carrying=it.number)
    ]
    gone = [one for one in brought if _is_unused(books, one, entries=entries, loans=loans)]
    for number in gone:
        member = the_member(books, number)
        for card in cards_of(books, number):
            _close(books, card.number, command.on)
        # Never a member on any day: no list of the past shows who was entered by mistake.
        books.add(replace(member, left=member.joined, left_why=Leaving.MISTAKE))
    for sheet in sheets:
        books.add(replace(sheet, taken_back_on=command.on))
    note_brought(books, carried_before(books).cards)
    books.make(members=len(gone), loans=len(loans))


def _reverse_sheets(
    books: Books, sheets: list[Carrying], on: date, reason: str
) -> tuple[set[int], set[int]]:
    """The entries of the sheets with their mirrors, and the loans that were booked in them."""
    entries, loans = set(), set()
    # The last sheet goes first: what waited for it waits again, and goes with its own sheet.
    for sheet in reversed(sheets):
        if sheet.entry is not None:
            by = books.reversed_by(sheet.entry)
            if by is None:
                by = reverse(books, sheet.entry, on=on, reason=reason).number
            entries |= {sheet.entry, by}
            loans |= {one.card for one in books.every(LoanPayout, entry=sheet.entry)}
    return entries, loans


def _close(books: Books, number: int, on: date) -> None:
    card = books.newest(Card, number)
    if card is not None and card.closed_on is None:
        books.add(replace(card, closed_on=on))


def _is_unused(books: Books, number: str, *, entries: set[int], loans: set[int]) -> bool:
    """Whether the workbook alone ever spoke of the member."""
    member = the_member(books, number)
    if member.left is not None:
        return False
    others = [one.card for one in books.every(LoanContract, member=number)]
    others += [one.card for one in books.every(Guarantor, member=number)]
    if set(others) - loans:
        return False
    if any(books.every(kind, member=number) for kind in (Receipt, Charge, LoanApplication)):
        return False
    claims = books.every(WelfareClaim, member=number)
    if any(one.state is not ClaimState.CANCELLED for one in claims):
        return False
    moved = {
        one.entry
        for card in cards_of(books, number)
        for one in books.movements(card.number, card.account)
    }
    return moved <= entries
