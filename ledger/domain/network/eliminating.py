"""What organisations owe each other, as each of them says it, and how much of it is taken out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ledger.domain.money import ZERO, Money
from ledger.domain.network.figures import Toward
from ledger.domain.network.register import Register
from ledger.domain.network.submission import Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class Elimination:
    """Money of one organisation that lies with another one, as a loan or as a deposit.

    ``said_by_owner`` is the asset, ``said_by_debtor`` the debt, None where that side says nothing
    of it. Only what both say is taken out of sums; ``difference`` is what is left to be cleared.
    """

    owner: str
    debtor: str
    toward: Toward
    asset_group: str
    debt_group: str
    said_by_owner: Money | None
    said_by_debtor: Money | None
    eliminated: Money
    difference: Money


@dataclass(frozen=True, slots=True)
class _Said:
    group: str
    amount: Money


_Place = tuple[str, str, Toward]  # owner, debtor, and what it is to the owner


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
    """Several cards toward the same one are added up; the first one's group stands for them."""
    before = said.get(place)
    said[place] = (
        _Said(group, amount) if before is None else _Said(before.group, before.amount + amount)
    )


def _elimination(place: _Place, asset: _Said | None, debt: _Said | None) -> Elimination:
    owner, debtor, toward = place
    held, owed = (ZERO if one is None else one.amount for one in (asset, debt))
    both = max(ZERO, min(held, owed))
    return Elimination(
        owner=owner,
        debtor=debtor,
        toward=toward,
        asset_group="" if asset is None else asset.group,
        debt_group="" if debt is None else debt.group,
        said_by_owner=None if asset is None else held,
        said_by_debtor=None if debt is None else owed,
        eliminated=both,
        difference=held - owed,
    )
