"""Shares: whole shares, one fifth of all, and giving back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.domain.money import ZERO, baht
from ledger.domain.refusals import (
    AmountNotPositive,
    BalanceTooLow,
    CardWrong,
    CashTooLow,
    NotWholeShares,
    OneFifthExceeded,
    ProductClosed,
    ProductExists,
    SharesNotReturnable,
    UnknownAccount,
    UnknownCard,
    UnknownMember,
    UnknownProduct,
)
from ledger.usecases.sharing import DefineShareType, OpenShares, ReturnShares
from ledger.usecases.vouching import MoveMoney
from tests.support.books import TODAY, found_village
from tests.support.refused import refused


def a_holder(village, shares=None):
    _, cards = village.member()
    if shares is not None:
        village.buy(cards["SHARES"], shares)
    return cards["SHARES"]


def lift_the_fifth(village, *, lifted):
    rules: dict[str, Any] = {"par": baht(10), "account": "31010", "name_th": "ค่าหุ้น", "change": True}
    village.run(DefineShareType(code="SHARES", one_fifth=not lifted, **rules))


def test_shares_are_bought_whole(village):
    card = a_holder(village)

    with refused(village.book, NotWholeShares, amount=baht(15), par=baht(10)):
        village.buy(card, baht(15))
    village.buy(card, baht(20))
    assert village.held(card) == baht(20)
    assert village.balance("31010") == -baht(20)


def test_shares_go_on_a_share_card(village):
    _, savings = village.saver()
    shares = a_holder(village)

    with refused(village.book, CardWrong, card=savings):
        village.buy(savings, baht(10))
    with refused(village.book, CardWrong, card=shares):
        village.deposit(shares, baht(10))


def test_nobody_holds_more_than_a_fifth_of_all_shares(village):
    cards = [a_holder(village, baht(100)) for _ in range(5)]

    # 500 baht of five holders: with 20 more one of them holds 120 of 520, and a fifth is 104. The
    # others hold 400, and 100 of 500 is a fifth: that is the most she may hold.
    with refused(village.book, OneFifthExceeded, member="0001", limit=baht(100), asked=baht(120)):
        village.buy(cards[0], baht(20))
    newcomer = a_holder(village)
    # A sixth holder may buy 120: a fifth of 500 + 120 is 124. Of 125 only whole shares are bought.
    with refused(village.book, OneFifthExceeded, member="0006", limit=baht(120), asked=baht(130)):
        village.buy(newcomer, baht(130))
    village.buy(newcomer, baht(120))
    with refused(village.book, OneFifthExceeded, member="0006", limit=baht(120), asked=baht(130)):
        village.buy(newcomer, baht(10))


@settings(max_examples=20)
@given(held=st.lists(st.integers(1, 40), min_size=5, max_size=7), more=st.integers(1, 60))
def test_the_limit_that_is_named_is_taken_and_a_share_more_is_not(tmp_path_factory, held, more):
    village = found_village(tmp_path_factory.mktemp("fifth"))
    lift_the_fifth(village, lifted=True)
    first, *_ = [a_holder(village, baht(10 * count)) for count in sorted(held)]
    lift_the_fifth(village, lifted=False)
    try:
        village.buy(first, baht(10 * more))
    except OneFifthExceeded as refusal:
        room = refusal.limit - village.held(first)
        assert room >= ZERO
        if room > ZERO:
            village.buy(first, room)
        with pytest.raises(OneFifthExceeded):
            village.buy(first, baht(10))
    village.book.close()


def test_exactly_a_fifth_may_be_held(village):
    for _ in range(4):
        a_holder(village, baht(100))
    last = a_holder(village, baht(90))

    village.buy(last, baht(10))

    assert (village.held(last), village.balance("31010")) == (baht(100), -baht(500))
    with refused(village.book, OneFifthExceeded, limit=baht(100), asked=baht(110)):
        village.buy(last, baht(10))


def test_the_limit_holds_from_the_fifth_holder_on_and_can_be_lifted(village):
    cards = [a_holder(village, baht(10)) for _ in range(4)]
    village.buy(cards[0], baht(1_000))
    a_holder(village, baht(10))
    with refused(village.book, OneFifthExceeded):
        village.buy(cards[0], baht(10))

    lift_the_fifth(village, lifted=True)
    village.buy(cards[0], baht(10))


def test_ordinary_shares_are_given_back_only_on_leaving(village):
    card = a_holder(village, baht(100))

    with refused(village.book, SharesNotReturnable, product="SHARES"):
        village.run(ReturnShares(card=card, amount=baht(100), on=TODAY))
    made = village.run(ReturnShares(card=card, amount=baht(100), on=TODAY, leaving=True))
    assert village.held(card) == ZERO
    assert made.vouchers == ("PV2569/000001",)


def test_voluntary_shares_are_given_back_when_their_type_says_so(village):
    village.run(
        DefineShareType(
            code="EXTRA", name_th="หุ้นสมัครใจ", par=baht(50), account="31010", returnable=True
        )
    )
    _, cards = village.member()
    village.buy(cards["EXTRA"], baht(200))

    with refused(village.book, NotWholeShares, amount=baht(60), par=baht(50)):
        village.run(ReturnShares(card=cards["EXTRA"], amount=baht(60), on=TODAY))
    with refused(village.book, BalanceTooLow, held=baht(200), asked=baht(250)):
        village.run(ReturnShares(card=cards["EXTRA"], amount=baht(250), on=TODAY))
    with refused(village.book, AmountNotPositive):
        village.run(ReturnShares(card=cards["EXTRA"], amount=ZERO, on=TODAY))
    village.run(ReturnShares(card=cards["EXTRA"], amount=baht(150), on=TODAY))
    assert village.held(cards["EXTRA"]) == baht(50)


def test_shares_are_paid_out_of_cash_that_is_there(village):
    bank = village.bank()
    card = a_holder(village, baht(100))
    _, other = village.saver(baht(10))
    village.withdraw(other, baht(10))

    with refused(village.book, CardWrong):
        village.run(ReturnShares(card=other, amount=baht(10), on=TODAY, leaving=True))
    with refused(village.book, UnknownCard, card=99):
        village.run(ReturnShares(card=99, amount=baht(10), on=TODAY, leaving=True))
    village.run(MoveMoney(amount=baht(100), on=TODAY, target=bank))
    with refused(village.book, CashTooLow, held=ZERO, asked=baht(100)):
        village.run(ReturnShares(card=card, amount=baht(100), on=TODAY, leaving=True))
    village.run(ReturnShares(card=card, amount=baht(100), on=TODAY, leaving=True, bank=bank))


def test_share_types_have_one_code_a_par_value_and_an_account(village):
    rules: dict[str, Any] = {"name_th": "หุ้น", "account": "31010"}

    with refused(village.book, ProductExists, product="SHARES"):
        village.run(DefineShareType(code="SHARES", par=baht(10), **rules))
    with refused(village.book, AmountNotPositive, field="par"):
        village.run(DefineShareType(code="NEW", par=ZERO, **rules))
    with refused(village.book, UnknownAccount, account="99999"):
        village.run(DefineShareType(code="NEW", par=baht(10), name_th="หุ้น", account="99999"))


def test_share_cards_are_opened_for_members_under_open_types(village):
    number, _ = village.member()
    village.run(
        DefineShareType(code="OLD", name_th="หุ้นเก่า", par=baht(10), account="31010", closed=True)
    )

    with refused(village.book, ProductClosed, product="OLD"):
        village.run(OpenShares(member=number, product="OLD", on=TODAY))
    with refused(village.book, UnknownProduct, product="NONE"):
        village.run(OpenShares(member=number, product="NONE", on=TODAY))
    with refused(village.book, UnknownMember, member="0099"):
        village.run(OpenShares(member="0099", product="SHARES", on=TODAY))
