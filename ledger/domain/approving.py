"""Four eyes: what one person asks for and another approves, bound to its exact content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from ledger.domain.canonical import canonical_of
from ledger.domain.codec import Personal, canonical, plain_value
from ledger.domain.commands import Command, carried, name_of
from ledger.domain.money import Money, baht
from ledger.domain.records import Record

DEFAULT_LIMIT = baht(5_000)
"""What may be paid to one person in a day without asking, until a group decides (PARAM)."""


APPROVAL_DAYS = 7
"""So long an approval can be used, the day it was given not counted (trust.md 5: the 7-day rule).

A committee approves ahead of collection day; what nobody carried out by then is asked for again.
"""


class Because(Enum):
    """Why a command needs another person (trust.md 5, maker-checker)."""

    PAYOUT = "payout"
    WRITE_OFF = "write_off"
    RATE = "rate"
    VOID = "void"
    REOPENING = "reopening"
    RESTORE = "restore"
    USERS = "users"
    PERSON = "person"
    FAULTS = "faults"


@dataclass(frozen=True, slots=True)
class ApprovalRule(Record):
    """From this day on: whether another person approves, and above which payout a day.

    Without such a rule approval is asked for as soon as there ever was an approver besides the
    treasurer, above ``DEFAULT_LIMIT``.
    """

    table = "approval_rules"
    key = ("from_day",)

    from_day: date
    required: bool
    payout_limit: Money
    resolution: str


@dataclass(frozen=True, slots=True)
class ApprovalRequest(Record):
    """Somebody asks for a command to be approved; its content stands in the payload of the act.

    ``digest`` is that of the command's name and content, ``member`` who would benefit and
    ``concerned`` the user whose rights change: neither approves it. With ``done`` the command was
    carried out already, because nobody could be asked, and the approval comes afterwards.
    """

    table = "approval_requests"
    key = ("number",)
    versions = False

    number: int
    command: str
    digest: str
    because: Because
    maker: str
    member: str | None
    concerned: str | None
    amount: Money | None
    done: bool


@dataclass(frozen=True, slots=True)
class Approval(Record):
    """What the other person said; once for each request."""

    table = "approvals"
    key = ("request",)
    versions = False

    request: int
    approved: bool
    by: str
    digest: str
    note: str
    on: date

    def holds_on(self, day: date) -> bool:
        """Whether it is a yes that can still be used on a day."""
        return self.approved and day <= self.on + timedelta(days=APPROVAL_DAYS)


@dataclass(frozen=True, slots=True)
class ApprovalUsed(Record):
    """The approved command was carried out in this act; its approval is used up."""

    table = "approvals_used"
    key = ("request",)
    versions = False

    request: int
    digest: str


def payload_text(command: Command, personal: Personal | None = None) -> str:
    """The command's fields as canonical JSON text; ``personal`` says what stands for personal data.

    A command that carries another one names it: ``{"instead": {"command": "deposit", …}}``.
    """

    def plain(value: Command) -> dict[str, object]:
        fields: dict[str, object] = plain_value(value, personal)
        inner = carried(value)
        if inner is not None:
            field, command = inner
            fields[field] = {"command": name_of(type(command)), **plain(command)}
        return fields

    return (
        canonical_of(command, personal) if carried(command) is None else canonical(plain(command))
    )


def digest_of(command: Command) -> str:
    """The digest of a command's name and content, as hexadecimal text."""
    return digest_of_text(name_of(type(command)), payload_text(command))


def digest_of_text(name: str, payload: str) -> str:
    """The same, from what stands in an act."""
    return hashlib.sha256(f"satcha approval/1\n{name}\n{payload}".encode()).hexdigest()
