"""What an opening workbook is filled with before it is typed into: the book's own lists."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.accounts import Account
from ledger.domain.banks import BankAccount
from ledger.domain.members import Member, Zone
from ledger.domain.products import SavingsProduct, ShareType
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class OpeningLists:
    """The chart and the codes that the workbook's rows may name; closed ones are left out."""

    accounts: tuple[Account, ...]
    savings: tuple[str, ...]
    shares: tuple[str, ...]
    banks: tuple[str, ...]
    zones: tuple[str, ...]
    members: frozenset[str]


def opening_lists(reader: Reader) -> OpeningLists:
    """The lists as they stand now."""
    return OpeningLists(
        accounts=tuple(one for one in reader.every(Account) if not one.closed),
        savings=tuple(one.code for one in reader.every(SavingsProduct) if not one.closed),
        shares=tuple(one.code for one in reader.every(ShareType) if not one.closed),
        banks=tuple(one.code for one in reader.every(BankAccount) if not one.closed),
        zones=tuple(one.code for one in reader.every(Zone) if not one.closed),
        members=frozenset(one.number for one in reader.every(Member)),
    )
