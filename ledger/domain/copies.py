"""Copies of the book: what was backed up where, and that a book was restored from one."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.records import Record


@dataclass(frozen=True, slots=True)
class BackupTaken(Record):
    """A copy that was opened, audited and read back (trust.md 6.3).

    ``through_act`` is the newest act in the copy, ``fingerprint`` that act's, ``sha256`` that of
    the file; ``medium`` says where it lies, as people call it.
    """

    table = "backups_taken"
    key = ("number",)
    versions = False

    number: int
    file: str
    medium: str
    through_act: int
    fingerprint: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Restored(Record):
    """The book goes on from a copy: a fork that is declared, never hidden (trust.md 6.4).

    ``last_receipt`` is the newest receipt in the copy, ``stub`` the highest number on the stubs.
    """

    table = "restorations"
    key = ("number",)
    versions = False

    number: int
    through_act: int
    fingerprint: str
    last_receipt: str
    stub: str
    reason: str
