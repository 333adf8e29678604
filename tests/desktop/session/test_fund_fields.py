"""What lies in a fund is entered in it, and a book of one fund is not asked for any."""

from __future__ import annotations

import pytest

from desktop.grants.grant_dialogs import GrantDialog
from desktop.grants.insurance_dialogs import PolicyDialog
from desktop.grants.land_dialogs import LeaseDialog
from desktop.month_end.asset_dialogs import AssetDialog
from ledger.usecases.founding import OpenFund
from reports.words.voice import Voice
from tests.desktop.gallery import type_into


@pytest.mark.parametrize(
    ("form", "typed"),
    [
        (GrantDialog, {"code": "G", "donor": "มูลนิธิ", "purpose": "ท่อ", "budget": "ท่อ 9,000"}),
        (LeaseDialog, {"code": "L", "owner": "วัด", "area": "0-1-0", "rate": "2"}),
        (PolicyDialog, {"code": "P", "insurer": "บริษัท", "name": "อัคคีภัย"}),
        (AssetDialog, {"number": "1", "name": "เครื่องสี", "cost": "900", "payee": "ร้าน"}),
    ],
)
def test_the_fund_is_asked_where_there_are_several(qtbot, opened, form, typed):
    alone = form(opened.session, Voice("th"))
    qtbot.addWidget(alone)
    opened.session.run(OpenFund(code="MILL", name_th="โรงสี"))
    dialog = form(opened.session, Voice("th"))
    qtbot.addWidget(dialog)
    for name, text in typed.items():
        type_into(getattr(dialog, name).edit, text)
    dialog.fund.pick("MILL")

    assert not alone.fund.isVisibleTo(alone)
    assert dialog.fund.isVisibleTo(dialog)
    assert dialog.command().fund == "MILL"
