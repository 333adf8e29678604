"""What became of the keys of an encrypted book: changed key files, wrong tries, used sheets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ledger.domain.key_notes import KeysNoted
from ledger.queries.standing import stamp_of
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class KeyNote:
    """What was found at one opening: the names with a key then, and what came since the last note.

    ``networks`` are network offices whose key opens the book. ``came`` and ``gone`` are names of
    both that the note before did not have, or had.
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


@dataclass(frozen=True, slots=True)
class KeyNotes:
    """All notes, the newest first; ``tries`` adds up the wrong passphrases of all."""

    rows: tuple[KeyNote, ...]
    tries: int


def key_notes(reader: Reader) -> KeyNotes:
    """When keys to the book were given, changed and taken away, and who tried in vain."""
    acts = dict(reader.rows("SELECT number, act FROM keys_noted"))
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
            )
        )
        before = opening
    return KeyNotes(tuple(reversed(rows)), sum(one.tries for one in rows))
