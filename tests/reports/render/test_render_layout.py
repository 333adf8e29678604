"""Pages: heads repeated, what belongs together together, page x of y, marks on every page."""

import io
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from ledger.domain.money import ZERO, Money, baht
from reports.document import (
    A4,
    A5,
    PASSBOOK,
    QR,
    ROLL_80,
    Align,
    Column,
    CutLine,
    Fact,
    Facts,
    Heading,
    Kind,
    PageBreak,
    Paragraph,
    Picture,
    Placed,
    Row,
    RowStyle,
    Signature,
    Signatures,
    Space,
    Table,
    two_up,
)
from reports.render.pdf_book import PdfBook
from reports.render.pdf_layout import draw_document
from reports.render.segmenter import split
from reports.words.voice import Voice
from tests.reports.render.papers import (
    COOPERATIVE,
    SEAL,
    accounts_table,
    paper,
    receipt,
    report,
    texts_table,
)
from tests.reports.render.read_pdf import PdfCopy, Run, pdf_bytes, pdf_of, texts_of

TH, EN = Voice("th"), Voice("en")
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc0\x00\x11\x08\x00\x20\x00\x40\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01\xff\xd9"
)


def run_of(copy: PdfCopy, text: str, page: int = 0) -> Run:
    (run,) = [run for run in copy.runs(page) if run.text == text]
    return run


def right_end(copy: PdfCopy, run: Run) -> float:
    _, widths = copy.font("F2" if run.strong else "F1")
    last = run.glyphs[-1]
    return run.x + (last.right + widths[last.number]) * run.size / 1000


def test_every_page_has_head_period_printer_code_and_its_number():
    copy = pdf_of(report(120), EN)

    assert len(copy.pages) == 4
    for nth in range(4):
        texts = texts_of(copy, nth)
        assert f"Page {nth + 1} of 4" in texts
        assert "ตุลาคม 2569" in texts
        assert any(COOPERATIVE in text for text in texts)
        assert "Printed by นางสาวสมใจ ใจดี, 3 Nov 2569 19:05" in texts
        assert "ABCD EFGH JKMN PQRS" in texts


def test_the_head_of_a_table_stands_on_every_page_and_is_read_once():
    copy = pdf_of(paper(accounts_table(120)), TH)
    heads = [[run.role for run in copy.runs(nth) if run.text == "ชื่อบัญชี"] for nth in range(3)]

    assert heads == [["TH"], ["Artifact"], ["Artifact"]]


def test_a_head_that_shall_not_repeat_does_not():
    copy = pdf_of(paper(replace(accounts_table(120), repeat_head=False)), TH)

    assert "ชื่อบัญชี" not in texts_of(copy, 1)


@pytest.mark.parametrize("count", range(76, 84))
def test_a_table_too_long_to_stay_whole_still_keeps_its_total_with_a_row(count):
    rows = [Row((f"ข้อ{nth}",)) for nth in range(count)]
    table = Table((Column("รายการ"),), (*rows, Row(("รวม",), RowStyle.TOTAL)), keep_together=True)
    copy = pdf_of(paper(table), TH)

    assert f"ข้อ{count - 1}" in texts_of(copy, len(copy.pages) - 1)


def test_all_rows_stand_on_the_pages_once_and_in_order():
    copy = pdf_of(paper(accounts_table(150)), TH)
    texts = [text for nth in range(len(copy.pages)) for text in texts_of(copy, nth)]

    assert [text for text in texts if re.fullmatch("1[0-9]{3}", text)] == [
        str(number) for number in range(1010, 1160)
    ]


@pytest.mark.parametrize("count", range(33, 42))
def test_a_total_never_opens_a_page(count):
    rows = [Row((f"ข้อ{nth}", baht(1))) for nth in range(count)]
    total = Row(("รวมทั้งสิ้น", baht(count)), RowStyle.TOTAL)
    table = Table((Column("รายการ"), Column("บาท", Kind.MONEY)), (*rows, total))
    copy = pdf_of(paper(table), TH)

    last = texts_of(copy, len(copy.pages) - 1)

    assert "รวมทั้งสิ้น" in last
    assert f"ข้อ{count - 1}" in last


