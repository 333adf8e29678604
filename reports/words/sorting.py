"""Thai dictionary order as a key: the same on screens, on paper, on every system and in SQL.

Qt's collator orders rightly where it carries ICU, which on Windows it does not (technology.md 2).
The key follows the Unicode collation algorithm with the Thai tailoring: first the letters, with a
leading vowel after its consonant; among equals the tone marks; among equals the capitals.
"""

from __future__ import annotations

import re
import unicodedata

# Punctuation and signs, figures, Thai, Latin: each character stands where the collator puts it.
_ORDER = (
    " _-–—,;:!?.…·'‘’\"“”()[]{}§@*/\\&#%•๏ฯ๚๛ๆ`^°©®+±÷×<=>|~$£¥฿€"
    "0123456789"
    "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮํะัาำิีึืุูเแโใไฺ"
    "abcdefghijklmnopqrstuvwxyz"
)
# Marks that only decide between otherwise equal words, lightest first.
_MARKS = "๎์็่้๊๋"
_PLACE = {character: chr(0x21 + place) for place, character in enumerate(_ORDER)}
_PLACE["ๅ"] = _PLACE["า"]  # the long aa of ฤๅ: after the plain one, among equals only
_WEIGHT = {mark: chr(0x22 + weight) for weight, mark in enumerate(_MARKS)}
_NO_MARK = "\x21"
_OTHER_MARK = "\x2a"
# Scripts the tailoring does not name follow all others, by their code.
_ELSEWHERE = "\ufdd0"
# NUL would end the text for PostgreSQL; this is the lowest character that it takes.
_LEVEL = "\x01"

_THAI_FIGURES = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_LEADING_VOWEL = re.compile("([เแโใไ])([ก-ฮ])")
# Compatibility normalisation takes sara am apart; in Thai order it is one letter.
_SARA_AM = re.compile("ํ([่้๊๋]?)า|([่้๊๋])ํา")


def thai_key(text: str) -> str:
    """A key whose plain order is Thai dictionary order; equal only for equal texts."""
    letters: list[str] = []
    marks: list[str] = []
    capitals: list[str] = []
    for character in _prepared(text):
        weight = _weight(character)
        if weight:
            marks.append(weight)
        elif not unicodedata.category(character).startswith("C"):
            letters.append(_place(character.lower()))
            marks.append(_NO_MARK)
            capitals.append("\x22" if character.isupper() or character == "ๅ" else "\x21")
    return _LEVEL.join(("".join(letters), "".join(marks), "".join(capitals), text))


def _prepared(text: str) -> str:
    western = unicodedata.normalize("NFKC", text).translate(_THAI_FIGURES)
    whole = _SARA_AM.sub(lambda found: f"{found[1] or found[2] or ''}ำ", western)
    apart = "".join(_without_accents(character) for character in whole)
    return _LEADING_VOWEL.sub(r"\2\1", apart)


def _without_accents(character: str) -> str:
    # Only Latin letters come apart here: decomposing Thai would split sara am again.
    return (
        unicodedata.normalize("NFD", character)
        if character > "\x7f" and character != "ำ"
        else character
    )


def _weight(character: str) -> str:
    """The weight of a mark; nothing for a letter."""
    if character in _WEIGHT:
        return _WEIGHT[character]
    if character not in _PLACE and unicodedata.category(character) == "Mn":
        return _OTHER_MARK + character
    return ""


def _place(letter: str) -> str:
    return _PLACE.get(letter) or "".join(_ELSEWHERE + part for part in letter)
