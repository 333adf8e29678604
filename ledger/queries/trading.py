"""What a shop or a mill sold, what the goods had cost, and what is left: the gross profit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ledger.domain.accounts import Account, Kind, RoleAccount
from ledger.domain.money import ZERO, Money
from ledger.queries.financial import Section, section
from ledger.queries.sums import Sums
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Trade:
    """Sales and services less what they had cost; then the other income and expense."""

    sales: Section
    cost: Section
    gross: Money
    other_income: Section
    other_expense: Section


def trade(reader: Reader, accounts: list[Account], sums: Sums) -> Trade | None:
    """None for who sold nothing and bought nothing to be sold."""
    selling, buying = (
        _under_head_of(reader, accounts, role) for role in ("sales", "cost_of_goods")
    )
    sales = section(_as_roots(accounts, selling), Kind.INCOME, [sums])
    cost = section(_as_roots(accounts, buying), Kind.EXPENSE, [sums])
    if not (sales.lines or cost.lines):
        return None
    rest = [one for one in accounts if one.code not in selling | buying]
    return Trade(
        sales=sales,
        cost=cost,
        gross=_of(sales) - _of(cost),
        other_income=section(rest, Kind.INCOME, [sums]),
        other_expense=section(rest, Kind.EXPENSE, [sums]),
    )


def _of(found: Section) -> Money:
    return found.totals[0] if found.totals else ZERO


def _under_head_of(reader: Reader, accounts: Iterable[Account], role: str) -> set[str]:
    """The head above the account of a role, with all that lies under it."""
    named = reader.newest(RoleAccount, role)
    parents = {one.code: one.parent for one in accounts}
    head = None if named is None else parents.get(named.account)
    return set() if head is None else {one for one in parents if _is_under(one, head, parents)}


def _is_under(code: str, head: str, parents: dict[str, str | None]) -> bool:
    at: str | None = code
    while at is not None and at != head:
        at = parents.get(at)
    return at is not None


def _as_roots(accounts: Iterable[Account], codes: set[str]) -> list[Account]:
    return [
        one if one.parent in codes else replace(one, parent=None)
        for one in accounts
        if one.code in codes
    ]
