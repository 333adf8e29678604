"""Mappings for the files of a source, such as a bank's statements."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.import_maps import ImportMap, ImportTarget, TextEncoding
from ledger.domain.refusals import NotAChoice
from ledger.domain.refusals.mapping import FieldsNotMapped
from ledger.usecases.recording import named

# The fields of a target; those of the first group are needed, one of each further group too.
_NEEDED: dict[ImportTarget, tuple[tuple[str, ...], ...]] = {
    ImportTarget.BANK: (("on",), ("amount", "paid_in", "paid_out")),
    ImportTarget.MEMBERS: (("given",), ("joined",)),
    ImportTarget.ENTRIES: (
        ("on",),
        ("account", "debit_account"),
        ("amount", "debit", "credit"),
    ),
    ImportTarget.RECEIPTS: (("on",), ("member",), ("product",), ("amount",)),
}
_OPTIONAL = {
    ImportTarget.ENTRIES: ("entry", "memo", "credit_account"),
    ImportTarget.RECEIPTS: ("paper_number", "note"),
    ImportTarget.BANK: ("text", "balance"),
    ImportTarget.MEMBERS: (
        *("number", "title", "family", "national_id", "zone", "household", "phone", "address"),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedColumn:
    """One field and the heading of its column in the file."""

    field: str
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveImportMap(Command):
    """Keep which column means what in the files of one source; the newest version counts."""

    name: str
    target: ImportTarget
    columns: tuple[MappedColumn, ...]
    encoding: TextEncoding = TextEncoding.UTF_8


def save_import_map(command: SaveImportMap, books: Books) -> None:
    books.add(import_map(command))
    books.make(map=command.name)


def import_map(command: SaveImportMap) -> ImportMap:
    """The mapping, when it names all that is needed and nothing else.

    Raises:
        NameMissing, NotAChoice, FieldsNotMapped: why not.
    """
    named(command.name, "name")
    groups = _NEEDED[command.target]
    known = (*(field for group in groups for field in group), *_OPTIONAL[command.target])
    mapped = {one.field: " ".join(one.heading.split()) for one in command.columns}
    for field in mapped:
        if field not in known:
            raise NotAChoice("columns.field", field, known)
    missing = tuple(group[0] for group in groups if not any(mapped.get(it) for it in group))
    if missing:
        raise FieldsNotMapped(missing)
    text = "\n".join(f"{field}={heading}" for field, heading in mapped.items() if heading)
    return ImportMap(command.name, command.target, command.encoding, text)
