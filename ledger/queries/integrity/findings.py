"""A finding of the audit as facts: what is wrong, in which act, table and row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Fault(Enum):
    """The kinds of fault; sentences for people are made in ``reports.words.findings``."""

    SCHEMA_CHANGED = "schema_changed"
    FILE_DAMAGED = "file_damaged"
    ACT_MISSING = "act_missing"
    ACT_CHANGED = "act_changed"
    LINK_BROKEN = "link_broken"
    ROW_CHANGED = "row_changed"
    ROW_MISSING = "row_missing"
    ROW_ADDED = "row_added"
    VALUE_WRONG = "value_wrong"
    FINGERPRINT_WRONG = "fingerprint_wrong"
    PERSONAL_CHANGED = "personal_changed"
    PERSONAL_MISSING = "personal_missing"
    TEXT_CHANGED = "text_changed"
    TEXT_MISSING = "text_missing"
    BALANCE_WRONG = "balance_wrong"
    UNBALANCED = "unbalanced"
    TOO_FEW_LINES = "too_few_lines"
    ACCOUNT_UNKNOWN = "account_unknown"
    HEAD_POSTED = "head_posted"
    FUND_UNKNOWN = "fund_unknown"
    CARD_WRONG = "card_wrong"
    REVERSAL_WRONG = "reversal_wrong"
    NUMBER_GAP = "number_gap"
    RECEIPT_WRONG = "receipt_wrong"
    VOID_WRONG = "void_wrong"
    VOUCHER_WRONG = "voucher_wrong"
    PAPER_TWICE = "paper_twice"
    CLOSED_MONTH = "closed_month"
    CLOSING_WRONG = "closing_wrong"
    TIME_BACKWARDS = "time_backwards"
    INTEREST_WRONG = "interest_wrong"
    NOT_EMPTY = "not_empty"
    LOCK_MOVED = "lock_moved"
    PERSONAL_SHOWN = "personal_shown"
    OVERDRAWN = "overdrawn"
    ACCOUNT_CLOSED = "account_closed"
    DAY_UNBALANCED = "day_unbalanced"
    LINE_APART = "line_apart"
    BANK_WRONG = "bank_wrong"
    CONTROL_WRONG = "control_wrong"
    SHARE_PART = "share_part"
    LOAN_WRONG = "loan_wrong"
    LENDER_WRONG = "lender_wrong"
    OVER_APPROVED = "over_approved"
    PLAN_WRONG = "plan_wrong"
    PARTS_WRONG = "parts_wrong"
    BENEFIT_WRONG = "benefit_wrong"
    YEAR_WRONG = "year_wrong"
    ALLOCATION_WRONG = "allocation_wrong"
    ACTOR_UNKNOWN = "actor_unknown"
    SIGNATURE_WRONG = "signature_wrong"
    SIGNATURE_MISSING = "signature_missing"
    APPROVAL_WRONG = "approval_wrong"
    APPROVAL_MISSING = "approval_missing"
    ROLE_MISSING = "role_missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. ``row`` is the row's key as text, ``found`` and ``expected`` what it says."""

    fault: Fault
    table: str
    row: str = ""
    act: int | None = None
    found: str = ""
    expected: str = ""

    @property
    def entry(self) -> int | None:
        """The entry it is about, where the row names one that is there."""
        number, _, _ = self.row.partition("/")
        if self.fault is Fault.NUMBER_GAP or not number.isdecimal():
            return None
        named = self.table in ("entries", "lines") or self.fault is Fault.PAPER_TWICE
        return int(number) if named else None
