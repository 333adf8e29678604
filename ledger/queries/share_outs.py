"""Cycles that were shared out: what members held, their parts of what was made, what they got."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.money import Money, total
from ledger.domain.refusals.sharing_out import UnknownShareOut
from ledger.domain.year_end import SharedOut, ShareOutPart
from ledger.queries.naming import names_of
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class PartRow:
    """One member; ``part`` of what was made is below zero where the group lost."""

    member: str
    name: str
    held: Money
    part: Money
    paid: Money
    entry: int


@dataclass(frozen=True, slots=True)
class ShareOutRow:
    """One share-out; ``paid`` is ``principal`` plus ``gain`` less ``residue``."""

    number: int
    on: date
    resolution: str
    principal: Money
    gain: Money
    residue: Money
    paid: Money
    members: tuple[PartRow, ...]


@dataclass(frozen=True, slots=True)
class ShareOuts:
    """Every share-out, the newest last."""

    rows: tuple[ShareOutRow, ...]


def share_outs(reader: Reader, *, number: int | None = None) -> ShareOuts:
    """The cycles that ended, or one of them, with every member's part (feature 34).

    Raises:
        UnknownShareOut: there is none of that number.
    """
    names = names_of(reader)
    rows = []
    found = reader.every(SharedOut) if number is None else reader.every(SharedOut, number=number)
    if number is not None and not found:
        raise UnknownShareOut(number)
    for one in found:
        parts = reader.every(ShareOutPart, share_out=one.number)
        rows.append(
            ShareOutRow(
                number=one.number,
                on=one.on,
                resolution=one.resolution,
                principal=one.principal,
                gain=one.gain,
                residue=one.residue,
                paid=total(part.paid for part in parts),
                members=tuple(
                    PartRow(
                        part.member,
                        names.get(part.member, ""),
                        part.held,
                        part.part,
                        part.paid,
                        part.entry,
                    )
                    for part in parts
                ),
            )
        )
    return ShareOuts(tuple(rows))
