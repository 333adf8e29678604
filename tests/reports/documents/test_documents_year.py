"""The papers of the year end: allocation, register and slips, ratios, the pack for the meeting."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from fractions import Fraction
from importlib import import_module
from typing import Any

import pytest

from ledger.domain.lending import Direction
from ledger.domain.money import baht
from ledger.domain.refusals import BuddhistYear
from ledger.queries.annual_pack import annual_pack
from ledger.queries.dividend_register import dividend_register
from ledger.queries.financial import financial_position
from ledger.queries.loans import loans
from ledger.queries.ratios import Base, Grade, RatioKind, ratios
from reports.document import Printed
from reports.documents import PAPERS, made
from reports.render.pdf import render_pdf
from reports.render.text import render_text
from reports.render.xlsx import render_xlsx
from reports.words.voice import Voice
from tests.queries.small_book import THAI_TIME
from tests.reports.documents.year_book import YEAR, year_book
from tests.support.books import found_village
from tests.support.lending import lent, with_types

pypdfium2 = import_module("pypdfium2")  # it has no types to check
END = date(2026, 2, 28)
FIELDS: dict[str, dict[str, Any]] = {
    "surplus-sheet": {"year": YEAR},
    "dividend-register": {"year": YEAR},
    "dividend-slip": {"year": YEAR, "member": "0002"},
    "ratios": {"at": END},
    "annual-pack": {"year": YEAR},
}
_CODE = re.compile(r"[A-Z]{4} [A-Z]{4} [A-Z]{4} [A-Z]{4}")
PRINTED = Printed("นางสาวสมใจ ใจดี", datetime(2026, 3, 20, 19, 5, tzinfo=THAI_TIME))


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    village = year_book(tmp_path_factory.mktemp("year"))
    with village.book:
        yield village


def document(village, paper, language: Any = "en", **more):
    fields = {**FIELDS[paper], **more}
    return made(PAPERS[paper], village.book.ask, fields, Voice(language), PRINTED)


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("paper", FIELDS)
def test_every_paper_reads_as_it_was_approved(year, golden, paper, language):
    found = document(year, paper, language)

    # The code is that of every act before, which other parts of the program may change.
    text = _CODE.sub("CODE", render_text(found, Voice(language)))
    golden(f"{paper}.{language}.txt", text)


@pytest.mark.parametrize("paper", FIELDS)
def test_every_paper_is_a_file_and_a_workbook(year, paper):
    found, voice = document(year, paper, "both"), Voice("both")
    pages, sheets = io.BytesIO(), io.BytesIO()

    assert render_pdf(found, voice, pages) >= 1
    render_xlsx(found, voice, sheets)
    assert sheets.getvalue()


def test_the_pack_is_one_file_whose_pages_are_counted_through(year):
    target = io.BytesIO()
    pages = render_pdf(document(year, "annual-pack"), Voice("en"), target)

    read = pypdfium2.PdfDocument(target.getvalue())
    texts = [page.get_textpage().get_text_bounded() for page in read]
    read.close()
    assert len(texts) == pages >= 7
    for at, text in enumerate(texts, start=1):
        assert f"Page {at} of {pages}" in text


def test_before_the_year_is_closed_the_pack_has_statements_and_says_what_is_missing(tmp_path):
    village = found_village(tmp_path)
    with village.book:
        text = render_text(document(village, "annual-pack", year=2025), Voice("en"))
        with pytest.raises(BuddhistYear):
            village.book.ask(annual_pack, year=2569)

    assert "The fiscal year has not been closed yet." in text
    assert "Register of dividend" not in text


def test_the_slips_of_all_are_a_page_each_and_the_unpaid_list_names_who_waits(year):
    target = io.BytesIO()
    found = made(PAPERS["dividend-slip"], year.book.ask, {"year": YEAR}, Voice("th"), PRINTED)
    rows = year.book.ask(dividend_register, year=YEAR).rows
    assert render_pdf(found, Voice("th"), target) == len(rows) == 4

    text = render_text(document(year, "dividend-register", unpaid_only=True), Voice("en"))
    assert "ทองดี ศรีสุข" in text
    assert "สมศรี มั่นคง" not in text


def test_what_falls_due_within_a_year_and_later_is_all_that_is_owed(year):
    """11,000 of principal is left of 12 instalments; five of ten were drawn from CODI."""
    position = year.book.ask(financial_position, at=END)
    assert position.terms is not None
    now, before = position.terms
    owed = year.book.ask(loans, at=END)
    lent = sum(row.outstanding.satang for row in owed.rows if row.direction is Direction.OUT)
    borrowed = sum(row.outstanding.satang for row in owed.rows if row.direction is Direction.IN)
    assert (now.lent.short + now.lent.long).satang == lent
    assert (now.borrowed.short + now.borrowed.long).satang == borrowed
    assert now.lent.long == baht(0)
    assert before.lent.short == baht(12_000) - now.lent.long
    assert year.book.ask(financial_position, at=date(2026, 1, 31)).terms is None


def test_a_plan_of_three_years_is_split_at_twelve_months_from_the_year_s_end(tmp_path):
    """36 instalments of 100: that of 1 February is late, twelve more fall due by 28 February."""
    village = found_village(tmp_path, year_ends_in=2)
    with village.book:
        lent(with_types(village), baht(3_600), instalments=36)
        terms = village.book.ask(financial_position, at=END).terms

    assert terms is not None
    assert (terms[0].lent.short, terms[0].lent.long) == (baht(1_300), baht(2_300))


def test_every_ratio_says_what_it_is_a_ratio_of(year):
    found = {one.kind: one for one in year.book.ask(ratios, at=END).rows}
    assert set(found) == set(RatioKind)
    equity = found[RatioKind.RETURN_ON_EQUITY]
    assert equity.value == Fraction(equity.above.satang, equity.below.satang)
    assert found[RatioKind.CAPITAL_GROWTH].value is None
    assert found[RatioKind.RESERVE_TO_ASSETS].grade is Grade.LOW
    assert (found[RatioKind.BORROWERS_OF_MEMBERS].above, found[RatioKind.LATE_LOANS].value) == (
        1,
        Fraction(0),
    )
    average = {one.kind: one for one in year.book.ask(ratios, at=END, base=Base.AVERAGE).rows}
    half = average[RatioKind.RETURN_ON_EQUITY].below
    assert half.satang * 2 - equity.below.satang in (0, 1)
    assert average[RatioKind.DEBT_TO_EQUITY] == found[RatioKind.DEBT_TO_EQUITY]
