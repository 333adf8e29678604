"""What a workbook brings besides balances: grants, assets, welfare members, benefits paid before.

Each is noted with the workbook, so that taking that back takes them back as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.assets import DepreciationRow, FixedAsset
from ledger.domain.books import Books
from ledger.domain.carried import CarriedKind, CarriedThing
from ledger.domain.money import ZERO, Money
from ledger.domain.welfare_fund import WelfareMembership
from ledger.usecases.chart_carrying import close_unused
from ledger.usecases.grant_carrying import TakenGrant, close_grant_unused, keep_grant_moves
from ledger.usecases.owning import RegisterAsset, keep_asset
from ledger.usecases.welfare_carrying import (
    CarryBenefit,
    cancel_carried,
    end_by_mistake,
    keep_benefit,
)
from ledger.usecases.welfare_joining import JoinWelfare, take_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Things:
    """What is kept after the opening entry; ``held`` is what cards held at the cut-over."""

    grants: Sequence[TakenGrant]
    assets: Sequence[RegisterAsset]
    welfare: Sequence[JoinWelfare]
    benefits: Sequence[CarryBenefit]
    held: Mapping[int, Money]


def keep_things(
    books: Books, things: Things, *, carrying: int, on: date, entry: int | None
) -> None:
    """Write them all, in the order in which they lean on each other.

    Raises:
        The refusals of ``keep_grant_moves``, ``keep_asset``, ``take_in`` and ``keep_benefit``.
    """
    keep_grant_moves(books, things.grants, on=on, entry=entry)
    kept = [(CarriedKind.GRANT, one.grant.code) for one in things.grants]
    kept += [(CarriedKind.ASSET, keep_asset(one, books)) for one in things.assets]
    for joining in things.welfare:
        kept.append((CarriedKind.WELFARE, str(take_in(joining, books, things.held)["membership"])))
    for benefit in things.benefits:
        kept.append((CarriedKind.BENEFIT, str(keep_benefit(benefit, books, on))))
    for kind, code in kept:
        books.add(CarriedThing(carrying, kind, code))


def take_back_things(books: Books, carrying: int, *, on: date, reason: str) -> None:
    """Undo what stands of them and was not used."""
    for one in reversed(books.every(CarriedThing, carrying=carrying)):
        if one.kind is CarriedKind.ACCOUNT:
            close_unused(books, one.code)
        elif one.kind is CarriedKind.GRANT:
            close_grant_unused(books, one.code, on)
        elif one.kind is CarriedKind.ASSET:
            _forget_asset(books, one.code)
        elif one.kind is CarriedKind.BENEFIT:
            cancel_carried(books, int(one.code), reason)
        elif one.kind is CarriedKind.WELFARE:
            end_by_mistake(books, int(one.code))


def note_brought(books: Books, held: Mapping[int, Money]) -> None:
    """Note what cards of contributions held at the cut-over: it pays for nothing after it."""
    for one in books.every(WelfareMembership, ended=None):
        brought = ZERO - held.get(one.card, ZERO)
        if one.through is not None and brought != one.brought:
            books.add(replace(one, brought=brought))


def _forget_asset(books: Books, number: str) -> None:
    """It never was one; what lost worth or went since stays."""
    found, lost = books.newest(FixedAsset, number), books.every(DepreciationRow, asset=number)
    if found is not None and found.disposal is None and not lost:
        books.add(replace(found, mistake=True))
