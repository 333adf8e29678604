"""Screen words for the ledger's own words: events, kinds of member, states of a month."""

from __future__ import annotations

from collections.abc import Callable

from ledger.domain.members import Leaving, MemberKind
from ledger.domain.papers import VoucherKind
from ledger.queries.closings import MonthState
from reports.words.labels import leaving_reason
from reports.words.voice import N_, Voice

_EVENTS = {
    "banked": N_("Cash carried to the bank"),
    "cash_over": N_("Cash overage"),
    "cash_short": N_("Cash shortage"),
    "charge": N_("Fee, fine or dues"),
    "deposit": N_("Deposit"),
    "drawn": N_("Cash drawn from the bank"),
    "expense": N_("Expense"),
    "income": N_("Income"),
    "journal": N_("Journal entry"),
    "moved": N_("Moved between banks"),
    "opening": N_("Opening balance"),
    "reversal": N_("Reversal"),
    "savings_interest": N_("Savings interest"),
    "shares_bought": N_("Shares bought"),
    "shares_returned": N_("Shares given back"),
    "transfer": N_("Transfer between accounts"),
    "visit": N_("Received from a member"),
    "withdrawal": N_("Withdrawal"),
}

_KINDS = {
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


def event_name(event: str, voice: Voice) -> str:
    """What happened, in the words of the field; an unknown event stays as it is."""
    return voice.tr(_EVENTS[event]) if event in _EVENTS else event


def kind_name(kind: MemberKind, voice: Voice) -> str:
    return voice.tr(_KINDS[kind])


def kind_options() -> list[tuple[MemberKind, Callable[[Voice], str]]]:
    """The kinds of member as a field offers them."""
    return [(kind, _translated(text)) for kind, text in _KINDS.items()]


def leaving_options() -> list[tuple[Leaving, Callable[[Voice], str]]]:
    """The reasons for leaving as a field offers them."""
    return [(why, _left(why)) for why in Leaving]


def month_state(state: MonthState, voice: Voice) -> str:
    return voice.tr(_MONTHS[state])


def voucher_kind(kind: VoucherKind, voice: Voice) -> str:
    return voice.tr(_VOUCHERS[kind])


def _translated(text: str) -> Callable[[Voice], str]:
    return lambda voice: voice.tr(text)


def _left(why: Leaving) -> Callable[[Voice], str]:
    return lambda voice: leaving_reason(why.value, voice)
