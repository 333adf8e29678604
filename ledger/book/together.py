"""Acts that belong together: all of them are saved at once, or none of them is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import count

from ledger.book import PROGRAM, Book, acting
from ledger.domain.commands import Command, Outcome
from ledger.storage.reading import Reader
from ledger.storage.troubles import named_troubles
from ledger.storage.undoing import roll_back


def run_together(
    book: Book, commands: Iterable[Command], *, name: str, rehearse: bool = False
) -> tuple[Outcome, ...]:
    """Carry out commands one after the other, an act each, in one transaction.

    What they booked is left out of the answers: it can be more than there is room for in memory.
    Commands under a name that was used before answer what was booked then and book nothing.

    Raises:
        Refusal: a rule says no to one of them, or the file cannot be written; nothing was written.
    """
    booked = book.ask(_booked_under, name)
    if booked:
        return booked
    outcomes: list[Outcome] = []
    with (
        book._lock,  # noqa: SLF001 - another form of the book's own door
        named_troubles(book.path),
        acting.collector_paused(),
    ):
        book._begin()  # noqa: SLF001
        try:
            last = ""
            for command_id, command in zip(_ids(name), commands, strict=False):
                head, unit = acting.begun(book, command, command_id, PROGRAM)
                made = acting.carried_out(command, unit, rehearse=rehearse, signing="")
                outcomes.append(
                    Outcome(
                        act=unit.act,
                        fingerprint="" if rehearse else made,
                        made=dict(unit.made),
                        topics=unit.topics,
                        rehearsed=rehearse,
                    )
                )
                last = head.command_id
            if rehearse:
                book._connection.execute("ROLLBACK")  # noqa: SLF001
            else:
                book._commit(last)  # noqa: SLF001
        except BaseException:
            book._known.forget()  # noqa: SLF001
            roll_back(book._connection)  # noqa: SLF001
            raise
        if rehearse:
            book._known.forget()  # noqa: SLF001
        else:
            book._settle(erased=False, locked=False)  # noqa: SLF001
    return tuple(outcomes)


def _ids(name: str) -> Iterator[str]:
    """The ids of the first, the second … command under a name."""
    return (hashlib.sha256(f"{name} {at}".encode()).hexdigest()[:32] for at in count())


def _booked_under(reader: Reader, name: str) -> tuple[Outcome, ...]:
    outcomes = []
    for command_id in _ids(name):
        row = reader.one(
            "SELECT number, fingerprint, result FROM acts WHERE command_id = ?", (command_id,)
        )
        if row is None:
            break
        act, fingerprint, made = row
        outcomes.append(
            Outcome(act=act, fingerprint=fingerprint, made=json.loads(made), repeated=True)
        )
    return tuple(outcomes)
