"""The cooperative whose book this is, and the rules it decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import BookKind
from ledger.domain.days import Month
from ledger.domain.money import Money
from ledger.domain.records import Record
from ledger.domain.refusals.closing import MonthBeforeBook


@dataclass(frozen=True, slots=True)
class Cooperative(Record):
    """Name, addresses and settings; a new version whenever one of them changes.

    ``year_ends_in`` is the last month of the fiscal year (domain.md 3.1: it differs per
    cooperative). ``cash_limit`` is the most cash that may be held at the end of a day. Papers in
    Thai have ``thai_digits`` where that is wished, and years of the ``common_era`` (domain.md 3.8);
    ``promptpay`` is the number to which dues can be sent, empty where there is none.
    """

    table = "cooperative"
    key = ("book",)

    book: str
    kind: BookKind
    name_th: str
    name_en: str
    registration: str = ""
    address: str = ""
    telephone: str = ""
    auditor_telephone: str = ""
    year_ends_in: int = 12
    starts_on: date | None = None
    cash_limit: Money | None = None
    receipt_series: str = "R"
    practice: bool = False
    promptpay: str = ""
    thai_digits: bool = False
    common_era: bool = False


def check_begun(cooperative: Cooperative, month: Month) -> None:
    """Whether the month belongs to the book: reported, closed and opened are no earlier ones.

    Raises:
        MonthBeforeBook: it was over before the first day of the book.
    """
    starts_on = cooperative.starts_on
    if starts_on is not None and month.last < starts_on:
        raise MonthBeforeBook(month.iso, starts_on)


@dataclass(frozen=True, slots=True)
class Closing(Record):
    """One closing, locking or reopening: how far the months are shut from this act on.

    Every month up to ``closed_through`` is closed and every month up to ``locked_through`` is
    locked; None where no month is. Both are months written ``YYYY-MM``.
    ``closed_by`` is the user of the last closing; nobody locks what she closed herself.
    """

    table = "closings"
    key = ("number",)
    versions = False

    number: int
    what: str
    closed_through: str | None
    locked_through: str | None
    reason: str = ""
    closed_by: str = ""


# Counted up whenever the monthly report asks or says something in another way than before.
REPORT_FORM = 1


@dataclass(frozen=True, slots=True)
class KeptReport(Record):
    """The figures of a month's report as they stood when this closing shut the month.

    ``text`` is canonical JSON without personal data, ``sha256`` its digest in hexadecimal, and
    ``form`` the number of its form: a later program may say more than an earlier one kept.
    """

    table = "kept_reports"
    key = ("closing", "month")
    versions = False
    figures = ("text",)

    closing: int
    month: str
    form: int
    text: str
    sha256: str
