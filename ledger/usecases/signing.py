"""The personal keys with which approvals and closings are signed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.refusals import WrongKind
from ledger.domain.refusals.people import NameMissingForKey
from ledger.domain.signing import SigningKey

_HEX = re.compile(r"(?:[0-9a-f]{2}){16,200}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSigningKey(Command):
    """The user's own key from now on; whoever had one before signs the change with it."""

    public: str
    wrapped: str
    salt: str
    memory_kib: int
    iterations: int
    lanes: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceSigningKey(SetSigningKey):
    """The same for whoever lost key or passphrase; another person has to approve it."""


def set_signing_key(command: SetSigningKey, books: Books) -> None:
    if not books.user:
        raise NameMissingForKey("set-signing-key")
    for field in ("public", "wrapped", "salt"):
        if not _HEX.fullmatch(getattr(command, field)):
            raise WrongKind(field, "text")
    number = books.next_number(SigningKey, user=books.user)
    books.add(
        SigningKey(
            user=books.user,
            number=number,
            public=command.public,
            wrapped=command.wrapped,
            salt=command.salt,
            memory_kib=command.memory_kib,
            iterations=command.iterations,
            lanes=command.lanes,
        )
    )
    books.make(key=number)
