"""How one sum goes over several things that are owed: in rounds, each in its order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from ledger.domain.money import ZERO, Money, total

K = TypeVar("K")


class Expected(Protocol):
    """One of the loans, accounts or charges of a member that are paid with one sum.

    ``expected`` is asked now, ``arrears`` of it from earlier; ``monthly`` was promised for each
    month; ``settles`` pays a loan off.
    """

    @property
    def expected(self) -> Money: ...

    @property
    def arrears(self) -> Money: ...

    @property
    def monthly(self) -> Money: ...

    @property
    def settles(self) -> Money: ...


def in_rounds(rounds: Iterable[Mapping[K, Money]], amount: Money) -> dict[K, Money]:
    """Each gets in every round what it is still short of there, in the order of the round.

    What is left after the last round is in no part.
    """
    parts: dict[K, Money] = {}
    left = amount
    for asked in rounds:
        for key, wanted in asked.items():
            before = parts.get(key, ZERO)
            more = max(ZERO, min(left, wanted - before))
            parts[key] = before + more
            left -= more
    return parts


def over_loans(loans: Sequence[Expected], amount: Money) -> list[Money]:
    """One sum over the loans of a member, who are in the order of paying; the parts add up to it.

    First what is late on all, then what is asked on all, then each is paid off. Only what is left
    when nothing is owed on any more is too much, and counts as paid on the last.
    """
    if len(loans) == 1:
        return [amount]
    owed = {at: one.settles for at, one in enumerate(loans)}
    late = {at: one.arrears for at, one in enumerate(loans)}
    asked = {at: one.expected for at, one in enumerate(loans)}
    last = max((at for at, one in owed.items() if one > ZERO), default=len(loans) - 1)
    return _with_left(in_rounds(capped((late, asked, owed), owed), amount), last, amount)


def capped(rounds: Iterable[Mapping[K, Money]], owed: Mapping[K, Money]) -> list[dict[K, Money]]:
    """No round asks for more than pays off: the last instalment may come before its due day."""
    return [{key: min(one, owed[key]) for key, one in asked.items()} for asked in rounds]


def over_promises(cards: Sequence[Expected], amount: Money) -> list[Money]:
    """One sum over accounts or charges of a member in their order; the parts add up to it.

    Each gets what is asked of it, then all that is promised month by month gets the same further
    months (domain.md 2.1: one, six or twelve at once). What makes no whole month goes over them
    in their order; without any promise it stays with the first.
    """
    asked = {at: one.expected for at, one in enumerate(cards)}
    monthly = {at: one.monthly for at, one in enumerate(cards)}
    left, month = amount - total(asked.values()), total(monthly.values())
    if month == ZERO or left <= ZERO:
        return _with_left(in_rounds((asked,), amount), 0, amount)
    months = left.satang // month.satang
    further = [
        {at: one + monthly[at] * count for at, one in asked.items()}
        for count in (months, months + 1)
    ]
    return _with_left(in_rounds(further, amount), 0, amount)


def _with_left(parts: dict[int, Money], at: int, amount: Money) -> list[Money]:
    """The parts in their order, with what none of them took at one place."""
    left = amount - total(parts.values())
    return [part + left if place == at else part for place, part in sorted(parts.items())]
