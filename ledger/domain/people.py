"""Who may use the book: users, the roles they hold from a day on, and whether they are locked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.domain.records import Record


class UserRole(Enum):
    """What somebody does in the cooperative; what each may do stands in ``rights.tsv``."""

    ADMINISTRATOR = "administrator"
    TREASURER = "treasurer"
    CLERK = "clerk"
    APPROVER = "approver"
    AUDITOR = "auditor"


ALONE = (UserRole.ADMINISTRATOR, UserRole.TREASURER, UserRole.APPROVER)
"""The roles of somebody who founds a book and names nobody else: a small group works alone."""


@dataclass(frozen=True, slots=True)
class User(Record):
    """Somebody who works with the book, by the name that her acts carry.

    ``display_name`` is what papers call her, best her office; a name that may have to be erased
    one day stands in the register of members, to which ``member`` points. Who is a member cannot
    approve what is paid to herself (trust.md T7). A locked user keeps her roles and may do nothing.
    """

    table = "users"
    key = ("name",)

    name: str
    display_name: str = ""
    member: str | None = None
    locked: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RoleHeld(Record):
    """From this day on a user holds a role, or holds it no longer."""

    table = "user_roles"
    key = ("user", "role", "from_day")

    user: str
    role: UserRole
    from_day: date
    held: bool


def roles_on(rows: Iterable[RoleHeld], day: date) -> frozenset[UserRole]:
    """The roles one user holds on a day: for each the newest row that has come into effect."""
    newest: dict[UserRole, RoleHeld] = {}
    for row in rows:
        before = newest.get(row.role)
        if row.from_day <= day and (before is None or before.from_day <= row.from_day):
            newest[row.role] = row
    return frozenset(role for role, row in newest.items() if row.held)


def same_name(one: str, other: str) -> bool:
    """Whether two names look alike enough to be taken for each other (trust.md M11)."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
