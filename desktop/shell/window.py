"""The window of an open book: areas on the left, the chosen screen, and what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.parts.ask import Asks
from desktop.parts.look import DARK, LIGHT
from desktop.parts.page import Page
from desktop.parts.words import Label, nothing, retell
from desktop.session import Place, Session
from desktop.session.allowing import others_said
from desktop.session.jobs import Job
from desktop.session.preferences import Preferences
from desktop.session.screen import Screen, keep_typed
from desktop.session.second_person import SecondPerson
from desktop.shell.areas import Area
from desktop.shell.asking import frame
from desktop.shell.band import band_said, lock_comes
from desktop.shell.lights import ask_for_lights
from desktop.shell.navigation import Navigation
from desktop.shell.resting_stack import RestingStack
from desktop.shell.room import Room
from desktop.shell.search_box import SearchBox
from desktop.shell.status_line import StatusLine
from desktop.shell.top_bar import TopBar
from desktop.shell.way_back import Step, WayBack, step_from
from ledger.domain.days import Month
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.approving import ApprovalNeeded
from ledger.domain.refusals.people import SignatureMissing
from reports.words.refused import sentence
from reports.words.voice import Voice

if TYPE_CHECKING:
    from desktop.shell.offers import Offer

Prefers = Callable[[Preferences], None]


class Window(QWidget):
    """Shows one area at a time; a screen is built when it is first seen.

    ``preferred`` carries the Preferences that somebody asked for; ``left`` says that another book
    is wanted, ``user_asked`` that somebody else sits down. What the user may not do is not shown.
    """

    preferred = Signal(object)
    left = Signal()
    user_asked = Signal()

    def __init__(
        self, session: Session, areas: Sequence[Area], preferences: Preferences, ask: Asks
    ) -> None:
        super().__init__()
        self.session = session
        self.preferences = preferences
        self.asks = ask
        self._may = session.may
        self._allowed = frozenset(row.command for row in self._may.rows if row.allowed)
        areas = [area for area in areas if area.is_for(self._allowed)]
        self._areas = {area.name: area for area in areas}
        self._screens: dict[str, Screen] = {}
        self._pages: dict[str, Page] = {}
        self._way = WayBack()
        voice = preferences.voice
        self.search = SearchBox(self._find, voice)
        self.top = TopBar(voice, self.search)
        self.band = Label(nothing, voice)
        self.soon = Label(lock_comes, voice)
        self.soon.hide()
        self.navigation = Navigation(areas, voice)
        self.stack = RestingStack()
        self.status = StatusLine(voice)
        self._lay_out()
        self._wire()
        self.set_voice(voice)
        self._draw_frame()
        self.go_to(Place(areas[0].name))

    @property
    def voice(self) -> Voice:
        return self.preferences.voice

    def screen_of(self, name: str) -> Screen:
        """The screen of an area, built on first use."""
        if name not in self._screens:
            made = self._areas[name].build(self.session, self.voice, self.asks)
            made.go_to.connect(self.go_to)
            kept = self._areas[name].forbid(made, self._allowed)
            self._screens[name] = made
            self._pages[name] = Page()
            self._pages[name].body.setContentsMargins(0, 0, 0, 0)
            self._pages[name].body.addWidget(made, 1)
            if kept and not self.session.looks_only:  # whoever misses a button reads who has it
                self._pages[name].body.addWidget(Label(others_said(kept), self.voice))
            self.stack.addWidget(self._pages[name])
        return self._screens[name]

    def go_to(self, place: Place) -> None:
        """Show an area, and in it the thing that is meant."""
        if place.area not in self._areas:
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

    def _show_area(self, name: str) -> Screen:
        shown = self.screen_of(name)
        self.stack.setCurrentWidget(self._pages[name])
        self.navigation.show_area(name)
        return shown

    def _step(self) -> Step:
        # The list at the left may stand on the next area already.
        area = next(one for one, page in self._pages.items() if page is self.stack.currentWidget())
        return step_from(area, self._screens[area])

    def set_voice(self, voice: Voice) -> None:
        name = self.top.name.text()
        self.setWindowTitle(f"{name} · {voice.tr('Satcha')}" if name else voice.tr("Satcha"))

    def prefer(self, preferences: Preferences) -> None:
        """Follow a reader's choice at once; whatever is being typed stays."""
        before, self.preferences = self.preferences, preferences
        self.top.show_preferences(preferences)
        self._colour_band()
        if before.voice != preferences.voice:
            retell(self, preferences.voice)
            self.asks.set_voice(preferences.voice)
            self.set_voice(preferences.voice)

    def show_frame(self) -> None:
        """Ask anew what stands around the screens."""
        self._may = self.session.may
        self._draw_frame()

    def _draw_frame(self) -> None:
        found = self.session.ask(frame, today=Month.of(self.session.today))
        self.top.show_frame(found)
        self.set_voice(self.voice)
        self.top.show_user(self.session.user, self._may)
        self.top.show_preferences(self.preferences)
        self.status.show_act(found.letterhead.act)
        ask_for_lights(self.session, self.status)
        says = band_said(self.session, self._may, practice=found.letterhead.practice)
        self.band.say(says)
        self.band.setVisible(says is not nothing)

    def ask_again(self) -> None:
        """Ask everything anew, as when somebody else booked meanwhile."""
        self.show_frame()
        for screen in self._screens.values():
            screen.ask_again()

    def say_lock_comes(self, *, comes: bool) -> None:
        """Say that the book will be locked, or that it will not."""
        self.soon.setVisible(comes)

    def prefer_lock_minutes(self, minutes: object) -> None:
        if isinstance(minutes, int) and minutes != self.preferences.lock_minutes:
            self.preferred.emit(replace(self.preferences, lock_minutes=minutes))

    def show_refusal(self, refusal: Refusal) -> None:
        self.asks.tell(lambda voice: sentence(refusal, voice))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if keys == (Qt.Key.Key_F12, False):
            self.other_language()
        elif keys == (Qt.Key.Key_F1, False):
            self._screens[self.navigation.area].explain()
        elif keys in {(Qt.Key.Key_Plus, True), (Qt.Key.Key_Equal, True)}:
            self.larger()
        elif keys == (Qt.Key.Key_Minus, True):
            self.smaller()
        elif event.matches(QKeySequence.StandardKey.New):
            self._areas[self.navigation.area].press_new(self._screens[self.navigation.area])
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.search.offers.hide()
        keep_typed(self)
        super().closeEvent(event)

    def _find(self, typed: str) -> Sequence[Offer]:
        from desktop.shell.offers import find

        return self.session.ask(find, typed, today=self.session.today)

    def _colour_band(self) -> None:
        colours = DARK if self.preferences.dark else LIGHT
        for band in (self.band, self.soon):
            band.setStyleSheet(
                f"background: {colours.caution}; color: {colours.raised}; padding: 0.1em;"
            )

    def _lay_out(self) -> None:
        self._colour_band()
        for band in (self.band, self.soon):
            band.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.top.lock.setVisible(self.session.encrypted)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.VLine)
        middle = QHBoxLayout()
        middle.addWidget(self.navigation)
        middle.addWidget(line)
        middle.addWidget(self.stack, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.top)
        rows.addWidget(self.band)
        rows.addWidget(self.soon)
        rows.addLayout(middle, 1)
        rows.addWidget(self.status)
        Room(self, self.top, self.navigation, self.status)

    def _wire(self) -> None:
        self.navigation.chosen.connect(self._chosen)
        self.search.go_to.connect(self.go_to)
        self.session.changed.connect(self._on_changed)
        self.session.refused.connect(self.show_refusal)
        self.session.began.connect(self._began)
        self.session.stepped.connect(self.status.progress.show_step)
        self.session.ended.connect(self._ended)
        self.top.language_asked.connect(self.other_language)
        self.top.larger_asked.connect(self.larger)
        self.top.smaller_asked.connect(self.smaller)
        self.top.brightness_asked.connect(self.other_brightness)
        self.top.leave_asked.connect(self.left)
        self.top.user_asked.connect(partial(keep_typed, self))
        self.top.user_asked.connect(self.user_asked)
        self.top.back_asked.connect(self.go_back)
        self.session.second_person = SecondPerson(self._sign, self._wants_request)

    def other_language(self) -> None:
        self.preferred.emit(self.preferences.in_other_language())

    def larger(self) -> None:
        self.preferred.emit(self.preferences.larger())

    def smaller(self) -> None:
        self.preferred.emit(self.preferences.smaller())

    def other_brightness(self) -> None:
        self.preferred.emit(self.preferences.in_other_light())

    def _chosen(self, name: str) -> None:
        if self.stack.currentWidget() is not self._pages.get(name):
            self.go_to(Place(name))

    def _sign(self, missing: SignatureMissing) -> str:
        return self.asks.line(lambda voice: sentence(missing, voice), secret=True) or ""

    def _wants_request(self, needed: ApprovalNeeded) -> bool:
        return bool(needed.approvers) and self.asks.sure(
            lambda voice: sentence(needed, voice),
            yes=lambda voice: voice.tr("Ask for approval"),
        )

    def _on_changed(self, topics: frozenset[str]) -> None:
        if topics != {"desk"}:
            self.show_frame()

    def _began(self, job: Job) -> None:
        self.status.begin(job)
        if job.alone:
            self.stack.rest()

    def _ended(self) -> None:
        self.status.end()
        self.stack.go_on()
