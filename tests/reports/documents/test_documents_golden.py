"""Every paper of the small book as text, in Thai, in English and in both languages."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import pytest

from reports.document import Printed
from reports.documents import PAPERS, made
from reports.render.pdf import render_pdf
from reports.render.text import render_text
from reports.words.voice import Voice
from tests.queries.small_book import MARCH, THAI_TIME, TREASURER
from tests.reports.documents.test_documents_loans import LOAN_FIELDS
from tests.reports.documents.test_documents_projects import PROJECT_FIELDS
from tests.reports.documents.test_documents_welfare import WELFARE_FIELDS
from tests.reports.documents.test_documents_year import FIELDS as YEAR_FIELDS

IN_MARCH = {"since": date(2026, 3, 1), "until": date(2026, 3, 31)}
FIELDS: dict[str, dict[str, Any]] = {
    "monthly-report": {"month": MARCH},
    "hand-in-slip": {"month": MARCH},
    "trial-balance": {"at": date(2026, 3, 15)},
    "financial-position": {},
    "income-and-expense": {"month": MARCH},
    "account-card": {"account": "21050", **IN_MARCH},
    "cash-book": IN_MARCH,
    "journal": IN_MARCH,
    "member-list": {},
    "member-statement": {"member": "0001", "since": date(2026, 2, 1)},
    "savings-and-shares": IN_MARCH,
    "arrears": {},
    "collection-sheet": {"on": date(2026, 4, 10)},
    "day-sheet": {"on": date(2026, 3, 10)},
    "receipt": {"receipt": "R2569/000007", "copy": 2},
    "receipt-list": IN_MARCH,
    "voucher": {"voucher": "PV2569/000001"},
    "journal-voucher": {"entry": 16},
    "cash-count": {"count": 2},
    "bank-reconciliation": {"bank": "GSB"},
    "reversals": IN_MARCH,
    "activity-log": IN_MARCH,
    "filled-sheet": {"sheet": 1},
    "cash-flow": {},
    "notes": {},
    "red-flags": {},
    "audit-packs": {},
    "personal-data": {"member": "0001"},
    "consent-form": {"member": "0001"},
    "inspection-report": {"month": MARCH, "count": 3},
    "member-card": {"member": "0001"},
    "share-register": {},
    "share-certificate": {"member": "0001"},
    "dues-slip": {"member": "0002"},
    "reminder-letter": {"member": "0003"},
    "balance-confirmation": {"member": "0001"},
    "lines-to-copy": {"member": "0001"},
    "settlement-sheet": {"member": "0001"},
    "asset-register": {},
    "budget-comparison": {},
    "passbook": {"card": 4},
    "passbook-calibration": {},
}
PRINTED = Printed(TREASURER, datetime(2026, 4, 5, 9, 30, tzinfo=THAI_TIME))


def test_every_paper_is_printed_here_or_from_a_book_of_its_own():
    elsewhere = [LOAN_FIELDS, PROJECT_FIELDS, WELFARE_FIELDS, YEAR_FIELDS]
    # What somebody took over, what a kept report differs in, and a cycle that was shared out stand
    # in stories of their own.
    printed = FIELDS.keys() | {"cut-over", "report-differences", "share-out"}
    assert printed.union(*elsewhere) == PAPERS.keys()


@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_the_form_of_consent_is_one_page(language, small):
    voice = Voice(language)
    form = made(PAPERS["consent-form"], small.book.ask, {"member": "0001"}, voice, PRINTED)

    assert render_pdf([form], voice, io.BytesIO()) == 1


@pytest.mark.parametrize("language", ["th", "en", "both"])
@pytest.mark.parametrize("paper", FIELDS)
def test_a_paper_says_what_it_said(paper, language, small, golden):
    voice = Voice(language)

    document = made(PAPERS[paper], small.book.ask, FIELDS[paper], voice, PRINTED)

    golden(f"{paper}.{language}.txt", render_text(document, voice))
