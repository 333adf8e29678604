"""One member in large text, for reading together at the table (feature 136)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget
from typing_extensions import override

from desktop.members.reading import Figure, figures_of
from desktop.parts.dialog import Dialog, fit
from desktop.parts.page import Page
from desktop.parts.words import Button, Label, Says
from ledger.queries.position import MemberPosition
from reports.words.voice import Voice

# Times the text size of the program; + and - go from one to the next.
SIZES = (1.5, 2.0, 2.5, 3.0, 4.0)
_OF_THE_SCREEN = 0.9


class LargeLabel(Label):
    """A line of words in its own size, which the program's size does not take back."""

    def __init__(self, says: Says, voice: Voice, times: float, *, wraps: bool = True) -> None:
        self._times = times
        super().__init__(says, voice, wraps=wraps)

    def enlarge(self, times: float) -> None:
        self._times = times
        self._make_room()
        self.updateGeometry()

    @override
    def own_font(self) -> QFont:
        font = QApplication.font()
        font.setPointSizeF(font.pointSizeF() * self._times)
        return font


class MemberView(Dialog):
    """Name, number and what the books say; nothing can be changed here."""

    def __init__(self, position: MemberPosition, voice: Voice) -> None:
        member = position.member
        super().__init__(lambda voice: voice.tr("Member view"), voice)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._size = 1
        self.name = self._large(
            lambda voice: (
                f"{member.name}\n"
                + voice.tr("Member {number} · at the end of {day}").format(
                    number=voice.digits(member.number), day=voice.day(position.at, "long")
                )
            )
        )
        self._page = Page()
        self._page.body.addWidget(self.name)
        self._page.body.addWidget(self._table(figures_of(position)))
        self._page.body.addStretch(1)
        self.larger = Button(lambda voice: voice.tr("Larger"), voice)
        self.smaller = Button(lambda voice: voice.tr("Smaller"), voice)
        self.close_it = Button(lambda voice: voice.tr("Close"), voice, main=True)
        self.body.addWidget(self._page, 1)
        self.add_buttons(self.close_it, self.larger, self.smaller)
        self.close_it.clicked.connect(self.accept)
        self.larger.clicked.connect(self.grow)
        self.smaller.clicked.connect(self.shrink)

    @property
    def times(self) -> float:
        """How many times the program's text size the words have."""
        return SIZES[self._size]

    def grow(self) -> None:
        self._resize(self._size + 1)

    def shrink(self) -> None:
        self._resize(self._size - 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.grow()
        elif event.key() == Qt.Key.Key_Minus:
            self.shrink()
        else:
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_content()

    def _table(self, figures: tuple[Figure, ...]) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        for line, figure in enumerate(figures):
            amount = self._large(figure.amount, wraps=False)
            amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._large(figure.what), line, 0)
            grid.addWidget(amount, line, 1)
        return table

    def _large(self, says: Says, *, wraps: bool = True) -> LargeLabel:
        return LargeLabel(says, self.voice, SIZES[1], wraps=wraps)

    def _resize(self, size: int) -> None:
        self._size = min(max(size, 0), len(SIZES) - 1)
        for label in self.findChildren(LargeLabel):
            label.enlarge(self.times)
        self._fit_content()

    @override
    def _fit_content(self) -> None:
        """As large as the words, but never over the edge of a small screen: the page scrolls."""
        fit(self)
        self.resize(self.size().boundedTo(self.screen().availableSize() * _OF_THE_SCREEN))