@pytest.mark.parametrize("count", range(30, 42))
def test_a_heading_stays_with_the_first_row_of_its_table(count):
    copy = pdf_of(paper(texts_table(*["ก"] * count), Heading("หัวข้อ"), texts_table("แถวแรก")), TH)
    pages = [texts_of(copy, nth) for nth in range(len(copy.pages))]

    (page,) = [page for page in pages if "หัวข้อ" in page]

    assert "แถวแรก" in page


@pytest.mark.parametrize("count", range(28, 40))
def test_what_a_heading_says_of_its_table_stays_with_the_first_row(count):
    said = (Heading("หัวข้อ"), Paragraph.of("หมายเหตุ"), Facts((Fact("จำนวน", "สามคน"),)))
    copy = pdf_of(paper(texts_table(*["ก"] * count), *said, texts_table("แถวแรก")), TH)
    pages = [texts_of(copy, nth) for nth in range(len(copy.pages))]

    (page,) = [page for page in pages if "หัวข้อ" in page]

    assert {"หมายเหตุ", "สามคน", "แถวแรก"} <= set(page)


def test_a_table_that_wishes_to_stay_whole_moves_to_the_next_page():
    whole = replace(texts_table(*[f"ข{nth}" for nth in range(20)]), keep_together=True)
    copy = pdf_of(paper(texts_table(*["ก"] * 25), whole), TH)

    assert "ข0" not in texts_of(copy, 0)
    assert {f"ข{nth}" for nth in range(20)} <= set(texts_of(copy, 1))


def test_a_table_too_long_to_stay_whole_begins_where_it_stands():
    whole = replace(texts_table(*[f"ข{nth}" for nth in range(90)]), keep_together=True)

    assert "ข0" in texts_of(pdf_of(paper(texts_table("ก"), whole), TH), 0)


@pytest.mark.parametrize("count", range(26, 36))
def test_nobody_signs_a_page_without_figures(count):
    signed = Signatures((Signature("ประธานกรรมการ"),))
    rows = [f"ข้อ{nth}" for nth in range(count)]
    copy = pdf_of(paper(texts_table(*rows), SEAL, signed), TH)

    last = texts_of(copy, len(copy.pages) - 1)

    assert "ประธานกรรมการ" in last
    assert rows[-1] in last


@pytest.mark.parametrize("count", range(24, 36))
def test_a_code_below_signatures_never_stands_alone_on_a_page(count):
    signed = Signatures((Signature("ประธานกรรมการ"),))
    rows = [f"ข้อ{nth}" for nth in range(count)]
    copy = pdf_of(paper(texts_table(*rows), signed, SEAL), EN)

    (page,) = [
        texts
        for texts in (texts_of(copy, nth) for nth in range(len(copy.pages)))
        if "Act 1,204" in texts
    ]

    assert {"ประธานกรรมการ", rows[-1]} <= set(page)


def test_a_page_break_opens_a_page_but_no_empty_one():
    breaks = (PageBreak(), PageBreak(), Paragraph.of("สอง"))
    copy = pdf_of(paper(Paragraph.of("หนึ่ง"), *breaks), TH)

    assert len(copy.pages) == 2
    assert "สอง" in texts_of(copy, 1)


def test_nothing_leaves_the_margins():
    long = "ยาวมาก" * 60
    blocks = (
        Heading(long),
        Paragraph(text=long, first_line=12),
        Facts((Fact(long, long), Fact("ก", "A" * 300)), columns=2),
        Table(
            (Column(long, Kind.CODE), Column("A" * 300), Column("บาท", Kind.MONEY)),
            (Row(("A" * 300, long, baht(10_000_000_000))),),
            caption=long,
        ),
        Signatures((Signature(long, long),) * 3),
        CutLine(long),
    )
    document = replace(paper(*blocks), title=long, cooperative=long, subtitles=(long,))
    for sheet in (A4, A5, ROLL_80):
        copy = pdf_of(replace(document, paper=sheet), TH)
        margin = sheet.margin * 72 / 25.4 - 0.5
        for nth in range(len(copy.pages)):
            for run in copy.runs(nth):
                if run.glyphs:
                    assert run.x >= margin
                    assert right_end(copy, run) <= sheet.width * 72 / 25.4 - margin


