"""Glyphs on paper are those of the reference shaper, at the very places it gives them."""

import re

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

import reports.render
from reports.document import Heading, Paragraph, Row, RowStyle
from reports.words.voice import Voice
from tests.reports.render.papers import HARD_WORDS, paper, texts_table
from tests.reports.render.read_pdf import PdfCopy, pdf_of

FONTS = f"{reports.render.__path__[0]}/fonts"
TH = Voice("th")


def reference(text: str, *, strong: bool) -> list[tuple[int, int, int]]:
    """Glyph, right and up of each glyph, shaped run by run as HarfBuzz guesses script itself."""
    name = "Sarabun-Bold" if strong else "Sarabun-Regular"
    font = hb.Font(hb.Face(hb.Blob.from_file_path(f"{FONTS}/{name}.ttf")))
    placed, pen = [], 0
    for run in re.findall("[ก-๛]+|[^ก-๛]+", text):
        buffer = hb.Buffer()
        buffer.add_str(run)
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            placed.append((info.codepoint, pen + place.x_offset, place.y_offset))
            pen += place.x_advance
    return placed


def shown(copy: PdfCopy, text: str, page: int = 0) -> list[tuple[bool, list[tuple[int, int, int]]]]:
    """Weight and glyphs of every place where the text stands."""
    return [
        (run.strong, [(glyph.number, glyph.right, glyph.up) for glyph in run.glyphs])
        for run in copy.runs(page)
        if run.text == text
    ]


@pytest.mark.parametrize("word", [*HARD_WORDS, *(f"ABC{word}" for word in HARD_WORDS), "Mr.ปี่ 12"])
def test_a_word_has_the_reference_shaper_s_glyphs_in_text_cells_and_bold(word):
    cells = texts_table(word)
    total = Row((word,), RowStyle.TOTAL)
    table = type(cells)(cells.columns, (*cells.rows, total))
    copy = pdf_of(paper(Paragraph.of(word), table, Heading(word)), TH)

    found = shown(copy, word)

    assert sorted(strong for strong, _ in found) == [False, False, True, True]
    for strong, glyphs in found:
        assert glyphs == reference(word, strong=strong)


@given(st.text("กขฝปฐญูุิีึื่้๊๋์ำาเแไAaV. ", min_size=1, max_size=24).map(str.strip).filter(len))
def test_any_thai_has_the_reference_shaper_s_glyphs(text):
    text = re.sub("([ัิ-ฺ็-๎]{4})[ัิ-ฺ็-๎]+", r"\1", text)
    copy = pdf_of(paper(Paragraph.of(text)), TH)

    (found,) = shown(copy, text)

    assert found == (False, reference(text, strong=False))


def test_the_wrong_stack_would_be_seen():
    copy = pdf_of(paper(Paragraph.of("ปี่")), TH)

    assert shown(copy, "ปี่")[0][1] != reference("ปิ่", strong=False)


def test_a_letter_that_the_font_lacks_is_a_visible_box_and_keeps_its_text():
    copy = pdf_of(paper(Paragraph.of("ดี 😀✓")), TH)

    ((_, glyphs),) = shown(copy, "ดี 😀✓")

    assert [number for number, _, _ in glyphs][-2:] == [0, 0]
    assert box_in(copy).width > 400
    assert box_in(copy).height < -400


def box_in(copy: PdfCopy) -> hb.GlyphExtents:
    """How large glyph 0 of the font inside the file is."""
    programs = [stream for facts, stream in copy.objects.values() if b"/Length1" in facts]
    return hb.Font(hb.Face(hb.Blob(programs[0]))).get_glyph_extents(0)


@pytest.mark.parametrize("lines", [("11.11", "90.98"), ("๑๑.๑๑", "๙๐.๙๘")])
def test_figures_of_one_script_are_equally_wide(lines):
    copy = pdf_of(paper(texts_table(*lines)), TH)

    first, other = (middles(copy, line) for line in lines)

    assert len(first) == 5
    assert first == pytest.approx(other, abs=1)


def middles(copy: PdfCopy, text: str) -> list[float]:
    """Where the middle of each glyph of a line stands."""
    (run,) = [run for run in copy.runs(0) if run.text == text]
    _, widths = copy.font("F1")
    return [glyph.right + widths[glyph.number] / 2 for glyph in run.glyphs]
