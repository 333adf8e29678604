"""The log told whole: each act with what it changed, what stood there before and what since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

from ledger.domain.cooperative import Cooperative
from ledger.domain.fingerprint import marks_by_table
from ledger.domain.import_runs import ImportRun
from ledger.domain.members import Member
from ledger.domain.photos import MemberPhoto
from ledger.domain.records import Record
from ledger.domain.refusals.auditing import UnknownAct
from ledger.queries.acts import ActRow, acts
from ledger.queries.naming import person_of
from ledger.storage.columns import quoted, shape_of
from ledger.storage.reading import Reader, selected
from ledger.storage.register import RECORDS

MOST = 200  # so many changed fields of one act are told; an act may open thousands of cards
_VERSIONED = {kind.table: kind for kind in RECORDS if kind.versions}
_PERSON = frozenset({"person", "commitment"})  # where personal data lie, and no data themselves
_SHOWN_OF_AN_ID = 3


@dataclass(frozen=True, slots=True)
class Changed:
    """One field of a thing: what stood there before the act, and what stands there since.

    ``thing`` is the thing's key, such as a member's number; there is one cooperative only.
    ``before`` is None where nothing was entered or the thing is ``new``. Of a national number only
    the end is told.
    """

    table: str
    thing: str
    field: str
    before: object
    after: object
    new: bool


@dataclass(frozen=True, slots=True)
class ActTold:
    """An act with its entries and what it changed; ``left_out`` counts changes beyond ``MOST``."""

    act: ActRow
    entries: tuple[int, ...]
    changed: tuple[Changed, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class ActLog:
    """The acts of some days, oldest first."""

    since: date
    until: date
    user: str | None
    rows: tuple[ActTold, ...]


def act_told(reader: Reader, *, act: int) -> ActTold:
    """One act.

    Raises:
        UnknownAct: there is none of that number.
    """
    found = acts(reader, before=act + 1, limit=1).rows
    if not found or found[0].number != act:
        raise UnknownAct(act)
    return _told(reader, found[0])


def act_log(reader: Reader, *, since: date, until: date, user: str | None = None) -> ActLog:
    """Acts recorded on the days from since to until, both included; of one user or of all."""
    (count,) = reader.one("SELECT COUNT(*) FROM acts") or (0,)
    found = acts(reader, since=since, until=until, user=user, limit=count).rows
    return ActLog(since, until, user, tuple(_told(reader, row) for row in reversed(found)))


def register_changes(reader: Reader, *, since: date, until: date) -> tuple[ActTold, ...]:
    """Acts that changed who people are, which rates and rules hold, or who may do what.

    A false payee, due date or rate does its harm long before any entry shows it (trust.md T10).
    """
    found = []
    for row in act_log(reader, since=since, until=until).rows:
        watched = tuple(one for one in row.changed if _is_watched(one))
        if watched:
            found.append(replace(row, changed=watched))
    return tuple(found)


# What is in force from a day on is written anew whenever it changes.
_FROM_A_DAY = frozenset(
    {
        "savings_rates", "loan_rates", "loan_limits", "loan_class_steps", "lease_rents", "roles",
        "users", "user_roles", "approval_rules", "bank_accounts",
    }
)  # fmt: skip
_CHANGEABLE = frozenset(
    {
        "members", "cooperative", "accounts", "funds", "zones", "savings_products", "share_types",
        "charge_types", "loan_types", "loan_contracts", "loan_guarantors", "welfare_funds",
        "leases", "plots", "insurance_policies", "fixed_assets", "restrictions", "card_partners",
        "member_photos", "consents",
    }
)  # fmt: skip


def _is_watched(one: Changed) -> bool:
    return one.table in _FROM_A_DAY or (one.table in _CHANGEABLE and not one.new)


def _told(reader: Reader, row: ActRow) -> ActTold:
    entries = reader.rows("SELECT number FROM entries WHERE act = ? ORDER BY number", (row.number,))
    changed: list[Changed] = []
    left_out = 0
    for one in _changes(reader, row.number):
        if len(changed) < MOST:
            changed.append(one)
        else:
            left_out += 1
    return ActTold(row, tuple(number for (number,) in entries), tuple(changed), left_out)


def _changes(reader: Reader, act: int) -> Iterator[Changed]:
    ((marks,),) = reader.rows("SELECT marks FROM acts WHERE number = ?", (act,))
    for table in marks_by_table(marks):
        if table in _VERSIONED:
            for one in _changes_in(reader, _VERSIONED[table], act):
                if not (one.new and table == ImportRun.table):  # the form says what came in
                    yield one


def _changes_in(reader: Reader, kind: type[Record], act: int) -> Iterator[Changed]:
    shape = shape_of(kind)
    columns = ", ".join(selected(shape))
    same = " AND ".join(f'"{name}" = ?' for name in kind.key)
    of_act = f"SELECT {columns} FROM {kind.table} WHERE act = ? ORDER BY {quoted(kind.key)}"
    of_before = f"SELECT {columns} FROM {kind.table} WHERE {same} AND act < ? ORDER BY act DESC"
    for row in reader.rows(of_act, (act,)):
        key = [row[_place(shape, name)] for name in kind.key]
        earlier = reader.one(f"{of_before} LIMIT 1", (*key, act))
        before = {} if earlier is None else _facts(reader, shape.out(earlier))
        after = _facts(reader, shape.out(row))
        thing = "" if kind is Cooperative else "/".join(map(str, key))
        for name, value in after.items():
            was = before.get(name)
            if value != was and not (earlier is None and value in (None, "", False)):
                yield Changed(kind.table, thing, name, was, value, new=earlier is None)


def _place(shape: Any, name: str) -> int:
    return [column.name for column in shape.columns].index(name)


def _facts(reader: Reader, record: Any) -> Mapping[str, object]:
    """The fields of a record without its key, and of a person what may be shown of her."""
    found = {
        one.name: getattr(record, one.name)
        for one in fields(record)
        if one.name not in record.key and one.name not in _PERSON
    }
    if isinstance(record, MemberPhoto):
        return {"photo": record.person is not None}
    number = getattr(record, "person", None)
    member = record.number if isinstance(record, Member) else getattr(record, "member", None)
    kept = None if number is None else person_of(reader, member or "", number)
    if kept is not None:
        person = asdict(kept)
        hidden = len(person["national_id"]) - _SHOWN_OF_AN_ID
        person["national_id"] = "x" * hidden + person["national_id"][hidden:]
        found.update(person)
    return found
