"""The open book as the screens see it."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.session import Session
from desktop.session.preferences import place_of
from desktop.session.second_person import SecondPerson
from desktop.tasks import InlineTasks, Tasks
from ledger.book.signing import signing_key_for
from ledger.domain.days import Month
from ledger.domain.money import baht
from ledger.domain.people import UserRole
from ledger.domain.refusals import BalanceTooLow, UnknownMember
from ledger.queries.position import member_position
from ledger.usecases.closing import CloseMonth
from ledger.usecases.members import OpenZone
from ledger.usecases.saving import Withdraw
from ledger.usecases.user_keeping import NameUsers, NewUser
from ledger.usecases.visiting import Deposit
from tests.desktop.stopping import stopped_at
from tests.support.books import TODAY
from tests.support.quick_keys import quick_guesses

HERS = "ต้นตาลเจ็ดต้นริมคลอง"


def savings_of(opened, member="0001"):
    cards = opened.session.ask(member_position, member=member, at=TODAY).cards
    return next(card.card for card in cards if card.product == "SAVINGS")


def test_everybody_hears_which_tables_a_command_wrote(opened):
    heard: list[Any] = []
    opened.session.changed.connect(heard.append)

    opened.session.run(OpenZone(code="9", name="โซน 9"))

    assert heard == [frozenset({"zones"})]


def test_a_rehearsal_tells_nobody_and_leaves_the_book_as_it_was(opened):
    heard: list[Any] = []
    opened.session.changed.connect(heard.append)
    card = savings_of(opened)

    outcome = opened.session.rehearse(Deposit(card=card, amount=baht(70), on=TODAY))

    assert outcome.rehearsed
    assert outcome.receipts == ("R2569/000003",)
    assert opened.village.held(card) == baht(0)
    assert heard == []


def test_an_attempt_that_is_refused_is_told_to_the_window(opened):
    refused: list[Any] = []
    opened.session.refused.connect(refused.append)

    outcome = opened.session.attempt(Withdraw(card=savings_of(opened), amount=baht(5), on=TODAY))

    assert outcome is None
    assert [type(one) for one in refused] == [BalanceTooLow]


def test_a_command_that_is_run_raises_its_refusal_to_the_form(opened):
    with pytest.raises(BalanceTooLow):
        opened.session.run(Withdraw(card=savings_of(opened), amount=baht(5), on=TODAY))


def test_the_same_form_books_once_however_often_it_comes(opened):
    card = savings_of(opened)
    command, form = Deposit(card=card, amount=baht(70), on=TODAY), opened.session.command_id()

    opened.session.run(command, command_id=form)
    again = opened.session.run(command, command_id=form)

    assert again.repeated
    assert opened.village.held(card) == baht(70)


def test_two_forms_have_two_ids(opened):
    assert opened.session.command_id() != opened.session.command_id()


def test_what_is_kept_on_the_desk_is_found_again_and_can_be_dropped(opened):
    place = place_of("สมใจ")

    opened.session.save_drafts(place, [("language", "en"), ("percent", "150")])
    opened.session.save_drafts(place, [("percent", "")])

    assert opened.session.drafts(place) == {"language": "en"}
    opened.session.drop_drafts(place)
    assert opened.session.drafts(place) == {}


def test_drafts_are_no_act(opened):
    acts = opened.village.one("SELECT COUNT(*) FROM acts")

    opened.session.save_drafts("anywhere", [("a", "b")])

    assert opened.village.one("SELECT COUNT(*) FROM acts") == acts


def test_long_work_brings_its_answer_home(opened):
    answers: list[Any] = []

    opened.session.work(lambda work: work.step(1, 2) or "done", then=answers.append)

    assert answers == ["done"]


def test_work_that_refuses_is_told_to_whoever_asked_or_to_the_window(opened):
    told: list[Any] = []
    window: list[Any] = []
    opened.session.refused.connect(window.append)

    def call(_work):
        return opened.session.ask(member_position, member="9999")

    opened.session.work(call, then=told.append, failed=told.append)
    opened.session.work(call, then=told.append)

    assert [type(one) for one in told] == [UnknownMember]
    assert [type(one) for one in window] == [UnknownMember]


def test_work_that_fails_in_an_unknown_way_is_not_swallowed(opened):
    def call(_work):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        opened.session.work(call, then=lambda _answer: None)


def test_work_in_a_thread_says_that_it_began_and_that_it_ended(qtbot, opened):
    tasks = Tasks()
    session = Session(opened.village.book, tasks)
    told: list[Any] = []
    session.began.connect(lambda job: told.append(("began", job.alone)))
    session.ended.connect(lambda: told.append("ended"))

    session.work(lambda _work: 7, says=lambda _voice: "…", then=told.append, alone=True)
    qtbot.waitUntil(lambda: 7 in told)
    tasks.wind_up()

    assert told == [("began", True), "ended", 7]


def test_work_that_was_over_at_once_was_never_on_its_way(opened):
    began: list[Any] = []
    session = Session(opened.village.book, InlineTasks())
    session.began.connect(began.append)

    session.work(lambda _work: 7, says=lambda _voice: "…", then=lambda _answer: None)

    assert began == []


def test_long_work_that_was_stopped_booked_nothing_and_tells_so(opened, monkeypatch):
    session = opened.session
    heard: list[Any] = []
    stopped: list[bool] = []
    before = session.newest_act()

    def run():
        session.run_long(
            OpenZone(code="9", name="โซน 9"),
            then=heard.append,
            stopped=lambda: stopped.append(True),
            says=lambda voice: voice.tr("Members"),
        )

    with stopped_at(session, monkeypatch):
        run()
    assert (heard, stopped, session.newest_act()) == ([], [True], before)
    assert not session.busy

    run()
    assert session.newest_act() == before + 1


def test_a_long_command_asks_for_the_signing_key_and_runs_again(opened):
    session = opened.session
    asked: list[int] = []
    refused: list[Any] = []
    roles = (UserRole.ADMINISTRATOR, UserRole.TREASURER)

    def close():
        session.run_long(
            CloseMonth(month=Month(2026, 1)),
            then=lambda outcome: asked.append(outcome.act),
            failed=refused.append,
            says=lambda voice: voice.tr("Close the month"),
        )

    with quick_guesses():
        session.run(NameUsers(users=(NewUser(name="แดง", roles=roles),)))
        session.change_user("แดง")
        session.run(signing_key_for("แดง", HERS))
        close()
        assert [one.name for one in refused] == ["SignatureMissing"]
        session.second_person = SecondPerson(lambda _: HERS)
        close()

    assert asked == [session.newest_act()]
