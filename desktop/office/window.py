"""The window of an open office: its areas in the frame that books have, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from typing_extensions import override

from desktop.office.finding import find
from desktop.office.screen import OfficeScreen
from desktop.office.session import OfficeSession
from desktop.parts.ask import Asks
from desktop.parts.lamp import LampState
from desktop.parts.page import Page
from desktop.parts.words import Says
from desktop.session.area_screen import AreaScreen
from desktop.session.places import Place
from desktop.session.preferences import Preferences
from desktop.shell.area_window import AreaWindow
from desktop.shell.areas import press_first
from desktop.shell.offers import Offer
from reports.words.voice import Voice

Build = Callable[[OfficeSession, Voice, Asks], OfficeScreen]


@dataclass(frozen=True, slots=True)
class OfficeArea:
    """One entry of the navigation; ``new`` are the buttons of which Ctrl+N presses the first."""

    name: str
    says: Says
    build: Build
    new: tuple[str, ...] = ()

    def press_new(self, screen: AreaScreen) -> bool:
        return press_first(screen, self.new)


class OfficeWindow(AreaWindow):
    """The frame names the office, the month that is looked at, and the newest act of its chain."""

    def __init__(
        self,
        session: OfficeSession,
        areas: Sequence[OfficeArea],
        preferences: Preferences,
        ask: Asks,
    ) -> None:
        self.session = session
        self._areas = {area.name: area for area in areas}
        super().__init__(areas, preferences, ask, tip=_tip, name=_search_name)
        self.top.other_user.hide()
        self.status.backup.hide()
        self.lay_out()
        self.wire(session)
        session.changed.connect(self._draw_frame)
        self._draw_frame()
        self.go_to(Place(areas[0].name))

    @override
    def build(self, name: str, page: Page) -> OfficeScreen:
        made = self._areas[name].build(self.session, self.voice, self.asks)
        page.body.addWidget(made, 1)
        return made

    @override
    def look_for(self, typed: str) -> Sequence[Offer]:
        return find(self.session.register.organisations, typed, self.voice)

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


def _whole(voice: Voice) -> str:
    return voice.tr("The office's file is as it was written")


def _tip(voice: Voice) -> str:
    return voice.tr("An organisation by its name or code")


def _search_name(voice: Voice) -> str:
    return voice.tr("Find an organisation")
