"""What an entry pays out, to whom, and how much the same one was paid on that day before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ledger.domain.accounts import Account, CardKind, Kind, RoleAccount
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Posted
from ledger.domain.entries import Entry, Side
from ledger.domain.money import ZERO, Money
from ledger.domain.papers import Voucher


@dataclass(frozen=True, slots=True)
class Payee:
    """Who is paid: a member, or whoever stands on the voucher."""

    member: str | None
    name: str


@dataclass(frozen=True, slots=True)
class PaidOut:
    """What one act pays to somebody, and what came to it on the same day before."""

    payee: Payee
    amount: Money
    in_the_day: Money


def paid_out(books: Books, posted: Iterable[Posted]) -> list[PaidOut]:
    """Who is paid by these entries, each with the sum of the day; they are in the book already.

    Splitting does not get round it: the day is the day of the entry or the day on which it is
    booked, whichever brings more together. What was reversed since counts no more.
    """
    now: dict[Payee, Money] = defaultdict(lambda: ZERO)
    days, money = set(), _money_accounts(books)
    for one in posted:
        for payee, amount in _payees(books, one.number, one.entry, money).items():
            now[payee] += amount
            days.add(one.entry.on)
    if not now:
        return []
    sums = [_sums(books, books.paying_entries(money, on=day), money) for day in days]
    sums.append(_sums(books, books.paying_entries(money, recorded=books.recorded_day), money))
    return [
        PaidOut(payee, amount, max(one.get(payee, ZERO) for one in sums))
        for payee, amount in now.items()
    ]


def _sums(books: Books, numbers: Iterable[int], money: Collection[str]) -> Mapping[Payee, Money]:
    found: dict[Payee, Money] = defaultdict(lambda: ZERO)
    for number in numbers:
        entry = books.entry(number)
        if entry is not None and books.reversed_by(number) is None:
            for payee, amount in _payees(books, number, entry, money).items():
                found[payee] += amount
    return found


def _payees(
    books: Books, number: int, entry: Entry, money: Collection[str]
) -> Mapping[Payee, Money]:
    """Who is paid by an entry; nobody where no money leaves cash and banks."""
    out = -sum(
        (_signed(line.side, line.amount) for line in entry.lines if line.account in money), ZERO
    )
    if out <= ZERO:
        return {}
    members = _members(books, entry)
    if len(members) > 1:
        return {Payee(one, ""): min(amount, out) for one, amount in members.items()}
    for member in members:
        return {Payee(member, ""): out}
    for voucher in books.every(Voucher, entry=number):
        name = "" if voucher.member else " ".join(voucher.payee.split()).casefold()
        return {Payee(voucher.member, name): out}
    return {Payee(None, entry.event): out}


def _members(books: Books, entry: Entry) -> dict[str, Money]:
    """The members whose cards are debited more than credited: what they get."""
    found: dict[str, Money] = defaultdict(lambda: ZERO)
    for line in entry.lines:
        card = books.newest(Card, line.card) if line.card is not None else None
        if card is not None and card.member is not None:
            found[card.member] += _signed(line.side, line.amount)
    return {member: amount for member, amount in found.items() if amount > ZERO}


def _money_accounts(books: Books) -> frozenset[str]:
    roles = {one.account: one.role for one in books.every(RoleAccount)}
    return frozenset(
        one.code
        for one in books.every(Account)
        if one.kind is Kind.ASSET
        and (one.card is CardKind.BANK or roles.get(one.code, "").startswith(("cash", "bank")))
        and roles.get(one.code) != "cash_shortage"
    )


def _signed(side: Side, amount: Money) -> Money:
    return amount if side is Side.DEBIT else -amount
