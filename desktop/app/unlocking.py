"""Opening an encrypted book from the window: by passphrase, or by the recovery code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.app.looking_over import open_or_look
from desktop.parts.ask import Ask
from desktop.session.screen import Opens
from desktop.shell.network_open_dialog import NetworkOpenDialog
from desktop.shell.unlock_dialog import RecoverDialog, UnlockDialog
from ledger.book import Book, Secret
from ledger.book.pin import SessionPin
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.keys import KeysLost
from reports.words.voice import Voice


@dataclass(slots=True)
class Unlocking:
    """One encrypted book and whoever wants to open it; ``book`` is what came of it."""

    path: Path
    user: str
    book: Book | None = None
    pin: SessionPin | None = None

    def ask(
        self, voice: Voice, shows: Opens, parent: QWidget | None, lost: KeysLost | None = None
    ) -> Book | None:
        """Ask until the book is open or nobody wants to; with lost keys only for the code."""
        file, by_code = self.path.name, lost is not None
        if not by_code:
            asking = UnlockDialog(voice, file=file, user=self.user, opens=self.opens, parent=parent)
            shows(asking)
            self.user, by_code = asking.user.words() or self.user, asking.wants_recovery
            if self.book is not None and asking.pin.words():
                self.pin = SessionPin(asking.pin.words(), self.book.user, self.book.key)
            asking.deleteLater()
        if by_code:
            recovering = RecoverDialog(
                voice, file=file, user=self.user, recovers=self.recovers, why=lost, parent=parent
            )
            shows(recovering)
            if recovering.wants_network:
                self._ask_network(voice, shows, parent)
            recovering.deleteLater()
        return self.book

    def _ask_network(self, voice: Voice, shows: Opens, parent: QWidget | None) -> None:
        opening = NetworkOpenDialog(
            voice,
            file=self.path.name,
            user=self.user,
            asks=Ask(parent, voice),
            recovers=self.recovers_by_network,
            parent=parent,
        )
        shows(opening)
        opening.deleteLater()

    def opens(self, user: str, passphrase: str) -> Refusal | None:
        """Open the book; answers why not."""
        try:
            self.book = open_or_look(self.path, user, Secret(user, passphrase))
        except Refusal as refusal:
            return refusal
        self.user = user
        return None

    def recovers(self, code: str, user: str, passphrase: str) -> Refusal | None:
        """Give a new passphrase by the code, and open the book with it; answers why not."""
        from ledger.book.keyholding import recover
        from ledger.domain.recovery import key_from

        try:
            recover(self.path, key_from(code), user, passphrase)
        except Refusal as refusal:
            return refusal
        return self.opens(user, passphrase)

    def recovers_by_network(
        self, key: Path, words: str, user: str, passphrase: str
    ) -> Refusal | None:
        """Give a new passphrase by an office's key, and open the book with it; says why not."""
        from ledger.book.network_keys import recover_by_network

        try:
            recover_by_network(self.path, key, words=words, user=user, passphrase=passphrase)
        except Refusal as refusal:
            return refusal
        return self.opens(user, passphrase)
