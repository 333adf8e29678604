"""The window of an open office: areas on the left, and around them the frame that books have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.office.finding import find
from desktop.office.screen import OfficeScreen
from desktop.office.session import OfficeSession
from desktop.office.state import Sight
from desktop.parts.ask import Asks
from desktop.parts.lamp import LampState
from desktop.parts.page import Page
from desktop.parts.words import Button, Says, retell
from desktop.session.jobs import Job
from desktop.session.places import Place
from desktop.session.preferences import Preferences
from desktop.shell.navigation import Navigation
from desktop.shell.offers import Offer
from desktop.shell.resting_stack import RestingStack
from desktop.shell.room import Room
from desktop.shell.search_box import SearchBox
from desktop.shell.status_line import StatusLine
from desktop.shell.top_bar import TopBar
from desktop.shell.way_back import Step, WayBack
from ledger.domain.refusals import Refusal
from reports.words.refused import sentence
from reports.words.voice import Voice

Build = Callable[[OfficeSession, Voice, Asks], OfficeScreen]


@dataclass(frozen=True, slots=True)
class OfficeArea:
    """One entry of the navigation; ``new`` is the button that Ctrl+N presses there."""

    name: str
    says: Says
    build: Build
    new: str = ""


class OfficeWindow(QWidget):
    """Shows one area at a time; ``preferred`` carries Preferences, ``left`` wants another file."""

    preferred = Signal(object)
    left = Signal()

    def __init__(
        self,
        session: OfficeSession,
        areas: Sequence[OfficeArea],
        preferences: Preferences,
        ask: Asks,
    ) -> None:
        super().__init__()
        self.session = session
        self.preferences = preferences
        self.asks = ask
        self._areas = {area.name: area for area in areas}
        self._screens: dict[str, OfficeScreen] = {}
        self._pages: dict[str, Page] = {}
        self._way = WayBack()
        voice = preferences.voice
        self.search = SearchBox(self._find, voice, tip=_tip, name=_search_name)
        self.top = TopBar(voice, self.search)
        self.navigation = Navigation(areas, voice)
        self.stack = RestingStack()
        self.status = StatusLine(voice)
        self._lay_out()
        self._wire()
        self._draw_frame()
        self.go_to(Place(areas[0].name))

    @property
    def voice(self) -> Voice:
        return self.preferences.voice

    def screen_of(self, name: str) -> OfficeScreen:
        """The screen of an area, built on first use."""
        if name not in self._screens:
            made = self._areas[name].build(self.session, self.voice, self.asks)
            made.go_to.connect(self.go_to)
            self._screens[name] = made
            self._pages[name] = Page()
            self._pages[name].body.setContentsMargins(0, 0, 0, 0)
            self._pages[name].body.addWidget(made, 1)
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
        """To the area before, with the month and the organisations that were looked at there."""
        if not self._way:
            return
        step = self._way.last()
        if isinstance(step.opened, Sight):
            self.session.look_at(step.opened)
        shown = self._show_area(step.area)
        if not step.give_keyboard():
            shown.take_keyboard()
        self.top.back.setEnabled(bool(self._way))

    def _show_area(self, name: str) -> OfficeScreen:
        shown = self.screen_of(name)
        self.stack.setCurrentWidget(self._pages[name])
        self.navigation.show_area(name)
        return shown

    def _step(self) -> Step:
        """What leads back to here."""
        # The list at the left may stand on the next area already.
        area = next(one for one, page in self._pages.items() if page is self.stack.currentWidget())
        keyboard = self.focusWidget()
        inside = self._screens[area].isAncestorOf(keyboard)
        return Step(area, self.session.sight, keyboard if inside else None)

    def set_voice(self, voice: Voice) -> None:
        self.setWindowTitle(f"{self.top.name.text()} · {voice.tr('Satcha')}")

    def prefer(self, preferences: Preferences) -> None:
        """Follow a reader's choice at once; whatever is being typed stays."""
        before, self.preferences = self.preferences, preferences
        self.top.show_preferences(preferences)
        if before.voice != preferences.voice:
            retell(self, preferences.voice)
            self.set_voice(preferences.voice)

    def show_refusal(self, refusal: Refusal) -> None:
        self.asks.tell(lambda voice: sentence(refusal, voice))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if keys == (Qt.Key.Key_F12, False):
            self._other_language()
        elif keys == (Qt.Key.Key_F1, False):
            self._screens[self.navigation.area].explain()
        elif keys in {(Qt.Key.Key_Plus, True), (Qt.Key.Key_Equal, True)}:
            self._larger()
        elif keys == (Qt.Key.Key_Minus, True):
            self._smaller()
        elif event.matches(QKeySequence.StandardKey.New):
            self._press_new()
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.search.offers.hide()
        super().closeEvent(event)

    def _find(self, typed: str) -> Sequence[Offer]:
        return find(self.session.register.organisations, typed, self.voice)

    def _press_new(self) -> None:
        area = self._areas[self.navigation.area]
        button = getattr(self._screens[area.name], area.new, None)
        if isinstance(button, Button) and button.isVisible():
            button.click()

    def _draw_frame(self) -> None:
        """The name of the office, and the newest act of its own chain."""
        known = self.session.register
        office, code, user = known.office, known.stamp.code, self.session.user
        self.top.name.say(lambda voice: voice.name(office.name_th, office.name_en))
        self.top.months.say(self._looked_at)
        self.top.user.say(
            lambda voice: voice.tr("At the keyboard: {user}").format(user=user) if user else ""
        )
        self.top.show_preferences(self.preferences)
        self.status.code.say(lambda voice: voice.tr("Fingerprint code {code}").format(code=code))
        self.status.code.setToolTip(code)
        # The chain is verified whenever the file is opened, or it would not have opened.
        self.status.proof.show_state(LampState.GOOD, _whole)
        self.set_voice(self.voice)

    def _looked_at(self, voice: Voice) -> str:
        return voice.tr("Network office · {month}").format(
            month=voice.month(self.session.sight.month)
        )

    def _lay_out(self) -> None:
        self.top.other_user.hide()
        self.status.backup.hide()
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
        rows.addLayout(middle, 1)
        rows.addWidget(self.status)
        Room(self, self.top, self.navigation, self.status)

    def _wire(self) -> None:
        self.navigation.chosen.connect(self._chosen)
        self.search.go_to.connect(self.go_to)
        self.session.changed.connect(self._draw_frame)
        self.session.refused.connect(self.show_refusal)
        self.session.began.connect(self._began)
        self.session.stepped.connect(self.status.progress.show_step)
        self.session.ended.connect(self._ended)
        self.top.language_asked.connect(self._other_language)
        self.top.larger_asked.connect(self._larger)
        self.top.smaller_asked.connect(self._smaller)
        self.top.brightness_asked.connect(self._other_brightness)
        self.top.leave_asked.connect(self.left)
        self.top.back_asked.connect(self.go_back)

    def _other_language(self) -> None:
        self.preferred.emit(self.preferences.in_other_language())

    def _larger(self) -> None:
        self.preferred.emit(self.preferences.larger())

    def _smaller(self) -> None:
        self.preferred.emit(self.preferences.smaller())

    def _other_brightness(self) -> None:
        self.preferred.emit(self.preferences.in_other_light())

    def _chosen(self, name: str) -> None:
        if self.stack.currentWidget() is not self._pages.get(name):
            self.go_to(Place(name))

    def _began(self, job: Job) -> None:
        self.status.begin(job)
        if job.alone:
            self.stack.rest()

    def _ended(self) -> None:
        self.status.end()
        self.stack.go_on()


def _whole(voice: Voice) -> str:
    return voice.tr("The office's file is as it was written")


def _tip(voice: Voice) -> str:
    return voice.tr("An organisation by its name or code")


def _search_name(voice: Voice) -> str:
    return voice.tr("Find an organisation")
