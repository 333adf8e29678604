"""What the members' forms know and decide."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.members.state import (
    MemberForm,
    PayOutForm,
    VisitForm,
    cards_after,
    form_of,
    payable_out,
    payables,
)
from ledger.domain.members import MemberKind, Person
from ledger.domain.money import ZERO, baht
from ledger.queries.position import member_position
from ledger.usecases.members import AdmitMember
from ledger.usecases.saving import Withdraw
from ledger.usecases.sharing import ReturnShares
from ledger.usecases.visiting import Deposit, ItemKind
from tests.support.books import TODAY

VALID_ID = "1-1017-00230-70-8"


def position(opened, member="0001"):
    return opened.session.ask(member_position, member=member, at=TODAY)


@pytest.mark.parametrize("typed", [VALID_ID, "1101700230708", "๑๑๐๑๗๐๐๒๓๐๗๐๘"])
def test_the_national_number_is_kept_in_plain_digits(typed):
    assert MemberForm(given="ก", typed_id=typed).person.national_id == "1101700230708"


def test_a_wrong_number_goes_to_the_book_as_typed_so_that_it_is_refused():
    assert MemberForm(given="ก", typed_id="123").person.national_id == "123"


def test_the_form_admits_with_everything_that_was_filled_in():
    form = MemberForm(given="แก้ว", family="มั่นคง", born=date(1960, 5, 1), zone="1", note="x")

    command = form.admit(on=TODAY, number="0009")

    assert isinstance(command, AdmitMember)
    assert command.person == Person(given="แก้ว", family="มั่นคง", born="1960-05-01")
    assert (command.on, command.number, command.zone, command.note) == (TODAY, "0009", "1", "x")


def test_a_form_filled_from_the_register_changes_nothing_when_saved_as_it_is(opened):
    found = position(opened)
    command = form_of(found).change("0001", found.person)

    assert command.person is None
    opened.session.run(command)
    assert position(opened).member == found.member


def test_only_a_changed_person_is_written_anew(opened):
    found = position(opened)
    form = replace(form_of(found), phone="0812345678", kind=MemberKind.ASSOCIATE)

    command = form.change("0001", found.person)

    assert command.person == replace(found.person, phone="0812345678")
    assert command.kind is MemberKind.ASSOCIATE


def test_a_member_can_pay_on_every_open_card_and_every_open_charge(opened):
    lines = payables(position(opened))

    assert [(line.name_en, line.expected) for line in lines] == [
        ("Promise savings", baht(100)),
        ("Savings deposit", ZERO),
        ("Shares", ZERO),
        ("Dues", baht(20)),
    ]


def visit(opened, *amounts, **named):
    lines = payables(position(opened))
    return VisitForm(member="0001", on=TODAY, lines=lines, amounts=amounts, **named)


def test_a_visit_has_an_item_for_each_amount(opened):
    command = visit(opened, baht(100), None, baht(10), baht(20), bank="BAAC").command()

    assert [item.item for item in command.items] == [
        ItemKind.DEPOSIT,
        ItemKind.SHARES,
        ItemKind.CHARGE,
    ]
    assert [item.amount for item in command.items] == [baht(100), baht(10), baht(20)]
    assert command.bank == "BAAC"


@pytest.mark.parametrize("nothing", [None, ZERO])
def test_a_visit_without_an_amount_is_no_command(opened, nothing):
    assert visit(opened, nothing, nothing, nothing, nothing).command() is None


def test_the_visit_can_be_booked(opened):
    outcome = opened.session.run(visit(opened, baht(100), baht(7), baht(10), baht(20)).command())

    assert outcome.receipts == ("R2569/000003",)
    assert position(opened).owed == ZERO


def test_only_cards_that_hold_something_can_be_paid_out(opened):
    cards = payable_out(position(opened))

    assert [card.product for card in cards] == ["PROMISE", "SHARES"]


def test_savings_are_withdrawn_and_shares_are_given_back(opened):
    promise, shares = payable_out(position(opened))

    out = PayOutForm(card=promise, amount=baht(5), on=TODAY).command()
    back = PayOutForm(card=shares, amount=baht(10), on=TODAY, leaving=True).command()

    assert isinstance(out, Withdraw)
    assert isinstance(back, ReturnShares)
    assert back.leaving


def test_what_a_card_will_hold_is_what_it_holds_and_what_is_booked(opened):
    found = position(opened)
    card = found.cards[0]
    outcome = opened.session.rehearse(Deposit(card=card.card, amount=baht(30), on=TODAY))

    (after,) = cards_after(found.cards, outcome.entries)

    assert after.after == card.balance + baht(30)
