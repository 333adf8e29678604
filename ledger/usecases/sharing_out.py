"""The share-out of a group whose cycle ends: all money goes to the members, all accounts to zero.

Each gets what she saved and her part of what the group made, in proportion to it (feature 34).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ledger.domain.accounts import Account, CardKind
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.entries import GENERAL_FUND, Entry, Line, Side
from ledger.domain.money import ZERO, Money, Rounding, total
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.refusals import NothingToDo
from ledger.domain.refusals.sharing_out import MovedAfterwards, StillHeld
from ledger.domain.surplus import AllocationExceedsSurplus
from ledger.domain.year_end import SharedOut, ShareOutPart
from ledger.usecases.recording import account_of_role, check_day, given, money_place, record
from ledger.usecases.vouching import add_voucher

_OF_MEMBERS = (CardKind.SAVINGS, CardKind.SHARE)
_EVENT = "share_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareOut(Command):
    """Pay out everything and bring all accounts to zero; a rehearsal is the trial run.

    All money lies in the cash box, or in the one ``bank`` it is paid from. Without ``rounding``
    what the group made is shared to the last satang; with it each part is rounded so, and what is
    left over stays in cash and in the reserve for the next cycle.
    """

    on: date
    resolution: str
    bank: str | None = None
    rounding: Rounding | None = None
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class _Holding:
    """What a member holds on her cards."""

    member: str
    cards: tuple[tuple[Card, Money], ...]

    @property
    def amount(self) -> Money:
        return total(held for _, held in self.cards)


def share_out(command: ShareOut, books: Books) -> None:
    resolution = given(command.resolution, "resolution")
    check_day(books, command.on)
    money = money_place(books, command.bank)
    pooled = _pooled(command, books, money)
    holdings = _holdings(books)
    principal = total(one.amount for one in holdings)
    gain = total(-balance for _, balance in pooled)
    if principal == ZERO:
        raise NothingToDo("share-out")
    parts = parts_of(gain, [one.amount for one in holdings], command.rounding)
    residue = gain - total(parts)
    number = books.next_number(SharedOut)
    entry = _gather(command, books, pooled, residue, resolution)
    for holding, part in zip(holdings, parts, strict=True):
        _pay(command, books, number, holding, part, money)
    books.add(
        SharedOut(
            number=number,
            on=command.on,
            resolution=resolution,
            principal=principal,
            gain=gain,
            residue=residue,
            entry=entry,
        )
    )
    books.make(
        share_out=number,
        members=len(holdings),
        principal=principal.as_decimal(),
        gain=gain.as_decimal(),
        residue=residue.as_decimal(),
        paid=(principal + total(parts)).as_decimal(),
    )


def parts_of(gain: Money, holdings: Sequence[Money], rounding: Rounding | None) -> list[Money]:
    """How a gain, or a loss below zero, goes over holdings in proportion to them.

    Without a rounding the parts add up to the gain; with one they never exceed it.

    Raises:
        AllocationExceedsSurplus: rounded up, they would.
    """
    weights = [Fraction(one.satang) for one in holdings]
    if gain < ZERO:
        return [-part for part in (-gain).shared_by(weights)]
    if rounding is None:
        return list(gain.shared_by(weights))
    whole = sum(weights)
    parts = [gain.times(weight / whole, rounding) for weight in weights]
    if total(parts) > gain:
        raise AllocationExceedsSurplus(gain, total(parts))
    return parts


def _pooled(command: ShareOut, books: Books, money: Place) -> list[tuple[str, Money]]:
    """Equity, income and expenses that hold anything, debit positive: what the group made.

    Raises:
        StillHeld: something is left that is neither money, nor saved by members, nor made.
        MovedAfterwards: an account moved after the day.
    """
    found = []
    for account in books.every(Account):
        balance = books.balance(account.code)
        if account.head or balance == ZERO:
            continue
        if books.balance(account.code, at=command.on) != balance:
            raise MovedAfterwards(command.on, account.code)
        if account.code == money.account or account.card in _OF_MEMBERS:
            continue
        if not _is_made(account) or books.balance(account.code, fund=GENERAL_FUND) != balance:
            raise StillHeld(account.code, abs(balance))
        found.append((account.code, balance))
    return found


def _is_made(account: Account) -> bool:
    return account.card is None and (account.kind.in_result or account.kind.value == "equity")


def _holdings(books: Books) -> list[_Holding]:
    found: dict[str, list[tuple[Card, Money]]] = {}
    for card in books.every(Card):
        if card.kind in _OF_MEMBERS and card.member is not None:
            held = -books.card_balance(card.number, card.account)
            if held > ZERO:
                if card.fund != GENERAL_FUND:
                    raise StillHeld(card.account, held)
                found.setdefault(card.member, []).append((card, held))
    return [_Holding(member, tuple(cards)) for member, cards in sorted(found.items())]


def _gather(
    command: ShareOut,
    books: Books,
    pooled: Sequence[tuple[str, Money]],
    residue: Money,
    resolution: str,
) -> int | None:
    """One entry brings together what the group made; it is payable until each part is paid."""
    nets = {code: -balance for code, balance in pooled}
    if residue > ZERO:
        reserve = account_of_role(books, "reserve")
        nets[reserve] = nets.get(reserve, ZERO) - residue
    lines = [_line(code, net) for code, net in nets.items() if net != ZERO]
    made = total(nets.values())
    if made != ZERO:
        lines.append(_line(account_of_role(books, "payable"), -made))
    if not lines:
        return None
    entry = Entry(on=command.on, event=_EVENT, lines=tuple(lines), memo=resolution)
    posted = record(books, entry)
    add_voucher(
        books,
        VoucherKind.JOURNAL,
        posted,
        purpose=resolution,
        approved_by=command.approved_by,
    )
    return posted.number


def _pay(  # noqa: PLR0913, PLR0917 - what a part is made of
    command: ShareOut, books: Books, number: int, holding: _Holding, part: Money, money: Place
) -> None:
    lines = [
        Line(card.account, Side.DEBIT, held, card.fund, card.number, _EVENT)
        for card, held in holding.cards
    ]
    if part != ZERO:
        lines.append(_line(account_of_role(books, "payable"), part))
    paid = holding.amount + part
    if paid > ZERO:
        lines.append(Line(money.account, Side.CREDIT, paid, money.fund, money.card, _EVENT))
    entry = Entry(on=command.on, event=_EVENT, lines=tuple(lines), memo=command.resolution.strip())
    posted = record(books, entry)
    add_voucher(
        books,
        VoucherKind.PAYMENT,
        posted,
        purpose=command.resolution.strip(),
        member=holding.member,
        approved_by=command.approved_by,
    )
    books.add(ShareOutPart(number, holding.member, holding.amount, part, paid, posted.number))


def _line(account: str, amount: Money) -> Line:
    """A line on the debit side, or below zero on the credit side."""
    side = Side.DEBIT if amount > ZERO else Side.CREDIT
    return Line(account, side, abs(amount), event=_EVENT)
