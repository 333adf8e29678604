"""What has to be right before a month closes, as far as the book knows it (feature 75)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from ledger.domain.accruing import InterestAccrual
from ledger.domain.assets import FixedAsset, depreciation_due
from ledger.domain.cards import Card
from ledger.domain.days import Month, day_after
from ledger.domain.desk import SHEETS, day_of_sheet
from ledger.domain.earning import bears_interest, credited_through, earned
from ledger.domain.loan_quality import LoanClassStep
from ledger.domain.money import ZERO, Money
from ledger.domain.papers import PaperPrint, report_label
from ledger.domain.products import SavingsProduct
from ledger.queries.accrued_interest import accrued_interest
from ledger.queries.backups import AMBER_AFTER, SECOND_AFTER, backup_standing
from ledger.queries.banks import banks
from ledger.queries.cash import cash_counts, cash_held
from ledger.queries.control import cards_and_control
from ledger.queries.integrity import audit
from ledger.queries.loan_quality import loan_quality
from ledger.queries.papers import receipts
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


class CheckItem(Enum):
    """What is looked at, in the order of the list."""

    DRAFTS = "drafts"
    COUNT = "count"
    BANK = "bank"
    RECEIPTS = "receipts"
    INTEREST = "interest"
    ACCRUED = "accrued"
    ALLOWANCE = "allowance"
    DEPRECIATION = "depreciation"
    PROOF = "proof"
    REPORT = "report"
    BACKUP = "backup"
    SECOND_COPY = "second copy"
    AUDIT = "audit"


class CheckState(Enum):
    """How an item stands."""

    RIGHT = "right"
    OPEN = "open"
    WRONG = "wrong"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One line of the checklist with its facts.

    ``day`` and ``place`` lead to a sheet on the desk, ``amount`` is what is missing or differs,
    ``count`` how many there are of it.
    """

    item: CheckItem
    state: CheckState
    name_th: str = ""
    name_en: str = ""
    count: int = 0
    amount: Money | None = None
    day: date | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class MonthChecklist:
    """The list of a month; ``ready`` when nothing stands against closing it."""

    month: Month
    rows: tuple[CheckRow, ...]
    ready: bool


def month_checklist(
    reader: Reader, *, month: Month, today: date | None = None, audited: bool = False
) -> MonthChecklist:
    """How a month stands before it is closed; with ``audited`` the whole book is audited, too."""
    rows = (
        *_drafts(reader, month),
        *_cash(reader, month),
        *_banks(reader, month),
        _receipts(reader, month),
        *_interest(reader, month),
        *_accrued(reader, month),
        *_allowance(reader, month),
        *_depreciation(reader, month),
        _proof(reader, month),
        _report(reader, month),
        *_backups(reader, month, last_day(reader, today)),
        audit_row(len(audit(reader).findings) if audited else None),
    )
    return MonthChecklist(month, rows, is_ready(rows))


def is_ready(rows: tuple[CheckRow, ...]) -> bool:
    return all(row.state is CheckState.RIGHT for row in rows)


def audit_row(findings: int | None) -> CheckRow:
    """The line of the audit by how many findings it had; None before it ran."""
    if findings is None:
        return CheckRow(CheckItem.AUDIT, CheckState.UNKNOWN)
    state = CheckState.WRONG if findings else CheckState.RIGHT
    return CheckRow(CheckItem.AUDIT, state, count=findings)


def _drafts(reader: Reader, month: Month) -> Iterator[CheckRow]:
    """Sheets typed for a day of the month, or of one before it, and never booked."""
    places = reader.rows(
        "SELECT place, COUNT(*) FROM desk_drafts WHERE place LIKE ? GROUP BY place ORDER BY place",
        (f"{SHEETS}%",),
    )
    waiting = False
    for place, lines in places:
        day = day_of_sheet(place)
        if day is not None and day <= month.last:
            waiting = True
            yield CheckRow(CheckItem.DRAFTS, CheckState.WRONG, count=lines, day=day, place=place)
    if not waiting:
        yield CheckRow(CheckItem.DRAFTS, CheckState.RIGHT)


def _cash(reader: Reader, month: Month) -> Iterator[CheckRow]:
    held = cash_held(reader, since=month.first, until=month.last)
    if held is None:
        return
    counts = cash_counts(reader, since=month.first, until=month.last).rows
    counted = max(counts, key=lambda one: (one.on, one.count), default=None)
    if counted is None:
        yield CheckRow(CheckItem.COUNT, CheckState.OPEN)
    elif counted.counted == held.balance:
        yield CheckRow(CheckItem.COUNT, CheckState.RIGHT)
    else:
        # The count was right on its day; what moved since then is named.
        yield CheckRow(CheckItem.COUNT, CheckState.OPEN, amount=counted.counted - held.balance)


