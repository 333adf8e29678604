"""The groups of accounts that all networks share: any book's chart is brought to them by roles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ledger.domain.accounts import Account, Kind, RoleAccount


@dataclass(frozen=True, slots=True)
class Group:
    """One line of the common chart (domain.md 3.3), and the roles whose accounts it takes."""

    code: str
    kind: Kind
    roles: tuple[str, ...]
    name_th: str
    name_en: str


OTHER = {
    Kind.ASSET: "other_assets",
    Kind.LIABILITY: "other_liabilities",
    Kind.EQUITY: "other_equity",
    Kind.INCOME: "other_income",
    Kind.EXPENSE: "other_expenses",
}


@cache
def common_groups() -> Mapping[str, Group]:
    """Every group by its code, in the order of statements."""
    text = Path(__file__).with_name("groups.tsv").read_text("utf-8")
    groups = {}
    for row in text.splitlines()[1:]:
        code, kind, roles, name_th, name_en = row.split("\t")
        groups[code] = Group(code, Kind(kind), tuple(roles.split()), name_th, name_en)
    return groups


def groups_of(accounts: Iterable[Account], roles: Iterable[RoleAccount]) -> dict[str, str]:
    """The group of every account by its code.

    An account in no role goes where all the others under its nearest head go, when these agree,
    and else to the other accounts of its kind.
    """
    listed = {one.code: one for one in accounts}
    by_role = {role: group.code for group in common_groups().values() for role in group.roles}
    known: dict[str, str] = {}
    for one in roles:
        account, group = listed.get(one.account), by_role.get(one.role)
        if account is None or group is None:
            continue
        if common_groups()[group].kind is account.kind:
            known.setdefault(one.account, group)
    under = _under_heads(listed, known)
    return {code: known.get(code) or _beside(account, under) for code, account in listed.items()}


def _under_heads(
    listed: Mapping[str, Account], known: Mapping[str, str]
) -> Mapping[str, frozenset[str]]:
    """The groups of the accounts that hang directly under each head."""
    found: dict[str, set[str]] = {}
    for code, group in known.items():
        parent = listed[code].parent
        if parent is not None:
            found.setdefault(parent, set()).add(group)
    return {head: frozenset(groups) for head, groups in found.items()}


def _beside(account: Account, under: Mapping[str, frozenset[str]]) -> str:
    groups = under.get(account.parent or "", frozenset())
    return next(iter(groups)) if len(groups) == 1 else OTHER[account.kind]
