"""An open file of a network office: acts go in, the newest of everything comes out."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from typing_extensions import override

from ledger.book.chance import Clock, SystemClock
from ledger.book.closes import Closes
from ledger.domain.codec import canonical
from ledger.storage import file, key_file, keys, office
from ledger.storage.key_ring import KeyRing
from ledger.storage.meeting import let_in
from ledger.storage.office import FIRST, OfficeAct
from ledger.storage.place import check_there, which
from ledger.storage.room import check_room
from ledger.storage.secret import Secret
from ledger.storage.troubles import named_troubles
from ledger.storage.undoing import roll_back


@dataclass(frozen=True, slots=True)
class Written:
    """Something to be written: what it is, about whom, for which month, and the package."""

    what: str
    about: str
    payload: Any
    month: str = ""
    package: bytes | None = None


class OfficeFile(Closes):
    """Only one program at a time holds the file; what it says was verified when it was opened."""

    def __init__(
        self, path: Path, connection: file.Connection, user: str, clock: Clock | None
    ) -> None:
        self.path = path
        self.user = user
        self._connection = connection
        self._clock = clock or SystemClock()
        self._which = which(path)
        self._lock = threading.RLock()

    @classmethod
    def found(
        cls,
        path: Path,
        first: Written,
        *,
        user: str = "",
        passphrase: str = "",
        clock: Clock | None = None,
    ) -> Self:
        """Make a new file and write its first act; with a passphrase it is encrypted.

        Raises:
            Refusal: the file cannot be made; none is left behind.
        """
        key = keys.new_key() if passphrase else b""
        ring = KeyRing(keys.new_salt().hex()).with_user(user, passphrase, key) if key else None
        connection = office.create(path, key)
        try:
            if ring is not None:
                key_file.write(path, ring)
            made = cls(path, connection, user, clock)
            made.write([first])
        except BaseException:
            file.discard(connection, path)
            raise
        return made

    @classmethod
    def open(cls, path: Path, secret: Secret, *, clock: Clock | None = None) -> Self:
        """Open the file alone and verify its chain.

        Raises:
            NotAnOffice, OfficeBroken, NoSuchBook, BookInUse …: why not.
        """
        check_room(path)
        connection, _ = let_in(lambda: office.open_file(path, secret))
        opened = cls(path, connection, secret.user, clock)
        try:
            opened.check(packages=False)
        except BaseException:
            opened.close()
            raise
        return opened

    def check(self, *, packages: bool = True) -> None:
        """Look whether everything is as it was written.

        Raises:
            OfficeBroken: something is not.
        """
        with self._held():
            office.check_chain(self._connection, self.path, packages=packages)

    def write(self, things: Sequence[Written]) -> int:
        """Write acts, all of them or none; answers the number of the last one."""
        with self._held():
            check_there(self.path, self._which)
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                number = self._written(things)
                self._connection.execute("COMMIT")
            except BaseException:
                roll_back(self._connection)
                raise
        return number

    def newest(self, what: str) -> list[OfficeAct]:
        """The newest act about each one, in order of whom they are about."""
        with self._held():
            found = {act.about: act for act in office.acts(self._connection, "what = ?", (what,))}
        return [found[about] for about in sorted(found)]

    def of(self, what: str, about: str) -> list[OfficeAct]:
        """Every act about one, the oldest first."""
        with self._held():
            return office.acts(self._connection, "what = ? AND about = ?", (what, about))

    def in_month(self, what: str, month: str) -> list[OfficeAct]:
        """Every act of a month, the oldest first."""
        with self._held():
            return office.acts(self._connection, "what = ? AND month = ?", (what, month))

    def last_months(self, what: str) -> list[tuple[str, str]]:
        """Whom acts are about, and the newest month of each."""
        with self._held():
            return office.last_months(self._connection, what)

    def last(self) -> OfficeAct:
        """The newest act of all."""
        with self._held():
            (act,) = office.acts(self._connection, "number = (SELECT MAX(number) FROM office_acts)")
        return act

    def package(self, number: int) -> bytes | None:
        """The package that an act received."""
        with self._held():
            return office.package_of(self._connection, number)

    @override
    def close(self) -> None:
        with self._lock, named_troubles(self.path):
            file.close(self._connection)

    def _written(self, things: Sequence[Written]) -> int:
        rows = office.acts(self._connection, "number = (SELECT MAX(number) FROM office_acts)")
        number, previous = (rows[0].number, rows[0].fingerprint) if rows else (0, FIRST)
        moment = self._clock.now().isoformat()
        for thing in things:
            number += 1
            digest = "" if thing.package is None else hashlib.sha256(thing.package).hexdigest()
            act = OfficeAct(
                number=number,
                recorded_at=moment,
                user=self.user,
                what=thing.what,
                about=thing.about,
                month=thing.month,
                payload=canonical(thing.payload),
                digest=digest,
                previous=previous,
                fingerprint="",
            )
            act = replace(act, fingerprint=act.sealed())
            office.insert(self._connection, act, thing.package)
            previous = act.fingerprint
        return number

    @contextmanager
    def _held(self) -> Iterator[None]:
        with self._lock, named_troubles(self.path):
            yield
