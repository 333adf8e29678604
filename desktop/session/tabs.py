"""Pages behind one another, each with a word that can be told again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionTab,
    QStylePainter,
    QTabBar,
    QTabWidget,
    QWidget,
)
from typing_extensions import override

from desktop.parts.look import row_height
from desktop.parts.words import Says, without_mnemonic
from reports.words.voice import Voice

_TOO_MUCH, _LINE = 4, 2  # pixels


class HighTabs(QTabBar):
    """Tabs with room above and below their words, where Thai marks stand.

    The words get the whole width of their tab: Qt would cut their first and last letter where the
    tab is narrower than it likes.
    """

    @override
    def tabSizeHint(self, index: int) -> QSize:
        size = super().tabSizeHint(index)
        # Qt leaves more room beside the words than they need; seven tabs fit a small screen so.
        return QSize(
            size.width() - _TOO_MUCH, max(size.height(), row_height(self.fontMetrics()) + 4)
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        now = self.currentIndex()
        # The chosen one last: it stands a little over those beside it.
        for at in (*(one for one in range(self.count()) if one != now), now):
            if at >= 0 and self.isTabVisible(at):
                self._draw(painter, at)

    def _draw(self, painter: QStylePainter, at: int) -> None:
        tab = QStyleOptionTab()
        self.initStyleOption(tab, at)
        words, tab.text = self.tabText(at), ""
        painter.drawControl(QStyle.ControlElement.CE_TabBarTab, tab)
        if at == self.currentIndex():
            # In the dark its shape alone is hardly seen.
            line = self.tabRect(at).adjusted(1, 0, -1, 0)
            line.setHeight(_LINE)
            painter.fillRect(line, self.palette().highlight())
        raised = -1 if at == self.currentIndex() else 1
        painter.drawItemText(
            self.tabRect(at).translated(0, raised),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic,
            self.palette(),
            self.isTabEnabled(at),
            words,
            QPalette.ColorRole.WindowText,
        )


class Tabs(QTabWidget):
    """The pages in reading order; Ctrl+Tab turns them."""

    def __init__(self, pages: Sequence[tuple[Says, QWidget]], voice: Voice) -> None:
        super().__init__()
        self._says = [says for says, _ in pages]
        self._pages = [page for _, page in pages]
        self.setTabBar(HighTabs())
        for _, page in pages:
            self.addTab(page, "")
        self.setDocumentMode(True)
        self.set_voice(voice)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """As high as the highest tab needs: where it likes more, its lists give up room.

        Qt would add what each list likes, and the heading of the screen would scroll away.
        """
        return self.tabBar().sizeHint().height() + max(_least(page, width) for page in self._pages)

    def set_voice(self, voice: Voice) -> None:
        for at, says in enumerate(self._says):
            self.setTabText(at, without_mnemonic(says(voice)))
        self.tabBar().setAccessibleName(" · ".join(says(voice) for says in self._says))


def _least(page: QWidget, width: int) -> int:
    layout = page.layout()
    least = page.minimumSizeHint().height()
    if layout is None or not layout.hasHeightForWidth():
        return least
    return max(least, layout.totalMinimumHeightForWidth(width))