def test_a_paragraph_breaks_only_between_words():
    text = "ผู้ตรวจสอบกิจการตรวจนับเงินสดคงเหลือตรงตามบัญชีคุมยอดลูกหนี้เงินกู้ค้างชำระ" * 5
    lines = [line for line in texts_of(pdf_of(paper(Paragraph.of(text)), TH)) if line in text]
    words = split(text)
    ends = {len("".join(words[:nth])) for nth in range(len(words) + 1)}
    at = 0
    for line in lines:
        at = text.index(line, at) + len(line)
        assert at in ends

    assert len(lines) > 2
    assert "".join(lines) == text


def test_no_line_begins_with_a_space():
    lines = texts_of(pdf_of(paper(Paragraph.of("เงินฝาก  สมาชิก " * 60)), TH))

    assert len(lines) > 10
    assert not any(line.startswith(" ") for line in lines)


def test_narrow_columns_are_as_wide_as_their_longest_word():
    text = "กรมส่งเสริมสหกรณ์ " * 6
    columns = tuple(Column(f"ก{nth}") for nth in range(4))
    copy = pdf_of(paper(Table((*columns, Column("ข")), (Row((*[text] * 4, "เงิน " * 200)),))), TH)
    lines = [run.text for run in copy.runs(0) if run.role == "TD" and "ก" in run.text]

    assert lines == ["กรมส่งเสริมสหกรณ์"] * 24


def test_figures_stand_under_each_other_and_brackets_hang_to_the_right():
    amounts = (baht(1), baht(10_000_000_000), Money(-25_025), ZERO)
    table = Table((Column("บาท", Kind.MONEY),), tuple(Row((amount,)) for amount in amounts))
    copy = pdf_of(paper(table), TH)

    ends = {
        text: right_end(copy, run_of(copy, text))
        for text in ("1.00", "10,000,000,000.00", "(250.25)", "-")
    }

    assert ends["1.00"] == pytest.approx(ends["10,000,000,000.00"], abs=0.02)
    assert ends["1.00"] == pytest.approx(ends["-"], abs=0.02)
    assert 1 < ends["(250.25)"] - ends["1.00"] < 5


def test_many_figures_make_the_letters_smaller_until_they_fit():
    columns = tuple(Column(f"เดือนที่ {nth}", Kind.MONEY) for nth in range(14))
    table = Table(columns, (Row((baht(123_456, 78),) * 14),))
    copy = pdf_of(paper(table), TH)

    found = [run for run in copy.runs(0) if run.text == "123,456.78"]

    assert len(found) == 14
    assert 6 <= found[0].size < 8
    assert all(after.x > right_end(copy, run) for run, after in pairwise(found))


def test_an_empty_table_says_so():
    table = Table((Column("รายการ"), Column("บาท", Kind.MONEY)), (), when_empty="ไม่มีรายการ")

    assert "ไม่มีรายการ" in texts_of(pdf_of(paper(table), TH))


def test_a_cell_of_many_lines_goes_on_on_the_next_page():
    lines = [f"บรรทัด{nth}" for nth in range(130)]
    copy = pdf_of(paper(texts_table("\n".join(lines))), TH)
    texts = [text for nth in range(len(copy.pages)) for text in texts_of(copy, nth)]

    assert len(copy.pages) > 2
    assert [text for text in texts if text.startswith("บรรทัด")] == lines


def test_rows_for_handwriting_have_their_height():
    table = replace(texts_table(*"กขคง"), grid=True, row_height=9)
    copy = pdf_of(paper(table), TH)

    heights = [run_of(copy, one).y - run_of(copy, other).y for one, other in ("กข", "ขค", "คง")]

    assert heights == pytest.approx([9 * 72 / 25.4] * 3, abs=0.02)


def test_columns_of_one_group_stand_under_one_head():
    copy = pdf_of(paper(accounts_table()), TH)
    group = run_of(copy, "เดือนนี้")

    assert run_of(copy, "จำนวนเงิน").x < right_end(copy, group)
    assert group.x < run_of(copy, "ส่วน").x
    assert group.y > run_of(copy, "ส่วน").y


