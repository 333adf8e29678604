"""Receipts, vouchers and cash counts: the numbered papers that go with entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.domain.days import ERA_OFFSET, Month
from ledger.domain.money import Money
from ledger.domain.quick import quick
from ledger.domain.records import Record


def paper_year(day: date) -> int:
    """The Buddhist year in which a paper of that day is numbered."""
    return day.year + ERA_OFFSET


@quick
@dataclass(frozen=True, slots=True)
class Receipt(Record):
    """One receipt for one visit; numbered by series and Buddhist year without gaps.

    ``paper_book`` and ``paper_number`` refer to the pre-printed receipt book where one is used.
    """

    table = "receipts"
    key = ("series", "year", "number")
    versions = False
    sparse = ("paper_number",)

    series: str
    year: int
    number: int
    entry: int
    on: date
    total: Money
    member: str | None = None
    payer: str = ""
    paper_book: str = ""
    paper_number: str = ""
    replaces: str = ""

    @property
    def label(self) -> str:
        return receipt_label(self.series, self.year, self.number)


def receipt_label(series: str, year: int, number: int) -> str:
    """The printed number, for example ``R2569/000123``."""
    return f"{series}{year}/{number:06d}"


@quick
@dataclass(frozen=True, slots=True)
class ReceiptLine(Record):
    """One item on a receipt, with the card's balance after it where there is a card."""

    table = "receipt_lines"
    key = ("series", "year", "number", "line")
    versions = False

    series: str
    year: int
    number: int
    line: int
    item: str
    amount: Money
    card: int | None = None
    charge: int | None = None
    account: str | None = None
    balance_after: Money | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptVoid(Record):
    """A receipt that no longer counts; its number stays (domain.md 2.3)."""

    table = "receipt_voids"
    key = ("series", "year", "number")
    versions = False

    series: str
    year: int
    number: int
    reason: str
    entry: int
    on: date


@dataclass(frozen=True, slots=True)
class PaperPrint(Record):
    """One printing of a numbered paper; the second and later ones are copies."""

    table = "paper_prints"
    key = ("paper", "copy")
    versions = False

    paper: str
    copy: int


def report_label(month: Month) -> str:
    """Under which name prints of a month's report are counted."""
    return f"monthly-report {month.iso}"


class VoucherKind(Enum):
    """Money in, money out, between cash and banks, and everything else."""

    RECEIPT = "receipt"
    PAYMENT = "payment"
    TRANSFER = "transfer"
    JOURNAL = "journal"


VOUCHER_SERIES = {
    VoucherKind.RECEIPT: "RV",
    VoucherKind.PAYMENT: "PV",
    VoucherKind.TRANSFER: "TV",
    VoucherKind.JOURNAL: "JV",
}


@dataclass(frozen=True, slots=True)
class Voucher(Record):
    """The voucher behind an entry: payee, purpose and the names of those who approved it."""

    table = "vouchers"
    key = ("series", "year", "number")
    versions = False

    series: str
    year: int
    number: int
    kind: VoucherKind
    entry: int
    on: date
    amount: Money
    payee: str
    purpose: str
    approved_by: str = ""
    member: str | None = None
    document: str = ""

    @property
    def label(self) -> str:
        return receipt_label(self.series, self.year, self.number)


DENOMINATIONS = tuple(
    Money(satang)
    for satang in (100_000, 50_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 25)
)


@dataclass(frozen=True, slots=True)
class CashCount(Record):
    """Cash counted by denomination beside what the books say; a difference has its own entry."""

    table = "cash_counts"
    key = ("number",)
    versions = False

    number: int
    on: date
    counted: Money
    booked: Money
    entry: int | None
    reason: str
    counted_by: str


@dataclass(frozen=True, slots=True)
class CashPieces(Record):
    """How many notes or coins of one denomination were counted."""

    table = "cash_pieces"
    key = ("count", "denomination")
    versions = False

    count: int
    denomination: Money
    pieces: int


@dataclass(frozen=True, slots=True)
class SheetPosted(Record):
    """A collection sheet that was closed: its day, its zones, its sum and its cash count."""

    table = "sheets"
    key = ("number",)
    versions = False

    number: int
    on: date
    zones: str
    lines: int
    total: Money
    cash_count: int


@dataclass(frozen=True, slots=True)
class SheetReceipt(Record):
    """A receipt that a member got while a sheet lay open: its cash was counted with that sheet."""

    table = "sheet_receipts"
    key = ("series", "year", "number")
    versions = False

    series: str
    year: int
    number: int
    sheet: int
