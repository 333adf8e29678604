"""Entries and lines: double entry the way bookkeepers write it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from ledger.domain.money import ZERO, Money
from ledger.domain.quick import quick

GENERAL_FUND = "general"
# A fixed deposit paid out before its term; its reversal opens the account again.
EARLY_WITHDRAWAL = "deposit_early"


class Side(Enum):
    """The two sides of an account."""

    DEBIT = "debit"
    CREDIT = "credit"

    @property
    def other(self) -> Side:
        return Side.CREDIT if self is Side.DEBIT else Side.DEBIT


# Looked up here once, since asking an enumeration for its member costs as much as a call.
_DEBIT, _CREDIT = Side.DEBIT, Side.CREDIT


@quick
@dataclass(frozen=True, slots=True)
class Line:
    """One line of an entry: a positive amount on one side of one account, in one fund.

    ``card`` is the number of the card that a control account asks for: the member's savings
    account, share card, bank account. ``event`` is the row of the posting table the line came from.
    """

    account: str
    side: Side
    amount: Money
    fund: str = GENERAL_FUND
    card: int | None = None
    event: str = "journal"

    def __post_init__(self) -> None:
        if self.amount.satang <= 0:
            raise ValueError("a line has an amount above zero; the side says the direction")

    @property
    def debit(self) -> Money:
        return self.amount if self.side is _DEBIT else ZERO

    @property
    def credit(self) -> Money:
        return self.amount if self.side is _CREDIT else ZERO

    def mirrored(self) -> Line:
        return replace(self, side=self.side.other)


def debit(
    account: str, amount: Money, *, fund: str = GENERAL_FUND, card: int | None = None
) -> Line:
    return Line(account, Side.DEBIT, amount, fund, card)


def credit(
    account: str, amount: Money, *, fund: str = GENERAL_FUND, card: int | None = None
) -> Line:
    return Line(account, Side.CREDIT, amount, fund, card)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One balanced journal entry: at least two lines, debits equal credits within each fund.

    Raises:
        ValueError: the entry has fewer than two lines or does not balance; the books hold no such
            value (trust.md 7.1 rule 1).
    """

    on: date
    event: str
    lines: tuple[Line, ...]
    memo: str = ""
    reverses: int | None = None
    reason: str | None = None

    def __post_init__(self) -> None:
        if len(self.lines) < 2:
            raise ValueError("an entry has at least two lines")
        if any(imbalances(self.lines).values()):
            raise ValueError("debits and credits differ")

    @property
    def total(self) -> Money:
        return Money(sum(line.debit.satang for line in self.lines))


def imbalances(lines: Iterable[Line]) -> dict[str, int]:
    """Per fund the satang by which debits exceed credits."""
    left: dict[str, int] = {}
    for line in lines:
        fund, satang = line.fund, line.amount.satang
        left[fund] = left.get(fund, 0) + (satang if line.side is _DEBIT else -satang)
    return left


class Gathered:
    """Lines being added up: those that differ only in amount and event become one.

    Used for the cash side of a visit: many items, one sum of cash. ``sums`` has amount and event by
    account, whether it is a debit, fund and card.
    """

    def __init__(self) -> None:
        self.sums: dict[tuple[str, bool, str, int | None], list[Any]] = {}

    def add(  # noqa: PLR0913, PLR0917 - the fields of a line; names at the call cost a tenth of a sheet
        self, account: str, side: Side, amount: Money, fund: str, card: int | None, event: str
    ) -> None:
        # Not the side itself: hashing an enumeration takes longer than all the rest.
        place = (account, side is _DEBIT, fund, card)
        found = self.sums.get(place)
        if found is None:
            self.sums[place] = [amount, event]
        else:
            found[0] += amount

    def lines(self) -> tuple[Line, ...]:
        """The lines in order of first appearance, with the event of the first."""
        return tuple(
            [
                Line(account, _DEBIT if debit else _CREDIT, amount, fund, card, event)
                for (account, debit, fund, card), (amount, event) in self.sums.items()
            ]
        )

    def debits_first(self) -> tuple[Line, ...]:
        """The same, all debits before all credits."""
        debits: list[Line] = []
        rest: list[Line] = []
        for (account, is_debit, fund, card), (amount, event) in self.sums.items():
            if is_debit:
                debits.append(Line(account, _DEBIT, amount, fund, card, event))
            else:
                rest.append(Line(account, _CREDIT, amount, fund, card, event))
        return (*debits, *rest)


def merged(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Lines that differ only in their amount and event become one, in order of first appearance."""
    gathered = Gathered()
    for line in lines:
        gathered.add(line.account, line.side, line.amount, line.fund, line.card, line.event)
    return gathered.lines()


def reversal_of(
    entry: Entry, number: int, *, on: date, reason: str, event: str = "reversal"
) -> Entry:
    """The exact mirror of an entry, linked to it (architecture.md, "Entries")."""
    mirrored = tuple(line.mirrored() for line in entry.lines)
    return Entry(
        on=on, event=event, lines=mirrored, memo=entry.memo, reverses=number, reason=reason
    )
