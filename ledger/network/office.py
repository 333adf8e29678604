"""An open network office: its register, and every package it received, version by version."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any, Self

from ledger.book import Secret
from ledger.book.chance import Clock, SystemClock
from ledger.book.office_file import OfficeFile, Written
from ledger.domain.codec import plain_value, read_value
from ledger.domain.days import Month
from ledger.domain.fingerprint import code_of
from ledger.domain.network.answers import Stamp
from ledger.domain.network.figures import MonthFigures
from ledger.domain.network.register import (
    Additions,
    Network,
    OfficeName,
    Organisation,
    Place,
    Register,
    with_added,
)
from ledger.domain.network.submission import Manifest, Submission
from ledger.domain.network_key import NetworkKey

RECEIVED = "received"
RECOVERY_KEY = "recovery-key"


class Office:
    """One office's file, open."""

    def __init__(self, file: OfficeFile, clock: Clock | None = None) -> None:
        self._file = file
        self._clock = clock or SystemClock()

    @classmethod
    def new(
        cls,
        path: Path,
        name: OfficeName,
        *,
        user: str = "",
        passphrase: str = "",
        clock: Clock | None = None,
    ) -> Self:
        """Make the file of a new office; with a passphrase it is encrypted."""
        first = Written("office", "", plain_value(name))
        made = OfficeFile.found(path, first, user=user, passphrase=passphrase, clock=clock)
        return cls(made, clock)

    @classmethod
    def open(cls, path: Path, secret: Secret, *, clock: Clock | None = None) -> Self:
        """Open an office's file.

        Raises:
            NotAnOffice, OfficeBroken, NoSuchBook, BookInUse, WrongPassphrase …: why not.
        """
        return cls(OfficeFile.open(path, secret, clock=clock), clock)

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def user(self) -> str:
        return self._file.user

    @property
    def now(self) -> datetime:
        return self._clock.now()

    @property
    def today(self) -> date:
        return self.now.date()

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ── what changes ────────────────────────────────────────────────────────────────────────────

    def add(self, more: Additions) -> int:
        """Enter places, networks and organisations, all of them or none; how many there were.

        Raises:
            UnknownPlace, PlaceWrong, UnknownNetwork, BookOfAnother: what does not fit.
        """
        with_added(self.register, more)
        things = [
            Written(what, one.code, plain_value(one))
            for what, many in (
                ("place", more.places),
                ("network", more.networks),
                ("organisation", more.organisations),
            )
            for one in many
        ]
        if things:
            self._file.write(things)
        return len(things)

    def keep(self, organisation: Organisation, submission: Submission, content: bytes) -> int:
        """Write a package that was looked at (``ledger.network.receiving``); answers its act."""
        things = []
        if self.register.organisations.get(organisation.code) != organisation:
            things.append(Written("organisation", organisation.code, plain_value(organisation)))
        things.append(
            Written(
                RECEIVED,
                organisation.code,
                {
                    "version": submission.version,
                    "public": submission.public,
                    "because": submission.because,
                    "manifest": plain_value(submission.manifest),
                    "figures": plain_value(submission.figures),
                },
                submission.month.iso,
                content,
            )
        )
        return self._file.write(things)

    def note_recovery_key(self, key: NetworkKey) -> int:
        """Write that the office made a key to which cooperatives may seal their books."""
        told = {"name": key.name, "public": key.public.hex()}
        return self._file.write([Written(RECOVERY_KEY, key.code, told)])

    # ── what is known ───────────────────────────────────────────────────────────────────────────

    @property
    def register(self) -> Register:
        """Everything that was entered, as it is now."""
        (name,) = self._file.newest("office")
        return Register(
            read_value(OfficeName, json.loads(name.payload)),
            {one.code: one for one in self._all("place", Place)},
            {one.code: one for one in self._all("network", Network)},
            {one.code: one for one in self._all("organisation", Organisation)},
        )

    @property
    def recovery_keys(self) -> list[NetworkKey]:
        """The office's own keys; the private halves lie in files of their own."""
        told = [json.loads(one.payload) for one in self._file.newest(RECOVERY_KEY)]
        return [NetworkKey(one["name"], bytes.fromhex(one["public"])) for one in told]

    def submissions(self, month: Month) -> list[Submission]:
        """Every package of a month, the oldest first."""
        return [_submission(act) for act in self._file.in_month(RECEIVED, month.iso)]

    def submissions_of(self, organisation: str) -> list[Submission]:
        """Every package of an organisation, the oldest first."""
        return [_submission(act) for act in self._file.of(RECEIVED, organisation)]

    def last_months(self) -> dict[str, Month]:
        """The newest month that each organisation has handed in."""
        return {code: Month.parse(month) for code, month in self._file.last_months(RECEIVED)}

    def package(self, act: int) -> bytes | None:
        """A package as it came."""
        return self._file.package(act)

    def check(self) -> None:
        """Look whether everything in the file is as it was written, packages included.

        Raises:
            OfficeBroken: something is not.
        """
        self._file.check()

    @property
    def stamp(self) -> Stamp:
        last = self._file.last()
        code = code_of(bytes.fromhex(last.fingerprint))
        return Stamp(last.number, datetime.fromisoformat(last.recorded_at), last.user, code)

    def _all(self, what: str, kind: type[Any]) -> Iterable[Any]:
        for act in self._file.newest(what):
            yield read_value(kind, json.loads(act.payload))


def _submission(act: Any) -> Submission:
    told = json.loads(act.payload)
    return Submission(
        organisation=act.about,
        version=told["version"],
        act=act.number,
        received_at=datetime.fromisoformat(act.recorded_at),
        user=act.user,
        manifest=read_value(Manifest, told["manifest"]),
        figures=read_value(MonthFigures, told["figures"]),
        public=told["public"],
        sha256=act.digest,
        because=told["because"],
    )
