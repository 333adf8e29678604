"""What is searched, copied and read aloud is exactly the Thai that was put in."""

import shutil
import subprocess
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.document import A4, A5, ROLL_80, Column, Kind, Paragraph, Row, RowStyle, Table
from reports.words.voice import Voice
from tests.reports.render.papers import COOPERATIVE, HARD_WORDS, paper, receipt, report, texts_table
from tests.reports.render.read_pdf import PdfCopy, pdf_bytes, pdf_of, texts_of

TH = Voice("th")
pypdfium2 = import_module("pypdfium2")  # it has no types to check
SENTENCES = (
    "ที่ น้ำ กู้ ปี่ ฝั่ง กตัญญู ญี่ปุ่น ฐานะ ป๊า ฎีกา ศึกษา ซ้ำ ก็ เก๋า",
    "เงินกู้ของนางน้ำฝน ปี่แก้ว 1,250.50 บาท (พ.ศ. 2569)",
    "ABCที่ Mr.น้ำใจ xกู้",
    "๑,๒๕๐.๕๐",
    "Trial balance (October 2569)",
)


def by_pdfium(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    pages = [document[nth].get_textpage().get_text_range() for nth in range(len(document))]
    return "\n".join(pages).replace("\r\n", "\n")


def by_the_format(content: bytes) -> str:
    copy = PdfCopy(content)
    return "\n".join(text for nth in range(len(copy.pages)) for text in texts_of(copy, nth))


def by_poppler(content: bytes) -> str:
    program = shutil.which("pdftotext")
    assert program is not None
    run = subprocess.run(
        [program, "-raw", "-", "-"], input=content, capture_output=True, check=True
    )
    return run.stdout.decode("utf-8")


# Poppler is asked wherever it is installed; the other two are there on every machine.
EXTRACTORS = [by_pdfium, by_the_format, *([by_poppler] if shutil.which("pdftotext") else [])]


@pytest.mark.parametrize("extract", EXTRACTORS)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_comes_back_from_text_cells_and_totals(extract, sentence):
    table = texts_table(sentence)
    table = Table(table.columns, (*table.rows, Row((sentence,), RowStyle.TOTAL)))

    lines = extract(pdf_bytes(paper(Paragraph.of(sentence), table), TH)).split("\n")

    assert [line.strip() for line in lines].count(sentence) == 3


@pytest.mark.parametrize("extract", EXTRACTORS)
@settings(max_examples=30)
@given(words=st.lists(st.sampled_from(HARD_WORDS), min_size=1, max_size=6))
def test_any_words_come_back(extract, words):
    sentence = " ".join(words)

    assert sentence in extract(pdf_bytes(paper(Paragraph.of(sentence)), TH))


@pytest.mark.parametrize("extract", EXTRACTORS)
def test_a_wrapped_paragraph_comes_back_line_by_line(extract):
    text = "ผู้ตรวจสอบกิจการตรวจนับเงินสดคงเหลือตรงตามบัญชีคุมยอดลูกหนี้เงินกู้ค้างชำระ" * 4

    found = extract(pdf_bytes(paper(Paragraph.of(text)), TH)).replace("\n", "")

    assert text in found


@pytest.mark.parametrize("document", [report(40), receipt(), receipt(sheet=ROLL_80)])
def test_language_title_and_structure_are_set(document):
    copy = pdf_of(document, TH)
    info = copy.named(copy.trailer, "Info")[0]

    assert b"/Lang(th)" in copy.catalog
    assert b"/Title<FEFF%b>" % document.title.encode("utf-16-be").hex().upper().encode() in info
    assert b"/CreationDate(D:20261103190500+07'00')" in info
    assert b"/DisplayDocTitle true" in copy.catalog
    metadata = copy.named(copy.catalog, "Metadata")[1] or b""
    assert document.title.encode() in metadata
    assert COOPERATIVE.encode() in metadata


def test_each_mark_of_a_page_belongs_to_one_element_of_the_tree():
    copy = pdf_of(report(40), TH)
    roots = copy.named(copy.catalog, "StructTreeRoot")[0]
    places = copy.named(roots, "ParentTree")[0]

    for nth, page in enumerate(copy.pages):
        assert b"/StructParents %d" % nth in page
        owners = copy.objects[int(places.split(b"[")[1].split()[nth * 4 + 1])][0]
        count = copy.page_content(nth).count(b"<</MCID ")
        assert owners.count(b" 0 R") == count > 0


def test_a_table_is_read_as_heads_and_cells():
    table = Table((Column("ชื่อ"), Column("บาท", Kind.MONEY)), (Row(("ก", None)), Row(("ข", None))))

    copy = pdf_of(paper(table), TH)
    roles = [run.role for run in copy.runs(0) if run.text in set("กข") | {"ชื่อ", "บาท"}]

    assert roles == ["TH", "TH", "TD", "TD"]
    heads = [facts for facts, _ in copy.objects.values() if facts.startswith(b"<</S/TH/")]
    assert all(b"/A<</O/Table/Scope/Column>>" in facts for facts in heads)
    assert len(heads) == 2


def test_the_language_follows_the_voice_unless_the_paper_says_otherwise():
    assert b"/Lang(en)" in pdf_of(paper(), Voice("en")).catalog
    assert b"/Lang(th)" in pdf_of(paper(), Voice("both")).catalog


def test_a_sheet_has_its_size():
    for sheet in (A4, A5, A4.landscape()):
        (page,) = pdf_of(paper(sheet=sheet), TH).pages
        points = b"%.2f %.2f" % (sheet.width * 72 / 25.4, sheet.height * 72 / 25.4)
        assert b"/MediaBox[0 0 %b]" % points in page
