"""The table of rights: which roles may give which command, denied where nothing stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ledger.domain.approving import Because
from ledger.domain.people import UserRole


@dataclass(frozen=True, slots=True)
class Right:
    """One row: the roles that may give the command, and why another person always approves it.

    Payouts and printed receipts need that too, whichever command they come from
    (``ledger.usecases.approving``).
    """

    command: str
    roles: tuple[UserRole, ...]
    because: Because | None = None


@cache
def rights_table() -> Mapping[str, Right]:
    """Every command with the roles that may give it, in the order of ``rights.tsv``."""
    text = Path(__file__).with_name("rights.tsv").read_text("utf-8")
    table = {}
    for row in text.splitlines()[1:]:
        command, roles, because = (*row.split("\t"), "")[:3]
        held = tuple(UserRole(word) for word in roles.split())
        table[command] = Right(command, held, Because(because) if because else None)
    return table


def roles_for(command: str) -> tuple[UserRole, ...]:
    """The roles that may give a command; nobody where the table has no row for it."""
    right = rights_table().get(command)
    return right.roles if right is not None else ()


def may(roles: Collection[UserRole], command: str) -> bool:
    """Whether somebody with these roles may give the command."""
    return any(role in roles for role in roles_for(command))
