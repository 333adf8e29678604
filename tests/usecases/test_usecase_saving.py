"""Savings: products, accounts, promises, holds, withdrawals, transfers and closing."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from ledger.domain.days import Month
from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, baht
from ledger.domain.products import Nature
from ledger.domain.refusals import (
    AmountNotPositive,
    BalanceTooLow,
    BelowMinimum,
    CardClosed,
    CardWrong,
    CashTooLow,
    HoldReleased,
    InterestPosted,
    MemberLeft,
    NothingToDo,
    NotMatured,
    NotRefundable,
    NotTheSameMember,
    NotYetMember,
    OnHold,
    ProductClosed,
    ProductExists,
    ReasonMissing,
    UnknownBank,
    UnknownCard,
    UnknownHold,
    UnknownMember,
    UnknownProduct,
)
from ledger.domain.refusals.saving import (
    CardHolds,
    InterestWaiting,
    PromiseBeforeCard,
    ReleasedBeforeHeld,
)
from ledger.usecases.closing_card import CloseCard
from ledger.usecases.interest import PostSavingsInterest
from ledger.usecases.members import EndMembership
from ledger.usecases.saving import (
    OpenSavings,
    PlaceHold,
    ReleaseHold,
    SetPromise,
    SetSavingsRate,
    TransferSavings,
)
from tests.support.books import START, TODAY
from tests.support.refused import refused

DAY = timedelta(days=1)


def test_a_withdrawal_takes_from_the_card_and_from_the_cash(village):
    _, card = village.saver(baht(500))

    made = village.withdraw(card, baht(120, 50))

    assert village.held(card) == baht(379, 50)
    assert village.balance("11010") == baht(379, 50)
    assert village.balance("21010") == -baht(379, 50)
    assert made.vouchers == ("PV2569/000001",)


def test_a_withdrawal_is_at_most_what_the_card_holds(village):
    _, card = village.saver(baht(500))
    village.saver(baht(5_000))

    with refused(village.book, BalanceTooLow, card=card, held=baht(500), asked=baht(500, 1)):
        village.withdraw(card, baht(500, 1))
    village.withdraw(card, baht(500))
    assert village.held(card) == ZERO


def test_a_late_entered_withdrawal_may_not_overdraw_any_day_in_between(village):
    _, card = village.saver(baht(100))
    village.withdraw(card, baht(90), on=START + 2 * DAY)
    village.deposit(card, baht(300), on=START + 4 * DAY)

    with refused(village.book, BalanceTooLow, card=card, held=baht(10), asked=baht(50)):
        village.withdraw(card, baht(50), on=START + DAY)
    village.withdraw(card, baht(10), on=START + DAY)
    assert village.held(card) == baht(300)


def test_a_late_entered_withdrawal_may_not_empty_the_cash_box_on_any_day_in_between(village):
    _, card = village.saver(baht(100))
    _, rich = village.saver(baht(100))
    bank = village.bank()
    village.deposit(card, baht(1_000), on=START, bank=bank)
    village.withdraw(rich, baht(90), on=START + 2 * DAY)
    village.deposit(rich, baht(300), on=START + 4 * DAY)

    with refused(village.book, CashTooLow, held=baht(110), asked=baht(111)):
        village.withdraw(card, baht(111), on=START + DAY)
    village.withdraw(card, baht(110), on=START + DAY)
    assert village.balance("11010", at=START + 2 * DAY) == ZERO


def test_a_withdrawal_is_above_zero(village):
    _, card = village.saver(baht(500))

    for amount in (ZERO, -baht(5)):
        with refused(village.book, AmountNotPositive, field="amount", amount=amount):
            village.withdraw(card, amount)


def test_cash_that_is_not_there_is_not_paid_out(village):
    bank = village.bank()
    _, card = village.saver()
    village.deposit(card, baht(500), bank=bank)

    with refused(village.book, CashTooLow, held=ZERO, asked=baht(100)):
        village.withdraw(card, baht(100))
    village.withdraw(card, baht(100), bank=bank)


def test_unknown_cards_and_banks_are_refused(village):
    _, card = village.saver(baht(500))

    with refused(village.book, UnknownCard, card=99):
        village.withdraw(99, baht(1))
    with refused(village.book, UnknownBank, bank="KTB"):
        village.withdraw(card, baht(1), bank="KTB")


def test_an_amount_on_hold_stays(village):
    _, card = village.saver(baht(500))
    hold = village.run(PlaceHold(card=card, amount=baht(400), on=START, reason="ค้ำประกันเงินกู้")).made[
        "hold"
    ]

    with refused(
        village.book, OnHold, card=card, held=baht(500), on_hold=baht(400), asked=baht(101)
    ):
        village.withdraw(card, baht(101))
    village.withdraw(card, baht(100))
    village.run(ReleaseHold(hold=hold, on=TODAY))
    village.withdraw(card, baht(400))
    assert village.held(card) == ZERO


def test_a_hold_has_an_amount_a_reason_and_one_end(village):
    _, card = village.saver(baht(500))

    with refused(village.book, AmountNotPositive):
        village.run(PlaceHold(card=card, amount=ZERO, on=START, reason="x"))
    with refused(village.book, ReasonMissing, field="reason"):
        village.run(PlaceHold(card=card, amount=baht(1), on=START, reason=""))
    with refused(village.book, UnknownCard, card=77):
        village.run(PlaceHold(card=77, amount=baht(1), on=START, reason="x"))
    with refused(village.book, UnknownHold, hold=1):
        village.run(ReleaseHold(hold=1, on=TODAY))
    village.run(PlaceHold(card=card, amount=baht(1), on=START, reason="x"))
    with refused(village.book, ReleasedBeforeHeld, hold=1, held_on=START, day=START - DAY):
        village.run(ReleaseHold(hold=1, on=START - DAY))
    village.run(ReleaseHold(hold=1, on=TODAY))
    with refused(village.book, HoldReleased, hold=1):
        village.run(ReleaseHold(hold=1, on=TODAY))


def test_the_minimum_of_a_product_stays_unless_all_is_taken(village):
    village.product("YOUTH", minimum_balance=baht(100))
    number, _ = village.member()
    card = village.savings(number, "YOUTH")
    village.deposit(card, baht(300))

    with refused(village.book, BelowMinimum, card=card, minimum=baht(100), left=baht(99, 99)):
        village.withdraw(card, baht(200, 1))
    village.withdraw(card, baht(200))
    village.withdraw(card, baht(100))
    assert village.held(card) == ZERO


def test_a_fixed_deposit_is_paid_from_its_day_on(village):
    village.product("FIXED1", account="21030", term_months=1)
    number, _ = village.member()
    card = village.savings(number, "FIXED1", on=date(2026, 1, 31))
    village.deposit(card, baht(1_000), on=date(2026, 1, 31))

    with refused(village.book, NotMatured, card=card, matures_on=date(2026, 2, 28)):
        village.withdraw(card, baht(1_000), on=date(2026, 2, 27))
    village.withdraw(card, baht(1_000), on=date(2026, 2, 28))


def test_contributions_are_not_given_back(village):
    village.product("WELFARE", nature=Nature.CONTRIBUTION, account="23110")
    number, _ = village.member()
    card = village.savings(number, "WELFARE")

    with refused(village.book, NotRefundable, product="WELFARE"):
        village.withdraw(card, baht(1))


def test_money_leaves_a_share_card_only_as_shares(village):
    _, cards = village.member()

    with refused(village.book, CardWrong, card=cards["SHARES"]):
        village.withdraw(cards["SHARES"], baht(10))


def test_a_bank_account_is_no_savings_account(village):
    village.bank()

    with refused(village.book, CardWrong, card=1):
        village.withdraw(1, baht(10))


def test_who_left_or_has_not_joined_withdraws_nothing(village):
    joined = date(2026, 2, 1)
    number, _ = village.member(on=joined)
    card = village.savings(number, on=joined)
    village.deposit(card, baht(50), on=joined)

    with refused(village.book, NotYetMember, member=number):
        village.withdraw(card, baht(50), on=joined - DAY)
    village.withdraw(card, baht(50))
    village.run(EndMembership(member=number, on=TODAY, why=Leaving.RESIGNED))
    with refused(village.book, MemberLeft, member=number, why="resigned"):
        village.withdraw(card, baht(50))


def test_products_have_one_code_and_change_only_when_asked(village):
    with refused(village.book, ProductExists, product="SAVINGS"):
        village.product("SAVINGS")
    village.product("SAVINGS", account="21010", change=True, minimum_balance=baht(50))

    assert village.rows(
        "SELECT minimum_balance FROM savings_products WHERE code = 'SAVINGS' ORDER BY act"
    ) == [(0,), (5_000,)]


def test_accounts_are_opened_for_members_under_open_products(village):
    number, _ = village.member(on=TODAY)
    village.product("OLD", closed=True)

    with refused(village.book, ProductClosed, product="OLD"):
        village.savings(number, "OLD", on=TODAY)
    with refused(village.book, UnknownProduct, product="NONE"):
        village.savings(number, "NONE", on=TODAY)
    with refused(village.book, UnknownMember, member="0099"):
        village.savings("0099", on=TODAY)
    with refused(village.book, NotYetMember):
        village.run(OpenSavings(member=number, product="SAVINGS", on=START))


def test_rates_belong_to_products_and_are_kept_with_their_day(village):
    with refused(village.book, UnknownProduct, product="NONE"):
        village.run(SetSavingsRate(product="NONE", from_day=START, rate=Fraction(1, 50)))
    village.run(SetSavingsRate(product="SAVINGS", from_day=START, rate=Fraction(1, 80)))

    assert village.rows("SELECT from_day, rate FROM savings_rates ORDER BY from_day") == [
        ("1900-01-01", "1"),
        (START.isoformat(), "1.25"),
    ]


def test_the_rate_of_days_whose_interest_is_booked_stays(village):
    """Else the history of rates would no longer explain what was credited."""
    village.saver(baht(1_000))
    village.run(PostSavingsInterest(product="SAVINGS", through=TODAY - DAY))

    for day in (START, TODAY - DAY):
        with refused(village.book, InterestPosted, product="SAVINGS", through=TODAY - DAY):
            village.run(SetSavingsRate(product="SAVINGS", from_day=day, rate=Fraction(9, 100)))
    village.run(SetSavingsRate(product="SAVINGS", from_day=TODAY, rate=Fraction(9, 100)))


def test_nothing_was_promised_before_the_account_was_there_nor_on_a_bank_account(village):
    _, cards = village.member()
    village.bank()
    bank = village.one("SELECT card FROM bank_accounts")

    with refused(village.book, PromiseBeforeCard, card=cards["PROMISE"], month="2025-12"):
        village.run(SetPromise(card=cards["PROMISE"], amount=baht(1), from_month=Month(2025, 12)))
    with refused(village.book, CardWrong, card=bank):
        village.run(SetPromise(card=bank, amount=baht(1), from_month=Month(2026, 3)))
    village.run(SetPromise(card=cards["SHARES"], amount=baht(50), from_month=Month(2026, 1)))


def test_a_promise_is_kept_per_month_and_is_not_below_zero(village):
    _, cards = village.member()

    with refused(village.book, UnknownCard, card=99):
        village.run(SetPromise(card=99, amount=baht(100), from_month=Month(2026, 1)))
    with refused(village.book, AmountNotPositive, field="amount", amount=-baht(1)):
        village.run(SetPromise(card=cards["PROMISE"], amount=-baht(1), from_month=Month(2026, 1)))
    village.run(SetPromise(card=cards["PROMISE"], amount=baht(100), from_month=Month(2026, 1)))
    village.run(SetPromise(card=cards["PROMISE"], amount=ZERO, from_month=Month(2026, 3)))

    assert village.rows("SELECT from_month, amount FROM promises ORDER BY from_month") == [
        ("2026-01", 10_000),
        ("2026-03", 0),
    ]


def test_a_transfer_moves_money_between_cards_of_one_member(village):
    number, card = village.saver(baht(500))
    village.product("HOUSE", account="21060")
    other = village.savings(number, "HOUSE")

    made = village.run(TransferSavings(source=card, target=other, amount=baht(200), on=TODAY))

    assert (village.held(card), village.held(other)) == (baht(300), baht(200))
    assert village.balance("11010") == baht(500)
    assert made.vouchers == ("JV2569/000001",)


def test_a_transfer_between_strangers_or_to_itself_is_refused(village):
    _, card = village.saver(baht(500))
    _, other = village.saver()

    with refused(village.book, NotTheSameMember, source=card, target=other):
        village.run(TransferSavings(source=card, target=other, amount=baht(1), on=TODAY))
    with refused(village.book, NothingToDo, what="target"):
        village.run(TransferSavings(source=card, target=card, amount=baht(1), on=TODAY))


def test_a_transfer_goes_to_a_savings_account_within_what_is_held(village):
    number, card = village.saver(baht(500))
    shares = village.one("SELECT number FROM cards WHERE kind = 'share'")
    other = village.savings(number)

    with refused(village.book, CardWrong, card=shares):
        village.run(TransferSavings(source=card, target=shares, amount=baht(10), on=TODAY))
    with refused(village.book, BalanceTooLow, card=card, held=baht(500), asked=baht(501)):
        village.run(TransferSavings(source=card, target=other, amount=baht(501), on=TODAY))
    with refused(village.book, AmountNotPositive):
        village.run(TransferSavings(source=card, target=other, amount=ZERO, on=TODAY))


def test_an_emptied_account_waits_for_the_interest_it_earned(village):
    """1,000 baht at 1 % for 77 days (1 January to 18 March) earn 2.11 baht (domain.md 2.6)."""
    village.saver(baht(10), on=TODAY)
    _, card = village.saver(baht(1_000))
    village.withdraw(card, baht(1_000), on=TODAY - DAY)

    with refused(village.book, InterestWaiting, card=card, product="SAVINGS", interest=baht(2, 11)):
        village.run(CloseCard(card=card, on=TODAY))
    village.run(PostSavingsInterest(product="SAVINGS", through=TODAY - DAY))
    assert village.held(card) == baht(2, 11)
    village.withdraw(card, baht(2, 11), on=TODAY)

    village.run(CloseCard(card=card, on=TODAY))


def test_a_card_is_closed_empty_and_takes_no_more_entries(village):
    _, card = village.saver(baht(5))

    with refused(village.book, CardHolds, card=card, held=baht(5)):
        village.run(CloseCard(card=card, on=TODAY))
    village.withdraw(card, baht(5), on=TODAY - DAY)
    village.run(CloseCard(card=card, on=TODAY - DAY, forfeit=True))

    with refused(village.book, CardClosed, card=card, closed_on=TODAY - DAY):
        village.deposit(card, baht(5))
    with refused(village.book, CardClosed, card=card):
        village.deposit(card, baht(5), on=TODAY - 2 * DAY)
    with refused(village.book, CardClosed, card=card):
        village.run(CloseCard(card=card, on=TODAY))
