"""Charts: round scales, gaps that stay gaps, and the same figures as a table behind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from desktop.parts.chart import ChartPane
from desktop.parts.chart_canvas import ChartCanvas
from desktop.parts.chart_state import ChartData, ChartKind, Scale, Series, scale_for
from ledger.domain.money import ZERO, Money, baht
from reports.words.voice import Voice
from tests.desktop.gallery import check_widget, settle


def one_series(*amounts):
    return ChartData(tuple("x" for _ in amounts), (Series("s", tuple(amounts)),))


@pytest.mark.parametrize(
    ("amounts", "ticks"),
    [
        ((baht(480),), (0, 100, 200, 300, 400, 500)),
        ((baht(3), baht(7)), (0, 2, 4, 6, 8)),
        ((ZERO,), (0, 1)),
        ((), (0, 1)),
        ((-baht(50), baht(100)), (-50, 0, 50, 100)),
        ((baht(0, 50),), (0, 1)),
        ((-baht(5),), (-5, -4, -3, -2, -1, 0)),
    ],
)
def test_the_lines_are_round_and_hold_every_figure(amounts, ticks):
    assert scale_for(one_series(*amounts)).ticks == ticks


@given(st.lists(st.integers(-(10**14), 10**14).map(Money), max_size=8))
def test_any_figures_fit_between_few_lines_that_show_zero(amounts):
    scale = scale_for(one_series(*amounts))

    assert 2 <= len(scale.ticks) <= 7
    assert 0 in scale.ticks
    for amount in amounts:
        assert 0 <= scale.height_of(amount, 300) <= 300


def test_a_larger_amount_never_stands_lower():
    scale = Scale((0, 100))

    assert scale.height_of(baht(25), 200) == 50
    assert scale.height_of(baht(100), 200) == 200


def test_every_series_has_a_value_or_none_for_each_label():
    with pytest.raises(ValueError, match="each label"):
        ChartData(("a", "b"), (Series("s", (ZERO,)),))


def data(voice):
    months = tuple(voice.month_name(month, "short") for month in range(1, 13))
    held = tuple(None if at == 4 else baht(1_000 * (at + 1)) for at in range(12))
    owed = tuple(baht(9_000 - 500 * at) for at in range(12))
    return ChartData(months, (Series(voice.tr("Savings"), held), Series(voice.tr("Loans"), owed)))


@pytest.fixture(params=list(ChartKind))
def pane(qtbot, voice, request):
    made = ChartPane(data, voice, title=lambda voice: voice.tr("Year"), kind=request.param)
    qtbot.addWidget(made)
    settle(made)
    return made


def test_the_chart_turns_over_to_its_table(qtbot, pane):
    assert pane.sides.currentWidget() is pane.canvas

    qtbot.mouseClick(pane.turn_button, Qt.MouseButton.LeftButton)

    assert pane.sides.currentWidget() is pane.table
    assert pane.turn_button.text() == "Show the chart"
    seen = pane.table.seen()
    assert seen.heads == ("Month", "Savings", "Loans")
    assert seen.rows[0] == ("Jan", "1,000.00", "9,000.00")
    assert seen.rows[4] == ("May", "", "7,000.00")
    assert check_widget(pane) == []


def test_tab_goes_on_from_the_button_to_the_figures_and_enter_asks_for_one(qtbot, pane):
    asked: list[int] = []
    pane.activated.connect(asked.append)
    pane.turn_button.setFocus()
    qtbot.keyClick(pane.turn_button, Qt.Key.Key_Space)

    qtbot.keyClick(pane.turn_button, Qt.Key.Key_Tab)
    assert pane.table.view.hasFocus()
    pane.table.view.selectRow(3)
    qtbot.keyClick(pane.table.view, Qt.Key.Key_Return)

    assert asked == [3]


def test_those_who_hear_the_chart_get_its_last_figures(pane):
    assert pane.canvas.accessibleName() == "Year"
    assert pane.canvas.accessibleDescription() == "Dec: Savings 12,000.00, Loans 3,500.00"


def test_the_chart_is_drawn_and_differs_with_its_figures(pane):
    before = pane.canvas.grab().toImage()

    pane.show_data(lambda _voice: one_series(baht(1), baht(5)))

    assert pane.canvas.grab().toImage() != before
    assert pane.table.model.count == 2


def test_names_that_do_not_fit_beside_one_another_go_on_below(qtbot, voice):
    canvas = ChartCanvas(ChartKind.LINE)
    qtbot.addWidget(canvas)
    names = ("Savings", "Shares", "Loans to members", "Owed to lenders")
    data = ChartData(("Jan",), tuple(Series(name, (baht(1),)) for name in names))
    for width in (1_000, 360, 10):
        canvas.resize(width, 300)
        canvas.show_data(data, voice, name="x")
        places = canvas.places_of_names()
        ends = [
            x + canvas.fontMetrics().horizontalAdvance(name) + 2 * canvas.fontMetrics().height()
            for (x, _), name in zip(places, names, strict=True)
        ]

        assert all(end <= width or x == 0 for end, (x, _) in zip(ends, places, strict=True))
        assert len(set(places)) == 4


def test_a_chart_without_figures_says_so(pane):
    pane.show_data(lambda _voice: ChartData((), ()))
    pane.canvas.grab()

    assert pane.canvas.accessibleDescription() == "There are no figures yet."


def test_chart_and_table_change_their_language_together(pane):
    pane.set_voice(Voice("th", thai_digits=True))

    assert pane.canvas.accessibleDescription().startswith("ธ.ค.: ")
    assert pane.table.seen().rows[0][1] == "๑,๐๐๐.๐๐"
