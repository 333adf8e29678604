"""How paper looks: calm, hairlines, one accent colour, room for Thai marks. Sizes in points."""

from __future__ import annotations

from dataclasses import dataclass, replace

POINTS_PER_MM = 72 / 25.4

Colour = tuple[float, float, float]

INK: Colour = (0.11, 0.12, 0.13)
QUIET: Colour = (0.38, 0.41, 0.43)
ACCENT: Colour = (0.07, 0.36, 0.38)
HAIRLINE_GREY: Colour = (0.80, 0.82, 0.82)
TINT: Colour = (0.945, 0.962, 0.960)
PRACTICE: Colour = (0.98, 0.77, 0.28)

HAIRLINE = 0.4
RULE = 0.9
LEADING = 1.5  # times the size: stacked marks such as ปี่ and ฐู need it
CLOSE = 1.36  # at the least: these marks just do not touch the line above
ASCENT = 1.068  # of Sarabun, times the size
DESCENT = 0.232


def mm(millimetres: float) -> float:
    """Millimetres in points."""
    return millimetres * POINTS_PER_MM


def leading(size: float, times: float = LEADING) -> float:
    return size * times


def baseline(size: float, times: float = LEADING) -> float:
    """From the top of a line of this size down to where its letters stand."""
    return (leading(size, times) - (ASCENT + DESCENT) * size) / 2 + ASCENT * size


@dataclass(frozen=True, slots=True)
class Scale:
    """The sizes of one kind of sheet."""

    text: float = 10
    small: float = 8
    table: float = 9.5
    smallest: float = 6
    title: float = 17
    heading: float = 12.5
    part: float = 10.5
    cooperative: float = 10.5
    lines: float = LEADING  # from line to line, times the size
    signing: float = 2.6  # white for the hand that signs, times the text

    def leading(self, size: float) -> float:
        return leading(size, self.lines)

    def baseline(self, size: float) -> float:
        return baseline(size, self.lines)


ON_A4 = Scale()
ON_A5 = Scale(text=9.5, small=7.5, table=9, title=15, heading=11.5, part=10, cooperative=10)
ON_ROLL = Scale(text=8.5, small=7, table=8, title=12, heading=9.5, part=9, cooperative=9)
# Half a sheet whose text would else need a second half: smaller letters, then closer lines as well.
ON_FULL_HALF = Scale(text=8.5, small=7, table=8, title=12.5, heading=10, part=9, cooperative=9)
ON_FULLEST_HALF = replace(ON_FULL_HALF, lines=CLOSE, signing=2.0, title=11, heading=9)


def scale_for(width_mm: float) -> Scale:
    """The sizes that suit a sheet so wide."""
    if width_mm < 100:
        return ON_ROLL
    return ON_A5 if width_mm < 200 else ON_A4
