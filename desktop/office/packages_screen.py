"""Packages: what was received of the month, and what is brought now, looked at before it counts."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.office.columns import brought_columns, package_columns, why_said
from desktop.office.confirm_dialog import ConfirmDialog
from desktop.office.screen import SightScreen
from desktop.office.session import Came, OfficeSession
from desktop.office.state import Brought, Standing, Stick, brought_from
from desktop.parts.ask import Asks, FileKind
from desktop.parts.field import Note, Remark
from desktop.parts.flow import ButtonRow
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, Says, nothing
from desktop.session.lists import Lists, with_buttons
from desktop.session.places import Place
from desktop.session.screen import Opens, mark_first, show_dialog
from ledger.exchange.package import ENDING
from ledger.network.folders import packages_in
from ledger.network.questions import packages
from reports.words.voice import Voice

PACKAGE_FILE = FileKind(lambda voice: voice.tr("Sealed package"), (ENDING.removeprefix("."),))
RECEIVED, BROUGHT = 0, 1


class PackagesScreen(SightScreen):
    """A package or a folder is looked at first; what fits is received by a second button."""

    def __init__(
        self, session: OfficeSession, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self.stick = Stick()
        self.folder = Path.home()
        self.one = Button(lambda voice: voice.tr("Look at a package"), voice)
        self.many = Button(lambda voice: voice.tr("Look at all packages of a folder"), voice)
        self.check = Button(lambda voice: voice.tr("Check the whole file"), voice)
        self.receive = Button(lambda voice: voice.tr("Receive what fits"), voice, main=True)
        self.confirm = Button(lambda voice: voice.tr("Confirm"), voice)
        self.figures = Button(lambda voice: voice.tr("Figures of this package"), voice)
        self.received = Table(
            package_columns,
            voice,
            name=lambda voice: voice.tr("Packages received"),
            identity=lambda row: row.act,
        )
        self.received.say_when_empty(
            lambda voice: voice.tr("Nothing was received of this month yet.")
        )
        self.brought = Table(
            brought_columns,
            voice,
            name=lambda voice: voice.tr("Brought now"),
            identity=lambda row: row.path,
        )
        self.brought.say_when_empty(
            lambda voice: voice.tr(
                "Choose a package, or the folder of a stick: nothing is kept "
                "before you have seen it."
            )
        )
        self.note = Note(voice)
        self.why = Label(nothing, voice)  # the whole sentence about the line that is marked
        self.lists = Lists(
            lambda voice: voice.tr("Packages"),
            voice,
            above=(self.sight, ButtonRow((self.one, self.many, self.check)), self.note),
            pages=(
                (_received, with_buttons((self.figures,), self.received)),
                (
                    _brought,
                    above(self.why, with_buttons((self.receive, self.confirm), self.brought)),
                ),
            ),
        )
        self.body.addWidget(self.lists)
        self._wire()
        self._draw()

    @override
    def show_sight(self) -> None:
        sight = self.session.sight
        self.ask_behind(
            lambda: self.session.ask(packages, month=sight.month, chosen=sight.chosen),
            then=lambda found: self.received.set_rows(found.rows),
        )

    @override
    def open_at(self, key: Hashable) -> None:
        """``"brought"`` is where packages are looked at."""
        self.lists.tabs.setCurrentIndex(BROUGHT if key == "brought" else RECEIVED)

    def look_at(self, paths: Sequence[Path]) -> None:
        """Look at these packages and show what would become of each; nothing is kept."""
        self.stick = brought_from(paths)
        self.lists.tabs.setCurrentIndex(BROUGHT)
        self._look(self.stick.paths)

    def _wire(self) -> None:
        self.one.clicked.connect(self._look_at_one)
        self.many.clicked.connect(self._look_at_folder)
        self.check.clicked.connect(self._check)
        self.receive.clicked.connect(self._receive)
        self.confirm.clicked.connect(self._confirm)
        self.brought.activated.connect(self._confirm)
        self.brought.chosen.connect(self._show_why)
        self.figures.clicked.connect(self._open_figures)
        self.received.activated.connect(self._open_figures)

    def _look_at_one(self) -> None:
        path = self.asks.open_file(
            lambda voice: voice.tr("Which package?"), [PACKAGE_FILE], self.folder
        )
        if path is not None:
            self.folder = path.parent
            self.look_at([path])

    def _look_at_folder(self) -> None:
        folder = self.asks.folder(
            lambda voice: voice.tr("Which folder, such as a stick?"), self.folder
        )
        if folder is None:
            return
        self.folder = folder
        found = packages_in(folder)
        if found:
            self.look_at(found)
        else:
            self.asks.tell(lambda voice: voice.tr("There is no sealed package in this folder."))

    def _check(self) -> None:
        """Every act against its fingerprint, every package against what was received then."""
        self.session.work(
            lambda _work: self.session.check(),
            says=lambda voice: voice.tr("Checking the office's file"),
            then=lambda _none: self.asks.tell(_all_whole),
            alone=True,
        )

    def _look(self, paths: Sequence[Path]) -> None:
        self.session.receive(paths, self.stick.said, rehearse=True, then=self._looked)

    def _looked(self, came: Came) -> None:
        self.stick = self.stick.with_came(came, kept=False)
        self._draw()
        # Where somebody has to look first: what she can confirm, then what is wrong.
        order = [Standing.ASKS, Standing.REFUSED, *Standing]
        first = min(self.stick.brought, key=lambda one: order.index(one.standing), default=None)
        if first is not None:
            self.brought.choose(first.path)
            self.brought.setFocus()

    def _receive(self) -> None:
        fitting = [one.path for one in self.stick.fitting]
        if not fitting:
            self.asks.tell(
                lambda voice: voice.tr("Nothing that fits is here. Look at packages first.")
            )
            return
        self.session.receive(fitting, self.stick.said, rehearse=False, then=self._kept)

    def _kept(self, came: Came) -> None:
        self.stick = self.stick.with_came(came, kept=True)
        self._draw()

    def _confirm(self) -> None:
        row: Brought | None = self.brought.current()
        if row is None:
            self.asks.tell(mark_first)
            return
        if row.standing is not Standing.ASKS:
            wrong = row.standing is Standing.REFUSED
            self.asks.tell(_only_the_cooperative if wrong else _nothing_to_confirm)
            return
        dialog = ConfirmDialog(row, self.session.register, self.voice)
        said, every = None, False
        if self.show_form(dialog):
            said, every = dialog.said(), dialog.for_all()
        if said is not None:
            self.stick = self.stick.with_said(row.path, said, unsigned_all=every)
            # Older packages of the same book may fit now as well.
            self._look(self.stick.unsettled)

    def _open_figures(self) -> None:
        row = self.received.current()
        if row is None:
            self.asks.tell(mark_first)
        else:
            self.go_to.emit(Place("papers", ("figures", row.organisation, row.version)))

    def _show_why(self, row: Brought | None) -> None:
        self.why.say(nothing if row is None else lambda voice: why_said(row, voice))

    def _draw(self) -> None:
        self._show_why(None)
        self.brought.set_rows(self.stick.brought)
        counts = _counted(self.stick.brought)
        self.note.remark(Remark("hint", _said(counts) if self.stick.brought else nothing))
        self.receive.setEnabled(bool(self.stick.fitting))


def above(label: Label, page: QWidget) -> QWidget:
    """A page with a sentence above it."""
    whole = QWidget()
    rows = QVBoxLayout(whole)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.addWidget(label)
    rows.addWidget(page, 1)
    return whole


def _counted(brought: Iterable[Brought]) -> dict[Standing, int]:
    counts = dict.fromkeys(Standing, 0)
    for one in brought:
        counts[one.standing] += 1
    return counts


def _said(counts: dict[Standing, int]) -> Says:
    return lambda voice: voice.tr(
        "Brought: {fits} fit, {received} received, {again} were here already, {asks} to be "
        "confirmed, {refused} not received."
    ).format(**{one.value: voice.number(count) for one, count in counts.items()})


def _received(voice: Voice) -> str:
    return voice.tr("Packages received")


def _brought(voice: Voice) -> str:
    return voice.tr("Brought now")


def _all_whole(voice: Voice) -> str:
    return voice.tr("Every act and every package is as it was written.")


def _nothing_to_confirm(voice: Voice) -> str:
    return voice.tr("There is nothing to confirm about this package.")


def _only_the_cooperative(voice: Voice) -> str:
    return voice.tr(
        "Here is nothing that you could confirm: what is wrong, only the cooperative can put right."
    )
