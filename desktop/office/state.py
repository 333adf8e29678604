"""What the office's screens know and decide, without Qt: the sight, and packages looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from ledger.domain.days import Month
from ledger.domain.network.register import Level, Place
from ledger.domain.network.rollup import EVERYBODY, By, Chosen
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.network import (
    PackageForked,
    PackageOlder,
    PackageUnsigned,
    UnknownBook,
    UnknownSigner,
)
from ledger.network.folders import Refused
from ledger.network.receiving import NOTHING_CONFIRMED, Confirmed, Received

_MONTHS = 36


@dataclass(frozen=True, slots=True)
class Sight:
    """The month and the organisations that every area looks at."""

    month: Month
    chosen: Chosen = EVERYBODY

    def narrowed(self, code: str, by: By) -> Sight:
        """Into one row of a roll-up, where that row is a network or a place."""
        if not code or by in (By.NETWORK_KIND, By.ORGANISATION_KIND):
            return self
        chosen = (
            replace(self.chosen, network=code)
            if by is By.NETWORK
            else replace(self.chosen, place=code)
        )
        return replace(self, chosen=chosen)


def first_sight(today: date) -> Sight:
    """The month that is over last: the one that is being handed in now."""
    return Sight(Month.of(today).plus(-1))


def months_offered(today: date) -> tuple[Month, ...]:
    """The months that can be over, the newest first."""
    newest = Month.of(today).plus(-1)
    return tuple(newest.plus(-back) for back in range(_MONTHS))


class Standing(Enum):
    """How a package stands that somebody brought."""

    FITS = "fits"  # looked at, and may be received
    RECEIVED = "received"
    AGAIN = "again"
    ASKS = "asks"  # a person has to confirm something first
    REFUSED = "refused"


# What a person at the office can answer; everything else is for the cooperative to put right.
_ANSWERED = (UnknownBook, UnknownSigner, PackageUnsigned, PackageOlder, PackageForked)


@dataclass(frozen=True, slots=True)
class Brought:
    """A package on a stick: what was said about it, and what came of looking at it."""

    path: Path
    said: Confirmed = NOTHING_CONFIRMED
    came: Received | Refused | None = None
    kept: bool = False

    @property
    def standing(self) -> Standing:
        if isinstance(self.came, Received):
            if self.came.again and not self.kept:
                return Standing.AGAIN
            return Standing.RECEIVED if self.kept else Standing.FITS
        return Standing.ASKS if isinstance(self.refusal, _ANSWERED) else Standing.REFUSED

    @property
    def refusal(self) -> Refusal | OSError | None:
        """Why it is not received."""
        return self.came.why if isinstance(self.came, Refused) else None

    @property
    def organisation(self) -> str:
        """Whose it is, as far as that is known."""
        if isinstance(self.came, Received):
            return self.came.organisation
        found = getattr(self.refusal, "organisation", "")
        return self.said.organisation or (found if isinstance(found, str) else "")


@dataclass(frozen=True, slots=True)
class Stick:
    """Everything that was brought, in the order in which it is received."""

    brought: tuple[Brought, ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        return tuple(one.path for one in self.brought)

    @property
    def said(self) -> Mapping[Path, Confirmed]:
        return {one.path: one.said for one in self.brought}

    @property
    def fitting(self) -> tuple[Brought, ...]:
        """What may be received as it stands."""
        return tuple(one for one in self.brought if one.standing is Standing.FITS)

    def with_came(self, came: Iterable[Received | Refused], *, kept: bool) -> Stick:
        """After looking at some of them, or receiving them."""
        found = {Path(one.path): one for one in came}
        return Stick(
            tuple(
                replace(one, came=found[one.path], kept=kept) if one.path in found else one
                for one in self.brought
            )
        )

    def with_said(self, path: Path, said: Confirmed, *, unsigned_all: bool = False) -> Stick:
        """A person confirmed something about a package, or that none of those here is signed."""
        return Stick(
            tuple(
                replace(one, said=said)
                if one.path == path
                else replace(one, said=replace(one.said, unsigned=True))
                if unsigned_all and isinstance(one.refusal, PackageUnsigned)
                else one
                for one in self.brought
            )
        )

    @property
    def unsettled(self) -> tuple[Path, ...]:
        """What is looked at again after something was confirmed: not what is in the file."""
        kept = (Standing.RECEIVED, Standing.AGAIN)
        return tuple(one.path for one in self.brought if one.standing not in kept)


def brought_from(paths: Iterable[Path]) -> Stick:
    return Stick(tuple(Brought(path) for path in paths))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper that is asked for: its name, and the fields of its question."""

    paper: str
    fields: Mapping[str, Any] = field(default_factory=dict)


def parents_for(level: Level, places: Iterable[Place]) -> frozenset[str]:
    """The places in which one of this level may lie."""
    order = list(Level)
    return frozenset(one.code for one in places if order.index(one.level) > order.index(level))
