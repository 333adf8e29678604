"""Maker, checker and beneficiary are three (RM2), and no splitting gets round the limit (RM3)."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest

from ledger.book import carrying_out
from ledger.domain.accounts import Kind
from ledger.domain.approving import ApprovalUsed
from ledger.domain.days import Month
from ledger.domain.money import Money, baht
from ledger.domain.people import UserRole
from ledger.domain.refusals import NothingToDo, ReasonMissing
from ledger.domain.refusals.approving import (
    ApprovalDecided,
    ApprovalNeeded,
    ApprovalOfOther,
    ApprovalWaiting,
    ApproverInvolved,
    UnknownRequest,
)
from ledger.domain.refusals.people import NotAllowed
from ledger.queries.approvals import RequestState, approvals_waiting
from ledger.queries.integrity import audit
from ledger.queries.integrity.findings import Fault
from ledger.usecases import approving, four_eyes
from ledger.usecases.approving import (
    Approve,
    DeclineApproval,
    RequestApproval,
    SetApprovalRules,
)
from ledger.usecases.closing import CloseMonth, ReopenMonth
from ledger.usecases.copying import DeclareRestore
from ledger.usecases.founding import AssignRole, ChangeCooperative, OpenAccount
from ledger.usecases.members import ChangeMember
from ledger.usecases.printing import RecordPrint
from ledger.usecases.restricting import RestrictPerson
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.saving import SetSavingsRate, Withdraw
from ledger.usecases.user_keeping import AddUser, LockUser, NameUsers, NewUser, SetUserRoles
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit, VoidReceipt
from ledger.usecases.vouching import JournalLine, MoveMoney, PayExpense, PostJournal
from reports.words.findings import finding_sentence
from reports.words.voice import Voice
from tests.support.books import START, TODAY
from tests.support.refused import refused

LIMIT = baht(5_000)
SATANG = Money(1)
ADMINISTRATOR, TREASURER, APPROVER = (
    UserRole.ADMINISTRATOR,
    UserRole.TREASURER,
    UserRole.APPROVER,
)


@pytest.fixture
def village(village):
    village.run(ChangeCooperative(cash_limit=baht(1_000_000)))
    return village


class Told:
    """Two savers with plenty, a treasurer แดง, and the approvers ขาว and ดำ, the second saver."""

    def __init__(self, village):
        self.village = village
        self.saver, self.card = village.saver(baht(50_000), on=START)
        self.dam, self.card_of_dam = village.saver(baht(50_000), on=START)
        village.run(
            NameUsers(
                users=(
                    NewUser(name="แดง", roles=(ADMINISTRATOR, TREASURER)),
                    NewUser(name="ดำ", roles=(APPROVER,), member=self.dam),
                    NewUser(name="ขาว", roles=(APPROVER,)),
                )
            )
        )
        self.book = village.book
        self.book.user = "แดง"
        self.other_box, self.bank = "", 0

    def by(self, user, command, **named):
        self.book.user = user
        try:
            return self.village.run(command, **named)
        finally:
            self.book.user = "แดง"

    def pays(self, amount, *, card=None, on=TODAY):
        return self.village.run(Withdraw(card=card or self.card, amount=amount, on=on))

    def asks(self, command, *, user="แดง"):
        made = self.by(user, RequestApproval(wanted=command)).made
        return int(str(made["request"])), str(made["digest"])

    def approved(self, command, *, by="ขาว"):
        request, digest = self.asks(command)
        self.by(by, Approve(request=request, digest=digest))
        return request

    def states(self):
        answer = self.book.ask(approvals_waiting, today=TODAY, every=True)
        return [one.state for one in answer.rows]


@pytest.fixture
def told(village):
    """At the end of every story the audit, which computes it another way, sees nothing wrong."""
    told = Told(village)
    yield told
    assert told.book.ask(audit).findings == ()


LARGE = baht(6_000)


def large(told, amount=LARGE, *, on=TODAY):
    return Withdraw(card=told.card, amount=amount, on=on)


# ── asked for, approved, carried out once ───────────────────────────────────────────────────────


def test_a_large_payout_waits_for_another_person_and_is_paid_once(told):
    needed = {"because": "payout", "amount": baht(6_000), "limit": LIMIT}
    with refused(told.book, ApprovalNeeded, **needed, approvers=("ขาว", "ดำ")):
        told.village.run(large(told))

    told.approved(large(told))
    assert told.states() == [RequestState.APPROVED]
    told.village.run(large(told))

    assert told.states() == [RequestState.DONE]
    with refused(told.book, ApprovalNeeded, amount=baht(12_000)):
        told.village.run(large(told))


def test_what_waits_is_answered_with_its_content(told):
    request, digest = told.asks(large(told))
    answer = told.book.ask(approvals_waiting, today=TODAY)

    (row,) = answer.rows
    assert (row.request, row.digest, row.command) == (request, digest, "withdraw")
    assert row.fields["amount"] == "6000.00"
    assert (row.maker, row.member, row.amount) == ("แดง", told.saver, baht(6_000))
    assert (answer.waiting, answer.approvers) == (1, ("ขาว", "ดำ"))


@pytest.mark.parametrize(
    "changed",
    [
        lambda told: large(told, baht(6_000) + SATANG),
        lambda told: large(told, on=TODAY - timedelta(days=1)),
        lambda told: Withdraw(card=told.card_of_dam, amount=baht(6_000), on=TODAY),
    ],
)
def test_an_approval_is_for_its_content_and_no_other(told, changed):
    told.approved(large(told))

    with refused(told.book, ApprovalNeeded):
        told.village.run(changed(told))


def test_an_approver_sees_what_she_approves(told):
    request, _ = told.asks(large(told))
    _, other = told.asks(large(told, baht(7_000)))

    told.book.user = "ขาว"
    with refused(told.book, ApprovalOfOther, request=request):
        told.village.run(Approve(request=request, digest=other))
    with refused(told.book, UnknownRequest, request=9):
        told.village.run(Approve(request=9, digest=other))


def test_a_request_is_answered_once_and_waits_once(told):
    request, digest = told.asks(large(told))
    with refused(told.book, ApprovalWaiting, request=request):
        told.village.run(RequestApproval(wanted=large(told)))

    told.by("ดำ", DeclineApproval(request=request, reason="ไม่มีใบขอถอน"))

    told.book.user = "ขาว"
    with refused(told.book, ApprovalDecided, by="ดำ"):
        told.village.run(Approve(request=request, digest=digest))
    with refused(told.book, ApprovalDecided):
        told.village.run(DeclineApproval(request=request, reason="x"))
    told.book.user = "แดง"
    with refused(told.book, ApprovalNeeded):
        told.village.run(large(told))


def test_a_no_has_a_reason(told):
    request, _ = told.asks(large(told))
    told.book.user = "ขาว"

    with refused(told.book, ReasonMissing):
        told.village.run(DeclineApproval(request=request, reason=" "))


# ── maker, checker, beneficiary ─────────────────────────────────────────────────────────────────


def test_nobody_approves_what_she_asked_for(told):
    told.approved(SetUserRoles(user="แดง", roles=(ADMINISTRATOR, TREASURER, APPROVER)))
    told.village.run(SetUserRoles(user="แดง", roles=(ADMINISTRATOR, TREASURER, APPROVER)))
    request, digest = told.asks(large(told))

    with refused(told.book, ApproverInvolved, user="แดง"):
        told.village.run(Approve(request=request, digest=digest))


def test_nobody_approves_what_is_paid_to_herself(told):
    request, digest = told.asks(Withdraw(card=told.card_of_dam, amount=baht(6_000), on=TODAY))
    told.book.user = "ดำ"

    with refused(told.book, ApproverInvolved, user="ดำ"):
        told.village.run(Approve(request=request, digest=digest))

    told.by("ขาว", Approve(request=request, digest=digest))
    told.pays(baht(6_000), card=told.card_of_dam)


def test_whoever_lives_in_one_house_does_not_approve(told):
    for member in (told.saver, told.dam):
        told.village.run(ChangeMember(member=member, household="ก-๑"))
    request, digest = told.asks(large(told))
    told.book.user = "ดำ"

    with refused(told.book, ApproverInvolved):
        told.village.run(Approve(request=request, digest=digest))


def test_whoever_pays_out_has_not_approved_it(told):
    both = SetUserRoles(user="ขาว", roles=(TREASURER, APPROVER))
    told.approved(both, by="ดำ")
    told.village.run(both)
    told.approved(large(told))

    told.book.user = "ขาว"
    with refused(told.book, ApprovalNeeded, approvers=("ดำ",)):
        told.village.run(large(told))


def test_somebody_without_the_role_does_not_approve(told):
    request, digest = told.asks(large(told))

    with refused(told.book, NotAllowed, command="approve"):
        told.village.run(Approve(request=request, digest=digest))


# ── the limit ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("parts", [1, 2, 5, 20])
def test_splitting_does_not_get_round_the_limit(told, parts):
    for _ in range(parts - 1):
        told.pays(Money(LIMIT.satang // parts))
    rest = LIMIT - Money(LIMIT.satang // parts * (parts - 1))

    with refused(told.book, ApprovalNeeded, amount=LIMIT + SATANG):
        told.pays(rest + SATANG)
    told.pays(rest)
    told.pays(LIMIT, card=told.card_of_dam)


def test_other_dates_on_the_vouchers_do_not_get_round_it_either(told):
    told.pays(baht(3_000), on=TODAY - timedelta(days=2))

    with refused(told.book, ApprovalNeeded, amount=baht(6_000)):
        told.pays(baht(3_000), on=TODAY - timedelta(days=1))


def test_a_day_begins_at_midnight(told):
    told.pays(LIMIT)
    tomorrow = TODAY + timedelta(days=1)
    told.village.clock.set(tomorrow)

    told.pays(LIMIT, on=tomorrow)
    with refused(told.book, ApprovalNeeded):
        told.pays(SATANG, on=TODAY)


def test_a_payout_taken_back_counts_no_more(told):
    entry = told.pays(LIMIT).entries[0].number
    told.village.run(ReverseEntry(entry=entry, on=TODAY, reason="ผิดคน"))

    told.pays(LIMIT)


def test_taking_a_deposit_back_is_a_payout_too(told):
    entry = told.village.deposit(told.card, baht(8_000)).entries[0].number

    with refused(told.book, ApprovalNeeded, because="payout", amount=baht(8_000)):
        told.village.run(ReverseEntry(entry=entry, on=TODAY, reason="x"))


@pytest.mark.parametrize("others", [1, 2])
def test_what_a_receipt_brought_for_a_household_is_paid_back_to_each_of_them(told, others):
    """The limit is each member's own: 4,000 each go back at once, 2,000 more of one do not."""
    cards = [told.card, told.card_of_dam, told.village.saver(baht(10), on=START)[1]][: others + 1]
    items = tuple(Item(item=ItemKind.DEPOSIT, amount=baht(4_000), card=one) for one in cards)
    visit = ReceiveVisit(member=told.saver, on=TODAY, items=items, payer="ตัวแทน")
    entry = told.village.run(visit).entries[0].number
    told.village.run(ReverseEntry(entry=entry, on=TODAY, reason="x"))
    entry = told.village.deposit(told.card, baht(2_000)).entries[0].number

    with refused(told.book, ApprovalNeeded, because="payout", amount=baht(6_000)):
        told.village.run(ReverseEntry(entry=entry, on=TODAY, reason="x"))


