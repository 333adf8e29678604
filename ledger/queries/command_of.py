"""The command behind an entry, as the filled form that "reverse and copy" gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.domain.codec import plain_value
from ledger.domain.entries import Entry
from ledger.domain.refusals import UnknownEntry
from ledger.queries.entries import papers_of
from ledger.queries.told import fields_told
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class CommandBehind:
    """The command that would book the entry again: its name and its fields as JSON values.

    Personal data stand in it as commitments only, never in clear. ``act_command`` is what the
    user did: closing a sheet books many entries, and the form of one of them is a single visit.
    The form of a visit names the receipt that its own will replace, and leaves the number in the
    receipt book empty: that slip of paper is used up.
    """

    entry: int
    act: int
    act_command: str
    command: str
    fields: Mapping[str, object]


def command_of(reader: Reader, *, entry: int) -> CommandBehind:
    """The form to fill in again for an entry; a reversal gives the form of its original.

    Raises:
        UnknownEntry: there is none of that number.
    """
    found = reader.entry(entry)
    if found is None:
        raise UnknownEntry(entry)
    if found.reverses is not None:
        return command_of(reader, entry=found.reverses)
    ((act, act_command, payload, place),) = reader.rows(
        "SELECT a.number, a.command, a.payload, (SELECT COUNT(*) FROM entries WHERE act = e.act"
        " AND number < e.number AND reverses IS NULL) FROM entries AS e"
        " JOIN acts AS a ON a.number = e.act WHERE e.number = ?",
        (entry,),
    )
    command, fields = _form(act_command, fields_told(reader, payload, gone=""), place, found)
    if command == "receive-visit":
        fields = {**fields, **_new_receipt(reader, entry)}
    return CommandBehind(entry, act, act_command, command, fields)


def _form(
    command: str, fields: dict[str, Any], place: int, entry: Entry
) -> tuple[str, Mapping[str, object]]:
    """The command and fields of the entry at this place among those of its act."""
    if command == "correct-entry":
        inner = dict(fields["instead"])
        return _form(str(inner.pop("command")), inner, place, entry)
    if command == "post-sheet":
        visits = [line for line in fields["lines"] if line["items"]]
        if place < len(visits):
            return "receive-visit", {**visits[place], "on": fields["on"]}
        return "post-journal", _as_journal(entry)
    if command in _ONE_ENTRY:
        return command, fields
    return "post-journal", _as_journal(entry)


def _new_receipt(reader: Reader, entry: int) -> Mapping[str, object]:
    replaces = papers_of(reader, [entry]).get(entry, ("",))[0]
    return {"paper_book": "", "paper_number": "", "replaces": replaces}


_ONE_ENTRY = frozenset(
    {
        "receive-visit",
        "deposit",
        "buy-shares",
        "withdraw",
        "transfer-savings",
        "return-shares",
        "receive-income",
        "pay-expense",
        "move-money",
        "post-journal",
    }
)


def _as_journal(entry: Entry) -> Mapping[str, object]:
    """The lines written out, for entries that a larger command booked among others."""
    lines = [
        {
            "account": line.account,
            line.side.value: plain_value(line.amount),
            "fund": line.fund,
            "card": line.card,
        }
        for line in entry.lines
    ]
    return {"on": date.isoformat(entry.on), "purpose": entry.memo, "lines": lines}
