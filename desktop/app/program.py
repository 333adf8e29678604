"""The program while it runs: from the first window to an open book and back.

What only the first window and the dialogs of passphrases need is loaded with them.
"""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.areas import areas
from desktop.app.keeping import keep_preferences
from desktop.app.looking_over import look_over, open_or_look, remember_how_far
from desktop.app.own_copies import OwnCopies
from desktop.app.saying import making, restoring, says, speak
from desktop.app.warming import WarmUp
from desktop.catalogue import GettextTranslator
from desktop.parts.ask import Ask
from desktop.parts.look import Look, load_font
from desktop.session import Session
from desktop.session.looking import change_look
from desktop.session.preferences import Preferences, place_of, preferences_from
from desktop.session.screen import Opens, show_dialog
from desktop.shell.choices import OFFICE_ENDING
from desktop.shell.remembered import remember_in, remembered_in
from desktop.shell.window import Window
from desktop.tasks import Running, Tasks
from ledger.book import Book
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.keys import KeysLost, PassphraseMissing
from reports.words.voice import Voice

if TYPE_CHECKING:
    from desktop.app.offices import Offices
    from desktop.shell.choices import Choice, NewBook, Practise, RestoreCopy
    from desktop.shell.start import StartWindow
    from ledger.book.copies import RestoredBook
    from ledger.book.pin import SessionPin


