"""Every part in both languages, small and large, light and dark: nothing cut, all named, in order.

``SATCHA_PICTURES=folder pytest tests/desktop/parts/test_parts_gallery.py`` keeps the pictures.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.parts.ask import LineDialog, choice_box, sure_box
from desktop.parts.calendar_popup import CalendarPopup
from desktop.parts.chart import ChartPane
from desktop.parts.chart_state import ChartData, ChartKind, Series
from desktop.parts.chooser import Chooser
from desktop.parts.choosing import Choice
from desktop.parts.columns import day_column, money_column, number_column, text_column
from desktop.parts.day_field import DayField
from desktop.parts.form import Form
from desktop.parts.lamp import Lamp, LampState
from desktop.parts.look import apply_look
from desktop.parts.money_field import MoneyField
from desktop.parts.page import Page
from desktop.parts.print_dialog import PrintDialog
from desktop.parts.progress import ProgressLine
from desktop.parts.table import Table
from desktop.parts.text_fields import LongTextField, PickField, TextField
from desktop.parts.words import Button, Label, Tick, verbatim
from ledger.domain.money import Money, baht
from reports.words.voice import Voice
from tests.desktop.gallery import LOOKS, check_widget, picture, type_into

TODAY = date(2026, 11, 22)
PICTURES = os.environ.get("SATCHA_PICTURES")


@dataclass(frozen=True)
class Line:
    number: int
    name: str
    joined: date
    held: Money


def a_table(voice: Voice) -> QWidget:
    names = ("กมล ใจดี", "ญาณีนาถ ปิ่นทองคำ", "ปู่ฝั่งที่ ป๊าน้ำผึ้ง", "Anna Müller")
    table = Table(
        lambda voice: (
            number_column(voice.tr("No."), lambda line: line.number, voice),
            text_column(voice.tr("Name"), lambda line: line.name, stretch=True),
            day_column(voice.tr("Joined"), lambda line: line.joined, voice),
            money_column(voice.tr("Balance"), lambda line: line.held, voice),
        ),
        voice,
        name=lambda voice: voice.tr("Members"),
    )
    table.set_rows([Line(n, names[n % 4], TODAY, baht(1_250 * n, 50)) for n in range(1, 40)])
    table.view.selectRow(2)
    table.resize(760, 420)
    return table


def a_form(voice: Voice) -> QWidget:
    page, form = Page(), Form(voice)
    page.body.addWidget(form)
    form.add_heading(lambda voice: voice.tr("Deposit"))
    choices = [Choice(1, "สมชาย รักบ้าน", "412", "โซน 1"), Choice(2, "กมล ใจดี", "7")]
    form.add(lambda voice: voice.tr("Member"), Chooser(voice, choices)).choose(1)
    amount = form.add(lambda voice: voice.tr("Amount"), MoneyField(voice))
    type_into(amount.edit, "12500")
    wrong = form.add(lambda voice: voice.tr("Fine"), MoneyField(voice))
    type_into(wrong.edit, "12x")
    form.add(lambda voice: voice.tr("Day"), DayField(voice, TODAY)).set_day(TODAY)
    unclear = form.add(lambda voice: voice.tr("Day of birth"), DayField(voice, TODAY))
    type_into(unclear.edit, "1/2/25")
    form.add(lambda voice: voice.tr("Name"), TextField(voice))
    form.add(lambda voice: voice.tr("Note"), LongTextField(voice), optional=True)
    zones = [(1, verbatim("โซน 1")), (2, verbatim("โซน 2"))]
    form.add(lambda voice: voice.tr("Zone"), PickField(voice, zones))
    form.is_ready()
    page.resize(960, 900)
    return page


def some_small_things(voice: Voice) -> QWidget:
    window = QWidget()
    rows = QVBoxLayout(window)
    rows.addWidget(Label(verbatim("สหกรณ์เคหสถานบ้านมั่นคงสุรินทร์ จำกัด"), voice, heading=True))
    for state in LampState:
        lamp = Lamp(voice)
        lamp.show_state(state, lambda voice: voice.tr("Cards agree with the control accounts"))
        rows.addWidget(lamp)
    progress = ProgressLine(voice)
    progress.start(lambda voice: voice.tr("Making reports"), stop=lambda: None)
    progress.show_step(3, 12)
    rows.addWidget(progress)
    rows.addWidget(Tick(lambda voice: voice.tr("Thai digits"), voice))
    rows.addWidget(Button(lambda voice: voice.tr("Save"), voice, main=True))
    rows.addWidget(Button(lambda voice: voice.tr("Cancel"), voice))
    return window


def a_chart(voice: Voice, kind: ChartKind = ChartKind.LINE) -> QWidget:
    def data(voice: Voice) -> ChartData:
        months = tuple(voice.month_name(number, "short") for number in range(1, 13))
        held = tuple(None if n == 4 else baht(100_000 + 9_000 * n) for n in range(12))
        owed = tuple(baht(-20_000 + 15_000 * n) for n in range(12))
        return ChartData(
            months, (Series(voice.tr("Savings"), held), Series(voice.tr("Loans"), owed))
        )

    return ChartPane(data, voice, title=lambda voice: voice.tr("Twelve months"), kind=kind)


def a_calendar(voice: Voice) -> QWidget:
    calendar = CalendarPopup(voice)
    calendar.open_at(TODAY, below=QWidget(calendar))
    return calendar


def a_grave_question(voice: Voice) -> QWidget:
    question = verbatim("ปิดใบเก็บเงินวันที่ 22 พฤศจิกายน 2569 ใช่หรือไม่ เมื่อปิดแล้วต้องกลับรายการเท่านั้น")
    return sure_box(question, voice, yes=verbatim("ปิดใบเก็บเงิน"), grave=True)


PARTS: dict[str, Callable[[Voice], QWidget]] = {
    "table": a_table,
    "form": a_form,
    "small": some_small_things,
    "lines": a_chart,
    "bars": lambda voice: a_chart(voice, ChartKind.BAR),
    "calendar": a_calendar,
    "question": a_grave_question,
    "choice": lambda voice: choice_box(verbatim("?"), [verbatim("หนึ่ง"), verbatim("สอง")], voice),
    "line": lambda voice: LineDialog(verbatim("เหตุผลที่กลับรายการ"), voice),
    "print": lambda voice: PrintDialog(5, voice, names=("HP LaserJet",)),
}


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.percent}-{look.dark:d}")
@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("part", PARTS)
def test_a_part_can_be_read_and_reached(qtbot, qapp, part, language, look):
    apply_look(qapp, look)
    widget = PARTS[part](Voice(language, thai_digits=language == "th"))
    qtbot.addWidget(widget)

    assert check_widget(widget) == []
    if PICTURES:
        picture(widget, Path(PICTURES) / f"{part}-{language}-{look.percent}-{look.dark:d}.png")
    widget.hide()


@pytest.mark.parametrize("part", ["table", "form", "small", "lines"])
def test_a_part_stays_readable_when_the_look_changes_under_it(qtbot, qapp, part):
    widget = PARTS[part](Voice("th"))
    qtbot.addWidget(widget)
    check_widget(widget)

    apply_look(qapp, LOOKS[-1])
    widget.resize(widget.size() * 2)

    assert check_widget(widget) == []
    widget.hide()
