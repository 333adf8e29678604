"""The plain blocks a paper is built of, tables and nested blocks apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reports.document.values import Align, Value


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 1  # 1 opens a section, 2 a part of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text, wrapped at word boundaries; a line break in the text is kept."""

    text: str
    strong: bool = False
    small: bool = False
    align: Align = Align.START
    first_line: int = 0  # indent of the first line, in millimetres

    @classmethod
    def of(cls, text: str) -> Paragraph:
        return cls(text=text)


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a form: a label and what stands beside it."""

    label: str
    value: Value
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    facts: tuple[Fact, ...]
    columns: int = 2


@dataclass(frozen=True, slots=True)
class Signature:
    """A dotted line, the name in brackets, the role, and a line for the day where none is given."""

    role: str
    name: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Signatures:
    places: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The book's code at an act; as a block it stands large, with its QR where a text is given."""

    act: int
    code: str  # sixteen letters in groups of four
    qr: str = ""


@dataclass(frozen=True, slots=True)
class QR:
    text: str
    caption: str = ""
    size: int = 28  # millimetres, quiet zone included


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG by its bytes, never by a path or an address; ``text`` is read aloud in its place."""

    jpeg: bytes
    width: int  # millimetres
    text: str = ""
    align: Align = Align.START


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


@dataclass(frozen=True, slots=True)
class Space:
    height: int = 4  # millimetres


@dataclass(frozen=True, slots=True)
class CutLine:
    """A dashed line across the sheet: what is below it comes back."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One line of text at an exact place of the sheet, in tenths of a millimetre from the top left.

    For passbooks and pre-printed forms; ``y`` is the line the letters stand on.
    """

    text: str
    x: int
    y: int
    size: int = 100  # tenths of a point
    align: Align = Align.START
    strong: bool = False
