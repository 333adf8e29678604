"""Savings products, share types and charges: the rules of what members pay, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from ledger.domain.accrual import YearPart
from ledger.domain.entries import GENERAL_FUND
from ledger.domain.interest import Tiers
from ledger.domain.money import ZERO, Money, Rounding
from ledger.domain.records import Record


class Nature(Enum):
    """What money paid in is, in the books (domain.md, fact 2: เงินสัจจะ has three natures)."""

    DEPOSIT = "deposit"
    EQUITY = "equity"
    CONTRIBUTION = "contribution"


class InterestMethod(Enum):
    """From which balance savings interest is computed."""

    NONE = "none"
    DAILY = "daily"
    LOWEST_OF_MONTH = "lowest_of_month"
    AVERAGE = "average"


# What members paid too much on loans lies on savings cards of a product that the book opens itself:
# in the member's name, without interest, returned or used for what she owes (issue 3, features 44).
CREDIT_PRODUCT = "loan-credit"


@dataclass(frozen=True, slots=True)
class SavingsProduct(Record):
    """A savings product. ``interest_months`` is how many months one interest posting covers.

    A contribution is never refunded; a product with ``promise`` asks for the same amount every
    month (สัจจะ); ``term_months`` makes it a fixed deposit, which earns ``early_rate`` a year where
    a member leaves before its term (without one its usual rate).
    """

    table = "savings_products"
    key = ("code",)

    code: str
    name_th: str
    name_en: str
    nature: Nature
    account: str
    interest_account: str | None = None
    fund: str = GENERAL_FUND
    promise: bool = False
    minimum_balance: Money = ZERO
    term_months: int | None = None
    method: InterestMethod = InterestMethod.NONE
    day_count: YearPart = YearPart.ACTUAL_365
    rounding: Rounding = Rounding.SATANG_HALF_UP
    interest_months: int = 6
    minimum_for_interest: Money = ZERO
    cutoff_day: int = 1
    tiers: Tiers = Tiers.WHOLE
    opened_for_all: bool = False
    closed: bool = False
    early_rate: Fraction | None = None


@dataclass(frozen=True, slots=True)
class SavingsRate(Record):
    """A yearly rate from a day on, for balances from an amount on, with its resolution."""

    table = "savings_rates"
    key = ("product", "from_day", "from_amount")

    product: str
    from_day: date
    from_amount: Money
    rate: Fraction
    resolution: str = ""


@dataclass(frozen=True, slots=True)
class ShareType(Record):
    """A type of shares. ``one_fifth`` keeps a holder within a fifth of all shares (Act s.33)."""

    table = "share_types"
    key = ("code",)

    code: str
    name_th: str
    name_en: str
    par: Money
    account: str
    fund: str = GENERAL_FUND
    one_fifth: bool = True
    returnable: bool = False
    opened_for_all: bool = True
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Promise(Record):
    """The monthly amount a member promised on a card, from a month (``YYYY-MM``) on."""

    table = "promises"
    key = ("card", "from_month")

    card: int
    from_month: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Hold(Record):
    """An amount on a card that may not be taken out; a later version releases it.

    ``loan`` is the card of the loan for which it is held (feature 125).
    """

    table = "holds"
    key = ("number",)

    number: int
    card: int
    amount: Money
    on: date
    reason: str
    released_on: date | None = None
    loan: int | None = None


@dataclass(frozen=True, slots=True)
class InterestPosting(Record):
    """Interest of a product credited up to a day; it counts while its entry is not reversed."""

    table = "interest_postings"
    key = ("number",)
    versions = False

    number: int
    product: str
    start: date | None
    through: date
    entry: int
    total: Money


@dataclass(frozen=True, slots=True)
class InterestRow(Record):
    """What one account earned in a posting."""

    table = "interest_rows"
    key = ("posting", "card")
    versions = False

    posting: int
    card: int
    amount: Money


class ChargeKind(Enum):
    """What a charge is for."""

    ENTRANCE_FEE = "entrance_fee"
    FINE = "fine"
    DUES = "dues"
    RENT = "rent"
    PREMIUM = "premium"


@dataclass(frozen=True, slots=True)
class ChargeType(Record):
    """A free list of fees, fines and dues with their usual amount and income account.

    What is only passed on, such as land rent, has a ``card`` on an account of what is owed.
    """

    table = "charge_types"
    key = ("code",)

    code: str
    name_th: str
    name_en: str
    kind: ChargeKind
    account: str
    amount: Money = ZERO
    fund: str = GENERAL_FUND
    closed: bool = False
    card: int | None = None


@dataclass(frozen=True, slots=True)
class Charge(Record):
    """What a member was asked to pay; income is booked when it is paid (domain.md 2.2)."""

    table = "charges"
    key = ("number",)

    number: int
    type: str
    member: str
    amount: Money
    due_on: date
    cancelled: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChargePayment(Record):
    """Part of an entry that pays a charge; it counts while the entry is not reversed."""

    table = "charge_payments"
    key = ("charge", "entry")
    versions = False

    charge: int
    entry: int
    amount: Money
