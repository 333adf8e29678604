"""Who has a hand in a command: who gives it, who benefits, whose rights change, who may approve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.members import Member
from ledger.domain.money import ZERO, Money
from ledger.domain.people import User, UserRole
from ledger.domain.refusals import UnknownReceipt
from ledger.usecases.permitting import roles_of
from ledger.usecases.receipting import the_receipt
from ledger.usecases.user_keeping import AddUser


def approvers(books: Books, excluded: Iterable[str]) -> list[str]:
    """The users who may approve today, without those who have a hand in it."""
    return [
        one.name
        for one in books.every(User)
        if not one.locked
        and one.name not in excluded
        and UserRole.APPROVER in roles_of(books, one.name, books.today)
    ]


def involved(
    books: Books, maker: str, benefits: Iterable[str | None], concerned: str | None
) -> frozenset[str]:
    """The users who may not approve: who asks, who benefits, and whoever lives with one who does.

    Two users who are the same member are the same person.
    """
    names = {maker} if concerned is None else {maker, concerned}
    users = books.every(User)
    members = {number for number in benefits if number is not None}
    homes = {_household(books, number) for number in members} - {""}
    members |= {one.member for one in users if one.name == maker and one.member is not None}
    for user in users:
        if user.member is not None and (
            user.member in members or _household(books, user.member) in homes
        ):
            names.add(user.name)
    return frozenset(names)


def _household(books: Books, number: str) -> str:
    member = books.newest(Member, number)
    return member.household if member is not None else ""


def concerned_by(command: Command) -> str | None:
    """The user whose rights a command changes; a new one has no say in whether he comes in."""
    if isinstance(command, AddUser):
        return command.name
    name = getattr(command, "user", None)
    return name if isinstance(name, str) else None


def amount_in(command: Command) -> Money | None:
    """The amount that a command names."""
    amount = getattr(command, "amount", None)
    return amount if isinstance(amount, Money) and amount > ZERO else None


def members_in(command: Command, books: Books) -> tuple[str, ...]:
    """The members whom a command names: by number, by a card, a receipt or an entry."""
    return tuple(dict.fromkeys(_members_in(command, books)))


def _members_in(command: Command, books: Books) -> Iterator[str]:
    for field in ("member", "to"):
        number = getattr(command, field, None)
        if isinstance(number, str) and books.newest(Member, number) is not None:
            yield number
    for number in _cards_in(command, books):
        card = books.newest(Card, number)
        if card is not None and card.member is not None:
            yield card.member
    label = getattr(command, "receipt", None)
    if isinstance(label, str):
        with suppress(UnknownReceipt):
            yield from filter(None, (the_receipt(books, label).member,))


def _cards_in(command: Command, books: Books) -> Iterator[int]:
    number, entry = getattr(command, "card", None), getattr(command, "entry", None)
    if isinstance(number, int):
        yield number
    found = books.entry(entry) if isinstance(entry, int) else None
    for line in found.lines if found is not None else ():
        if line.card is not None:
            yield line.card
