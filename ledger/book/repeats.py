"""A command as it is kept with its act, and what an earlier run of the same one did."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Protocol

from typing_extensions import override

from ledger.domain.approving import payload_text
from ledger.domain.commands import Command, Outcome, Posted, name_of
from ledger.domain.members import HIDDEN, SHORTEST_HIDDEN, commitment_to
from ledger.domain.refusals import CommandIdReused
from ledger.domain.refusals.personal import PersonalShown
from ledger.storage.reading import Reader


class Texts(Protocol):
    """Commitments to free texts, by the text."""

    def __getitem__(self, text: str, /) -> str: ...


def payload_of(command: Command, commitments: Mapping[object, str], texts: Texts) -> str:
    """The command as JSON text: personal data and free texts only as commitments.

    architecture.md, "Acts"; trust.md 6.2.
    """

    def stand_in(value: object) -> object:
        if isinstance(value, str):
            return {"commitment": texts[value]}
        return {"commitment": commitments.get(value, "")}

    return payload_text(command, stand_in)


def check_hidden(command: Command, persons: Collection[object]) -> None:
    """What may have to be erased stands nowhere else in the act (trust.md 7.1, rule 32).

    Not in a note either, which is erased by itself only.

    Raises:
        PersonalShown: it does, in a note perhaps.
    """
    payload = payload_text(command, _clear_texts) if persons else ""
    for person in persons:
        for name in HIDDEN:
            text = getattr(person, name, "")
            if len(text) >= SHORTEST_HIDDEN and text in payload:
                raise PersonalShown(name, text)


def _clear_texts(value: object) -> object:
    return value if isinstance(value, str) else None


def repeated(reader: Reader, command: Command, command_id: str) -> Outcome | None:
    """What was booked under this command id, when it was the same command.

    Raises:
        CommandIdReused: it was another one.
    """
    row = reader.one(
        "SELECT number, command, payload, result, fingerprint FROM acts WHERE command_id = ?",
        (command_id,),
    )
    if row is None:
        return None
    number, name, payload, result, fingerprint = row
    same = name == name_of(type(command))
    then = KeptThen(reader, number), TextsThen(reader, number)
    if not same or payload != payload_of(command, *then):
        raise CommandIdReused(command_id, number)
    return outcome_of(reader, number, json.loads(result), fingerprint)


class KeptThen(Mapping[object, str]):
    """The commitments an earlier act made, found again by trying its salts on the same values."""

    def __init__(self, reader: Reader, act: int) -> None:
        self._salts = [
            str(row[0]) for row in reader.rows("SELECT salt FROM personal WHERE act = ?", (act,))
        ]
        rows = reader.rows(
            "SELECT commitment FROM members WHERE act = ?1"
            " UNION SELECT commitment FROM applications WHERE act = ?1"
            " UNION SELECT commitment FROM surveyed_households WHERE act = ?1"
            " UNION SELECT commitment FROM member_photos WHERE act = ?1",
            (act,),
        )
        self._made = {str(row[0]) for row in rows}

    @override
    def __getitem__(self, value: object) -> str:
        kept = getattr(value, "kept", str)()
        for salt in self._salts:
            if commitment_to(salt, kept) in self._made:
                return commitment_to(salt, kept)
        raise KeyError(value)

    @override
    def __iter__(self) -> Iterator[object]:
        return iter(())

    @override
    def __len__(self) -> int:
        return len(self._made)


class TextsThen:
    """The commitments of an earlier act to its free texts; nothing for what it did not say."""

    def __init__(self, reader: Reader, act: int) -> None:
        rows = reader.rows("SELECT words, commitment FROM free_texts WHERE act = ?", (act,))
        self._made = {str(words): str(commitment) for words, commitment in rows}

    def __getitem__(self, text: str) -> str:
        return self._made.get(text, "")


def outcome_of(
    reader: Reader, number: int, made: Mapping[str, object], fingerprint: str
) -> Outcome:
    rows = reader.rows("SELECT number FROM entries WHERE act = ? ORDER BY number", (number,))
    entries = [(int(row[0]), reader.entry(int(row[0]))) for row in rows]
    return Outcome(
        act=number,
        fingerprint=fingerprint,
        entries=tuple(Posted(at, entry) for at, entry in entries if entry is not None),
        receipts=_labels(reader, "receipts", number),
        vouchers=_labels(reader, "vouchers", number),
        made=made,
        repeated=True,
    )


def _labels(reader: Reader, table: str, act: int) -> tuple[str, ...]:
    rows = reader.rows(
        f"SELECT series || year || '/' || printf('%06d', number) FROM {table} WHERE act = ?"
        " ORDER BY series, year, number",
        (act,),
    )
    return tuple(str(row[0]) for row in rows)
