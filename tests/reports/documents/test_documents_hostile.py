"""Every paper with names nobody should have: right paper, no markup, no formula, no address."""

from __future__ import annotations

import io
import socket
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from openpyxl import load_workbook

from ledger.domain.members import Person
from ledger.domain.money import baht
from ledger.usecases.founding import ChangeCooperative
from ledger.usecases.members import ChangeMember, ChangeZone
from ledger.usecases.saving import OpenSavings
from reports.document import Placed
from reports.documents import PAPERS, Sheet, made, on_sheet
from reports.render.pdf import render_pdf
from reports.render.text import render_text
from reports.render.xlsx import render_xlsx
from reports.words.voice import Voice
from tests.queries.small_book import small_book
from tests.reports.documents.test_documents_golden import FIELDS, PRINTED
from tests.support.books import found_village

HOSTILE = (
    '=HYPERLINK("http://evil.example","ก")',
    '<img src="http://evil.example/a.png">&amp;<b>ตัวหนา</b>',
    "น้ำ\u200bค้าง\u202eกลับ\u2066 😀 \x07\u0000ปี่",
    "ยาว" * 40,  # as long as a name may be
)
VOICES = [Voice("both"), Voice("th", thai_digits=True)]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The small book after everybody took another name."""
    small = small_book(tmp_path_factory.mktemp("hostile") / "hostile.satcha")
    for number, name in zip(("0001", "0002", "0003", "0004"), HOSTILE, strict=True):
        person = Person(title="", given=name, family=name, address=name, nominee=name)
        small.run(ChangeMember(member=number, person=person, household=name[:40]))
    small.run(ChangeZone(code="A", name=HOSTILE[1]))
    small.run(ChangeZone(code="B", name=HOSTILE[0]))
    small.run(ChangeCooperative(name_th=HOSTILE[1], name_en=HOSTILE[0], promptpay="0812345678"))
    yield small
    small.book.close()


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Whoever opens a connection fails the test."""

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a paper opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def fields_of(paper: str) -> dict[str, Any]:
    fields = FIELDS[paper]
    return {**fields, "since": date(2026, 1, 1)} if paper == "member-statement" else fields


@pytest.mark.parametrize("paper", FIELDS)
def test_a_paper_of_hostile_names_is_whole_in_every_form(paper, hostile):
    for voice in VOICES:
        document = made(PAPERS[paper], hostile.book.ask, fields_of(paper), voice, PRINTED)
        pdf, workbook = io.BytesIO(), io.BytesIO()
        render_pdf([document], voice, pdf)
        assert pdf.getvalue().rstrip().endswith(b"%%EOF")
        assert b"/URI" not in pdf.getvalue()
        assert "\x07" not in render_text(document, voice)
        assert "\u202e" not in render_text(document, voice)
        render_xlsx([document], voice, workbook)
        for sheet in load_workbook(workbook):
            cells = [cell for row in sheet.iter_rows() for cell in row]
            assert not [one for one in cells if "HYPERLINK" in str(one.value) and is_formula(one)]


def is_formula(cell) -> bool:
    return cell.data_type == "f"


@pytest.mark.parametrize("sheet", Sheet)
def test_a_receipt_goes_on_every_sheet(sheet, hostile):
    voice = Voice("both")
    document = made(PAPERS["receipt"], hostile.book.ask, FIELDS["receipt"], voice, PRINTED)
    stream = io.BytesIO()

    render_pdf(on_sheet([document, document], sheet), voice, stream)

    assert stream.getvalue().startswith(b"%PDF-1.7")


EMPTY: dict[str, dict[str, Any]] = {
    "trial-balance": {},
    "financial-position": {},
    "income-and-expense": {"month": FIELDS["monthly-report"]["month"]},
    "monthly-report": FIELDS["monthly-report"],
    "inspection-report": FIELDS["monthly-report"],
    "cash-book": {"since": date(2026, 1, 1), "until": date(2026, 12, 31)},
    "journal": {},
    "day-sheet": {},
    "cash-flow": {},
    "notes": {},
    "member-list": {},
    "share-register": {},
    "arrears": {},
    "collection-sheet": {"on": date(2026, 3, 1)},
    "cash-count": {},
    "receipt-list": {},
    "savings-and-shares": {"since": date(2026, 1, 1), "until": date(2026, 12, 31)},
    "loan-list": {},
    "activity-log": {"since": date(2026, 1, 1), "until": date(2026, 12, 31)},
    "reversals": {"since": date(2026, 1, 1), "until": date(2026, 12, 31)},
    "passbook-calibration": {},
}


@pytest.fixture(scope="module")
def rich(tmp_path_factory):
    """A book in which nothing was booked yet."""
    village = found_village(tmp_path_factory.mktemp("rich"))
    yield village
    village.book.close()


@pytest.mark.parametrize("paper", EMPTY)
def test_a_year_without_entries_is_printed(paper, rich):
    voice = Voice("both")

    document = made(PAPERS[paper], rich.book.ask, EMPTY[paper], voice, PRINTED)

    stream = io.BytesIO()
    render_pdf([document], voice, stream)
    assert render_text(document, voice)


def test_ten_billion_baht_and_no_movement_at_all_are_printed(tmp_path):
    village = found_village(tmp_path)
    number, _ = village.member()
    poor, _ = village.member()
    card = village.savings(number)
    outcome = village.deposit(card, baht(10_000_000_000))
    village.run(OpenSavings(member=poor, product="SAVINGS", on=date(2026, 3, 1)))
    for voice in (Voice("both"), Voice("th", thai_digits=True)):
        for paper, fields in (
            ("receipt", {"receipt": outcome.receipts[0]}),
            ("member-statement", {"member": number}),
            ("member-statement", {"member": poor}),
            ("member-card", {"member": poor}),
            ("balance-confirmation", {"member": number}),
            ("trial-balance", {}),
            ("passbook", {"card": card}),
        ):
            document = made(PAPERS[paper], village.book.ask, fields, voice, PRINTED)
            render_pdf([document], voice, io.BytesIO())
            said = render_text(document, voice)
            figures = [
                one for one in document.blocks if isinstance(one, Placed) and "," in one.text
            ]
            for left, right in pairwise(figures):
                assert right.x - len(right.text) * 18 * right.size // 90 > left.x
            rich = fields.get("member") != poor
            digits = "10,000,000,000.00" if not voice.thai_digits else "๑๐,๐๐๐,๐๐๐,๐๐๐.๐๐"
            assert (digits in said) is rich, paper
