"""What the reports area knows, without Qt: which papers there are and what each asks for."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import Any

from ledger.domain.days import Month
from ledger.queries.closings import Closings
from reports.words.voice import N_, Language


class ParamKind(Enum):
    """How a field of a paper is chosen."""

    MONTH = "month"
    YEAR = "year"
    DAY = "day"
    MEMBER = "member"
    ACCOUNT = "account"
    BANK = "bank"
    ZONE = "zone"
    ZONES = "zones"
    LABEL = "label"
    WORDS = "words"
    NUMBER = "number"
    YES_OR_NO = "yes-or-no"


@dataclass(frozen=True, slots=True)
class Param:
    """One field: its name in the question, how it is chosen, and what it is called."""

    name: str
    kind: ParamKind
    says: str
    optional: bool = False


_MONTH = Param("month", ParamKind.MONTH, N_("Month"))
_AT = Param("at", ParamKind.DAY, N_("At the end of"))
_SINCE = Param("since", ParamKind.DAY, N_("From day"), optional=True)
_FROM = Param("since", ParamKind.DAY, N_("From day"))
_UNTIL = Param("until", ParamKind.DAY, N_("Up to and including"))
_ON = Param("on", ParamKind.DAY, N_("Day"))
_ZONE = Param("zone", ParamKind.ZONE, N_("Zone"), optional=True)
_LOAN = Param("card", ParamKind.NUMBER, N_("Loan card number"))
_PROJECT = Param("project", ParamKind.WORDS, N_("Code of the project"))
_MEMBER = Param("member", ParamKind.MEMBER, N_("Member"))
# Left out it stays masked: least data on paper (feature 140).
_FULL_ID = Param("full_id", ParamKind.YES_OR_NO, N_("National ID number"))
_YEAR = Param("year", ParamKind.YEAR, N_("Fiscal year that ends in"))

UNPRINTED = "unprinted-receipts"

# In the order of the list; a paper that is not named here is not offered.
PARAMS: Mapping[str, tuple[Param, ...]] = {
    "monthly-report": (_MONTH,),
    "trial-balance": (_AT,),
    "financial-position": (_AT,),
    "income-and-expense": (_MONTH,),
    "report-differences": (replace(_MONTH, optional=True),),
    "annual-pack": (_YEAR,),
    "surplus-sheet": (_YEAR,),
    "dividend-register": (
        _YEAR,
        Param("unpaid_only", ParamKind.YES_OR_NO, N_("Who is on it")),
    ),
    "dividend-slip": (_YEAR, replace(_MEMBER, optional=True)),
    "share-out": (Param("number", ParamKind.NUMBER, N_("Number of the share-out"), optional=True),),
    "hand-in-slip": (_MONTH,),
    "ratios": (_AT,),
    "savings-and-shares": (_FROM, _UNTIL),
    "cash-flow": (_SINCE, _UNTIL),
    "notes": (_AT,),
    "inspection-report": (
        _MONTH,
        Param("seed", ParamKind.WORDS, N_("Lot for the samples"), optional=True),
    ),
    "arrears": (_AT, _ZONE),
    "reminder-letter": (_MEMBER, _AT),
    "dues-slip": (_MEMBER, _AT),
    "collection-sheet": (_ON, Param("zones", ParamKind.ZONES, N_("Zone"), optional=True)),
    "filled-sheet": (Param("sheet", ParamKind.NUMBER, N_("Sheet number")),),
    "member-list": (_AT, _ZONE),
    "member-card": (_MEMBER, _AT, _FULL_ID),
    "member-statement": (_MEMBER, _SINCE, _UNTIL),
    "lines-to-copy": (_MEMBER, _SINCE, _UNTIL),
    "passbook": (
        Param("card", ParamKind.NUMBER, N_("Number of the account")),
        Param("page", ParamKind.NUMBER, N_("From page"), optional=True),
        Param("line", ParamKind.NUMBER, N_("From line"), optional=True),
        Param("movement", ParamKind.NUMBER, N_("From movement"), optional=True),
    ),
    "passbook-calibration": (),
    "balance-confirmation": (_MEMBER, _AT),
    "settlement-sheet": (_MEMBER, _ON),
    "asset-register": (_AT,),
    "budget-comparison": (_AT,),
    "share-register": (_SINCE, _AT),
    "share-certificate": (_MEMBER, _AT),
    UNPRINTED: (),
    "receipt-list": (_FROM, _UNTIL),
    "receipt": (Param("receipt", ParamKind.LABEL, N_("Number of the receipt")),),
    "voucher": (Param("voucher", ParamKind.LABEL, N_("Number of the voucher")),),
    "journal-voucher": (Param("entry", ParamKind.NUMBER, N_("Number of the entry")),),
    "day-sheet": (_ON,),
    "cash-book": (_FROM, _UNTIL),
    "cash-count": (_SINCE, _UNTIL),
    "bank-reconciliation": (Param("bank", ParamKind.BANK, N_("Bank account")), _UNTIL),
    "account-card": (Param("account", ParamKind.ACCOUNT, N_("Account")), _FROM, _UNTIL),
    "journal": (_FROM, _UNTIL),
    "reversals": (_FROM, _UNTIL),
    "activity-log": (
        _FROM,
        _UNTIL,
        Param("user", ParamKind.WORDS, N_("Done by"), optional=True),
    ),
    "red-flags": (_SINCE, _AT),
    "audit-packs": (),
    "cut-over": (Param("carrying", ParamKind.NUMBER, N_("Number of the import"), optional=True),),
    "personal-data": (_MEMBER, _AT),
    "consent-form": (_MEMBER,),
    "consent-gaps": (),
    "loan-list": (_AT,),
    "loan-quality": (_AT,),
    "accrued-interest": (_AT,),
    "both-legs": (_AT,),
    "forecast": (_AT,),
    "sanctions": (_AT,),
    "defective-collateral": (_AT,),
    "welfare-report": (_SINCE, _UNTIL),
    "welfare-status": (_AT,),
    "match-request": (Param("round", ParamKind.NUMBER, N_("Number of the round")),),
    "welfare-card": (_MEMBER, _AT),
    "welfare-claim": (Param("claim", ParamKind.NUMBER, N_("Number of the claim")),),
    "grant-list": (_AT,),
    "grant-report": (Param("grant", ParamKind.WORDS, N_("Code of the grant")), _AT),
    "lease": (Param("lease", ParamKind.WORDS, N_("Code of the lease")), _AT),
    "plot-register": (_AT,),
    "project": (_PROJECT, _AT),
    "survey": (_PROJECT,),
    "committees": (_AT,),
    "fund-position": (_AT,),
    "fund-income": (Param("fund", ParamKind.WORDS, N_("Code of the fund")), _SINCE, _UNTIL),
    "insurance": (Param("policy", ParamKind.WORDS, N_("Code of the insurance")), _AT),
    "loan-card": (_LOAN, _AT),
    "loan-plan": (_LOAN, _AT),
    "loan-contract": (_LOAN, _FULL_ID),
    "guarantee": (_LOAN, _FULL_ID),
    "reminder": (_LOAN, _AT),
    "settlement": (_LOAN, _AT),
}

# Papers whose prints are counted: the first one is the original, every later one a copy.
COUNTED = frozenset({"receipt", "voucher", "share-certificate"})


# Papers whose lines are accounts: each figure leads to the lines that it is made of.
OF_ACCOUNTS = frozenset(
    {"monthly-report", "trial-balance", "financial-position", "income-and-expense"}
    | {"cash-flow", "notes", "fund-position", "budget-comparison", "cash-book", "account-card"}
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper with its fields and the language of the sheet.

    ``sheet`` is another sheet than the paper's own, as in ``reports.documents.Sheet``;
    ``everybody`` asks for one for each member of the day.
    """

    name: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    language: Language = "th"
    sheet: str = ""
    everybody: bool = False


