"""One receipt or voucher with everything that stands on its paper."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ledger.domain.accounts import Account
from ledger.domain.members import Member, Zone
from ledger.domain.money import Money
from ledger.domain.products import Charge, ChargeType
from ledger.domain.refusals import UnknownEntry, UnknownReceipt
from ledger.domain.refusals.receiving import UnknownVoucher
from ledger.queries.entries import EntryRow, entry_rows
from ledger.queries.naming import Name, holders_of, names_of
from ledger.queries.papers import ReceiptRow, VoucherRow, receipts_where, vouchers_where
from ledger.queries.standing import Letterhead, letterhead
from ledger.storage.columns import said
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class ReceiptItem:
    """One item: its kind (deposit, shares, charge, fee, income) and what it was paid for.

    ``balance_after`` is what the member holds on the card after it; ``holder`` names the member
    whose card it is, where one member paid for another.
    """

    item: str
    name_th: str
    name_en: str
    amount: Money
    balance_after: Money | None
    card: int | None
    member: str | None
    holder: str
    note: str


@dataclass(frozen=True, slots=True)
class ReceiptPaper:
    """A receipt as it is printed, names and fingerprint as they stood when it was booked.

    ``copy`` 1 is the original, 2 the first copy; ``taken_by`` the user who booked it.
    """

    row: ReceiptRow
    items: tuple[ReceiptItem, ...]
    zone: str
    head: Letterhead
    copy: int

    @property
    def counted_as(self) -> str:
        return self.row.receipt


@dataclass(frozen=True, slots=True)
class VoucherPaper:
    """A voucher as it is printed, with the lines of its entry."""

    row: VoucherRow
    entry: EntryRow
    head: Letterhead
    copy: int

    @property
    def counted_as(self) -> str:
        return self.row.voucher


@dataclass(frozen=True, slots=True)
class EntryPaper:
    """An entry as a journal voucher, for entries that have no voucher of their own."""

    entry: EntryRow
    head: Letterhead


def receipt(reader: Reader, *, receipt: str, copy: int | None = None) -> ReceiptPaper:
    """A receipt by its printed number; ``copy`` is what ``record-print`` counted.

    Without ``copy`` it is the one that printing now would make.

    Raises:
        UnknownReceipt: there is none of that number.
    """
    key, act = _by_label(reader, "receipts", receipt)
    then = reader.at_act(act)
    (row,) = receipts_where(reader, "r.series = ? AND r.year = ? AND r.number = ?", key)
    member = None if row.member is None else then.newest(Member, row.member)
    zone = None if member is None else then.newest(Zone, member.zone)
    if row.member is not None:
        row = replace(row, name=names_of(then, [row.member])[row.member])
    return ReceiptPaper(
        row=row,
        items=_items(then, key),
        zone="" if zone is None else zone.name,
        head=letterhead(then),
        copy=copy or row.prints + 1,
    )


def voucher(reader: Reader, *, voucher: str, copy: int | None = None) -> VoucherPaper:
    """A voucher by its printed number, such as ``PV2569/000012``.

    Raises:
        UnknownVoucher: there is none of that number.
    """
    try:
        key, act = _by_label(reader, "vouchers", voucher)
    except UnknownReceipt:
        raise UnknownVoucher(voucher) from None
    then = reader.at_act(act)
    (row,) = vouchers_where(reader, "v.series = ? AND v.year = ? AND v.number = ?", key)
    (entry,) = entry_rows(then, [row.entry])
    if row.member is not None:
        row = replace(row, name=names_of(then, [row.member])[row.member])
    return VoucherPaper(row, entry, letterhead(then), copy or row.prints + 1)


def entry_paper(reader: Reader, *, entry: int) -> EntryPaper:
    """An entry with the letterhead as it stood when it was booked.

    Raises:
        UnknownEntry: there is none of that number.
    """
    found = reader.one("SELECT act FROM entries WHERE number = ?", (entry,))
    if found is None:
        raise UnknownEntry(entry)
    then = reader.at_act(int(found[0]))
    (row,) = entry_rows(then, [entry])
    return EntryPaper(row, letterhead(then))


def _by_label(reader: Reader, table: str, label: str) -> tuple[tuple[str, int, int], int]:
    """Series, year and number of a printed number, and the act that wrote it."""
    series_year, slash, number = label.partition("/")
    series, year = series_year[:-4], series_year[-4:]
    if slash and _is_number(year) and _is_number(number):
        key = (series, int(year), int(number))
        row = reader.one(
            f"SELECT act FROM {table} WHERE series = ? AND year = ? AND number = ?", key
        )
        if row is not None:
            return key, int(row[0])
    raise UnknownReceipt(label)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10


def _items(reader: Reader, key: tuple[str, int, int]) -> tuple[ReceiptItem, ...]:
    rows = reader.rows(
        f"SELECT item, amount, card, charge, account, balance_after, {said('note')}"
        " FROM receipt_lines WHERE series = ? AND year = ? AND number = ? ORDER BY line",
        key,
    )
    holders = holders_of(reader, [row[2] for row in rows if row[2] is not None])
    found = []
    for item, satang, card, charge, account, after, note in rows:
        holder = holders.get(card)
        if holder is not None:
            name = Name(holder.product_th, holder.product_en)
        else:
            name = _paid_for(reader, charge, account)
        found.append(
            ReceiptItem(
                item=item,
                name_th=name.th,
                name_en=name.en,
                amount=Money(satang),
                balance_after=None if after is None else Money(after),
                card=card,
                member=None if holder is None else holder.member,
                holder="" if holder is None else holder.name,
                note=note,
            )
        )
    return tuple(found)


def _paid_for(reader: Reader, charge: int | None, code: str | None) -> Name:
    """What an item without a card paid: a charge, a fee by its type, or income by its account."""
    if charge is not None:
        asked = reader.newest(Charge, charge)
        code = asked.type if asked is not None else code
    kind = reader.newest(ChargeType, code or "")
    if kind is not None:
        return Name(kind.name_th, kind.name_en)
    account = reader.newest(Account, code or "")
    return (
        Name(code or "", code or "") if account is None else Name(account.name_th, account.name_en)
    )
