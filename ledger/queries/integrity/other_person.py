"""Four eyes replayed: what needed another person then was approved (trust.md 7.1, 24, 29, 31).

It is computed anew from the rows, and not by the code that asked for the approval.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.domain.approving import DEFAULT_LIMIT, Because
from ledger.domain.payees import TYPED, TYPED_PAYEE, payee_key
from ledger.domain.people import UserRole
from ledger.domain.rights import rights_table
from ledger.queries.integrity.findings import Fault, Finding
from ledger.queries.integrity.rights import HeldThen, day_of, names_in
from ledger.storage.columns import still_said
from ledger.storage.reading import Reader

Payee = tuple[str | None, str]
_TYPED = ", ".join(f"'{event}'" for event in sorted(TYPED))
_TYPED_ENTRIES = (
    f"SELECT number FROM entries WHERE event IN ({_TYPED}) UNION SELECT t.number FROM entries AS t"
    f" JOIN entries AS o ON o.number = t.reverses WHERE o.event IN ({_TYPED})"
)
_MONEY = (
    "money AS (SELECT DISTINCT a.code FROM accounts AS a LEFT JOIN roles AS r"
    " ON r.account = a.code WHERE a.kind = 'asset' AND (a.card = 'bank'"
    " OR r.role LIKE 'cash%' OR r.role LIKE 'bank%') AND COALESCE(r.role, '') <> 'cash_shortage')"
)


@dataclass(frozen=True, slots=True)
class _Act:
    number: int
    day: date
    user: str
    names: tuple[str, ...]
    lifts: bool
    in_spite: bool


def approval_findings(reader: Reader) -> Iterator[Finding]:
    """Acts that needed another person's approval by the rule of their day, and have none."""
    first = (reader.one("SELECT MIN(act) FROM users") or (None,))[0]
    if first is None:
        return
    rules, paid, people = _Rules(reader), _Paid(reader), _People(reader)
    answered = {
        act: (str(by or ""), member)
        for act, by, member in reader.rows(
            "SELECT u.act, p.by, r.member FROM approvals_used AS u"
            " LEFT JOIN approvals AS p ON p.request = u.request"
            " LEFT JOIN approval_requests AS r ON r.number = u.request"
        )
    }
    for act in _acts(reader):
        over = paid.after(act)
        limit = rules.limit(act) if act.number > first else None
        if limit is None or "request-approval" in act.names:
            continue
        large = [payee for payee, amount in over.items() if amount > limit]
        because = _because(act) or (Because.VOID if paid.voided else None)
        because = because or (Because.PAYOUT if large else None)
        if because is None:
            continue
        row = str(act.number)
        if act.number not in answered:
            yield Finding(Fault.APPROVAL_MISSING, "acts", row, act.number, act.user, because.value)
            continue
        by, member = answered[act.number]
        gets = {member, *(payee[0] for payee in large), *people.member_of(act.user, act.number)}
        if by and people.is_one_of(by, gets - {None}, act.number):
            yield Finding(Fault.APPROVAL_WRONG, "approvals_used", row, act.number, found=by)


def _acts(reader: Reader) -> Iterator[_Act]:
    for number, recorded, user, command, payload, lifts, in_spite in reader.connection.execute(
        "SELECT number, recorded_at, user, command,"
        " CASE WHEN command IN ('correct-entry', 'request-approval') THEN payload END,"
        " command = 'restrict-person' AND instr(payload, '\"lift\":true') > 0,"
        # Both sides of an AND may be worked out; a CASE keeps what is no JSON from being read.
        " CASE WHEN command IN ('close-month', 'lock-month', 'close-year') AND json_valid(payload)"
        " THEN trim(COALESCE(json_extract(payload, '$.in_spite'), '')) <> '' ELSE 0 = 1 END"
        " FROM acts ORDER BY number"
    ):
        names = tuple(names_in(str(command), payload))
        day = day_of(recorded)
        yield _Act(number, day, str(user), names, lifts=bool(lifts), in_spite=bool(in_spite))