def test_the_practice_band_says_so_in_both_languages_on_every_page():
    for sheet in (A4, A5, ROLL_80):
        copy = pdf_of(replace(report(60), practice=True, paper=sheet), EN)
        for nth, _ in enumerate(copy.pages):
            assert any("Practice book" in text for text in texts_of(copy, nth))
            assert b"0.98 0.77 0.28 rg" in copy.page_content(nth)


def test_no_band_stands_on_real_paper():
    assert b"0.98 0.77 0.28 rg" not in pdf_of(report(), TH).page_content(0)


def test_a_copy_is_marked_with_its_number_on_every_page():
    for sheet in (A4, ROLL_80):
        copy = pdf_of(replace(report(60), copy=2, paper=sheet), EN)
        assert all("Copy 2" in texts_of(copy, nth) for nth in range(len(copy.pages)))
        assert "Copy 2" not in texts_of(pdf_of(replace(report(), paper=sheet), EN))


def test_two_slips_stand_on_one_sheet_and_an_odd_one_stands_alone():
    stream = [replace(receipt(number), copy=number - 1) for number in (1, 2, 3)]
    pages = [pdf_of(sheet, EN) for sheet in two_up(stream)]

    assert [texts_of(page).count("งบทดลอง") for page in pages] == [2, 1]
    first, second = (run_of(pages[0], f"ร-2569/000{number}") for number in (1, 2))
    assert first.y - second.y == pytest.approx(148.5 * 72 / 25.4, abs=2)


def test_a_slip_too_long_for_half_a_sheet_takes_more_halves():
    long = replace(receipt(), blocks=(texts_table(*[f"ข้อ{nth}" for nth in range(40)]),))
    (sheet,) = two_up([long, receipt(2)])
    copy = pdf_of(sheet, EN)
    texts = [text for nth in range(len(copy.pages)) for text in texts_of(copy, nth)]

    assert len(copy.pages) == 2
    assert {f"ข้อ{nth}" for nth in range(40)} <= set(texts)
    assert "Page 2 of 3" in texts


def test_a_roll_is_as_long_as_its_text():
    def height(document):
        (page,) = pdf_of(document, TH).pages
        (found,) = re.findall(rb"MediaBox\[0 0 ([\d.]+) ([\d.]+)\]", page)
        assert float(found[0]) == pytest.approx(80 * 72 / 25.4, abs=0.01)
        return float(found[1])

    short, long = (texts_table(*["ก"] * count) for count in (3, 30))

    assert height(paper(short, sheet=ROLL_80)) + 250 < height(paper(long, sheet=ROLL_80))


def test_placed_text_stands_where_it_shall_and_nothing_else_is_printed():
    block = Placed(text="1,250.50", x=1_000, y=300, align=Align.END)
    copy = pdf_of(replace(paper(block), bare=True, paper=PASSBOOK), TH)
    (run,) = copy.runs(0)

    assert right_end(copy, run) == pytest.approx(100 * 72 / 25.4, abs=0.02)
    assert run.y == pytest.approx((160 - 30) * 72 / 25.4, abs=0.02)


def test_a_picture_is_drawn_with_its_words_and_kept_once():
    photo = Picture(JPEG, 30, "ภาพถ่ายสมาชิก", Align.CENTRE)
    content = pdf_bytes(replace(paper(photo, photo), fingerprint=None), TH)
    copy = PdfCopy(content)

    assert content.count(JPEG) == 1
    assert copy.page_content(0).count(b" Do Q") == 2
    words = "ภาพถ่ายสมาชิก".encode("utf-16-be").hex().encode()
    assert sum(words in facts for facts, _ in copy.objects.values()) == 2


@pytest.mark.parametrize(
    "content", [b"", b"no picture", JPEG[:20], JPEG.replace(b"\x08\x00\x20", b"\x10\x00\x20")]
)
def test_bytes_that_are_no_picture_leave_an_empty_frame(content):
    picture = Picture(content, 30, align=Align.END)
    copy = pdf_of(replace(paper(picture), fingerprint=None), TH)

    assert b" Do Q" not in copy.page_content(0)
    assert b" re S Q" in copy.page_content(0)


