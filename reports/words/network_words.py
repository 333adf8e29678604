"""The words of the network: what its places, networks, figures and ratios are called."""

from __future__ import annotations

from ledger.domain.accounts import CardKind
from ledger.domain.network.answers import Worst
from ledger.domain.network.figures import (
    Lender,
    LentAs,
    Saved,
    Toward,
)
from ledger.domain.network.register import Level, NetworkKind, OrganisationKind
from ledger.domain.network.rollup import By, SumRow
from reports.words.voice import N_, Voice

LEVELS = {
    Level.WARD: N_("Ward"),
    Level.CITY: N_("City or district"),
    Level.PROVINCE: N_("Province"),
    Level.REGION: N_("Region"),
    Level.NATION: N_("Nation"),
}
NETWORK_KINDS = {
    NetworkKind.AREA: N_("Area network"),
    NetworkKind.ISSUE: N_("Issue network"),
    NetworkKind.FUNCTION: N_("Function network"),
    NetworkKind.SECTOR: N_("Sector network"),
}
ORGANISATION_KINDS = {
    OrganisationKind.COOPERATIVE: N_("Cooperative or group"),
    OrganisationKind.CITY_FUND: N_("City fund"),
    OrganisationKind.WELFARE_FUND: N_("Welfare fund"),
    OrganisationKind.OTHER: N_("Other organisation"),
}
SORTS = {
    By.NETWORK: N_("By network"),
    By.NETWORK_KIND: N_("By kind of network"),
    By.ORGANISATION_KIND: N_("By kind of organisation"),
    By.WARD: N_("By ward"),
    By.CITY: N_("By city or district"),
    By.PROVINCE: N_("By province"),
    By.REGION: N_("By region"),
    By.NATION: N_("Whole nation"),
}
FIGURES = {
    "members_opening": N_("Members at the beginning"),
    "members_joined": N_("Members who joined"),
    "members_left": N_("Members who left"),
    "members_entered_late": N_("Members entered late"),
    "members": N_("Members at the end"),
    "in_arrears": N_("Members in arrears"),
    "borrowers": N_("Members who borrow"),
    "savings": N_("Members' savings"),
    "shares": N_("Share capital"),
    "outstanding": N_("Loans to members"),
    "amount_late": N_("Late amount"),
    "late_30": N_("Owed on loans more than 30 days late"),
    "late_90": N_("Owed on loans more than 90 days late"),
    "due": N_("Due on loans in the month"),
    "collected": N_("Collected on loans in the month"),
    "codi_balance": N_("Owed to CODI"),
    "codi_late": N_("Late towards CODI"),
    "cash": N_("Cash in hand"),
    "bank": N_("Cash at bank"),
    "income": N_("Income of the month"),
    "expense": N_("Expenses of the month"),
    "net": N_("Result of the month"),
    "income_of_year": N_("Income of the year"),
    "expense_of_year": N_("Expenses of the year"),
    "net_of_year": N_("Result of the year"),
    "assets": N_("Total assets"),
    "reserve": N_("Reserve fund"),
    "grants_unspent": N_("Grants unspent"),
    "welfare_members": N_("Members of the welfare fund"),
    "welfare_contributions": N_("Welfare contributions of the month"),
    "welfare_benefits": N_("Welfare paid in the month"),
    "voids": N_("Receipts voided"),
    "reversals": N_("Entries reversed"),
    "entered_late": N_("Entries entered late"),
}
RATIOS = {
    "par_30": N_("At risk, more than 30 days late"),
    "par_90": N_("At risk, more than 90 days late"),
    "collection": N_("Collected of what was due"),
    "cost": N_("Expenses to income"),
    "reserve": N_("Reserve to assets"),
    "in_arrears": N_("Members in arrears of all"),
    "savings_per_member": N_("Savings per member"),
}
WORST = {
    Worst.PAR_30: RATIOS["par_30"],
    Worst.PAR_90: RATIOS["par_90"],
    Worst.COLLECTION: RATIOS["collection"],
    Worst.COST: RATIOS["cost"],
    Worst.RESERVE: RATIOS["reserve"],
    Worst.IN_ARREARS: RATIOS["in_arrears"],
    Worst.SAVINGS: RATIOS["savings_per_member"],
    Worst.DEPOSIT: N_("Days since the last bank deposit"),
    Worst.ENTRY: N_("Days since the last entry"),
    Worst.CORRECTIONS: N_("Voids, reversals and late entries"),
}
SAVED = {
    Saved.SAVINGS: N_("Savings"),
    Saved.PROMISE: N_("Promise savings"),
    Saved.FIXED: N_("Fixed deposits"),
    Saved.PROMISE_EQUITY: N_("Promise savings held as capital"),
    Saved.CONTRIBUTION: N_("Contributions"),
    Saved.SHARES: N_("Shares"),
}
LENT = {
    LentAs.ORDINARY: N_("Ordinary loans"),
    LentAs.EMERGENCY: N_("Emergency loans"),
    LentAs.SPECIAL: N_("Special loans"),
    LentAs.HOUSING: N_("Housing loans"),
    LentAs.LAND: N_("Land loans"),
    LentAs.OTHER: N_("Other loans"),
}
LENDERS = {
    Lender.CODI: N_("CODI"),
    Lender.NETWORK: N_("City fund"),
    Lender.OTHER: N_("Banks and others"),
}
TOWARD = {
    Toward.LENT: N_("Lent to it"),
    Toward.DEPOSITED: N_("Deposited with it"),
    Toward.BORROWED: N_("Borrowed from it"),
    Toward.HELD: N_("Held for it"),
}


CARD_TOWARD = {
    CardKind.LOAN: N_("Loan to it"),
    CardKind.BANK: N_("Our deposit with it"),
    CardKind.BORROWING: N_("Loan from it"),
    CardKind.SAVINGS: N_("Its deposit with us"),
}


def row_name(row: SumRow, by: By, voice: Voice) -> str:
    """What a row of a roll-up is called."""
    if not row.code:
        # note: organisations that stand in no network, or in no place of the level shown
        return voice.tr("(none)")
    if by is By.NETWORK_KIND:
        return voice.tr(NETWORK_KINDS[NetworkKind(row.code)])
    if by is By.ORGANISATION_KIND:
        return voice.tr(ORGANISATION_KINDS[OrganisationKind(row.code)])
    return voice.name(row.name_th, row.name_en)