def _banks(reader: Reader, month: Month) -> Iterator[CheckRow]:
    for bank in banks(reader, until=month.last).rows:
        if bank.closed:
            continue
        name = f"{bank.bank} {bank.account_number}".strip()
        agreed = bank.agreement is not None and bank.agreement.at >= month.last
        state = CheckState.RIGHT if agreed else CheckState.OPEN
        yield CheckRow(CheckItem.BANK, state, name, name)


def _receipts(reader: Reader, month: Month) -> CheckRow:
    given = receipts(reader, since=month.first, until=month.last).rows
    unprinted = sum(row.prints == 0 and row.void is None for row in given)
    state = CheckState.OPEN if unprinted else CheckState.RIGHT
    return CheckRow(CheckItem.RECEIPTS, state, count=unprinted)


def _interest(reader: Reader, month: Month) -> Iterator[CheckRow]:
    """Products whose interest is posted for a period that ends with the month.

    Where nothing was earned nothing can be posted, so nothing is asked for.
    """
    for product in reader.every(SavingsProduct):
        if not bears_interest(product) or month.number % product.interest_months != 0:
            continue
        through = credited_through(reader, product.code)
        if through is not None and through >= month.last:
            yield CheckRow(CheckItem.INTEREST, CheckState.RIGHT, product.name_th, product.name_en)
        elif _has_earned(reader, product, through, month.last):
            yield CheckRow(CheckItem.INTEREST, CheckState.OPEN, product.name_th, product.name_en)


def _has_earned(reader: Reader, product: SavingsProduct, since: date | None, until: date) -> bool:
    start = None if since is None else day_after(since)
    return any(
        earned(reader, product, card, start, until) > ZERO
        for card in reader.every(Card, product=product.code, closed_on=None)
    )


def _allowance(reader: Reader, month: Month) -> Iterator[CheckRow]:
    """What the loans to members need set aside, where the cooperative has decided classes."""
    if not reader.every(LoanClassStep):
        return
    found = loan_quality(reader, at=month.last)
    if found.change == ZERO:
        yield CheckRow(CheckItem.ALLOWANCE, CheckState.RIGHT)
    else:
        yield CheckRow(CheckItem.ALLOWANCE, CheckState.OPEN, amount=found.change)


def _depreciation(reader: Reader, month: Month) -> Iterator[CheckRow]:
    """The depreciation of fixed assets; a book that keeps none has no such line."""
    if not reader.every(FixedAsset):
        return
    due = depreciation_due(reader, month)
    if due == ZERO:
        yield CheckRow(CheckItem.DEPRECIATION, CheckState.RIGHT)
    else:
        yield CheckRow(CheckItem.DEPRECIATION, CheckState.OPEN, amount=due)


def _accrued(reader: Reader, month: Month) -> Iterator[CheckRow]:
    """Accrued interest on loans, where the cooperative has begun to accrue it."""
    if not reader.every(InterestAccrual):
        return
    due = accrued_interest(reader, at=month.last).due
    if due == ZERO:
        yield CheckRow(CheckItem.ACCRUED, CheckState.RIGHT)
    else:
        yield CheckRow(CheckItem.ACCRUED, CheckState.OPEN, amount=due)


def _proof(reader: Reader, month: Month) -> CheckRow:
    proof = cards_and_control(reader, at=month.last)
    if proof.agrees:
        return CheckRow(CheckItem.PROOF, CheckState.RIGHT)
    return CheckRow(CheckItem.PROOF, CheckState.WRONG, amount=proof.difference)


def _report(reader: Reader, month: Month) -> CheckRow:
    printed = reader.every(PaperPrint, paper=report_label(month))
    return CheckRow(CheckItem.REPORT, CheckState.RIGHT if printed else CheckState.OPEN)


def _backups(reader: Reader, month: Month, today: date) -> Iterator[CheckRow]:
    """A proved copy outside this PC since the month ended, and a second medium not far behind."""
    found = backup_standing(reader, at=today)
    newest = None if found.days is None else today - timedelta(days=found.days)
    made = newest is not None and newest >= month.last and (found.days or 0) <= AMBER_AFTER
    state = CheckState.RIGHT if made else CheckState.OPEN
    yield CheckRow(CheckItem.BACKUP, state, found.medium, found.medium, day=newest)
    kept = found.second_days is not None and found.second_days <= SECOND_AFTER
    second = None if found.second_days is None else today - timedelta(days=found.second_days)
    state = CheckState.RIGHT if kept else CheckState.OPEN
    yield CheckRow(CheckItem.SECOND_COPY, state, found.second, found.second, day=second)
