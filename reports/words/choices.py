"""What people call each choice that a record may hold: kinds, states, rules and reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

from ledger.domain.accounts import BookKind, CardKind, Kind
from ledger.domain.accrual import YearPart
from ledger.domain.assets import AssetKind
from ledger.domain.auditing import Confirmed, QuestionState
from ledger.domain.benefits import Sex
from ledger.domain.committees import Position
from ledger.domain.consents import ConsentTo
from ledger.domain.contributions import Rhythm
from ledger.domain.import_maps import ImportTarget, TextEncoding
from ledger.domain.import_runs import ImportKind
from ledger.domain.interest import Tiers
from ledger.domain.lending import Direction
from ledger.domain.loan_life import CollateralKind
from ledger.domain.loan_quality import LoanClass
from ledger.domain.loans.contract import Early, PenaltyKind, Split
from ledger.domain.loans.terms import InterestOn, Method
from ledger.domain.members import Decision, Leaving, MemberKind
from ledger.domain.money import Rounding
from ledger.domain.people import UserRole
from ledger.domain.products import ChargeKind, InterestMethod, Nature
from ledger.domain.projects import Certified, PartKind
from ledger.domain.welfare_claims import ClaimState
from ledger.domain.welfare_fund import WelfareGroup, WelfareLeaving
from reports.words.committees import part_name, position_name, standing_name
from reports.words.kinds import account_kind, asset_kind, member_kind
from reports.words.labels import decision, leaving_reason
from reports.words.loan_words import LENDER_PAPERS, METHODS, SECURITY, class_name
from reports.words.people import user_role
from reports.words.plan_words import EARLIES, INTERESTS, SPLITS
from reports.words.rules import ALL_ROUNDINGS, YEARS
from reports.words.voice import N_, Voice
from reports.words.welfare_words import claim_state, group_name, rhythm_name, welfare_leaving

BOOKS: Mapping[BookKind, str] = {
    BookKind.HOUSING: N_("Housing cooperative"),
    BookKind.SAVINGS_GROUP: N_("Savings group"),
    BookKind.VILLAGE_FUND: N_("Village fund"),
    BookKind.WELFARE_FUND: N_("Community welfare fund"),
    BookKind.JOURNAL: N_("Journal only"),
}
CARDS: Mapping[CardKind, str] = {
    CardKind.SAVINGS: N_("Savings"),
    CardKind.CONTRIBUTION: N_("Monthly savings"),
    CardKind.SHARE: N_("Shares"),
    CardKind.LOAN: N_("Loans to members"),
    CardKind.BORROWING: N_("Loans received"),
    CardKind.BANK: N_("Bank accounts"),
    CardKind.GRANT: N_("Grants unspent"),
    CardKind.REMITTANCE: N_("Collected for others"),
}
CHARGES: Mapping[ChargeKind, str] = {
    ChargeKind.ENTRANCE_FEE: N_("Entrance fee"),
    ChargeKind.FINE: N_("Fine"),
    ChargeKind.DUES: N_("Dues"),
    ChargeKind.RENT: N_("Land rent"),
    ChargeKind.PREMIUM: N_("Insurance premium"),
}
NATURES: Mapping[Nature, str] = {
    Nature.DEPOSIT: N_("Deposit that is paid back"),
    Nature.EQUITY: N_("Equity of the members"),
    Nature.CONTRIBUTION: N_("Contribution that is not paid back"),
}
INTEREST_METHODS: Mapping[InterestMethod, str] = {
    InterestMethod.NONE: N_("No interest"),
    InterestMethod.DAILY: N_("On the balance of each day"),
    InterestMethod.LOWEST_OF_MONTH: N_("On the lowest balance of each month"),
    InterestMethod.AVERAGE: N_("On the average balance"),
}
TIERS: Mapping[Tiers, str] = {
    Tiers.WHOLE: N_("The whole balance at its step's rate"),
    Tiers.SLICE: N_("Each slice at its own rate"),
}
PENALTIES: Mapping[PenaltyKind, str] = {
    PenaltyKind.NONE: N_("No penalty"),
    PenaltyKind.FIXED: N_("A fixed amount for each missed instalment"),
    PenaltyKind.OVERDUE_PRINCIPAL: N_("Percent a year of late principal"),
    PenaltyKind.OVERDUE_INSTALMENT: N_("Percent a year of late instalments"),
}
SEXES: Mapping[Sex, str] = {
    Sex.FEMALE: N_("Female"),
    Sex.MALE: N_("Male"),
}
REPLIES: Mapping[Confirmed, str] = {
    Confirmed.AGREED: N_("agreed"),
    Confirmed.DISAGREED: N_("disagreed"),
    Confirmed.NO_REPLY: N_("no reply"),
    Confirmed.NOT_FOUND: N_("not found"),
}
QUESTION_STATES: Mapping[QuestionState, str] = {
    QuestionState.OPEN: N_("not answered"),
    QuestionState.ANSWERED: N_("answered"),
    QuestionState.SETTLED: N_("closed by the auditor"),
}
IMPORTS: Mapping[ImportKind, str] = {
    ImportKind.ENTRIES: N_("Journal entries"),
    ImportKind.RECEIPTS: N_("Receipts"),
    ImportKind.STATEMENT: N_("Bank statement"),
}
_TARGETS: Mapping[ImportTarget, str] = {
    ImportTarget.BANK: N_("Bank statement"),
    ImportTarget.MEMBERS: N_("Members"),
    ImportTarget.ENTRIES: N_("Journal entries"),
    ImportTarget.RECEIPTS: N_("Receipts"),
}
CONSENTS: Mapping[ConsentTo, str] = {
    ConsentTo.PHOTO: N_("Photo in the register"),
    ConsentTo.HEALTH: N_("Health data in welfare"),
}
_DIRECTIONS: Mapping[Direction, str] = {
    Direction.OUT: N_("Loans to members"),
    Direction.IN: N_("Loans received"),
}

_WORDS: Mapping[Enum, str] = {
    choice: words
    for said in (
        BOOKS, CARDS, CHARGES, NATURES, INTEREST_METHODS, TIERS, PENALTIES, SEXES, REPLIES,
        QUESTION_STATES, IMPORTS, _TARGETS, _DIRECTIONS, ALL_ROUNDINGS, YEARS, EARLIES, SPLITS,
        INTERESTS, METHODS, SECURITY, LENDER_PAPERS, CONSENTS,
    )
    for choice, words in said.items()
    if choice is not None
}  # fmt: skip

_SAID: Mapping[type[Enum], Callable[[Any, Voice], str]] = {
    Kind: account_kind,
    AssetKind: asset_kind,
    MemberKind: member_kind,
    Decision: lambda choice, voice: decision(choice.value, voice),
    Leaving: lambda choice, voice: leaving_reason(choice.value, voice),
    UserRole: lambda choice, voice: user_role(choice.value, voice),
    Position: position_name,
    Certified: standing_name,
    PartKind: part_name,
    LoanClass: class_name,
    ClaimState: lambda choice, voice: claim_state(choice.value, voice),
    WelfareGroup: group_name,
    WelfareLeaving: welfare_leaving,
    Rhythm: rhythm_name,
    TextEncoding: lambda choice, _: str(choice.value),  # a name of its own in every language
}

# The choices that a field of a command may hold; another word of such a field is shown as it is.
_CHOICES_OF: Mapping[str, tuple[type[Enum], ...]] = {
    "kind": (BookKind, Kind, MemberKind, ChargeKind, AssetKind, PartKind, CollateralKind),
    "why": (Leaving, WelfareLeaving),
    "nature": (Nature,),
    "method": (InterestMethod, Method),
    "interest": (InterestOn,),
    "day_count": (YearPart,),
    "rounding": (Rounding,),
    "instalment_rounding": (Rounding,),
    "principal_rounding": (Rounding,),
    "tiers": (Tiers,),
    "direction": (Direction,),
    "split": (Split,),
    "early": (Early,),
    "penalty_kind": (PenaltyKind,),
    "standing": (Certified,),
    "position": (Position,),
    "rhythm": (Rhythm,),
    "group": (WelfareGroup,),
    "sex": (Sex,),
    "outcome": (Confirmed,),
    "roles": (UserRole,),
    "target": (ImportTarget,),
    "covers": (ConsentTo,),
}


def choice_of(field: str, word: str) -> Enum | None:
    """The choice that a field of a command names by a word of the ledger; None where it is none."""
    for choices in _CHOICES_OF.get(field, ()):
        for choice in choices:
            if choice.value == word:
                return choice
    return None


def choice_name(choice: Enum, voice: Voice) -> str:
    """A choice in the reader's words."""
    said = _SAID.get(type(choice))
    return said(choice, voice) if said is not None else voice.tr(_WORDS[choice])
