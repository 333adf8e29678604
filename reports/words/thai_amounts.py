"""Amounts in Thai words, and Thai words back to amounts (domain.md 3.8)."""

from __future__ import annotations

import re

from ledger.domain.money import SATANG_PER_BAHT, Money

_DIGITS = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_MILLION = "ล้าน"
_MILLION_SIZE = 10**6


def thai_words(amount: Money) -> str:
    """The amount as it stands on a receipt: ``หนึ่งพันสองร้อยห้าสิบบาทห้าสิบสตางค์``."""
    whole, satang = divmod(abs(amount.satang), SATANG_PER_BAHT)
    sign = "ลบ" if amount.satang < 0 else ""
    if not satang:
        return f"{sign}{number_in_thai(whole)}บาทถ้วน"
    bahts = f"{number_in_thai(whole)}บาท" if whole else ""
    return f"{sign}{bahts}{number_in_thai(satang)}สตางค์"


def number_in_thai(number: int) -> str:
    """A whole number of at least zero in Thai words."""
    if number == 0:
        return _DIGITS[0]
    millions, rest = divmod(number, _MILLION_SIZE)
    if not millions:
        return _below_a_million(rest, follows=False)
    return f"{number_in_thai(millions)}{_MILLION}{_below_a_million(rest, follows=True)}"


def _below_a_million(number: int, *, follows: bool) -> str:
    """Words for 0 to 999,999; nothing at all for zero. ``follows``: millions stand before."""
    digits = [int(digit) for digit in reversed(str(number))]
    words = [_word(digit, place) for place, digit in enumerate(digits) if digit]
    # A one in the units place after anything larger is เอ็ด: 21, 101, 51,000,001 (domain.md 3.8).
    if digits[0] == 1 and (len(digits) > 1 or follows):
        words[0] = "เอ็ด"
    return "".join(reversed(words))


def _word(digit: int, place: int) -> str:
    if place == 1 and digit == 1:
        return _PLACES[1]
    if place == 1 and digit == 2:
        return "ยี่" + _PLACES[1]
    return _DIGITS[digit] + _PLACES[place]


def read_thai_words(text: str) -> Money:
    """The amount that Thai words say; a one after tens is read as เอ็ด and as หนึ่ง.

    Raises:
        ValueError: the text is not an amount in Thai words.
    """
    found = _AMOUNT.fullmatch(text)
    if found is None:
        raise ValueError("not an amount in Thai words")
    whole = read_thai_number(found["baht"]) if found["baht"] else 0
    satang = read_thai_number(found["satang"]) if found["satang"] else 0
    if satang >= SATANG_PER_BAHT:
        raise ValueError("a hundred satang are a baht")
    size = whole * SATANG_PER_BAHT + satang
    return Money(-size if found["sign"] else size)


def read_thai_number(words: str) -> int:
    """The whole number that Thai words say.

    Raises:
        ValueError: the words are not a number.
    """
    if words == _DIGITS[0]:
        return 0
    millions, million, rest = words.rpartition(_MILLION)
    if million:
        return read_thai_number(millions) * _MILLION_SIZE + _read_below_a_million(rest)
    if not rest:
        raise ValueError("no number at all")
    return _read_below_a_million(rest)


def _read_below_a_million(words: str) -> int:
    found = _BELOW_A_MILLION.fullmatch(words)
    if found is None:
        raise ValueError(f"not a number in Thai words: {words}")
    number = 0
    for place, digit in enumerate(found.group(4, 3, 2, 1), start=2):
        number += _VALUES[digit or "ศูนย์"] * 10**place
    if found["tens"]:
        number += 10 * _VALUES[found["many"] or "หนึ่ง"]
    return number + _VALUES[found["ones"] or "ศูนย์"]


_VALUES = {word: value for value, word in enumerate(_DIGITS)} | {"เอ็ด": 1, "ยี่": 2}
_DIGIT = "|".join(_DIGITS[1:])
_BELOW_A_MILLION = re.compile(
    "".join(f"(?:({_DIGIT}){place})?" for place in reversed(_PLACES[2:]))
    + f"(?P<tens>(?P<many>ยี่|{'|'.join(_DIGITS[3:])})?สิบ)?(?P<ones>เอ็ด|{_DIGIT})?"
)
_AMOUNT = re.compile("(?P<sign>ลบ)?(?:(?P<baht>.+?)บาท|(?=.*สตางค์))(?:ถ้วน|(?P<satang>.+)สตางค์)")
