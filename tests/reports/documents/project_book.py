"""A small book of one housing project, with everything that its papers tell."""

from __future__ import annotations

from pathlib import Path

from ledger.domain.money import baht
from ledger.usecases.grant_money import ReturnGrant
from tests.support.books import TODAY, Village, found_village
from tests.support.projects import HOUSES, granted, household, received, spent

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
    return village
