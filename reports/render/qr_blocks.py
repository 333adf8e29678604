"""The codewords of a QR code: data, padding and Reed-Solomon correction, level M."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

# Versions 1 to 20, level M (ISO/IEC 18004): correction words in each block, number of blocks.
_CORRECTION = (10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26)
_BLOCKS = (1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16)
_BYTES = 0b0100
_PADDING = (0xEC, 0x11)
_FIELD = 0x11D


def version_for(length: int) -> int:
    """The smallest version that holds so many bytes.

    Raises:
        ValueError: none does.
    """
    for version in range(1, len(_BLOCKS) + 1):
        if 4 + _count_bits(version) + 8 * length <= 8 * _data_words(version):
            return version
    raise ValueError("too long for a QR code on paper")


def codewords(content: bytes, version: int) -> list[int]:
    """Data and correction words in the order in which they are drawn."""
    data = _data(content, version)
    count = _BLOCKS[version - 1]
    short, longer = divmod(len(data), count)
    blocks: list[bytes] = []
    at = 0
    for nth in range(count):
        size = short + (nth >= count - longer)
        blocks.append(data[at : at + size])
        at += size
    checks = [_checks(block, _CORRECTION[version - 1]) for block in blocks]
    return [*_interleaved(blocks), *_interleaved(checks)]


def _count_bits(version: int) -> int:
    return 8 if version < 10 else 16


def _data_words(version: int) -> int:
    return _all_words(version) - _CORRECTION[version - 1] * _BLOCKS[version - 1]


def _all_words(version: int) -> int:
    """Squares left beside the patterns, in words of eight."""
    squares = (16 * version + 128) * version + 64
    if version >= 2:
        aligned = version // 7 + 2
        squares -= (25 * aligned - 10) * aligned - 55
    if version >= 7:
        squares -= 36
    return squares // 8


def _data(content: bytes, version: int) -> bytes:
    room = _data_words(version)
    bits = f"{_BYTES:04b}{len(content):0{_count_bits(version)}b}"
    bits += "".join(f"{byte:08b}" for byte in content)
    bits += "0" * min(4, 8 * room - len(bits))
    bits += "0" * (-len(bits) % 8)
    words = bytearray(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))
    for nth in range(room - len(words)):
        words.append(_PADDING[nth % 2])
    return bytes(words)


def _interleaved(blocks: list[bytes]) -> list[int]:
    longest = max(map(len, blocks))
    return [block[nth] for nth in range(longest) for block in blocks if nth < len(block)]


def _checks(block: bytes, count: int) -> bytes:
    divisor = _divisor(count)
    rest = [0] * count
    for byte in block:
        factor = byte ^ rest.pop(0)
        rest.append(0)
        rest = [one ^ _times(other, factor) for one, other in zip(rest, divisor, strict=True)]
    return bytes(rest)


@lru_cache
def _divisor(count: int) -> tuple[int, ...]:
    """The polynomial with the roots 2^0 to 2^(count-1), without its leading 1."""
    found = [0] * (count - 1) + [1]
    root = 1
    for _ in range(count):
        found = [
            _times(one, root) ^ following
            for one, following in zip(found, chain(found[1:], [0]), strict=True)
        ]
        root = _times(root, 2)
    return tuple(found)


@lru_cache(maxsize=65_536)
def _times(one: int, other: int) -> int:
    product = 0
    for nth in range(7, -1, -1):
        product = product << 1 ^ (product >> 7) * _FIELD
        product ^= (other >> nth & 1) * one
    return product
