"""A year's loss taken from the reserve, and a dividend topped up from the equalisation fund.

Worked by hand. Year one: 1,000.01 less 100 is 900.01; the meeting puts 200 into the equalisation
fund, 9.00 go to the League, and 691.01 stay as the reserve.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from ledger.domain.dividend import WeightRule
from ledger.domain.money import ZERO, baht
from ledger.domain.refusals.closing import DrawTooHigh, NoLoss, YearAllocated, YearNotClosed
from ledger.domain.surplus import NoSurplus, ProposalLine, SurplusRule, Use
from ledger.queries.surplus_sheet import surplus_sheet
from ledger.usecases.founding import OpenFund
from ledger.usecases.loss_covering import CoverLoss
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.surplus_allocating import AllocateSurplus, DividendTerms
from ledger.usecases.vouching import JournalLine, PayExpense, PostJournal, ReceiveIncome
from ledger.usecases.year_closing import CloseYear, ReopenYear
from tests.support.books import found_village
from tests.support.lending import is_sound
from tests.support.refused import refused

LATER = date(2027, 3, 20)
RESERVE, EQUALISATION, YEAR, CARRIED = "34100", "34520", "33020", "33010"
COVER = CoverLoss(year=2027, on=LATER, resolution="มติที่ประชุมใหญ่ ๑/๒๕๗๐")


def _percents(village):
    (sheet,) = village.book.ask(surplus_sheet, year=2027).years[0].sheets
    return [one.percent for one in sheet.lines]


@pytest.fixture
def village(tmp_path):
    made = found_village(tmp_path, year_ends_in=2)
    with made.book:
        _earns(made, baht(1_000, 1), date(2026, 1, 10))
        _spends(made, baht(100), date(2026, 2, 28))
        _, cards = made.member()
        made.buy(cards["SHARES"], baht(1_000), on=date(2026, 2, 1))
        made.run(CloseYear(year=2026))
        made.run(
            AllocateSurplus(
                year=2026,
                on=date(2026, 3, 20),
                resolution="มติ",
                lines=(ProposalLine(Use.EQUALISATION, amount=baht(200)),),
            )
        )
        made.clock.set(LATER)
        yield made
        assert is_sound(made)


def _earns(village, amount, on=date(2026, 5, 5), fund="general"):
    fields = {"account": "46020", "payee": "วัด", "purpose": "บริจาค", "fund": fund}
    village.run(ReceiveIncome(amount=amount, on=on, **fields))


def _spends(village, amount, on=date(2026, 6, 6), fund="general"):
    fields = {"account": "53020", "payee": "ร้าน", "purpose": "กระดาษ", "fund": fund}
    village.run(PayExpense(amount=amount, on=on, **fields))


def _held(village, *accounts, fund="general"):
    return [-village.book.ask(lambda one, of=of: one.balance(of, fund=fund)) for of in accounts]


def test_the_reserve_meets_a_loss(village):
    _spends(village, baht(300, 37))
    village.run(CloseYear(year=2027))

    made = village.run(COVER).made

    assert (made["loss"], made["reserve"], made["carried"]) == ("300.37", "300.37", "0.00")
    assert village.balance(RESERVE) == -baht(390, 64)  # 691.01 - 300.37
    assert village.balance(YEAR) == village.balance(CARRIED) == ZERO
    (sheet,) = village.book.ask(surplus_sheet, year=2027).years[0].sheets
    assert [(one.use, one.amount) for one in sheet.lines] == [
        (Use.RESERVE, -baht(300, 37)),
        (Use.CARRIED, ZERO),
    ]
    assert sheet.stands
    with refused(village.book, YearAllocated, year=2027):
        village.run(COVER)
    with refused(village.book, YearAllocated):
        village.run(ReopenYear(year=2027, reason="ผิด"))
    village.run(ReverseEntry(entry=sheet.entry, on=LATER, reason="มติผิด"))
    assert (village.balance(RESERVE), village.balance(YEAR)) == (-baht(691, 1), baht(300, 37))
    village.run(COVER)


def test_what_the_reserve_does_not_hold_is_carried_on(village):
    _spends(village, baht(800))
    village.run(CloseYear(year=2027))

    made = village.run(COVER).made

    assert (made["reserve"], made["carried"]) == ("691.01", "108.99")
    # 691.01 and 108.99 of 800, in hundredths of a percent.
    assert _percents(village) == [86_38, 13_62]
    assert village.balance(RESERVE) == village.balance(YEAR) == ZERO
    assert village.balance(CARRIED) == baht(108, 99)


def test_what_came_into_the_reserve_after_the_day_covers_nothing_on_it(village):
    _spends(village, baht(800))
    village.run(CloseYear(year=2027))
    lines = (
        JournalLine(account="53020", debit=baht(300)),
        JournalLine(account=RESERVE, credit=baht(300)),
    )
    village.run(PostJournal(on=LATER, lines=lines, purpose="มติ"))

    made = village.run(replace(COVER, on=date(2027, 3, 19)), rehearse=True).made

    assert (made["reserve"], made["carried"]) == ("691.01", "108.99")


def test_gains_of_other_funds_lessen_the_loss_and_every_fund_balances(village):
    """General loses 500, the shop earns 120.50: of the reserve 379.50 are taken in all."""
    village.run(OpenFund(code="SHOP", name_th="ร้านค้า"))
    _spends(village, baht(500))
    _earns(village, baht(120, 50), fund="SHOP")
    village.run(CloseYear(year=2027))

    assert village.run(COVER).made["loss"] == "379.50"

    assert village.balance(RESERVE) == -baht(311, 51)
    for fund in ("general", "SHOP"):
        assert _held(village, YEAR, fund=fund) == [ZERO]


def test_gains_that_are_as_large_as_the_loss_make_it_good_without_the_reserve(village):
    village.run(OpenFund(code="SHOP", name_th="ร้านค้า"))
    _spends(village, baht(120, 50))
    _earns(village, baht(120, 50), fund="SHOP")
    village.run(CloseYear(year=2027))

    made = village.run(COVER).made

    assert (made["loss"], made["reserve"], made["carried"]) == ("0.00", "0.00", "0.00")
    assert _percents(village) == [0, 0]
    assert village.balance(RESERVE) == -baht(691, 1)
    for fund in ("general", "SHOP"):
        assert _held(village, YEAR, fund=fund) == [ZERO]


def test_a_year_without_a_loss_has_none_to_cover(village):
    with refused(village.book, YearNotClosed, year=2027):
        village.run(COVER)
    _earns(village, baht(1))
    village.run(CloseYear(year=2027))
    with refused(village.book, NoLoss, surplus=baht(1)):
        village.run(COVER)


def _allocation(**fields):
    terms = DividendTerms(rate=Fraction(6, 100), weights=WeightRule.MONTH_OF)
    fields = {"year": 2027, "on": LATER, "dividend": terms, **fields}
    return AllocateSurplus(resolution="มติ", **fields)


def test_the_equalisation_fund_tops_up_the_dividend_and_nothing_else(village):
    """A surplus of 50; the dividend of 60.00 (6 % of 1,000) takes 20 from it and 40 from the fund.

    The League gets 0.50 (1 %), the reserve 29.50.
    """
    _earns(village, baht(50))
    village.run(CloseYear(year=2027))
    for drawn in (baht(200, 1), baht(60, 1), -baht(1)):
        with refused(village.book, DrawTooHigh, drawn=drawn, held=baht(200), dividend=baht(60)):
            village.run(_allocation(drawn=drawn))
    with refused(village.book, DrawTooHigh, dividend=ZERO):
        village.run(_allocation(drawn=baht(1), dividend=None))

    made = village.run(_allocation(drawn=baht(40))).made

    assert (made["dividend"], made["drawn"], made["reserve"]) == ("60.00", "40.00", "29.50")
    assert village.balance(EQUALISATION) == -baht(160)
    assert village.balance(RESERVE) == -baht(691, 1) - baht(29, 50)
    sheet = village.book.ask(surplus_sheet, year=2027).years[0].sheets[-1]
    assert (sheet.dividend, sheet.drawn, sheet.total) == (baht(60), baht(40), baht(50))
    village.run(ReverseEntry(entry=sheet.entry, on=LATER, reason="มติผิด"))
    assert village.balance(EQUALISATION) == -baht(200)


def test_what_another_fund_keeps_tops_up_the_dividend_too(village):
    """Of 350 the League gets 3.50, equalisation 250 and the reserve 96.50.

    The shop earned 300: it keeps the reserve's 96.50 and 203.50 for equalisation; 46.50 more come
    to the general fund's 200. A dividend of 300 drawn a year later takes 246.50 there and 53.50 of
    the shop, whose cash goes with it.
    """
    village.run(OpenFund(code="SHOP", name_th="ร้านค้า"))
    _earns(village, baht(300), fund="SHOP")
    _earns(village, baht(50))
    village.run(CloseYear(year=2027))
    kept = (ProposalLine(Use.EQUALISATION, amount=baht(250)),)
    village.run(_allocation(dividend=None, lines=kept))
    assert _held(village, EQUALISATION, fund="SHOP") == [baht(203, 50)]
    cash = _held(village, "11010", fund="SHOP")[0]
    _earns(village, baht(10), on=LATER)
    village.clock.set(date(2028, 3, 20))
    village.run(CloseYear(year=2028))
    terms = DividendTerms(rate=Fraction(30, 100), weights=WeightRule.MONTH_OF)
    fields = {"year": 2028, "on": date(2028, 3, 20), "dividend": terms}
    rule = SurplusRule(dividend_rate=Fraction(30, 100))
    with refused(village.book, DrawTooHigh, held=baht(450), dividend=baht(300)):
        village.run(_allocation(drawn=baht(300, 1), rule=rule, **fields))

    village.run(_allocation(drawn=baht(300), rule=rule, **fields))

    assert village.balance(EQUALISATION) == -baht(150)
    assert _held(village, EQUALISATION, fund="SHOP") == [baht(150)]
    assert _held(village, "11010", fund="SHOP")[0] == cash + baht(53, 50)
    assert _held(village, "23520") == [baht(300)]


def test_in_a_loss_year_no_fund_makes_a_dividend(village):
    _spends(village, baht(10))
    village.run(CloseYear(year=2027))
    with refused(village.book, NoSurplus):
        village.run(_allocation(drawn=baht(10)))