def test_a_code_is_drawn_inside_its_quiet_zone_and_can_be_read_aloud():
    copy = pdf_of(paper(QR("SATCHA", "คำอธิบาย", size=29)), TH)
    boxes = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re", copy.page_content(0))
    side = 29 * 72 / 25.4 / (21 + 8)
    left = (210 - 29) / 2 * 72 / 25.4 + 4 * side

    black = [tuple(map(float, box)) for box in boxes if abs(float(box[3]) - side) < 0.01]

    assert len(black) > 50
    assert min(box[0] for box in black) == pytest.approx(left, abs=0.02)
    assert "คำอธิบาย" in texts_of(copy)


def test_the_first_line_of_a_paragraph_is_indented():
    text = "ผู้ตรวจสอบกิจการ ตรวจนับเงินสด " * 12
    copy = pdf_of(paper(Paragraph(text=text, first_line=12), Space(3)), TH)
    lines = [run for run in copy.runs(0) if run.role == "Span"][-4:]
    starts = [run.x for run in lines if run.text.strip() and run.text.strip() in text]

    assert max(starts) - min(starts) == pytest.approx(12 * 72 / 25.4, abs=0.02)


def test_values_are_shown_in_the_reader_s_habits():
    table = Table((Column("วันที่", Kind.DAY),), (Row((date(2026, 10, 31),)),))

    assert "31 ต.ค. 2569" in texts_of(pdf_of(paper(table), TH))
    assert "31 Oct 2569" in texts_of(pdf_of(paper(table), EN))
    assert "31/10/2569" in texts_of(pdf_of(paper(table), Voice("both")))
    assert "๓๑ ต.ค. ๒๕๖๙" in texts_of(pdf_of(paper(table), Voice("th", thai_digits=True)))


def test_a_heading_row_stays_with_the_row_it_names():
    for count in range(30, 42):
        rows = [*(Row((f"ข้อ{nth}",)) for nth in range(count)), Row(("หมวด",), RowStyle.HEADING)]
        copy = pdf_of(paper(Table((Column("รายการ"),), (*rows, Row(("ลูก",))))), TH)
        (page,) = [nth for nth in range(len(copy.pages)) if "หมวด" in texts_of(copy, nth)]

        assert "ลูก" in texts_of(copy, page)


def test_a_column_may_be_aligned_otherwise():
    columns = (Column("a", align=Align.CENTRE), Column("b", Kind.MONEY, align=Align.START))
    copy = pdf_of(paper(Table(columns, (Row(("กลาง", baht(1))), Row(("ก", baht(9_999)))))), TH)

    middle, short = run_of(copy, "กลาง"), run_of(copy, "ก")

    assert middle.x + right_end(copy, middle) == pytest.approx(
        short.x + right_end(copy, short), abs=0.05
    )
    assert run_of(copy, "1.00").x == run_of(copy, "9,999.00").x


def test_figures_for_which_there_is_no_room_are_squeezed_but_all_there():
    columns = tuple(Column(f"m{nth}", Kind.MONEY) for nth in range(40))
    copy = pdf_of(paper(Table(columns, (Row((baht(1_234_567),) * 40),))), TH)
    drawn = "".join(run.text for run in copy.runs(0) if run.role == "TD")

    assert drawn.replace(" ", "") == "1,234,567.00" * 40


def test_columns_without_texts_share_the_width_alike():
    columns = (Column("ก", Kind.COUNT), Column("ข", Kind.COUNT))
    copy = pdf_of(paper(Table(columns, (Row((1, 2)),))), TH)

    first, second = (right_end(copy, run_of(copy, text)) for text in "12")

    assert second - first == pytest.approx((210 - 32) / 2 * 72 / 25.4, abs=0.3)


def test_a_title_of_a_column_leaves_room_for_the_rows():
    copy = pdf_of(
        paper(Table((Column("ยาว" * 400), Column("ข", Kind.MONEY)), (Row(("ก", None)),))), TH
    )
    heads = [run for run in copy.runs(0) if run.role == "TH" and "ยาว" in run.text]

    assert len(heads) == 4
    assert heads[-1].text.endswith("…")


