"""The open book copies itself off the main thread (feature 101): nobody has to think of it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.session import Session
from desktop.shell.window import Window
from desktop.tasks import Work
from ledger.domain.commands import Command
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.keys import BookLocked
from reports.words.backing_up import not_copied
from reports.words.voice import Voice

if TYPE_CHECKING:
    from ledger.book.copies import Begun

_MINUTE = 60_000
CATCHES_UP = 5 * _MINUTE  # after an opening, where the last closing left no copy
EVERY = 120 * _MINUTE  # of work (trust.md 6.3)
_CLOSINGS = frozenset({"closings", "fiscal_years"})


class OwnCopies(QObject):
    """Every two hours, around imports and closings, and when the book closes.

    What fails is said by the light of the backups and holds up nobody; a closing waits for its
    copy until somebody asks for it a second time.
    """

    written = Signal(object)  # a Begun, from whatever thread ran the command it comes before

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._window: Window | None = None
        self._writing, self._cleared = Lock(), False
        self._through = 0  # the newest act that a copy holds or will hold
        self._opened_at = session.newest_act()
        self._leaving = False
        self.over = False
        session.ahead = self.ahead
        session.changed.connect(self._changed)
        self.written.connect(self._prove, Qt.ConnectionType.QueuedConnection)
        self.catches_up, self.every = QTimer(self), QTimer(self)
        self.catches_up.setSingleShot(True)
        self.catches_up.timeout.connect(self.catch_up)
        self.every.timeout.connect(self.copy)
        self.catches_up.start(CATCHES_UP)
        self.every.start(EVERY)

    def watch(self, window: Window) -> None:
        """From now on this window says what fails, and waits for the last copy."""
        if self._window is not None:
            self._window.removeEventFilter(self)
        self._window = window
        window.installEventFilter(self)

    def ahead(self, command: Command) -> None:
        """Write a copy before what books much at once or shuts months; it is proved later."""
        from ledger.domain.copies import comes_ahead

        if not comes_ahead(command):
            return
        try:
            begun = self._begin()
        except Refusal as refusal:
            self.written.emit(refusal)
        else:
            if begun is not None:
                self.written.emit(begun)

    def copy(self) -> None:
        """Copy the book, if anything was booked since it last was."""
        if not self._session.locked:
            self._work(lambda _work: self._finished(self._begin()))

    def catch_up(self) -> None:
        """Copy what had been booked before this opening, if the last closing did not."""
        if not self._session.locked:
            self._work(lambda _work: self._finished(self._begin(until=self._opened_at)))

    def closes(self, then: Callable[[], object]) -> bool:
        """Begin the last copy and do ``then`` afterwards; False where the book may close now."""
        if self.over or self._session.locked or not self._wanted():
            return False
        if self._leaving:  # somebody does not want to wait
            self.over = True
            return False
        self._leaving = True

        def end(trouble: Refusal | None) -> None:
            if self.over:
                return
            self.over = True
            if trouble is not None and self._window is not None:
                self._window.asks.tell(lambda voice: not_copied(trouble, voice))
            then()

        self._session.work(
            lambda _work: self._finished(self._begin()),
            then=lambda _: end(None),
            failed=end,
            says=_last_copy,
            alone=True,
        )
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that is closed waits for the last copy."""
        if event.type() == QEvent.Type.Close and isinstance(watched, QWidget):
            if self.closes(lambda: QTimer.singleShot(0, watched, watched.close)):
                event.ignore()
                return True
            self.stop()
        return super().eventFilter(watched, event)

    def stop(self) -> None:
        """The book closes: nothing is copied and nobody told any more."""
        self.over, self._window = True, None
        self.catches_up.stop()
        self.every.stop()

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & _CLOSINGS:
            self.copy()
        if "fiscal_years" in topics:
            self._work(self._archived)

    def _prove(self, written: Begun | Refusal) -> None:
        if isinstance(written, Refusal):
            self._failed(written)
        else:
            self._work(lambda _work: self._finished(written))

    def _archived(self, _work: Work) -> bool:
        """A closed year is kept for ever, without names (trust.md 6.8)."""
        from ledger.exchange.yearly_archive import archive_year

        return self._session.with_book(archive_year)

    def _work(self, call: Callable[[Work], bool]) -> None:
        self._session.work(call, then=self._made, failed=self._failed)

    def _wanted(self, until: int | None = None) -> bool:
        """Whether a copy would hold more than the last one, and the user may note it."""
        from ledger.book.own_copies import copied_through, is_behind

        through = max(self._through, self._session.with_book(copied_through))
        up_to = {} if until is None else {"until": until}
        return self._session.with_book(lambda book: is_behind(book, through, **up_to)) and any(
            row.command == "record-backup" and row.allowed for row in self._session.may.rows
        )

    def _begin(self, until: int | None = None) -> Begun | None:
        from ledger.book.own_copies import begin_own, clear_own

        with self._writing:
            if not self._wanted(until):
                return None
            if not self._cleared:
                clear_own(self._session.path)
                self._cleared = True
            begun = self._session.with_book(begin_own)
            self._through = begun.copy.through_act
        return begun

    def _finished(self, begun: Begun | None) -> bool:
        """Prove what was written and note it; whether there was anything to copy."""
        from ledger.book.copies import finish, proved

        if begun is None:
            return False
        try:
            target = proved(begun)
            self._session.with_book(lambda book: finish(book, begun, target))
        except BaseException:
            self._through = 0
            raise
        return True

    def _made(self, any_: bool) -> None:  # noqa: FBT001 - the answer of the work
        if any_:
            self._tell(None)
            self._session.changed.emit(frozenset({"backups_taken"}))

    def _failed(self, refusal: Refusal) -> None:
        if not isinstance(refusal, BookLocked):
            self._tell(refusal)

    def _tell(self, trouble: Refusal | None) -> None:
        if self._window is not None:
            self._window.status.show_copying(trouble)


def _last_copy(voice: Voice) -> str:
    return voice.tr("Copying the book before it closes")
