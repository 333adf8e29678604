"""The further forms of set-up: rules of approval, funds, roles of accounts, passbooks."""

from __future__ import annotations

from desktop.setup_area.screen import SetupScreen
from ledger.domain.accounts import Fund
from ledger.domain.approving import ApprovalRule
from ledger.domain.money import baht
from ledger.queries.accounts import chart
from ledger.queries.passbook import passbook_layout
from reports.words.voice import Voice
from tests.desktop.filling import do, fill
from tests.support.books import TODAY


def test_what_the_committee_decided_is_set(qtbot, opened):
    screen = SetupScreen(opened.session, Voice("en"), opened.asks, opened.opens)
    qtbot.addWidget(screen)
    screen.show()
    opened.fills(
        fill(payout_limit="2000", resolution="มติ ๑"),
        fill(code="LAND", name_th="กองทุนที่ดิน"),
        fill(role="bank_charges", account="54090"),
        fill(lines="20"),
    )
    commands = ("set-approval-rules", "open-fund", "assign-role", "set-passbook-layout")
    for command in commands:
        do(screen, command)
    ask = opened.session.ask

    assert [one.payout_limit for one in ask(lambda reader: reader.every(ApprovalRule))] == [
        baht(2_000)
    ]
    assert "LAND" in {one.code for one in ask(lambda reader: reader.every(Fund))}
    assert ask(passbook_layout).lines == 20
    assert [dialog.outcome is not None for dialog in opened.dialogs] == [True] * 4
    played = {row.account for row in ask(chart, at=TODAY).rows if "bank_charges" in row.roles}
    assert played == {"54090"}
