"""Copies seen and restored from the first window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.app.folders import documents
from desktop.app.unlocking import Unlocking
from desktop.parts.ask import Ask
from desktop.session.screen import Opens
from desktop.shell.choices import CopyRow, RestoreCopy
from desktop.shell.restore_dialog import RestoreDialog
from desktop.shell.start import StartWindow
from ledger.book import Book, Secret
from reports.words.restoring import lists_unread, locked_again
from reports.words.voice import Voice

if TYPE_CHECKING:
    from ledger.book.copies import RestoredBook


def ask_for_copy(voice: Voice, shows: Opens, start: StartWindow) -> RestoreCopy | None:
    """Let somebody choose a copy of those in a folder; None when nobody wants to."""
    dialog = RestoreDialog(
        voice,
        Ask(start, voice),
        looks=Copies(start.user.words()).looks,
        start=documents(),
        parent=start,
    )
    shows(dialog)
    dialog.deleteLater()
    return dialog.wish


def tell_lists(start: StartWindow, voice: Voice, made: RestoredBook) -> None:
    """Say which months were locked again, and that a list which tells such things is spoilt."""
    if made.locked_through:
        Ask(start, voice).tell(lambda said: locked_again(made.locked_through, said))
    if made.unread:
        Ask(start, voice).tell(lambda said: lists_unread(made.unread, said))


@dataclass(frozen=True, slots=True)
class Copies:
    """What a user may see of copies, with the passphrase that was typed."""

    user: str

    def looks(self, folder: Path, passphrase: str) -> tuple[Sequence[CopyRow], int]:
        """The copies of a folder that can be restored, and how many files are none."""
        from ledger.book.copy_preview import previews

        found, spoilt = previews(folder, _secret(self.user, passphrase))
        rows = [
            CopyRow(one.file, one.name_th, one.name_en, one.on, one.last_receipt) for one in found
        ]
        return rows, spoilt

    def restores(self, wish: RestoreCopy) -> RestoredBook:
        """Make the book from the copy.

        Raises:
            Refusal: the copy is not whole, or the place is taken.
        """
        from ledger.book.copies import restore

        return restore(
            wish.folder,
            wish.path,
            reason=wish.reason,
            name=wish.file,
            stub=wish.stub,
            secret=_secret(self.user, wish.passphrase),
        )


def _secret(user: str, words: str) -> Secret:
    """A passphrase, or the code of the recovery sheet where all are forgotten with the PC."""
    from ledger.domain.recovery import key_from
    from ledger.domain.refusals import Refusal

    try:
        return Secret(user, data_key=key_from(words))
    except Refusal:  # nobody's passphrase is nineteen groups with the right check letters
        return Secret(user, words)


def opened_again(made: Path, wish: RestoreCopy, user: str) -> Book | None:
    """The restored book, where the passphrase of its copy opens it."""
    unlocking = Unlocking(made, user)
    if wish.passphrase and unlocking.opens(user, wish.passphrase) is None:
        return unlocking.book
    return None
