"""Rights replayed: whoever acted held a role for it then (trust.md 7.1, rule 30)."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.domain.people import RoleHeld, UserRole, roles_on
from ledger.domain.rights import may
from ledger.queries.integrity.findings import Fault, Finding
from ledger.storage.reading import Reader

# Commands that carry another one name it in one of these fields (ledger.domain.commands).
_CARRIERS = ("instead", "wanted")
_CARRYING = ("correct-entry", "request-approval")


def rights_findings(reader: Reader) -> Iterator[Finding]:
    """Acts that the roles of their user did not allow; a book without users is one person's.

    A user who was none, or who was locked, is another fault (``signatures``).
    """
    first = (reader.one("SELECT MIN(act) FROM users") or (None,))[0]
    if first is None:
        return
    held = HeldThen(reader)
    known = {str(row[0]) for row in reader.rows("SELECT DISTINCT name FROM users")}
    for number, recorded, user, command, payload in reader.connection.execute(
        "SELECT number, recorded_at, user, command, CASE WHEN command IN"
        f" ({', '.join(f'{one!r}' for one in _CARRYING)}) THEN payload END"
        " FROM acts WHERE number > ? ORDER BY number",
        (first,),
    ):
        if user not in known:
            continue
        roles = held.roles(str(user), number, day_of(recorded))
        for name in names_in(str(command), payload):
            if not may(roles, name):
                yield Finding(Fault.ROLE_MISSING, "acts", str(number), number, str(user), name)


@dataclass(slots=True)
class _Changes:
    """One user's rows with the acts that wrote them, in their order."""

    acts: list[int]
    rows: list[RoleHeld]

    def newest(self, count: int) -> list[RoleHeld]:
        """Of the first so many rows, the newest for each role and day."""
        return list({(one.role, one.from_day): one for one in self.rows[:count]}.values())


class HeldThen:
    """Which roles were held before an act, from the rows of ``user_roles`` in their order."""

    def __init__(self, reader: Reader) -> None:
        self._users: dict[str, _Changes] = {}
        self._found: dict[tuple[str, int, date], frozenset[UserRole]] = {}
        for user, role, day, held, act in reader.rows(
            "SELECT user, role, from_day, held, act FROM user_roles ORDER BY act"
        ):
            changes = self._users.setdefault(str(user), _Changes([], []))
            if role in UserRole._value2member_map_:
                changes.acts.append(act)
                changes.rows.append(RoleHeld(str(user), UserRole(role), day_of(day), bool(held)))

    @property
    def users(self) -> list[str]:
        return list(self._users)

    def roles(self, user: str, act: int, day: date) -> frozenset[UserRole]:
        """What a user held on a day by the rows that were written before an act."""
        changes = self._users.get(user)
        if changes is None:
            return frozenset()
        count = bisect_left(changes.acts, act)
        place = (user, count, day)
        if place not in self._found:
            self._found[place] = roles_on(changes.newest(count), day)
        return self._found[place]

    def ever(self, user: str, role: UserRole, act: int, day: date) -> bool:
        """Whether a user held a role by then at any time."""
        changes = self._users.get(user)
        if changes is None:
            return False
        rows = changes.newest(bisect_left(changes.acts, act))
        return any(one.role is role and one.held and one.from_day <= day for one in rows)


def names_in(command: str, payload: object) -> Iterator[str]:
    """The command of an act and those it carries, from its payload."""
    yield command
    if payload is None:
        return
    try:
        fields = json.loads(str(payload))
        while isinstance(fields, dict):
            inner: Any = next(
                (fields[one] for one in _CARRIERS if isinstance(fields.get(one), dict)), {}
            )
            if "command" in inner:
                yield str(inner["command"])
            fields = inner or None
    except (ValueError, RecursionError):
        return  # changed with a tool, which the chain tells


def day_of(moment: object) -> date:
    """The day of a kept moment; the first of all days where it is none any more."""
    try:
        return date.fromisoformat(str(moment)[:10])
    except ValueError:
        return date.min
