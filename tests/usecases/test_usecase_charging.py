"""Entrance fees, fines and dues: asked, paid in parts, cancelled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.products import ChargeKind
from ledger.domain.refusals import (
    AmountNotPositive,
    ChargeCancelled,
    ChargeOverpaid,
    ChargeTypeExists,
    MemberLeft,
    NotYetMember,
    ReasonMissing,
    UnknownAccount,
    UnknownCharge,
    UnknownChargeType,
    UnknownMember,
)
from ledger.domain.refusals.receiving import ChargedTwice
from ledger.queries.collection import collection_sheet
from ledger.usecases.charging import CancelCharge, ChargeMembers, DefineChargeType
from ledger.usecases.members import EndMembership
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit, VoidReceipt
from tests.support.books import START, TODAY
from tests.support.refused import refused


@pytest.fixture
def fined(village):
    village.member()
    village.run(ChargeMembers(type="FINE", members=("0001",), amount=baht(20), due_on=START))
    return village


def pay(village, *amounts: Money, charge: int = 1):
    items = tuple(Item(item=ItemKind.CHARGE, amount=amount, charge=charge) for amount in amounts)
    return village.run(ReceiveVisit(member="0001", on=TODAY, items=items))


def test_a_fine_becomes_income_when_it_is_paid(fined):
    assert fined.balance("42040") == ZERO

    pay(fined, baht(20))

    assert fined.balance("42040") == -baht(20)
    assert fined.balance("11010") == baht(20)


def test_a_charge_is_paid_in_parts_and_never_beyond_what_is_open(fined):
    pay(fined, baht(15))

    with refused(fined.book, ChargeOverpaid, charge=1, open=baht(5), paid=baht(5, 1)):
        pay(fined, baht(5, 1))
    pay(fined, baht(5))
    with refused(fined.book, ChargeOverpaid, open=ZERO, paid=Money(1)):
        pay(fined, Money(1))


def test_two_items_of_one_visit_may_pay_one_charge_within_what_is_open(fined):
    with refused(fined.book, ChargeOverpaid, charge=1):
        pay(fined, baht(15), baht(6))
    pay(fined, baht(15), baht(5))

    assert fined.balance("42040") == -baht(20)
    assert fined.one("SELECT SUM(amount) FROM charge_payments") == 2_000


def test_what_a_voided_receipt_paid_is_open_again(fined):
    receipt = pay(fined, baht(20)).receipts[0]

    fined.run(VoidReceipt(receipt=receipt, on=TODAY, reason="เขียนผิด"))

    pay(fined, baht(20))
    assert fined.balance("42040") == -baht(20)


def test_a_cancelled_charge_is_not_paid(fined):
    with refused(fined.book, ReasonMissing, field="reason"):
        fined.run(CancelCharge(charge=1, reason="  "))
    fined.run(CancelCharge(charge=1, reason="มติที่ประชุม"))

    with refused(fined.book, ChargeCancelled, charge=1):
        pay(fined, baht(20))
    with refused(fined.book, ChargeCancelled, charge=1):
        fined.run(CancelCharge(charge=1, reason="อีกครั้ง"))
    with refused(fined.book, UnknownCharge, charge=2):
        fined.run(CancelCharge(charge=2, reason="ไม่มี"))
    with refused(fined.book, UnknownCharge, charge=2):
        pay(fined, baht(20), charge=2)


def test_a_sheet_expects_what_falls_due_in_its_month_and_takes_the_rest_early(village):
    number, _ = village.member()
    for due_on in (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)):
        village.run(ChargeMembers(type="FINE", members=(number,), amount=baht(7), due_on=due_on))

    def expected(on):
        (row,) = village.book.ask(collection_sheet, on=on).rows
        return [one.expected for one in row.items if one.item == "charge"]

    assert expected(date(2026, 2, 5)) == [baht(7), baht(7), ZERO]
    assert expected(date(2026, 3, 5)) == [baht(7)] * 3
    pay(village, baht(7), charge=3)
    assert expected(date(2026, 3, 5)) == [baht(7)] * 2


def test_nobody_is_charged_twice_at_once_or_before_she_joined(village):
    number, _ = village.member(on=date(2026, 2, 1))
    for members, on, refusal in (
        ((number, number), TODAY, ChargedTwice),
        ((number,), date(2026, 1, 31), NotYetMember),
    ):
        with refused(village.book, refusal, member=number):
            village.run(ChargeMembers(type="FINE", members=members, amount=baht(1), due_on=on))


def test_every_present_member_is_charged_when_none_is_named(village):
    for _ in range(3):
        village.member()
    village.run(EndMembership(member="0002", on=TODAY, why=Leaving.RESIGNED))

    made = village.run(ChargeMembers(type="DUES", amount=baht(50), due_on=TODAY)).made

    assert made["charges"] == [1, 2]
    assert village.rows("SELECT member FROM charges") == [("0001",), ("0003",)]


def test_nobody_is_charged_after_leaving(village):
    number, _ = village.member()
    village.run(EndMembership(member=number, on=TODAY, why=Leaving.EXPELLED))
    late = ChargeMembers(type="DUES", members=(number,), amount=baht(20), due_on=TODAY)

    with refused(village.book, MemberLeft, member=number, left_on=TODAY):
        village.run(late)
    village.run(replace(late, due_on=START))


def test_a_charge_names_a_type_an_amount_and_members_who_exist(village):
    village.member()

    with refused(village.book, UnknownChargeType, type="NONE"):
        village.run(ChargeMembers(type="NONE", amount=baht(1), due_on=TODAY))
    with refused(village.book, AmountNotPositive, amount=ZERO):
        village.run(ChargeMembers(type="FINE", due_on=TODAY))
    with refused(village.book, UnknownMember, member="0009"):
        village.run(
            ChargeMembers(type="FINE", amount=baht(1), due_on=TODAY, members=("0001", "0009"))
        )


def test_the_usual_amount_of_a_charge_is_asked_when_none_is_given(village):
    village.member()
    fields: dict[str, Any] = {"name_th": "ค่าจัดการศพ", "kind": ChargeKind.DUES, "amount": baht(20)}
    village.run(DefineChargeType(code="FUNERAL", account="43040", **fields))

    village.run(ChargeMembers(type="FUNERAL", due_on=TODAY))

    assert village.one("SELECT amount FROM charges") == 2_000
    with refused(village.book, ChargeTypeExists, type="FUNERAL"):
        village.run(DefineChargeType(code="FUNERAL", account="43040", **fields))
    with refused(village.book, UnknownAccount, account="99999"):
        village.run(DefineChargeType(code="NEW", account="99999", **fields))
