"""The lines above everything: the cooperative, its open month, search, user and switches."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.parts.flow import ButtonRow
from desktop.parts.words import Button, Label, Says, nothing, verbatim, without_mnemonic
from desktop.session.preferences import Preferences
from desktop.shell.asking import Frame
from desktop.shell.search_box import SearchBox
from ledger.queries.people import Rights
from reports.words.people import user_roles
from reports.words.voice import Voice


class TopBar(QWidget):
    """Two lines, so that long names and large letters have room on a small screen."""

    language_asked = Signal()
    larger_asked = Signal()
    smaller_asked = Signal()
    brightness_asked = Signal()
    leave_asked = Signal()
    user_asked = Signal()
    lock_asked = Signal()
    back_asked = Signal()

    def __init__(self, voice: Voice, search: SearchBox) -> None:
        super().__init__()
        self.name = Label(nothing, voice)
        strong = self.name.font()
        strong.setBold(True)
        self.name.setFont(strong)
        self.name.setContentsMargins(0, 4, 0, 4)  # bold stacked marks need more room
        self.user = Label(nothing, voice, wraps=False)
        self.other_user = Button(lambda voice: voice.tr("Other user"), voice)
        self.back = Button(lambda voice: voice.tr("Back"), voice)
        self.back.setEnabled(False)
        self.months = Label(nothing, voice, wraps=False)
        self.search = search
        self.language = Button(_language, voice)
        self.smaller = Button(verbatim("A−"), voice)
        self.larger = Button(verbatim("A+"), voice)
        self.brightness = Button(verbatim("◐"), voice)
        self.lock = Button(lambda voice: voice.tr("Lock the screen"), voice)
        self.lock.hide()
        self.leave = Button(lambda voice: voice.tr("Other book"), voice)
        self.more = Button(verbatim("☰"), voice)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._lay_out()
        self._wire()
        self.set_voice(voice)

    def show_frame(self, frame: Frame) -> None:
        head = frame.letterhead
        self.name.say(lambda voice: voice.name(head.name_th, head.name_en))
        self.months.say(frame.open.text)

    def show_user(self, user: str, may: Rights) -> None:
        self.user.say(_user(user, may))
        self.other_user.setVisible(bool(may.users))

    def show_preferences(self, preferences: Preferences) -> None:
        self.smaller.setEnabled(preferences.smaller() != preferences)
        self.larger.setEnabled(preferences.larger() != preferences)

    def let_rest(self, *, resting: bool, can_go_back: bool) -> None:
        """While long work holds the file nothing is found in it, and nobody leaves it."""
        for widget in (self.search, self.other_user, self.leave):
            widget.setEnabled(not resting)
        self.back.setEnabled(not resting and can_go_back)

    def set_short(self, *, short: bool, lights: QWidget) -> None:
        """On a low screen one line with the lights in it; the switches go into a menu."""
        for widget in (self.name, self.back, self.months, self.switches):
            widget.setVisible(not short)
        self.more.setVisible(short)
        if short:
            self._first.insertWidget(2, self.search, 1)
            self._first.insertWidget(3, lights)
        elif self._second.indexOf(self.search) < 0:
            self._second.addWidget(self.search, 1)

    def menu(self) -> QMenu:
        """The switches that have no room of their own on a low screen."""
        menu = QMenu(self.more)
        menu.addAction(without_mnemonic(self.months.text())).setEnabled(False)
        for button in (self.back, *self._switches):
            if button is self.back or not button.isHidden():
                action = menu.addAction(without_mnemonic(button.accessibleName()), button.click)
                action.setEnabled(button.isEnabled())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def set_voice(self, voice: Voice) -> None:
        for button, text, keys in (
            (self.language, voice.tr("Change the language"), "F12"),
            (self.smaller, voice.tr("Smaller text"), "Ctrl+-"),
            (self.larger, voice.tr("Larger text"), "Ctrl++"),
            (self.brightness, voice.tr("Light or dark"), ""),
            (self.other_user, voice.tr("Other user"), ""),
            (self.lock, voice.tr("Lock the screen"), ""),
            (self.leave, voice.tr("Other book"), ""),
            (self.more, voice.tr("More"), ""),
            (self.back, voice.tr("Back"), "Alt+←"),
        ):
            button.setAccessibleName(text)
            button.setToolTip(f"{text} ({keys})" if keys else text)

    def _lay_out(self) -> None:
        self._switches = (
            *(self.language, self.smaller, self.larger, self.brightness),
            *(self.lock, self.other_user, self.leave),
        )
        self.switches = ButtonRow(self._switches)
        self.more.hide()
        self._first.addWidget(self.name, 1)
        self._first.addWidget(self.user)
        self._first.addWidget(self.switches)
        self._first.addWidget(self.more)
        self._second.addWidget(self.back)
        self._second.addWidget(self.months)
        self._second.addWidget(self.search, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 6, 12, 6)
        rows.addLayout(self._first)
        rows.addLayout(self._second)
        QWidget.setTabOrder(self.search.edit, self.more)

    def _wire(self) -> None:
        self.language.clicked.connect(self.language_asked)
        self.smaller.clicked.connect(self.smaller_asked)
        self.larger.clicked.connect(self.larger_asked)
        self.brightness.clicked.connect(self.brightness_asked)
        self.lock.clicked.connect(self.lock_asked)
        self.leave.clicked.connect(self.leave_asked)
        self.other_user.clicked.connect(self.user_asked)
        self.more.clicked.connect(self._show_menu)
        self.back.clicked.connect(self.back_asked)
        keys = QShortcut(QKeySequence("Alt+Left"), self)
        keys.activated.connect(self.back.click)

    def _show_menu(self) -> None:
        menu = self.menu()
        menu.setActiveAction(menu.actions()[1])
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


def _language(voice: Voice) -> str:
    """The word of the other language, in its own letters: whoever needs it can read it."""
    return "English" if voice.tongue == "th" else "ไทย"


def _user(user: str, may: Rights) -> Says:
    def says(voice: Voice) -> str:
        if not user:
            return ""
        roles = user_roles((role.value for role in may.roles), voice) if may.registered else ""
        name = f"{user} ({roles})" if roles else user
        return voice.tr("At the keyboard: {user}").format(user=name)

    return says
