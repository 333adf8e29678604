"""Records that the forms of a member choose from, where no question of the books lists them."""

from __future__ import annotations

from typing import Any

from ledger.domain.members import Restriction
from ledger.domain.products import Hold


def open_holds(reader: Any, *, cards: frozenset[int]) -> list[Hold]:
    """What is held on these cards today."""
    found: list[Hold] = reader.every(Hold)
    return [one for one in found if one.card in cards and one.released_on is None]


def is_restricted(reader: Any, *, member: str) -> bool:
    """Whether her personal data may not be used further."""
    found: Restriction | None = reader.newest(Restriction, member)
    return found is not None and found.restricted
