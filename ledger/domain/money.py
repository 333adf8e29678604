"""Money is whole satang in integers; every rounding is a named policy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from ledger.domain.quick import quick

SATANG_PER_BAHT = 100
# The file refuses larger amounts too (CHECK in every table); ten billion baht is far below it.
LARGEST_SATANG = 10**15

# Every amount of a command is written so: to look two figures up takes half of formatting them.
_PARTS = tuple(f".{part:02d}" for part in range(SATANG_PER_BAHT))
_DECIMAL_BAHT = re.compile(r"(-?)([0-9]{1,13})(?:\.([0-9]{1,2}))?", re.ASCII)


@quick
@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in whole satang (1 baht = 100 satang); negative amounts exist, fractions do not."""

    satang: int

    def __bool__(self) -> bool:
        """Refuse truth: an amount of zero is an amount. Write ``amount == ZERO``."""
        raise TypeError("money has no truth value; compare with ZERO")

    def __add__(self, other: Money) -> Money:
        return Money(self.satang + other.satang)

    def __sub__(self, other: Money) -> Money:
        return Money(self.satang - other.satang)

    def __neg__(self) -> Money:
        return Money(-self.satang)

    def __abs__(self) -> Money:
        return Money(abs(self.satang))

    def __mul__(self, count: int) -> Money:
        return Money(self.satang * count)

    def times(self, factor: Fraction, rounding: Rounding) -> Money:
        """This amount times an exact factor, rounded once by the named policy."""
        return rounding.of(self.satang * factor)

    def shared_by(self, weights: Sequence[int | Fraction]) -> tuple[Money, ...]:
        """Split in proportion to the weights so that the parts always add up to the whole.

        Leftover satang go one each to the largest remainders, earlier parts first.

        Raises:
            ValueError: there is no positive weight, or one is negative.
        """
        whole = sum(weights, Fraction(0))
        if whole <= 0 or any(weight < 0 for weight in weights):
            raise ValueError("shares need weights of at least zero and one above")
        exact = [self.satang * Fraction(weight) / whole for weight in weights]
        floors = [part.numerator // part.denominator for part in exact]
        left = self.satang - sum(floors)
        by_remainder = sorted(range(len(exact)), key=lambda i: (floors[i] - exact[i], i))
        for position in by_remainder[:left]:
            floors[position] += 1
        return tuple(Money(part) for part in floors)

    def as_decimal(self) -> str:
        """Plain decimal baht for programs, two places, no grouping: ``"1250.50"``."""
        satang = self.satang
        if satang < 0:
            return f"-{Money(-satang).as_decimal()}"
        return f"{satang // SATANG_PER_BAHT}{_PARTS[satang % SATANG_PER_BAHT]}"

    @classmethod
    def from_decimal(cls, text: str) -> Money:
        """Read plain decimal baht as programs write it; nothing else passes.

        ``NaN``, ``1e6``, grouping, spaces, more than two places and digits of other scripts are
        refused: people's ways of writing amounts are read by ``reports.words``.

        Raises:
            ValueError: the text is not a decimal amount of baht.
        """
        found = _DECIMAL_BAHT.fullmatch(text)
        if found is None:
            raise ValueError("not a decimal amount of baht")
        sign, whole, part = found.groups()
        satang = int(whole) * SATANG_PER_BAHT + int((part or "0").ljust(2, "0"))
        return cls(-satang if sign else satang)


ZERO = Money(0)


def baht(whole: int, satang: int = 0) -> Money:
    """An amount written the way people say it: ``baht(1_250, 50)``."""
    return Money(whole * SATANG_PER_BAHT + satang)


def total(amounts: Iterable[Money]) -> Money:
    """The sum of the amounts; ZERO for none."""
    return Money(sum([amount.satang for amount in amounts]))


def _half_up(numerator: int, denominator: int) -> int:
    # Away from zero at the half, so a reversal rounds to the mirror of its original.
    size = (2 * abs(numerator) + denominator) // (2 * denominator)
    return -size if numerator < 0 else size


def _half_even(numerator: int, denominator: int) -> int:
    size, left = divmod(numerator, denominator)
    if 2 * left > denominator or (2 * left == denominator and size % 2):
        return size + 1
    return size


def _toward_zero(numerator: int, denominator: int) -> int:
    size = abs(numerator) // denominator
    return -size if numerator < 0 else size


def _away_from_zero(numerator: int, denominator: int) -> int:
    size = -(-abs(numerator) // denominator)
    return -size if numerator < 0 else size


_WAYS = {
    "half_up": _half_up,
    "nearest": _half_up,
    "half_even": _half_even,
    "down": _toward_zero,
    "up": _away_from_zero,
}
_STEPS = {
    "satang": 1,
    "five_satang": 5,
    "ten_satang": 10,
    "quarter": 25,
    "half_baht": 50,
    "baht": 100,
    "five_baht": 500,
    "ten_baht": 1_000,
    "hundred_baht": 10_000,
}


class Rounding(Enum):
    """Named rounding policies: a step and a way (domain.md 1.3; peers.md 2.1 lists those in use).

    ``down`` is towards zero, ``up`` away from it, ``nearest`` and ``half_up`` take the half away
    from zero. The same names stand in settings, on the console and on paper.
    """

    SATANG_HALF_UP = "satang_half_up"
    SATANG_HALF_EVEN = "satang_half_even"
    SATANG_DOWN = "satang_down"
    SATANG_UP = "satang_up"
    FIVE_SATANG_NEAREST = "five_satang_nearest"
    FIVE_SATANG_DOWN = "five_satang_down"
    FIVE_SATANG_UP = "five_satang_up"
    TEN_SATANG_NEAREST = "ten_satang_nearest"
    TEN_SATANG_DOWN = "ten_satang_down"
    TEN_SATANG_UP = "ten_satang_up"
    QUARTER_NEAREST = "quarter_nearest"
    QUARTER_DOWN = "quarter_down"
    QUARTER_UP = "quarter_up"
    HALF_BAHT_NEAREST = "half_baht_nearest"
    HALF_BAHT_DOWN = "half_baht_down"
    HALF_BAHT_UP = "half_baht_up"
    BAHT_NEAREST = "baht_nearest"
    BAHT_HALF_EVEN = "baht_half_even"
    BAHT_DOWN = "baht_down"
    BAHT_UP = "baht_up"
    FIVE_BAHT_NEAREST = "five_baht_nearest"
    FIVE_BAHT_DOWN = "five_baht_down"
    FIVE_BAHT_UP = "five_baht_up"
    TEN_BAHT_NEAREST = "ten_baht_nearest"
    TEN_BAHT_DOWN = "ten_baht_down"
    TEN_BAHT_UP = "ten_baht_up"
    HUNDRED_BAHT_NEAREST = "hundred_baht_nearest"
    HUNDRED_BAHT_DOWN = "hundred_baht_down"
    HUNDRED_BAHT_UP = "hundred_baht_up"

    def __init__(self, name: str) -> None:
        step = next(step for step in sorted(_STEPS, key=len, reverse=True) if name.startswith(step))
        self.step = _STEPS[step]
        self.way = _WAYS[name.removeprefix(f"{step}_")]

    def ratio(self, numerator: int, denominator: int) -> int:
        """Round numerator/denominator satang; the denominator is positive. Answers satang."""
        return self.way(numerator, denominator * self.step) * self.step

    def of(self, satang: Fraction | int) -> Money:
        """Round an exact number of satang by this policy."""
        return Money(self.ratio(satang.numerator, satang.denominator))
