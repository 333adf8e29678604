"""Commands from JSON, and what an act did as an answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.console.naming import kebab
from desktop.console.refusals import NotedByProgram, TwoCommandIds
from ledger.book import Book
from ledger.domain.commands import Command, Outcome, Posted
from ledger.domain.entries import Line
from ledger.domain.refusals import MissingField, UnknownField, WrongKind

# What the program writes down when it has proved it, and the call that does both.
_NOTED = {
    "record-backup": "satcha backup BOOK FOLDER",
    "declare-restore": "satcha restore FOLDER --to BOOK",
    "note-keys": "satcha keys BOOK ACTION",
    "note-sheet": "satcha keys BOOK look",
}


def command_in(book: Book, name: str, plain: Mapping[str, Any]) -> Command:
    """The command of that name with the fields given; ``id`` is not one of them.

    A command inside another one, as ``correct-entry`` has it, says its own name:
    ``{"entry": 7, "on": …, "reason": …, "instead": {"command": "deposit", "json": {…}}}``, in
    either of the two ways that ``named_command`` knows.

    Raises:
        NotedByProgram: what it says is true only where the program itself has just seen it.
        UnknownCommand, and the refusals of ``ledger.domain.codec.read_value``.
    """
    if call := _NOTED.get(kebab(name)):
        raise NotedByProgram(kebab(name), call)
    return book.command_from(kebab(name), _fields(plain))


def _fields(plain: Mapping[str, Any]) -> dict[str, Any]:
    given = {field: value for field, value in plain.items() if field != "id"}
    for field in ("instead", "wanted"):
        if isinstance(given.get(field), dict):
            name, inner = named_command(given[field])
            given[field] = {"command": kebab(name), **_fields(inner)}
    return given


def named_command(plain: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Name and fields of ``{"command": …, "json": {…}}`` or ``{"command": …, field: …}``.

    Raises:
        MissingField, WrongKind, UnknownField: the shape is neither.
    """
    left = dict(plain)
    name = left.pop("command", None)
    if name is None:
        raise MissingField("command")
    if not isinstance(name, str):
        raise WrongKind("command", "text")
    if "json" not in left:
        return name, left
    inside = left.pop("json")
    if not isinstance(inside, dict):
        raise WrongKind("json", "object")
    command_id = left.pop("id", None)
    for other in left:
        raise UnknownField(other, ("command", "id", "json"))
    return name, inside if command_id is None else {**inside, "id": command_id}


def command_id_of(plain: Mapping[str, Any], option: str = "") -> str:
    """The command id behind ``--id`` or in the JSON; none is an empty text.

    Raises:
        WrongKind, TwoCommandIds: it is no text, or there are two that differ.
    """
    inside = plain.get("id", "")
    if not isinstance(inside, str):
        raise WrongKind("id", "text")
    if option and inside and option != inside:
        raise TwoCommandIds(option, inside)
    return option or inside


def outcome_plain(outcome: Outcome) -> dict[str, object]:
    """What an act did, as console.md answers it."""
    return {
        "act": outcome.act,
        "fingerprint": outcome.fingerprint,
        "code": outcome.code,
        "entries": [_entry(posted) for posted in outcome.entries],
        "receipts": outcome.receipts,
        "vouchers": outcome.vouchers,
        "made": outcome.made,
        "repeated": outcome.repeated,
        "rehearsed": outcome.rehearsed,
    }


def _entry(posted: Posted) -> dict[str, object]:
    entry = posted.entry
    return {
        "number": posted.number,
        "on": entry.on,
        "event": entry.event,
        "memo": entry.memo,
        "reverses": entry.reverses,
        "reason": entry.reason,
        "lines": [_line(line) for line in entry.lines],
    }


def _line(line: Line) -> dict[str, object]:
    return {
        "account": line.account,
        "debit": line.debit,
        "credit": line.credit,
        "fund": line.fund,
        "card": line.card,
        "event": line.event,
    }
