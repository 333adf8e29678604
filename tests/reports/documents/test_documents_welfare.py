"""The papers of the welfare fund: claim form, member's card, report, yearly form, request."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import pytest

from reports.document import Document, Printed
from reports.documents import PAPERS, made
from reports.render.pdf import render_pdf
from reports.render.text import render_text
from reports.render.xlsx import render_xlsx
from reports.words.voice import Voice
from tests.queries.small_book import THAI_TIME
from tests.reports.documents.welfare_book import TODAY, welfare_book

WELFARE_FIELDS: dict[str, dict[str, Any]] = {
    "welfare-claim": {"claim": 1},
    "welfare-card": {"member": "0001", "at": TODAY},
    "welfare-report": {"until": TODAY},
    "welfare-status": {"at": TODAY},
    "match-request": {"round": 1},
    "consent-gaps": {},
}
PRINTED = Printed("นางสาวสมใจ ใจดี", datetime(2026, 12, 31, 19, 5, tzinfo=THAI_TIME))


@pytest.fixture(scope="module")
def fund(tmp_path_factory):
    village = welfare_book(tmp_path_factory.mktemp("welfare"))
    with village.book:
        yield village


def document(village, paper: str, language: Any = "en", **more) -> Document:
    fields = {**WELFARE_FIELDS[paper], **more}
    return made(PAPERS[paper], village.book.ask, fields, Voice(language), PRINTED)


@pytest.mark.parametrize("language", ["th", "en", "both"])
@pytest.mark.parametrize("paper", WELFARE_FIELDS)
def test_a_paper_of_the_fund_says_what_it_said(paper, language, fund, golden):
    found = document(fund, paper, language)

    golden(f"{paper}.{language}.txt", render_text(found, Voice(language)))


@pytest.mark.parametrize("paper", WELFARE_FIELDS)
def test_a_paper_of_the_fund_is_drawn_as_pages_and_as_a_spreadsheet(paper, fund):
    found, voice = document(fund, paper, "both"), Voice("both")
    pages, sheets = io.BytesIO(), io.BytesIO()

    assert render_pdf(found, voice, pages) >= 1
    render_xlsx(found, voice, sheets)
    assert sheets.getvalue()


def test_a_rejected_claim_names_every_failed_test(fund):
    said = render_text(document(fund, "welfare-claim", claim=2), Voice("en"))

    assert "A document is missing: ใบรับรองแพทย์." in said
    assert "rejected" in said


def test_a_benefit_past_the_claims_stands_on_the_report(fund):
    said = render_text(document(fund, "welfare-report"), Voice("en"))

    assert "Differences to explain" in said
    assert "The two sides differ" not in said
