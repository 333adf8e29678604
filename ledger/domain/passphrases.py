"""What is guessed first: passphrases made of common words, names, keys in a row, or digits.

Own rules and an own short list (``common_passphrases.tsv``), so that no list of others has to be
kept up to date (trust.md 6.5). What is left of a passphrase when everything is struck out that a
guesser tries first has to be long enough.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from pathlib import Path

from ledger.domain.recovery import SHORTEST_PASSPHRASE
from ledger.domain.refusals.keys import PassphraseGuessable, PassphraseShort

_LEFT = 6  # letters that have to remain
_RUN = 4  # letters in a row on the keyboard or in the alphabet that count as one thing
_PART = 4  # letters of a name that count as part of it
_KINDS = 5  # different letters at least
_STANDS_FOR = str.maketrans("013457@$!|", "oieastasil")
_ROWS = (
    "1234567890",
    "0987654321",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "1q2w3e4r5t6y7u8i9o0p",
    "abcdefghijklmnopqrstuvwxyz",
    # The Thai layout that every keyboard has (Kedmanee), plain and with shift.
    "ๅ/-ภถุึคตจขช",
    "ๆไำพะัีรนยบล",
    "ฟหกดเ้่าสวง",
    "ผปแอิืทมใฝ",
    "๐ฎฑธํ๊ณฯญฐ",
    "ฤฆฏโฌ็๋ษศซ",
    "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
)


class Weakness(Enum):
    """Why a passphrase is guessed soon."""

    DIGITS = "digits"
    REPEATED = "repeated"
    ROW = "row"
    COMMON = "common"
    NAME = "name"


def check_passphrase(passphrase: str, names: Iterable[str] = ()) -> None:
    """Refuse a new passphrase that is guessed too soon.

    ``names`` are those of the cooperative and of its people, which a guesser knows.

    Raises:
        PassphraseShort: it has too few letters.
        PassphraseGuessable: it is made of what is guessed first.
    """
    if len(unicodedata.normalize("NFKC", passphrase).strip()) < SHORTEST_PASSPHRASE:
        raise PassphraseShort(SHORTEST_PASSPHRASE)
    found = weakness(passphrase, names)
    if found is not None:
        raise PassphraseGuessable(found.value)


def weakness(passphrase: str, names: Iterable[str] = ()) -> Weakness | None:
    """Why it is guessed soon; None where enough is left that nobody guesses first."""
    digits = _plain(passphrase, letters=False)
    if not any(letter.isalpha() for letter in digits):
        return Weakness.DIGITS
    if len(set(digits)) < _KINDS or _repeats(digits):
        return Weakness.REPEATED
    left = _without_rows(digits)
    if len(_letters(left)) < _LEFT:
        return Weakness.ROW
    left = _letters(_plain(left, letters=True))
    for common in _common():
        left = left.replace(common, "")
    if len(left) < _LEFT:
        return Weakness.COMMON
    for name in names:
        left = _without_parts(left, _letters(_plain(name, letters=True)))
    return Weakness.NAME if len(left) < _LEFT else None


def _plain(text: str, *, letters: bool) -> str:
    """Small letters and digits without signs between them; ``letters``: 0 is read as o."""
    settled = unicodedata.normalize("NFKC", text).casefold()
    plain = "".join(
        str(unicodedata.digit(letter)) if letter.isdigit() else letter
        for letter in settled
        if not letter.isspace() and letter not in "-_.,"
    )
    return plain.translate(_STANDS_FOR) if letters else plain


def _letters(text: str) -> str:
    """The letters of a text with the marks above and below them."""
    return "".join(one for one in text if unicodedata.category(one)[0] in "LM")


def _repeats(text: str) -> bool:
    """Whether it is one short piece again and again."""
    return any(
        text == (text[:length] * (len(text) // length + 1))[: len(text)]
        for length in range(1, len(text) // 2 + 1)
    )


def _without_rows(text: str) -> str:
    return _struck(text, _rows(), _RUN)


@cache
def _rows() -> tuple[str, ...]:
    settled = (unicodedata.normalize("NFKC", one) for one in _ROWS)
    both = ((row, row[::-1]) for row in settled)
    return tuple(row for pair in both for row in pair)


def _without_parts(text: str, name: str) -> str:
    return _struck(text, (name,), _PART)


def _struck(text: str, wholes: tuple[str, ...], least: int) -> str:
    """The text without every piece of so many letters at least that stands in one of the wholes."""
    kept, at = [], 0
    while at < len(text):
        length = max(_longest(text, at, whole) for whole in wholes)
        if length < least:
            kept.append(text[at])
            length = 1
        at += length
    return "".join(kept)


def _longest(text: str, at: int, whole: str) -> int:
    length = 0
    while at + length < len(text) and text[at : at + length + 1] in whole:
        length += 1
    return length


@cache
def _common() -> tuple[str, ...]:
    """The words of the list as they are compared, the longest first."""
    return tuple(sorted(set(_read()), key=lambda one: (-len(one), one)))


def _read() -> Iterator[str]:
    path = Path(__file__).with_name("common_passphrases.tsv")
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            for word in line.split("\t"):
                if plain := _letters(_plain(word, letters=True)):
                    yield plain
