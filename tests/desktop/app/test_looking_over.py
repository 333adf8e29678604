"""An older file put back is announced; a declared restoration is not (trust.md 6.1, TA6)."""

from __future__ import annotations

import shutil
from types import SimpleNamespace
from typing import Any

import pytest
from typing_extensions import override

from desktop.app.looking_over import look_over, looked_over
from desktop.parts.lamp import LampState
from desktop.parts.scripted_ask import ScriptedAsk
from desktop.session import Session
from desktop.shell.status_line import StatusLine
from desktop.tasks import InlineTasks, Work
from ledger.book import Book
from ledger.book.copies import back_up, restore
from ledger.book.high_water import MARKS, behind, keep_mark
from ledger.domain.money import baht
from ledger.queries.integrity.findings import Fault, Finding
from ledger.queries.integrity.quick import QuickLook, quick_findings
from ledger.storage.reading import Reader
from reports.words.voice import Voice
from tests.support.books import found_village
from tests.support.raw import stranger, tampered


@pytest.fixture
def pc(tmp_path):
    """A book that had come further than the copy of its file and the backup from before."""
    (tmp_path / "book").mkdir()
    village = found_village(tmp_path / "book")
    _, card = village.saver(baht(100))
    back_up(village.book, tmp_path / "stick")
    village.book.close()
    older = shutil.copy(village.book.path, tmp_path / "older.satcha")
    with Book.open(village.book.path, clock=village.clock) as book:
        village.book = book
        village.deposit(card, baht(50))
        keep_mark(book, tmp_path / "pc")
    return tmp_path / "pc", older, village


def test_an_older_file_is_announced_with_its_last_receipt(pc):
    marks, older, village = pc
    with Book.open(village.book.path) as book:
        assert behind(book, marks) is None
        assert looked_over(book, marks).sentence(Voice("en")) == ""
    with Book.open(older) as book:
        keep_mark(book, marks)  # an older book never lowers the mark
        found = looked_over(book, marks)
        for language in ("th", "en"):
            said = found.sentence(Voice(language))
            assert str(found.act) in said
            assert "R2569/000002" in said


def test_an_older_file_that_went_on_is_announced_too(pc):
    """It has come as far, by another history."""
    marks, older, village = pc
    with Book.open(older, clock=village.clock) as book:
        village.book = book
        card = village.one("SELECT number FROM cards WHERE kind = 'savings'")
        for _ in range(3):
            village.deposit(card, baht(70))
        mark = behind(book, marks)
        assert mark is not None
        assert mark.receipt == "R2569/000002"


def test_a_declared_restoration_is_no_alarm_and_moves_the_mark(pc):
    marks, _, village = pc
    again = marks.parent / "again.satcha"
    restore(marks.parent / "stick", again, reason="เครื่องเสีย", stub="R2569/000002")
    with Book.open(again) as book:
        assert behind(book, marks) is None
        keep_mark(book, marks)
        assert behind(book, marks) is None
    with Book.open(village.book.path) as book:
        assert behind(book, marks) is not None  # the book from before goes on undeclared


class _Later(InlineTasks):
    """Keeps calls until somebody lets them run."""

    def __init__(self):
        self.kept = []

    @override
    def in_background(self, call, **ends):
        self.kept.append(lambda: super(_Later, self).in_background(call, **ends))
        return Work(lambda _done, _total: None)


@pytest.mark.parametrize("is_older", [False, True])
def test_the_proof_light_waits_for_the_look(pc, qtbot, is_older):
    marks, older, village = pc
    voice, tasks = Voice("en"), _Later()
    status, asks = StatusLine(voice), ScriptedAsk(voice)
    qtbot.addWidget(status)
    with Book.open(older if is_older else village.book.path) as book:
        window: Any = SimpleNamespace(status=status, asks=asks)
        look_over(Session(book, tasks), lambda: window, marks)
        status.show_proof(agrees=True)
        assert status.proof.state is LampState.UNKNOWN
        assert "Looking" in status.proof.label.text()
        tasks.kept.pop()()
    assert status.proof.state is (LampState.PROBLEM if is_older else LampState.GOOD)
    assert bool(asks.told) is is_older
    status.show_proof(agrees=False)
    assert "differ" in status.proof.label.text()


@pytest.mark.parametrize("spoilt", ["", "[]", "{}", '{"x": 1}', "\x00"])
def test_a_spoilt_mark_alarms_nobody(pc, spoilt):
    marks, older, _ = pc
    (marks / MARKS).write_text(spoilt, encoding="utf-8")
    with Book.open(older) as book:
        assert behind(book, marks) is None


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE lines SET debit = debit + 1 WHERE entry = 1 AND debit > 0", Fault.ROW_CHANGED),
        ("UPDATE account_days SET debit = debit + 1", Fault.BALANCE_WRONG),
        ("CREATE TRIGGER t AFTER INSERT ON lines BEGIN SELECT 1; END", Fault.SCHEMA_CHANGED),
        ("UPDATE acts SET fingerprint = '00' WHERE number = 3", Fault.LINK_BROKEN),
    ],
)
def test_the_quick_look_finds_what_was_changed_lately(pc, statement, fault):
    _, older, _ = pc
    with stranger(older) as tool, tampered(tool):
        tool.execute(statement)
        found = {one.fault for one in quick_findings(Reader(tool))}
    assert fault in found


def test_the_quick_look_is_silent_on_a_whole_book_however_few_acts_it_looks_at(pc):
    _, older, _ = pc
    with Book.open(older) as book:
        for newest in (1, 3, 2_000):
            assert book.ask(quick_findings, newest=newest) == ()


def test_of_acts_with_many_entries_the_quick_look_takes_the_last_few(tmp_path, monkeypatch):
    village = found_village(tmp_path)
    _, card = village.saver(baht(100))
    for _ in range(4):
        village.deposit(card, baht(1))
    looked: list[int] = []

    def look(_reader, _tables, *, since, **_until):
        looked.append(since)
        return ()

    place = "ledger.queries.integrity.quick"
    monkeypatch.setattr(f"{place}.MOST_ENTRIES", 2)
    monkeypatch.setattr(f"{place}.findings_among", look)
    with village.book as book:
        acts = book.ask(lambda reader: reader.rows("SELECT act FROM entries ORDER BY number"))
        book.ask(quick_findings)

    assert looked == [acts[-3][0] + 1]


def test_what_is_booked_while_the_look_is_under_way_is_no_finding(pc):
    _, _, village = pc
    with Book.open(village.book.path, clock=village.clock) as book:
        village.book = book
        card = village.one("SELECT number FROM cards WHERE kind = 'savings'")
        found: list[Finding] = []
        for step in QuickLook().steps():
            found += book.ask(step)
            village.deposit(card, baht(1))
        assert found == []
