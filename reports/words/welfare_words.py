"""Words of the welfare fund: headings of benefits, states of claims, groups and rhythms."""

from __future__ import annotations

from ledger.domain.benefits import Per
from ledger.domain.contributions import Rhythm
from ledger.domain.welfare_claims import BenefitHeading
from ledger.domain.welfare_fund import WelfareGroup, WelfareLeaving
from ledger.domain.welfare_match import MatchSource
from ledger.queries.welfare_money import Figure
from ledger.queries.welfare_status import Criterion
from reports.words.voice import N_, Voice

HEADINGS = {
    BenefitHeading.BIRTH: N_("Birth"),
    BenefitHeading.SICKNESS: N_("Sickness"),
    BenefitHeading.ELDERLY: N_("Old age"),
    BenefitHeading.DEATH: N_("Death"),
    BenefitHeading.FUNERAL: N_("Funeral"),
    BenefitHeading.DISABLED: N_("Disability and the disadvantaged"),
    BenefitHeading.OCCUPATION: N_("Occupation"),
    BenefitHeading.EDUCATION: N_("Education"),
    BenefitHeading.TRADITION: N_("Tradition and culture"),
    BenefitHeading.HOUSING: N_("Housing repair"),
    BenefitHeading.DISASTER: N_("Disaster"),
    BenefitHeading.PUBLIC: N_("Public benefit"),
    BenefitHeading.ENVIRONMENT: N_("Environment"),
    BenefitHeading.PUBLICITY: N_("Publicity"),
    BenefitHeading.ORGANISATION: N_("Pay of the organisation"),
    BenefitHeading.EPIDEMIC: N_("Epidemic"),
    BenefitHeading.OTHER: N_("Other benefits"),
}
_STATES = {
    "filed": N_("waiting for a decision"),
    "approved": N_("approved, not paid yet"),
    "rejected": N_("rejected"),
    "paid": N_("paid out"),
    "cancelled": N_("cancelled"),
}
GROUPS = {
    WelfareGroup.GENERAL: N_("General"),
    WelfareGroup.CHILD: N_("Children and youth"),
    WelfareGroup.ELDERLY: N_("Elderly"),
    WelfareGroup.DISADVANTAGED: N_("Disadvantaged"),
    WelfareGroup.DISABLED: N_("Disabled"),
    WelfareGroup.ORPHAN: N_("Orphans"),
}
LEAVING = {
    WelfareLeaving.LEFT: N_("left the fund"),
    WelfareLeaving.LAPSED: N_("lost membership"),
    WelfareLeaving.DIED: N_("died"),
}
RHYTHMS = {
    Rhythm.DAY: N_("a day"),
    Rhythm.WEEK: N_("a week"),
    Rhythm.MONTH: N_("a month"),
    Rhythm.HALF_YEAR: N_("half a year"),
    Rhythm.YEAR: N_("a year"),
}
PER = {
    Per.EVENT: N_("an event"),
    Per.NIGHT: N_("a night"),
    Per.DAY: N_("a day"),
    Per.WEEK: N_("a week"),
    Per.MONTH: N_("a month"),
    Per.YEAR: N_("a year"),
}
_FIGURES = {
    Figure.BROUGHT_FORWARD: N_("Brought forward"),
    Figure.MEMBERS: N_("Members' contributions"),
    Figure.SEED: N_("CODI seed money"),
    Figure.GOVERNMENT: N_("Government through CODI"),
    Figure.LOCAL: N_("Local authority"),
    Figure.STATE: N_("Other state bodies"),
    Figure.OTHER_RECEIPTS: N_("Other receipts"),
    Figure.ENTRANCE: N_("Entrance fees"),
    Figure.DONATION: N_("Donations"),
    Figure.INTEREST: N_("Bank interest"),
    Figure.OTHER_INCOME: N_("Other income"),
    Figure.BANK: N_("In the bank"),
    Figure.CASH: N_("Cash"),
    Figure.BENEFITS: N_("Benefits paid"),
    Figure.INVESTMENTS: N_("Investments"),
    Figure.OTHER_ASSETS: N_("Other, less what is owed"),
    Figure.WAGES: N_("Wages and allowances"),
    Figure.TRAVEL: N_("Travel"),
    Figure.STATIONERY: N_("Stationery"),
    Figure.MEETINGS: N_("Meetings"),
    Figure.OTHER_EXPENSES: N_("Other expenses"),
}
_SOURCES = {
    "members": N_("Members' contributions"),
    "seed": N_("CODI seed money"),
    "government": N_("Government through CODI"),
    "local": N_("Local authority"),
    "state": N_("Other state bodies"),
    "interest": N_("Bank interest"),
    "entrance": N_("Entrance fees"),
    "donation": N_("Donations"),
    "community": N_("Profit of community groups"),
    "other": N_("Other income"),
}
_COMPARED = {
    "contributions": N_("Members' contributions"),
    "benefits": N_("Benefits paid"),
    "matching": N_("Matching contributions"),
}
_CRITERIA = {
    Criterion.ONE_YEAR: N_("The fund has worked for at least a year."),
    Criterion.VILLAGES: N_("Half of the villages or more have members."),
    Criterion.CONTRIBUTIONS: N_("Members contribute."),
    Criterion.LOCAL_SUPPORT: N_("The local authority supports the fund."),
    Criterion.BASIC_BENEFITS: N_("At least three basic benefits are in force."),
}
MATCHED = {
    MatchSource.GOVERNMENT: N_("Government through CODI"),
    MatchSource.LOCAL: N_("Local authority"),
}


def heading_name(heading: BenefitHeading, voice: Voice) -> str:
    return voice.tr(HEADINGS[heading])


def claim_state(state: str, voice: Voice) -> str:
    """Where a claim stands, by the ledger's word; an unknown one stays."""
    return voice.tr(_STATES[state]) if state in _STATES else state


def group_name(group: WelfareGroup, voice: Voice) -> str:
    return voice.tr(GROUPS[group])


def welfare_leaving(why: WelfareLeaving, voice: Voice) -> str:
    return voice.tr(LEAVING[why])


def rhythm_name(rhythm: Rhythm, voice: Voice) -> str:
    """For which time a contribution pays, as after an amount: a day, a week."""
    return voice.tr(RHYTHMS[rhythm])


def per_name(per: Per, voice: Voice) -> str:
    """What an amount is paid for: an event, a night."""
    return voice.tr(PER[per])


def figure_name(figure: Figure, voice: Voice) -> str:
    """A row of the finance report."""
    return voice.tr(_FIGURES[figure])


def source_name(source: str, voice: Voice) -> str:
    """Where the fund's money came from, as the yearly form asks."""
    return voice.tr(_SOURCES[source])


def compared_name(what: str, voice: Voice) -> str:
    """What registers and ledger both add up."""
    return voice.tr(_COMPARED[what])


def criterion_name(criterion: Criterion, voice: Voice) -> str:
    return voice.tr(_CRITERIA[criterion])


def match_source(source: MatchSource, voice: Voice) -> str:
    return voice.tr(MATCHED[source])
