"""Books are looked through whole before a month or a year is closed over them, or locked."""

from __future__ import annotations

from ledger.domain.commands import Command
from ledger.domain.refusals.auditing import BookNotSound
from ledger.queries.integrity.looking_through import looked_through
from ledger.storage.reading import Reader


def check_sound(command: Command, reader: Reader) -> None:
    """Whether the books may be closed; whoever must in spite of what is found says why.

    Every path comes here: window, console, batches and acts that are carried over.

    Raises:
        BookNotSound: the audit finds faults, and no reason was given.
    """
    found = looked_through(reader).findings
    if found and not str(getattr(command, "in_spite", "")).strip():
        raise BookNotSound(len(found), found[0].act or 0)