def test_a_supplier_is_paid_by_the_same_rule(told):
    def bill(amount, payee):
        return PayExpense(account="53020", amount=amount, on=TODAY, payee=payee, purpose="ปูน")

    told.village.run(bill(baht(3_000), "ร้านริมน้ำ"))
    told.village.run(bill(baht(3_000), "ร้านอื่น"))

    with refused(told.book, ApprovalNeeded, amount=baht(6_000)):
        told.village.run(bill(baht(3_000), " ร้านริมน้ำ "))


def test_money_carried_to_the_bank_is_no_payout(told):
    bank = told.village.bank()

    told.village.run(MoveMoney(amount=baht(20_000), on=TODAY, target=bank))


def test_a_group_decides_its_own_limit(told):
    rule = SetApprovalRules(
        from_day=TODAY, required=True, payout_limit=baht(100), resolution="มติ ๕/๒๕๖๙"
    )
    with refused(told.book, ApprovalNeeded, because="users"):
        told.village.run(rule)
    told.approved(rule)
    told.village.run(rule)

    with refused(told.book, ApprovalNeeded, limit=baht(100)):
        told.pays(baht(100) + SATANG)


# ── ways round it ───────────────────────────────────────────────────────────────────────────────


def line(account, debit=None, credit=None, card=None):
    return JournalLine(account=account, debit=debit, credit=credit, card=card)


