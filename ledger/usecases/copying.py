"""Copies are part of the history: a backup that was proved, and a restoration that is declared."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.copies import BackupTaken, Restored
from ledger.domain.days import Month
from ledger.domain.members import ErasedPerson, Erasure
from ledger.domain.refusals.closing import MonthNotOver
from ledger.domain.refusals.intake import NotAMonth
from ledger.usecases.closing import shut_months
from ledger.usecases.consenting import lapse_photo
from ledger.usecases.digests import digest_of
from ledger.usecases.recording import given, latest_closing
from ledger.usecases.text_erasing import take_out


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordBackup(Command):
    """A copy was made, opened as a stranger would, audited and read back.

    ``medium_id`` and ``outside`` say on which medium, and that it is none of this PC's own.
    """

    file: str
    medium: str
    through_act: int
    fingerprint: str
    sha256: str
    medium_id: str = ""
    outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareRestore(Command):
    """From here on the book continues a copy; what came after it has to be entered from paper.

    ``erased`` are persons whose data were erased after the copy was made, ``erased_texts`` free
    texts by their commitments: they go again. Months up to ``locked_through`` (``YYYY-MM``) had
    been locked by then: they are locked again.
    """

    through_act: int
    fingerprint: str
    reason: str
    last_receipt: str = ""
    stub: str = ""
    erased: tuple[ErasedPerson, ...] = ()
    erased_texts: tuple[str, ...] = ()
    locked_through: str = ""


def record_backup(command: RecordBackup, books: Books) -> None:
    """Note it, with digests that papers can print as codes.

    Raises:
        WrongKind: fingerprint or SHA-256 are none.
    """
    number = books.next_number(BackupTaken)
    books.add(
        BackupTaken(
            number=number,
            file=given(command.file, "file"),
            medium=command.medium,
            through_act=command.through_act,
            fingerprint=digest_of(command.fingerprint, "fingerprint"),
            sha256=digest_of(command.sha256, "sha256"),
            medium_id=command.medium_id,
            outside=command.outside,
        )
    )
    books.make(backup=number)


def declare_restore(command: DeclareRestore, books: Books) -> None:
    """Say so, erase again and lock again.

    Raises:
        WrongKind: the fingerprint is none.
        NotAMonth, MonthNotOver: ``locked_through`` is no month that is over.
    """
    number = books.next_number(Restored)
    books.add(
        Restored(
            number=number,
            through_act=command.through_act,
            fingerprint=digest_of(command.fingerprint, "fingerprint"),
            last_receipt=command.last_receipt,
            stub=command.stub.strip(),
            reason=given(command.reason),
            on=books.today,
        )
    )
    for one in command.erased:
        # The number alone may stand for somebody else in a book that went on from a copy.
        if books.commitment(one.person) == one.commitment:
            is_photo = one.person in books.photos_of(one.member)
            books.add(Erasure(one.person, one.member, "restore"))
            books.erase_personal(one.person)
            if is_photo:
                lapse_photo(books, one.member)
    for commitment in command.erased_texts:
        if books.free_text(commitment) is not None:
            take_out(books, commitment, "restore")
    if command.locked_through:
        _lock_again(books, _month(command.locked_through, books), command.reason)
    books.make(restoration=number, locked_through=command.locked_through)


def _month(text: str, books: Books) -> str:
    try:
        month = Month.parse(text)
    except ValueError as error:
        raise NotAMonth("locked_through", text) from error
    if month.last > books.today:
        raise MonthNotOver(month.iso, books.today)
    return month.iso


def _lock_again(books: Books, locked: str, reason: str) -> None:
    """The lock holds on this path too (feature 73); a later closing of the copy stays."""
    before = latest_closing(books)
    if before is None or (before.locked_through or "") < locked:
        closed = max(locked, (before.closed_through if before else None) or "")
        shut_months(books, "restore", closed, locked, reason)
