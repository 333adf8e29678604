"""The window of an open book: its areas, what the user may do there, and what the frame says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from typing_extensions import override

from desktop.parts.ask import Asks
from desktop.parts.look import DARK, LIGHT
from desktop.parts.page import Page
from desktop.parts.words import Label, nothing
from desktop.session import Place, Session
from desktop.session.allowing import others_said
from desktop.session.preferences import Preferences
from desktop.session.screen import Screen, keep_typed
from desktop.session.second_person import SecondPerson
from desktop.shell.area_window import AreaWindow
from desktop.shell.areas import Area
from desktop.shell.asking import frame
from desktop.shell.band import band_said, lock_comes
from desktop.shell.lights import ask_for_lights
from ledger.domain.days import Month
from ledger.domain.refusals.approving import ApprovalNeeded
from ledger.domain.refusals.people import SignatureMissing
from reports.words.refused import sentence

if TYPE_CHECKING:
    from desktop.shell.offers import Offer


class Window(AreaWindow):
    """``user_asked`` says that somebody else sits down; what the user may not do is not shown."""

    user_asked = Signal()

    def __init__(
        self, session: Session, areas: Sequence[Area], preferences: Preferences, ask: Asks
    ) -> None:
        self.session = session
        self._may = session.may
        self._allowed = frozenset(row.command for row in self._may.rows if row.allowed)
        areas = [area for area in areas if area.is_for(self._allowed)]
        self._areas = {area.name: area for area in areas}
        super().__init__(areas, preferences, ask)
        voice = preferences.voice
        self.band = Label(nothing, voice)
        self.soon = Label(lock_comes, voice)
        self.soon.hide()
        self._colour_band()
        for band in (self.band, self.soon):
            band.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.top.lock.setVisible(session.encrypted)
        self.lay_out(self.band, self.soon)
        self.wire(session)
        session.changed.connect(self._on_changed)
        self.top.user_asked.connect(partial(keep_typed, self))
        self.top.user_asked.connect(self.user_asked)
        session.second_person = SecondPerson(self._sign, self._wants_request)
        self.set_voice(voice)
        self._draw_frame()
        self.go_to(Place(areas[0].name))

    @override
    def build(self, name: str, page: Page) -> Screen:
        made = self._areas[name].build(self.session, self.voice, self.asks)
        kept = self._areas[name].forbid(made, self._allowed)
        page.body.addWidget(made, 1)
        if kept and not self.session.looks_only:  # whoever misses a button reads who has it
            page.body.addWidget(Label(others_said(kept), self.voice))
        return made

    @override
    def look_for(self, typed: str) -> Sequence[Offer]:
        from desktop.shell.offers import find

        return self.session.ask(find, typed, today=self.session.today)

    @override
    def prefer(self, preferences: Preferences) -> None:
        super().prefer(preferences)
        self._colour_band()

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

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        keep_typed(self)
        super().closeEvent(event)

    def _colour_band(self) -> None:
        colours = DARK if self.preferences.dark else LIGHT
        for band in (self.band, self.soon):
            band.setStyleSheet(
                f"background: {colours.caution}; color: {colours.raised}; padding: 0.1em;"
            )

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