CASH, BANK, CEMENT, SAVED = "11010", "12200", "53020", "21010"
MUCH = baht(6_000)


def journal(*lines):
    return PostJournal(on=TODAY, purpose="ปรับปรุง", lines=lines)


# Each is an entry that pays more than the limit, made to look as if nothing went out.
WAYS = {
    "paid in cash, while as much comes in at the bank": lambda told: journal(
        line(SAVED, debit=MUCH, card=told.card),
        line(CASH, credit=MUCH),
        line(BANK, debit=MUCH, card=told.bank),
        line(SAVED, credit=MUCH, card=told.card_of_dam),
    ),
    "moved to another member's account": lambda told: journal(
        line(SAVED, debit=MUCH, card=told.card),
        line(SAVED, credit=MUCH, card=told.card_of_dam),
    ),
    "an expense in cash against an income at the bank": lambda told: journal(
        line(CEMENT, debit=MUCH),
        line(CASH, credit=MUCH),
        line(BANK, debit=MUCH, card=told.bank),
        line("43010", credit=MUCH),
    ),
    "an expense behind a little of two members": lambda told: journal(
        line(SAVED, debit=baht(1), card=told.card),
        line(SAVED, debit=baht(1), card=told.card_of_dam),
        line(CEMENT, debit=MUCH),
        line(CASH, credit=MUCH + baht(2)),
    ),
    "out of a cash box that is none any more": lambda told: (
        told.village.run(AssignRole(role="cash", account=told.other_box))
        and journal(line(CEMENT, debit=MUCH), line(CASH, credit=MUCH))
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_no_lines_written_out_get_round_the_limit(village, way, monkeypatch):
    told = Told(village)
    village.run(OpenAccount(code="11099", name_th="กล่อง", kind=Kind.ASSET, parent="11000"))
    told.other_box, told.bank = "11099", 0
    if "bank" in way:
        village.bank()
        told.bank = village.one("SELECT card FROM bank_accounts")
    command = WAYS[way](told)
    with refused(told.book, ApprovalNeeded, because="payout"):
        village.run(command)

    # The audit sees what went past the door.
    monkeypatch.setattr(carrying_out, "check_approved", lambda *_: None)
    act = village.run(command).act
    (found,) = told.book.ask(audit).findings
    assert (found.fault, found.act) == (Fault.APPROVAL_MISSING, act)


def test_what_the_own_lines_of_a_day_pay_counts_together(told):
    half = journal(line(CEMENT, debit=baht(3_000)), line(CASH, credit=baht(3_000)))
    told.village.run(half)

    with refused(told.book, ApprovalNeeded, amount=baht(6_000)):
        told.village.run(half)
    told.pays(baht(3_000))
    own = line(SAVED, debit=baht(2_001), card=told.card), line(CASH, credit=baht(2_001))
    with refused(told.book, ApprovalNeeded, amount=baht(5_001)):
        told.village.run(journal(*own))


def test_moving_money_to_the_bank_by_own_lines_is_no_payout(told):
    village = told.village
    village.bank()
    card = village.one("SELECT card FROM bank_accounts")

    village.run(journal(line(BANK, debit=baht(9_000), card=card), line(CASH, credit=baht(9_000))))
    village.run(journal(line(CEMENT, debit=baht(9_000)), line("53010", credit=baht(9_000))))


@pytest.mark.parametrize("other", [" ร้าน ปูน", "ปูน", "บริษัท ปูน จำกัด", "ร้านปูน.", "ร้าน\u200bปูน"])
def test_another_spelling_of_a_payee_is_the_same_one(told, other):
    def bill(payee):
        return PayExpense(account=CEMENT, amount=baht(3_000), on=TODAY, payee=payee, purpose="ปูน")

    told.village.run(bill("ร้านปูน"))
    told.village.run(bill("ร้านทราย"))
    with refused(told.book, ApprovalNeeded, amount=baht(6_000)):
        told.village.run(bill(other))


def test_what_somebody_approved_who_is_locked_counts_no_more(told):
    told.approved(large(told), by="ขาว")
    lock = LockUser(user="ขาว", reason="รหัสผ่านหลุด")
    told.approved(lock, by="ดำ")
    told.village.run(lock)

    assert told.states()[0] is RequestState.EXPIRED
    with refused(told.book, ApprovalNeeded, approvers=("ดำ",)):
        told.village.run(large(told))
    told.approved(large(told), by="ดำ")
    told.village.run(large(told))


def test_the_audit_finds_the_approval_of_a_locked_user(village, monkeypatch):
    told = Told(village)
    told.approved(large(told), by="ขาว")
    lock = LockUser(user="ขาว", reason="รหัสผ่านหลุด")
    told.approved(lock, by="ดำ")
    village.run(lock)
    monkeypatch.setattr(four_eyes, "_is_locked", lambda *_: False)
    act = village.run(large(told)).act

    (found,) = told.book.ask(audit).findings
    assert (found.fault, found.act) == (Fault.APPROVAL_WRONG, act)


# ── what always needs another person ────────────────────────────────────────────────────────────


def test_rates_and_reopened_months_need_another_person(told):
    told.village.run(CloseMonth(month=Month(2026, 1)))
    rate = SetSavingsRate(product="SAVINGS", from_day=TODAY, rate=Fraction(2, 100))
    reopening = ReopenMonth(month=Month(2026, 1), reason="ใบเสร็จตกค้าง")

    for command, because in ((rate, "rate"), (reopening, "reopening")):
        with refused(told.book, ApprovalNeeded, because=because):
            told.village.run(command)
        told.approved(command)
        told.village.run(command)


def test_a_printed_receipt_is_voided_by_two_and_an_unprinted_one_by_one(told):
    one, two, three = (told.village.deposit(told.card, baht(10)) for _ in range(3))
    for made in (one, two):
        told.village.run(RecordPrint(paper=made.receipts[0]))

    with refused(told.book, ApprovalNeeded, because="void", amount=baht(10)):
        told.village.run(VoidReceipt(receipt=one.receipts[0], on=TODAY, reason="x"))
    with refused(told.book, ApprovalNeeded, because="void"):
        told.village.run(ReverseEntry(entry=two.entries[0].number, on=TODAY, reason="x"))

    told.village.run(VoidReceipt(receipt=three.receipts[0], on=TODAY, reason="ผิด"))


def test_a_restoration_is_approved_afterwards_and_stays_in_sight_until_then(told):
    restored = DeclareRestore(through_act=3, fingerprint="ab" * 32, reason="เครื่องเสีย")
    told.village.run(restored)

    answer = told.book.ask(approvals_waiting, today=TODAY)
    (row,) = answer.rows
    assert (row.state, answer.waiting) == (RequestState.OVERDUE, 1)
    assert told.book.ask(audit).clean  # it waits for its approval, and is no forgery
    told.by("ขาว", Approve(request=row.request, digest=row.digest))

    assert told.states() == [RequestState.DONE]


def test_users_are_changed_by_two_while_there_are_two(told):
    with refused(told.book, ApprovalNeeded, because="users", approvers=("ขาว",)):
        told.village.run(LockUser(user="ดำ", reason="x"))
    with refused(told.book, ApprovalNeeded, because="users"):
        told.village.run(AddUser(name="หุ่น", roles=(APPROVER,)))


def test_an_approver_who_is_gone_can_be_replaced_but_sets_nobody_free(told):
    told.approved(LockUser(user="ดำ", reason="ย้ายไป"))
    told.village.run(LockUser(user="ดำ", reason="ย้ายไป"))
    told.village.run(LockUser(user="ขาว", reason="เสียชีวิต"))

    assert told.states() == [RequestState.DONE, RequestState.OVERDUE]
    with refused(told.book, ApprovalNeeded, approvers=()):
        told.village.run(large(told))

    told.village.run(AddUser(name="เขียว", roles=(APPROVER,)))
    assert told.states() == [RequestState.DONE, RequestState.OVERDUE, RequestState.OVERDUE]
    told.approved(large(told), by="เขียว")
    told.village.run(large(told))


def test_turning_the_rule_off_needs_another_person_as_well(told):
    off = SetApprovalRules(from_day=TODAY, required=False, resolution="มติ ๖/๒๕๖๙")

    with refused(told.book, ApprovalNeeded, because="users"):
        told.village.run(off)

    told.approved(off)
    told.village.run(off)
    told.village.run(large(told))


# ── where nobody is asked ───────────────────────────────────────────────────────────────────────


def test_a_group_that_works_alone_asks_nobody(village):
    _, card = village.saver(baht(50_000), on=START)
    village.run(Withdraw(card=card, amount=baht(9_000), on=TODAY))
    alone = NewUser(name="แดง", roles=(ADMINISTRATOR, TREASURER, APPROVER))
    village.run(NameUsers(users=(alone,)))
    village.book.user = "แดง"

    village.run(Withdraw(card=card, amount=baht(9_000), on=TODAY))

    assert village.book.ask(lambda reader: reader.every(ApprovalUsed)) == []


def test_a_rehearsal_shows_what_would_be_booked_before_anybody_is_asked(told):
    assert told.village.run(large(told), rehearse=True).rehearsed


def test_a_request_is_only_for_who_may_do_it(told):
    with pytest.raises(NotAllowed):
        told.by("ดำ", RequestApproval(wanted=large(told)))
    with pytest.raises(NothingToDo):
        told.village.run(LockUser(user="ดำ", reason="x", locked=False))


def test_an_approval_can_be_used_for_seven_days(told):
    told.approved(large(told))
    told.village.clock.set(TODAY + timedelta(days=8))
    states = [
        one.state
        for one in told.book.ask(
            approvals_waiting, today=TODAY + timedelta(days=8), every=True
        ).rows
    ]
    assert states == [RequestState.EXPIRED]
    with refused(told.book, ApprovalNeeded, because="payout"):
        told.village.run(large(told))

    told.approved(large(told))
    told.village.clock.set(TODAY + timedelta(days=15))
    told.village.run(large(told))
    answer = told.book.ask(approvals_waiting, today=TODAY + timedelta(days=15), every=True)
    assert [one.state for one in answer.rows] == [RequestState.EXPIRED, RequestState.DONE]


def test_the_audit_finds_an_approval_that_was_used_too_late(village, monkeypatch):
    told = Told(village)
    told.approved(large(told))
    told.village.clock.set(TODAY + timedelta(days=8))
    monkeypatch.setattr("ledger.domain.approving.APPROVAL_DAYS", 9)
    act = told.village.run(large(told)).act

    (found,) = told.book.ask(audit).findings
    assert (found.fault, found.act) == (Fault.APPROVAL_WRONG, act)


# ── what goes past the door is found afterwards ─────────────────────────────────────────────────


def test_the_audit_finds_what_nobody_else_approved(village, monkeypatch):
    told = Told(village)
    monkeypatch.setattr(carrying_out, "check_approved", lambda *_: None)
    told.pays(baht(3_000))
    assert told.book.ask(audit).findings == ()

    second = told.pays(baht(2_001)).act  # the day together is above the limit
    receipt = village.deposit(told.card, baht(10), on=TODAY).receipts[0]
    told.village.run(RecordPrint(paper=receipt))
    void = told.village.run(VoidReceipt(receipt=receipt, on=TODAY, reason="ผิด")).act
    lift = RestrictPerson(member=told.saver, on=TODAY, reason="จบแล้ว", lift=True)
    told.village.run(RestrictPerson(member=told.saver, on=TODAY, reason="ขอระงับ"))
    lifted = told.village.run(lift).act
    added = told.by("แดง", AddUser(name="เขียว", roles=(APPROVER,))).act

    found = {one.act: (one.fault, one.found, one.expected) for one in told.book.ask(audit).findings}
    missing = Fault.APPROVAL_MISSING
    assert found == {
        second: (missing, "แดง", "payout"),
        void: (missing, "แดง", "void"),
        lifted: (missing, "แดง", "person"),
        added: (missing, "แดง", "users"),
    }


def test_the_audit_finds_who_approved_what_she_gets_herself(village, monkeypatch):
    told = Told(village)
    for place in (approving, four_eyes):
        monkeypatch.setattr(place, "involved", lambda *_: frozenset())
    command = Withdraw(card=told.card_of_dam, amount=baht(6_000), on=TODAY)
    told.approved(command, by="ดำ")
    act = told.village.run(command).act

    (found,) = told.book.ask(audit).findings
    assert (found.fault, found.act, found.found) == (Fault.APPROVAL_WRONG, act, "ดำ")


def test_the_audit_finds_an_act_for_which_nobody_held_a_role(village, monkeypatch):
    told = Told(village)
    monkeypatch.setattr(carrying_out, "check_permitted", lambda *_, **__: None)
    act = told.by("ขาว", Withdraw(card=told.card, amount=baht(10), on=TODAY)).act

    (found,) = told.book.ask(audit).findings
    assert (found.fault, found.act, found.found) == (Fault.ROLE_MISSING, act, "ขาว")
    said = finding_sentence(found, Voice("en"))
    assert said == (
        f"Act {act} (withdraw) is by ขาว, who held no role for it then; it is for: treasurer."
        " (Rule 30)"
    )
