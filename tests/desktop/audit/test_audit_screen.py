"""The auditor's desk on the screen: every tab by keyboard, from the finding to its entry."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.audit import log_page
from desktop.audit.dialogs import ClearDialog
from desktop.audit.screen import AuditScreen
from desktop.audit.state import Leads, Tab, flag_leads, sample_leads
from desktop.journal.screen import JournalScreen
from desktop.session import Place
from ledger.domain.auditing import Confirmed, QuestionState
from ledger.domain.money import baht
from ledger.domain.photos import Photo
from ledger.domain.red_flags import Sign
from ledger.queries.act_log import act_told
from ledger.queries.act_texts import act_texts
from ledger.queries.acts import acts
from ledger.queries.audit_desk import audit_questions, confirmations, follow_up
from ledger.queries.red_flags import red_flags
from ledger.queries.red_flags.looking import flag
from ledger.queries.samples import Sampled, SampleRow
from ledger.queries.standing import stamp_of
from ledger.usecases.auditing import AskAuditQuestion
from ledger.usecases.counting import CountCash, Pieces
from ledger.usecases.founding import ChangeCooperative
from ledger.usecases.photographing import SetMemberPhoto
from ledger.usecases.vouching import ReceiveIncome
from reports.words.voice import Voice
from tests.desktop.filling import fill
from tests.desktop.gallery import type_into
from tests.desktop.opened import press
from tests.support.books import TODAY
from tests.support.pictures import jpeg

REGISTER = "The cooperative and its settings"


@pytest.fixture
def screen(qtbot, opened):
    made = AuditScreen(opened.session, Voice("en"), opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.resize(1_200, 700)
    made.show()
    return made


def on(screen, tab):
    screen.open_at(tab.value)
    return screen.pages[tab]


def miscounted(opened):
    held = opened.village.balance("11010").satang // 100
    pieces = (Pieces(denomination=baht(1), pieces=held - 7),)
    opened.session.run(CountCash(on=TODAY, pieces=pieces, counted_by="ประธาน", reason="ทอนผิด"))


@pytest.mark.parametrize("tab", list(Tab))
def test_every_list_keeps_the_rules_of_models(screen, tab):
    page = on(screen, tab)
    for name in ("findings", "questions", "answers", "drawn", "cards", "tests", "flags", "gaps"):
        table = getattr(page, name, None)
        if table is not None:
            mode = QAbstractItemModelTester.FailureReportingMode.Fatal
            QAbstractItemModelTester(table.view.model(), mode)


def test_the_book_audits_itself_and_proves_a_code(screen, opened):
    page = on(screen, Tab.CHECK)
    code = opened.session.ask(stamp_of, None).code
    assert "not audited" in page.facts.text()

    page.code.edit.setFocus()
    type_into(page.code.edit, code)
    press(screen, Qt.Key.Key_Return)

    assert "found nothing" in page.facts.text()
    assert "history up to it is whole" in page.code_facts.text()
    opened.session.run(AskAuditQuestion(text="ทำไม", on=TODAY))
    assert "not audited" in page.facts.text()


def test_a_code_that_was_pasted_from_two_lines_is_proved(screen, opened):
    page = on(screen, Tab.CHECK)
    code = opened.session.ask(stamp_of, None).code
    page.code.edit.setText(f"{code[:9]}\r\n\t\u200b{code[10:]}\n")
    page.prove.click()
    assert "history up to it is whole" in page.code_facts.text()
    assert page.code.words() == code


def test_a_misread_code_leads_to_the_likely_one_and_to_its_proof(screen, opened):
    page = screen.pages[Tab.CHECK]
    code = opened.session.ask(stamp_of, None).code
    misread = "".join({"A": "B"}.get(one, "A") for one in code[:2]) + code[2:]

    screen.open_at(("code", misread))

    assert screen.page is page
    assert code in page.code_facts.text()
    assert not page.prove_likely.isHidden()
    page.prove_likely.click()
    assert page.code.words() == code
    assert "history up to it is whole" in page.code_facts.text()
    assert page.prove_likely.isHidden()
    page.prove_code("AAAA BBBB CCCC DDDD")
    assert "last letter does not fit" in page.code_facts.text()


def test_a_finding_stands_in_words(screen, opened):
    opened.village.book._connection.execute("DELETE FROM account_days WHERE account = '11010'")
    page = on(screen, Tab.CHECK)
    page.run.click()

    assert "11010" in page.findings.seen().rows[0][0]


def test_a_question_is_asked_answered_and_settled(screen, opened):
    page = on(screen, Tab.QUESTIONS)

    def ask(dialog):
        dialog.text.set_words("ใบเสร็จอยู่ไหน")
        dialog.entry.set_words("1")
        dialog.book()

    def say(dialog):
        dialog.text.set_words("ในแฟ้ม")
        dialog.book()

    opened.fills(ask, say, say)
    page.ask.click()
    page.answer.click()
    page.settle.click()

    (row,) = opened.session.ask(audit_questions).rows
    assert (row.entry, row.state, len(row.answers)) == (1, QuestionState.SETTLED, 2)
    assert page.answers.model.count == 2
    assert not page.answer.isEnabled()
    places = opened.went(screen)
    page.questions.activated.emit(page.questions.current())
    assert places == [Place("journal", 1)]


def test_a_question_is_pinned_at_the_entry_itself(qtbot, opened):
    journal = JournalScreen(opened.session, Voice("en"), opened.asks, opened.opens)
    qtbot.addWidget(journal)
    journal.show()
    journal.open_at(2)

    def ask(dialog):
        dialog.text.set_words("ใครรับเงิน")
        dialog.book()

    opened.fills(ask)
    journal.page.question.click()

    (row,) = opened.session.ask(audit_questions, entry=2).rows
    assert row.text == "ใครรับเงิน"


def test_the_same_lot_draws_the_same_sample_and_leads_to_its_papers(screen, opened):
    page = on(screen, Tab.SAMPLES)
    page.draw.click()
    assert page.drawn.model.count == 0

    page.seed.edit.setFocus()
    type_into(page.seed.edit, "๒๕๖๙")
    press(page.seed, Qt.Key.Key_Return)
    first = page.drawn.seen().rows
    page.draw.click()

    assert first == page.drawn.seen().rows != ()
    places = opened.went(screen)
    page.drawn.activated.emit(page.sample.rows[0])
    assert places == [Place("papers", ("receipt", page.sample.rows[0].key))]


def test_what_is_kept_without_consent_leads_to_the_member_and_to_the_form(
    screen, opened, monkeypatch
):
    page = on(screen, Tab.CONSENTS)
    assert page.gaps.model.rowCount() == 0
    photo = Photo(jpeg(b"photo"))
    with monkeypatch.context() as patch:  # a photo from before consents were kept
        patch.setattr("ledger.usecases.photographing._check_consent", lambda *_: None)
        opened.session.run(SetMemberPhoto(member="0002", photo=photo))

    assert page.gaps.model.row_at(0).member == "0002"
    assert "1 member has to sign a consent" in page.facts.text()
    places = opened.went(screen)
    page.gaps.view.selectRow(0)
    for button in (page.member, page.form, page.paper):
        button.click()
    assert places == [
        Place("members", "0002"),
        Place("papers", ("consent-form", "0002")),
        Place("papers", "consent-gaps"),
    ]


def test_a_reply_is_taken_down_and_counts_in_the_coverage(screen, opened):
    page = on(screen, Tab.CONFIRMATIONS)
    page.at.set_day(TODAY)
    page.freshen()

    def fill(dialog):
        dialog.reply.pick(Confirmed.DISAGREED)
        type_into(dialog.stated.edit, "1")
        dialog.book()

    opened.fills(fill)
    page.cards.view.selectRow(0)
    page.reply.click()

    answer = opened.session.ask(confirmations, at=TODAY)
    assert answer.disagreed == 1
    assert "disagreed 1" in page.facts.text()


def test_a_finding_is_kept_and_followed_up(screen, opened):
    page = on(screen, Tab.FOLLOW_UP)

    def fill(dialog):
        dialog.topic.set_words("เงินสด")
        dialog.found.set_words("นับไม่ครบ")
        dialog.book()

    def follow(dialog):
        dialog.became.set_words("นับครบแล้ว")
        dialog.settled.pick(True)  # noqa: FBT003 - the value of the choice
        dialog.book()

    opened.fills(fill, follow)
    page.add.click()
    page.findings.view.selectRow(0)
    page.follow.click()

    (row,) = opened.session.ask(follow_up, month=page.month.picked()).rows
    assert row.settled


def test_a_red_flag_is_looked_into_and_cleared(screen, opened):
    miscounted(opened)
    page = on(screen, Tab.RED_FLAGS)
    page.everything.click()
    page.flags.view.selectRow(0)
    assert page.flags.current().row.sign is Sign.COUNT_SHORT

    def fill(dialog):
        assert isinstance(dialog, ClearDialog)
        dialog.note.set_words("ทอนผิด")
        dialog.by.set_words("แก้ว")
        dialog.book()

    opened.fills(fill)
    page.clear.click()

    answer = opened.session.ask(red_flags, at=TODAY)
    assert [one.by for one in (row.cleared for t in answer.tests for row in t.rows) if one] == [
        "แก้ว"
    ]
    places = opened.went(screen)
    page.everything.click()
    page.flags.choose("count_short 1")
    press(page.flags.view, Qt.Key.Key_Return)
    page.paper.click()
    assert places[-1] == Place("papers", "red-flags")
    assert places[0].area == "journal"


def test_a_marked_test_shows_its_own_exceptions_and_its_advice(screen, opened):
    miscounted(opened)
    page = on(screen, Tab.RED_FLAGS)

    page.tests.view.selectRow(1)

    assert {line.result.test for line in page.flags.model.shown} == {page.tests.current().test}
    assert "Count the cash" in page.advice.text()


def test_where_exceptions_and_samples_lead():
    leads = {
        flag(Sign.LOAN_PUT_OFF, 1, card=4, member="0001"): Leads("loans", 4),
        flag(Sign.SAME_ID, "0001 0002", member="0001"): Leads("members", "0001"),
        flag(Sign.LENDER_MONEY_HELD, 9, card=9): Leads("codi", 9),
        flag(Sign.CASH_OVER_LIMIT, "x"): Leads("cash", None),
        flag(Sign.ONE_USER, "entries"): None,
    }
    assert {row: flag_leads(row) for row in leads} == leads
    row = SampleRow("7", TODAY, baht(1), None, "")
    assert [sample_leads(kind, row).area for kind in Sampled] == [
        "papers",
        "papers",
        "journal",
        "loans",
        "members",
    ]


def shown(dialog):
    """What a dialog of the log says: its name, its lines, and whether it leads to an entry."""
    model = dialog.changes.view.model()
    lines = [
        tuple(model.index(at, column).data() for column in range(model.columnCount()))
        for at in range(model.rowCount())
    ]
    return dialog.name.text(), lines, not dialog.to_entry.isHidden()


def test_the_log_tells_who_did_what_and_what_stood_there_before(screen, opened):
    act = opened.session.run(ChangeCooperative(cash_limit=baht(25_000))).act
    page = on(screen, Tab.LOG)
    page.acts.view.selectRow(0)
    row = page.acts.current()
    assert (row.number, row.command) == (act, "change-cooperative")

    seen = []
    opened.fills(lambda dialog: seen.append(shown(dialog)))
    page.acts.view.setFocus()
    press(page.acts.view, Qt.Key.Key_Return)

    assert seen == [
        (
            "Facts of the cooperative changed",
            [
                ("as it was given", "cash-holding limit", "", "25,000.00"),
                (REGISTER, "cash-holding limit", "10,000.00", "25,000.00"),
            ],
            False,
        )
    ]


def test_an_act_leads_to_its_entry_and_an_entry_to_its_act(qtbot, screen, opened):
    receipt = opened.session.ask(acts, command="receive-visit").rows[0]
    gone: list[Place] = []
    screen.go_to.connect(gone.append)
    opened.fills(lambda dialog: dialog.to_entry.click())

    screen.open_at(("act", receipt.number))
    qtbot.waitUntil(lambda: bool(gone))

    assert screen.page is screen.log
    told = opened.session.ask(act_told, act=receipt.number)
    assert gone == [Place("journal", told.entries[0])]

    journal = JournalScreen(opened.session, Voice("en"), opened.asks, opened.opens)
    qtbot.addWidget(journal)
    journal.go_to.connect(gone.append)
    journal.show_page(told.entries[0])
    journal.page.act.click()

    assert gone[-1] == Place("audit", ("act", receipt.number))


def test_a_text_of_an_act_is_erased_from_the_log(screen, opened):
    done = opened.session.run(
        ReceiveIncome(account="46010", amount=baht(10), on=TODAY, payee="ร้าน ก", purpose="ป่วยหนัก")
    )
    page = on(screen, Tab.LOG)
    page.acts.view.selectRow(0)
    offered: list[str] = []

    def one(dialog):
        choice = dialog.asked["texts"].edit
        offered.extend(choice.itemText(at) for at in range(choice.count()))
        choice.setCurrentIndex([text.endswith("ป่วยหนัก") for text in offered].index(True))
        fill(reason="ขอให้ลบ")(dialog)

    opened.fills(one)
    page.erase.click()

    assert len(offered) == 3
    found = {row.text for row in opened.session.ask(act_texts, act=done.act).rows}
    assert found == {None, "ร้าน ก"}


def test_an_act_without_texts_says_so(screen, opened):
    opened.session.run(ChangeCooperative(cash_limit=baht(25_000)))
    page = on(screen, Tab.LOG)
    page.acts.view.selectRow(0)

    page.erase.click()

    assert opened.asks.told[-1] == "This act says no text."


def test_the_log_is_asked_for_other_days_and_printed(screen):
    page = on(screen, Tab.LOG)
    many = page.acts.view.model().rowCount()
    gone: list[Place] = []
    screen.go_to.connect(gone.append)

    page.since.edit.clear()
    type_into(page.since.edit, "01/03/2569")
    few = page.acts.view.model().rowCount()
    page.paper.click()

    assert 0 < few < many
    assert f"Acts: {few}" in page.facts.text()
    assert gone == [Place("papers", "activity-log")]


def test_a_long_log_says_that_there_is_more(screen, monkeypatch):
    monkeypatch.setattr(log_page, "MOST", 2)

    page = on(screen, Tab.LOG)

    assert page.acts.view.model().rowCount() == 2
    assert "choose fewer days" in page.facts.text()
