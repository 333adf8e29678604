"""What the page of other people's lists knows: a file read as members, a statement or a journal."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path

from desktop.exchange_area.mapped_rows import (
    ENTRY_FIELDS,
    RECEIPT_FIELDS,
    FileRow,
    mapped_command,
    mapped_rows,
)
from ledger.domain.commands import Command
from ledger.domain.import_maps import ImportMap, ImportTarget
from ledger.domain.refusals import Refusal
from ledger.exchange.entry_file import EntryFile
from ledger.exchange.journal_file import JournalFile
from ledger.exchange.member_file import MemberFile
from ledger.exchange.opening_file import CellProblem
from ledger.exchange.opening_sheets import opening_sheets
from ledger.exchange.receipt_file import ReceiptFile
from ledger.exchange.statement_file import StatementFile
from ledger.usecases.banking import RecordStatement
from ledger.usecases.carrying import CarryForward
from ledger.usecases.importing import ImportJournal
from reports.words.sentences import sentence
from reports.words.voice import N_, Voice

MOST_SHOWN = 2_000

BANK_FIELDS = {
    "on": N_("Day"),
    "amount": N_("Amount, out below zero"),
    "paid_in": N_("Paid in"),
    "paid_out": N_("Paid out"),
    "text": N_("Text"),
    "balance": N_("Balance"),
}


_FIELDS = {
    ImportTarget.BANK: BANK_FIELDS,
    ImportTarget.ENTRIES: ENTRY_FIELDS,
    ImportTarget.RECEIPTS: RECEIPT_FIELDS,
}


class Kind(Enum):
    """What the rows of a file become."""

    MEMBERS = "members"
    BANK = "bank"
    ENTRIES = "entries"
    RECEIPTS = "receipts"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class Becomes:
    """What the file is for; ``bank`` is the account that a statement is of."""

    kind: Kind
    bank: str = ""

    @property
    def target(self) -> ImportTarget | None:
        """As mappings call it; a journal has fixed columns."""
        return None if self.kind is Kind.JOURNAL else ImportTarget(self.kind.value)


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was read; nothing of it is booked. ``also`` are known rows taken all the same."""

    path: Path
    becomes: Becomes
    found: MemberFile | StatementFile | JournalFile | EntryFile | ReceiptFile | None = None
    refusal: Refusal | None = None
    also: frozenset[int] = frozenset()

    def turned(self, row: FileRow) -> Looked:
        """A row that looks known is taken all the same, or left again."""
        if not row.known:
            return self
        return replace(self, also=self.also ^ {row.row}, refusal=None)

    @property
    def rows(self) -> tuple[FileRow, ...]:
        """What has to be corrected first, then what looks known, then the rest."""
        found = self.found
        if isinstance(found, MemberFile):
            rows = [*_problems(found.problems), *self._members(found)]
        elif isinstance(found, StatementFile):
            rows = [*_problems(found.problems), *self._lines(found)]
        elif isinstance(found, EntryFile | ReceiptFile):
            rows = [*_problems(found.problems), *mapped_rows(found, self.also)]
        elif isinstance(found, JournalFile):
            rows = _entries(found)
        else:
            rows = []
        rows.sort(key=lambda one: (one.problem is None, not one.known))
        return tuple(rows[:MOST_SHOWN])

    @property
    def wrong(self) -> int:
        if isinstance(self.found, JournalFile):
            return self.found.wrong
        return 0 if self.found is None else len(self.found.problems)

    @property
    def columns_wrong(self) -> bool:
        """A journal whose first line does not name what is needed."""
        return isinstance(self.found, JournalFile) and not self.found.columns_fit

    @property
    def new(self) -> int:
        """How many rows would be taken."""
        if isinstance(self.found, JournalFile):
            return len(self.found.rows)
        return 0 if self.found is None else len(self.found.new(self.also))

    def command(self, on: date) -> Command | None:
        """What would be booked; None while something is wrong or nothing is new."""
        found = self.found
        if found is None or self.wrong or not self.new:
            return None
        if isinstance(found, EntryFile | ReceiptFile):
            return mapped_command(found, self.also, self.path.name)
        if isinstance(found, MemberFile):
            return CarryForward(on=on, members=found.new(self.also), source=self.path.name)
        if isinstance(found, StatementFile):
            lines = found.new(self.also)
            return RecordStatement(bank=self.becomes.bank, lines=lines, source=self.path.name)
        return ImportJournal(rows=found.rows, source=self.path.name)

    def _members(self, found: MemberFile) -> Iterable[FileRow]:
        for one in found.rows:
            who = f"{one.admit.number} {one.admit.person.full_name}".strip()
            taken = not one.known or one.row in self.also
            yield FileRow(one.row, one.admit.on, who, None, one.known, taken)

    def _lines(self, found: StatementFile) -> Iterable[FileRow]:
        for one in found.lines:
            known = "=" if one.recorded else ""
            taken = not one.recorded or one.row in self.also
            yield FileRow(one.row, one.line.on, one.line.text, one.line.amount, known, taken)