def test_a_batch_shapes_more_lines_than_it_keeps(monkeypatch):
    monkeypatch.setattr("reports.render.lettering._CACHED_LINES", 5)
    table = texts_table(*[f"ที่{nth}ก" for nth in range(30)])

    assert {f"ที่{nth}ก" for nth in range(30)} <= set(texts_of(pdf_of(paper(table), TH)))


def test_rows_that_all_hold_together_are_parted_only_by_the_page_s_end():
    rows = tuple(Row((f"รวม{nth}",), RowStyle.SUBTOTAL) for nth in range(90))
    copy = pdf_of(paper(Table((Column("รายการ"),), rows)), TH)
    texts = [text for nth in range(len(copy.pages)) for text in texts_of(copy, nth)]

    assert len(copy.pages) == 3
    assert [text for text in texts if text.startswith("รวม")] == [f"รวม{nth}" for nth in range(90)]


def test_a_long_text_beside_figures_gives_way_before_their_titles_do():
    table = Table(
        (Column("รายการ"), Column("ยอดคงเหลือ", Kind.MONEY)), (Row(("ยาวมาก " * 40, baht(1))),)
    )
    copy = pdf_of(paper(table), TH)

    assert run_of(copy, "ยอดคงเหลือ").role == "TH"


def test_names_stay_on_one_line_beside_one_long_note():
    name = "นางสาวพรรณพิลาส ทรัพย์เจริญรุ่งเรืองกิจ"
    rows = (Row((name, "")), Row((name, "ใบเสร็จนี้เขียนชื่อผิดแล้วเขียนใหม่ " * 12)))
    copy = pdf_of(paper(Table((Column("ชื่อ"), Column("หมายเหตุ")), rows)), TH)

    assert texts_of(copy).count(name) == 2


def both_languages_table(*names: str, columns: int = 5) -> Table:
    """Names in both languages beside so many columns of amounts."""
    amounts = [Column("ชำระแล้ว / Paid", Kind.MONEY)] * columns
    rows = tuple(Row((name, *[baht(123_456)] * columns)) for name in names)
    return Table((Column("บัญชี / Account"), *amounts), rows)


def test_a_name_in_both_languages_that_is_too_long_parts_between_them():
    name = "ดอกเบี้ยเงินกู้ที่อยู่อาศัย / Interest, housing loans"
    table = both_languages_table(name, "ค่าหุ้น / Shares", columns=6)
    found = texts_of(pdf_of(paper(table), Voice("both")))

    assert {"ดอกเบี้ยเงินกู้ที่อยู่อาศัย /", "Interest, housing loans"} <= set(found)
    assert "ค่าหุ้น / Shares" in found


def test_titles_in_both_languages_take_two_lines_before_names_take_more_than_one():
    name = "ดอกเบี้ยเงินกู้ที่อยู่อาศัย / Housing"
    fewer, more = (
        texts_of(pdf_of(paper(both_languages_table(name, columns=count)), Voice("both")))
        for count in (3, 5)
    )

    assert "ชำระแล้ว / Paid" in fewer
    assert "ชำระแล้ว / Paid" not in more
    assert {"ชำระแล้ว /", "Paid"} <= set(more)
    assert name in more


def test_no_line_begins_with_the_slash_between_two_languages():
    for width in range(20, 60):
        text = "เงิน " * width + "ที่อยู่อาศัย / months of the promise" + " and more" * 20
        lines = texts_of(pdf_of(paper(Paragraph.of(text)), Voice("both")))

        assert not any(line.startswith("/") for line in lines)


def test_of_a_finished_document_only_its_place_is_kept():
    book = PdfBook(io.BytesIO())
    draw_document(report(60), book, TH)

    assert book.tags._open == []


def test_a_table_needs_columns_and_full_rows():
    with pytest.raises(ValueError, match="has columns"):
        Table((), ())
    with pytest.raises(ValueError, match="one cell for each"):
        Table((Column("ก"),), (Row(("ก", "ข")),))


def test_a_paper_without_a_code_prints_none():
    document = replace(
        report(), fingerprint=None, blocks=(texts_table("ก"), Signatures(()), Facts(()))
    )
    for sheet in (A4, ROLL_80):
        assert "Fingerprint code" not in texts_of(pdf_of(replace(document, paper=sheet), EN))


