"""Entries and receipts of a file that was read by a mapping, as rows of the list and a command."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ledger.domain.commands import Command
from ledger.domain.money import Money
from ledger.domain.refusals import Refusal
from ledger.exchange.entry_file import EntryFile
from ledger.exchange.receipt_file import ReceiptFile
from ledger.usecases.importing import ImportJournal
from ledger.usecases.receipt_importing import ImportReceipts
from reports.words.voice import N_

ENTRY_FIELDS = {
    "on": N_("Day"),
    "entry": N_("Entry number"),
    "account": N_("Account"),
    "debit": N_("Debit"),
    "credit": N_("Credit"),
    "amount": N_("Amount, credit below zero"),
    "debit_account": N_("Account on the debit side"),
    "credit_account": N_("Account on the credit side"),
    "memo": N_("Text"),
}
RECEIPT_FIELDS = {
    "on": N_("Day"),
    "member": N_("Member number"),
    "product": N_("Code or card it is paid into"),
    "amount": N_("Amount"),
    "paper_number": N_("Receipt number on paper"),
    "note": N_("Note"),
}


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row of the file as the list shows it; ``taken`` is None where it cannot be taken."""

    row: int
    day: date | None
    what: str
    amount: Money | None
    known: str = ""
    taken: bool | None = True
    problem: Refusal | None = None


def mapped_rows(found: EntryFile | ReceiptFile, also: frozenset[int]) -> Iterator[FileRow]:
    """What the file holds; what the book holds just so is marked as known."""
    if isinstance(found, EntryFile):
        for entry in found.entries:
            first = entry.rows[0]
            accounts = " ".join(dict.fromkeys(row.account for row in entry.rows))
            what = f"{first.memo} {accounts}".strip()
            known, taken = _state(entry.row, also, recorded=entry.recorded)
            yield FileRow(entry.row, first.on, what, entry.amount, known, taken)
        return
    for receipt in found.receipts:
        what = f"{receipt.visit.member} {receipt.visit.paper_number}".strip()
        known, taken = _state(receipt.row, also, recorded=receipt.recorded)
        yield FileRow(receipt.row, receipt.visit.on, what, receipt.amount, known, taken)


def mapped_command(found: EntryFile | ReceiptFile, also: frozenset[int], source: str) -> Command:
    """What would be booked of it."""
    if isinstance(found, EntryFile):
        return ImportJournal(rows=found.new(also), source=source)
    return ImportReceipts(visits=found.new(also), source=source)


def _state(row: int, also: frozenset[int], *, recorded: bool) -> tuple[str, bool]:
    return ("=" if recorded else ""), not recorded or row in also
