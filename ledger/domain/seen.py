"""Texts whose every sign is seen (trust.md 6.7), and how long a name may be."""

from __future__ import annotations

import re

from ledger.domain.refusals.intake import HiddenSign, TextTooLong

LONGEST_NAME = 120  # characters; names stand in one line of lists and papers
LONGEST_ADDRESS = 300
LONGEST_NOTE = 2_000

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def check_seen(text: str, field: str) -> None:
    """Refuse control signs and changes of direction, on the console as in imports and forms.

    Raises:
        HiddenSign: it holds such a sign.
    """
    found = _CONTROL.search(text) or _TURNS.search(text)
    if found is not None:
        raise HiddenSign(field, f"U+{ord(found[0]):04X}")


def check_length(text: str, field: str, longest: int = LONGEST_NAME) -> str:
    """The text, when it is no longer than forms take it.

    Raises:
        TextTooLong: it is.
    """
    if len(text) > longest:
        raise TextTooLong(field, len(text), longest)
    return text


def longest_of(field: str) -> int:
    """How many characters a field of the register takes."""
    return {"address": LONGEST_ADDRESS, "note": LONGEST_NOTE}.get(field, LONGEST_NAME)
