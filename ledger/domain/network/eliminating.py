"""What organisations owe each other, as each of them says it, and how much of it is taken out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ledger.domain.money import ZERO, Money, total
from ledger.domain.network.figures import Toward
from ledger.domain.network.register import Register
from ledger.domain.network.submission import Submission


@dataclass(frozen=True, slots=True)
class GroupPart:
    """What of an amount that is taken out stands in one group of the common chart."""

    group: str
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Elimination:
    """Money of one organisation that lies with another one, as a loan or as a deposit.

    ``said_by_owner`` is the asset, ``said_by_debtor`` the debt, None where that side says nothing
    of it. Only what both say is taken out of sums; ``difference`` is what is left to be cleared.
    """

    owner: str
    debtor: str
    toward: Toward
    asset_parts: tuple[GroupPart, ...]
    debt_parts: tuple[GroupPart, ...]
    said_by_owner: Money | None
    said_by_debtor: Money | None
    eliminated: Money
    difference: Money


_Place = tuple[str, str, Toward]  # owner, debtor, and what it is to the owner
_Said = dict[str, Money]  # by group of the common chart


def eliminations(register: Register, newest: Mapping[str, Submission]) -> tuple[Elimination, ...]:
    """All that the organisations given here say of each other, by owner and debtor."""
    assets: dict[_Place, _Said] = {}
    debts: dict[_Place, _Said] = {}
    for code, one in newest.items():
        for row in one.figures.toward:
            partner = register.known_as(row.organisation)
            if partner is None or partner.code not in newest or partner.code == code:
                continue
            if row.toward.is_asset:
                _put(assets, (code, partner.code, row.toward), row.group, row.amount)
            else:
                place = (partner.code, code, row.toward.other_side)
                _put(debts, place, row.group, row.amount)
    places = sorted({*assets, *debts}, key=lambda place: (place[0], place[1], place[2].value))
    return tuple(_elimination(place, assets.get(place), debts.get(place)) for place in places)


def _put(said: dict[_Place, _Said], place: _Place, group: str, amount: Money) -> None:
    """Several cards toward the same one are added up, group by group."""
    groups = said.setdefault(place, {})
    groups[group] = groups.get(group, ZERO) + amount


def _elimination(place: _Place, asset: _Said | None, debt: _Said | None) -> Elimination:
    owner, debtor, toward = place
    held, owed = (total((one or {}).values()) for one in (asset, debt))
    both = max(ZERO, min(held, owed))
    return Elimination(
        owner=owner,
        debtor=debtor,
        toward=toward,
        asset_parts=_parts(asset or {}, both),
        debt_parts=_parts(debt or {}, both),
        said_by_owner=None if asset is None else held,
        said_by_debtor=None if debt is None else owed,
        eliminated=both,
        difference=held - owed,
    )


def _parts(said: _Said, whole: Money) -> tuple[GroupPart, ...]:
    """Out of which groups an amount goes: of none more than stands in it."""
    parts, left = [], whole
    for group, amount in said.items():
        part = min(left, amount)
        if part > ZERO:
            parts.append(GroupPart(group, part))
            left -= part
    return tuple(parts)
