"""The collection sheet as it is printed before the day: with the zones by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ledger.domain.members import Zone
from ledger.queries.collection import CollectionSheet, collection_sheet
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class BlankSheet:
    """The sheet of a day, and the names of zones by their codes."""

    sheet: CollectionSheet
    zones: Mapping[str, str]


def blank_sheet(reader: Reader, *, on: date, zones: tuple[str, ...] = ()) -> BlankSheet:
    """The sheet for these zones, for all of them without any."""
    sheet = collection_sheet(reader, on=on, zones=zones)
    return BlankSheet(sheet, {one.code: one.name for one in reader.every(Zone)})
