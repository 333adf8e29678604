"""Where the objects of a PDF lie: a number for each, packed away with its neighbours.

Two thousand statements have millions of objects, whose places would else fill the memory.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterator

_TOGETHER = 1 << 14  # objects that are packed at once
_FREE, _AT, _WITHIN = 0, 1, 2  # kinds of entries in the list of objects
_FIRST = 0xFFFF  # of the object 0, which heads the list of free ones: nothing else is free here
_QUICK = 1


class Places:
    """For each object its kind, offset or holding object, and place in that object."""

    def __init__(self) -> None:
        self._count = 0
        self._open: dict[int, array[int]] = {}
        self._missing: dict[int, int] = {}  # for each open part, how many of its places are unknown
        self._packed: list[bytes] = []
        self._keep(self.reserve(), _FIRST)

    def __len__(self) -> int:
        return self._count

    def reserve(self) -> int:
        """The number of a new object whose place is told later."""
        number = self._count
        part, nth = divmod(number, _TOGETHER)
        if nth == 0:
            self._open[part] = array("Q", bytes(8 * _TOGETHER))
            self._missing[part] = _TOGETHER
            self._packed.append(b"")
        self._count += 1
        return number

    def at(self, number: int, offset: int) -> None:
        """The object begins there in the file."""
        self._keep(number, _place(_AT, offset))

    def within(self, number: int, holder: int, nth: int) -> None:
        """The object is the nth of the stream ``holder``."""
        self._keep(number, _place(_WITHIN, holder, nth))

    def listing(self) -> Iterator[bytes]:
        """Eight bytes for each object, in their order, as the format wants them; only once."""
        for part, packed in enumerate(self._packed):
            places = self._open.get(part)
            whole = zlib.decompress(packed) if places is None else _big_endian(places)
            yield whole[: 8 * (self._count - part * _TOGETHER)]

    def _keep(self, number: int, place: int) -> None:
        part, nth = divmod(number, _TOGETHER)
        self._open[part][nth] = place
        self._missing[part] -= 1
        if not self._missing[part]:
            del self._missing[part]
            self._packed[part] = zlib.compress(_big_endian(self._open.pop(part)), _QUICK)


def _place(kind: int, where: int, nth: int = 0) -> int:
    return kind << 56 | where << 16 | nth


def _big_endian(places: array[int]) -> bytes:
    if sys.byteorder == "little":  # pragma: no branch  (the format wants the other)
        places.byteswap()
    return places.tobytes()
