"""Commands from the fields of a JSON object, as the console and packages bring them."""

from __future__ import annotations

from ledger.domain.codec import read_value
from ledger.domain.commands import Command
from ledger.domain.refusals import UnknownCommand, WrongKind
from ledger.usecases import COMMANDS
from ledger.usecases.reversing import CorrectEntry, ReverseEntry


def command_from(name: str, plain: object) -> Command:
    """The command of that name.

    Raises:
        UnknownCommand, and the refusals of ``ledger.domain.codec.read_value``.
    """
    kind = COMMANDS.get(name)
    if kind is None:
        raise UnknownCommand(name)
    if isinstance(plain, dict) and issubclass(kind, CorrectEntry):
        return _correction_from(plain)
    command: Command = read_value(kind, plain)
    return command


def _correction_from(plain: dict[str, object]) -> Command:
    """A correction carries another command: ``"instead": {"command": name, …}``."""
    inner = plain.get("instead")
    if not isinstance(inner, dict):
        raise WrongKind("instead", "object")
    fields = {name: value for name, value in inner.items() if name != "command"}
    instead = command_from(str(inner.get("command", "")), fields)
    outer = {name: value for name, value in plain.items() if name != "instead"}
    reversal: ReverseEntry = read_value(ReverseEntry, outer)
    return CorrectEntry(
        entry=reversal.entry, on=reversal.on, reason=reversal.reason, instead=instead
    )
