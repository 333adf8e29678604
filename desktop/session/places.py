"""Where a figure leads: an area of the program and the thing to open there."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """An area by its name (``members``, ``journal``) and what to show there; None for its start.

    ``key`` is what the area understands: a member's number, an entry's number, a paper's name.
    """

    area: str
    key: Hashable = None
