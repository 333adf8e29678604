"""JPEG pictures go onto paper as they are; only their frame is read, and nothing is unpacked."""

from __future__ import annotations

from dataclasses import dataclass

_FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended, progressive
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
_SPACES = {1: b"/DeviceGray", 3: b"/DeviceRGB"}


@dataclass(frozen=True, slots=True)
class JpegFrame:
    width: int
    height: int
    colours: bytes

    @property
    def facts(self) -> bytes:
        """The entries that a PDF wants beside the bytes."""
        return b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%b%b" % (
            self.width,
            self.height,
            self.colours,
            b"/BitsPerComponent 8/Filter/DCTDecode",
        )


def jpeg_frame(content: bytes) -> JpegFrame | None:
    """The frame of the picture; None where the bytes are no JPEG in grey or colour."""
    if not content.startswith(b"\xff\xd8"):
        return None
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker in _FRAMES:
            return _frame(content[at + 4 : at + 10])
        at += (
            2 if marker in _WITHOUT_LENGTH else 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        )
    return None


def _frame(head: bytes) -> JpegFrame | None:
    depth, height, width, colours = head[0], head[1:3], head[3:5], head[5]
    if depth != 8 or colours not in _SPACES or not (any(height) and any(width)):
        return None
    across, down = int.from_bytes(width, "big"), int.from_bytes(height, "big")
    return JpegFrame(across, down, _SPACES[colours])
