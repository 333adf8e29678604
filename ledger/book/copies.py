"""Backup and restore: a copy counts only when it was opened, audited and read back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ledger.book import Book
from ledger.book.chance import SystemChance
from ledger.book.copy_list import LIST, Medium, listed, medium_of, write_list
from ledger.book.copy_places import troubles_there
from ledger.book.copy_proofs import copies_in, copy_file, head, prove, read_back, sum_of
from ledger.book.erased import kept_in_spite, note_erased_in
from ledger.book.locked import locked_later, locked_through, note_locked, unread_lists
from ledger.domain.refusals.copies import (
    CopyNotVerified,
    FolderIsBooksOwn,
    NoBackupThere,
    NoFolder,
    NotOutside,
    SeveralBooksThere,
)
from ledger.domain.rotation import BackedUp, Copy, dispensable
from ledger.storage import belonging
from ledger.storage.disks import Lies, in_cloud, lies
from ledger.storage.key_file import keys_of, settle_folder
from ledger.storage.key_ring import MOST_BYTES
from ledger.storage.last_receipt import last_receipt
from ledger.storage.moving import take_place
from ledger.storage.secret import Secret
from ledger.storage.tries import Door
from ledger.usecases.copying import DeclareRestore, RecordBackup

UNFINISHED = ".unfinished"
_LETTERS = 16  # of a medium's identity

__all__ = ["LIST", "Lies", "RestoredBook", "back_up", "copies_in", "in_cloud", "lies", "restore"]


@dataclass(frozen=True, slots=True)
class Begun:
    """A copy as the database wrote it: nobody has looked at it yet."""

    folder: Path
    unfinished: Path
    copy: Copy
    secret: Secret


@dataclass(frozen=True, slots=True)
class RestoredBook:
    """A book that goes on from a copy; ``act`` declares it, after the copy's ``last_receipt``.

    ``locked_through`` is the last month locked again, where the copy did not know it yet;
    ``unread`` are lists of what was erased and locked later that nobody can read.
    """

    path: str
    copy: Copy
    act: int
    last_receipt: str
    locked_through: str = ""
    unread: tuple[str, ...] = ()


def back_up(book: Book, folder: Path, *, medium: str = "", outside: bool = False) -> BackedUp:
    """Copy an open book into a folder, prove the copy, note it in both, and let old ones go.

    ``medium`` is what people call the stick or disk. ``outside`` says of a disk of which the
    system does not tell it that it is kept outside this PC.

    Raises:
        FolderIsBooksOwn, NotOutside, CopyNotVerified: the copy is none, or not where it is said.
        NoFolder, DiskFull, FolderUnwritable, StorageFailed: why it cannot be written.
    """
    own = book.path.absolute().parent.resolve()
    if folder.exists() and folder.resolve() == own:
        raise FolderIsBooksOwn(str(folder))
    if outside and lies(folder, book.path) is Lies.SAME_DISK:
        raise NotOutside(str(folder))
    if folder.is_dir():
        with troubles_there(folder):
            clear_unfinished(folder, book.path.stem)  # a stick that was pulled would fill up
    begun = begin(book, folder)
    return finish(book, begun, proved(begun), medium=medium, outside=outside)


def finish(
    book: Book, begun: Begun, target: Path, *, medium: str = "", outside: bool = False
) -> BackedUp:
    """Note a copy that was proved in its folder and in the book, and let old ones go."""
    folder, copy = begun.folder, begun.copy
    where = lies(folder, book.path)
    with troubles_there(folder):
        known = [one for one in listed(folder) if one.file != copy.file]
        named = _medium(folder, medium, outside=outside)
        write_list(folder, named, [*known, copy])
        note_erased_in(book, folder, copy.book)
        note_locked(folder, copy.book, book.ask(locked_through), book.today)
        removed = _let_go(folder, [*known, copy], book)
    carried = where is Lies.CARRIED or (where is Lies.OTHER_DISK and named.outside)
    outcome = book.run(
        RecordBackup(
            file=copy.file,
            medium=named.name,
            medium_id=named.identity,
            outside=carried,
            through_act=copy.through_act,
            fingerprint=copy.fingerprint,
            sha256=copy.sha256,
        )
    )
    book.bring_in()
    return BackedUp(copy, str(target), outcome.act, removed, carried)


def restore(  # noqa: PLR0913 - named at every call
    folder: Path,
    target: Path,
    *,
    reason: str,
    name: str = "",
    stub: str = "",
    secret: Secret | None = None,
) -> RestoredBook:
    """Make a new book from the longest whole copy in a folder, or from the one that is named.

    The folder is left as it is, and no file is ever written over. What was erased after the copy
    was made is erased again (trust.md 6.8).

    Raises:
        BookExists: there is a file at the target already.
        NoBackupThere, SeveralBooksThere, CopyNotVerified: what is wrong with the folder.
        UserNotRegistered, UserLocked, NotAllowed: the user may not restore the book in the copy.
    """
    belonging.check_free(target)
    secret = secret or Secret()
    copy = _chosen(folder, name, secret)
    unfinished = target.with_name(f".{target.name}{UNFINISHED}")
    with troubles_there(target.parent):
        belonging.clear(unfinished)  # of a restoration that was cut off
        try:
            copy_file(folder / copy.file, unfinished)
            if keys_of(folder / copy.file).exists():
                copy_file(keys_of(folder / copy.file), keys_of(unfinished), MOST_BYTES)
            prove(unfinished, copy, secret)
            act, last, locked = _declared(
                unfinished, (folder, target.parent), copy, secret, reason=reason, stub=stub
            )
            _move(unfinished, target)
            if secret.is_code:
                Door(target).by_sheet()
        finally:
            belonging.clear(unfinished)
    unread = unread_lists((folder, target.parent), copy.book)
    return RestoredBook(str(target), copy, act, last, locked, unread)


def _declared(  # noqa: PLR0913 - named at the call
    path: Path, places: tuple[Path, Path], copy: Copy, secret: Secret, *, reason: str, stub: str
) -> tuple[int, str, str]:
    """Say in the copy that it was restored, before it gets a name under which it could go on.

    What was erased and locked after the copy was made, as the lists in ``places`` tell, is erased
    and locked again. Answers the act, the last receipt, and through when the books are locked.
    """
    with Book.open(path, secret=secret) as book:
        last = book.ask(last_receipt)
        erased, texts = kept_in_spite(book, copy.book, places)
        locked = locked_later(book, *places, copy.book)
        outcome = book.run(
            DeclareRestore(
                through_act=copy.through_act,
                fingerprint=copy.fingerprint,
                reason=reason,
                last_receipt=last,
                stub=stub,
                erased=erased,
                erased_texts=texts,
                locked_through=locked,
            )
        )
    return outcome.act, last, locked


# ── making and proving ──────────────────────────────────────────────────────────────────────────


def begin(book: Book, folder: Path) -> Begun:
    """Let the database write the copy of this moment; only ``proved`` makes it one."""
    if folder.exists() and not folder.is_dir():
        raise NoFolder(str(folder))
    with troubles_there(folder):
        folder.mkdir(parents=True, exist_ok=True)
        act, fingerprint, identity = book.ask(head)
        name = f"{book.path.stem}-{act:06d}-{fingerprint[:12]}.satcha"
        unfinished = folder / f".{name}{UNFINISHED}"
        belonging.clear(unfinished)
        try:
            book.copy_to(unfinished)
        except BaseException:
            belonging.clear(unfinished)
            raise
        sum_, size = sum_of(unfinished)
    copy = Copy(name, identity, act, fingerprint, sum_, size, book.today)
    return Begun(folder, unfinished, copy, book.secret)


def proved(begun: Begun) -> Path:
    """Open and audit the copy as a stranger would, name it, and read it back; asks no book."""
    with troubles_there(begun.folder):
        try:
            prove(begun.unfinished, begun.copy, begun.secret)
            target = begun.folder / begun.copy.file
            _move(begun.unfinished, target)
            read_back(target, begun.copy)
            return target
        finally:
            belonging.clear(begun.unfinished)


def clear_unfinished(folder: Path, stem: str) -> None:
    """Take away copies of a book of that name that were broken off; they never were any."""
    broken_off = re.compile(rf"\.{re.escape(stem)}-\d{{6,}}-[0-9a-f]+\.satcha{UNFINISHED}.*")
    for path in folder.iterdir():
        if broken_off.fullmatch(path.name):
            belonging.clear(path)


def _medium(folder: Path, name: str, *, outside: bool) -> Medium:
    """The folder's medium under its name; where the list is new, it gets letters of its own."""
    before = medium_of(folder)
    if before is None:
        return Medium(SystemChance().letters(_LETTERS), name or str(folder), outside)
    return replace(before, name=name or before.name, outside=outside or before.outside)


