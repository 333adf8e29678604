"""The users of the book: named, given roles from a day on, locked and unlocked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.people import RoleHeld, User, UserRole, roles_on, same_name
from ledger.domain.refusals import NothingToDo
from ledger.domain.refusals.people import (
    MemberIsUser,
    NoAdministratorLeft,
    RolesMissing,
    UnknownUser,
    UserExists,
    UsersNamed,
)
from ledger.usecases.members import the_member
from ledger.usecases.recording import given, named


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUser:
    """Somebody who may use the book. Without ``from_day`` the roles are hers from today on."""

    name: str
    roles: tuple[UserRole, ...]
    display_name: str = ""
    member: str | None = None
    from_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUsers(Command):
    """The first users of a book, all at once; one of them has to be an administrator."""

    users: tuple[NewUser, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddUser(Command):
    """One more user. Without ``from_day`` the roles are hers from today on."""

    name: str
    roles: tuple[UserRole, ...]
    display_name: str = ""
    member: str | None = None
    from_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUserRoles(Command):
    """From a day on a user holds exactly these roles; with none she only keeps her name."""

    user: str
    roles: tuple[UserRole, ...]
    from_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LockUser(Command):
    """Nothing may be done in this name any more, until it is unlocked."""

    user: str
    reason: str
    locked: bool = True


def name_users(command: NameUsers, books: Books) -> None:
    before = books.every(User)
    if before:
        raise UsersNamed(len(before))
    if not command.users:
        raise NothingToDo("name-users")
    for one in command.users:
        _add(books, one)
    _check_administrators(books, books.today)


def add_user(command: AddUser, books: Books) -> None:
    _add(books, command)
    _check_administrators(books, books.today)


def set_user_roles(command: SetUserRoles, books: Books) -> None:
    the_user(books, command.user)
    day = command.from_day or books.today
    held = roles_on(books.every(RoleHeld, user=command.user), day)
    if held == frozenset(command.roles):
        raise NothingToDo("set-user-roles")
    _set_roles(books, command.user, command.roles, day)
    _check_administrators(books, max(day, books.today))


def lock_user(command: LockUser, books: Books) -> None:
    before = the_user(books, command.user)
    if before.locked == command.locked:
        raise NothingToDo("lock-user")
    books.add(replace(before, locked=command.locked, reason=given(command.reason)))
    _check_administrators(books, books.today)


def the_user(books: Books, name: str) -> User:
    """The user of that name.

    Raises:
        UnknownUser: there is none.
    """
    user = books.newest(User, name)
    if user is None:
        raise UnknownUser(name)
    return user


def _add(books: Books, new: NewUser | AddUser) -> None:
    name = named(new.name, "name")
    if not new.roles:
        raise RolesMissing(name)
    for other in books.every(User):
        if same_name(other.name, name):
            raise UserExists(name, other.name)
        if new.member is not None and other.member == new.member:
            raise MemberIsUser(new.member, other.name)
    if new.member is not None:
        the_member(books, new.member)
    books.add(User(name=name, display_name=new.display_name.strip(), member=new.member))
    _set_roles(books, name, new.roles, new.from_day or books.today)
    books.make(user=name)


def _set_roles(books: Books, user: str, roles: Iterable[UserRole], day: date) -> None:
    wanted = frozenset(roles)
    for role in UserRole:
        books.add(RoleHeld(user, role, day, role in wanted))


def _check_administrators(books: Books, day: date) -> None:
    """Somebody must be left who can name users, on the day from which the change holds."""
    for user in books.every(User):
        held = roles_on(books.every(RoleHeld, user=user.name), day)
        if UserRole.ADMINISTRATOR in held and not user.locked:
            return
    raise NoAdministratorLeft(day)