def _problems(problems: Iterable[CellProblem]) -> list[FileRow]:
    return [
        FileRow(one.row, None, one.text, None, taken=None, problem=one.refusal) for one in problems
    ]


def _entries(found: JournalFile) -> list[FileRow]:
    wrong = [
        FileRow(one.line, None, one.text, None, taken=None, problem=one.refusal)
        for one in found.problems
    ]
    right = [
        FileRow(one.line, one.on, f"{one.account} {one.memo}".strip(), one.amount)
        for one in found.rows[:MOST_SHOWN]
    ]
    return [*wrong, *right]


def fitting(
    maps: Iterable[ImportMap], target: ImportTarget, headings: Collection[str]
) -> ImportMap | None:
    """The kept mapping whose columns are all in the file."""
    return next(
        (
            one
            for one in maps
            if one.target is target and set(one.headings.values()) <= set(headings)
        ),
        None,
    )


def fields_of(target: ImportTarget) -> Mapping[str, str]:
    """The fields of a target with their English words; Thai ones come from the voice."""
    if target in _FIELDS:
        return _FIELDS[target]
    return {column.name: column.en for column in opening_sheets()["members"]}


def field_said(target: ImportTarget, field: str, voice: Voice) -> str:
    """What a field is called in forms and workbooks."""
    if target in _FIELDS:
        return voice.tr(_FIELDS[target][field])
    column = next(one for one in opening_sheets()["members"] if one.name == field)
    return voice.name(column.th, column.en)


def guessed(target: ImportTarget, field: str, headings: Iterable[str]) -> str:
    """The heading that most likely holds the field; none where nothing is alike."""
    names = {field.casefold()}
    for language in ("th", "en"):
        names.add(field_said(target, field, Voice(language)).casefold())
    names |= {one.casefold() for one in _ALSO.get(field, ())}
    return next((one for one in headings if one.casefold() in names), "")


_ALSO = {
    "number": ("เลขที่", "เลขสมาชิก", "no", "no."),
    "given": ("ชื่อ-สกุล", "ชื่อ - นามสกุล", "name", "first name"),
    "family": ("สกุล", "last name"),
    "joined": ("วันที่เป็นสมาชิก", "วันที่สมัคร", "วันเข้า", "since"),
    "zone": ("โซน", "กลุ่ม", "กลุ่มย่อย", "รหัสกลุ่มย่อย"),
    "on": ("วันที่", "วันที่ทำรายการ", "date", "transaction date"),
    "paid_in": ("ฝาก", "เงินเข้า", "deposit", "credit"),
    "paid_out": ("ถอน", "เงินออก", "withdrawal", "debit"),
    "amount": ("จำนวนเงิน",),
    "entry": ("เลขที่", "เลขที่รายการ", "entry", "no."),
    "account": ("บัญชี", "รหัสบัญชี"),
    "debit": ("เดบิต",),
    "credit": ("เครดิต",),
    "memo": ("รายการ", "คำอธิบาย", "memo"),
    "member": ("สมาชิก", "เลขที่สมาชิก"),
    "product": ("ประเภท", "รหัส", "code"),
    "paper_number": ("ใบเสร็จ", "เลขที่ใบเสร็จ", "receipt"),
    "text": ("รายการ", "รายละเอียด", "description"),
    "balance": ("ยอดคงเหลือ", "คงเหลือ"),
}


def looked_text(looked: Looked | None, voice: Voice) -> str:
    """What is to be said of the file above the list."""
    if looked is None:
        return voice.tr(
            "Choose a file: a bank's statement (OFX, CSV, workbook), a list of members, or a "
            "journal. It is only looked at until you import it."
        )
    if looked.refusal is not None:
        return sentence(looked.refusal, voice)
    if looked.wrong:
        return voice.tr_n(
            "{file}: {count} cell has to be corrected first. Nothing was saved.",
            "{file}: {count} cells have to be corrected first. Nothing was saved.",
            looked.wrong,
        ).format(file=looked.path.name, count=voice.number(looked.wrong))
    if looked.columns_wrong:
        return voice.tr(
            "{file}: the first line of a journal names the columns entry, date, account and "
            "amount. Correct it and choose the file again."
        ).format(file=looked.path.name)
    known = sum(bool(row.known) for row in looked.rows)
    return voice.tr(
        "{file}. Rows to take: {new}. In the book already, as it seems, and left out: {known}."
    ).format(file=looked.path.name, new=voice.number(looked.new), known=voice.number(known))
