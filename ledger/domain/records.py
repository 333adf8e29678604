"""What the book keeps: frozen values that become rows, each written once by one act."""

from __future__ import annotations

from typing import ClassVar, dataclass_transform


@dataclass_transform(frozen_default=True)
class Record:
    """A row of the book as a value.

    A record with ``versions`` is never changed: a change is a new row with the same key and a later
    act, and "current" is the newest one. The other records happen once.

    ``table`` is the table's name, ``key`` the columns that identify the thing (the act's number is
    added to the key where there are versions). ``rising`` says that keys only grow from act to act,
    which lets the audit read big tables in key order. ``sparse`` names texts that are looked for
    but mostly empty; only what is filled in is indexed. ``figures`` names fields that the program
    writes itself though they are called like free texts (``ledger.domain.free_text``).
    """

    __slots__ = ()

    table: ClassVar[str]
    key: ClassVar[tuple[str, ...]]
    versions: ClassVar[bool] = True
    rising: ClassVar[bool] = False
    sparse: ClassVar[tuple[str, ...]] = ()
    figures: ClassVar[tuple[str, ...]] = ()
