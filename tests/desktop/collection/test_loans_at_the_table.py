"""A borrower at the table: her loan on the sheet and on the receipt, its split before booking."""

from __future__ import annotations

import pytest

from desktop.collection.screen import CollectionScreen
from desktop.members.screen import MembersScreen
from ledger.domain.money import ZERO, baht
from ledger.queries.loans import loan_card
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.support.books import TODAY
from tests.support.lending import borrowing, contract, pay_out, with_types


@pytest.fixture
def card(opened):
    """12,000 baht at 6 % for twelve months, of which 1 February and 1 March were missed."""
    village = with_types(opened.village)
    pay_out(village, borrowing(village), baht(50_000))
    made = contract(village, "0001", baht(12_000))
    pay_out(village, made, baht(12_000))
    return made


def test_the_sheet_shows_below_how_the_loan_cell_divides(qtbot, opened, card):
    screen = CollectionScreen(opened.session, Voice("en"), opened.asks, opened.opens)
    qtbot.addWidget(screen)
    screen.show()
    screen.step(screen.grid.at_member("0001"))
    assert screen.split.isHidden()

    column = [one.item for one in screen.grid.columns].index("loan")
    screen.step(screen.grid.moved(columns=column - screen.grid.column))
    assert screen.split.text().startswith(f"Loan {card}: principal ")

    screen.step(screen.grid.typed("100").taken_in())
    # Less than the interest of 78 days, so nothing of it is principal.
    assert "principal 0.00, interest 100.00, penalty 0.00" in screen.split.text()
    assert "12,000.00 baht are owed then" in screen.split.text()


def test_the_receipt_of_a_visit_takes_an_instalment_and_says_its_split(qtbot, opened, card):
    screen = MembersScreen(opened.session, Voice("en"), opened.asks, opened.opens)
    qtbot.addWidget(screen)
    screen.show()
    screen.open_at("0001")

    def pays(dialog):
        loans = [at for at, line in enumerate(dialog._lines) if line.card == card]
        assert [dialog._lines[at].expected > ZERO for at in loans] == [True]
        type_into(dialog.amounts[loans[0]].edit, "2200")
        dialog.rehearse()
        assert f"Loan {card}: principal " in dialog.preview.text.text()
        dialog.book()

    before = opened.session.ask(loan_card, card=card, at=TODAY).standing
    opened.fills(pays)
    screen.page.receive.click()

    after = opened.session.ask(loan_card, card=card, at=TODAY).standing
    assert after.outstanding < before.outstanding
