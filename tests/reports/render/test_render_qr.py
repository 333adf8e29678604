"""QR codes as a telephone reads them: with a reader that shares nothing with the writer."""

from __future__ import annotations

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.render.qr import squares

DOTS = 4  # for each square
QUIET = 4  # squares of white around the code


def as_read(rows: tuple[str, ...]) -> str:
    """What the reader finds in a picture of the code."""
    side = (len(rows) + 2 * QUIET) * DOTS
    white = "0" * QUIET
    lines = [white + row + white for row in rows]
    empty = ["0" * (len(rows) + 2 * QUIET)] * QUIET
    picture = bytes(
        0 if square == "1" else 255
        for line in (*empty, *lines, *empty)
        for _ in range(DOTS)
        for square in line
        for _ in range(DOTS)
    )
    shaped = memoryview(picture).cast("B", shape=[side, side])
    found = zxingcpp.read_barcode(shaped)
    assert found is not None
    return str(found.text)


@pytest.mark.parametrize("length", [1, 14, 15, 26, 62, 63, 106, 213, 251, 666])
def test_a_code_of_any_length_is_read_back(length):
    text = ("SATCHA:1204:ABCDEFGHJKMNPQRS " * 30)[:length]

    assert as_read(squares(text)) == text


def test_thai_comes_back_as_thai():
    text = "ตรวจสอบใบเสร็จ กู้ น้ำ ปี่"

    assert as_read(squares(text)) == text


@settings(max_examples=40)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=60)
)
def test_any_text_comes_back(text):
    assert as_read(squares(text)) == text


def test_the_same_text_gives_the_same_squares():
    squares.cache_clear()
    first = squares("SATCHA:1")
    squares.cache_clear()

    assert squares("SATCHA:1") == first


def test_a_text_too_long_for_paper_is_refused():
    with pytest.raises(ValueError, match="too long"):
        squares("x" * 667)
