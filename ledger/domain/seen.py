"""Texts whose every sign is seen: what turns the writing around looks like another name (6.7)."""

from __future__ import annotations

import re

from ledger.domain.refusals.intake import HiddenSign, WrongKind

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def check_seen(text: str, field: str) -> None:
    """Refuse control signs and changes of direction, on the console as in imports and forms.

    Raises:
        WrongKind, HiddenSign: it holds such a sign.
    """
    if _CONTROL.search(text):
        raise WrongKind(field, "text")
    found = _TURNS.search(text)
    if found is not None:
        raise HiddenSign(field, f"U+{ord(found[0]):04X}")
