"""The Thai national number: thirteen digits of which the last one checks the others."""

from __future__ import annotations

import re
from enum import Enum

from ledger.domain.refusals import BadNationalId

_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_DIGITS = re.compile(r"[0-9]{13}")
# As printed on the card, 1-2345-67890-12-1, or with spaces at any place.
_BETWEEN = re.compile(r"[ \-]")


class IdProblem(Enum):
    """What is wrong with a national number; the words stand in ``BadNationalId.problem``."""

    NOT_DIGITS = "not_digits"
    NOT_THIRTEEN = "not_thirteen"
    CHECK_DIGIT = "check_digit"


def national_id(text: str) -> str:
    """The thirteen plain digits of a typed number; hyphens, spaces and Thai digits are taken.

    The first digit, the kind of registration, is not judged: people without Thai nationality are
    members too.

    Raises:
        BadNationalId: form or check digit is wrong.
    """
    problem = problem_of(text)
    if problem is not None:
        raise BadNationalId(problem.value)
    return _plain(text)


def problem_of(text: str) -> IdProblem | None:
    """What is wrong with a typed number; None when form and check digit are right."""
    plain = _plain(text)
    if not re.fullmatch("[0-9]+", plain):
        return IdProblem.NOT_DIGITS
    if not _DIGITS.fullmatch(plain):
        return IdProblem.NOT_THIRTEEN
    return None if int(plain[12]) == check_digit(plain[:12]) else IdProblem.CHECK_DIGIT


def check_digit(twelve: str) -> int:
    """The thirteenth digit: weights 13 down to 2, eleven less the rest of eleven, last digit."""
    weighed = sum(
        int(digit) * weight for digit, weight in zip(twelve, range(13, 1, -1), strict=True)
    )
    return (11 - weighed % 11) % 10


def _plain(text: str) -> str:
    return _BETWEEN.sub("", text.strip().translate(_THAI_DIGITS))
