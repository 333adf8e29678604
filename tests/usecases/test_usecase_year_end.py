"""The year's end: closed, opened again until the meeting decides, allocated to the satang."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from ledger.domain.days import Month
from ledger.domain.distribution import Refund
from ledger.domain.dividend import WeightRule
from ledger.domain.limits import CountOutOfRange
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.refusals import (
    BuddhistYear,
    FutureDay,
    MonthLocked,
    NothingToDo,
    PeriodClosed,
    ReasonMissing,
    UnknownBank,
    UnknownMember,
    UnknownProduct,
)
from ledger.domain.refusals.closing import (
    LockedByCloser,
    ReserveBelowLaw,
    YearAllocated,
    YearClosed,
    YearClosingEntry,
    YearNotClosed,
    YearNotOver,
)
from ledger.domain.surplus import (
    AllocationExceedsSurplus,
    AllocationUnlawful,
    BadProposalLine,
    LegalTest,
    ProposalLine,
    SurplusRule,
    Use,
)
from ledger.queries.accounts import account_card, chart
from ledger.queries.annual_pack import annual_pack
from ledger.queries.balance import balance
from ledger.queries.cash_flow import cash_flow
from ledger.queries.closings import closings
from ledger.queries.financial import financial_position, income_and_expense
from ledger.queries.integrity import audit
from ledger.queries.monthly_report import monthly_report
from ledger.queries.sanctions import sanctions
from ledger.queries.surplus_sheet import surplus_sheet
from ledger.queries.trial_balance import period_balances, trial_balance
from ledger.usecases.closing import CloseMonth, LockMonth, ReopenMonth
from ledger.usecases.founding import OpenFund
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.sanctioning import Sanction, SetSanctions
from ledger.usecases.surplus_allocating import AllocateSurplus, DividendTerms, ProposeSurplus
from ledger.usecases.vouching import JournalLine, PayExpense, PostJournal, ReceiveIncome
from ledger.usecases.year_closing import CloseYear, ReopenYear
from tests.support.books import TODAY, found_village
from tests.support.lending import lent, pay, with_types
from tests.support.refused import refused

JANUARY, FEBRUARY = Month(2026, 1), Month(2026, 2)
END = date(2026, 2, 28)
TERMS = DividendTerms(rate=Fraction(6, 100), weights=WeightRule.MONTH_OF)
LINES = (
    ProposalLine(Use.BONUS, amount=baht(50)),
    ProposalLine(Use.WELFARE, amount=baht(100)),
)


@pytest.fixture
def village(tmp_path):
    """The fiscal year ends with February; 1,000.01 came in and 100 went out."""
    made = found_village(tmp_path, year_ends_in=2)
    with made.book:
        income(made, baht(1_000, 1))
        made.run(
            PayExpense(account="53020", amount=baht(100), on=END, payee="ร้าน", purpose="กระดาษ")
        )
        yield made


def income(village, amount, on=date(2026, 1, 10)):
    village.run(ReceiveIncome(account="46020", amount=amount, on=on, payee="วัด", purpose="บริจาค"))


def allocation(**more):
    return AllocateSurplus(year=2026, on=TODAY, resolution="มติที่ประชุมใหญ่ ๑/๒๕๖๙", **more)


def sheet(village):
    return village.book.ask(surplus_sheet).years[-1].sheets[-1]


def test_closing_moves_income_and_expense_to_the_surplus_of_the_year(village):
    made = village.run(CloseYear(year=2026)).made

    assert made["surplus"] == "900.01"
    assert village.balance("33020") == -baht(900, 1)
    assert village.balance("46020") == village.balance("53020") == ZERO
    with refused(village.book, PeriodClosed, closed_through="2026-02"):
        income(village, baht(1))
    with refused(village.book, YearClosed, year=2026):
        village.run(CloseYear(year=2026))
    assert village.book.ask(audit).findings == ()


def test_the_closing_lies_in_a_period_of_its_own_after_the_last_day(village):
    def of_the_year():
        ask = village.book.ask
        return (
            ask(income_and_expense, month=FEBRUARY),
            ask(period_balances, since=FEBRUARY.first, until=END),
            ask(trial_balance, at=END),
            ask(financial_position, at=END),
            ask(cash_flow, until=END),
            ask(account_card, account="46020", since=FEBRUARY.first, until=END),
            ask(chart, at=END),
            ask(balance, account="33020", at=END),
            ask(closings).months[0].entries,
        )

    before = of_the_year()
    village.run(CloseYear(year=2026))
    assert of_the_year() == before
    closed = {one.account for one in village.book.ask(trial_balance, at=END).rows}
    after = village.book.ask(trial_balance, at=END, after_closing=True)
    assert {one.account for one in after.rows} == closed - {"46020", "53020"} | {"33020"}
    position = village.book.ask(financial_position, at=END, after_closing=True)
    assert position.result_of_year[0] == position.result_before[0] == ZERO
    assert position.equity.totals[0] == baht(900, 1)
    assert position.liabilities_and_equity == before[3].liabilities_and_equity


def test_the_day_after_begins_with_the_closing_and_the_next_year_is_closed_by_itself(village):
    village.run(CloseYear(year=2026))
    income(village, baht(7), on=TODAY)

    march = village.book.ask(period_balances, since=date(2026, 3, 1), until=date(2026, 3, 31))
    rows = {row.account: row for row in march.rows}
    assert rows["46020"].brought_forward == ZERO
    assert rows["33020"].brought_forward == -baht(900, 1)
    assert march.debit == march.credit == baht(7)
    card = village.book.ask(account_card, account="46020", until=TODAY)
    assert [line.balance for line in card.lines] == [-baht(1_000, 1), ZERO, -baht(7)]
    assert village.book.ask(income_and_expense, month=Month(2026, 3)).net[1:] == (
        -baht(100),
        baht(7),
    )
    assert village.book.ask(cash_flow, until=TODAY).result == baht(7)
    flow = village.book.ask(cash_flow, since=date(2026, 3, 1), until=date(2027, 2, 28))
    assert flow.before == replace(village.book.ask(cash_flow, until=END), before=None)
    assert flow.before.closing == flow.opening


def test_a_year_is_closed_when_it_is_over_and_holds_anything(village):
    with refused(village.book, YearNotOver, year=2027):
        village.run(CloseYear(year=2027))
    with refused(village.book, NothingToDo):
        village.run(CloseYear(year=2025))
    with refused(village.book, BuddhistYear, field="year", meant="2026"):
        village.run(CloseYear(year=2569))


@pytest.mark.parametrize("year", [-1, 0, 1899])
def test_a_year_that_no_book_has_is_no_fiscal_year(village, year):
    with refused(village.book, CountOutOfRange, field="year", count=year):
        village.run(CloseYear(year=year))
    with pytest.raises(CountOutOfRange):
        village.book.ask(annual_pack, year=year)


def test_months_that_are_closed_or_locked_do_not_stand_in_the_way(village):
    village.run(CloseMonth(month=FEBRUARY))
    village.run(LockMonth(month=FEBRUARY))
    before = village.book.ask(monthly_report, month=FEBRUARY)
    for _ in range(2):
        village.run(CloseYear(year=2026))
        assert village.book.ask(monthly_report, month=FEBRUARY) == before
        village.run(ReopenYear(year=2026, reason="ปรับปรุง"))
        assert village.book.ask(monthly_report, month=FEBRUARY) == before
    with refused(village.book, MonthLocked, month="2026-02"):
        village.run(ReopenMonth(month=FEBRUARY, reason="x"))
    assert village.book.ask(audit).findings == ()


def test_the_closing_is_taken_back_until_the_meeting_has_decided(village):
    with refused(village.book, YearNotClosed, year=2026):
        village.run(ReopenYear(year=2026, reason="x"))
    entry = village.run(CloseYear(year=2026)).made["entry"]
    with refused(village.book, YearClosingEntry, entry=entry, year=2026):
        village.run(ReverseEntry(entry=entry, on=TODAY, reason="x"))
    with refused(village.book, YearClosed, year=2026):
        village.run(ReopenMonth(month=JANUARY, reason="x"))
    with refused(village.book, ReasonMissing):
        village.run(ReopenYear(year=2026, reason=" "))
    village.run(ReopenYear(year=2026, reason="ลืมบันทึกค่าไฟ"))
    assert village.balance("46020") == -baht(1_000, 1)
    with refused(village.book, PeriodClosed):
        income(village, baht(9), on=END)
    village.run(ReopenMonth(month=FEBRUARY, reason="ลืมบันทึกค่าไฟ"))
    income(village, baht(9), on=END)
    assert village.run(CloseYear(year=2026)).made["surplus"] == "909.01"

    entry = village.run(allocation()).entries[0].number
    with refused(village.book, YearAllocated, year=2026):
        village.run(ReopenYear(year=2026, reason="x"))
    village.run(ReverseEntry(entry=entry, on=TODAY, reason="นับคะแนนใหม่"))
    village.run(ReopenYear(year=2026, reason="x"))
    assert village.book.ask(audit).findings == ()


def test_the_surplus_is_allocated_to_the_satang_with_the_residue_in_the_reserve(village):
    """Dividend 10.00 + 2.50; League 1 % = 9.00; 150 in round sums; 728.51 is left."""
    for amount, on in ((baht(1_000), date(2026, 1, 5)), (baht(500), date(2026, 2, 5))):
        _, cards = village.member()
        village.buy(cards["SHARES"], amount, on=on)
    with refused(village.book, YearNotClosed):
        village.run(allocation())
    village.run(CloseYear(year=2026))
    trial = village.run(allocation(lines=LINES, dividend=TERMS), rehearse=True)
    made = village.run(allocation(lines=LINES, dividend=TERMS)).made

    assert made == trial.made
    assert (made["dividend"], made["reserve"]) == ("12.50", "728.51")
    found = sheet(village)
    assert {line.use.value: line.amount.as_decimal() for line in found.lines} == {
        "league": "9.00",
        "bonus": "50.00",
        "welfare": "100.00",
        "dividend": "12.50",
        "reserve": "728.51",
    }
    assert found.total == baht(900, 1)
    assert [one.dividend for one in found.members] == [baht(10), baht(2, 50)]
    accounts = ("33020", "23510", "23520", "23540", "34530", "34100")
    assert [-village.balance(one) for one in accounts] == [
        ZERO,
        baht(9),
        baht(12, 50),
        baht(50),
        baht(100),
        baht(728, 51),
    ]
    with refused(village.book, YearAllocated):
        village.run(allocation())
    assert village.book.ask(audit).findings == ()


def by_fund(village, fund, *accounts):
    return [
        -village.book.ask(lambda reader, code=code: reader.balance(code, fund=fund))
        for code in accounts
    ]


def test_each_fund_gives_what_it_earned_and_keeps_it_in_the_reserve_first(village):
    """The mill made 100, the shop lost 40: of 960.01 League 9.60, 150 in sums, 800.41 left."""
    for code in ("MILL", "SHOP"):
        village.run(OpenFund(code=code, name_th=code))
    milled = ReceiveIncome(
        account="46020", amount=baht(100), on=END, payee="ลูกค้า", purpose="สีข้าว", fund="MILL"
    )
    owed = (("53020", baht(40), None), ("23010", None, baht(40)))
    bought = PostJournal(
        on=END,
        purpose="ซื้อถุงเชื่อ",
        lines=tuple(
            JournalLine(account=account, debit=debit, credit=credit, fund="SHOP")
            for account, debit, credit in owed
        ),
    )
    village.run(milled)
    village.run(bought)
    village.run(CloseYear(year=2026))

    made = village.run(allocation(lines=LINES)).made

    assert (made["surplus"], made["reserve"]) == ("960.01", "800.41")
    assert by_fund(village, "MILL", "33020", "34100") == [ZERO, baht(100)]
    assert by_fund(village, "SHOP", "33020", "34100") == [ZERO, -baht(40)]
    general = ("33020", "23510", "23540", "34530", "34100")
    assert by_fund(village, "general", *general) == [
        *(ZERO, baht(9, 60), baht(50), baht(100)),
        baht(740, 41),
    ]
    assert village.book.ask(audit).findings == ()
    village.run(ReverseEntry(entry=sheet(village).entry, on=TODAY, reason="มติผิด"))
    assert by_fund(village, "MILL", "33020") == [baht(100)]


def test_a_fund_that_earned_nearly_all_hands_its_money_over_to_be_paid_out(village):
    """Of 1,900.01 the mill made 1,000; 1,690 go out as bonus, and its reserve holds only the rest.

    League 19.00, reserve 191.01 of which the mill keeps all: 808.99 of its money go over.
    """
    village.run(OpenFund(code="MILL", name_th="โรงสี"))
    village.run(
        ReceiveIncome(
            account="46020",
            amount=baht(1_000),
            on=END,
            payee="ลูกค้า",
            purpose="กิจการ",
            fund="MILL",
        )
    )
    village.run(CloseYear(year=2026))
    rule = SurplusRule(ceilings=())
    village.run(allocation(lines=(ProposalLine(Use.BONUS, amount=baht(1_690)),), rule=rule))

    assert by_fund(village, "MILL", "33020", "34100", "11010") == [
        *(ZERO, baht(191, 1)),
        -baht(191, 1),
    ]
    assert by_fund(village, "general", "33020", "34100", "23540") == [ZERO, ZERO, baht(1_690)]
    assert village.book.ask(audit).findings == ()


def test_the_refund_goes_to_those_who_paid_interest_and_missed_nothing(tmp_path):
    """12,000 at 6 % for 31 days of 365 is 61.15; ten percent of it 6.12."""
    village = found_village(tmp_path, year_ends_in=2)
    with village.book:
        card = lent(with_types(village))
        pay(village, card, baht(1_061, 15), date(2026, 2, 1))
        income(village, baht(1_000))
        village.run(CloseYear(year=2026))
        refund = Refund(Fraction(1, 10))

        made = village.run(allocation(refund=refund), rehearse=True).made
        assert made["refund"] == "6.12"
        named = allocation(refund=refund, defaulters=("0001",))
        assert village.run(named, rehearse=True).made["refund"] == "0.00"
        village.run(allocation(refund=refund))
        assert sheet(village).members[0].interest_paid == baht(61, 15)


def test_interest_of_a_payment_taken_back_is_not_refunded(tmp_path):
    """500 of 15 January hold 27.62 of interest until they are taken back; then it is as above."""
    village = found_village(tmp_path, year_ends_in=2)
    with village.book:
        card = lent(with_types(village))
        wrong = pay(village, card, baht(500), date(2026, 1, 15)).entries[0].number
        pay(village, card, baht(1_061, 15), date(2026, 2, 1))
        village.run(ReverseEntry(entry=wrong, on=date(2026, 2, 3), reason="ลงผิดคน"))
        income(village, baht(1_000))
        village.run(CloseYear(year=2026))

        village.run(allocation(refund=Refund(Fraction(1, 10))))

        assert sheet(village).members[0].interest_paid == baht(61, 15)


def test_who_missed_an_instalment_of_the_year_loses_the_refund_though_it_was_paid_later(tmp_path):
    """What fell due on 1 February came on the 10th: by domain.md 1.4 the refund is lost."""
    village = found_village(tmp_path, year_ends_in=2)
    with village.book:
        card = lent(with_types(village))
        pay(village, card, baht(1_061, 15), date(2026, 2, 10))
        income(village, baht(1_000))
        village.run(CloseYear(year=2026))
        sanctioned = village.book.ask(sanctions, at=END, member="0001").rows[0]

        made = village.run(allocation(refund=Refund(Fraction(1, 10)))).made

        assert (sanctioned.refund_lost, made["refund"]) == (True, "0.00")
        assert sheet(village).members[0].missed == 1
        step = Sanction(missed=2, no_loan_months=12, no_refund=True)
        village.run(SetSanctions(from_day=END, steps=(step,), resolution="มติ"))
        village.run(
            ReverseEntry(
                entry=village.one("SELECT entry FROM surplus_allocations"), on=TODAY, reason="x"
            )
        )
        assert village.run(allocation(refund=Refund(Fraction(1, 10)))).made["refund"] != "0.00"


def test_a_loan_settled_in_an_earlier_year_counts_no_more(tmp_path):
    village = found_village(tmp_path, year_ends_in=1)
    with village.book:
        card = lent(with_types(village))
        pay(village, card, baht(12_059, 18), date(2026, 1, 31))
        income(village, baht(1_000))
        village.run(CloseYear(year=2026))
        first = village.run(
            AllocateSurplus(year=2026, on=TODAY, resolution="มติ", refund=Refund(Fraction(1, 10))),
            rehearse=True,
        ).made
        assert first["refund"] != "0.00"
        village.clock.set(date(2027, 2, 10))
        income(village, baht(700), on=date(2026, 5, 5))
        village.run(CloseYear(year=2027))
        later = village.run(
            AllocateSurplus(
                year=2027,
                on=date(2027, 2, 10),
                resolution="มติ",
                refund=Refund(Fraction(1, 10)),
            )
        ).made
        assert (later["refund"], later["members"]) == ("0.00", 0)


def test_a_purchase_taken_back_earns_nothing_and_who_left_gets_nothing(village):
    _, cards = village.member()
    village.buy(cards["SHARES"], baht(1_000), on=date(2026, 1, 5))
    wrong = village.buy(cards["SHARES"], baht(2_000), on=date(2026, 1, 5)).entries[0].number
    village.run(ReverseEntry(entry=wrong, on=date(2026, 2, 20), reason="ลงผิดคน"))
    village.run(CloseYear(year=2026))

    assert village.run(allocation(dividend=TERMS)).made["dividend"] == "10.00"


def test_an_allocation_against_the_law_or_beyond_the_surplus_is_refused(village):
    village.run(CloseYear(year=2026))
    greedy = (ProposalLine(Use.EDUCATION, amount=baht(850)),)
    with refused(village.book, AllocationUnlawful, found=baht(41, 1), limit=baht(90)):
        village.run(allocation(lines=greedy))
    with refused(village.book, AllocationExceedsSurplus):
        village.run(allocation(lines=(ProposalLine(Use.EDUCATION, amount=baht(900)),)))
    with refused(village.book, BadProposalLine, use=Use.DIVIDEND):
        village.run(allocation(lines=(ProposalLine(Use.DIVIDEND, amount=baht(1)),)))
    with refused(village.book, ReasonMissing, field="resolution"):
        village.run(AllocateSurplus(year=2026, on=TODAY, resolution=""))

    with refused(village.book, FutureDay):
        village.run(ProposeSurplus(year=2026, on=TODAY + timedelta(days=1), lines=greedy))
    village.run(ProposeSurplus(year=2026, on=TODAY, lines=greedy))
    assert not sheet(village).lawful
    assert not sheet(village).stands


def test_no_rate_above_the_highest_passes_because_shares_were_bought_late(village):
    """At 11 % they get 18.33 + 4.58; at the highest rate, 10 %, it would be 16.67 + 4.17."""
    for amount, on in ((baht(1_000), date(2026, 1, 5)), (baht(500), date(2026, 2, 5))):
        _, cards = village.member()
        village.buy(cards["SHARES"], amount, on=on)
    village.run(CloseYear(year=2026))
    highest = replace(TERMS, rate=Fraction(10, 100))

    with refused(
        village.book,
        AllocationUnlawful,
        test=LegalTest.DIVIDEND_RATE,
        found=baht(22, 91),
        limit=baht(20, 84),
    ):
        village.run(allocation(dividend=replace(TERMS, rate=Fraction(11, 100))))
    assert village.run(allocation(dividend=highest)).made["dividend"] == "20.84"


def test_what_is_named_is_there_and_earns_once(village):
    _, cards = village.member()
    village.buy(cards["SHARES"], baht(1_000), on=date(2026, 1, 5))
    village.run(CloseYear(year=2026))

    for named in ({"defaulters": ("9999",)}, {"bank": "ไม่มี"}):
        with refused(village.book, UnknownMember if "defaulters" in named else UnknownBank):
            village.run(allocation(dividend=TERMS, **named))
    with refused(village.book, UnknownProduct, product="ไม่มี"):
        village.run(allocation(dividend=replace(TERMS, products=("ไม่มี",))))
    twice = replace(TERMS, products=("SHARES", "SHARES"))
    assert village.run(allocation(dividend=twice)).made["dividend"] == "10.00"


def test_a_registered_cooperative_keeps_the_tenth_whatever_rule_is_given(village):
    village.run(CloseYear(year=2026))

    for part in (Fraction(0), Fraction(9, 100)):
        with refused(village.book, ReserveBelowLaw, part=part, least=Fraction(1, 10)):
            village.run(allocation(rule=SurplusRule(reserve_part=part)))
    stricter = SurplusRule(reserve_part=Fraction(99, 100))
    with refused(village.book, AllocationUnlawful, found=baht(891), limit=baht(891, 1)):
        village.run(allocation(rule=stricter, lines=(ProposalLine(Use.BONUS, amount=baht(0, 1)),)))


def test_who_closed_a_month_does_not_lock_it(village):
    village.book.user = "เหรัญญิก"
    village.run(CloseMonth(month=FEBRUARY))
    with refused(village.book, LockedByCloser, month="2026-02", user="เหรัญญิก"):
        village.run(LockMonth(month=FEBRUARY))
    village.book.user = "ประธาน"
    village.run(LockMonth(month=JANUARY))
    village.book.user = "เหรัญญิก"
    with refused(village.book, LockedByCloser):
        village.run(LockMonth(month=FEBRUARY))
    # A later closing by somebody else does not make February hers, nor does opening it again.
    village.clock.set(date(2026, 4, 2))
    village.book.user = "ประธาน"
    village.run(CloseMonth(month=Month(2026, 3)))
    village.run(ReopenMonth(month=Month(2026, 3), reason="ลืม"))
    village.book.user = "เหรัญญิก"
    with refused(village.book, LockedByCloser, month="2026-02"):
        village.run(LockMonth(month=FEBRUARY))
    village.book.user = "ประธาน"
    village.run(LockMonth(month=FEBRUARY))
    # March, closed in the end by the chairwoman on top of that February, is not hers to lock.
    village.run(CloseMonth(month=Month(2026, 3)))
    with refused(village.book, LockedByCloser, month="2026-03", user="ประธาน"):
        village.run(LockMonth(month=Month(2026, 3)))
    village.book.user = "เหรัญญิก"
    village.run(LockMonth(month=Month(2026, 3)))


def test_whatever_the_proposal_the_lines_add_up_to_the_surplus(village):
    village.run(CloseYear(year=2026))
    for satang in range(0, 60_000, 7_001):
        lines = (
            ProposalLine(Use.PUBLIC_BENEFIT, amount=Money(satang)),
            ProposalLine(Use.EDUCATION, part=Fraction(1, 7)),
        )
        village.run(ProposeSurplus(year=2026, on=TODAY, lines=lines))
        assert sheet(village).total == baht(900, 1)
