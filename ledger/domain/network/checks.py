"""Whether figures that came from outside foot: what must add up, and by how much it does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ledger.domain.accounts import Kind
from ledger.domain.money import Money, total
from ledger.domain.network.common_chart import common_groups
from ledger.domain.network.figures import MonthFigures


@dataclass(frozen=True, slots=True)
class Footing:
    """One sum by its place in the figures: what is said there, and what its parts make."""

    place: str
    said: str
    added: str


def footings(figures: MonthFigures) -> tuple[Footing, ...]:
    """Every sum that does not foot; none for figures made by the program."""
    return tuple(
        Footing(place, _text(said), _text(parts))
        for place, said, parts in _sums(figures)
        if said != parts
    )


_Sum = tuple[str, Money | int, Money | int]


def _sums(figures: MonthFigures) -> Iterator[_Sum]:
    key = figures.key
    came = key.members_opening + key.members_joined + key.members_entered_late
    yield "members", key.members, came - key.members_left
    yield "net", key.net, key.income - key.expense
    yield "net_of_year", key.net_of_year, key.income_of_year - key.expense_of_year
    yield "outstanding", key.outstanding, total(one.outstanding for one in figures.lent)
    yield "late.outstanding", key.outstanding, total(one.outstanding for one in figures.late)
    yield "amount_late", key.amount_late, total(one.amount_late for one in figures.late)
    for row in figures.saved:
        made = row.brought_forward + row.paid_in - row.paid_out
        yield f"saved.{row.kind.value}", row.balance, made
    yield from _of_groups(figures)


def _of_groups(figures: MonthFigures) -> Iterator[_Sum]:
    rows = figures.groups
    for row in rows:
        made = row.brought_forward + row.debit - row.credit
        yield f"groups.{row.group}", row.balance, made
    yield "groups.debit", total(row.debit for row in rows), total(row.credit for row in rows)
    yield "groups.balance", total(row.balance for row in rows), Money(0)
    yield "cash", figures.key.cash, _balance(figures, ["cash"])
    yield "bank", figures.key.bank, _balance(figures, ["bank"])
    assets = [one.code for one in common_groups().values() if one.kind is Kind.ASSET]
    yield "assets", figures.key.assets, _balance(figures, assets)


def _balance(figures: MonthFigures, groups: Iterable[str]) -> Money:
    wanted = frozenset(groups)
    return total(row.balance for row in figures.groups if row.group in wanted)


def _text(value: Money | int) -> str:
    return value.as_decimal() if isinstance(value, Money) else str(value)
