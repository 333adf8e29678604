"""One day on one sheet: cash, receipts by what was paid, vouchers, counts and everything else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.domain.accounts import CardKind
from ledger.domain.money import Money, total
from ledger.domain.products import ChargeType
from ledger.queries.backups import BackupStanding, backup_standing
from ledger.queries.cash import CashHeld, CountView, cash_counts, cash_held
from ledger.queries.entries import EntryRow, entry_rows
from ledger.queries.naming import Name, account_names, product_names
from ledger.queries.papers import ReceiptRow, VoucherRow, receipts_where, vouchers_where
from ledger.queries.perpetual import PerpetualTotals, perpetual_totals
from ledger.queries.standing import known, last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class PaidFor:
    """What was paid on one day for one product, charge or kind of income.

    ``item`` is the kind of receipt item: deposit, shares, charge, fee or income. Receipts that were
    void on the same day are left out; a later void shows on its own day.
    """

    item: str
    code: str
    name_th: str
    name_en: str
    count: int
    amount: Money


@dataclass(frozen=True, slots=True)
class DaySheet:
    """A day as it was booked; ``others`` are entries with neither receipt nor voucher.

    ``totals`` are those of the whole book as it stands when the sheet is made, not of the day;
    ``backup`` says how its copies stood in the evening.
    """

    on: date
    cash: CashHeld | None
    items: tuple[PaidFor, ...]
    receipts: tuple[ReceiptRow, ...]
    receipts_total: Money
    vouchers: tuple[VoucherRow, ...]
    others: tuple[EntryRow, ...]
    counts: tuple[CountView, ...]
    totals: PerpetualTotals
    backup: BackupStanding


_ITEMS = """
SELECT l.item, COALESCE(c.product, g.type, l.account, ''), COUNT(*), SUM(l.amount)
FROM receipts AS r
JOIN receipt_lines AS l ON l.series = r.series AND l.year = r.year AND l.number = r.number
LEFT JOIN (SELECT number, MIN(product) AS product FROM cards GROUP BY number) AS c
  ON c.number = l.card
LEFT JOIN (SELECT number, MIN(type) AS type FROM charges GROUP BY number) AS g
  ON g.number = l.charge
WHERE r."on" = ?1 AND NOT EXISTS (SELECT 1 FROM receipt_voids AS v WHERE v.series = r.series
  AND v.year = r.year AND v.number = r.number AND v."on" <= ?1{known})
GROUP BY 1, 2 ORDER BY 1, 2"""
_OTHERS = """
SELECT number FROM entries WHERE day = ?1{known}
AND number NOT IN (SELECT entry FROM receipts WHERE "on" = ?1)
AND number NOT IN (SELECT entry FROM vouchers WHERE "on" = ?1) ORDER BY number"""
_ORDER = ("deposit", "shares", "charge", "fee", "loan", "income")
_ITEM_OF = {CardKind.SHARE: "shares", CardKind.LOAN: "loan"}


def day_sheet(reader: Reader, *, on: date | None = None) -> DaySheet:
    """Everything booked on a day; without one on the last day with an entry."""
    day = last_day(reader, on)
    receipts = receipts_where(reader, 'r."on" = ?', (day.isoformat(),))
    others = reader.rows(_OTHERS.format(known=known(reader)), (day.isoformat(),))
    return DaySheet(
        on=day,
        cash=cash_held(reader, since=day, until=day),
        items=_items(reader, day),
        receipts=receipts,
        receipts_total=total(row.total for row in receipts if not is_void_by(row, day)),
        vouchers=vouchers_where(reader, 'v."on" = ?', (day.isoformat(),)),
        others=tuple(entry_rows(reader, (int(row[0]) for row in others))),
        counts=cash_counts(reader, since=day, until=day).rows,
        totals=perpetual_totals(reader),
        backup=backup_standing(reader, at=day),
    )


def is_void_by(receipt: ReceiptRow, day: date) -> bool:
    """Whether the receipt no longer counted at the end of a day."""
    return receipt.void is not None and receipt.void.on <= day


def _items(reader: Reader, day: date) -> tuple[PaidFor, ...]:
    rows: Iterable[tuple[Any, ...]] = reader.rows(
        _ITEMS.format(known=known(reader, "v.act")), (day.isoformat(),)
    )
    names = _names(reader)
    found = []
    for item, code, count, satang in rows:
        name = names.get((item, code), Name(code, code))
        found.append(PaidFor(item, code, name.th, name.en, count, Money(satang)))
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.item), one.code)))


def _names(reader: Reader) -> dict[tuple[str, str], Name]:
    products = product_names(reader)
    found = {
        (_ITEM_OF.get(kind, "deposit"), code): name
        for (kind, code), name in products.items()
        if kind not in (CardKind.BANK, CardKind.BORROWING, CardKind.GRANT)
    }
    for one in reader.every(ChargeType):
        found["charge", one.code] = found["fee", one.code] = Name(one.name_th, one.name_en)
    for code, name in account_names(reader).items():
        found["income", code] = name
    return found
