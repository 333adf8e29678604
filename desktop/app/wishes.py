"""What the first window asks for in a form of its own, each loaded when it is first asked for."""

from __future__ import annotations

from typing import Protocol

from desktop.session.screen import Opens
from desktop.shell.choices import NewBook, NewOffice, RestoreCopy
from desktop.shell.start import StartWindow
from reports.words.voice import Voice


class Host(Protocol):
    """The program, as far as forms above the first window need it."""

    shows: Opens

    @property
    def voice(self) -> Voice: ...

    def choose(self) -> StartWindow: ...


class Wishes:
    """Forms above the first window; None from each when nobody wants what it makes."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def book(self) -> NewBook | None:
        from desktop.app.founding import ask_for_new_book

        return ask_for_new_book(self._host.voice, self._host.choose())

    def copy(self) -> RestoreCopy | None:
        from desktop.app.restoring import ask_for_copy

        return ask_for_copy(self._host.voice, self._host.shows, self._host.choose())

    def office(self) -> NewOffice | None:
        from desktop.app.offices import ask_for_office

        return ask_for_office(self._host.voice, self._host.shows, self._host.choose())
