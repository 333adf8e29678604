"""A field for a whole number says what is wrong with what was typed, whatever form it stands in."""

from __future__ import annotations

import pytest

from desktop.session.loan_fields import WholeField
from reports.words.voice import Voice


@pytest.mark.parametrize(
    ("typed", "digits", "whole", "says"),
    [
        ("24", 5, 24, None),
        ("๒๔", 5, 24, None),
        ("123456", 9, 123_456, None),
        ("123456", 5, None, "“123456” is too large a number. Type at most 5 digits."),
        ("1.5", 5, None, "“1.5” is no whole number. Type it in digits, like 24."),
        ("2569-lot", 5, None, "“2569-lot” is no whole number. Type it in digits, like 24."),
        ("-3", 5, None, "“-3” is no whole number. Type it in digits, like 24."),
    ],
)
def test_what_was_typed_is_read_or_said_to_be_wrong(qtbot, typed, digits, whole, says):
    field = WholeField(Voice("en"), digits=digits)
    qtbot.addWidget(field)
    field.set_words(typed)

    trouble = field.trouble()

    assert field.whole() == whole
    assert (None if trouble is None else trouble(Voice("en"))) == says
