"""A small book of one housing project, with everything that its papers tell."""

from __future__ import annotations

from pathlib import Path

from ledger.domain.days import Month
from ledger.domain.leases import PlotReason
from ledger.domain.money import baht
from ledger.usecases.claiming_insurance import ReceiveClaim
from ledger.usecases.grant_money import ReturnGrant
from ledger.usecases.insuring import RemitPremiums
from ledger.usecases.leasing import TransferPlot
from tests.support.books import TODAY, Village, found_village
from tests.support.projects import (
    FEBRUARY,
    HOUSES,
    billed,
    claimed,
    granted,
    household,
    insured,
    leased,
    plot,
    premium_paid,
    premiums,
    received,
    remitted,
    rent_paid,
    spent,
)

__all__ = ["TODAY", "project_book"]


def project_book(folder: Path) -> Village:
    """The book on 20 March 2569: two households, a grant half received, most of that spent."""
    village = found_village(folder, today=TODAY)
    household(village, "ก-๑")
    household(village, "ก-๒", "วิชัย")
    granted(village)
    received(village, baht(50_000), document="โอน พอช. ๑")
    spent(village, baht(20_000, 50), document="บิล ๑๒")
    spent(village, baht(12_000), HOUSES, household="ก-๑", payee="ร้านวัสดุ", purpose="หลังคา")
    spent(village, baht(9_500), HOUSES, household="ก-๒", payee="ร้านวัสดุ", purpose="พื้นบ้าน")
    village.run(ReturnGrant(grant="INFRA", amount=baht(3_000), on=TODAY))
    _lease(village)
    _insurance(village)
    return village


def _lease(village: Village) -> None:
    """Two plots; one went to the heir; January is billed and paid in part."""
    leased(village, contract="สญ. ๓/๒๕๖๙")
    plot(village, "A-1", "50.5", "0001", house="๙/๑")
    plot(village, "A-2", "0-1-10", "0002", house="๙/๒")
    plot(village, "A-3", "40")
    first, second = billed(village)
    billed(village, Month(2026, 2), due_on=FEBRUARY)
    rent_paid(village, first, baht(126, 25))
    rent_paid(village, second, baht(100))
    remitted(village, baht(200), document="ใบรับ กท. ๕")
    village.run(
        TransferPlot(
            lease="SRT",
            plot="A-2",
            to="0001",
            on=TODAY,
            reason=PlotReason.HEIR,
            resolution="มติ ๕/๒๕๖๙",
        )
    )


def _insurance(village: Village) -> None:
    """One premium paid, nothing remitted, and a claim of which a part came in."""
    insured(village)
    (charge,) = premiums(village, None)
    premium_paid(village, charge, baht(60))
    village.run(RemitPremiums(policy="HOUSE", amount=baht(100), on=TODAY, advance=True))
    claim = claimed(village, None)
    village.run(ReceiveClaim(claim=claim, amount=baht(30_000), on=TODAY))
