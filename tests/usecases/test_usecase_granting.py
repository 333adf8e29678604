"""Grants: received in parts, spent by line and household within budget and money, given back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.domain.money import ZERO, Money, baht
from ledger.domain.refusals import AmountNotPositive, NoRole, UnknownFund
from ledger.domain.refusals.base import Refusal
from ledger.domain.refusals.grants import (
    BeforeGrant,
    BudgetBelowSpent,
    BudgetDoesNotAddUp,
    BudgetLineExceeded,
    GrantExists,
    GrantLineTwice,
    GrantMoneyShort,
    GrantNotEmpty,
    GrantOverReceived,
    GrantWithoutBudget,
    HouseholdMissing,
    HouseholdOverLimit,
    UnknownGrant,
    UnknownGrantLine,
    UnknownHousehold,
)
from ledger.domain.refusals.saving import SpentSince
from ledger.queries.control import cards_and_control
from ledger.queries.grants import grant_card, grants
from ledger.queries.integrity import audit
from ledger.usecases.founding import OpenFund
from ledger.usecases.grant_money import ReceiveGrant, ReturnGrant
from ledger.usecases.granting import BudgetLine, ChangeGrantBudget, CloseGrant
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.vouching import JournalLine, PayExpense, PostJournal
from tests.support.books import START, TODAY, found_village
from tests.support.projects import (
    FEBRUARY,
    HOUSES,
    ROADS,
    budget,
    granted,
    household,
    received,
    spent,
)
from tests.support.refused import refused


def card(village, **named):
    return village.book.ask(grant_card, grant="INFRA", **named)


def test_a_grant_is_a_liability_until_it_is_spent_or_given_back(village):
    """Worked by hand: 50,000 in, 20,000 roads, 12,000 a house, 3,000 back: 15,000 are left."""
    granted(village)
    household(village, "ก-๑")
    received(village, baht(50_000))
    assert village.balance("23100") == baht(-50_000)

    spent(village, baht(20_000))
    spent(village, baht(12_000), HOUSES, household="ก-๑")
    village.run(ReturnGrant(grant="INFRA", amount=baht(3_000), on=TODAY))

    told = card(village)
    assert (told.received, told.spent, told.returned) == (baht(50_000), baht(32_000), baht(3_000))
    assert told.remaining == told.booked == baht(15_000)
    assert told.to_receive == baht(50_000)
    assert [(one.line, one.spent, one.left) for one in told.lines] == [
        (HOUSES, baht(12_000), baht(28_000)),
        (ROADS, baht(20_000), baht(40_000)),
    ]
    assert [(one.household, one.name, one.spent) for one in told.households] == [
        ("ก-๑", "กัญญา ริมน้ำ", baht(12_000))
    ]
    assert village.balance("23100") == baht(-15_000)
    assert village.balance("11010") == baht(15_000)
    assert village.book.ask(cards_and_control).agrees


def test_an_earlier_day_is_told_as_it_was(village):
    granted(village)
    received(village, baht(50_000))
    spent(village, baht(20_000))
    village.run(ReverseEntry(entry=2, on=TODAY, reason="ผิดหมวด"))

    before, after = card(village, at=FEBRUARY), card(village, at=TODAY)

    assert (before.spent, before.difference) == (baht(20_000), ZERO)
    assert (after.spent, after.difference) == (ZERO, ZERO)
    assert village.book.ask(grants, at=START).remaining == baht(50_000)


def half_received(village):
    granted(village)
    household(village, "ก-๑")
    received(village, baht(50_000))
    return village


@pytest.fixture
def half(village):
    """Half of the grant was received; one household lives in the book."""
    return half_received(village)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """The same book for what is refused, which leaves it as it was."""
    village = half_received(found_village(tmp_path_factory.mktemp("kept")))
    with village.book:
        yield village


def test_spending_beyond_a_budget_line_is_refused_with_what_is_there(half):
    received(half, baht(50_000))
    spent(half, baht(55_000))

    facts = {"grant": "INFRA", "line": ROADS, "budget": baht(60_000), "spent": baht(55_000)}
    with refused(half.book, BudgetLineExceeded, asked=baht(5_000, 1), **facts):
        spent(half, baht(5_000, 1))
    spent(half, baht(5_000))


def test_spending_beyond_what_was_received_is_refused(half):
    with refused(half.book, GrantMoneyShort, held=baht(50_000), asked=baht(50_001)):
        spent(half, baht(50_001))


def test_money_received_later_cannot_be_spent_on_an_earlier_day(village):
    granted(village)
    received(village, baht(50_000), on=TODAY)

    with refused(village.book, GrantMoneyShort, on=FEBRUARY, held=ZERO):
        spent(village, baht(1))


def test_what_a_later_payment_needs_cannot_be_spent_on_an_earlier_day(half):
    spent(half, baht(45_000), on=TODAY)

    with refused(half.book, GrantMoneyShort, on=FEBRUARY, held=baht(5_000)):
        spent(half, baht(5_001))


def test_a_household_gets_no_more_than_the_line_allows_one(half):
    spent(half, baht(10_000), HOUSES, household="ก-๑")

    facts = {"household": "ก-๑", "limit": baht(15_000), "spent": baht(10_000)}
    with refused(half.book, HouseholdOverLimit, asked=baht(5_001), **facts):
        spent(half, baht(5_001), HOUSES, household="ก-๑")


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ({"line": "POND"}, UnknownGrantLine),
        ({"line": HOUSES}, HouseholdMissing),
        ({"line": HOUSES, "household": "ฮ-๙"}, UnknownHousehold),
        ({"grant": "MOON"}, UnknownGrant),
        ({"on": date(2025, 12, 31)}, BeforeGrant),
        ({"amount": ZERO}, AmountNotPositive),
    ],
    ids=["no such line", "no household", "nobody lives there", "no grant", "too early", "nothing"],
)
def test_spending_that_the_contract_does_not_know_is_refused(kept, named, why):
    fields = {"amount": baht(1), **named}

    with refused(kept.book, why):
        spent(kept, **fields)


def test_no_more_is_received_than_the_contract_says(half):
    facts = {"total": baht(100_000), "received": baht(50_000), "asked": baht(50_000, 1)}
    with refused(half.book, GrantOverReceived, **facts):
        received(half, baht(50_000, 1))


def test_what_was_spent_cannot_be_given_back(half):
    spent(half, baht(30_000))

    with refused(half.book, GrantMoneyShort, held=baht(20_000)):
        half.run(ReturnGrant(grant="INFRA", amount=baht(20_001), on=TODAY))


def test_a_part_that_was_spent_already_cannot_be_reversed(half):
    spent(half, baht(30_000))
    half.saver(baht(100_000))  # there is cash enough; it is only not the donor's

    with refused(half.book, SpentSince):
        half.run(ReverseEntry(entry=1, on=TODAY, reason="ผิด"))


def journal(village, side, amount):
    number = village.one("SELECT card FROM grants")
    other = "credit" if side == "debit" else "debit"
    lines = (
        JournalLine(account="23100", card=number, **{side: amount}),
        JournalLine(account="23010", **{other: amount}),
    )
    return village.run(PostJournal(on=TODAY, purpose="ปรับปรุง", lines=lines))


def test_neither_a_journal_voucher_nor_an_expense_spends_beside_the_budget(kept):
    number = kept.one("SELECT card FROM grants")
    with refused(kept.book, GrantWithoutBudget, grant="INFRA", asked=baht(7)):
        journal(kept, "debit", baht(7))
    with refused(kept.book, GrantWithoutBudget, asked=baht(8)):
        kept.run(
            PayExpense(
                account="23100", card=number, amount=baht(8), on=TODAY, payee="ก", purpose="ข"
            )
        )


def test_what_a_journal_voucher_adds_shows_as_a_difference_until_it_is_reversed(half):
    made = journal(half, "credit", baht(7))
    assert (card(half).remaining, card(half).difference) == (baht(50_000), baht(7))

    half.run(ReverseEntry(entry=made.entries[0].number, on=TODAY, reason="ผิด"))

    assert card(half).difference == ZERO


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ({"lines": budget(roads=baht(59_999))}, BudgetDoesNotAddUp),
        ({"lines": (*budget(), *budget())}, GrantLineTwice),
        ({"fund": "MOON"}, UnknownFund),
        ({"total": ZERO}, AmountNotPositive),
    ],
)
def test_a_contract_that_does_not_add_up_is_refused(kept, named, why):
    with refused(kept.book, why):
        granted(kept, "NEW", **named)


def test_a_code_is_given_once(village):
    granted(village)

    with refused(village.book, GrantExists, code="INFRA"):
        granted(village)


def test_a_chart_without_the_account_says_which_role_is_missing(tmp_path):
    from ledger.domain.accounts import BookKind

    made = found_village(tmp_path, kind=BookKind.WELFARE_FUND)
    with made.book, refused(made.book, NoRole, role="grant_unspent"):
        granted(made)


def test_the_donor_agrees_to_another_budget_but_not_below_what_was_spent(half):
    spent(half, baht(30_000))
    change: dict[str, Any] = {"grant": "INFRA", "resolution": "หนังสือ พอช. ๗/๒๕๖๙"}
    with refused(half.book, BudgetBelowSpent, spent=baht(30_000), budget=baht(20_000)):
        half.run(ChangeGrantBudget(lines=budget(roads=baht(20_000), houses=baht(80_000)), **change))

    lines = (BudgetLine(code=ROADS, name="ถนน", amount=baht(90_000)),)
    half.run(ChangeGrantBudget(lines=lines, total=baht(90_000), **change))

    told = card(half)
    assert [(one.line, one.budget) for one in told.lines] == [(ROADS, baht(90_000))]
    assert told.to_receive == baht(40_000)
    with refused(half.book, GrantOverReceived, total=baht(40_000)):
        half.run(
            ChangeGrantBudget(lines=budget(baht(40_000), baht(1))[:1], total=baht(40_000), **change)
        )


def test_a_grant_is_closed_when_nothing_is_left_of_it(half):
    with refused(half.book, GrantNotEmpty, left=baht(50_000)):
        half.run(CloseGrant(grant="INFRA", on=TODAY))
    half.run(ReturnGrant(grant="INFRA", amount=baht(50_000), on=TODAY))

    half.run(CloseGrant(grant="INFRA", on=TODAY))

    assert card(half).grant.closed_on == TODAY


def test_money_of_a_grant_lies_in_its_own_fund(village):
    village.run(OpenFund(code="P1", name_th="โครงการริมน้ำ"))
    bank = village.bank()
    granted(village, fund="P1")

    village.run(ReceiveGrant(grant="INFRA", amount=baht(9), on=START, bank=bank))

    rows = village.rows("SELECT account, fund FROM lines ORDER BY line")
    assert rows == [("12200", "P1"), ("23100", "P1")]


amounts = st.integers(1, 4_000_000).map(Money)
steps = st.lists(
    st.tuples(st.sampled_from(["in", ROADS, HOUSES, "back", "undo"]), amounts), max_size=12
)


@settings(max_examples=6)
@given(steps)
def test_received_is_always_spent_and_remaining_and_returned(tmp_path_factory, moves):
    village = found_village(tmp_path_factory.mktemp("grant"))
    with village.book:
        granted(village)
        household(village, "ก-๑")
        for move, amount in moves:
            try:
                _do(village, move, amount)
            except Refusal:
                continue
            told = card(village)
            assert told.spent + told.remaining + told.returned == told.received
            assert told.booked == told.remaining >= ZERO
            assert told.received <= told.grant.total
            assert all(one.spent <= one.budget for one in told.lines)
            assert all(one.spent <= baht(15_000) for one in told.households)
        assert village.book.ask(audit).findings == ()


def _do(village, move, amount):
    if move == "in":
        received(village, amount)
    elif move == "back":
        village.run(ReturnGrant(grant="INFRA", amount=amount, on=TODAY))
    elif move == "undo":
        last = village.one("SELECT COALESCE(MAX(number), 0) FROM entries WHERE reverses IS NULL")
        village.run(ReverseEntry(entry=last, on=TODAY, reason="ผิด"))
    else:
        spent(village, amount, move, household="ก-๑" if move == HOUSES else "")
