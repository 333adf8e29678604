"""What lies on the desk, half-typed sheets and habits, is written without an act."""

from __future__ import annotations

from collections.abc import Callable

from ledger.domain.commands import DeskCommand, name_of
from ledger.domain.desk import kept_place
from ledger.domain.refusals import UnknownCommand
from ledger.storage import desk
from ledger.storage.file import Connection
from ledger.storage.undoing import roll_back
from ledger.usecases.collecting import DropDrafts, SaveDrafts


def write_desk(connection: Connection, command: DeskCommand, commit: Callable[[], None]) -> None:
    """Carry out a command of the desk, whole or not at all; ``commit`` saves it.

    Raises:
        UnknownCommand: it is none.
        NotADay: the place is a sheet's, and its day is none.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        _write(connection, command)
        commit()
    except BaseException:
        roll_back(connection)
        raise


def _write(connection: Connection, command: DeskCommand) -> None:
    if isinstance(command, SaveDrafts):
        place = kept_place(command.place)
        desk.save(connection, place, [(one.item, one.value) for one in command.items])
    elif isinstance(command, DropDrafts):
        desk.drop(connection, kept_place(command.place))
    else:
        raise UnknownCommand(name_of(type(command)))
