"""Findings of the audit as a treasurer reads them: tables by name, baht, days of the calendar."""

from __future__ import annotations

import pytest

from ledger.queries.integrity.findings import Fault, Finding
from ledger.storage.tables import METADATA
from reports.words.findings import finding_sentence
from reports.words.table_names import kept_table_name
from reports.words.voice import Voice

_NO_ACT = {"desk_drafts"}  # what was half typed is no part of the books


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_table_has_a_name_that_people_know_beside_its_own(language):
    voice = Voice(language)
    named = {one: kept_table_name(one, voice) for one in METADATA.tables if one not in _NO_ACT}

    assert [one for one, name in named.items() if not name.endswith(f" ({one})")] == []


@pytest.mark.parametrize("fault", list(Fault))
def test_no_finding_leaves_a_figure_out_or_speaks_of_satang(fault):
    found = Finding(fault, "lines", "1", 7)

    for language in ("th", "en"):
        said = finding_sentence(found, Voice(language))
        assert "satang" not in said
        assert "สตางค์" not in said


@pytest.mark.parametrize(
    ("finding", "thai", "english"),
    [
        (
            Finding(Fault.UNBALANCED, "entries", "3", 12, "500000", "0"),
            "รายการบัญชี 3 ของรายการกระทำที่ 12 ไม่ดุล: เดบิต 5,000.00 บาท เครดิต 0.00 บาท (กฎข้อ 1)",
            "Entry 3 of act 12 does not balance: debit 5,000.00 baht, credit 0.00 baht. (Rule 1)",
        ),
        (
            Finding(Fault.CLOSED_MONTH, "entries", "40", 118, "2026-01-05", "2026-02"),
            "ลงวันที่ 5 ม.ค. 2569 ทั้งที่ปิดบัญชีถึง กุมภาพันธ์ 2569",
            "lies on 5 Jan 2569, though the book was closed up to February 2569.",
        ),
        (
            Finding(Fault.RECEIPT_WRONG, "receipts", "R2569/000002", 12, "500000", ""),
            "ใบเสร็จแสดง 5,000.00 รายการบัญชีแสดง 0.00",
            "it says 5,000.00, the entry 0.00.",
        ),
        (
            Finding(
                Fault.VOUCHER_WRONG, "vouchers", "PV2569/000001", 5, "2026-01-05", "2026-01-06"
            ),
            "ใบสำคัญแสดง 5 ม.ค. 2569 รายการบัญชีแสดง 6 ม.ค. 2569",
            "it says 5 Jan 2569, the entry 6 Jan 2569.",
        ),
        (
            Finding(
                Fault.BALANCE_WRONG, "card_balances", "2026-01/7/21010/general", None, "1 / 250"
            ),
            "แสดง 0.01 / 2.50 บาท แต่รายการรวมได้ 0.00 บาท",
            "it says 0.01 / 2.50 baht, the lines add up to 0.00 baht.",
        ),
        (
            Finding(Fault.NUMBER_GAP, "receipts", "R2569/000005", None, "7", "8"),
            "ใบเสร็จรับเงิน (receipts) เลขที่ R2569/000005 หายไป",
            "Receipts (receipts): number R2569/000005 is missing; 7 are there",
        ),
        (
            Finding(Fault.OVERDRAWN, "bank_accounts", "8", None, "-2000", "2026-03-20"),
            "สิ้นวันที่ 20 มี.ค. 2569 มียอด -20.00 บาท ซึ่งติดลบ",
            "at the end of 20 Mar 2569 it held -20.00 baht, less than nothing.",
        ),
        (
            Finding(Fault.YEAR_WRONG, "fiscal_years", "2026", 9, "-2000", "0"),
            "ปีบัญชี พ.ศ. 2569 ปิดแล้ว แต่ยังเหลือรายได้และค่าใช้จ่าย -20.00 บาท",
            "Fiscal year 2569 BE is closed, and -20.00 baht of income and expense are left in it.",
        ),
    ],
)
def test_what_was_found_is_said_in_baht_and_in_days_of_the_calendar(finding, thai, english):
    assert thai in finding_sentence(finding, Voice("th"))
    assert english in finding_sentence(finding, Voice("en"))
