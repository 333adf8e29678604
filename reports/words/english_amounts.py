"""Amounts in English words, and English words back to amounts."""

from __future__ import annotations

import re

from ledger.domain.money import SATANG_PER_BAHT, Money

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_GROUPS = ("", "thousand", "million", "billion", "trillion")


def english_words(amount: Money) -> str:
    """The amount as on a cheque: ``one thousand two hundred fifty baht and fifty satang``."""
    whole, satang = divmod(abs(amount.satang), SATANG_PER_BAHT)
    sign = "minus " if amount.satang < 0 else ""
    if not satang:
        return f"{sign}{number_in_english(whole)} baht only"
    if not whole:
        return f"{sign}{number_in_english(satang)} satang"
    return f"{sign}{number_in_english(whole)} baht and {number_in_english(satang)} satang"


def number_in_english(number: int) -> str:
    """A whole number from zero to below 10**15 in English words, short scale."""
    if number == 0:
        return _SMALL[0]
    parts: list[str] = []
    for group in _GROUPS:
        number, rest = divmod(number, 1_000)
        if rest:
            parts.append(f"{_below_a_thousand(rest)} {group}".rstrip())
    return " ".join(reversed(parts))


def _below_a_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [f"{_SMALL[hundreds]} hundred"] if hundreds else []
    if rest:
        parts.append(_below_a_hundred(rest))
    return " ".join(parts)


def _below_a_hundred(number: int) -> str:
    if number < len(_SMALL):
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_SMALL[ones]}" if ones else _TENS[tens]


def read_english_words(text: str) -> Money:
    """The amount that English words say.

    Raises:
        ValueError: the text is not an amount in English words.
    """
    found = _AMOUNT.fullmatch(text)
    if found is None:
        raise ValueError("not an amount in English words")
    whole = read_english_number(found["baht"]) if found["baht"] else 0
    satang = read_english_number(found["satang"]) if found["satang"] else 0
    if satang >= SATANG_PER_BAHT:
        raise ValueError("a hundred satang are a baht")
    size = whole * SATANG_PER_BAHT + satang
    return Money(-size if found["sign"] else size)


def read_english_number(words: str) -> int:
    """The whole number that English words say.

    Raises:
        ValueError: the words are not a number.
    """
    number = 0
    for part in _PARTS.finditer(f"{words} "):
        number += _read_below_a_thousand(part["number"]) * _SIZES[part["group"] or ""]
    # Saying it again is the proof: whatever the loop skipped, bent or doubled differs here.
    if number_in_english(number) != words:
        raise ValueError(f"not a number in English words: {words}")
    return number


def _read_below_a_thousand(words: str) -> int:
    hundreds, hundred, rest = words.rpartition(" hundred")
    tens, _, ones = rest.strip().partition("-")
    left = _VALUES.get(tens, 0) + _VALUES.get(ones, 0)
    return (_VALUES.get(hundreds, 0) * 100 if hundred else 0) + left


_SIZES = {group: 1_000**power for power, group in enumerate(_GROUPS)}
_VALUES = {word: value for value, word in enumerate(_SMALL)} | {
    word: 10 * value for value, word in enumerate(_TENS) if word
}
_PARTS = re.compile(rf"(?P<number>.+?) (?:(?P<group>{'|'.join(_GROUPS[1:])}) |$)")
_AMOUNT = re.compile(
    "(?P<sign>minus )?(?:(?P<baht>.+?) baht (?:and )?)?(?:only|(?P<satang>.+) satang)"
)
