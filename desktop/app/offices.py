"""The network office in the program: made or opened from the first window, and back to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from desktop.app.folders import documents
from desktop.app.office_areas import office_areas
from desktop.app.saying import says
from desktop.office.founding_dialog import OfficeDialog
from desktop.office.session import OfficeSession
from desktop.office.window import OfficeWindow
from desktop.parts.ask import Ask
from desktop.session.preferences import Preferences
from desktop.session.screen import Opens
from desktop.shell.choices import NewOffice
from desktop.shell.start import StartWindow
from desktop.shell.unlock_dialog import UnlockDialog
from desktop.tasks import Runs
from ledger.book import Secret
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.keys import PassphraseMissing
from ledger.network.office import Office
from reports.words.voice import Voice


def ask_for_office(voice: Voice, shows: Opens, start: QWidget) -> NewOffice | None:
    """Ask for everything that a new office begins with; None when nobody wants one."""
    dialog = OfficeDialog(voice, Ask(start, voice), documents(), start)
    shows(dialog)
    dialog.deleteLater()
    return dialog.made


@dataclass(slots=True)
class Opening:
    """An office's file and whoever wants to open it; ``office`` is what came of it."""

    path: Path
    user: str
    office: Office | None = None

    def ask(self, voice: Voice, shows: Opens, parent: QWidget) -> Office | None:
        """Open the file; an encrypted one asks for a passphrase until it opens or nobody wants to.

        Raises:
            Refusal: why it does not open, but for a passphrase.
        """
        try:
            self.office = Office.open(self.path, Secret(self.user))
        except PassphraseMissing:
            dialog = UnlockDialog(
                voice, file=self.path.name, user=self.user, opens=self.opens, parent=parent
            ).of_office()
            shows(dialog)
            dialog.deleteLater()
        return self.office

    def opens(self, user: str, passphrase: str) -> Refusal | None:
        """Open the file with what was typed; answers why not."""
        try:
            self.office = Office.open(self.path, Secret(user, passphrase))
        except Refusal as refusal:
            return refusal
        self.user = user
        return None


class Host(Protocol):
    """The program, as far as an office needs it."""

    shows: Opens
    preferences: Preferences

    def choose(self) -> StartWindow: ...

    def prefer(self, preferences: Preferences) -> None: ...

    def opened(self, window: QWidget, path: Path, user: str) -> None: ...


class Offices:
    """Makes and opens offices; ``window`` is that of the one that is open."""

    def __init__(self, host: Host, tasks: Runs) -> None:
        self._host = host
        self._tasks = tasks
        self.window: OfficeWindow | None = None

    def found(self, choice: NewOffice, user: str) -> None:
        """Make an office and show its window; a refusal is said on the first window."""
        words = choice.passphrase
        try:
            office = Office.new(choice.path, choice.name, user=user, passphrase=words)
        except Refusal as refusal:
            self._host.choose().show_trouble(says(refusal))
        else:
            self._show(office, user)

    def open(self, path: Path, user: str) -> bool:
        """Open an office and show its window; a refusal is said on the first window."""
        opening, start = Opening(path, user), self._host.choose()
        try:
            office = opening.ask(self._host.preferences.voice, self._host.shows, start)
        except Refusal as refusal:
            start.show_trouble(says(refusal))
            return False
        if office is not None:
            self._show(office, opening.user)
        return office is not None

    def prefer(self, preferences: Preferences) -> None:
        if self.window is not None:
            self.window.prefer(preferences)

    def close(self) -> None:
        """Close the office that is open, if one is."""
        if self.window is not None:
            before, self.window = self.window, None
            before.close()
            before.session.close()
            before.deleteLater()

    def _show(self, office: Office, user: str) -> None:
        session, preferences = OfficeSession(office, self._tasks), self._host.preferences
        window = OfficeWindow(session, office_areas(), preferences, Ask(None, preferences.voice))
        window.preferred.connect(self._host.prefer)
        window.left.connect(self._leave)
        window.resize(1366, 768)
        self.window = window
        self._host.opened(window, office.path, user)

    def _leave(self) -> None:
        self._host.choose()
        self.close()
