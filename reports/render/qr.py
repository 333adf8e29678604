"""QR codes (ISO/IEC 18004): a text as black and white squares, error correction level M.

Text goes in as bytes of UTF-8. Versions 1 to 20 are enough for 666 bytes.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from reports.render.qr_blocks import codewords, version_for

_MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda row, column: (row + column) % 2 == 0,
    lambda row, column: row % 2 == 0,  # noqa: ARG005
    lambda row, column: column % 3 == 0,  # noqa: ARG005
    lambda row, column: (row + column) % 3 == 0,
    lambda row, column: (row // 2 + column // 3) % 2 == 0,
    lambda row, column: row * column % 2 + row * column % 3 == 0,
    lambda row, column: (row * column % 2 + row * column % 3) % 2 == 0,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2 == 0,
)
_LEVEL_M = 0
_RUN = re.compile("0{5,}|1{5,}")
_LIKE_A_FINDER = re.compile("(?=00001011101|10111010000)")

_Squares = list[list[bool | None]]  # None: free for data


@lru_cache(maxsize=64)
def squares(text: str) -> tuple[str, ...]:
    """Rows of ``1`` (black) and ``0``, without the quiet zone of four squares around them.

    Raises:
        ValueError: the text is longer than 666 bytes.
    """
    content = text.encode("utf-8", "replace")
    version = version_for(len(content))
    field = _with_patterns(version)
    data = _bits(codewords(content, version))
    path = list(_path(field))
    candidates = (_finished(field, path, data, mask) for mask in range(8))
    return min(candidates, key=_penalty)


def _with_patterns(version: int) -> _Squares:
    size = 17 + 4 * version
    field: _Squares = [[None] * size for _ in range(size)]
    for nth in range(size):
        field[6][nth] = field[nth][6] = nth % 2 == 0
    places = _alignment(version)
    for row in places:
        for column in places:
            if (row, column) not in {(6, 6), (6, size - 7), (size - 7, 6)}:
                _square(field, row, column, 2)
    for row, column in ((3, 3), (3, size - 4), (size - 4, 3)):
        _square(field, row, column, 4)
    if version >= 7:
        _put_version(field, version)
    _put_format(field, 0)
    return field


def _square(field: _Squares, row: int, column: int, reach: int) -> None:
    """Nested squares around a centre: black, white, black from the inside."""
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            y, x = row + down, column + right
            if 0 <= y < len(field) and 0 <= x < len(field):
                ring = max(abs(down), abs(right))
                field[y][x] = ring in {0, 2} if reach == 2 else ring not in {2, 4}


def _alignment(version: int) -> list[int]:
    if version == 1:
        return []
    count = version // 7 + 2
    step = -(-(version * 4 + 4) // (count * 2 - 2)) * 2
    last = version * 4 + 10
    return [6, *sorted(last - nth * step for nth in range(count - 1))]


def _put_version(field: _Squares, version: int) -> None:
    bits = version << 12 | _remainder(version << 12, 0x1F25, 12)
    size = len(field)
    for nth in range(18):
        row, column = nth // 3, size - 11 + nth % 3
        field[row][column] = field[column][row] = bits >> nth & 1 == 1


def _put_format(field: _Squares, mask: int) -> None:
    known = (_LEVEL_M << 3 | mask) << 10
    bits = (known | _remainder(known, 0x537, 10)) ^ 0x5412
    size = len(field)
    around = [(nth if nth < 6 else nth + 1, 8) for nth in range(8)]
    around += [(8, 7), *((8, 14 - nth) for nth in range(9, 15))]
    for nth, (row, column) in enumerate(around):
        field[row][column] = bits >> nth & 1 == 1
    for nth in range(15):
        row, column = (8, size - 1 - nth) if nth < 8 else (size - 15 + nth, 8)
        field[row][column] = bits >> nth & 1 == 1
    field[size - 8][8] = True


def _remainder(value: int, divisor: int, degree: int) -> int:
    for nth in range(value.bit_length() - 1, degree - 1, -1):
        if value >> nth & 1:
            value ^= divisor << nth - degree
    return value


def _bits(words: Sequence[int]) -> list[bool]:
    return [word >> nth & 1 == 1 for word in words for nth in range(7, -1, -1)]


def _path(field: _Squares) -> Iterator[tuple[int, int]]:
    """The free squares in the order of the data: pairs of columns, up and down, from the right."""
    size = len(field)
    up = True
    for right in [*range(size - 1, 6, -2), *range(5, 0, -2)]:
        for row in range(size - 1, -1, -1) if up else range(size):
            for column in (right, right - 1):
                if field[row][column] is None:
                    yield row, column
        up = not up


def _finished(
    field: _Squares, path: list[tuple[int, int]], data: list[bool], mask: int
) -> tuple[str, ...]:
    full = [row.copy() for row in field]
    _put_format(full, mask)
    flips = _MASKS[mask]
    for nth, (row, column) in enumerate(path):
        bit = data[nth] if nth < len(data) else False
        full[row][column] = bit != flips(row, column)
    return tuple("".join("1" if square else "0" for square in row) for row in full)


def _penalty(rows: tuple[str, ...]) -> int:
    columns = ["".join(column) for column in zip(*rows, strict=True)]
    found = 0
    for line in (*rows, *columns):
        found += sum(run.end() - run.start() - 2 for run in _RUN.finditer(line))
        found += 40 * len(_LIKE_A_FINDER.findall(line))
    found += 3 * _blocks(rows)
    black = sum(row.count("1") for row in rows)
    share = black * 20 - len(rows) ** 2 * 10
    return found + 10 * max(0, -(-abs(share) // len(rows) ** 2) - 1)


def _blocks(rows: tuple[str, ...]) -> int:
    """How many squares of two by two are of one colour."""
    numbers = [int(row, 2) for row in rows]
    inner = (1 << len(rows) - 1) - 1
    count = 0
    for upper, lower in itertools.pairwise(numbers):
        same = ~(upper ^ lower)
        level = ~(upper ^ upper >> 1)
        count += (same & same >> 1 & level & inner).bit_count()
    return count
