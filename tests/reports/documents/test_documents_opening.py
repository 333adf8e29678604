"""The cut-over sheet: before anything is booked, when it is, and when it was taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from ledger.domain.money import ZERO, baht
from ledger.queries.opening_proof import opening_proof
from ledger.queries.standing import letterhead
from ledger.usecases.carried_loan import CarriedLoan
from ledger.usecases.carrying import AccountBalance, CardBalance, CarryForward
from reports.documents import PAPERS, made
from reports.documents.frame import Frame
from reports.documents.opening import opening_paper
from reports.render.text import render_text
from reports.words.voice import Voice
from tests.reports.documents.test_documents_golden import PRINTED
from tests.support.books import found_village
from tests.support.lending import with_types

CUT = date(2026, 1, 31)


def opening_book(folder):
    """A book that took over cash, a loan half repaid and one member's savings."""
    village = found_village(folder)
    with_types(village)
    village.member()
    loan = CarriedLoan(
        type="ORD",
        member="0001",
        on=date(2025, 7, 31),
        approved=baht(12_000),
        repaid=baht(6_000),
        rate=Fraction(6, 100),
        first_due=date(2026, 2, 28),
        instalments=6,
    )
    amounts = {
        "11010": baht(500),
        "13010": baht(6_000),
        "21010": ZERO - baht(1_250, 50),
        "33010": ZERO - baht(5_249, 50),
    }
    rows = tuple(AccountBalance(account=code, amount=it) for code, it in amounts.items())
    savings = CardBalance(product="SAVINGS", amount=baht(1_250, 50), member="0001")
    village.run(
        CarryForward(on=CUT, cards=(savings,), loans=(loan,), accounts=rows, source="ยกยอด.xlsx")
    )
    return village


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    village = opening_book(tmp_path_factory.mktemp("opening"))
    with village.book:
        yield village


@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_the_sheet_says_what_it_said(taken, language, golden):
    voice = Voice(language)

    found = made(PAPERS["cut-over"], taken.book.ask, {}, voice, PRINTED)

    golden(f"cut-over.{language}.txt", render_text(found, voice))


def test_a_trial_run_that_differs_says_so_and_by_how_much(taken):
    proof = taken.book.ask(opening_proof)
    savings = replace(proof.rows[2], paper=ZERO - baht(1_293, 70))
    voice = Voice("en")
    frame = Frame(taken.book.ask(letterhead), voice, PRINTED)
    trial = replace(proof, carrying=None, rows=(*proof.rows[:2], savings, *proof.rows[3:]))

    text = render_text(opening_paper(trial, frame), voice)

    assert "Trial run" in text
    assert "43.20" in text
    assert "The totals differ" in text
