"""Funds side by side: each balances by itself, and an enterprise has its own result."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.domain.money import ZERO, Money, baht
from ledger.domain.refusals import UnknownFund
from ledger.queries.financial import financial_position
from ledger.queries.fund_position import fund_income, fund_position
from ledger.usecases.founding import OpenFund
from ledger.usecases.vouching import MoveMoney, PayExpense, ReceiveIncome
from tests.support.books import START, TODAY, found_village
from tests.support.projects import FEBRUARY, granted, received, spent


def sold(village, amount, fund="SHOP", on=FEBRUARY, account="46010"):
    village.run(
        ReceiveIncome(
            account=account, amount=amount, on=on, payee="ลูกค้า", purpose="ขายของ", fund=fund
        )
    )


def bought(village, amount, fund="SHOP", account="54090"):
    village.run(
        PayExpense(
            account=account, amount=amount, on=TODAY, payee="ร้านส่ง", purpose="ซื้อของ", fund=fund
        )
    )


@pytest.fixture
def shop(tmp_path):
    """A shop, a project with its grant, and the general fund: three funds in one book."""
    village = found_village(tmp_path)
    village.run(OpenFund(code="SHOP", name_th="ร้านค้าชุมชน", name_en="Community shop"))
    village.run(OpenFund(code="P1", name_th="โครงการริมน้ำ", name_en="Riverside"))
    village.run(OpenFund(code="EMPTY", name_th="ว่าง"))
    village.saver(baht(1_000))
    granted(village, fund="P1")
    received(village, baht(50_000))
    spent(village, baht(20_000))
    sold(village, baht(700))
    bought(village, baht(450, 25))
    with village.book:
        yield village


def test_every_fund_balances_by_itself_beside_the_whole(shop):
    """By hand: 1,000 of savings; 30,000 of the grant; the shop 249.75 in cash, all earned."""
    told = shop.book.ask(fund_position, at=TODAY)

    assert [(one.fund, one.assets, one.liabilities, one.result) for one in told.funds] == [
        ("P1", baht(30_000), baht(30_000), ZERO),
        ("SHOP", baht(249, 75), ZERO, baht(249, 75)),
        ("general", baht(1_000), baht(1_000), ZERO),
    ]
    assert told.agrees
    assert all(one.difference == ZERO for one in told.funds)
    whole = shop.book.ask(financial_position, at=TODAY)
    assert told.assets.totals[-1] == whole.assets.totals[0] == baht(31_249, 75)
    cash = next(line for line in told.assets.lines if line.account == "11010")
    assert cash.amounts == (baht(30_000), baht(249, 75), baht(1_000), baht(31_249, 75))


def test_what_the_general_fund_took_of_the_others_cash_is_owed_to_them(shop):
    """All 1,000 of its own and 249.75 of the shop's go to the bank in the general fund's name."""
    bank = shop.bank()
    assert shop.book.ask(fund_position, at=TODAY).owed_to_funds == ()
    shop.run(MoveMoney(amount=baht(1_249, 75), on=TODAY, target=bank))

    (owed,) = shop.book.ask(fund_position, at=TODAY).owed_to_funds
    assert (owed.fund, owed.account, owed.amount) == ("general", "11010", baht(249, 75))
    shop.run(MoveMoney(amount=baht(249, 75), on=TODAY, source=bank))
    assert shop.book.ask(fund_position, at=TODAY).owed_to_funds == ()


def test_an_enterprise_has_income_and_expense_of_its_own(shop):
    told = shop.book.ask(fund_income, fund="SHOP")

    assert (told.income.totals[0], told.expense.totals[0]) == (baht(700), baht(450, 25))
    assert (told.since, told.until, told.net) == (START, TODAY, baht(249, 75))
    assert told.trade is None
    later = shop.book.ask(fund_income, fund="SHOP", since=date(2026, 3, 1))
    assert later.net == -baht(450, 25)
    with pytest.raises(UnknownFund):
        shop.book.ask(fund_income, fund="MOON")


def test_a_shop_that_sells_has_a_gross_profit(shop):
    """Of 700 other income and 450.25 other expense nothing changes; 900 sold had cost 610.50."""
    sold(shop, baht(900), account="44010")
    bought(shop, baht(610, 50), account="52010")

    told = shop.book.ask(fund_income, fund="SHOP")
    assert told.trade is not None
    assert (told.trade.sales.totals[0], told.trade.cost.totals[0]) == (baht(900), baht(610, 50))
    assert told.trade.gross == baht(289, 50)
    assert told.trade.other_income.totals[0] == baht(700)
    assert told.trade.other_expense.totals[0] == baht(450, 25)
    assert told.net == baht(539, 25)


@settings(max_examples=10)
@given(
    st.lists(st.tuples(st.sampled_from(["general", "A", "B"]), st.integers(1, 10**6)), max_size=6)
)
def test_whatever_is_booked_every_fund_balances(tmp_path_factory, moves):
    village = found_village(tmp_path_factory.mktemp("funds"))
    with village.book:
        for code in ("A", "B"):
            village.run(OpenFund(code=code, name_th=code))
        for fund, satang in moves:
            sold(village, Money(satang), fund)
        told = village.book.ask(fund_position, at=TODAY)
        assert told.agrees
        assert sum(one.assets.satang for one in told.funds) == told.assets.totals[-1].satang
