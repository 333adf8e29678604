"""Who counts as one payee, and which entries have lines that somebody wrote out."""

from __future__ import annotations

import re
import unicodedata

TYPED = frozenset({"journal", "import"})
"""The events of entries whose lines people write out; every other event has its lines by rule."""

TYPED_PAYEE = "journal"
"""All that such entries pay to nobody by name counts together on a day."""

# What may stand before or behind a name, or stay away, without making it another name; compared as
# NFKC leaves it, which writes one Thai vowel with two signs.
_TITLES = [
    "นางสาว",
    "นส",
    "นาง",
    "นาย",
    "ดช",
    "ดญ",
    "คุณ",
    "ร้าน",
    "บริษัท",
    "บจก",
    "บมจ",
    "หจก",
    "mrs",
    "mr",
    "ms",
    "miss",
    "khun",
]
_ENDINGS = ["จำกัดมหาชน", "จำกัด", "มหาชน", "coltd", "ltd", "co"]


def _one_of(words: list[str]) -> str:
    return "|".join(unicodedata.normalize("NFKC", word) for word in words)


_BEFORE = re.compile(f"^({_one_of(_TITLES)})(?=.)")
_BEHIND = re.compile(f"(?<=.)({_one_of(_ENDINGS)})$")


def payee_key(name: str) -> str:
    """A payee's name so that its spellings are one: neither spaces, dots nor titles differ.

    Splitting a payment over “ร้านปูน” and “ร้าน ปูน” brings nothing (trust.md T8).
    """
    plain = unicodedata.normalize("NFKC", name).casefold()
    letters = "".join(one for one in plain if unicodedata.category(one)[0] in "LMN")
    return _BEFORE.sub("", _BEHIND.sub("", letters))
