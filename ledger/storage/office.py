"""The file of a network office: acts in a chain and the packages they received, never changed.

Each act is one row: number, moment, user, ``what`` it did (``office``, ``place``, ``network``,
``organisation``, ``recovery-key`` or ``received``), ``about`` whom, for which month, its payload as
canonical JSON, the package as it came, and the fingerprints of the act before and of its own, which
is SHA-256 over the canonical JSON list of all that stands before it in the row, with the package's
own digest.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from ledger.domain.codec import canonical
from ledger.domain.refusals.network import NotAnOffice, OfficeBroken
from ledger.storage import file, migrations
from ledger.storage.file import Connection
from ledger.storage.secret import Secret

APPLICATION = 0x5341544E  # "SATN"
FIRST = "0" * 64
_VERSION = 1
_SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE office_acts (
  number INTEGER PRIMARY KEY,
  recorded_at TEXT NOT NULL,
  user TEXT NOT NULL,
  what TEXT NOT NULL,
  about TEXT NOT NULL,
  month TEXT NOT NULL,
  payload TEXT NOT NULL,
  digest TEXT NOT NULL,
  previous TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  package BLOB
) STRICT;
CREATE INDEX office_acts_about ON office_acts (what, about, month);
CREATE INDEX office_acts_month ON office_acts (what, month);
CREATE TRIGGER office_acts_never_updated BEFORE UPDATE ON office_acts
BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER office_acts_never_deleted BEFORE DELETE ON office_acts
BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER office_acts_in_order BEFORE INSERT ON office_acts
WHEN NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM office_acts)
BEGIN SELECT RAISE(ABORT, 'satcha: acts follow each other'); END;
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {_VERSION};
COMMIT;
"""
_COLUMNS = "number, recorded_at, user, what, about, month, payload, digest, previous, fingerprint"


@dataclass(frozen=True, slots=True)
class OfficeAct:
    """One row without its package; ``digest`` is the package's, empty where there is none."""

    number: int
    recorded_at: str
    user: str
    what: str
    about: str
    month: str
    payload: str
    digest: str
    previous: str
    fingerprint: str

    def sealed(self) -> str:
        """The fingerprint that the rest of the row makes."""
        parts = [self.number, self.recorded_at, self.user, self.what, self.about, self.month]
        text = canonical([*parts, self.payload, self.digest, self.previous])
        return hashlib.sha256(f"satcha office/1\n{text}".encode()).hexdigest()


def create(path: Path, key: bytes) -> Connection:
    """The file of a new office."""
    return file.create(path, key, lambda connection: connection.executescript(_SCHEMA))


def open_file(path: Path, secret: Secret) -> tuple[Connection, bytes]:
    """An office's file for reading and writing, alone.

    Raises:
        NotAnOffice: it is another file, such as a book; else as for a book's file.
    """
    return file.open_file(path, secret, outdated=True, check=_check)


def _check(connection: Connection, path: Path) -> int:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise NotAnOffice(str(path))
    return migrations.NEWEST


def acts(
    connection: Connection, where: str = "true", values: tuple[str, ...] = ()
) -> list[OfficeAct]:
    """The acts of which the clause is true, the oldest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM office_acts WHERE {where} ORDER BY number",
        values,
    ).fetchall()
    return [OfficeAct(*row) for row in rows]


def last_months(connection: Connection, what: str) -> list[tuple[str, str]]:
    """Whom the acts of a sort are about, and the newest month of each."""
    rows: list[tuple[str, str]] = connection.execute(
        "SELECT about, MAX(month) FROM office_acts WHERE what = ? GROUP BY about", (what,)
    ).fetchall()
    return rows


def package_of(connection: Connection, number: int) -> bytes | None:
    """The package that an act received, as it came."""
    row = connection.execute(
        "SELECT package FROM office_acts WHERE number = ?", (number,)
    ).fetchone()
    return None if row is None or row[0] is None else bytes(row[0])


def insert(connection: Connection, act: OfficeAct, package: bytes | None) -> None:
    values = (act.number, act.recorded_at, act.user, act.what, act.about, act.month, act.payload)
    connection.execute(
        f"INSERT INTO office_acts ({_COLUMNS}, package) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        (*values, act.digest, act.previous, act.fingerprint, package),
    )


def check_chain(connection: Connection, path: Path, *, packages: bool = False) -> None:
    """Look whether every act is what was written; with ``packages`` what was received, too.

    Raises:
        OfficeBroken: the first act that is not.
    """
    previous = FIRST
    for at, act in enumerate(acts(connection), start=1):
        if (act.number, act.previous, act.fingerprint) != (at, previous, act.sealed()):
            raise OfficeBroken(str(path), at)
        if packages and act.digest:
            content = package_of(connection, act.number) or b""
            if hashlib.sha256(content).hexdigest() != act.digest:
                raise OfficeBroken(str(path), at)
        previous = act.fingerprint
