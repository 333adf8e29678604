"""What Home reminds of besides the month: lenders, auditor's questions, backups."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.home.asking import home
from desktop.home.state import TaskKind, TaskState, tasks
from desktop.home.words import state_text, task_text
from ledger.book import Book
from ledger.book.keyholding import give_key
from ledger.domain.money import ZERO, baht
from ledger.domain.people import UserRole
from ledger.queries.backups import BackupLight, BackupStanding
from ledger.queries.next_instalments import NextInstalment
from ledger.queries.sheet_looks import SheetLooks
from ledger.usecases.auditing import AskAuditQuestion
from ledger.usecases.user_keeping import LockUser, NameUsers, NewUser
from ledger.usecases.welfare_claiming import DecideWelfareClaim
from reports.words.voice import Voice
from tests.support.books import TODAY, founding
from tests.support.lending import borrowing, contract, pay_out, with_types
from tests.support.quick_keys import quick_guesses
from tests.support.welfare import with_claim, with_fund

EN = Voice("en")
WORDS = "four words nobody guesses"
DUE = NextInstalment(
    card=7,
    lender="พอช.",
    contract_number="12/2569",
    due=date(2026, 3, 31),
    days_left=11,
    principal=baht(5_000),
    interest=baht(1_000),
    total=baht(6_000),
    late=ZERO,
    balance=baht(300_000),
    collections=baht(6_500),
    members_late=ZERO,
    covered=True,
)


@pytest.fixture
def facts(opened):
    return opened.session.ask(home, today=TODAY)


def only(facts, kind):
    return [one for one in tasks(facts) if one.kind is kind]


@pytest.mark.parametrize(
    ("row", "state", "text"),
    [
        (DUE, TaskState.TO_DO, "To do · 6,000.00 baht; collections cover it"),
        (replace(DUE, days_left=40), TaskState.DONE, "Done"),
        (
            replace(DUE, covered=False, collections=baht(4_000), late=baht(500)),
            TaskState.WARNING,
            "2,500.00 baht are missing",
        ),
    ],
)
def test_the_next_instalment_to_a_lender_and_whether_it_is_covered(facts, row, state, text):
    [task] = only(replace(facts, instalments=(row,)), TaskKind.LENDER)

    assert task.state is state
    assert task_text(task, EN) == "Instalment due 31 Mar 2569: พอช. 12/2569"
    assert text in state_text(task, EN)
    assert (task.area, task.key) == ("codi", 7)


def test_welfare_claims_wait_for_a_decision_then_for_their_payment(opened, facts):
    assert only(facts, TaskKind.DECIDE_CLAIMS) == only(facts, TaskKind.PAY_CLAIMS) == []
    with_fund(opened.village)
    with_claim(opened.village)

    [task] = only(opened.session.ask(home, today=TODAY), TaskKind.DECIDE_CLAIMS)
    assert (task.state, task.area, task.key) == (TaskState.TO_DO, "welfare", "claims")
    assert state_text(task, EN) == "To do · 1 claim, 400.00 baht"
    opened.session.run(
        DecideWelfareClaim(claim=1, on=TODAY, approved=True, resolution="มติ ๒", amount=baht(300))
    )

    found = opened.session.ask(home, today=TODAY)
    [task] = only(found, TaskKind.PAY_CLAIMS)
    assert only(found, TaskKind.DECIDE_CLAIMS) == []
    assert state_text(task, EN) == "To do · 1 claim, 300.00 baht"


def test_a_claim_that_fails_its_check_is_looked_at(opened):
    with_fund(opened.village)
    with_claim(opened.village, documents=())

    [task] = only(opened.session.ask(home, today=TODAY), TaskKind.DECIDE_CLAIMS)
    assert task.state is TaskState.WARNING


def test_questions_of_the_auditor_wait_until_they_are_answered(opened, facts):
    assert only(facts, TaskKind.QUESTIONS) == []

    opened.session.run(AskAuditQuestion(text="ใบเสร็จนี้อยู่ที่ไหน", entry=1, on=TODAY))

    [task] = only(opened.session.ask(home, today=TODAY), TaskKind.QUESTIONS)
    assert (task.state, task.count) == (TaskState.TO_DO, 1)
    assert state_text(task, EN) == "To do · 1 question"


@pytest.mark.parametrize(
    ("light", "days", "state", "text"),
    [
        (BackupLight.RED, None, TaskState.WARNING, "Look at it · no copy yet"),
        (BackupLight.AMBER, 9, TaskState.TO_DO, "To do · 9 days ago"),
        (BackupLight.GREEN, 1, TaskState.DONE, "Done · 1 day ago"),
    ],
)
def test_a_backup_is_asked_for_as_the_light_says(facts, light, days, state, text):
    standing = BackupStanding(TODAY, light, days, 0, (), ())
    [task] = only(replace(facts, backup=standing), TaskKind.BACKUP)

    assert task.state is state
    assert state_text(task, EN) == text


@pytest.mark.parametrize(
    ("network", "text"),
    [
        ("", "Look at it · the sheet was opened on 20 Mar 2569"),
        ("เครือข่ายสุรินทร์", "Look at it · เครือข่ายสุรินทร์ used its key on 20 Mar 2569"),
    ],
)
def test_a_key_that_others_saw_is_worth_a_new_one(facts, network, text):
    used = SheetLooks((), TODAY, missing=True, due=True, used=date(2026, 3, 20), by_network=network)
    told = replace(facts, sheet=used)
    [task] = only(told, TaskKind.NEW_KEY)
    assert (task.state, task.area, task.key) == (TaskState.WARNING, "setup_area", "keys")
    assert task_text(task, EN) == "Make a new key and a new recovery sheet"
    assert state_text(task, EN) == text
    assert not only(told, TaskKind.SHEET)


def test_a_key_of_somebody_locked_or_unknown_is_to_be_taken_away(tmp_path):
    with (
        quick_guesses(),
        Book.found(tmp_path / "b.satcha", founding(), user="malee", passphrase=WORDS) as book,
    ):
        roles = (UserRole.ADMINISTRATOR, UserRole.TREASURER)
        users = [NewUser(name=name, roles=roles) for name in ("malee", "somchai", "dao")]
        book.run(NameUsers(users=tuple(users)))
        for name in ("somchai", "dao", "pim"):
            give_key(book, name, "five other words for them")
        book.run(LockUser(user="somchai", locked=True, reason="ออกจากคณะกรรมการ"))
        told = book.ask(home, today=book.today, encrypted=True)
        assert not only(book.ask(home, today=book.today), TaskKind.TAKE_KEY)
    found = only(told, TaskKind.TAKE_KEY)
    assert [(one.name, one.state, one.key) for one in found] == [
        ("somchai", TaskState.WARNING, "keys"),
        ("pim", TaskState.WARNING, "keys"),
    ]
    assert task_text(found[0], EN) == "Take away the key of somchai"
    assert [state_text(one, EN) for one in found] == [
        "Look at it · locked",
        "Look at it · no user of this book",
    ]


def test_the_trend_has_loans_and_what_is_owed_to_lenders(opened):
    village = with_types(opened.village)
    pay_out(village, borrowing(village), baht(50_000), date(2026, 2, 10))
    pay_out(village, contract(village, "0001", baht(12_000)), baht(12_000), date(2026, 3, 2))

    trend = opened.session.ask(home, today=TODAY).trend
    assert trend.debt == (ZERO, baht(50_000), baht(50_000))
    assert trend.loans == (ZERO, ZERO, baht(12_000))
    assert trend.savings[-1] == baht(400)
