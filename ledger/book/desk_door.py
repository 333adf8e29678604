"""What lies on the desk, half-typed sheets and habits, is written without an act."""

from __future__ import annotations

from ledger.domain.commands import DeskCommand, name_of
from ledger.domain.refusals import UnknownCommand
from ledger.storage import desk
from ledger.storage.file import Connection
from ledger.usecases.collecting import DropDrafts, SaveDrafts


def write_desk(connection: Connection, command: DeskCommand) -> None:
    """Carry out a command of the desk; the caller keeps it whole.

    Raises:
        UnknownCommand: it is none.
    """
    if isinstance(command, SaveDrafts):
        desk.save(connection, command.place, [(one.item, one.value) for one in command.items])
    elif isinstance(command, DropDrafts):
        desk.drop(connection, command.place)
    else:
        raise UnknownCommand(name_of(type(command)))
