"""The recovery sheet says what it is for, and the whole code, in both languages."""

from __future__ import annotations

import pytest

from ledger.domain.network_key import NetworkKey
from ledger.domain.recovery import recovery_code
from ledger.queries.standing import letterhead
from reports.documents.frame import Frame
from reports.documents.recovery_sheet import recovery_sheet
from reports.render.text import render_text
from reports.words.voice import Voice
from tests.reports.documents.test_documents_golden import PRINTED

CODE = recovery_code(bytes(range(32)))


@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_the_sheet_says_what_it_said(language, small, golden):
    voice = Voice(language)
    frame = Frame(small.book.ask(letterhead), voice, PRINTED)

    text = render_text(recovery_sheet(CODE, "village.satcha", frame), voice)

    assert all(group in text for group in CODE.split(" "))
    golden(f"recovery-sheet.{language}.txt", text)


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_sheet_names_the_network_office_that_opens_the_book_too(language, small):
    voice = Voice(language)
    frame = Frame(small.book.ask(letterhead), voice, PRINTED)
    office = NetworkKey("เครือข่ายสุรินทร์", bytes(range(32)))

    text = render_text(recovery_sheet(CODE, "village.satcha", frame, (office,)), voice)

    assert office.name in text
    assert office.code in text
    assert "there is no other way" not in text
    assert "ไม่มีทางอื่น" not in text
