"""Insurance of a third party: premiums collected and passed on, claims received and paid out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.entries import GENERAL_FUND
from ledger.domain.money import Money
from ledger.domain.records import Record


@dataclass(frozen=True, slots=True)
class InsurancePolicy(Record):
    """A contract with an insurer (domain.md 1.7).

    ``card`` holds the premiums that members paid and that were not remitted yet; ``charge_type``
    is what members are billed by.
    """

    table = "insurance_policies"
    key = ("code",)

    code: str
    card: int
    charge_type: str
    insurer: str
    name: str
    on: date
    fund: str = GENERAL_FUND
    contract: str = ""


@dataclass(frozen=True, slots=True)
class PremiumBill(Record):
    """For which policy, and for which loan where it insures one, a charge asks the premium."""

    table = "premium_bills"
    key = ("charge",)
    versions = False

    charge: int
    policy: str
    loan: int | None = None


@dataclass(frozen=True, slots=True)
class InsuranceClaim(Record):
    """What the insurer owes for a member; it counts while its entry is not reversed.

    ``event_on`` is the day of the death or damage, ``on`` the day it was claimed.
    """

    table = "insurance_claims"
    key = ("number",)
    versions = False

    number: int
    policy: str
    member: str
    event_on: date
    on: date
    amount: Money
    entry: int
    reason: str
    loan: int | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class ClaimReceived(Record):
    """A payment of the insurer on a claim; it counts while its entry is not reversed."""

    table = "claim_receipts"
    key = ("claim", "number")
    versions = False

    claim: int
    number: int
    on: date
    amount: Money
    entry: int
    document: str = ""


@dataclass(frozen=True, slots=True)
class ClaimPaidOut(Record):
    """What of a claim went to the member, heir or loan; it counts while it is not reversed."""

    table = "claim_payouts"
    key = ("claim", "number")
    versions = False

    claim: int
    number: int
    on: date
    amount: Money
    entry: int
    payee: str


@dataclass(frozen=True, slots=True)
class ClaimReduced(Record):
    """What the insurer will not pay of a claim; it counts while its entry is not reversed."""

    table = "claim_reductions"
    key = ("claim", "number")
    versions = False

    claim: int
    number: int
    on: date
    amount: Money
    entry: int
    reason: str
