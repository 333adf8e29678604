"""Commands from the fields of a JSON object, as the console and packages bring them."""

from __future__ import annotations

from ledger.domain.codec import read_value
from ledger.domain.commands import Command
from ledger.domain.refusals import UnknownCommand, UnknownField, WrongKind
from ledger.usecases import COMMANDS
from ledger.usecases.approving import RequestApproval
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
    if isinstance(plain, dict) and issubclass(kind, RequestApproval):
        return _request_from(plain)
    command: Command = read_value(kind, plain)
    return command


def _correction_from(plain: dict[str, object]) -> Command:
    """A correction carries another command: ``"instead": {"command": name, …}``."""
    instead = _inside(plain, "instead")
    outer = {name: value for name, value in plain.items() if name != "instead"}
    reversal: ReverseEntry = read_value(ReverseEntry, outer)
    return CorrectEntry(
        entry=reversal.entry, on=reversal.on, reason=reversal.reason, instead=instead
    )


def _request_from(plain: dict[str, object]) -> Command:
    """A request carries what is to be approved: ``"wanted": {"command": name, …}``."""
    wanted = _inside(plain, "wanted")
    for name in plain:
        if name not in ("wanted", "note"):
            raise UnknownField(name, ("wanted", "note"))
    return RequestApproval(wanted=wanted, note=read_value(str, plain.get("note", ""), "note"))


def _inside(plain: dict[str, object], field: str) -> Command:
    inner = plain.get(field)
    if not isinstance(inner, dict):
        raise WrongKind(field, "object")
    fields = {name: value for name, value in inner.items() if name != "command"}
    return command_from(str(inner.get("command", "")), fields)
