"""The 33 rules of trust.md 7.1 in one list: which faults break each, and what keeps the others.

Where a book alone cannot show a breach (what was repeated, what an import gave, a figure whose
terms the rows do not hold) the rule has no fault; ``kept_by`` says what keeps it. The tests that
prove each rule are named in ``tests/queries/test_rules_of_the_books.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ledger.queries.integrity.findings import Fault, Finding


class KeptBy(Enum):
    """What keeps a rule besides the audit of the rows."""

    COMMAND = "command"
    """Commands refuse; chance and planted bugs try them in ``tests/properties``."""
    FILE = "file"
    """A trigger, a unique key or a CHECK of the file, whose text the audit compares."""
    FLAG = "flag"
    """A red-flag test of the auditor reckons it again and asks."""
    TEST = "test"
    """Only a test can show it: it compares books, or goes over days a book does not keep."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. A pair of ``breaks`` is a fault, and the table it is found in or '' for any."""

    number: int
    says: str
    breaks: tuple[tuple[Fault, str], ...] = ()
    kept_by: tuple[KeptBy, ...] = (KeptBy.COMMAND,)


_COMMAND, _FILE, _FLAG, _TEST = KeptBy

RULES: tuple[Rule, ...] = (
    Rule(
        1,
        "each entry has two lines or more, none at zero, and adds up",
        ((Fault.UNBALANCED, ""), (Fault.TOO_FEW_LINES, ""), (Fault.VALUE_WRONG, "lines")),
        (_COMMAND, _FILE),
    ),
    Rule(
        2,
        "all lines add up to nothing at every date",
        ((Fault.DAY_UNBALANCED, ""), (Fault.LINE_APART, "")),
    ),
    Rule(
        3,
        "an account exists, is a leaf, and is open on the date",
        (
            (Fault.ACCOUNT_UNKNOWN, ""),
            (Fault.HEAD_POSTED, ""),
            (Fault.FUND_UNKNOWN, ""),
            (Fault.CARD_WRONG, ""),
            (Fault.ACCOUNT_CLOSED, ""),
        ),
    ),
    Rule(
        4,
        "acts and entries are numbered without gap, and time never goes back",
        ((Fault.ACT_MISSING, ""), (Fault.TIME_BACKWARDS, ""), (Fault.NUMBER_GAP, "entries")),
        (_FILE,),
    ),
    Rule(5, "nothing is written into a closed month", ((Fault.CLOSED_MONTH, ""),)),
    Rule(
        6,
        "a reversal mirrors one earlier entry, once",
        ((Fault.REVERSAL_WRONG, ""),),
        (_COMMAND, _FILE),
    ),
    Rule(
        7,
        "every fingerprint recomputes, and every code is its beginning",
        ((Fault.FINGERPRINT_WRONG, ""), (Fault.LINK_BROKEN, ""), (Fault.ACT_CHANGED, "")),
        (_FILE,),
    ),
    Rule(
        8,
        "every table holds what the acts wrote, no row more or less",
        (
            (Fault.ROW_CHANGED, ""),
            (Fault.ROW_MISSING, ""),
            (Fault.ROW_ADDED, ""),
            (Fault.VALUE_WRONG, ""),
            (Fault.PERSONAL_CHANGED, ""),
            (Fault.PERSONAL_MISSING, ""),
            (Fault.TEXT_CHANGED, ""),
            (Fault.TEXT_MISSING, ""),
            (Fault.SCHEMA_CHANGED, ""),
            (Fault.FILE_DAMAGED, ""),
        ),
        (_FILE,),
    ),
    Rule(9, "every kept balance is the sum of its lines", ((Fault.BALANCE_WRONG, ""),)),
    Rule(10, "a command id occurs once", (), (_FILE, _TEST)),
    Rule(
        11,
        "papers are numbered without gaps, and agree with their entries",
        (
            (Fault.NUMBER_GAP, "receipts"),
            (Fault.NUMBER_GAP, "vouchers"),
            (Fault.RECEIPT_WRONG, ""),
            (Fault.VOID_WRONG, ""),
            (Fault.VOUCHER_WRONG, ""),
            (Fault.PAPER_TWICE, ""),
        ),
    ),
    Rule(
        12,
        "no cash box, no bank account and no fund's part of them is below nothing",
        ((Fault.OVERDRAWN, "account_days"), (Fault.OVERDRAWN, "bank_accounts")),
    ),
    Rule(
        13,
        "the bank's balance is the book's with the open items",
        ((Fault.BANK_WRONG, ""), (Fault.CONTROL_WRONG, "bank_accounts")),
    ),
    Rule(
        14,
        "nobody's savings are below nothing",
        ((Fault.OVERDRAWN, "cards"),),
        (_COMMAND, _FLAG),
    ),
    Rule(
        15,
        "the cards make up their control account",
        ((Fault.CONTROL_WRONG, "cards"),),
        (_TEST, _FLAG),
    ),
    Rule(
        16,
        "shares are whole and make up their control account",
        ((Fault.SHARE_PART, ""), (Fault.CONTROL_WRONG, "share_types")),
    ),
    Rule(
        17,
        "posted interest is the sum of its rows, reckoned by exact fractions",
        ((Fault.INTEREST_WRONG, ""),),
        (_FLAG, _TEST),
    ),
    Rule(18, "who has left holds nothing", ((Fault.NOT_EMPTY, ""),)),
    Rule(
        19,
        "a loan is what was paid out less what came back, and no more than approved",
        ((Fault.LOAN_WRONG, ""), (Fault.OVER_APPROVED, "")),
    ),
    Rule(20, "a plan adds up and its days rise", ((Fault.PLAN_WRONG, ""),), (_COMMAND, _TEST)),
    Rule(21, "the parts of a payment add up to it", ((Fault.PARTS_WRONG, ""),), (_COMMAND, _TEST)),
    Rule(22, "each day of interest is charged once", (), (_TEST,)),
    Rule(
        23,
        "loans and their interest make up their control accounts",
        ((Fault.CONTROL_WRONG, "loan_types"),),
        (_TEST, _FLAG),
    ),
    # What a loan needed is looked at with rule 29; guarantors and limits stand in other rows.
    Rule(24, "a loan was approved by another person, within its limits", (), (_COMMAND, _FLAG)),
    # That nothing is owed and a loan is settled are one reckoning; rule 19 compares the ledger.
    Rule(25, "a loan is settled exactly when nothing is owed", (), (_COMMAND, _TEST)),
    # What was lent on out of it is no fault of the rows: both legs and a red flag show it.
    Rule(
        26,
        "a lender is owed what was drawn less what was repaid",
        ((Fault.LENDER_WRONG, ""),),
        (_COMMAND, _FLAG),
    ),
    Rule(
        27,
        "a benefit is what its rule gives, and was paid so",
        ((Fault.BENEFIT_WRONG, ""),),
        (_COMMAND, _FLAG),
    ),
    Rule(
        28,
        "a closed year leaves no income or expense, and its surplus is used to the satang",
        ((Fault.YEAR_WRONG, ""), (Fault.ALLOCATION_WRONG, ""), (Fault.CLOSING_WRONG, "")),
        (_COMMAND, _FILE),
    ),
    Rule(
        29,
        "what needs another person has the approval and signature of one",
        (
            (Fault.APPROVAL_WRONG, ""),
            (Fault.APPROVAL_MISSING, ""),
            (Fault.SIGNATURE_WRONG, ""),
            (Fault.SIGNATURE_MISSING, ""),
        ),
    ),
    Rule(
        30,
        "whoever acted held a role for it then",
        ((Fault.ROLE_MISSING, ""), (Fault.ACTOR_UNKNOWN, "")),
    ),
    Rule(31, "what is locked is never opened", ((Fault.LOCK_MOVED, ""),)),
    Rule(32, "no act shows personal data", ((Fault.PERSONAL_SHOWN, ""),), (_TEST,)),
    Rule(33, "a copy, and a book carried over, is the same book", (), (_TEST,)),
)

_BROKEN = {pair: rule.number for rule in RULES for pair in rule.breaks}


def rule_of(finding: Finding) -> int | None:
    """The number of the rule that a finding is against."""
    found = _BROKEN.get((finding.fault, finding.table))
    return _BROKEN.get((finding.fault, "")) if found is None else found
