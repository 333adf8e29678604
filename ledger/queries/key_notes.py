"""What became of the keys of an encrypted book: changed key files, wrong tries, used sheets."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime

from ledger.domain.key_notes import KeysNoted
from ledger.domain.people import User
from ledger.queries.standing import stamp_of
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class KeyNote:
    """What was found at one opening: the names with a key then, and what came since the last note.

    ``networks`` are network offices whose key opens the book. ``came`` and ``gone`` are names of
    both that the note before did not have, or had. ``renewed`` says that the book has a new key.
    """

    act: int
    at: datetime
    by: str
    generation: int
    users: tuple[str, ...]
    came: tuple[str, ...]
    gone: tuple[str, ...]
    tries: int
    by_sheet: bool
    networks: tuple[str, ...] = ()
    by_network: str = ""
    renewed: bool = False


@dataclass(frozen=True, slots=True)
class KeyNotes:
    """All notes, the newest first; ``tries`` adds up the wrong passphrases of all."""

    rows: tuple[KeyNote, ...]
    tries: int


def key_notes(reader: Reader) -> KeyNotes:
    """When keys to the book were given, changed and taken away, and who tried in vain."""
    acts = dict(reader.rows("SELECT number, act FROM keys_noted"))
    renewed = {act for act, _ in renewals(reader)}
    rows: list[KeyNote] = []
    before: tuple[str, ...] = ()
    for one in reader.every(KeysNoted):
        users, stamp = tuple(one.users.split("\n")), stamp_of(reader, acts[one.number])
        networks = tuple(one.networks.split("\n")) if one.networks else ()
        opening = (*users, *networks)
        rows.append(
            KeyNote(
                act=acts[one.number],
                at=stamp.moment,
                by=stamp.user,
                generation=one.generation,
                users=users,
                came=tuple(name for name in opening if name not in before),
                gone=tuple(name for name in before if name not in opening),
                tries=one.tries,
                by_sheet=one.by_sheet,
                networks=networks,
                by_network=one.by_network,
                renewed=acts[one.number] in renewed,
            )
        )
        before = opening
    return KeyNotes(tuple(reversed(rows)), sum(one.tries for one in rows))


def keys_left_over(reader: Reader) -> dict[str, bool]:
    """Names that have a key and no business in the book any more; true where they are locked.

    They were locked, or were never users of it. A lock stops them in the program only: their key
    still opens the file (trust.md 6.5), so it has to be taken away.
    """
    users, notes = reader.every(User), reader.every(KeysNoted)
    if not users or not notes:
        return {}
    locked = {one.name: one.locked for one in users}
    named = [name for name in notes[-1].users.split("\n") if name]
    return {name: name in locked for name in named if locked.get(name, True)}


def renewals(reader: Reader) -> list[tuple[int, date]]:
    """The acts by which the book told of a new data key, and their days, the oldest first."""
    rows = reader.rows(
        "SELECT a.number, a.business_day, a.payload FROM keys_noted AS k"
        " JOIN acts AS a ON a.number = k.act ORDER BY a.number"
    )
    return [
        (act, date.fromisoformat(day))
        for act, day, payload in rows
        if json.loads(payload).get("renewed")
    ]
