"""Who may use the book and what each may do: users with their roles, and the table of rights."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.people import ALONE, RoleHeld, User, UserRole, roles_on
from ledger.domain.rights import may, rights_table
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A role that somebody takes up or lays down on a later day."""

    role: UserRole
    from_day: date
    held: bool


@dataclass(frozen=True, slots=True)
class UserRow:
    """One user: what papers call her, the member she is, her roles today and what will change."""

    name: str
    shown: str
    member: str | None
    roles: tuple[UserRole, ...]
    coming: tuple[RoleChange, ...]
    locked: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Users:
    """Every user by name. ``alone``: one person could do and approve everything in this book."""

    rows: tuple[UserRow, ...]
    alone: bool


def users(reader: Reader, *, today: date) -> Users:
    """The users of the book with their roles on a day; none while it is one person's book."""
    every = reader.every(User)
    if not every:
        return Users((), alone=True)  # one person's book: the window starts without any names
    from ledger.queries.naming import names_of

    names = names_of(reader, (one.member for one in every if one.member is not None))
    rows = tuple(_row(reader, one, names, today) for one in every)
    return Users(rows, alone=not any(_splits(one, rows) for one in rows))


def _row(reader: Reader, user: User, names: dict[str, str], today: date) -> UserRow:
    changes = reader.every(RoleHeld, user=user.name)
    held = roles_on(changes, today)
    coming = tuple(
        RoleChange(one.role, one.from_day, one.held)
        for one in sorted(changes, key=lambda one: one.from_day)
        if one.from_day > today and one.held != (one.role in held)
    )
    return UserRow(
        name=user.name,
        shown=user.display_name or names.get(user.member or "", "") or user.name,
        member=user.member,
        roles=tuple(role for role in UserRole if role in held),
        coming=coming,
        locked=user.locked,
        reason=user.reason,
    )


def _splits(one: UserRow, rows: tuple[UserRow, ...]) -> bool:
    """Whether this user approves what another one pays out."""
    return (
        UserRole.APPROVER in one.roles
        and not one.locked
        and any(
            UserRole.TREASURER in other.roles and not other.locked and other.name != one.name
            for other in rows
        )
    )


@dataclass(frozen=True, slots=True)
class RightRow:
    """One command with the roles that may give it; ``allowed`` says whether the user asked may."""

    command: str
    roles: tuple[UserRole, ...]
    allowed: bool


@dataclass(frozen=True, slots=True)
class Rights:
    """The table of rights, and what one user may do in this book today.

    ``registered`` is false for a name that is none of the book's users; such a one may do nothing.
    ``users`` are the others who could sit down at the keyboard.
    While the book has no users it is one person's, who may do everything.
    """

    user: str
    registered: bool
    locked: bool
    roles: tuple[UserRole, ...]
    rows: tuple[RightRow, ...]
    alone: bool
    users: tuple[str, ...]


def rights(reader: Reader, *, today: date, user: str = "") -> Rights:
    """The table of rights command by command, and what the user of that name may do on a day."""
    found = users(reader, today=today)
    row = next((one for one in found.rows if one.name == user), None)
    everything = not found.rows
    roles = ALONE if everything else row.roles if row is not None else ()
    locked = row is not None and row.locked
    rows = tuple(
        RightRow(one.command, one.roles, everything or (may(roles, one.command) and not locked))
        for one in rights_table().values()
    )
    others = tuple(one.name for one in found.rows if one.name != user and not one.locked)
    return Rights(user, row is not None, locked, roles, rows, found.alone, others)