def _because(act: _Act) -> Because | None:
    if act.lifts:
        return Because.PERSON
    if act.in_spite:
        return Because.FAULTS
    for name in act.names:
        row = rights_table().get(name)
        if row is not None and row.because is not None:
            return row.because
    return None


class _Rules:
    """Which rule held at an act: the newest of its day, or what followed from the users."""

    def __init__(self, reader: Reader) -> None:
        self._held = HeldThen(reader)
        self._rules = reader.rows(
            "SELECT act, from_day, required, payout_limit FROM approval_rules ORDER BY act"
        )
        self._users = reader.rows("SELECT act, name, locked FROM users ORDER BY act")
        changes = reader.rows(
            "SELECT act FROM approval_rules UNION SELECT act FROM users"
            " UNION SELECT act FROM user_roles ORDER BY act"
        )
        self._changes = [row[0] for row in changes]
        self._found: dict[tuple[int, date], int | None] = {}

    def limit(self, act: _Act) -> Any:
        """Above how many satang a payout needs another person; None where nobody is asked."""
        place = (bisect_left(self._changes, act.number), act.day)
        if place not in self._found:
            self._found[place] = self._limit(act)
        return self._found[place]

    def _limit(self, act: _Act) -> int | None:
        day = act.day.isoformat()
        rules = {
            from_day: (required, limit)
            for at, from_day, required, limit in self._rules
            if at < act.number and from_day <= day
        }
        if rules:
            required, limit = rules[max(rules)]
            return int(limit) if required else None
        locked = {name: gone for at, name, gone in self._users if at < act.number}
        held = self._held
        ever = [one for one in held.users if held.ever(one, UserRole.APPROVER, act.number, act.day)]
        treasurers = [
            one
            for one, gone in locked.items()
            if not gone and UserRole.TREASURER in held.roles(one, act.number, act.day)
        ]
        split = any(one != other for one in ever for other in treasurers)
        return DEFAULT_LIMIT.satang if split else None


class _Paid:
    """Walks through the entries act by act and adds up who was paid how much on a day."""

    def __init__(self, reader: Reader) -> None:
        self._entries = iter(
            reader.rows(
                "SELECT e.act, e.number, e.day, e.event, e.reverses, EXISTS (SELECT 1 FROM"
                " receipts AS r JOIN paper_prints AS p ON p.paper ="
                " r.series || r.year || '/' || printf('%06d', r.number) AND p.act < e.act"
                " WHERE r.entry = e.reverses), e.number IN"
                f" ({_TYPED_ENTRIES}) FROM entries AS e ORDER BY e.act, e.number"
            )
        )
        self._ahead = next(self._entries, None)
        self._lines, self._typed = _paying_lines(reader), _typed_lines(reader)
        self._vouchers = {
            entry: (member, "" if member else payee_key(str(payee)))
            for entry, member, payee in reversed(
                reader.rows(
                    f"SELECT entry, member, {still_said('payee')} FROM vouchers"
                    " ORDER BY series, year, number"
                )
            )
        }
        self._days: dict[tuple[str, Payee], int] = defaultdict(int)
        self._recorded: dict[tuple[date, Payee], int] = defaultdict(int)
        self._booked: dict[int, tuple[str, date, dict[Payee, int]]] = {}
        self.voided = False

    def after(self, act: _Act) -> dict[Payee, int]:
        """Whom this act paid, each with the larger sum of its day; in satang."""
        now: set[Payee] = set()
        days = set()
        self.voided = False
        while self._ahead is not None and self._ahead[0] <= act.number:
            _, number, day, event, reverses, printed, typed = self._ahead
            self._ahead = next(self._entries, None)
            written = self._typed.get(number, {})
            payees = written if typed else self._payees(number, str(event))
            if payees:
                self._book(str(day), act.day, payees, 1)
                self._booked[number] = (str(day), act.day, payees)
                now |= payees.keys()
                days.add(str(day))
            self.voided = self.voided or bool(printed)
            if reverses in self._booked:
                self._book(*self._booked[reverses], -1)
        return {
            payee: max(self._recorded[act.day, payee], *(self._days[day, payee] for day in days))
            for payee in now
        }

    def _book(self, day: str, recorded: date, payees: dict[Payee, int], sign: int) -> None:
        for payee, amount in payees.items():
            self._days[day, payee] += sign * amount
            self._recorded[recorded, payee] += sign * amount

    def _payees(self, number: int, event: str) -> dict[Payee, int]:
        out, members = self._lines.get(number, (0, {}))
        if out <= 0:
            return {}
        if len(members) > 1:
            return {(one, ""): min(amount, out) for one, amount in members.items()}
        for member in members:
            return {(member, ""): out}
        return {self._vouchers.get(number, (None, event)): out}


