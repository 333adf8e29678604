"""Fingerprints: one unambiguous encoding of rows, the chain over them, and the code on paper.

Format ``satcha/1``, frozen. A value is encoded as

    ``n``                     nothing (NULL)
    ``i`` digits ``;``        an integer, decimal, with a leading minus where negative
    ``s`` length ``:`` bytes  text as its UTF-8 bytes, the length counted in bytes

a row as ``r`` and its values in column order, a table as ``t``, its name and row count encoded as
values, and its rows in key order. Booleans are integers 0 and 1, money is satang, days are ISO text
of the common era. The fingerprint of an act is SHA-256 over the previous fingerprint's 32 bytes
(32 zero bytes before the first act), the ASCII text ``satcha/1``, the act's own row without its
fingerprint, and the tables it wrote in the order of their names (architecture.md, "Acts").
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import mul

FORMAT = b"satcha/1"
NOTHING_BEFORE = bytes(32)

# No I, L or O: nobody takes them for a figure. 23 is prime, which the check letter needs.
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 16
_DIGITS = {letter: at for at, letter in enumerate(LETTERS)}
_BASE = len(LETTERS)
_POWERS = tuple([_BASE**at for at in range(CODE_LENGTH - 1)])
_CODES = _BASE ** (CODE_LENGTH - 1)

_SMALL = 1_000_000  # bytes

Value = int | str | None
Row = Sequence[Value]


def encode_value(value: Value) -> bytes:
    """One value in the frozen encoding.

    Raises:
        TypeError: the value is neither text, an integer nor nothing.
    """
    if isinstance(value, str):
        text = value.encode()
        return b"s%d:%b" % (len(text), text)
    if value is None:
        return b"n"
    if type(value) is int:  # not bool: a truth is written as 0 or 1 before it comes here
        return b"i%d;" % value
    raise TypeError(f"no encoding for {type(value).__name__}")


def encode_row(row: Row) -> bytes:
    """One row in column order."""
    return b"r" + b"".join(map(encode_value, row))


class EncodedTexts(dict[str, bytes]):
    """The encoding of each text, made once: the rows of one act repeat days, accounts and names."""

    def __missing__(self, text: str) -> bytes:
        plain = text.encode()
        encoded = self[text] = b"s%d:%b" % (len(plain), plain)
        return encoded


def row_digest(encoded: bytes) -> bytes:
    """Four bytes that let the audit name the row; the proof itself is the act's SHA-256."""
    return zlib.crc32(encoded).to_bytes(4, "big")


def row_digests(encoded_rows: Sequence[bytes]) -> bytes:
    """The digests of rows one behind the other."""
    return struct.pack(f">{len(encoded_rows)}I", *map(zlib.crc32, encoded_rows))


class EncodedRows:
    """The encoding of many rows of one table, in key order, made while they are written.

    An act with hundreds of thousands of rows keeps these instead of the rows.
    """

    def __init__(self, encoded_rows: Sequence[bytes] = ()) -> None:
        self.count = 0
        self.parts: list[bytes] = []
        self.marks: list[str] = []
        self.add(encoded_rows)

    def add(self, encoded_rows: Sequence[bytes]) -> None:
        if not encoded_rows:
            return
        self.count += len(encoded_rows)
        self.parts.append(b"".join(encoded_rows))
        self.marks.append(row_digests(encoded_rows).hex())


class ActDigest:
    """Collects what one act wrote, table by table in the order of their names."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._rows: list[str] = []

    def add_table(self, name: str, encoded_rows: Sequence[bytes]) -> None:
        self.add_rows(name, EncodedRows(encoded_rows))

    def add_rows(self, name: str, rows: EncodedRows) -> None:
        self._parts.append(b"ts%d:%bi%d;" % (len(name), name.encode("ascii"), rows.count))
        self._parts.extend(rows.parts)
        self._rows.append(f"{name}={rows.count}:{''.join(rows.marks)};")

    @property
    def marks(self) -> str:
        """Per table its name, its number of rows and four bytes a row, kept with the act."""
        return "".join(self._rows)

    def fingerprint(self, previous: bytes, act_row: Row) -> bytes:
        """The 32 bytes that seal the act; act_row is the act's row without its fingerprint."""
        return chained(previous, act_row, self._parts)


def chained(previous: bytes, act_row: Row, parts: Iterable[bytes]) -> bytes:
    import hashlib  # on first use: it loads OpenSSL, which most questions do without

    sealed = hashlib.sha256(previous)
    sealed.update(FORMAT + b"r")
    values, parts = map(encode_value, act_row), list(parts)
    if sum(map(len, parts)) <= _SMALL:
        sealed.update(b"".join((*values, *parts)))
    else:  # one by one: the command of a large act is as large as all the rest
        for piece in chain(values, parts):
            sealed.update(piece)
    return sealed.digest()


def marks_by_table(marks: str) -> dict[str, list[str]]:
    """The row marks of an act as hexadecimal text, by table; empty where they cannot be read."""
    found: dict[str, list[str]] = {}
    for part in marks.split(";"):
        name, equals, rest = part.partition("=")
        count, colon, hexadecimal = rest.partition(":")
        if equals and colon and count.isdigit():
            found[name] = [hexadecimal[at : at + 8] for at in range(0, 8 * int(count), 8)]
    return found


def code_of(fingerprint: bytes) -> str:
    """The sixteen letters on paper, in groups of four: fifteen of the hash, one to check."""
    # The letters are the lowest digits to base 23: the rest is cut off before the slow divisions.
    number = int.from_bytes(fingerprint, "big") % _CODES
    digits = [number // power % _BASE for power in _POWERS]
    digits.append(_check_digit(digits))
    return grouped("".join([LETTERS[digit] for digit in digits]))


def _check_digit(digits: Iterable[int]) -> int:
    # Weights 1 to 15 differ and are not 0 modulo 23: one wrong letter or one swap never passes.
    weighted: int = sum(map(mul, range(1, CODE_LENGTH), digits))
    return weighted % _BASE


def grouped(letters: str) -> str:
    return " ".join([letters[at : at + 4] for at in range(0, len(letters), 4)])


def read_code(typed: str) -> str | None:
    """The code as it was printed, from what somebody typed; None where a letter must be wrong."""
    letters = plain_letters(typed)
    if len(letters) != CODE_LENGTH or any(letter not in LETTERS for letter in letters):
        return None
    *digits, check = (_DIGITS[letter] for letter in letters)
    return grouped(letters) if check == _check_digit(digits) else None


def plain_letters(typed: str) -> str:
    """What was typed in capitals without spaces and dashes."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def in_one_line(typed: str) -> str:
    """A code as it was typed or pasted: line breaks and signs that nobody sees are spaces."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in typed).split())


def letters_apart(one: str, other: str) -> int:
    """How many of the sixteen letters differ between two codes of equal length."""
    return sum(a != b for a, b in zip(plain_letters(one), plain_letters(other), strict=False))
