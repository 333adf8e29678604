"""Commands and outcomes: what goes in by the one door, and what comes back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from ledger.domain.entries import Entry
from ledger.domain.fingerprint import code_of
from ledger.domain.quick import quick


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something a user asks the book to do; a frozen value, one act (architecture.md 6).

    A command is never renamed; a new field gets a default, so that old payloads stay readable.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskCommand(Command):
    """Changes only the desk: drafts and preferences, outside the chain, never on any paper."""


def name_of(kind: type[Command]) -> str:
    """The command's name on the console and in the act: ``ReceiveVisit`` is ``receive-visit``."""
    return _spelled(kind.__name__)


@cache
def _spelled(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def carried(command: Command) -> tuple[str, Command] | None:
    """The command that this one carries inside, and in which field; None for most."""
    for name in ("instead", "wanted"):
        inner = getattr(command, name, None)
        if isinstance(inner, Command):
            return name, inner
    return None


@quick
@dataclass(frozen=True, slots=True)
class Posted:
    """An entry with the number the book gave it."""

    number: int
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an act did.

    ``made`` names what the command brought into being (``{"member": "0001", "card": 7}``);
    ``receipts`` and ``vouchers`` are their printed numbers; ``topics`` the tables that changed.
    ``fingerprint`` is hexadecimal, ``code`` its sixteen letters. A rehearsal has the number its act
    would have had and no fingerprint, since it was rolled back.
    """

    act: int
    fingerprint: str = ""
    entries: tuple[Posted, ...] = ()
    receipts: tuple[str, ...] = ()
    vouchers: tuple[str, ...] = ()
    made: Mapping[str, object] = field(default_factory=dict)
    topics: frozenset[str] = frozenset()
    repeated: bool = False
    rehearsed: bool = False

    @property
    def code(self) -> str:
        """The sixteen letters of the fingerprint, worked out where paper or a person asks."""
        return code_of(bytes.fromhex(self.fingerprint)) if self.fingerprint else ""
