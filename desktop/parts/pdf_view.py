"""The paper on the screen: the very PDF that will be printed, page by page.

Use:
    view = PdfView(voice)
    view.open(pdf)                              # the bytes of the PDF
    view.print_asked.connect(self._print)       # then PrintDialog.ask and printing.print_pdf
    view.save_asked.connect(self._save)         # view.pdf holds the bytes
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, Signal
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.parts.flow import ButtonRow
from desktop.parts.printing import LoadedPdf
from desktop.parts.words import Button, Label, Says, nothing, retell
from reports.words.voice import Voice

ZOOM_STEP = 1.25
LEAST_ZOOM, MOST_ZOOM = 0.25, 5.0


class PdfView(QWidget):
    """Shows a PDF from memory, with pages, zoom, and buttons to print and to save it."""

    print_asked = Signal()
    save_asked = Signal()

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._loaded: LoadedPdf | None = None
        self.pdf = b""
        self.trouble = Label(nothing, voice)
        self.trouble.hide()
        self.place = Label(nothing, voice, wraps=False)
        self.print_button = Button(lambda voice: voice.tr("Print"), voice, main=True)
        self.save_button = Button(lambda voice: voice.tr("Save as file"), voice)
        self.before = Button(lambda voice: voice.tr("Page before"), voice)
        self.after = Button(lambda voice: voice.tr("Next page"), voice)
        self.smaller = Button(lambda voice: voice.tr("Smaller"), voice)
        self.larger = Button(lambda voice: voice.tr("Larger"), voice)
        self.whole_width = Button(lambda voice: voice.tr("Whole width"), voice)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(self._bar())
        rows.addWidget(self.trouble)
        # Made after the buttons, so that Tab comes to them first; setTabOrder does not move it.
        self.view = QPdfView(self)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        rows.addWidget(self.view, 1)
        self._wire()
        self.set_voice(voice)

    @property
    def count(self) -> int:
        """How many pages there are; 0 while nothing can be shown."""
        return self._loaded.count if self._loaded and self._loaded.is_readable else 0

    @property
    def page(self) -> int:
        """The page in sight, counted from 1."""
        return self.view.pageNavigator().currentPage() + 1

    def open(self, pdf: bytes) -> None:
        """Show this PDF from its first page."""
        self.pdf = pdf
        before, self._loaded = self._loaded, LoadedPdf(pdf)
        self.view.setDocument(self._loaded.document)
        if before is not None:
            before.close()
        self.go_to(1)
        self._draw()

    def go_to(self, page: int) -> None:
        if 1 <= page <= self.count:
            self.view.pageNavigator().jump(page - 1, QPointF(), self.view.zoomFactor())
            self._draw()

    def zoom(self) -> float:
        """The scale of the page in sight; 1.0 is the true size on an ideal screen."""
        if self.view.zoomMode() is QPdfView.ZoomMode.Custom or self._loaded is None:
            return self.view.zoomFactor()
        room = self.view.viewport().width() - self.view.documentMargins().left() * 2
        return room / (max(self._loaded.size(self.page).width(), 1) * self.logicalDpiX() / 72)

    def zoom_by(self, factor: float) -> None:
        wanted = min(max(self.zoom() * factor, LEAST_ZOOM), MOST_ZOOM)
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(wanted)

    def set_voice(self, voice: Voice) -> None:
        self._voice = voice
        retell(self, voice)
        self.view.setAccessibleName(voice.tr("Preview of the paper"))

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        buttons = (
            *(self.print_button, self.save_button, self.before, self.after),
            *(self.smaller, self.larger, self.whole_width),
        )
        bar.addWidget(ButtonRow(buttons), 1)
        bar.addWidget(self.place)
        return bar

    def _wire(self) -> None:
        self.print_button.clicked.connect(self.print_asked)
        self.save_button.clicked.connect(self.save_asked)
        self.before.clicked.connect(self._turn_back)
        self.after.clicked.connect(self._turn_on)
        self.smaller.clicked.connect(self._zoom_out)
        self.larger.clicked.connect(self._zoom_in)
        self.whole_width.clicked.connect(self._fit)
        self.view.pageNavigator().currentPageChanged.connect(self._draw)

    def _turn_back(self) -> None:
        self.go_to(self.page - 1)

    def _turn_on(self) -> None:
        self.go_to(self.page + 1)

    def _zoom_out(self) -> None:
        self.zoom_by(1 / ZOOM_STEP)

    def _zoom_in(self) -> None:
        self.zoom_by(ZOOM_STEP)

    def _fit(self) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _draw(self) -> None:
        page, count = self.page, self.count
        self.place.say(_place(page, count) if count else nothing)
        self.trouble.say(nothing if count else _unreadable)
        self.trouble.setVisible(not count)
        self.before.setEnabled(page > 1)
        self.after.setEnabled(page < count)
        for button in (self.print_button, self.save_button, self.smaller, self.larger):
            button.setEnabled(bool(count))


def _place(page: int, count: int) -> Says:
    return lambda voice: voice.tr("Page {page} of {count}").format(
        page=voice.number(page), count=voice.number(count)
    )


def _unreadable(voice: Voice) -> str:
    return voice.tr("This paper cannot be shown. Make it again; the book is not touched by this.")
