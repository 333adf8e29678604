"""Locking the window of an encrypted book: when asked, when nobody does anything, after sleep."""

from __future__ import annotations

import time
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.app.looking_over import open_or_look
from desktop.parts.words import Label, Says
from desktop.session.screen import Opens
from desktop.shell.band import lock_comes
from desktop.shell.locked_dialog import LockedDialog
from desktop.shell.window import Window
from ledger.book import Secret
from ledger.book.pin import SessionPin
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.keys import PassphraseMissing
from ledger.queries.standing import ActStamp, stamp_of
from reports.words.findings import behind_sentence
from reports.words.voice import Voice

WARNING_SECONDS = 30
_SECOND = 1000
_BUSY_PAUSE = 500  # milliseconds
_TICK = 5 * _SECOND
SLEPT = 60  # seconds without a tick: the lid was closed, and minutes do not run while a PC sleeps
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


def seconds_now() -> int:
    """By the clock on the wall, which goes on while the PC sleeps."""
    return time.time_ns() // 1_000_000_000


class Locker(QObject):
    """Closes the book and covers what is seen; behind the cover everything stays as it was."""

    def __init__(
        self, window: Window, pin: SessionPin | None, shows: Opens, leave: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._window, self._pin, self._shows, self._leave = window, pin, shows, leave
        self._session = window.session
        self.strip: Strip | None = None
        self.warning, self.closing = QTimer(self), QTimer(self)
        for timer, then in ((self.warning, self.warn), (self.closing, self.lock)):
            timer.setSingleShot(True)
            timer.timeout.connect(then)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
            self._watch(app.focusWindow())
        window.top.lock_asked.connect(self.lock)
        self.awake, self._ticked = QTimer(self), seconds_now()
        self.awake.timeout.connect(self.tick)
        self.awake.start(_TICK)
        self.touched()

    def tick(self) -> bool:
        """Whether the PC slept since the last tick; whoever wakes it has to say who it is."""
        before, self._ticked = self._ticked, seconds_now()
        slept = self._ticked - before >= SLEPT
        if slept:
            self.lock()
        return slept

    def touched(self) -> None:
        """Somebody is there: the minutes begin anew."""
        self.closing.stop()
        self._say_lock_comes(comes=False)
        minutes = self._window.preferences.lock_minutes
        self.warning.start((minutes * 60 - WARNING_SECONDS) * _SECOND)

    def warn(self) -> None:
        """Nobody did anything for long; a key or a click now keeps the book open."""
        self._say_lock_comes(comes=True)
        self.closing.start(WARNING_SECONDS * _SECOND)

    def lock(self) -> None:
        """Close the book, forget its key, and ask for it; long work is waited for."""
        if self._session.locked:
            return
        if self._session.busy:
            self.closing.start(_BUSY_PAUSE)
            return
        self.warning.stop()
        self.closing.stop()
        before = self._session.ask(stamp_of, None)
        self._session.lock()
        covers = [Cover(one, self._window.voice) for one in _seen()]
        try:
            dialog = self._ask()
        finally:
            for cover in covers:
                cover.take_away()
        if not dialog.result():
            self._leave()
            return
        self._window.prefer_lock_minutes(dialog.minutes.picked())
        dialog.deleteLater()
        self._look_again(before)
        self.touched()

    def _look_again(self, before: ActStamp) -> None:
        """Show what was booked meanwhile, and say so where an older file lies there now."""
        now = self._session.ask(stamp_of, None)
        if now != before:
            self._window.ask_again()
        if self._session.ask(stamp_of, before.number) != before:
            self._window.asks.tell(
                lambda voice: behind_sentence(now.number, before.number, "", voice)
            )

    def _say_lock_comes(self, *, comes: bool) -> None:
        """On the window, and on the form above it, which would hide what the window says."""
        self._window.say_lock_comes(comes=comes)
        if self.strip is not None and shiboken6.isValid(self.strip):
            self.strip.take_away()
        form = QApplication.activeModalWidget()
        self.strip = Strip(form, self._window) if comes and form is not None else None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES and not self._session.locked:
            if self.tick():
                return True  # what woke the PC is no word for the book
            self.touched()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _ask(self) -> LockedDialog:
        dialog = LockedDialog(
            self._window.voice,
            user=self._session.user,
            minutes=self._window.preferences.lock_minutes,
            opens=self._by_passphrase,
            by_pin=self._by_pin if self._pin is not None else None,
            parent=self._window,
        )
        dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._shows(dialog)
        return dialog

    def _by_passphrase(self, passphrase: str) -> Refusal | None:
        return self._opened(lambda: Secret(self._session.user, passphrase))

    def _by_pin(self, pin: str) -> Refusal | None:
        held = self._pin
        if held is None:
            return None
        refusal = self._opened(lambda: held.secret(pin))
        if not held.left or isinstance(refusal, PassphraseMissing):  # it keeps an old key
            self._pin = None
        return refusal

    def _opened(self, secret: Callable[[], Secret]) -> Refusal | None:
        try:
            self._session.unlock(open_or_look(self._session.path, secret=secret()))
        except Refusal as refusal:
            return refusal
        return None


class Cover(QWidget):
    """Lies over a window so that nothing of it is read; what is below is not touched."""

    def __init__(self, below: QWidget, voice: Voice) -> None:
        super().__init__(below)
        self.setAutoFillBackground(True)
        self.said = Label(self._says(), voice, heading=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self.said)
        below.installEventFilter(self)
        self._lie_over(below)
        self.raise_()
        self.show()

    def _says(self) -> Says:
        return lambda voice: voice.tr("Locked")

    def _lie_over(self, below: QWidget) -> None:
        self.setGeometry(below.rect())

    def take_away(self) -> None:
        self.hide()
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._lie_over(watched)
        return super().eventFilter(watched, event)


class Strip(Cover):
    """Lies over the head of a form and says that the lock comes; what is below can be seen."""

    def __init__(self, form: QWidget, window: Window) -> None:
        super().__init__(form, window.voice)
        self.said.setStyleSheet(window.soon.styleSheet())
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._lie_over(form)

    @override
    def _says(self) -> Says:
        return lock_comes

    @override
    def _lie_over(self, below: QWidget) -> None:
        wide = below.width()
        self.setGeometry(0, 0, wide, self._rows.totalHeightForWidth(wide))


def _seen() -> list[QWidget]:
    """Every window that is seen; lists that popped up go."""
    while popup := QApplication.activePopupWidget():
        popup.close()
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]