def _paying_lines(reader: Reader) -> dict[int, tuple[int, dict[str, int]]]:
    """By entry that takes money: how much leaves cash and banks, and what members get by cards."""
    found: dict[int, tuple[int, dict[str, int]]] = {}
    rows = reader.rows(
        f"WITH {_MONEY}, paying AS (SELECT entry FROM lines WHERE account IN money"
        " GROUP BY entry HAVING SUM(credit) > SUM(debit))"
        " SELECT l.entry, l.account IN money, c.member, SUM(l.debit - l.credit) FROM lines AS l"
        " LEFT JOIN (SELECT number, MAX(member) AS member FROM cards GROUP BY number) AS c"
        " ON c.number = l.card WHERE l.entry IN paying GROUP BY 1, 2, 3"
    )
    for entry, is_money, member, signed in rows:
        out, members = found.get(entry, (0, {}))
        if is_money:
            out -= signed
        if member is not None and signed > 0:
            members[member] = signed
        found[entry] = (out, members)
    return found


def _typed_lines(reader: Reader) -> dict[int, dict[Payee, int]]:
    """By entry whose lines somebody wrote out: whom it pays, without setting anything off.

    A member gets what leaves her cards; nobody by name gets what else is debited, as far as money
    is credited.
    """
    paid: dict[int, dict[Payee, int]] = defaultdict(dict)
    others: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    rows = reader.rows(
        f"WITH {_MONEY} SELECT l.entry, l.account IN money, c.member, SUM(l.debit), SUM(l.credit)"
        " FROM lines AS l LEFT JOIN (SELECT number, MAX(member) AS member FROM cards"
        f" GROUP BY number) AS c ON c.number = l.card WHERE l.entry IN ({_TYPED_ENTRIES})"
        " GROUP BY 1, 2, 3"
    )
    for entry, is_money, member, debit, credit in rows:
        gone, spent = others[entry]
        if is_money:
            others[entry] = (gone + credit, spent)
        elif member is None:
            others[entry] = (gone, spent + debit)
        elif debit > credit:
            paid[entry][member, ""] = debit - credit
    for entry, (gone, spent) in others.items():
        if min(gone, spent) > 0:
            paid[entry][None, TYPED_PAYEE] = min(gone, spent)
    return paid


class _People:
    """Which users are which members, and who lives with whom, as it stood at an act."""

    def __init__(self, reader: Reader) -> None:
        self._users = reader.rows("SELECT act, name, member FROM users ORDER BY act")
        self._homes = reader.rows("SELECT act, number, household FROM members ORDER BY act")

    def member_of(self, user: str, act: int) -> set[str]:
        rows = [member for at, name, member in self._users if name == user and at <= act]
        return {rows[-1]} if rows and rows[-1] is not None else set()

    def is_one_of(self, user: str, members: set[Any], act: int) -> bool:
        """Whether a user is one of these members, or lives with one."""
        own = self.member_of(user, act)
        if own & members:
            return True
        homes = {number: home for at, number, home in self._homes if at <= act}
        return any(homes.get(one) and homes[one] in {homes.get(m) for m in members} for one in own)
