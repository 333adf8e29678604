"""Names, numbers and telephones as they are typed and as they are shown."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

from ledger.domain.seen import LONGEST_NAME, LONGEST_NOTE
from reports.words.figures import in_western_digits


class TextProblem(Enum):
    """Why a text is not taken."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    HIDDEN_SIGN = "hidden_sign"


@dataclass(frozen=True, slots=True)
class WrongText:
    """A typed text that is not taken; ``sign`` names the hidden character, as ``U+202E``."""

    problem: TextProblem
    text: str
    longest: int
    sign: str = ""


def clean_name(text: str, longest: int = LONGEST_NAME) -> str | WrongText:
    """A text of one line as typed, without spaces at the ends and doubled ones inside.

    Characters that nobody sees, control signs, zero widths, changes of direction, are refused and
    not taken away silently: two names must not look the same and differ (trust.md 6.7).
    """
    return _clean(text, text, longest=longest)


def clean_note(text: str, longest: int = LONGEST_NOTE) -> str | WrongText:
    """A text of several lines; otherwise as ``clean_name``."""
    lines = re.split("\r\n|\r|\n", text.strip())
    cleaned = [_clean(line, text, longest=longest) if line.strip() else "" for line in lines]
    wrong = next((line for line in cleaned if isinstance(line, WrongText)), None)
    if wrong is not None:
        return wrong
    whole = "\n".join(line for line in cleaned if isinstance(line, str))
    return whole if len(whole) <= longest else WrongText(TextProblem.TOO_LONG, whole, longest)


def _clean(line: str, text: str, *, longest: int) -> str | WrongText:
    hidden = next((sign for sign in line.strip() if _is_hidden(sign)), None)
    if hidden is not None:
        return WrongText(TextProblem.HIDDEN_SIGN, text, longest, f"U+{ord(hidden):04X}")
    cleaned = " ".join(line.split())
    if not cleaned:
        return WrongText(TextProblem.EMPTY, text, longest)
    if len(cleaned) > longest:
        return WrongText(TextProblem.TOO_LONG, text, longest)
    return cleaned


def _is_hidden(sign: str) -> bool:
    # Cc, Cf, Cs, Co, Cn: control, format, half characters, private, unassigned; Zl, Zp: line ends.
    return unicodedata.category(sign)[0] == "C" or unicodedata.category(sign) in ("Zl", "Zp")


def shown_id(number: str) -> str:
    """A national number as printed on the card: ``1-2345-67890-12-1``."""
    return "-".join((number[:1], number[1:5], number[5:10], number[10:12], number[12:]))


def masked_id(number: str) -> str:
    """A national number of which only the end is shown: ``x-xxxx-xxxxx-12-1``."""
    return shown_id("x" * 10 + number[10:]) if number else ""


_TELEPHONE = re.compile(r"(0[0-9]{8,9})")
# Mobile numbers have ten digits; Bangkok's code is 02, all other fixed codes have three digits.
_GROUPS = re.compile(
    r"(0[0-9]{2})([0-9]{3})([0-9]{4})|(02)([0-9]{3})([0-9]{4})|(0[0-9]{2})([0-9]{3})([0-9]{3})"
)


def clean_phone(text: str) -> str | None:
    """The digits of a Thai telephone number, from ``0``; None when it is none.

    Spaces, hyphens, dots and brackets are taken, Thai digits and ``+66`` too.
    """
    digits = re.sub(r"[ \-.()]", "", in_western_digits(text.strip()))
    local = re.sub(r"^(?:\+66|0066)0?", "0", digits)
    return local if _TELEPHONE.fullmatch(local) else None


def shown_phone(number: str) -> str:
    """``081-234-5678``, ``02-123-4567``, ``044-123-456``; other numbers as they are kept."""
    found = _GROUPS.fullmatch(number)
    return "-".join(part for part in found.groups() if part) if found else number
