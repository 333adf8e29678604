"""May this user give this command? Asked once for every command, whoever calls (trust.md 5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol, TypeVar

from ledger.domain.commands import Command, DeskCommand, carried, name_of
from ledger.domain.people import RoleHeld, User, UserRole, roles_on
from ledger.domain.records import Record
from ledger.domain.refusals.people import NotAllowed, UserLocked, UserNotRegistered
from ledger.domain.rights import may, roles_for

R = TypeVar("R", bound=Record)


class Kept(Protocol):
    """Where users stand: an act that is being written, or a reader for the desk."""

    def every(self, kind: type[R], /, **fixed: object) -> list[R]: ...


def check_permitted(command: Command, kept: Kept, *, user: str, today: date) -> None:
    """A command, and one that it carries inside, may be given by this user on this day.

    A book without users is one person's, who plays every part: nothing is checked there. What a
    user likes to see on her own screen is hers, whoever she is.

    Raises:
        UserNotRegistered, UserLocked, NotAllowed: why not.
    """
    users = kept.every(User)
    if not users or _is_own_preference(command, user):
        return
    names = list(names_in(command))
    found = next((one for one in users if one.name == user), None)
    if found is None:
        raise UserNotRegistered(user, names[0])
    if found.locked:
        raise UserLocked(user, found.reason)
    held = roles_of(kept, user, today)
    for name in names:
        if not may(held, name):
            raise NotAllowed(
                user=user,
                command=name,
                roles=tuple(role.value for role in UserRole if role in held),
                needed=tuple(role.value for role in roles_for(name)),
                users=tuple(
                    one.name
                    for one in users
                    if not one.locked and may(roles_of(kept, one.name, today), name)
                ),
            )


def roles_of(kept: Kept, user: str, today: date) -> frozenset[UserRole]:
    """The roles a user holds on a day, whether she is locked or not."""
    return roles_on(kept.every(RoleHeld, user=user), today)


def names_in(command: Command) -> Iterator[str]:
    """The name of a command, and of those it carries."""
    yield name_of(type(command))
    inner = carried(command)
    if inner is not None:
        yield from names_in(inner[1])


def _is_own_preference(command: Command, user: str) -> bool:
    is_desk = isinstance(command, DeskCommand)
    return is_desk and getattr(command, "place", "") == f"preferences/{user}"
