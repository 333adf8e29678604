"""Free texts: what people type about a payment, and may have to be taken out again.

A memo, a note or a payee may name a person or an illness, so free texts lie beside the chain as
personal data do: the rows and the command of an act hold a commitment, and the text with its salt
can be erased without breaking the proof (trust.md 6.2).
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Union, get_args, get_origin

from ledger.domain.records import Record


@dataclass(frozen=True, slots=True)
class TextErasure(Record):
    """A free text that is gone with its salt; the commitment of act ``of_act`` stays."""

    table = "text_erasures"
    key = ("commitment",)
    versions = False

    commitment: str
    of_act: int
    reason: str


FREE = frozenset(
    {
        "description",
        "effect",
        "end_reason",
        "found",
        "in_spite",
        "memo",
        "need",
        "note",
        "payee",
        "payer",
        "purpose",
        "reason",
        "recommendation",
        "released_why",
        "result",
        "text",
        "topic",
        "why",
    }
)
"""The names under which records and commands hold what people type freely."""

LENGTH = 56
"""The letters of a commitment: eight of the act, six of its place there, 42 of a hash."""

ERASED = "***"
"""What is shown where a text was erased."""

_PLACE = 14
# A text that looks like it stands there with its quotes escaped.
_TOLD = re.compile(rf'\{{"commitment":"([0-9a-f]{{{LENGTH}}})"\}}')


def is_free(kind: type, name: str, hint: Any) -> bool:
    """Whether a field holds free text.

    ``figures`` names fields of a type that are called like one, and are written by the program.
    """
    if name not in FREE or name in getattr(kind, "figures", ()):
        return False
    if get_origin(hint) in (Union, types.UnionType):
        return {*get_args(hint)} == {str, types.NoneType}
    return hint is str


def text_commitment(act: int, place: int, salt: str, text: str) -> str:
    """What stands in the chain for the text at a place of an act, as hexadecimal letters.

    It begins with act and place, so that new ones always come last in the file.
    """
    import hashlib  # on first use: it loads OpenSSL, which most questions do without

    digest = hashlib.sha256(f"satcha text/1\n{salt}\n{text}".encode()).hexdigest()
    return f"{act:08x}{place:06x}{digest[: LENGTH - _PLACE]}"


def commitments_in(payload: str) -> list[str]:
    """The commitments to free texts in the command that an act keeps, in their order."""
    return _TOLD.findall(payload)


def place_of(commitment: str) -> tuple[int, int]:
    """Act and place of a commitment.

    Raises:
        ValueError: it is none.
    """
    if len(commitment) != LENGTH:
        raise ValueError(commitment)
    return int(commitment[:8], 16), int(commitment[8:_PLACE], 16)


class FreeTexts:
    """The free texts of one act; a text that it says twice is kept once."""

    def __init__(self, act: int, salt: Callable[[], str]) -> None:
        self._act = act
        self._salt = salt
        self._made: dict[str, str] = {"": ""}
        self._waiting: list[tuple[str, str, str, int]] = []

    def __getitem__(self, text: str) -> str:
        """The commitment to a text; nothing stands for no text."""
        made = self._made.get(text)
        if made is None:
            salt = self._salt()
            made = text_commitment(self._act, len(self._made), salt, text)
            self._made[text] = made
            self._waiting.append((made, salt, text, self._act))
        return made

    def waiting(self) -> list[tuple[str, str, str, int]]:
        """The rows that were not yet written; they are given once."""
        rows, self._waiting = self._waiting, []
        return rows