def test_an_empty_table_without_words_is_only_its_head():
    copy = pdf_of(paper(Table((Column("รายการ"),), ())), TH)

    assert [run.text for run in copy.runs(0) if run.role in {"TH", "TD"}] == ["รายการ"]


def test_a_code_without_qr_stands_alone():
    copy = pdf_of(paper(replace(SEAL, qr="")), EN)

    assert b"q 0 g" not in copy.page_content(0)
    assert "Act 1,204" in texts_of(copy)


def test_a_word_too_wide_for_its_column_is_cut_between_letters_with_their_marks():
    word = "ฌี้ฆุ่" * 60
    copy = pdf_of(paper(Paragraph.of(word)), TH)
    lines = [text for text in texts_of(copy) if text and text in word]

    assert "".join(lines) == word
    assert all(line.startswith(("ฌี้", "ฆุ่")) for line in lines)


def test_an_abbreviation_stays_whole():
    for width in range(20, 60):
        lines = texts_of(pdf_of(paper(Paragraph.of("เงิน " * width + "พ.ศ. 2569 น.ส.ล. 12")), TH))

        assert not any(line.endswith(("พ.", "น.", "น.ส.")) for line in lines)


def test_a_slip_that_would_need_two_halves_is_set_smaller_when_it_fits_one():
    def half(rows):
        long = replace(receipt(1), blocks=(texts_table(*["ก"] * rows),))
        copies = [pdf_of(sheet, TH) for sheet in two_up([long, long])]
        pages = sum(len(copy.pages) for copy in copies)
        return pages, min(map(float, re.findall(rb"BT.*? ([\d.]+) 0 0", copies[0].page_content(0))))

    found = [half(rows) for rows in range(4, 24)]

    # The letters of the foot: as usual, smaller to spare the second half, as usual on two halves.
    assert [now for before, now in pairwise([None, *found]) if now != before] == [
        (1, 7.5),
        (1, 7),
        (2, 7.5),
    ]


def test_a_roll_has_one_column_of_facts():
    facts = Facts((Fact("ใบเสร็จรับเงินเลขที่", "R2569/000007"), Fact("วันที่", "2569")))
    copy = pdf_of(replace(paper(facts), paper=ROLL_80), TH)

    values = {run.text: run.x for run in copy.runs(0) if run.text in {"R2569/000007", "2569"}}
    assert len(set(values.values())) == 1
    assert len(values) == 2


def test_an_amount_beside_its_label_is_never_torn():
    amount = baht(10_000_004_263, 75)
    facts = Facts(tuple(Fact("เดบิตสะสมทั้งหมดของสมุด", amount) for _ in range(5)), columns=4)
    copy = pdf_of(paper(facts), TH)

    assert texts_of(copy).count("10,000,004,263.75") == 5


def test_a_bracket_stays_with_what_it_holds():
    for width in range(20, 60):
        text = "เงิน " * width + "(บาท)"
        lines = texts_of(pdf_of(paper(Paragraph.of(text)), TH))

        assert not any(line.startswith(")") or line.endswith("(") for line in lines)


def test_a_foot_and_a_role_in_both_languages_are_cut_nowhere():
    roles = [Signature("เลขานุการที่ประชุม / Secretary of the meeting")] * 3
    slip = replace(paper(Signatures(tuple(roles))), paper=A5)
    on_a4 = texts_of(pdf_of(replace(slip, paper=A4), Voice("both")))
    on_a5 = texts_of(pdf_of(slip, Voice("both")))

    assert not [text for text in on_a4 + on_a5 if text.endswith("…")]


def test_labels_take_more_than_half_where_that_spares_lines_but_break_no_value():
    facts = Facts((Fact("เลขทะเบียนสมาชิก / Member number", "0001"),))
    # The label is wider than half of one of two columns.
    two = paper(Facts(facts.facts * 2))
    assert texts_of(pdf_of(two, TH)).count("เลขทะเบียนสมาชิก / Member number") == 2

    long = Facts((Fact("เลขทะเบียนสมาชิก / Member number", baht(10_000_000_000)),))
    assert "10,000,000,000.00" in texts_of(pdf_of(replace(paper(long), paper=A5), TH))