def account_behind(fields: Mapping[str, Any], today: date) -> tuple[str, date | None, date]:
    """The account that a paper is about, if it is one, and the time whose lines it shows."""
    month = fields.get("month")
    if isinstance(month, Month):
        return "", month.first, month.last
    until = fields.get("until") or fields.get("at") or today
    since = fields.get("since") or Month.of(until).first
    return str(fields.get("account") or ""), since, until


def default_of(param: Param, *, today: date, found: Closings) -> object:
    """What stands in a field when the paper is opened."""
    if param.kind is ParamKind.MONTH:
        return month_offered(found, today)
    if param.kind is ParamKind.YEAR:
        return years_offered(found, today)[0]
    if param.kind is ParamKind.YES_OR_NO:
        return False
    if param.name == "since":
        return None if param.optional else Month.of(today).first
    return today if param.kind is ParamKind.DAY else None


def month_offered(found: Closings, today: date) -> Month:
    """The month whose report is wanted most: the last one that is over."""
    over = [row.month for row in found.months if row.month < Month.of(today)]
    return max(over, default=Month.of(today))


def months_offered(found: Closings, today: date) -> tuple[Month, ...]:
    """Every month with entries and this one, the newest first."""
    months = {row.month for row in found.months} | {Month.of(today)}
    return tuple(sorted(months, reverse=True))


def years_offered(found: Closings, today: date) -> tuple[int, ...]:
    """The common-era years in which fiscal years of the book end, the newest first."""
    years = {row.month.year for row in found.months} | {today.year}
    return tuple(sorted(years, reverse=True))


def opened_at(key: Hashable) -> tuple[str, Mapping[str, Any]] | None:
    """The paper that another area sends people to, with the fields it knows."""
    if key == "receipts":
        return UNPRINTED, {}
    if isinstance(key, str) and key in PARAMS:
        return key, {}
    if isinstance(key, tuple) and len(key) == 2:
        name = "journal-voucher" if key[0] == "entry" else str(key[0])
        if PARAMS.get(name):
            return name, {PARAMS[name][0].name: key[1]}
    return None
