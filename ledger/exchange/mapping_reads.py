"""A file of entries or receipts read by a mapping and laid beside what the book holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ledger.book import Book
from ledger.domain.import_maps import ImportMap, ImportTarget
from ledger.exchange.entry_file import EntryFile, read_entries
from ledger.exchange.receipt_file import ReceiptFile, read_receipts
from ledger.queries.import_runs import entry_lists, receipt_lists


def mapped_file(book: Book, path: Path, mapping: ImportMap) -> EntryFile | ReceiptFile:
    """What the file holds, with what looks known marked; nothing is written.

    Raises:
        What ``mapped_rows`` raises: why it cannot be read at all.
        OSError: the file cannot be opened.
    """
    if mapping.target is ImportTarget.RECEIPTS:
        return read_receipts(path, mapping, book.ask(receipt_lists))
    nothing = book.ask(entry_lists, since=date.max, until=date.min)
    read = read_entries(path, mapping, dict(nothing.accounts))
    since, until = read.days
    return read.compared(book.ask(entry_lists, since=since, until=until))
