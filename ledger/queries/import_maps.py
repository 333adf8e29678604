"""The mappings that are kept for the files of other programs."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.import_maps import ImportMap
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class ImportMaps:
    """Every mapping by name."""

    rows: tuple[ImportMap, ...]


def import_maps(reader: Reader) -> ImportMaps:
    """The newest version of every mapping."""
    return ImportMaps(tuple(reader.every(ImportMap)))
