"""Lists of other programs: columns are asked for once, what looks known is left out."""

from __future__ import annotations

import pytest

from desktop.exchange_area.screen import ExchangeScreen
from desktop.exchange_area.table_state import Becomes, Kind, guessed
from ledger.domain.import_maps import ImportTarget, TextEncoding
from ledger.domain.money import Money, baht
from ledger.queries.banks import bank_statement
from ledger.queries.import_maps import import_maps
from ledger.queries.journal import journal
from ledger.queries.members import members
from ledger.queries.opening_proof import carryings
from ledger.queries.trial_balance import trial_balance
from reports.words.voice import Voice
from tests.desktop.filling import do, fill
from tests.support.books import TODAY

MEMBERS = Becomes(Kind.MEMBERS)
BANK = Becomes(Kind.BANK, "BAAC")


@pytest.fixture
def screen(qtbot, opened):
    made = ExchangeScreen(opened.session, Voice("en"), opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.resize(1_200, 700)
    made.show()
    return made


@pytest.fixture
def choose(screen, opened, tmp_path):
    """Chooses a file with this text for what it becomes."""

    def chosen(text, becomes, name="list.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode("cp874" if encoding != "utf-8" else encoding))
        screen.lists.becomes.pick(becomes)
        screen.lists.encoding.pick(TextEncoding(encoding))
        opened.asks._answers.append(path)
        screen.lists.choose.click()
        return screen.lists

    return chosen


PEOPLE = (
    "เลขทะเบียนสมาชิก,คำนำหน้า,ชื่อ,นามสกุล,วันที่เป็นสมาชิก\n"
    "0001,นาย,สมชาย,ใจดี,1/1/2569\n"
    "0700,นาง,มะลิ,หอม,2/2/2569\n"
)


def test_members_come_in_with_the_columns_guessed_and_the_known_left_out(choose, opened):
    opened.fills(fill())
    page = choose(PEOPLE, MEMBERS)

    assert "Rows to take: 1." in page.facts.text()
    assert [row.taken for row in page.looked.rows] == [False, True]
    assert [one.name for one in opened.session.ask(import_maps).rows] == ["list"]
    page.table.view.selectRow(0)
    page.turn.click()
    assert page.looked.refusal is not None  # the number is taken already
    page.turn.click()
    opened.asks._answers.append(True)
    page.take.click()
    assert "list.csv was imported" in page.facts.text()

    names = {row.name for row in opened.session.ask(members).rows}
    assert "นางมะลิ หอม" in names
    assert len(names) == 4
    assert [one.source for one in opened.session.ask(carryings).rows] == ["list.csv"]


def test_a_statement_uses_the_kept_columns_and_skips_what_is_there(choose, opened):
    text = "วันที่,เงินเข้า,เงินออก,รายการ\n12/3/2569,200,,เงินสด\n13/3/2569,,50.25,ค่าธรรมเนียม\n"
    opened.fills(fill(name="ธ.ก.ส."))
    page = choose(text, BANK, encoding="windows-874")
    opened.asks._answers.append(True)
    page.take.click()
    lines = opened.session.ask(bank_statement, bank="BAAC", until=TODAY).lines
    assert [one.amount for one in lines] == [baht(200), -Money(5_025)]

    page = choose(text, BANK, "again.csv", encoding="windows-874")  # nothing is asked again
    assert page.looked.new == 0
    assert not page.take.isEnabled()


def test_what_cannot_be_read_is_said_in_the_list_and_above_it(choose, opened):
    opened.fills(fill())
    page = choose(PEOPLE.replace("2/2/2569", "พรุ่งนี้"), MEMBERS)
    assert page.looked.wrong == 1
    assert page.looked.rows[0].problem is not None
    assert "corrected" in page.facts.text()
    assert not page.take.isEnabled()

    text = PEOPLE.replace("2/2/2569", "๒ ก.พ. ๒๕๖๙")
    page = choose(text, MEMBERS, "old.csv", encoding="windows-874")  # the columns are kept in UTF-8
    assert "Rows to take: 1." in page.facts.text()


def test_a_journal_comes_in_by_its_own_columns(choose, opened):
    page = choose(
        "entry,date,account,amount,memo\n1,2026-03-02,11010,10.00,ของขวัญ\n"
        "1,2026-03-02,54090,-10.00,\n",
        Becomes(Kind.JOURNAL),
    )
    opened.asks._answers.append(True)
    page.take.click()

    entries = opened.session.ask(journal).entries
    assert max(entries, key=lambda one: one.number).total == baht(10)
    opened.fills(fill(reason="ไฟล์ผิด"))
    do(page.desk, "take-back-import")
    assert opened.dialogs[-1].outcome is not None
    assert "names the columns" in choose("a,b\n1,2\n", Becomes(Kind.JOURNAL)).facts.text()


def test_entries_come_in_by_a_mapping_are_known_then_and_taken_back(choose, opened, screen):
    text = "วันที่,บัญชีเดบิต,บัญชีเครดิต,จำนวนเงิน\n2/3/2569,54090,11010,10.00\n"
    opened.fills(fill(debit_account="บัญชีเดบิต", credit_account="บัญชีเครดิต"))
    before = opened.session.ask(trial_balance).rows
    page = choose(text, Becomes(Kind.ENTRIES))
    assert [row.amount for row in page.looked.rows] == [baht(10)]
    opened.asks._answers.append(True)
    page.take.click()
    assert opened.session.ask(trial_balance).rows != before

    page = choose(text, Becomes(Kind.ENTRIES), "again.csv")
    assert [row.known for row in page.looked.rows] == ["="]
    assert not page.take.isEnabled()
    screen.imports.choose((False, 2))  # the line of a statement that was typed came first
    assert not screen.proof.isEnabled()
    opened.asks._answers.append("ผิดแฟ้ม")
    screen.take_back.click()
    assert opened.session.ask(trial_balance).rows == before
    assert screen.imports.seen().rows[0][-1]  # the day on which it was taken back


def test_receipts_come_in_by_a_mapping(choose, opened):
    opened.fills(fill())
    page = choose("วันที่,สมาชิก,รหัส,จำนวนเงิน\n2/3/2569,0001,ไม่มี,5\n", Becomes(Kind.RECEIPTS))

    assert page.looked.wrong == 1
    assert "SAVINGS" in page.table.seen().rows[0][-1]


def test_a_form_that_is_left_keeps_the_file_for_another_try(choose, opened):
    opened.fills(lambda dialog: dialog.reject(), fill())
    page = choose(PEOPLE, MEMBERS)
    assert "Choose a file" in page.facts.text()
    page.columns.click()

    assert "Rows to take: 1." in page.facts.text()


def test_headings_are_known_in_both_languages_and_in_banks_words():
    assert guessed(ImportTarget.BANK, "paid_out", ("Date", "Withdrawal")) == "Withdrawal"
    assert guessed(ImportTarget.MEMBERS, "given", ("ชื่อ",)) == "ชื่อ"
    assert not guessed(ImportTarget.MEMBERS, "zone", ("อื่น",))
