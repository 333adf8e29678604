"""Refusals about users: who they are and what they may do."""

from __future__ import annotations

from datetime import date

from ledger.domain.refusals.base import Refusal, refusal


@refusal
class NotAllowed(Refusal):
    """None of the user's roles may give this command; ``needed`` may, and ``users`` hold one."""

    user: str
    command: str
    roles: tuple[str, ...]
    needed: tuple[str, ...]
    users: tuple[str, ...]


@refusal
class UserNotRegistered(Refusal):
    """The book has users, and this is none of them."""

    user: str
    command: str


@refusal
class UserLocked(Refusal):
    """The user is locked and may do nothing."""

    user: str
    reason: str


@refusal
class UnknownUser(Refusal):
    """No user of that name."""

    user: str


@refusal
class UserExists(Refusal):
    """There is a user of that name, or of one that looks the same."""

    user: str
    other: str


@refusal
class UsersNamed(Refusal):
    """The first users of this book were named before."""

    users: int


@refusal
class NoAdministratorLeft(Refusal):
    """Nobody could change users any more on that day."""

    day: date


@refusal
class RolesMissing(Refusal):
    """A user without any role could do nothing."""

    user: str


@refusal
class MemberIsUser(Refusal):
    """The member is linked to another user already."""

    member: str
    user: str


@refusal
class SignatureMissing(Refusal):
    """The user has a key and signs such a command with it."""

    user: str
    command: str


@refusal
class NoSigningKey(Refusal):
    """A passphrase for signing was given, and the user has no key."""

    user: str


@refusal
class WrongSigningPassphrase(Refusal):
    """This passphrase does not open the user's signing key."""

    user: str


@refusal
class NameMissingForKey(Refusal):
    """A key belongs to somebody with a name."""

    command: str
