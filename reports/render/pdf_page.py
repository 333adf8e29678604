"""One page being drawn: places are in points from the top left corner, downwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reports.render.lettering import Letters, Line
from reports.render.look import INK, Colour
from reports.render.pdf_tags import Element, Tags

FONT_NAMES = {False: b"/F1", True: b"/F2"}


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look."""

    size: float
    strong: bool = False
    colour: Colour = INK


class Page:
    def __init__(self, width: float, height: float, *, number: int, tags: Tags) -> None:
        self.width = width
        self.height = height
        self.number = number
        self.owners: list[int] = []  # for each mark on the page, its element
        self.pictures: dict[bytes, int] = {}
        self._tags = tags
        self._under: list[bytes] = []
        self._over: list[bytes] = []
        self._drawn_with: tuple[bool, Colour] | None = None

    @property
    def content(self) -> bytes:
        """Lines and areas first, so that nothing covers a letter."""
        under = b"\n".join(self._under)
        return b"/Artifact BMC\n%b\nEMC\n%b\n" % (under, b"\n".join(self._over))

    def begin(self, role: str, parent: Element | None, text: str = "") -> None:
        """What is drawn until ``end`` is one mark of this role; without a parent it is decor."""
        if parent is None:
            self._over.append(b"/Artifact BMC")
            return
        mark = len(self.owners)
        self.owners.append(self._tags.leaf(parent, role, page=self.number, mark=mark, text=text))
        self._over.append(b"/%b<</MCID %d>>BDC" % (role.encode("ascii"), mark))

    def end(self) -> None:
        self._over.append(b"EMC")

    def line(self, x: float, y: float, line: Line, style: Style) -> None:
        """One line of text, its letters standing on ``y``."""
        if not line.operators:
            return
        size = style.size
        self._over.append(
            b"BT%b %.4g 0 0 %.4g %.2f %.2f Tm %b ET"
            % (self._pen(style), size, size, x, self.height - y, line.operators)
        )

    def rule(self, x: float, y: float, length: float, *, width: float, colour: Colour) -> None:
        """A horizontal line."""
        self.area((x, y - width / 2, length, width), colour)

    def upright(self, x: float, y: float, length: float, *, width: float, colour: Colour) -> None:
        """A vertical line, downwards."""
        self.area((x - width / 2, y, width, length), colour)

    def dashes(self, x: float, y: float, length: float, *, colour: Colour, gap: float = 3) -> None:
        """A dashed horizontal line."""
        foot = self.height - y
        self._under.append(
            b"q %b RG 0.5 w [%.4g] 0 d %.2f %.2f m %.2f %.2f l S Q"
            % (_colour(colour), gap, x, foot, x + length, foot)
        )

    def area(self, box: tuple[float, float, float, float], colour: Colour) -> None:
        """A filled rectangle under all letters: left, top, width, height."""
        x, y, width, height = box
        self._under.append(
            b"%b rg %.2f %.2f %.2f %.2f re f"
            % (_colour(colour), x, self.height - y - height, width, height)
        )

    def frame(self, box: tuple[float, float, float, float], colour: Colour) -> None:
        """The outline of a rectangle: left, top, width, height."""
        x, y, width, height = box
        self._under.append(
            b"q %b RG 0.8 w %.2f %.2f %.2f %.2f re S Q"
            % (_colour(colour), x, self.height - y - height, width, height)
        )

    def squares(self, x: float, y: float, side: float, rows: Sequence[str]) -> None:
        """Black squares of a code, ``side`` points each, as the current mark."""
        boxes = boxes_of(rows, x, self.height - y, side)
        self._over.append(b"q 0 g %b f Q" % b" ".join(boxes))

    def picture(self, box: tuple[float, float, float, float], picture: int) -> None:
        """An image object, stretched into left, top, width, height, as the current mark."""
        x, y, width, height = box
        name = b"/P%d" % picture
        self.pictures[name] = picture
        self._over.append(
            b"q %.3f 0 0 %.3f %.2f %.2f cm %b Do Q"
            % (width, height, x, self.height - y - height, name)
        )

    def _pen(self, style: Style) -> bytes:
        wanted = (style.strong, style.colour)
        if wanted == self._drawn_with:
            return b""
        self._drawn_with = wanted
        return b"%b 1 Tf %b rg" % (FONT_NAMES[style.strong], _colour(style.colour))


@dataclass(frozen=True, slots=True)
class Pens:
    """The two weights of one file."""

    regular: Letters
    bold: Letters

    def letters(self, *, strong: bool) -> Letters:
        return self.bold if strong else self.regular

    def line(self, text: str, style: Style) -> Line:
        return self.letters(strong=style.strong).line(text)

    def width(self, text: str, style: Style) -> float:
        return self.letters(strong=style.strong).width(text, style.size)


def boxes_of(rows: Sequence[str], left: float, top: float, side: float) -> list[bytes]:
    """The black squares of each row as rectangles, from ``top`` downwards as pages count."""
    boxes: list[bytes] = []
    for down, row in enumerate(rows):
        foot = top - (down + 1) * side
        at = row.find("1")
        while at >= 0:
            after = row.find("0", at)
            after = len(row) if after < 0 else after
            boxes.append(
                b"%.3f %.3f %.3f %.3f re" % (left + at * side, foot, (after - at) * side, side)
            )
            at = row.find("1", after)
    return boxes


def _colour(colour: Colour) -> bytes:
    return b"%.3g %.3g %.3g" % colour
