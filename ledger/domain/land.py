"""Areas of land in rai, ngan and square wah, as Thai title deeds write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

WAH_PER_NGAN = 100
WAH_PER_RAI = 400
_LARGEST = 10**10  # hundredths of a square wah: a quarter of a million rai

_DEED = re.compile(r"(?:([0-9]{1,6})-([0-3])-)?([0-9]{1,8})(?:\.([0-9]{1,2}))?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class LandArea:
    """An area in whole hundredths of a square wah (ตารางวา); 1 rai = 4 ngan = 400 square wah."""

    hundredths: int

    @classmethod
    def parse(cls, text: str) -> LandArea:
        """Read ``1-2-35.5`` (rai-ngan-square wah) or ``235.5`` (square wah alone).

        Raises:
            ValueError: the text has another form, or 100 square wah and more stand behind ngan.
        """
        found = _DEED.fullmatch(text)
        if found is None:
            raise ValueError("an area is written rai-ngan-wah")
        rai, ngan, wah, part = found.groups()
        if rai is not None and int(wah) >= WAH_PER_NGAN:
            raise ValueError("a hundred square wah are one ngan")
        whole = int(rai or 0) * WAH_PER_RAI + int(ngan or 0) * WAH_PER_NGAN + int(wah)
        area = cls(whole * 100 + int((part or "").ljust(2, "0")))
        if area.hundredths > _LARGEST:
            raise ValueError("no plot is that large")
        return area

    @property
    def rai(self) -> int:
        return self.hundredths // (WAH_PER_RAI * 100)

    @property
    def ngan(self) -> int:
        return self.hundredths // (WAH_PER_NGAN * 100) % 4

    @property
    def wah_text(self) -> str:
        """The square wah beside rai and ngan, without closing zeros: ``35.5``."""
        return _decimal(self.hundredths % (WAH_PER_NGAN * 100))

    @property
    def square_wah(self) -> Fraction:
        """The whole area in square wah."""
        return Fraction(self.hundredths, 100)

    @property
    def deed(self) -> str:
        """As on a deed: ``1-2-35.5``."""
        return f"{self.rai}-{self.ngan}-{self.wah_text}"

    def __add__(self, other: LandArea) -> LandArea:
        return LandArea(self.hundredths + other.hundredths)


NO_LAND = LandArea(0)


def read_area(value: object, place: str) -> LandArea:
    """The area that a JSON text stands for.

    Raises:
        NotAnArea: it stands for none.
    """
    found = _area_of(value) if isinstance(value, str) else None
    if found is None:
        # On first use: every call of the console loads this module, hardly any needs the refusals.
        from ledger.domain.refusals.leases import NotAnArea

        raise NotAnArea(place, str(value)[:80])
    return found


def _area_of(text: str) -> LandArea | None:
    try:
        return LandArea.parse(text)
    except ValueError:
        return None


def _decimal(hundredths: int) -> str:
    whole, part = divmod(hundredths, 100)
    return f"{whole}.{part:02d}".rstrip("0").rstrip(".")
