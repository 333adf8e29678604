"""``make gallery``: every paper in Thai, English and both, and every screen, as pictures."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # it brings no types
import pytest

from ledger.book import Book
from reports.document import Printed
from reports.documents import PAPERS, made
from reports.render.pdf import render_pdf
from reports.words.voice import Language, Voice
from tests.queries.small_book import THAI_TIME, TREASURER, small_book
from tests.reports.documents.loan_book import TODAY, loan_book
from tests.reports.documents.test_documents_golden import FIELDS
from tests.reports.documents.test_documents_loans import LOAN_FIELDS, cards
from tests.reports.documents.test_documents_welfare import WELFARE_FIELDS
from tests.reports.documents.welfare_book import welfare_book

LANGUAGES: tuple[Language, ...] = ("th", "en", "both")
PRINTED = Printed(TREASURER, datetime(2026, 4, 5, 9, 30, tzinfo=THAI_TIME))


def main() -> int:
    """Draw into the folder named, or into a new one; says where."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp(prefix="satcha-"))
    folder.mkdir(parents=True, exist_ok=True)
    _papers(folder)
    os.environ["SATCHA_GALLERY"] = str(folder)
    code = int(pytest.main(["-q", "tests/desktop/app/test_gallery_of_screens.py"]))
    print(folder)
    return code


def _papers(folder: Path) -> None:
    """Every paper of the small book, and those of the book with loans."""
    small = small_book(folder / "small.satcha").book
    for paper, fields in FIELDS.items():
        _draw(folder / paper, small, paper, fields)
    small.close()
    (folder / "lent").mkdir(exist_ok=True)
    lent = loan_book(folder / "lent")
    for paper, named in LOAN_FIELDS.items():
        fields = {**named, "at": TODAY}
        if "card" in fields:
            fields["card"] = cards(lent)[str(fields["card"])]
        _draw(folder / paper, lent.book, paper, fields)
    lent.book.close()
    (folder / "welfare").mkdir(exist_ok=True)
    fund = welfare_book(folder / "welfare").book
    for paper, fields in WELFARE_FIELDS.items():
        _draw(folder / paper, fund, paper, fields)
    fund.close()


def _draw(target: Path, book: Book, paper: str, fields: Mapping[str, Any]) -> None:
    for language in LANGUAGES:
        voice = Voice(language)
        document = made(PAPERS[paper], book.ask, fields, voice, PRINTED)
        pdf = target.with_name(f"{target.name}-{language}.pdf")
        render_pdf([document], voice, pdf)
        _pictures(pdf)


def _pictures(pdf: Path) -> None:
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, start=1):
        page.render(scale=1.5).to_pil().save(pdf.with_suffix(f".{number}.png"))
    document.close()


if __name__ == "__main__":
    sys.exit(main())