class Program(QObject):
    """Holds the window that is open: the first one, or that of a book."""

    def __init__(self, app: QApplication, folder: Path, practice: Path) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder
        self._practice = practice
        self._remembered = remembered_in(folder)
        self.preferences = self._remembered.preferences
        self._translator = GettextTranslator(self.voice)
        self._tasks = Tasks(self)
        self._making: Running | None = None
        self.shows: Opens = show_dialog
        self.start_window: StartWindow | None = None
        self.window: Window | None = None
        self.offices: Offices | None = None
        self.copies: OwnCopies | None = None
        load_font()
        self._translator.install(app)
        self._apply_look()

    @property
    def voice(self) -> Voice:
        return self.preferences.voice

    def start(self, path: Path | None) -> None:
        """Open this book, or let somebody choose one."""
        if path is None or not self.open(path, user=self._remembered.user or getpass.getuser()):
            self.choose()
        self._tasks.let_collect()

    def choose(self) -> StartWindow:
        """Show the first window."""
        if self.start_window is None:
            from desktop.app.wishes import Wishes
            from desktop.shell.start import StartWindow

            wishes, ask = Wishes(self), Ask(None, self.voice)
            made = StartWindow(
                self._remembered, self.voice, ask, wishes.book, wishes.copy, wishes.office
            )
            made.chosen.connect(self.take)
            made.language_asked.connect(lambda: self.prefer(self.preferences.in_other_language()))
            made.resize(820, 620)
            self.start_window = made
        self.start_window.show()
        return self.start_window

    def take(self, choice: Choice) -> None:
        """Do what was chosen on the first window."""
        from desktop.shell.choices import NewBook, NewOffice, OpenBook, RestoreCopy

        user = self.choose().user.words()
        if isinstance(choice, OpenBook):
            self.open(choice.path, user=user)
        elif isinstance(choice, NewBook):
            self._found(choice, user)
        elif isinstance(choice, NewOffice):
            self._offices().found(choice, user)
        elif isinstance(choice, RestoreCopy):
            self._restore(choice, user)
        else:
            self._open_practice(choice, user)

    def open(self, path: Path, *, user: str) -> bool:
        """Open a book and show its window; a refusal is said on the first window."""
        if path.suffix == OFFICE_ENDING:
            return self._offices().open(path.absolute(), user)
        try:
            book = open_or_look(path.absolute(), user)
        except (PassphraseMissing, KeysLost) as locked:
            return self._open_encrypted(path.absolute(), user, locked)
        except Refusal as refusal:
            self.choose().show_trouble(says(refusal))
            return False
        self._show_book(book, user)
        return True

    def _open_encrypted(self, path: Path, user: str, why: Refusal) -> bool:
        """Ask for the passphrase, or without a key file for the code of the recovery sheet."""
        from desktop.app.unlocking import Unlocking

        unlocking, lost = Unlocking(path, user), why if isinstance(why, KeysLost) else None
        book = unlocking.ask(self.voice, self.shows, self.choose(), lost)
        if book is not None:
            self._show_book(book, unlocking.user, unlocking.pin)
        return book is not None

    def prefer(self, preferences: Preferences) -> None:
        """Follow a reader's choice in every window, and remember it."""
        self._follow(preferences)
        self._remembered = self._remembered.with_preferences(preferences)
        remember_in(self._folder, self._remembered)

    def _follow(self, preferences: Preferences) -> None:
        before, self.preferences = self.preferences, preferences
        if (before.percent, before.dark) != (preferences.percent, preferences.dark):
            self._apply_look()
        if before.language != preferences.language:
            self._translator.set_voice(self.voice)
            for window in self._app.topLevelWidgets():
                speak(window, self.voice)
        if self.offices is not None:
            self.offices.prefer(preferences)
        if self.window is not None:
            self.window.prefer(preferences)
            keep_preferences(self.window.session, preferences)

    def wind_up(self) -> None:
        """Let running work end, close the book, and leave Qt without a translator of ours."""
        self._tasks.wind_up()
        self._translator.take_out()
        if self.offices is not None:
            self.offices.close()
        if self.window is not None:
            remember_how_far(self.window.session, self._folder)
            self.window.session.close()
            self.window = None

    def _show_book(self, book: Book, user: str, pin: SessionPin | None = None) -> Window:
        session = Session(book, self._tasks)
        self.copies = None if session.looks_only else OwnCopies(session)
        window = self._show_session(session, user, pin)
        look_over(session, lambda: self.window, self._folder)
        return window

    def _other_user(self) -> None:
        """Somebody else sits down; the book stays open and gets a window of hers."""
        from desktop.shell.switching import ask_user

        before = self.window
        user = None if before is None else ask_user(before.session, before.asks)
        if before is None or user is None:
            return
        self._show_session(before.session, user).status.show_look(before.status.look)
        before.close()
        before.deleteLater()

    def _show_session(self, session: Session, user: str, pin: SessionPin | None = None) -> Window:
        kept = session.drafts(place_of(user))
        self._follow(preferences_from(kept, self.preferences))
        self._tasks.hold_back()
        window = Window(session, areas(), self.preferences, Ask(None, self.voice))
        window.preferred.connect(self.prefer)
        window.left.connect(self._leave)
        window.user_asked.connect(self._other_user)
        if self.copies is not None:
            self.copies.watch(window)
        if session.encrypted:
            from desktop.app.locking import Locker

            Locker(window, pin, self.shows, self._leave)
        self.window = window
        window.resize(1366, 768)
        self.opened(window, session.path, user)
        WarmUp(self._tasks, window)
        return window

    def opened(self, window: QWidget, path: Path, user: str) -> None:
        """Another window is there now: show it, remember what it opened, and choose no more."""
        before, chosen = self._remembered, self._remembered.with_preferences(self.preferences)
        self._remembered = chosen.with_opened(path, user=user)
        if before != self._remembered:
            remember_in(self._folder, self._remembered)
        window.showMaximized()
        if self.start_window is not None:
            self.start_window.close()
            self.start_window.deleteLater()
            self.start_window = None

    def _offices(self) -> Offices:
        """What knows how to open a network office; loaded with the first one."""
        from desktop.app.offices import Offices

        self.offices = self.offices or Offices(self, self._tasks)
        return self.offices

    def _leave(self) -> None:
        """Close the book and choose another one."""
        if self.copies is not None and self.copies.closes(self._leave):
            return
        self.choose()
        if self.window is not None:
            before, self.window, self.copies = self.window, None, None
            before.close()
            remember_how_far(before.session, self._folder)
            before.session.close()
            before.deleteLater()

    def _found(self, choice: NewBook, user: str) -> None:
        from desktop.app.founding import hand_over_sheet, name_founder

        try:
            book = Book.found(choice.path, choice.command, user=user, passphrase=choice.passphrase)
            name_founder(book)
        except Refusal as refusal:
            self.choose().show_trouble(says(refusal))
        else:
            window = self._show_book(book, user)
            if choice.passphrase:
                hand_over_sheet(window, self.voice, self.shows)

    def _open_practice(self, choice: Practise, user: str) -> None:
        from desktop.app.making import PRACTICE, make_practice

        path = self._practice / PRACTICE
        if path.exists() and not choice.anew:
            self.open(path, user=user)
            return
        start = self.choose()
        self._making = self._tasks.in_background(
            lambda _work: make_practice(self._practice),
            then=lambda made: self._practice_made(made, user),
            failed=self._not_made,
            progress=start.progress.show_step,
            cancelled=start.show_done,
        )
        start.show_progress(making, self._making.cancel)

    def _restore(self, wish: RestoreCopy, user: str) -> None:
        from desktop.app.restoring import Copies

        start = self.choose()
        self._making = self._tasks.in_background(
            lambda _work: Copies(user).restores(wish),
            then=lambda made: self._restored(made, wish, user),
            failed=self._not_made,
            progress=start.progress.show_step,
            cancelled=start.show_done,
        )
        start.show_progress(restoring, self._making.cancel)

    def _restored(self, restored: RestoredBook, wish: RestoreCopy, user: str) -> None:
        from desktop.app.restoring import opened_again, tell_lists

        self.choose().show_done()
        tell_lists(self.choose(), self.voice, restored)
        book = opened_again(made := Path(restored.path), wish, user)
        if book is None:
            self.open(made, user=user)
        else:
            self._show_book(book, user)

    def _practice_made(self, path: Path, user: str) -> None:
        self.choose().show_done()
        self.open(path, user=user)

    def _not_made(self, trouble: BaseException) -> None:
        self.choose().show_done()
        if not isinstance(trouble, Refusal):
            raise trouble
        self.choose().show_trouble(says(trouble))

    def _apply_look(self) -> None:
        change_look(self._app, Look(self.preferences.percent, self.preferences.dark))
