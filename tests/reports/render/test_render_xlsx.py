"""Spreadsheets: real figures and days, live sums, frozen and repeated heads, all read back."""

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money, baht, total
from reports.document import (
    A4,
    A5,
    Column,
    CutLine,
    Document,
    Fact,
    Facts,
    Heading,
    Kind,
    Paragraph,
    Placed,
    Row,
    RowStyle,
    Signature,
    Signatures,
    Space,
    Table,
    two_up,
)
from reports.render.xlsx import render_xlsx
from reports.words.voice import Era, Voice
from tests.reports.render.papers import (
    COOPERATIVE,
    PRINTED,
    accounts_table,
    paper,
    receipt,
    report,
    texts_table,
)

EN = Voice("en")
MONEY = '#,##0.00_);(#,##0.00);"-"_)'


def workbook(*documents: Document, voice: Voice = EN):
    stream = io.BytesIO()
    render_xlsx(list(documents), voice, stream)
    stream.seek(0)
    return load_workbook(stream)


def sheet(*documents: Document, voice: Voice = EN):
    """The last sheet of the workbook."""
    return workbook(*documents, voice=voice).worksheets[-1]


def cell_with(found, value):
    return next(cell for row in found.iter_rows() for cell in row if cell.value == value)


def column_of(found, title):
    head = cell_with(found, title)
    return [
        row[0]
        for row in found.iter_rows(min_row=head.row + 1, min_col=head.column, max_col=head.column)
    ]


def money_table(*rows: Row, adds: bool = True) -> Table:
    return Table((Column("name"), Column("baht", Kind.MONEY, adds=adds)), rows)


def test_figures_are_figures_and_days_are_days():
    values = (
        baht(-1_250, 50),
        ZERO,
        23_403,
        Fraction(1, 16),
        date(2026, 10, 31),
        Month(2026, 10),
        PRINTED.at,
        None,
    )
    columns = tuple(Column(f"c{nth}", Kind.MONEY) for nth in range(len(values)))
    found = sheet(paper(Table(columns, (Row(values),))))
    cells = [column_of(found, f"c{nth}")[0] for nth in range(len(values))]

    assert [cell.value for cell in cells] == [
        -1_249.5,
        0,
        23_403,
        0.0625,
        datetime(2026, 10, 31),  # noqa: DTZ001  (spreadsheets know no zones)
        datetime(2026, 10, 1),  # noqa: DTZ001
        datetime(2026, 11, 3, 19, 5),  # noqa: DTZ001
        None,
    ]
    assert {cell.data_type for cell in cells[:4]} == {"n"}
    assert all(cell.is_date for cell in cells[4:7])
    assert cells[0].number_format == MONEY


@pytest.mark.parametrize(
    ("voice", "number_format"),
    [
        (Voice("th"), "[$-107041E]d mmm yyyy"),
        (Voice("both"), "[$-107041E]d mmm yyyy"),
        (EN, "[$-1070409]yyyy-mm-dd"),
        (Voice("th", Era.COMMON), "[$-41E]d mmm yyyy"),
        (Voice("en", Era.COMMON), "[$-409]d mmm yyyy"),
    ],
)
def test_days_are_shown_in_the_reader_s_era(voice, number_format):
    table = Table((Column("day", Kind.DAY),), (Row((date(2026, 10, 31),)),))

    assert column_of(sheet(paper(table), voice=voice), "day")[0].number_format == number_format


@pytest.mark.parametrize("text", ["=1+1", "+66 81", "-5", "@x", "=cmd|' /C calc'!A1", "007", "1e6"])
def test_a_text_stays_a_text(text):
    found = sheet(
        paper(
            Table(
                (Column("t"), Column("c", Kind.CODE), Column("m", Kind.MONEY)), (Row((text,) * 3),)
            )
        )
    )

    for title in "tcm":
        cell = column_of(found, title)[0]
        assert (cell.value, cell.data_type) == (text, "s")


def test_no_formula_comes_from_a_text_anywhere():
    bad = "=HYPERLINK(1)"
    blocks = (
        Heading(bad),
        Paragraph.of(bad),
        Facts((Fact(bad, bad),)),
        texts_table(bad),
        CutLine(bad),
    )
    document = replace(
        paper(*blocks, Signatures((Signature(bad, bad),))), title=bad, cooperative=bad, period=bad
    )

    types = {
        cell.data_type for found in workbook(document) for row in found.iter_rows() for cell in row
    }

    assert "f" not in types


def test_totals_are_live_sums():
    rows = (
        Row(("a", baht(1))),
        Row(("b", baht(2))),
        Row(("sum", baht(3)), RowStyle.SUBTOTAL),
        Row(("c", baht(4))),
        Row(("sum", baht(4)), RowStyle.SUBTOTAL),
        Row(("all", baht(7)), RowStyle.TOTAL),
    )
    cells = column_of(sheet(paper(money_table(*rows))), "baht")
    first = cells[0].row

    assert [cell.value for cell in cells[:6]] == [
        1,
        2,
        f"=SUM(B{first}:B{first + 1})",
        4,
        f"=SUM(B{first + 3})",
        f"=SUM(B{first}:B{first + 1},B{first + 3})",
    ]


