"""Consents of a member: to her photo, and to what the book says of her health (PDPA s.19, s.26).

Everything else about her rests on contract and legal duty and asks for none (trust.md 6.8).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from ledger.domain.records import Record
from ledger.domain.welfare_claims import BenefitHeading
from ledger.domain.welfare_fund import WelfareGroup


class ConsentTo(Enum):
    """What a consent covers."""

    PHOTO = "photo"
    HEALTH = "health"


# Under these headings a claim says something of the member's health, and so does this group.
OF_HEALTH = frozenset({BenefitHeading.SICKNESS, BenefitHeading.DISABLED})
GROUPS_OF_HEALTH = frozenset({WelfareGroup.DISABLED})


@dataclass(frozen=True, slots=True)
class Consent(Record):
    """A member gave her consent, or took it back; the newest version counts.

    ``document`` is the number of the paper she signed.
    """

    table = "consents"
    key = ("member", "covers")

    member: str
    covers: ConsentTo
    consented: bool
    on: date
    document: str


@dataclass(frozen=True, slots=True)
class ConsentTime:
    """A consent from the day it was given to the day it was taken back, if it was."""

    covers: ConsentTo
    given_on: date
    document: str
    withdrawn_on: date | None = None
    withdrawn_by: str = ""

    @property
    def in_force(self) -> bool:
        return self.withdrawn_on is None


def times_of(rows: Iterable[Consent]) -> tuple[ConsentTime, ...]:
    """The versions of one member's consents, the oldest first, as times of consent."""
    times: list[ConsentTime] = []
    for row in rows:
        if row.consented:
            times.append(ConsentTime(row.covers, row.on, row.document))
            continue
        for at in reversed(range(len(times))):
            if times[at].covers is row.covers and times[at].in_force:
                times[at] = replace(times[at], withdrawn_on=row.on, withdrawn_by=row.document)
                break
    return tuple(times)
