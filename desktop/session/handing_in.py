"""The package of a month made from a button: sealed, signed with a key, noted, written."""

from __future__ import annotations

from pathlib import Path

from desktop.session.session import Session
from ledger.domain.days import Month
from ledger.domain.refusals import FolderUnwritable
from ledger.domain.refusals.people import SignatureMissing
from ledger.exchange.package import Sealed, hand_in, seal
from reports.render.whole_file import whole_file


def hand_in_to(session: Session, month: Month, folder: Path) -> Path:
    """Write the package of a closed month into a folder; the chain knows of it before it is there.

    Raises:
        MonthNotClosed, NotAllowed, SignatureMissing, FolderUnwritable …: why there is none.
    """
    signing = ""
    try:
        sealed = session.with_book(lambda book: seal(book, month))
    except SignatureMissing as missing:
        signing = session.second_person.sign(missing)
        if not signing:
            raise
        sealed = session.with_book(lambda book: seal(book, month, signing=signing))
    path = folder / sealed.name
    try:
        with whole_file(path, lambda: _note(session, sealed, signing)) as out:
            out.write(sealed.content)
    except OSError as error:
        raise FolderUnwritable(str(folder)) from error
    session.changed.emit(frozenset({"handed_in"}))
    return path


def _note(session: Session, sealed: Sealed, signing: str) -> None:
    session.with_book(lambda book: hand_in(book, sealed, signing=signing))
