"""The papers of loans: contract and guarantee, card and plan, reminders, both legs."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import pytest

from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money, total
from ledger.queries.both_legs import both_legs
from ledger.queries.inspection_report import inspection_report
from ledger.queries.leg_forecast import forecast
from ledger.queries.loan_paper import loan_paper
from ledger.queries.loan_quality import loan_quality
from reports.document import Document, Printed, RowStyle, Table
from reports.documents import PAPERS, made
from reports.render.pdf import render_pdf
from reports.render.text import render_text
from reports.render.xlsx import render_xlsx
from reports.words.voice import Voice
from tests.queries.small_book import THAI_TIME
from tests.reports.documents.loan_book import TODAY, loan_book

FIRST, SECOND = "first", "second"
LOAN_FIELDS: dict[str, dict[str, Any]] = {
    "loan-card": {"card": FIRST},
    "loan-plan": {"card": SECOND},
    "loan-contract": {"card": FIRST},
    "guarantee": {"card": FIRST},
    "reminder": {"card": FIRST},
    "settlement": {"card": FIRST},
    "loan-list": {},
    "loan-quality": {},
    "accrued-interest": {},
    "both-legs": {},
    "forecast": {"months": 6},
    "sanctions": {},
    "defective-collateral": {},
}
PRINTED = Printed("นางสาวสมใจ ใจดี", datetime(2026, 6, 30, 19, 5, tzinfo=THAI_TIME))


@pytest.fixture(scope="module")
def lent(tmp_path_factory):
    village = loan_book(tmp_path_factory.mktemp("loans"))
    with village.book:
        yield village


def cards(village):
    rows = village.rows(
        "SELECT DISTINCT card FROM loan_contracts WHERE direction = 'out' ORDER BY card"
    )
    return dict(zip((FIRST, SECOND), (row[0] for row in rows), strict=True))


def document(village, paper: str, language: Any = "en", **more) -> Document:
    fields = {"at": TODAY, **LOAN_FIELDS[paper], **more}
    if "card" in fields:
        fields["card"] = cards(village)[fields["card"]]
    return made(PAPERS[paper], village.book.ask, fields, Voice(language), PRINTED)


@pytest.mark.parametrize("language", ["th", "en", "both"])
@pytest.mark.parametrize("paper", LOAN_FIELDS)
def test_a_paper_of_a_loan_says_what_it_said(paper, language, lent, golden):
    found = document(lent, paper, language)

    golden(f"{paper}.{language}.txt", render_text(found, Voice(language)))


@pytest.mark.parametrize("paper", LOAN_FIELDS)
def test_a_paper_of_a_loan_is_drawn_as_pages_and_as_a_spreadsheet(paper, lent):
    found, voice = document(lent, paper, "both"), Voice("both")
    pages, sheets = io.BytesIO(), io.BytesIO()

    assert render_pdf(found, voice, pages) >= 1
    render_xlsx(found, voice, sheets)


@pytest.mark.parametrize("paper", LOAN_FIELDS)
def test_no_paper_of_a_loan_speaks_english_to_a_thai_reader(paper, lent):
    found = document(lent, paper, "th")

    for block in found.blocks:
        titles = [column.title for column in block.columns] if isinstance(block, Table) else []
        for text in (found.title, *titles):
            assert not any("a" <= letter <= "z" for letter in text), text


def total_row(found: Document, table: int = 0) -> tuple[Any, ...]:
    tables = [block for block in found.blocks if isinstance(block, Table)]
    return [row for row in tables[table].rows if row.style is RowStyle.TOTAL][-1].cells


def test_the_parts_of_all_payments_add_up_to_what_was_repaid(lent):
    answer = lent.book.ask(loan_paper, card=cards(lent)[FIRST], at=TODAY)

    sums = total_row(document(lent, "loan-card"))

    assert sums[3] == answer.loan.row.paid_out - answer.loan.standing.outstanding


def test_a_settlement_slip_adds_up(lent):
    found = document(lent, "settlement")
    (table,) = [block for block in found.blocks if isinstance(block, Table)]
    *parts, settled = [one for row in table.rows if isinstance(one := row.cells[1], Money)]

    assert len(parts) >= 4
    assert total(parts) == settled


def test_every_version_of_a_plan_is_printed_the_newest_first(lent):
    text = render_text(document(lent, "loan-plan"), Voice("en"))

    assert text.index("Plan 2, decided on") < text.index("Plan 1, decided on")
    assert "มติที่ ๕/๒๕๖๙" in text


def test_a_contract_shows_only_the_end_of_the_national_number(lent):
    text = render_text(document(lent, "loan-contract"), Voice("en"))

    assert "3320100123459" not in text
    assert "3-3201-00123-45-9" not in text
    assert "x-xxxx-xxxxx-45-9" in text

    whole = document(lent, "loan-contract", full_id=True)
    assert "3-3201-00123-45-9" in render_text(whole, Voice("en"))


def test_a_reminder_of_a_loan_in_time_says_that_nothing_is_late(lent):
    source = lent.one("SELECT MIN(card) FROM loan_contracts WHERE direction = 'out'")
    on_time = made(
        PAPERS["reminder"],
        lent.book.ask,
        {"card": source, "at": date(2026, 2, 20)},
        Voice("en"),
        PRINTED,
    )

    assert "Nothing is late on this loan." in render_text(on_time, Voice("en"))


def test_the_ageing_adds_up_to_the_portfolio(lent):
    told = lent.book.ask(loan_quality, at=TODAY)

    assert sum(one.outstanding.satang for one in told.ageing) == told.outstanding.satang
    assert sum(one.outstanding.satang for one in told.classes) == told.outstanding.satang


def test_a_warning_stands_under_loans_that_outlast_their_source(lent):
    text = render_text(document(lent, "both-legs"), Voice("en"))

    assert "longer than the loan they were lent on from" in text


def test_months_that_are_not_covered_are_named(lent):
    told = lent.book.ask(forecast, at=TODAY, months=6)
    text = render_text(document(lent, "forecast"), Voice("en"))

    assert ("collections do not cover" in text) is (told.together.short_from is not None)


def test_the_inspector_reads_what_lenders_got_as_interest_month_by_month(lent):
    ask, first = lent.book.ask, Month(2026, 1)
    paid = ask(both_legs, at=TODAY).rows[0].repaid.interest
    months = [ask(inspection_report, month=first.plus(nth)).borrowed for nth in range(6)]

    assert paid != ZERO
    assert total(one.interest for (one,) in months) == paid
    assert [one.interest != ZERO for (one,) in months].count(True) > 1
