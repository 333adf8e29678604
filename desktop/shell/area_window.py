"""A window of areas, of a book or a network office: the list at the left, and a frame around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.parts.ask import Asks
from desktop.parts.page import Page
from desktop.parts.words import Says, retell
from desktop.session.area_screen import AreaScreen
from desktop.session.jobs import Job
from desktop.session.places import Place
from desktop.session.preferences import Preferences
from desktop.session.working import Working
from desktop.shell.areas import Shown
from desktop.shell.navigation import Navigation
from desktop.shell.resting_stack import RestingStack
from desktop.shell.room import Room
from desktop.shell.search_box import SearchBox
from desktop.shell.status_line import StatusLine
from desktop.shell.top_bar import TopBar
from desktop.shell.way_back import Step, WayBack, step_from
from ledger.domain.refusals import Refusal
from reports.words.refused import sentence
from reports.words.voice import Voice

if TYPE_CHECKING:
    from desktop.shell.offers import Offer


class AreaWindow(QWidget):
    """Shows one area at a time; a screen is built when it is first seen.

    ``preferred`` carries the Preferences that somebody asked for; ``left`` says that another file
    is wanted. Whoever derives from it says what is found, how screens are built and what the frame
    says, and calls ``lay_out`` and ``wire`` once its own parts are there.
    """

    preferred = Signal(object)
    left = Signal()

    def __init__(
        self,
        areas: Sequence[Shown],
        preferences: Preferences,
        ask: Asks,
        *,
        tip: Says | None = None,
        name: Says | None = None,
    ) -> None:
        super().__init__()
        self.preferences = preferences
        self.asks = ask
        self._shown = {area.name: area for area in areas}
        self._screens: dict[str, AreaScreen] = {}
        self._pages: dict[str, Page] = {}
        self._way = WayBack()
        voice = preferences.voice
        self.search = SearchBox(self.look_for, voice, tip=tip, name=name)
        self.top = TopBar(voice, self.search)
        self.navigation = Navigation(areas, voice)
        self.stack = RestingStack()
        self.status = StatusLine(voice)

    # ── what each window says for itself ────────────────────────────────────────────────────────

    def look_for(self, typed: str) -> Sequence[Offer]:
        """What the typed text may mean."""
        raise NotImplementedError

    def build(self, name: str, page: Page) -> AreaScreen:
        """The screen of an area, put on its page."""
        raise NotImplementedError

    # ── areas, and the way between them ─────────────────────────────────────────────────────────

    @property
    def voice(self) -> Voice:
        return self.preferences.voice

    def screen_of(self, name: str) -> AreaScreen:
        """The screen of an area, built on first use."""
        if name not in self._screens:
            page = self._pages[name] = Page()
            page.body.setContentsMargins(0, 0, 0, 0)
            made = self._screens[name] = self.build(name, page)
            made.go_to.connect(self.go_to)
            self.stack.addWidget(page)
        return self._screens[name]

    def go_to(self, place: Place) -> None:
        """Show an area, and in it the thing that is meant."""
        if place.area not in self._shown:
            return
        if self._screens:
            self._way.note(self._step())
        shown = self._show_area(place.area)
        if place.key is not None:
            shown.open_at(place.key)
        shown.take_keyboard()
        self.top.back.setEnabled(bool(self._way))

    def go_back(self) -> None:
        """To the area before, with what was open there."""
        if not self._way:
            return
        step = self._way.last()
        shown = self._show_area(step.area)
        shown.go_back_to(step.opened)
        if not step.give_keyboard():
            shown.take_keyboard()
        self.top.back.setEnabled(bool(self._way))

    def _show_area(self, name: str) -> AreaScreen:
        shown = self.screen_of(name)
        self.stack.setCurrentWidget(self._pages[name])
        self.navigation.show_area(name)
        return shown

    def _step(self) -> Step:
        # The list at the left may stand on the next area already.
        area = next(one for one, page in self._pages.items() if page is self.stack.currentWidget())
        return step_from(area, self._screens[area])

    def _chosen(self, name: str) -> None:
        if self.stack.currentWidget() is not self._pages.get(name):
            self.go_to(Place(name))

    # ── how it is read ──────────────────────────────────────────────────────────────────────────

    def set_voice(self, voice: Voice) -> None:
        name = self.top.name.text()
        self.setWindowTitle(f"{name} · {voice.tr('Satcha')}" if name else voice.tr("Satcha"))

    def prefer(self, preferences: Preferences) -> None:
        """Follow a reader's choice at once; whatever is being typed stays."""
        before, self.preferences = self.preferences, preferences
        self.top.show_preferences(preferences)
        if before.voice != preferences.voice:
            retell(self, preferences.voice)
            self.asks.set_voice(preferences.voice)
            self.set_voice(preferences.voice)

    def other_language(self) -> None:
        self.preferred.emit(self.preferences.in_other_language())

    def larger(self) -> None:
        self.preferred.emit(self.preferences.larger())

    def smaller(self) -> None:
        self.preferred.emit(self.preferences.smaller())

    def other_brightness(self) -> None:
        self.preferred.emit(self.preferences.in_other_light())

    def show_refusal(self, refusal: Refusal) -> None:
        self.asks.tell(lambda voice: sentence(refusal, voice))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        area = self.navigation.area
        if keys == (Qt.Key.Key_F12, False):
            self.other_language()
        elif keys == (Qt.Key.Key_F1, False):
            self._screens[area].explain()
        elif keys in {(Qt.Key.Key_Plus, True), (Qt.Key.Key_Equal, True)}:
            self.larger()
        elif keys == (Qt.Key.Key_Minus, True):
            self.smaller()
        elif event.matches(QKeySequence.StandardKey.New) and self.stack.isEnabled():
            self._shown[area].press_new(self._screens[area])
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.search.offers.hide()
        super().closeEvent(event)

    # ── the frame ───────────────────────────────────────────────────────────────────────────────

    def lay_out(self, *bands: QWidget) -> None:
        """Put the parts in their places, with bands over the whole width below the top bar."""
        line = QFrame()
        line.setFrameShape(QFrame.Shape.VLine)
        middle = QHBoxLayout()
        middle.addWidget(self.navigation)
        middle.addWidget(line)
        middle.addWidget(self.stack, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for part in (self.top, *bands):
            rows.addWidget(part)
        rows.addLayout(middle, 1)
        rows.addWidget(self.status)
        Room(self, self.top, self.navigation, self.status)

    def wire(self, session: Working) -> None:
        """Follow the keys and buttons of the frame, and the long work of the session."""
        self._works = session
        self.navigation.chosen.connect(self._chosen)
        self.search.go_to.connect(self.go_to)
        session.refused.connect(self.show_refusal)
        session.began.connect(self._began)
        session.stepped.connect(self.status.progress.show_step)
        session.ended.connect(self._ended)
        self.top.language_asked.connect(self.other_language)
        self.top.larger_asked.connect(self.larger)
        self.top.smaller_asked.connect(self.smaller)
        self.top.brightness_asked.connect(self.other_brightness)
        self.top.leave_asked.connect(self.left)
        self.top.back_asked.connect(self.go_back)

    def _began(self, job: Job) -> None:
        self.status.begin(job)
        if job.alone:
            self.stack.rest()
            self._let_rest(resting=True)
            self.status.progress.stop.setFocus()

    def _ended(self) -> None:
        # Others may have been waiting before: what is over need not be what is shown.
        if not self._works.shows:
            self.status.end()
        if not self._works.held:
            self._let_rest(resting=False)
            self.stack.go_on()

    def _let_rest(self, *, resting: bool) -> None:
        """What asks the file waits with the screens: the window would stand still with it."""
        self.navigation.setEnabled(not resting)
        self.top.let_rest(resting=resting, can_go_back=bool(self._way))
