"""A cycle ends: everything is paid out in proportion, and every account comes to nothing."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.accounts import BookKind
from ledger.domain.money import ZERO, Money, Rounding, baht, total
from ledger.domain.refusals import NothingToDo, ReasonMissing
from ledger.domain.refusals.sharing_out import MovedAfterwards, StillHeld, UnknownShareOut
from ledger.domain.surplus import AllocationExceedsSurplus
from ledger.queries.integrity import audit
from ledger.queries.share_outs import share_outs
from ledger.queries.trial_balance import trial_balance
from ledger.usecases.sharing_out import ShareOut, parts_of
from ledger.usecases.vouching import MoveMoney, PayExpense, ReceiveIncome
from reports.document import Printed
from reports.documents import PAPERS, made
from reports.render.text import render_text
from reports.words.voice import Language, Voice
from tests.queries.small_book import THAI_TIME
from tests.support.books import TODAY, found_village
from tests.support.lending import lent, with_types
from tests.support.refused import refused

LANGUAGES: tuple[Language, ...] = ("th", "en")
PRINTED = Printed("สมใจ", datetime(2026, 3, 20, 19, 5, tzinfo=THAI_TIME))


@pytest.fixture
def village(tmp_path):
    """Three savers with 1,000, 500 and 500; the group made 100.00 less 0.01."""
    made = found_village(tmp_path, kind=BookKind.SAVINGS_GROUP)
    with made.book:
        for amount in (1_000, 500, 500):
            made.saver(baht(amount), on=date(2026, 1, 5))
        income(made, baht(100))
        made.run(PayExpense(account="53020", amount=Money(1), on=TODAY, payee="ร้าน", purpose="ทอน"))
        yield made


def income(village, amount):
    village.run(
        ReceiveIncome(account="46020", amount=amount, on=TODAY, payee="วัด", purpose="บริจาค")
    )


def out(village, **more):
    fields = {"on": TODAY, "resolution": "มติสิ้นรอบ", **more}
    return village.run(ShareOut(**fields)).made


def paid(village):
    return [row.paid for row in village.book.ask(share_outs).rows[-1].members]


def test_everything_is_paid_out_to_the_satang_and_every_account_comes_to_nothing(village):
    """99.99 over 1,000 : 500 : 500 is 49.995 : 24.9975 : 24.9975; the satang over goes first."""
    trial = village.run(ShareOut(on=TODAY, resolution="มติ"), rehearse=True).made
    made = out(village)

    assert made == trial
    assert (made["gain"], made["residue"], made["paid"]) == ("99.99", "0.00", "2099.99")
    assert total(paid(village)) == baht(2_099, 99)
    assert paid(village)[0] in (baht(1_049, 99), baht(1_050))
    assert village.book.ask(trial_balance).rows == ()
    assert village.one("SELECT COUNT(*) FROM vouchers WHERE kind = 'payment'") == 4
    assert village.book.ask(audit).findings == ()
    with refused(village.book, NothingToDo):
        out(village)


def test_every_member_signs_for_her_part_on_one_list(village):
    out(village)
    said = {
        language: render_text(
            made(PAPERS["share-out"], village.book.ask, {"number": 1}, Voice(language), PRINTED),
            Voice(language),
        )
        for language in LANGUAGES
    }

    (row,) = village.book.ask(share_outs, number=1).rows
    for text in said.values():
        assert all(f"{one.member} " in text for one in row.members)
        assert "2,099.99" in text
    assert "แบ่งเงินสิ้นรอบ" in said["th"]
    assert "two thousand ninety-nine baht and ninety-nine satang" in said["en"]
    with refused(village.book, UnknownShareOut, number=2):
        village.book.ask(share_outs, number=2)


def test_before_the_first_cycle_ended_the_list_says_so(village):
    paper = made(PAPERS["share-out"], village.book.ask, {}, Voice("en"), PRINTED)

    assert "No cycle was shared out yet." in render_text(paper, Voice("en"))


def test_parts_in_quarters_leave_the_residue_in_the_reserve_for_the_next_cycle(village):
    made = out(village, rounding=Rounding.QUARTER_DOWN)

    assert made["residue"] == "0.74"
    assert paid(village) == [baht(1_049, 75), baht(524, 75), baht(524, 75)]
    rows = village.book.ask(trial_balance).rows
    assert {row.account: row.balance for row in rows} == {
        "11010": baht(0, 74),
        "34100": -baht(0, 74),
    }


def test_a_loss_is_borne_in_proportion(village):
    village.run(
        PayExpense(account="53020", amount=baht(299, 99), on=TODAY, payee="ร้าน", purpose="ซ่อม")
    )
    made = out(village)

    assert made["gain"] == "-200.00"
    assert paid(village) == [baht(900), baht(450), baht(450)]
    assert village.book.ask(trial_balance).rows == ()


def test_money_in_a_bank_a_loan_or_a_debt_comes_first(village):
    bank = village.bank()
    village.run(MoveMoney(amount=baht(50), on=TODAY, target=bank))
    with refused(village.book, StillHeld, account="12200", amount=baht(50)):
        out(village)
    with refused(village.book, StillHeld, account="11010"):
        out(village, bank=bank)
    village.run(MoveMoney(amount=baht(2_049, 99), on=TODAY, target=bank))
    with refused(village.book, MovedAfterwards):
        out(village, on=date(2026, 3, 19), bank=bank)
    with refused(village.book, ReasonMissing):
        out(village, resolution=" ", bank=bank)
    out(village, bank=bank)
    assert village.book.ask(trial_balance).rows == ()


def test_a_loan_that_is_still_out_stops_the_share_out(tmp_path):
    village = found_village(tmp_path)
    with village.book:
        lent(with_types(village))
        village.saver(baht(10))
        with refused(village.book, StillHeld):
            out(village)


def test_parts_rounded_up_beyond_the_gain_are_refused(village):
    with refused(village.book, AllocationExceedsSurplus):
        out(village, rounding=Rounding.QUARTER_UP)


@given(
    gain=st.integers(-10_000, 10**9),
    holdings=st.lists(st.integers(1, 10**8), min_size=1, max_size=30),
)
def test_whatever_was_made_the_parts_add_up_and_none_is_off_by_a_satang(gain, holdings):
    held = [Money(one) for one in holdings]
    gain = max(gain, -sum(holdings))
    parts = parts_of(Money(gain), held, None)

    assert total(parts) == Money(gain)
    whole = sum(holdings)
    for part, holding in zip(parts, holdings, strict=True):
        assert abs(part.satang * whole - gain * holding) < whole
        assert holding + part.satang >= 0
    if gain >= 0:
        rounded = parts_of(Money(gain), held, Rounding.QUARTER_DOWN)
        assert ZERO <= total(rounded) <= Money(gain)
        assert all(part.satang % 25 == 0 for part in rounded)
