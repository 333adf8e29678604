"""The ledger's kinds of account, member and voucher, and states of a month, in words."""

from __future__ import annotations

from ledger.domain.accounts import Kind
from ledger.domain.assets import AssetKind
from ledger.domain.members import MemberKind
from ledger.domain.papers import VoucherKind
from ledger.queries.closings import MonthState
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
    MemberKind.ORDINARY: N_("Ordinary"),
    MemberKind.ASSOCIATE: N_("Associate"),
}
_MEMBERS_IN_FULL = {
    MemberKind.ORDINARY: N_("Ordinary member"),
    MemberKind.ASSOCIATE: N_("Associate member"),
}
_MONTHS = {
    MonthState.OPEN: N_("Open"),
    MonthState.CLOSED: N_("Closed"),
    MonthState.LOCKED: N_("Locked"),
}
_VOUCHERS = {
    VoucherKind.RECEIPT: N_("Receipt voucher"),
    VoucherKind.PAYMENT: N_("Payment voucher"),
    VoucherKind.TRANSFER: N_("Transfer voucher"),
    VoucherKind.JOURNAL: N_("Journal voucher"),
}

_ASSETS = {
    AssetKind.LAND: N_("Land"),
    AssetKind.BUILDING: N_("Building"),
    AssetKind.EQUIPMENT: N_("Office equipment"),
    AssetKind.DURABLE: N_("Durable equipment"),
    AssetKind.VEHICLE: N_("Vehicle"),
}


def account_kind(kind: Kind, voice: Voice) -> str:
    return voice.tr(_ACCOUNTS[kind])


def total_of_kind(kind: Kind, voice: Voice) -> str:
    return voice.tr(_TOTALS[kind])


def member_kind(kind: MemberKind, voice: Voice) -> str:
    return voice.tr(_MEMBERS[kind])


def member_kind_in_full(kind: MemberKind, voice: Voice) -> str:
    """The same where no head of a column says that it is a member's."""
    return voice.tr(_MEMBERS_IN_FULL[kind])


def month_state(state: MonthState, voice: Voice) -> str:
    return voice.tr(_MONTHS[state])


def voucher_kind(kind: VoucherKind, voice: Voice) -> str:
    return voice.tr(_VOUCHERS[kind])


def asset_kind(kind: AssetKind, voice: Voice) -> str:
    return voice.tr(_ASSETS[kind])
