"""What an entry pays out, to whom, and how much the same one was paid on that day before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Posted
from ledger.domain.entries import Entry, Side
from ledger.domain.money import ZERO, Money, total
from ledger.domain.papers import Voucher
from ledger.domain.payees import TYPED, TYPED_PAYEE, payee_key


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
    days, money = set(), books.money_accounts()
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
    if _is_typed(books, entry):
        return _typed_payees(books, entry, money)
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
        return {Payee(voucher.member, "" if voucher.member else payee_key(voucher.payee)): out}
    return {Payee(None, entry.event): out}


def _is_typed(books: Books, entry: Entry) -> bool:
    """Whether somebody wrote its lines out, or the lines of the entry that it takes back."""
    before = entry if entry.reverses is None else books.entry(entry.reverses)
    return before is not None and before.event in TYPED


def _typed_payees(books: Books, entry: Entry, money: Collection[str]) -> Mapping[Payee, Money]:
    """Who is paid by lines that somebody wrote out: nothing in them is set off.

    What leaves a member's cards is paid to her, whether the entry puts it into another pocket or
    another member's account; what else is debited counts as far as money went out, even where as
    much came in by other lines of the same entry.
    """
    paid = {Payee(one, ""): amount for one, amount in _members(books, entry).items()}
    others = [line for line in entry.lines if line.account not in money]
    gone = total(line.credit for line in entry.lines if line.account in money)
    spent = total(line.debit for line in others if not _is_of_member(books, line.card))
    if min(gone, spent) > ZERO:
        paid[Payee(None, TYPED_PAYEE)] = min(gone, spent)
    return paid


def _is_of_member(books: Books, number: int | None) -> bool:
    card = None if number is None else books.newest(Card, number)
    return card is not None and card.member is not None


def _members(books: Books, entry: Entry) -> dict[str, Money]:
    """The members whose cards are debited more than credited: what they get."""
    found: dict[str, Money] = defaultdict(lambda: ZERO)
    for line in entry.lines:
        card = books.newest(Card, line.card) if line.card is not None else None
        if card is not None and card.member is not None:
            found[card.member] += _signed(line.side, line.amount)
    return {member: amount for member, amount in found.items() if amount > ZERO}


def _signed(side: Side, amount: Money) -> Money:
    return amount if side is Side.DEBIT else -amount
