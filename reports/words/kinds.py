"""The ledger's kinds in the reader's words: accounts, members, cards, vouchers, states of months."""

from __future__ import annotations

from ledger.domain.accounts import CardKind, Kind
from ledger.domain.members import MemberKind
from ledger.domain.papers import VoucherKind
from reports.words.voice import N_, Voice

_ACCOUNTS = {
    Kind.ASSET: N_("Assets"),
    Kind.LIABILITY: N_("Liabilities"),
    Kind.EQUITY: N_("Equity"),
    Kind.INCOME: N_("Income"),
    Kind.EXPENSE: N_("Expenses"),
}
_TOTALS = {
    Kind.ASSET: N_("Total assets"),
    Kind.LIABILITY: N_("Total liabilities"),
    Kind.EQUITY: N_("Total equity"),
    Kind.INCOME: N_("Total income"),
    Kind.EXPENSE: N_("Total expenses"),
}
_MEMBERS = {
    MemberKind.ORDINARY: N_("Ordinary member"),
    MemberKind.ASSOCIATE: N_("Associate member"),
}
_CARDS = {
    CardKind.SAVINGS: N_("Savings"),
    CardKind.SHARE: N_("Shares"),
    CardKind.CONTRIBUTION: N_("Contributions"),
    CardKind.BANK: N_("Banks"),
    CardKind.LOAN: N_("Loans to members"),
    CardKind.BORROWING: N_("Borrowings"),
}
_VOUCHERS = {
    VoucherKind.RECEIPT: N_("Receipt voucher"),
    VoucherKind.PAYMENT: N_("Payment voucher"),
    VoucherKind.TRANSFER: N_("Transfer voucher"),
    VoucherKind.JOURNAL: N_("Journal voucher"),
}
_MONTHS = {
    "open": N_("Open"),
    "closed": N_("Closed"),
    "locked": N_("Locked"),
}


def account_kind(kind: Kind, voice: Voice) -> str:
    return voice.tr(_ACCOUNTS[kind])


def total_of_kind(kind: Kind, voice: Voice) -> str:
    return voice.tr(_TOTALS[kind])


def member_kind(kind: MemberKind, voice: Voice) -> str:
    return voice.tr(_MEMBERS[kind])


def card_kind(kind: CardKind, voice: Voice) -> str:
    return voice.tr(_CARDS[kind])


def voucher_kind(kind: VoucherKind, voice: Voice) -> str:
    return voice.tr(_VOUCHERS[kind])


def month_state(state: str, voice: Voice) -> str:
    """``open``, ``closed`` or ``locked``."""
    return voice.tr(_MONTHS[state])
