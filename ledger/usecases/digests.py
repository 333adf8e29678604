"""What is said of a thing outside the book by its digest."""

from __future__ import annotations

import re

from ledger.domain.books import Books
from ledger.domain.refusals import WrongKind

_HEX = re.compile(r"[0-9a-f]{64}", re.ASCII)


def digest_of(text: str, name: str) -> str:
    """A SHA-256 as hexadecimal text, as it was given.

    Raises:
        WrongKind: it can be none.
    """
    if not _HEX.fullmatch(text):
        raise WrongKind(name, "text")
    return text


def act_before(number: int, books: Books) -> int:
    """The number of an act that came before this one.

    Raises:
        WrongKind: there is none of that number.
    """
    if not 0 < number < books.act:
        raise WrongKind("through_act", "integer")
    return number
