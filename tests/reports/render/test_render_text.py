"""Papers as text: stable, aligned, and nothing of the paper is missing."""

from dataclasses import replace
from datetime import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money, baht
from reports.document import (
    Align,
    Column,
    CutLine,
    Fact,
    Facts,
    Kind,
    PageBreak,
    Picture,
    Placed,
    Row,
    Space,
    Table,
    two_up,
)
from reports.render.cell_text import cell_text, fact_text
from reports.render.text import render_text
from reports.render.text_width import padded, width_of
from reports.words.voice import Voice
from tests.reports.render.golden import agrees
from tests.reports.render.papers import PRINTED, paper, receipt, report, texts_table

TH, EN = Voice("th"), Voice("en")


@pytest.mark.parametrize("language", ["th", "en", "both"])
@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("report", replace(report(), practice=True, copy=1)),
        ("receipts", next(two_up([receipt(1), receipt(2)]))),
    ],
)
def test_a_paper_reads_as_it_was_last_agreed(name, document, language):
    assert agrees(f"{name}-{language}.txt", render_text(document, Voice(language)))


def test_thai_marks_take_no_room():
    assert width_of("ที่น้ำกู้ปี่") == len("ทนากป") == 5
    assert width_of("ABC") == 3
    assert width_of("日本") == 4


@given(st.text(max_size=20), st.integers(0, 40), st.sampled_from(Align))
def test_a_padded_text_fills_its_width(text, width, align):
    found = padded(text, width, align)

    assert width_of(found) == max(width, width_of(text))
    assert found.strip(" ") == text.strip(" ")


def test_columns_are_aligned_for_letters_of_equal_width():
    rows = (Row(("น้ำ", baht(1))), Row(("abcdefgh", baht(-1_000))))
    table = Table((Column("x"), Column("y", Kind.MONEY)), rows)
    lines = render_text(paper(table), EN).split("\n")

    first, second = (next(line for line in lines if word in line) for word in ("น้ำ", "abcdefgh"))

    assert width_of(first[: first.index("1.00")]) + 4 == width_of(second)


def test_blocks_without_letters_leave_their_words():
    blocks = (Picture(b"", 30, "ภาพถ่าย"), Picture(b"", 30), Space(9), PageBreak(), CutLine("ส่งคืน"))
    text = render_text(paper(*blocks, Placed(text="ฝาก", x=105, y=2_000)), EN)

    assert "[ภาพถ่าย]" in text
    assert "ส่งคืน" in text
    assert "10.5,200 mm: ฝาก" in text


def test_a_paper_without_a_code_shows_none_in_text():
    assert "Fingerprint" not in render_text(replace(report(), fingerprint=None, blocks=()), EN)


def test_bare_paper_is_only_what_stands_on_it():
    assert render_text(replace(paper(texts_table("ก")), bare=True), EN) == "รายการ\n------\nก\n"


def test_cells_of_several_lines_keep_them():
    text = render_text(paper(texts_table("หนึ่ง\nสอง"), Facts((Fact("ก", "x\ny"),))), EN)

    assert "\nหนึ่ง\nสอง\n" in text
    assert "\nก  x\n   y\n" in text


def test_an_empty_table_says_so_in_text():
    table = Table((Column("ก"),), (), when_empty="ไม่มีรายการ")

    assert "ไม่มีรายการ" in render_text(paper(table), EN)


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        ("=1+1", Kind.TEXT, "=1+1"),
        (None, Kind.MONEY, ""),
        (ZERO, Kind.MONEY, "-"),
        (Money(-1_234_567), Kind.MONEY, "(12,345.67)"),
        (baht(10_000_000_000), Kind.MONEY, "10,000,000,000.00"),
        (23_403, Kind.COUNT, "23,403"),
        (23_403, Kind.CODE, "23403"),
        (Fraction(1, 16), Kind.PERCENT, "6.25%"),
        (Month(2026, 10), Kind.DAY, "ต.ค. 2569"),
        (PRINTED.at, Kind.DAY, "3 พ.ย. 2569 19:05"),
    ],
)
def test_a_cell_shows_its_value(value, kind, shown):
    assert cell_text(value, kind, TH) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (ZERO, "0.00"),
        (baht(-1), "(1.00)"),
        (PRINTED.at.date(), "3 พฤศจิกายน พ.ศ. 2569"),
        (datetime(2026, 11, 3, 7, 5, tzinfo=PRINTED.at.tzinfo), "3 พฤศจิกายน พ.ศ. 2569 07:05"),
        (Month(2026, 10), "ตุลาคม 2569"),
        (42, "42"),
    ],
)
def test_a_fact_has_room_for_long_days_and_writes_zero_out(value, shown):
    assert fact_text(value, TH) == shown


def test_a_sheet_for_both_readers_has_one_day_in_a_cell_and_two_beside_a_label():
    day = PRINTED.at.date()

    assert cell_text(day, Kind.DAY, Voice("both")) == "03/11/2569"
    assert fact_text(day, Voice("both")) == "3 พฤศจิกายน พ.ศ. 2569 / 3 November 2569 BE"
