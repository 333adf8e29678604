"""From the PDF onto paper: each page as a picture of 300 dots per inch, in its true size.

Use:
    job = PrintJob("HP LaserJet", pages=(1, 2), copies=2)
    tasks.in_background(lambda work: print_pdf(pdf, job, step=work.step), then=…, failed=…)

Qt's own drawing of Thai text would lose marks when copied from the paper's PDF (technology.md 1),
so what is printed is the very PDF that was shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.parts.print_job import PrintJob
from reports.words.voice import Voice

RESOLUTION = 300  # dots per inch
_POINTS = 72  # per inch


@dataclass(eq=False)
class PrintingFailed(Exception):
    """The printer, or the file it writes, did not take the pages; ``pages`` had gone out before."""

    printer: str
    pages: int

    def sentence(self, voice: Voice) -> str:
        return voice.tr(
            "“{printer}” did not print. Check that it is on, has paper and is connected, "
            "then print again from page {page}."
        ).format(printer=self.printer, page=voice.number(self.pages + 1))


class LoadedPdf:
    """A PDF in memory, opened for drawing; use it in the thread that made it."""

    def __init__(self, pdf: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._buffer)

    def close(self) -> None:
        self.document.close()
        self._buffer.close()

    @property
    def is_readable(self) -> bool:
        return self.document.status() is QPdfDocument.Status.Ready

    @property
    def count(self) -> int:
        return self.document.pageCount()

    def size(self, page: int) -> QSizeF:
        """The size of a page, counted from 1, in points."""
        return self.document.pagePointSize(page - 1)

    def picture(self, page: int, resolution: int = RESOLUTION) -> QImage:
        """A page on white; without the white ground Qt would store an alpha mask beside it."""
        size = self.size(page)
        dots = QSize(
            round(size.width() * resolution / _POINTS), round(size.height() * resolution / _POINTS)
        )
        ground = QImage(dots, QImage.Format.Format_RGB32)
        ground.fill(QColor("white"))
        painter = QPainter(ground)
        painter.drawImage(0, 0, self.document.render(page - 1, dots))
        painter.end()
        return ground


def printers() -> tuple[str, ...]:
    """The names of the printers this machine knows, its usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return tuple(sorted(names, key=lambda name: (name != usual, name)))


def print_pdf(
    pdf: bytes,
    job: PrintJob,
    *,
    printer: QPrinter | None = None,
    step: Callable[[int, int], None] | None = None,
) -> int:
    """Print the pages so often; answers how many sheets' sides went out.

    Safe off the main thread. ``step`` hears of each page and may stop the printing.

    Raises:
        PrintingFailed: the printer did not take a page.
    """
    loaded = LoadedPdf(pdf)
    device = printer or QPrinter(QPrinterInfo.printerInfo(job.printer))
    device.setResolution(RESOLUTION)
    device.setFullPage(True)
    by_itself = device.supportsMultipleCopies()
    device.setCopyCount(job.copies if by_itself else 1)
    pages = job.pages * (1 if by_itself else job.copies)
    with _Sides(device, loaded, job.printer) as sides:
        for done, page in enumerate(pages):
            if step is not None:
                step(done, len(pages))
            sides.put(page)
    return len(pages)


class _Sides:
    """The pages on their way to a printer."""

    def __init__(self, device: QPrinter, loaded: LoadedPdf, name: str) -> None:
        self._device = device
        self._loaded = loaded
        self._name = name
        self._painter = QPainter()
        self._count = 0

    def put(self, page: int) -> None:
        size = self._loaded.size(page)
        self._device.setPageLayout(_layout(size))
        begun = self._device.newPage() if self._count else self._painter.begin(self._device)
        if not begun:
            raise PrintingFailed(self._name, self._count)
        scale = self._device.resolution() / _POINTS
        # In true size from the corner: a paper of another size must not stretch the figures.
        place = QRectF(0, 0, size.width() * scale, size.height() * scale)
        self._painter.drawImage(place, self._loaded.picture(page))
        self._count += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        trouble: type[BaseException] | None,
        _value: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        # A painter must end before its printer goes, or Qt ends the whole program.
        if trouble is not None:
            self._device.abort()
        if self._painter.isActive() and not self._painter.end() and trouble is None:
            raise PrintingFailed(self._name, self._count)


def _layout(size: QSizeF) -> QPageLayout:
    wide = size.width() > size.height()
    upright = size.transposed() if wide else size
    orientation = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(upright, QPageSize.Unit.Point), orientation, QMarginsF())
