"""What set-up asks of the book in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.domain.cooperative import Cooperative
from ledger.domain.products import ChargeType
from ledger.queries.accounts import ChartRow, chart
from ledger.queries.banks import BankRow, banks
from ledger.queries.members import MemberRow, ZoneRow, members, zones
from ledger.queries.standing import the_cooperative


@dataclass(frozen=True, slots=True)
class SetUp:
    """The settings of a book as they stand."""

    cooperative: Cooperative
    zones: tuple[ZoneRow, ...]
    members: tuple[MemberRow, ...]
    banks: tuple[BankRow, ...]
    accounts: tuple[ChartRow, ...]
    charges: tuple[ChargeType, ...]


def set_up(reader: Any, *, today: date) -> SetUp:
    """Everything that the set-up screen shows."""
    return SetUp(
        cooperative=the_cooperative(reader),
        zones=zones(reader, at=today).rows,
        members=members(reader, at=today, by_number=True).rows,
        banks=banks(reader, until=today).rows,
        accounts=chart(reader, at=today).rows,
        charges=tuple(reader.every(ChargeType)),
    )
