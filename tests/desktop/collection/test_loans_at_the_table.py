"""A borrower at the table: her loan on the sheet and on the receipt, its split before booking."""

from __future__ import annotations

import pytest

from desktop.collection.closing import loan_command, sheet_command
from desktop.collection.screen import CollectionScreen
from desktop.members.screen import MembersScreen
from ledger.domain.money import ZERO, Money, baht, total
from ledger.queries.loans import loan_card
from ledger.usecases.visiting import ItemKind
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


def test_two_loans_in_one_cell_are_paid_off_before_anything_is_credit(qtbot, opened, card):
    second = contract(opened.village, "0001", baht(6_000))
    pay_out(opened.village, second, baht(6_000))
    screen = CollectionScreen(opened.session, Voice("en"), opened.asks, opened.opens)
    qtbot.addWidget(screen)
    screen.show()
    screen.step(screen.grid.at_member("0001"))
    column = [one.item for one in screen.grid.columns].index("loan")
    screen.step(screen.grid.moved(columns=column - screen.grid.column))
    loans = [one for one in screen.grid.here.items if one.item == "loan"]
    owed = [one.settles for one in loans]
    asked = [one.expected for one in loans]

    def parts(paid: Money) -> dict[int | None, Money]:
        after = screen.grid.typed(paid.as_decimal()).taken_in()
        if after.problem is not None:  # Much more than she pays as a rule: asked once.
            after = after.taken_in()
        shown, booked = loan_command(after), sheet_command(after.confirm_line(), {})
        items = [one for one in booked.lines[0].items if one.item is ItemKind.LOAN]
        assert shown is not None
        assert tuple(items) == shown.items
        return {one.card: one.amount for one in items}

    assert [one.card for one in loans] == [card, second]
    assert parts(total(asked)) == {card: asked[0], second: asked[1]}
    # One satang less than all: the second still owes it, and nothing is credit.
    all_but_one = total(owed) - Money(1)
    assert parts(all_but_one) == {card: owed[0], second: owed[1] - Money(1)}
    opened.session.run(
        loan_command(screen.grid.typed(all_but_one.as_decimal()).taken_in().taken_in())
    )
    assert opened.village.balance("23130") == ZERO
    left = [opened.session.ask(loan_card, card=one, at=TODAY).standing for one in (card, second)]
    assert [one.outstanding for one in left] == [ZERO, Money(1)]