def test_subtotals_may_be_what_a_total_adds_up():
    rows = (
        Row(("a", baht(5))),
        Row(("net", baht(3)), RowStyle.SUBTOTAL),
        Row(("b", baht(2))),
        Row(("net", baht(2)), RowStyle.SUBTOTAL),
        Row(("all", baht(5)), RowStyle.TOTAL),
        Row(("c", baht(1))),
        Row(("last", baht(1)), RowStyle.TOTAL),
    )
    cells = column_of(sheet(paper(money_table(*rows))), "baht")
    first = cells[0].row

    assert cells[1].value == 3
    assert cells[4].value == f"=SUM(B{first + 1},B{first + 3})"
    assert cells[6].value == f"=SUM(B{first + 5})"


def test_a_total_that_is_no_sum_stays_a_figure():
    total_row = Row(("closing", baht(9)), RowStyle.TOTAL)

    assert (
        column_of(sheet(paper(money_table(Row(("a", baht(1))), total_row))), "baht")[1].value == 9
    )
    assert column_of(sheet(paper(money_table(total_row))), "baht")[0].value == 9
    running = money_table(Row(("a", baht(9))), total_row, adds=False)
    assert column_of(sheet(paper(running)), "baht")[1].value == 9


amounts = st.integers(-(10**12), 10**12).map(Money)


@given(st.lists(st.tuples(amounts, st.sampled_from(RowStyle)), min_size=1, max_size=12))
def test_a_formula_gives_exactly_the_figure_on_the_paper(lines):
    rows: list[Row] = []
    since: list[Money] = []
    all_so_far: list[Money] = []
    for amount, style in lines:
        if style in {RowStyle.SUBTOTAL, RowStyle.TOTAL}:
            amount = total(since if style is RowStyle.SUBTOTAL else all_so_far)  # noqa: PLW2901
        if style is RowStyle.NORMAL:
            since.append(amount)
            all_so_far.append(amount)
        else:
            since.clear()
        rows.append(Row(("x", None if style is RowStyle.HEADING else amount), style))
    cells = column_of(sheet(paper(money_table(*rows))), "baht")[: len(rows)]
    shown: dict[str, Money] = {}

    for cell, row in zip(cells, rows, strict=True):
        value = row.cells[1]
        if cell.data_type == "f":
            assert total(shown[one] for one in named_cells(cell.value)) == value
        shown[cell.coordinate] = value if isinstance(value, Money) else ZERO


def named_cells(formula: str) -> list[str]:
    found = []
    for part in formula.removeprefix("=SUM(").removesuffix(")").split(","):
        first, _, last = part.partition(":")
        letter = first[0]
        found += [f"{letter}{row}" for row in range(int(first[1:]), int((last or first)[1:]) + 1)]
    return found


def test_heads_are_frozen_and_repeated_and_the_page_is_set_up():
    found = sheet(paper(accounts_table()))
    head = cell_with(found, "ชื่อบัญชี").row

    assert found.freeze_panes == f"A{head + 1}"
    assert found.print_title_rows == f"${head - 1}:${head}"
    assert found.page_setup.paperSize == 9
    assert found.page_setup.orientation == "portrait"
    assert (found.page_setup.fitToWidth, found.page_setup.fitToHeight) == (1, 0)
    assert found.sheet_properties.pageSetUpPr.fitToPage
    assert found.oddFooter.right.text == "Page &P of &N"
    assert "นางสาวสมใจ ใจดี" in found.oddFooter.left.text
    assert "ABCD EFGH JKMN PQRS" in found.oddFooter.left.text


def test_the_paper_decides_size_and_direction():
    across, small = (sheet(paper(texts_table("ก"), sheet=one)) for one in (A4.landscape(), A5))

    assert (across.page_setup.paperSize, across.page_setup.orientation) == (9, "landscape")
    assert (small.page_setup.paperSize, small.page_setup.orientation) == (11, "portrait")


def test_a_paper_without_a_code_has_none_in_its_sheet():
    found = sheet(replace(paper(texts_table("ก")), fingerprint=None))

    assert found.oddFooter.left.text == "Printed by นางสาวสมใจ ใจดี, 3 Nov 2569 19:05"
    assert all(cell.value != "Fingerprint code" for row in found.iter_rows() for cell in row)


def test_an_ampersand_in_a_name_is_no_footer_code():
    document = replace(paper(texts_table("ก")), printed=replace(PRINTED, by="A&P"))

    assert "A&&P" in sheet(document).oddFooter.left.text


def test_columns_fit_thai_by_what_is_seen_not_by_marks():
    thai, marks = "ที่น้ำกู้ปี่ฝั่ง" * 2, "ทนกปฝง" * 2
    found = sheet(paper(Table((Column("a"), Column("b")), (Row((thai, marks)),))))
    wide = found.column_dimensions

    assert wide["B"].width == len(marks) + 2
    assert len(thai) > wide["A"].width >= len(marks) + 2


