"""The lender's receipt is noted when it comes after the repayment."""

from __future__ import annotations

from desktop.codi.screen import CodiScreen
from ledger.domain.money import baht
from ledger.queries.next_instalments import lender_repayments
from ledger.usecases.repaying import RepayLender
from reports.words.voice import Voice
from tests.desktop.filling import do, fill
from tests.support.books import TODAY


def test_a_receipt_that_comes_later_is_noted(qtbot, lent):
    screen = CodiScreen(lent.session, Voice("en"), lent.asks, lent.opens)
    qtbot.addWidget(screen)
    screen.show()
    card = screen.table.model.row_at(0).source.card
    do(screen, "note-lender-receipt")
    assert "Mark a line" in lent.asks.told[-1]
    lent.session.run(RepayLender(card=card, amount=baht(500), on=TODAY))
    lent.fills(fill(receipt="พอช. ๗๗"))
    do(screen, "note-lender-receipt")

    (row,) = lent.session.ask(lender_repayments, card=card).rows
    assert row.receipt == "พอช. ๗๗"
