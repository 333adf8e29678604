"""The auditor's desk: questions at entries, the follow-up table, confirmed balances, samples."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.auditing import Confirmed, QuestionState
from ledger.domain.days import Month
from ledger.domain.money import baht
from ledger.domain.refusals import FutureDay, ReasonMissing, UnknownEntry, UnknownMember
from ledger.domain.refusals.auditing import (
    AuditQuestionSettled,
    CardOfNoMember,
    InspectionSettled,
    StatedAmountWrong,
    UnknownAuditQuestion,
    UnknownInspection,
)
from ledger.queries.audit_desk import audit_questions, confirmations, follow_up
from ledger.queries.samples import Sampled, sample
from ledger.usecases.auditing import (
    AnswerAuditQuestion,
    AskAuditQuestion,
    FollowInspection,
    RecordConfirmation,
    RecordInspection,
    SettleAuditQuestion,
)
from ledger.usecases.reversing import ReverseEntry
from tests.support.books import START, TODAY
from tests.support.refused import refused

LATER = date(2027, 1, 1)


def asked(village, **named):
    command = AskAuditQuestion(**{"text": "ใครรับเงิน", "on": TODAY, **named})
    return int(str(village.run(command).made["question"]))


def questions(village, **named):
    return village.book.ask(audit_questions, **named)


def test_a_question_at_an_entry_is_answered_and_settled(village):
    village.saver(baht(100))
    number = asked(village, entry=1)
    assert questions(village).open == 1

    village.run(AnswerAuditQuestion(question=number, text="เหรัญญิก", on=TODAY))
    village.run(SettleAuditQuestion(question=number, text="เรียบร้อย", on=TODAY))

    (row,) = questions(village, entry=1).rows
    assert row.state is QuestionState.SETTLED
    assert [(one.text, one.settles) for one in row.answers] == [
        ("เหรัญญิก", False),
        ("เรียบร้อย", True),
    ]
    assert questions(village, state=QuestionState.OPEN).rows == ()


def test_a_settled_question_takes_no_more_answers(village):
    number = asked(village)
    village.run(SettleAuditQuestion(question=number, text="ไม่ต้อง", on=TODAY))

    with refused(village.book, AuditQuestionSettled, question=number):
        village.run(AnswerAuditQuestion(question=number, text="ช้าไป", on=TODAY))


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ({"text": "  "}, ReasonMissing),
        ({"entry": 99}, UnknownEntry),
        ({"member": "0099"}, UnknownMember),
        ({"on": LATER}, FutureDay),
    ],
    ids=["no text", "no such entry", "nobody", "tomorrow"],
)
def test_a_question_that_points_nowhere_is_refused(village, named, why):
    with refused(village.book, why):
        asked(village, **named)


def test_an_answer_needs_its_question(village):
    with refused(village.book, UnknownAuditQuestion, question=7):
        village.run(AnswerAuditQuestion(question=7, text="ครับ", on=TODAY))


JANUARY = Month(2026, 1)


def found(village, month=JANUARY, topic="เงินสด"):
    command = RecordInspection(month=month, topic=topic, found="นับไม่ครบ", recommendation="นับใหม่")
    return int(str(village.run(command).made["inspection"]))


def test_a_finding_stands_in_the_table_until_the_month_in_which_it_was_settled(village):
    number = found(village)
    village.run(FollowInspection(inspection=number, result="กำลังทำ", on=date(2026, 2, 5)))
    village.run(
        FollowInspection(inspection=number, result="ครบแล้ว", on=date(2026, 3, 5), settled=True)
    )

    standing = {
        month: [one.result for one in village.book.ask(follow_up, month=Month(2026, month)).rows]
        for month in (1, 2, 3, 4)
    }

    assert standing == {1: ["ครบแล้ว"], 2: ["ครบแล้ว"], 3: ["ครบแล้ว"], 4: []}
    with refused(village.book, InspectionSettled, inspection=number):
        village.run(FollowInspection(inspection=number, result="อีก", on=TODAY))


def test_a_finding_of_a_later_month_does_not_stand_in_an_earlier_one(village):
    found(village, Month(2026, 2))

    assert village.book.ask(follow_up, month=Month(2026, 1)).rows == ()
    assert village.book.ask(follow_up, month=Month(2026, 3)).open == 1


def test_a_follow_up_needs_its_finding(village):
    with refused(village.book, UnknownInspection, inspection=3):
        village.run(FollowInspection(inspection=3, result="ไม่มี", on=TODAY))


def confirm(village, card, outcome, stated=None):
    return village.run(RecordConfirmation(card=card, at=TODAY, outcome=outcome, stated=stated))


def test_replies_to_slips_are_counted_with_what_they_cover(village):
    _, first = village.saver(baht(300))
    _, second = village.saver(baht(100))
    _, third = village.saver(baht(600))
    confirm(village, first, Confirmed.AGREED)
    confirm(village, second, Confirmed.DISAGREED, baht(120))
    confirm(village, third, Confirmed.NO_REPLY)

    told = village.book.ask(confirmations, at=TODAY)

    assert (told.agreed, told.disagreed, told.no_reply, told.not_found) == (1, 1, 1, 0)
    assert told.difference == baht(20)
    assert told.coverage_value == Fraction(400, 1000)
    assert told.coverage_cards == Fraction(2, 3)


def test_the_balance_that_was_confirmed_stays_what_stood_on_the_slip(village):
    _, card = village.saver(baht(300))
    confirm(village, card, Confirmed.AGREED)
    village.deposit(card, baht(50))

    booked = village.one("SELECT booked FROM confirmations WHERE card = ?", (card,))

    assert booked == 30_000


@pytest.mark.parametrize(
    ("outcome", "stated"),
    [
        (Confirmed.AGREED, baht(299)),
        (Confirmed.DISAGREED, None),
        (Confirmed.DISAGREED, baht(300)),
        (Confirmed.NO_REPLY, baht(1)),
    ],
)
def test_another_amount_is_stated_exactly_when_the_member_disagrees(village, outcome, stated):
    _, card = village.saver(baht(300))

    with refused(village.book, StatedAmountWrong, card=card):
        confirm(village, card, outcome, stated)


def test_nobody_confirms_the_card_of_a_bank(village):
    village.bank()
    card = village.one("SELECT card FROM bank_accounts")

    with refused(village.book, CardOfNoMember, card=card):
        confirm(village, card, Confirmed.AGREED)


def drawn(village, **named):
    named = {"kind": Sampled.ENTRIES, "count": 2, "seed": "2569", "until": TODAY, **named}
    return village.book.ask(sample, **named)


def test_the_same_seed_draws_the_same_and_another_seed_others(village):
    for _ in range(12):
        village.saver(baht(100))

    first = drawn(village, count=4)
    others = {drawn(village, count=4, seed=str(seed)).rows for seed in range(6)}

    assert drawn(village, count=4) == first
    assert len(others) > 1
    assert (first.population, first.value, first.sampled_value) == (12, baht(1_200), baht(400))
    assert first.value_share == Fraction(1, 3)


def test_what_was_drawn_stays_drawn_when_more_is_booked(village):
    for _ in range(5):
        village.saver(baht(100))
    before = {one.key for one in drawn(village, count=5).rows}
    village.saver(baht(100))

    after = {one.key for one in drawn(village, count=5).rows}

    assert len(before & after) >= 4


def test_members_are_drawn_from_all_there_are_on_the_day_and_not_from_the_newest(village):
    member, card = village.saver(baht(100), on=START)
    village.deposit(card, baht(50), on=TODAY)

    named = {"kind": Sampled.MEMBERS, "since": TODAY}
    now, before = drawn(village, **named), drawn(village, **named, until=TODAY - timedelta(days=1))

    assert [(one.key, one.amount) for one in now.rows] == [(member, baht(150))]
    assert before.value == baht(100)
    assert drawn(village, **named, until=START - timedelta(days=1)).population == 0


@given(st.integers(-3, 9))
def test_a_sample_is_never_larger_than_what_is_there(sampled_book, count):
    told = sampled_book.book.ask(sample, kind=Sampled.RECEIPTS, count=count, seed="x", until=TODAY)

    assert len(told.rows) == min(max(count, 0), told.population)


@pytest.fixture(scope="module")
def sampled_book(tmp_path_factory):
    from tests.support.books import found_village

    made = found_village(tmp_path_factory.mktemp("sampled"))
    for _ in range(4):
        made.saver(baht(50))
    with made.book:
        yield made


@pytest.mark.parametrize("kind", list(Sampled))
def test_everything_that_can_be_sampled_is(village, kind):
    village.saver(baht(100))

    assert drawn(village, kind=kind, count=10).kind is kind


def test_a_reversed_entry_can_still_be_asked_about(village):
    village.saver(baht(100))
    village.run(ReverseEntry(entry=1, on=TODAY, reason="ผิดคน"))

    assert asked(village, entry=1) == 1
