"""What a chart shows, without Qt: series of amounts over labels, and the scale that holds them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ledger.domain.money import SATANG_PER_BAHT, Money

_MOST_STEPS = 5


class ChartKind(Enum):
    LINE = "line"
    BAR = "bar"


@dataclass(frozen=True, slots=True)
class Series:
    """One line or one row of bars; None where there is no figure, which is not zero."""

    name: str
    values: tuple[Money | None, ...]


@dataclass(frozen=True, slots=True)
class ChartData:
    """Labels from left to right, mostly months, and the series over them."""

    labels: tuple[str, ...]
    series: tuple[Series, ...]

    def __post_init__(self) -> None:
        if any(len(series.values) != len(self.labels) for series in self.series):
            raise ValueError("every series has one value, or None, for each label")

    @property
    def is_empty(self) -> bool:
        return not any(_known(series) for series in self.series)


@dataclass(frozen=True, slots=True)
class Scale:
    """The lines across the chart, in whole baht, from the lowest to the highest."""

    ticks: tuple[int, ...]

    def height_of(self, amount: Money, pixels: int) -> int:
        """How many pixels above the lowest line an amount stands."""
        lowest, highest = self.ticks[0], self.ticks[-1]
        above = amount.satang - lowest * SATANG_PER_BAHT
        return pixels * above // ((highest - lowest) * SATANG_PER_BAHT)


def scale_for(data: ChartData) -> Scale:
    """Round lines that hold every figure and zero: steps of 1, 2 or 5 times a power of ten."""
    satang = [value.satang for series in data.series for value in _known(series)]
    lowest = min([0, *satang]) // SATANG_PER_BAHT
    highest = -(-max([0, *satang]) // SATANG_PER_BAHT)
    step = _step(max(highest - lowest, 1))
    first = lowest // step
    last = max(-(-highest // step), first + 1)
    return Scale(tuple(number * step for number in range(first, last + 1)))


def _step(span: int) -> int:
    """The smallest round step that needs at most so many steps for the span."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if factor * power * _MOST_STEPS >= span:
                return factor * power
        power *= 10


def _known(series: Series) -> list[Money]:
    return [value for value in series.values if value is not None]
