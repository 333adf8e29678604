"""One look, light and dark, small and large: readable in each, changed while people type."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionHeader,
    QVBoxLayout,
    QWidget,
)

from desktop.parts.look import (
    DARK,
    FAMILY,
    LIGHT,
    SIZES,
    Look,
    apply_look,
    cell_padding,
    colours_of,
    load_font,
    row_height,
)
from tests.desktop.gallery import settle, type_into


def brightness(colour: str) -> float:
    """Relative luminance as defined by WCAG 2."""
    made = QColor(colour)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (made.redF(), made.greenF(), made.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("name", ["ink", "faint", "problem", "caution", "good", "accent"])
def test_every_text_colour_can_be_read_on_both_papers(colours, name):
    text = getattr(colours, name)

    assert contrast(text, colours.paper) >= 4.5
    assert contrast(text, colours.raised) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_what_is_marked_can_be_read_too(colours):
    assert contrast(colours.ink, colours.chosen) >= 4.5
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.faint, colours.hairline) >= 3


def test_text_grows_and_shrinks_in_steps_and_stops_at_the_ends():
    look, steps = Look(), [100]
    while look.larger() != look:
        look = look.larger()
        steps.append(look.percent)

    assert tuple(steps) == SIZES
    assert look.smaller().percent == SIZES[-2]
    assert Look(SIZES[0]).smaller() == Look(SIZES[0])


def test_the_program_brings_its_own_thai_font(qapp):
    assert load_font() == FAMILY
    assert qapp.font().family() == FAMILY
    assert QLabel("ที่").fontInfo().family() == FAMILY


def test_figures_are_all_of_one_width(qapp):
    metrics = QFontMetrics(qapp.font())

    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_size_and_brightness_change_at_once_and_keep_what_is_typed(qtbot, qapp):
    window = QWidget()
    qtbot.addWidget(window)
    line = QLineEdit()
    QVBoxLayout(window).addWidget(line)
    settle(window)
    type_into(line, "พันสอง")
    height = line.sizeHint().height()

    apply_look(qapp, Look(percent=175, dark=True))

    assert line.text() == "พันสอง"
    assert line.sizeHint().height() > height
    assert colours_of(line) is DARK
    assert line.palette().color(QPalette.ColorRole.Base) == QColor(DARK.raised)


def test_rows_leave_room_for_stacked_thai_marks(qapp):
    metrics = QFontMetrics(qapp.font())

    assert row_height(metrics) >= 30
    assert row_height(metrics) > metrics.height()
    assert cell_padding(metrics) >= 4


def test_names_pinned_beside_a_table_keep_their_thai_vowels_whole(qtbot):
    head = QHeaderView(Qt.Orientation.Vertical)
    qtbot.addWidget(head)
    head.ensurePolished()
    option = QStyleOptionHeader()
    head.initStyleOption(option)
    option.rect = QRect(0, 0, 200, row_height(head.fontMetrics()))
    room = head.style().subElementRect(QStyle.SubElement.SE_HeaderLabel, option, head)
    bold = head.font()
    bold.setBold(True)

    assert room.height() >= QFontMetrics(bold).tightBoundingRect("กุลญ์ปู่ฎุ").height()
