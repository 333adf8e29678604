"""An open book for tests of screens: a small cooperative in a temporary file, nothing in threads.

Use (in a conftest: ``from tests.desktop.opened import *``):
    def test_a_deposit_is_booked(qtbot, opened):
        screen = MembersScreen(opened.session, Voice("en"), opened.asks, opened.opens)
        opened.fills(lambda dialog: type_into(dialog.amounts[0].edit, "250"))
"""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.parts.look import Look, load_font
from desktop.parts.scripted_ask import ScriptedAsk
from desktop.session import Place, Session
from desktop.session.looking import change_look
from desktop.tasks import InlineTasks
from ledger.book import Book
from ledger.domain.days import Month
from ledger.domain.members import Person
from ledger.domain.money import baht
from ledger.usecases.banking import RecordStatement, StatementLine
from ledger.usecases.charging import ChargeMembers
from ledger.usecases.members import OpenZone
from ledger.usecases.saving import SetPromise
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit
from ledger.usecases.vouching import MoveMoney
from reports.words.voice import Voice
from tests.support.books import START, TODAY, Village, found_village
from tests.support.clocks import CountedLetters, StandingClock

__all__ = [
    "Opened",
    "a_cooperative",
    "kept_book",
    "opened",
    "plain_look",
    "press",
    "press_enter",
]

Fill = Callable[[Any], object]


@dataclass(slots=True)
class Opened:
    """The book, its session, and people's answers to questions and forms."""

    village: Village
    session: Session
    asks: ScriptedAsk
    kept: list[Fill] = field(default_factory=list)
    dialogs: list[QDialog] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def fills(self, *fills: Fill) -> None:
        """What is done with the next dialogs that open, one after the other."""
        self.kept.extend(fills)

    def opens(self, dialog: QDialog) -> bool:
        """Shows the dialog, lets the next prepared hand fill it in, and says how it ended."""
        if not self.kept:
            raise AssertionError(f"nobody was to fill in {type(dialog).__name__}")
        self.dialogs.append(dialog)
        dialog.show()
        self.kept.pop(0)(dialog)
        return dialog.result() == QDialog.DialogCode.Accepted

    def went(self, screen: Any) -> list[Place]:
        """The places that a screen sends people to, from now on."""
        screen.go_to.connect(self.places.append)
        return self.places


@pytest.fixture(autouse=True)
def plain_look(qapp):
    load_font()
    clear_away(qapp)
    change_look(qapp, Look())
    yield
    clear_away(qapp)


def clear_away(app: QApplication) -> None:
    """Windows that a test left behind go now, not half of them in the middle of the next one."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for window in app.topLevelWidgets():
        if shiboken6.isValid(window) and window.parent() is None:
            shiboken6.delete(window)
    gc.collect()


@pytest.fixture(scope="session")
def kept_book(tmp_path_factory) -> Path:
    """The file of the small cooperative, made once and copied for each test."""
    village = a_cooperative(tmp_path_factory.mktemp("kept"))
    village.book.close()
    return village.book.path


@pytest.fixture
def opened(tmp_path: Path, qapp, kept_book: Path):
    clock = StandingClock(TODAY)
    path = Path(shutil.copy(kept_book, tmp_path / "village.satcha"))
    book = Book.open(path, user="สมใจ", clock=clock, chance=CountedLetters("opened"))
    village = Village(book, clock)
    session = Session(village.book, InlineTasks(), chance=CountedLetters("desk"), clock=clock)
    yield Opened(village, session, ScriptedAsk(Voice("en")))
    for window in qapp.topLevelWidgets():
        window.hide()
    session.close()


def a_cooperative(folder: Path) -> Village:
    """Three members in two zones, a promise half paid, a charge, a bank account, one visit."""
    village = found_village(folder, today=START, starts_on=START, practice=True)
    run = village.run
    for code in "12":
        run(OpenZone(code=code, name=f"โซน {code}"))
    village.bank()
    cards = [
        village.member(person=Person(title=title, given=given, family=family), zone=zone)
        for title, given, family, zone in (
            ("นาย", "สมชาย", "ใจดี", "1"),
            ("นาง", "เกษม", "แสงทอง", "1"),
            ("นางสาว", "แก้ว", "มั่นคง", "2"),
        )
    ]
    for _, card in cards:
        run(SetPromise(card=card["PROMISE"], amount=baht(100), from_month=Month.of(START)))
    village.savings("0001")
    village.clock.set(date(2026, 2, 10))
    _visit(village, "0001", cards[0][1], date(2026, 2, 10))
    village.clock.set(TODAY)
    _visit(village, "0002", cards[1][1], date(2026, 3, 10))
    run(MoveMoney(amount=baht(200), on=date(2026, 3, 12), target="BAAC", purpose="ฝากธนาคาร"))
    line = StatementLine(on=date(2026, 3, 12), amount=baht(200), text="เงินสด")
    run(RecordStatement(bank="BAAC", lines=(line,)))
    run(ChargeMembers(type="DUES", due_on=date(2026, 3, 1), members=("0001",), amount=baht(20)))
    return village


def _visit(village: Village, member: str, cards: dict[str, int], on: date) -> None:
    village.run(
        ReceiveVisit(
            member=member,
            on=on,
            items=(
                Item(item=ItemKind.DEPOSIT, amount=baht(200), card=cards["PROMISE"]),
                Item(item=ItemKind.SHARES, amount=baht(50), card=cards["SHARES"]),
            ),
        )
    )


def press(widget: QWidget, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    """A key pressed where the keyboard is in this window, or on the widget itself."""
    QTest.keyClick(widget.focusWidget() or widget, key, modifier)


def press_enter(widget: QWidget, times: int = 1) -> None:
    for _ in range(times):
        press(widget, Qt.Key.Key_Return)
