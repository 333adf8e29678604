"""Keys leave a trace in the chain: changed slots, wrong tries, an opened envelope (trust.md 5)."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.key_notes import KeysNoted


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteKeys(Command):
    """What the program found at an opening: the key file changed, or somebody had tried.

    ``renewed`` is the first word of a book under a new data key: older sheets open it no more.
    """

    generation: int
    mark: str
    users: tuple[str, ...]
    tries: int = 0
    by_sheet: bool = False
    networks: tuple[str, ...] = ()
    by_network: str = ""
    renewed: bool = False


def note_keys(command: NoteKeys, books: Books) -> None:
    number = books.next_number(KeysNoted)
    books.add(
        KeysNoted(
            number=number,
            generation=command.generation,
            mark=command.mark,
            users="\n".join(command.users),
            tries=command.tries,
            by_sheet=command.by_sheet,
            networks="\n".join(command.networks),
            by_network=command.by_network,
        )
    )
    books.make(note=number)
