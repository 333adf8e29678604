"""Red flags for the auditor: which tests there are, what they may show, and who cleared what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from ledger.domain.money import Money
from ledger.domain.records import Record

_ONE_BAHT, _FIVE_THOUSAND, _TEN_THOUSAND = Money(100), Money(500_000), Money(1_000_000)


class FlagTest(Enum):
    """The tests of domain.md 5.4, in its order."""

    FORGED_BANK = "forged_bank"
    MISSING_CASH = "missing_cash"
    UNRECORDED_RECEIPTS = "unrecorded_receipts"
    LAPPING = "lapping"
    GHOSTS = "ghosts"
    FILE_CHANGES = "file_changes"
    DORMANT_MONEY = "dormant_money"
    INSIDERS = "insiders"
    INTEREST = "interest"
    WINDOW_DRESSING = "window_dressing"
    NEGATIVE_BALANCES = "negative_balances"
    BACKDATING = "backdating"
    VOIDS = "voids"
    SPLITTING = "splitting"
    GUARANTOR_RING = "guarantor_ring"
    CARDS_AND_CONTROL = "cards_and_control"
    SUSPENSE = "suspense"
    BORROWED_NAMES = "borrowed_names"
    DIVERTED = "diverted"
    BENEFITS = "benefits"
    STOCK = "stock"
    ONE_PERSON = "one_person"


class Severity(Enum):
    """How much an exception weighs: something to look at, to ask about, or to act on today."""

    NOTICE = 1
    WARNING = 2
    SERIOUS = 3


class Sign(Enum):
    """What exactly a test saw; its sentence is made in ``reports.words.red_flag_signs``."""

    BANK_UNPROVED = "bank_unproved"
    BANK_NOT_ARRIVED = "bank_not_arrived"
    BANK_NOT_BOOKED = "bank_not_booked"
    CASH_OVER_LIMIT = "cash_over_limit"
    CASH_BELOW_NOTHING = "cash_below_nothing"
    COUNT_SHORT = "count_short"
    COUNT_OVER = "count_over"
    CASH_NOT_COUNTED = "cash_not_counted"
    PAPER_NUMBER_MISSING = "paper_number_missing"
    PAPER_NUMBER_TWICE = "paper_number_twice"
    MEMBER_DISAGREES = "member_disagrees"
    HOLE_IN_PAYMENTS = "hole_in_payments"
    BANKING_LATER = "banking_later"
    DEPOSIT_DIFFERS = "deposit_differs"
    MOVED_TO_ANOTHER = "moved_to_another"
    SAME_ID = "same_id"
    SAME_PHONE = "same_phone"
    SAME_ADDRESS = "same_address"
    MEMBER_NOT_FOUND = "member_not_found"
    LOAN_WITHOUT_PAPERS = "loan_without_papers"
    LOAN_UNSECURED = "loan_unsecured"
    LOAN_WITHOUT_SAVINGS = "loan_without_savings"
    LOAN_NEVER_PAID = "loan_never_paid"
    LOAN_PUT_OFF = "loan_put_off"
    FILE_CHANGED = "file_changed"
    DORMANT_WITHDRAWAL = "dormant_withdrawal"
    WITHDRAWAL_AFTER_CHANGE = "withdrawal_after_change"
    INSIDER_RATE = "insider_rate"
    INSIDER_UNSECURED = "insider_unsecured"
    OWN_APPROVAL = "own_approval"
    RATE_OFF_LIST = "rate_off_list"
    RATE_TOO_HIGH = "rate_too_high"
    INTEREST_DIFFERS = "interest_differs"
    INTEREST_BY_HAND = "interest_by_hand"
    INTEREST_EXCEEDS = "interest_exceeds"
    PAID_BEFORE_YEAR_END = "paid_before_year_end"
    PAID_AND_LENT_AGAIN = "paid_and_lent_again"
    ROUND_TRIP = "round_trip"
    REVERSED_AFTER_YEAR_END = "reversed_after_year_end"
    NEGATIVE_CARD = "negative_card"
    BACKDATED = "backdated"
    VOID_AFTER_PRINT = "void_after_print"
    VOID_BEFORE_COUNT = "void_before_count"
    VOIDS_BY_ONE = "voids_by_one"
    SPLIT = "split"
    JUST_BELOW = "just_below"
    ROUND_SUMS = "round_sums"
    FIRST_DIGITS = "first_digits"
    RING = "ring"
    MANY_GUARANTEES = "many_guarantees"
    SAME_HOUSEHOLD = "same_household"
    CONTROL_DIFFERS = "control_differs"
    SUSPENSE_OLD = "suspense_old"
    ONE_PAYER = "one_payer"
    SAME_COLLATERAL = "same_collateral"
    LENDER_MONEY_HELD = "lender_money_held"
    BENEFIT_AFTER_LEAVING = "benefit_after_leaving"
    BENEFIT_TWICE = "benefit_twice"
    BENEFIT_AGAINST_RULE = "benefit_against_rule"
    BENEFIT_OVER_CAP = "benefit_over_cap"
    BENEFIT_NIGHTS_TWICE = "benefit_nights_twice"
    STOCK_NEGATIVE = "stock_negative"
    STOCK_UNMOVED = "stock_unmoved"
    ONE_USER = "one_user"
    NO_APPROVER = "no_approver"
    NO_LEAVE = "no_leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagLimits:
    """From where on a test speaks; days are calendar days (domain.md 5.4).

    ``payment_limit`` is the sum up to which one person may pay out alone; ``paid_by_one`` counts
    households whose loans one payer pays. ``highest_rate`` is what may be asked a year.
    """

    bank_days: int = 35
    count_days: int = 35
    lag_days: int = 7
    moved_days: int = 7
    hole_after: int = 3
    unpaid_days: int = 90
    put_off: int = 2
    dormant_days: int = 365
    changed_days: int = 30
    highest_rate: Fraction = Fraction(15, 100)
    interest_off: Money = _ONE_BAHT
    dressing_days: int = 15
    round_trip: Money = _TEN_THOUSAND
    round_trip_days: int = 7
    cash_entry_days: int = 1
    other_entry_days: int = 3
    voids: int = 5
    void_days: int = 3
    payment_limit: Money = _FIVE_THOUSAND
    splitting_days: int = 3
    just_below: int = 3
    round_payments: int = 10
    digits_from: int = 500
    guarantees: int = 3
    suspense_days: int = 30
    paid_by_one: int = 3
    stock_days: int = 90
    one_user_entries: int = 20
    leave_days: int = 10


@dataclass(frozen=True, slots=True)
class ClearedFlag(Record):
    """An exception that somebody looked into, with what was found; it stays in the list.

    ``flag`` names the exception as the answer does; ``amount`` is the money it put at risk when it
    was cleared, so that it opens again when more is at risk (domain.md 5.5).
    """

    table = "cleared_flags"
    key = ("number",)
    versions = False

    number: int
    flag: str
    amount: Money
    on: date
    by: str
    note: str


def sign_of(flag: str) -> Sign | None:
    """What an exception is about: its name begins with it."""
    name = flag.split(" ", 1)[0]
    return Sign(name) if name in Sign._value2member_map_ else None
