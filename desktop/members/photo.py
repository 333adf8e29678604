"""A member's photo: any picture made small for the register, and shown beside the name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPixmap
from PySide6.QtWidgets import QLabel

from ledger.domain.photos import LARGEST_PHOTO, MOST_PIXELS
from ledger.exchange.picture_file import picture_in
from reports.words.voice import Voice

_KEPT = QSize(360, 480)
_SHOWN = 72  # pixels high beside the name
_QUALITIES = (85, 70, 50)


def small_jpeg(path: Path) -> bytes | None:
    """The picture in a file as a small JPEG; None where there is none that may be read.

    What it is its content says, whatever it is called (trust.md 6.6).
    """
    written = QBuffer()
    written.setData(picture_in(path) or b"")
    reader = QImageReader(written)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    reader.setScaledSize(size.scaled(_KEPT, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else _within_limit(_on_white(image))


def _on_white(image: QImage) -> QImage:
    """A JPEG knows nothing transparent; what is behind would become black."""
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper


def _within_limit(image: QImage) -> bytes | None:
    for quality in _QUALITIES:
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "JPEG", quality)  # type: ignore[call-overload]  # its stub wants bytes here
        if content.size() <= LARGEST_PHOTO:
            return bytes(content.data())
    return None


class PhotoFrame(QLabel):
    """The photo as it stands in the register; takes no room where there is none."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()
        self.set_voice(voice)

    def set_voice(self, voice: Voice) -> None:
        self.setAccessibleName(voice.tr("Photo"))

    def show_photo(self, jpeg: bytes | None) -> None:
        picture = QPixmap()
        shown = jpeg is not None and picture.loadFromData(jpeg)
        self.setVisible(shown)
        if shown:
            smooth = Qt.TransformationMode.SmoothTransformation
            self.setPixmap(picture.scaledToHeight(_SHOWN, smooth))
