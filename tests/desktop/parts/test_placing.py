"""Lists and calendars open where they can be seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from desktop.parts.placing import place_within

SCREEN = QRect(0, 0, 1366, 768)


@pytest.mark.parametrize(
    ("field", "place"),
    [
        (QRect(100, 100, 200, 30), QPoint(100, 130)),
        (QRect(100, 700, 200, 30), QPoint(100, 400)),
        (QRect(100, 438, 200, 30), QPoint(100, 468)),
        (QRect(100, 439, 200, 30), QPoint(100, 139)),
        (QRect(1300, 100, 60, 30), QPoint(966, 130)),
        (QRect(-20, 100, 60, 30), QPoint(0, 130)),
    ],
)
def test_it_opens_below_its_field_or_above_where_the_screen_ends(field, place):
    assert place_within(QSize(400, 300), field, SCREEN) == place


def test_on_a_screen_that_is_too_low_it_begins_at_the_top():
    assert place_within(QSize(400, 700), QRect(0, 300, 200, 30), SCREEN).y() == 0
