"""Troubles when a book is opened on a narrow disk, or when the disk fails while saving."""

from __future__ import annotations

from ledger.domain.refusals.base import Trouble, refusal


@refusal
class RoomTooSmall(Trouble):
    """Less room is free than the book needs for a day's work; in megabytes."""

    path: str
    free: int
    needed: int


@refusal
class BookElsewhere(Trouble):
    """The book lies on a stick, a card, or a disk of another computer: no place to work in."""

    path: str


@refusal
class BookInCloud(Trouble):
    """The book lies in a folder that a program copies into the network while it is open."""

    path: str


@refusal
class NameTooLong(Trouble):
    """The file has a longer name, or lies deeper, than the system can hold."""

    path: str


@refusal
class CommitFailed(Trouble):
    """The disk failed while an act was saved; the book was opened again and its tail is whole.

    ``saved`` says whether the act is in the book after all; ``act`` and ``receipt`` are the last
    that are.
    """

    path: str
    detail: str
    saved: bool
    act: int
    receipt: str


@refusal
class TailDamaged(Trouble):
    """The disk failed while an act was saved, and the newest acts are not whole any more."""

    path: str
    detail: str
    act: int


@refusal
class CommitUnknown(Trouble):
    """The disk failed while an act was saved, and the book cannot be opened again now."""

    path: str
    detail: str
