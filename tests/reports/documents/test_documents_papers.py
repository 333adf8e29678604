"""What papers must say beyond their figures: copies, voids, closed months, erased names."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from ledger.domain.members import MemberKind
from ledger.domain.money import ZERO, Money, baht
from ledger.queries.arrears import arrears
from ledger.queries.control import cards_and_control
from ledger.queries.members import Presence
from ledger.queries.monthly_report import monthly_report
from ledger.queries.personal_data import personal_data
from ledger.queries.printed import receipt
from ledger.queries.share_papers import share_certificate
from ledger.queries.standing import letterhead
from ledger.usecases.closing import CloseMonth
from ledger.usecases.members import ErasePerson
from ledger.usecases.printing import RecordPrint
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit
from ledger.usecases.vouching import ReceiveIncome
from reports.document import (
    Heading,
    Paragraph,
    Printed,
    RowStyle,
    Signatures,
    Table,
    Value,
    two_up,
)
from reports.documents import PAPERS, made
from reports.documents.arrears import arrears_table
from reports.documents.financial import position_table
from reports.documents.frame import Frame
from reports.documents.monthly_report import monthly_report_paper
from reports.documents.receipts import receipt_paper
from reports.documents.savings import proof_table
from reports.render.pdf import render_pdf
from reports.render.text import render_text
from reports.render.xlsx import render_xlsx
from reports.words.voice import Era, Voice
from tests.queries.small_book import APRIL, JANUARY, MARCH, THAI_TIME, TREASURER, april
from tests.reports.documents.test_documents_golden import FIELDS, PRINTED

VOICES = [Voice("th"), Voice("en"), Voice("both"), Voice("th", Era.COMMON, thai_digits=True)]
LATER = Printed("ผู้อื่น", datetime(2026, 8, 1, 8, 0, tzinfo=THAI_TIME))


def satang(cells: Iterable[Value]) -> int:
    return sum(cell.satang for cell in cells if isinstance(cell, Money))


def said(book, paper: str, voice: Voice, printed: Printed = PRINTED, **fields) -> str:
    return render_text(made(PAPERS[paper], book.ask, fields, voice, printed), voice)


@pytest.mark.parametrize("voice", VOICES, ids=str)
def test_the_paper_about_a_person_holds_the_texts_that_name_her(mine, voice):
    person = mine.book.ask(personal_data, member="0001").person
    purpose = f"ค่าแรง {person.full_name}"
    booked = mine.on(APRIL.first).run(
        ReceiveIncome(account="46010", amount=baht(5), on=APRIL.first, payee="ร้าน", purpose=purpose)
    )

    paper = said(mine.book, "personal-data", voice, member="0001")

    rows = [line for line in paper.splitlines() if person.full_name in line and "ค่าแรง" in line]
    assert len(rows) == 2  # the voucher and its entry
    assert all(voice.digits(str(booked.act)) in row for row in rows)


@pytest.mark.parametrize("voice", VOICES, ids=str)
def test_the_report_of_a_closed_month_prints_the_same_for_ever(mine, voice):
    before = said(mine.book, "monthly-report", voice, month=MARCH)
    april(mine)
    mine.on(date(2026, 5, 1)).run(CloseMonth(month=APRIL))

    after = said(mine.book, "monthly-report", voice, LATER, month=MARCH)

    assert after == before


def test_the_report_of_a_closed_month_is_the_same_file_for_ever(mine):
    def file_of(printed: Printed) -> bytes:
        document = made(
            PAPERS["monthly-report"], mine.book.ask, {"month": MARCH}, Voice("th"), printed
        )
        target = io.BytesIO()
        render_pdf(document, Voice("th"), target)
        return target.getvalue()

    before = file_of(PRINTED)
    april(mine)

    assert file_of(LATER) == before


def test_the_report_of_an_open_month_says_that_figures_may_change(mine):
    mine.on(date(2026, 4, 5)).pays("0001", ("PROMISE", baht(100)))

    text = said(mine.book, "monthly-report", Voice("en"), month=APRIL)

    assert "This month is not closed: figures may still change. As at 5 Apr 2569" in text


@pytest.mark.parametrize("language", ["th", "en", "both"])
@pytest.mark.parametrize("paper", FIELDS)
def test_every_paper_is_drawn_as_pages_and_as_a_spreadsheet(paper, language, small):
    voice = Voice(language)
    document = made(PAPERS[paper], small.book.ask, FIELDS[paper], voice, PRINTED)
    pages, sheets = io.BytesIO(), io.BytesIO()

    assert render_pdf(document, voice, pages) >= 1
    render_xlsx(document, voice, sheets)
    assert pages.getvalue().startswith(b"%PDF")
    assert sheets.getvalue().startswith(b"PK")


def test_no_paper_speaks_english_to_a_thai_reader(small):
    for paper, fields in FIELDS.items():
        document = made(PAPERS[paper], small.book.ask, fields, Voice("th"), PRINTED)
        for block in document.blocks:
            titles = [column.title for column in block.columns] if isinstance(block, Table) else []
            for text in [document.title, *titles]:
                assert not any("a" <= letter <= "z" for letter in text), (paper, text)


def test_every_paper_has_the_fingerprint_of_its_act(small):
    newest = small.book.ask(letterhead).act
    for paper, fields in FIELDS.items():
        document = made(PAPERS[paper], small.book.ask, fields, Voice("en"), PRINTED)

        own = paper in {"receipt", "voucher", "journal-voucher"}
        assert document.fingerprint is not None
        assert (document.fingerprint.act != newest.number) is own, paper
        assert len(document.fingerprint.code) == 19


def test_a_paper_of_the_practice_book_says_so(small):
    head = replace(small.book.ask(letterhead), practice=True)
    answer = small.book.ask(arrears)

    document = PAPERS["arrears"].build(answer, Frame(head, Voice("en"), PRINTED))

    assert document.practice


def test_the_first_print_is_the_original_and_every_later_one_a_numbered_copy(mine):
    label = mine.receipts["first visit"]
    copies = []
    for _ in range(3):
        number = mine.run(RecordPrint(paper=label)).made["copy"]
        fields = {"receipt": label, "copy": number}
        copies.append(made(PAPERS["receipt"], mine.book.ask, fields, Voice("th"), PRINTED).copy)

    assert copies == [0, 1, 2]


def test_a_certificate_is_printed_once_for_what_is_held_and_every_later_one_is_a_copy(mine):
    def printed(voice):
        fields = {"member": "0001"}
        label = mine.book.ask(share_certificate, **fields).counted_as
        number = mine.run(RecordPrint(paper=label)).made["copy"]
        paper = made(
            PAPERS["share-certificate"], mine.book.ask, {**fields, "copy": number}, voice, PRINTED
        )
        return paper.copy, "สำเนา" in render_text(paper, voice)

    th = Voice("th")
    assert [printed(th), printed(th)] == [(0, False), (1, True)]
    # What printing now would make is what the window shows before it.
    shown = made(PAPERS["share-certificate"], mine.book.ask, {"member": "0001"}, th, PRINTED)
    assert shown.copy == 2

    mine.pays("0001", ("SHARES", baht(10)))

    assert printed(th) == (0, False)


def test_a_void_receipt_carries_its_mark_above_everything(small):
    fields = {"receipt": small.receipts["wrong receipt"]}

    document = made(PAPERS["receipt"], small.book.ask, fields, Voice("th"), PRINTED)

    assert document.blocks[0] == Heading("ยกเลิก")
    assert isinstance(document.blocks[1], Paragraph)
    assert "เขียนจำนวนเงินผิด" in document.blocks[1].text


def test_a_good_receipt_carries_no_mark(small):
    text = said(small.book, "receipt", Voice("en"), receipt=small.receipts["first visit"])

    assert "VOID" not in text
    assert "one thousand one hundred seventy baht only" in text
    assert "call the auditor: 044-511-222" in text


def test_a_receipt_says_for_whom_one_member_paid(mine):
    items = (
        Item(item=ItemKind.DEPOSIT, card=mine.cards["0001 PROMISE"], amount=baht(100)),
        Item(item=ItemKind.DEPOSIT, card=mine.cards["0002 PROMISE"], amount=baht(70), note="งวดนี้"),
    )
    mine.on(date(2026, 4, 5))
    outcome = mine.run(
        ReceiveVisit(member="0001", on=date(2026, 4, 5), items=items, payer="น้องสาว")
    )

    text = said(mine.book, "receipt", Voice("en"), receipt=outcome.receipts[0])

    assert text.count("for member") == 1
    assert "for member 0002 นายบุญมี มีสุข" in text
    assert "งวดนี้" in text
    assert "น้องสาว" in text


@pytest.mark.parametrize(
    ("voucher", "roles"),
    [
        ("PV2569/000001", ["Receiver", "Payer", "Approved by"]),
        ("RV2569/000001", ["Payer", "Receiver", "Approved by"]),
        ("JV2569/000002", ["Prepared by", "Checked by", "Approved by"]),
        ("TV2569/000001", ["Prepared by", "Checked by", "Approved by"]),
    ],
)
def test_a_voucher_has_three_signatures_and_the_amount_in_words(small, voucher, roles):
    document = made(PAPERS["voucher"], small.book.ask, {"voucher": voucher}, Voice("en"), PRINTED)

    (signed,) = [block for block in document.blocks if isinstance(block, Signatures)]
    assert [place.role for place in signed.places] == roles
    assert "baht" in render_text(document, Voice("en"))


def test_a_voucher_that_was_taken_back_says_so(small):
    text = said(small.book, "voucher", Voice("en"), voucher=small.vouchers["withdrawal"])

    assert f"Taken back by entry  {small.entries['withdrawal reversed']}" in text


def test_an_erased_name_is_said_to_be_erased(mine):
    april(mine)
    mine.run(ErasePerson(member="0004", reason="ขอลบ"))

    text = said(mine.book, "member-statement", Voice("en"), member="0004")

    assert "(name not shown)" in text


def test_a_list_without_rows_says_so(small):
    empty: dict[str, Any] = {"since": date(2026, 5, 1), "until": date(2026, 5, 31)}

    assert "Nothing was taken back." in said(small.book, "reversals", Voice("en"), **empty)
    assert "Everybody has paid." in said(small.book, "arrears", Voice("en"), at=date(2026, 1, 31))
    assert "No member." in said(small.book, "member-list", Voice("en"), at=date(2026, 1, 9))
    assert "No receipt." in said(small.book, "day-sheet", Voice("en"), on=date(2026, 3, 31))
    assert "Nothing was booked." in said(small.book, "journal", Voice("en"), since=date(2026, 5, 1))


def test_a_list_of_a_part_says_of_which_part(small):
    part = said(
        small.book, "journal", Voice("en"), member="0002", event="deposit", amount=baht(200)
    )
    assert "Only these entries:" in part
    for told in ("Deposit", "0002", "200.00"):
        assert told in part
    assert "Only these entries:" not in said(small.book, "journal", Voice("en"))
    listed = said(small.book, "member-list", Voice("en"), zone="B", kind=MemberKind.ASSOCIATE)
    assert "Zone: B" in listed
    assert "Associate" in listed.split("====")[0]
    assert "Fund: general" in said(small.book, "trial-balance", Voice("en"), fund="general")


def test_a_list_with_those_who_left_shows_when(mine):
    april(mine)

    text = said(mine.book, "member-list", Voice("en"), presence=Presence.LEFT)

    assert "Members who left" in text
    assert "Left on" in text
    assert "10 Apr 2569" in text
    both = said(mine.book, "member-list", Voice("en"), presence=Presence.ALL, household="H-A")
    assert "Present members and those who left" in both
    assert "Household: H-A" in both


def test_the_report_names_who_joined_who_left_and_who_was_typed_in_late(mine):
    april(mine)

    left = said(mine.book, "monthly-report", Voice("en"), month=APRIL)
    joined = said(mine.book, "monthly-report", Voice("en"), month=JANUARY)

    assert "resigned" in left
    assert "Entered late, for earlier months  1" in left
    assert "Left on" not in joined
    assert joined.count("Ordinary ") >= 3


def test_a_difference_between_cards_and_ledger_warns_before_the_signatures(small):
    report = small.book.ask(monthly_report, month=MARCH)
    wrong = replace(report, proof=replace(report.proof, difference=Money(1)))
    frame = Frame(report.head, Voice("en"), PRINTED)

    def warned(answer) -> list[str]:
        blocks = monthly_report_paper(answer, frame).blocks
        return [block.text for block in blocks if isinstance(block, Paragraph) and block.strong]

    assert warned(report) == []
    assert warned(wrong) == ["Cards and ledger differ: have the book checked before you sign."]


def test_the_proof_stands_positive_on_the_usual_side(small):
    table = proof_table(small.book.ask(cards_and_control), Voice("en"))

    amounts = [row.cells[2] for row in table.rows]
    assert all(isinstance(amount, Money) and amount > ZERO for amount in amounts)


def test_the_rows_of_the_position_add_up_to_its_totals(small):
    report = small.book.ask(monthly_report, month=MARCH)

    table = position_table(report.position, Voice("en"))

    normal = [row.cells[1] for row in table.rows if row.style is RowStyle.NORMAL]
    totals = [row.cells[1] for row in table.rows if row.style is RowStyle.TOTAL]
    assert totals[0] == totals[1]
    assert satang(normal) == satang(totals)


def test_zones_add_up_to_the_whole_list_of_arrears(small):
    answer = small.book.ask(arrears)

    table = arrears_table(answer, Voice("en"))

    zones = [row.cells[5] for row in table.rows if row.style is RowStyle.SUBTOTAL]
    assert len(zones) == 2
    assert satang(zones) == answer.owed.satang
    assert table.rows[-1].cells[5] == answer.owed


def test_the_person_who_prints_is_named_on_other_papers(small):
    document = made(PAPERS["arrears"], small.book.ask, {}, Voice("en"), LATER)

    assert document.printed == LATER
    report = made(PAPERS["monthly-report"], small.book.ask, {"month": MARCH}, Voice("en"), LATER)
    assert report.printed.by == TREASURER


@pytest.mark.parametrize(
    ("language", "number", "most"),
    [("th", 6, 8), ("en", 6, 8), ("both", 6, 6), ("both", 7, 2)],
)
def test_two_receipts_share_a_sheet_up_to_so_many_items(small, language, number, most):
    # Receipt 7 is void and says why; beyond these each takes two halves, whole in every figure.
    answer = small.book.ask(receipt, receipt=f"R2569/{number:06d}")
    voice = Voice(language)
    frame = Frame(small.book.ask(letterhead), voice, PRINTED)

    def sheets(items: int) -> int:
        longer = replace(answer, items=answer.items[:1] * items)
        slip = receipt_paper(longer, frame)
        return render_pdf(two_up([slip, slip]), voice, io.BytesIO())

    assert (sheets(most), sheets(most + 1)) == (1, 2)