def _move(unfinished: Path, target: Path) -> None:
    """Give a proved copy its name; its key file goes first, without which it opens for nobody."""
    if keys_of(unfinished).exists():
        take_place(keys_of(unfinished), keys_of(target))
    take_place(unfinished, target)
    settle_folder(target.parent)


def _let_go(folder: Path, copies: Sequence[Copy], book: Book) -> tuple[str, ...]:
    """Only what the list names is ever removed, and only copies of this book's own history.

    A copy with another head comes from a history that this one never had: it stays.
    """
    gone = dispensable([one for one in copies if is_of_history(one, book)])
    for one in gone:
        belonging.clear(folder / one.file)
    if gone:
        write_list(folder, medium_of(folder), [one for one in copies if one not in gone])
    return tuple(one.file for one in gone)


def is_of_history(copy: Copy, book: Book) -> bool:
    row = book.ask(
        lambda reader: reader.one(
            "SELECT fingerprint FROM acts WHERE number = ?", (copy.through_act,)
        )
    )
    return row is not None and str(row[0]) == copy.fingerprint


def _chosen(folder: Path, name: str, secret: Secret) -> Copy:
    found, spoilt = copies_in(folder, secret)
    if name:
        found = [one for one in found if one.file == name]
    if not found:
        raise NoBackupThere(str(folder), spoilt)
    if len({one.book for one in found}) > 1:
        raise SeveralBooksThere(str(folder), tuple(one.file for one in found))
    named = {one.file: one for one in listed(folder)}
    for one in reversed(found):
        kept = named.get(one.file, one)
        try:
            prove(folder / one.file, replace(one, sha256=kept.sha256), secret)
        except CopyNotVerified:
            spoilt += 1
        else:
            return kept
    raise NoBackupThere(str(folder), spoilt)
