"""The code of a paper as a camera reads it from the printed page, on every kind of sheet."""

from __future__ import annotations

import io
from importlib import import_module

import pytest
import zxingcpp

from reports.documents import PAPERS, Sheet, made, on_sheet
from reports.render.pdf import render_pdf
from reports.words.voice import Voice
from tests.reports.documents.test_documents_golden import FIELDS, PRINTED

pypdfium2 = import_module("pypdfium2")  # it has no types to check
DOTS_AN_INCH = 203  # of a receipt printer, the coarsest there is


def codes_on_pages(small, paper, sheet=None, times=1):
    voice = Voice("both")
    one = made(PAPERS[paper], small.book.ask, FIELDS[paper], voice, PRINTED)
    stream = io.BytesIO()
    render_pdf(on_sheet([one] * times, sheet), voice, stream)
    read = pypdfium2.PdfDocument(stream.getvalue())
    pictures = [page.render(scale=DOTS_AN_INCH / 72).to_pil().convert("L") for page in read]
    read.close()
    found = [[code.text for code in zxingcpp.read_barcodes(picture)] for picture in pictures]
    assert one.fingerprint is not None
    return one.fingerprint.code, found


@pytest.mark.parametrize(
    ("paper", "sheet", "on_a_page"),
    [
        ("trial-balance", None, 1),
        ("share-register", None, 1),
        ("receipt", None, 1),
        ("receipt", Sheet.ROLL, 1),
        ("receipt", Sheet.TWO_ON_A4, 2),
        # It has the code as a block already, and not a second time in the foot.
        ("share-certificate", None, 1),
    ],
)
def test_the_code_of_every_sheet_is_read_by_a_camera(paper, sheet, on_a_page, small):
    code, found = codes_on_pages(small, paper, sheet, times=on_a_page)

    assert found == [[code] * on_a_page] * len(found)


def test_a_passbook_carries_no_code(small):
    _, found = codes_on_pages(small, "passbook")

    assert found == [[]]