def test_a_long_text_wraps_in_its_column_and_its_row_is_higher():
    found = sheet(paper(texts_table("ก" * 130, "ข", "ค\nง")))
    cells = column_of(found, "รายการ")

    assert cells[0].alignment.wrap_text
    assert found.column_dimensions["A"].width < 60
    assert found.row_dimensions[cells[0].row].height > 40
    assert found.row_dimensions[cells[1].row].height is None
    assert found.row_dimensions[cells[2].row].height > 25


def test_a_long_paragraph_spreads_over_the_columns():
    found = sheet(paper(Paragraph.of("ยาว " * 60), money_table(Row(("a", baht(1))))))
    cell = next(
        cell for row in found.iter_rows() for cell in row if str(cell.value).startswith("ยาว")
    )

    assert any(str(area) == f"A{cell.row}:B{cell.row}" for area in found.merged_cells.ranges)
    assert cell.alignment.wrap_text
    assert found.row_dimensions[cell.row].height > 40


def test_each_table_has_its_sheet_named_by_caption_or_heading():
    named = replace(texts_table("ก"), name="ชื่อ/ที่:ห้าม*")
    book = workbook(
        paper(Heading("หนึ่ง"), texts_table("ก"), Heading("สอง"), texts_table("ข"), named)
    )

    assert book.sheetnames == ["หนึ่ง", "สอง", "ชื่อ ที่ ห้าม"]
    for found in book:
        assert cell_with(found, COOPERATIVE).row == 1


@given(st.lists(st.text(max_size=40), min_size=1, max_size=6))
def test_any_names_become_sheet_names(names):
    tables = [replace(texts_table("ก"), name=name) for name in names]
    found = workbook(paper(*tables)).sheetnames

    assert len({name.casefold() for name in found}) == len(names)
    assert all(0 < len(name) <= 31 for name in found)


def test_history_is_no_name_for_a_sheet():
    assert workbook(paper(replace(texts_table("ก"), name="History"))).sheetnames == ["History (2)"]


def test_many_words_before_a_table_stand_on_a_sheet_of_their_own():
    facts = Facts(tuple(Fact(f"ข้อ{nth}", nth) for nth in range(12)))
    book = workbook(paper(Heading("สรุป"), facts, Heading("ตาราง"), texts_table("ก")))

    assert book.sheetnames == ["งบทดลอง", "ตาราง"]
    assert cell_with(book.worksheets[0], "ข้อ11")
    assert cell_with(book.worksheets[1], "ตาราง")


def test_nothing_of_the_paper_is_missing():
    book = workbook(replace(report(), practice=True, copy=2))
    values = [
        str(cell.value)
        for found in book
        for row in found.iter_rows()
        for cell in row
        if cell.value is not None
    ]

    for wanted in (
        "[สมุดฝึกหัด / Practice book]",
        "[Copy 2]",
        "1. สรุป",
        "12345.5",
        "120",
        "ABCD EFGH JKMN PQRS",
        "(นางสาวสมใจ ใจดี)",
        "ประธานกรรมการ",
        "Printed by นางสาวสมใจ ใจดี, 3 Nov 2569 19:05",
    ):
        assert wanted in values


def test_words_after_a_table_follow_it():
    blocks = (
        texts_table("ก"),
        Paragraph.of("หมายเหตุ"),
        Space(3),
        Placed(text="ที่", x=1, y=1),
        CutLine("ส่งคืน"),
    )
    found = sheet(paper(*blocks))

    assert (
        cell_with(found, "ก").row < cell_with(found, "หมายเหตุ").row < cell_with(found, "ส่งคืน").row
    )


def test_slips_of_one_sheet_are_sheets_of_their_own():
    (pair,) = two_up([receipt(1), receipt(2)])

    assert len(workbook(pair).sheetnames) == 2


def test_an_empty_table_says_so_in_its_sheet():
    table = Table((Column("ก"),), (), when_empty="ไม่มีรายการ")

    assert cell_with(sheet(paper(table)), "ไม่มีรายการ")


def test_sums_are_worked_out_when_the_file_is_opened():
    assert workbook(report()).calculation.fullCalcOnLoad


def test_every_part_of_the_archive_has_the_date_of_printing():
    stream = io.BytesIO()
    render_xlsx(report(), EN, stream)

    dates = {entry.date_time for entry in zipfile.ZipFile(stream).infolist()}

    assert dates == {(2026, 11, 3, 12, 5, 0)}


def test_a_head_of_several_lines_has_the_height_for_them():
    title = "จากสมาชิกถึงสหกรณ์ / Members to the cooperative"
    long = Table((Column("รายการ"), Column(title, Kind.MONEY)), ())
    found = sheet(paper(long))
    head = cell_with(found, "รายการ").row

    assert found.row_dimensions[head].height > 40


def test_many_facts_without_a_heading_stand_in_front_and_leave_no_empty_sheet():
    facts = Facts(tuple(Fact(f"ข้อ {nth}", nth) for nth in range(12)))
    book = workbook(paper(facts, texts_table("ก")))

    front, table = book.worksheets
    assert "ข้อ 11" in {cell.value for row in front for cell in row}
    assert "ข้อ 11" not in {cell.value for row in table for cell in row}
