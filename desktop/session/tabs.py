"""Pages behind one another, each with a word that can be told again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget
from typing_extensions import override

from desktop.parts.look import row_height
from desktop.parts.words import Says, without_mnemonic
from reports.words.voice import Voice

_TOO_MUCH = 4  # pixels


class HighTabs(QTabBar):
    """Tabs with room above and below their words, where Thai marks stand."""

    @override
    def tabSizeHint(self, index: int) -> QSize:
        size = super().tabSizeHint(index)
        # Qt leaves more room beside the words than they need; seven tabs fit a small screen so.
        return QSize(
            size.width() - _TOO_MUCH, max(size.height(), row_height(self.fontMetrics()) + 4)
        )


class Tabs(QTabWidget):
    """The pages in reading order; Ctrl+Tab turns them."""

    def __init__(self, pages: Sequence[tuple[Says, QWidget]], voice: Voice) -> None:
        super().__init__()
        self._says = [says for says, _ in pages]
        self.setTabBar(HighTabs())
        for _, page in pages:
            self.addTab(page, "")
        self.setDocumentMode(True)
        self.set_voice(voice)

    def set_voice(self, voice: Voice) -> None:
        for at, says in enumerate(self._says):
            self.setTabText(at, without_mnemonic(says(voice)))
        self.tabBar().setAccessibleName(" · ".join(says(voice) for says in self._says))
