"""Free texts lie beside the chain: what was typed about a person is erased, the proof stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ledger.book import Book
from ledger.book.copies import back_up, restore
from ledger.book.erased import ERASED, note_erased, texts_erased_there
from ledger.domain.days import day_before, plus_months
from ledger.domain.free_text import ERASED as GONE
from ledger.domain.free_text import LENGTH
from ledger.domain.members import Person
from ledger.domain.money import baht
from ledger.domain.people import UserRole
from ledger.domain.refusals import CommandIdReused, MissingField, ReasonMissing
from ledger.domain.refusals.approving import ApprovalNeeded
from ledger.domain.refusals.auditing import UnknownAct
from ledger.domain.refusals.personal import TextStillNeeded, UnknownText
from ledger.queries.act_log import act_told
from ledger.queries.act_texts import act_texts, texts_kept_again
from ledger.queries.approvals import approvals_waiting
from ledger.queries.command_of import command_of
from ledger.queries.integrity import audit
from ledger.queries.integrity.findings import Fault
from ledger.queries.journal import entry, journal
from ledger.queries.papers import vouchers
from ledger.queries.search import search
from ledger.queries.texts_naming import texts_naming
from ledger.usecases.approving import Approve, RequestApproval
from ledger.usecases.members import ChangeMember
from ledger.usecases.text_erasing import EraseTexts
from ledger.usecases.user_keeping import NameUsers, NewUser
from ledger.usecases.visiting import Deposit
from ledger.usecases.vouching import JournalLine, PayExpense, PostJournal
from tests.support.books import TODAY
from tests.support.raw import tampered
from tests.support.refused import refused

PAID, SECRET = "56070", "ป่วยเป็นมะเร็งลับเฉพาะ"


@pytest.fixture
def noted(village):
    """A deposit whose note says too much of the member; answers the village, act and member."""
    number, card = village.saver(baht(500))
    done = village.run(Deposit(card=card, amount=baht(20), on=TODAY, note=SECRET))
    return village, done.act, number


def _one(village, act: int) -> str:
    (found,) = village.book.ask(act_texts, act=act).rows
    return found.commitment


def _erase(village, *texts: str) -> None:
    village.run(EraseTexts(texts=texts, reason="สมาชิกขอให้ลบ"))


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_text_is_read_everywhere_until_it_is_erased(noted):
    village, act, _ = noted
    ask = village.book.ask
    ((number,),) = village.rows("SELECT number FROM entries WHERE act = ?", (act,))
    assert ask(entry, entry=number).entry.memo == SECRET
    assert ask(act_told, act=act).act.fields["note"] == SECRET
    assert ask(command_of, entry=number).fields["note"] == SECRET
    assert [one.number for one in ask(search, text="มะเร็ง").entries] == [number]
    assert len(ask(journal, text="มะเร็ง").entries) == 1

    _erase(village, _one(village, act))

    assert ask(entry, entry=number).entry.memo == GONE
    assert ask(act_told, act=act).act.fields["note"] == GONE
    assert ask(command_of, entry=number).fields["note"] == ""
    assert ask(search, text="มะเร็ง").entries == ()
    assert ask(journal, text="มะเร็ง").entries == ()
    (found,) = ask(act_texts, act=act).rows
    assert (found.text, found.places) == (None, (("entries", "memo"),))


def test_the_proof_survives_and_nothing_else_changes(noted):
    village, act, _ = noted
    before = village.rows("SELECT number, fingerprint FROM acts ORDER BY number")
    balance = village.balance("21010")

    _erase(village, _one(village, act))

    after = village.rows("SELECT number, fingerprint FROM acts ORDER BY number")
    assert after[:-1] == before
    assert village.balance("21010") == balance
    assert village.book.ask(audit).clean


def test_no_byte_of_it_is_left_in_book_log_and_later_copies(noted, tmp_path):
    village, act, _ = noted
    assert SECRET.encode() in _bytes(tmp_path)

    _erase(village, _one(village, act))
    back_up(village.book, tmp_path / "stick")

    for secret in (SECRET.encode(), json.dumps(SECRET).encode()):
        assert secret not in _bytes(tmp_path)


def test_one_text_said_twice_in_an_act_is_one_and_goes_from_both_places(village):
    lines = (
        JournalLine(account="46010", credit=baht(5)),
        JournalLine(account="11010", debit=baht(5)),
    )
    done = village.run(PostJournal(on=TODAY, purpose=SECRET, lines=lines))
    (found,) = village.book.ask(act_texts, act=done.act).rows

    _erase(village, found.commitment)

    assert set(found.places) == {("entries", "memo"), ("vouchers", "purpose")}
    (paper,) = village.book.ask(vouchers).rows
    assert paper.purpose == GONE


def test_the_same_text_of_another_act_stays(noted):
    village, act, _ = noted
    _, card = village.saver(baht(10))
    other = village.run(Deposit(card=card, amount=baht(20), on=TODAY, note=SECRET))

    _erase(village, _one(village, act))

    assert village.book.ask(act_told, act=other.act).act.fields["note"] == SECRET


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"texts": ()}, MissingField),
        ({"texts": ("ab",)}, UnknownText),
        ({"texts": ("0" * LENGTH,)}, UnknownText),
        ({"reason": " "}, ReasonMissing),
    ],
)
def test_what_is_erased_is_named_with_a_reason(fields, refusal, noted):
    village, act, _ = noted
    given = {"texts": (_one(village, act),), "reason": "ขอให้ลบ", **fields}
    with refused(village.book, refusal):
        village.run(EraseTexts(**given))


def test_a_text_is_erased_once(noted):
    village, act, _ = noted
    commitment = _one(village, act)
    _erase(village, commitment)
    with refused(village.book, UnknownText, commitment=commitment):
        _erase(village, commitment)


def test_nobody_asks_for_the_texts_of_an_act_that_is_none(village):
    with refused(village.book, UnknownAct):
        village.book.ask(act_texts, act=999)


def test_who_was_paid_stays_for_ten_years(village):
    """What a voucher is for may go at once; its payee is kept (trust.md 3.3)."""
    village.saver(baht(100))
    done = village.run(
        PayExpense(account=PAID, amount=baht(30), on=TODAY, payee="ร้าน ก", purpose=SECRET)
    )
    texts = {one.text: one.commitment for one in village.book.ask(act_texts, act=done.act).rows}
    until = plus_months(TODAY, 120)

    _erase(village, texts[SECRET])
    village.clock.set(day_before(until))
    with refused(village.book, TextStillNeeded, text="ร้าน ก", until=until):
        _erase(village, texts["ร้าน ก"])
    village.clock.set(until)
    _erase(village, texts["ร้าน ก"])

    assert [one.text for one in village.book.ask(act_texts, act=done.act).rows] == [None, None]
    assert village.book.ask(audit).clean


# ── four eyes ───────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def two(noted):
    """The same with a treasurer แดง and an approver ขาว."""
    village, act, member = noted
    roles = (UserRole.ADMINISTRATOR, UserRole.TREASURER)
    users = (NewUser(name="แดง", roles=roles), NewUser(name="ขาว", roles=(UserRole.APPROVER,)))
    village.run(NameUsers(users=users))
    village.book.user = "แดง"
    return village, act, member


def _approved(village, command) -> None:
    made = village.run(RequestApproval(wanted=command, note="โปรดดู")).made
    village.book.user = "ขาว"
    village.run(Approve(request=made["request"], digest=made["digest"]))
    village.book.user = "แดง"


def test_it_needs_another_person_where_there_is_one(two):
    village, act, _ = two
    wanted = EraseTexts(texts=(_one(village, act),), reason="สมาชิกขอให้ลบ")
    with refused(village.book, ApprovalNeeded):
        village.run(wanted)

    _approved(village, wanted)
    village.run(wanted)

    assert village.book.ask(audit).clean


def test_what_is_to_be_approved_is_read_in_clear(two):
    village, _, _ = two
    wanted = PayExpense(account=PAID, amount=baht(6_000), on=TODAY, payee="ก", purpose=SECRET)
    village.run(RequestApproval(wanted=wanted, note="โปรดดู"))

    (shown,) = village.book.ask(approvals_waiting, today=TODAY).rows

    assert (shown.fields["purpose"], shown.note) == (SECRET, "โปรดดู")


def test_an_approval_is_of_the_texts_too_until_one_is_gone(two):
    """Where a text was erased nobody can tell any more what it was."""
    village, act, _ = two
    wanted = EraseTexts(texts=(_one(village, act),), reason=SECRET)
    _approved(village, wanted)
    done = village.run(wanted)

    assert village.book.ask(_audited_with, "UPDATE free_texts SET words = words || '.'") == {
        Fault.TEXT_CHANGED,
        Fault.APPROVAL_WRONG,
    }
    again = EraseTexts(texts=(_one(village, done.act),), reason="อีกครั้ง")
    _approved(village, again)
    village.run(again)
    assert village.book.ask(audit).clean


@pytest.mark.parametrize("reason", ["\\u0000", '{"commitment":"' + "0" * LENGTH + '"}'])
def test_no_text_passes_for_one_that_was_erased(reason, two):
    """Or whoever typed it could change what had been approved."""
    village, act, _ = two
    wanted = EraseTexts(texts=(_one(village, act),), reason=reason)
    _approved(village, wanted)
    village.run(wanted)

    assert village.book.ask(audit).clean
    other = "UPDATE acts SET payload = replace(payload, 'texts', 'words') WHERE number = ?"
    last = village.one("SELECT MAX(number) FROM acts")
    assert Fault.APPROVAL_WRONG in village.book.ask(_audited_with, other, (last,))


# ── the audit ───────────────────────────────────────────────────────────────────────────────────


PUT_IN = "INSERT INTO free_texts VALUES (?, 's', 'v', ?)"


def _audited_with(reader, statement: str, values: tuple[object, ...] = ()) -> set[Fault]:
    """What the audit finds when somebody does this behind the program's back."""
    with tampered(reader.connection):
        reader.connection.execute(statement, values)
        return {one.fault for one in audit(reader).findings} - {Fault.SCHEMA_CHANGED}


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE free_texts SET words = 'x'", Fault.TEXT_CHANGED),
        ("UPDATE free_texts SET salt = 'x'", Fault.TEXT_CHANGED),
        ("UPDATE free_texts SET act = act - 1", Fault.TEXT_CHANGED),
        ("DELETE FROM free_texts", Fault.TEXT_MISSING),
    ],
)
def test_what_was_done_to_a_text_behind_the_program_is_found(statement, fault, noted):
    village, _, _ = noted
    assert fault in village.book.ask(_audited_with, statement)


def test_a_text_that_nobody_said_is_found(noted):
    village, _, _ = noted
    found = village.book.ask(_audited_with, PUT_IN, ("0" * LENGTH, 1))
    assert found == {Fault.ROW_ADDED, Fault.TEXT_CHANGED}


def test_a_text_that_only_a_command_tells_is_missed_as_well(noted):
    """No row of a closing or a request holds what was said with it: the command does."""
    village, _, _ = noted
    village.run(
        RequestApproval(wanted=EraseTexts(texts=("ab",), reason="เหตุผลเฉพาะ"), note="โปรดดู")
    )

    found = village.book.ask(
        _audited_with, "DELETE FROM free_texts WHERE words IN ('เหตุผลเฉพาะ', 'โปรดดู')"
    )

    assert found == {Fault.TEXT_MISSING}


def test_an_erased_text_that_comes_back_is_found(noted):
    village, act, _ = noted
    commitment = _one(village, act)
    _erase(village, commitment)

    found = village.book.ask(_audited_with, PUT_IN, (commitment, act))

    assert found == {Fault.ROW_ADDED, Fault.TEXT_CHANGED}


# ── said again, and restored ────────────────────────────────────────────────────────────────────


def test_the_same_command_twice_is_one_act_and_with_another_text_is_refused(village):
    _, card = village.saver(baht(10))
    first = Deposit(card=card, amount=baht(20), on=TODAY, note=SECRET)
    done = village.run(first, command_id="one")

    assert village.run(first, command_id="one").act == done.act
    with refused(village.book, CommandIdReused):
        village.run(Deposit(card=card, amount=baht(20), on=TODAY, note="อื่น"), command_id="one")


def test_an_older_copy_that_is_restored_erases_again(noted, tmp_path):
    village, act, _ = noted
    stick = tmp_path / "stick"
    back_up(village.book, stick)
    commitment = _one(village, act)
    _erase(village, commitment)

    assert texts_erased_there(village.book.path.parent, "5a7c" * 8) == (commitment,)
    beside = village.book.path.parent / "again.satcha"
    restore(stick, beside, reason="เครื่องเสีย")

    with Book.open(beside, clock=village.clock) as again:
        (found,) = again.ask(act_texts, act=act).rows
        assert found.text is None
        assert again.ask(texts_kept_again, (commitment,)) == ()
        assert again.ask(audit).clean


def test_the_list_holds_no_word_and_only_grows(noted, tmp_path):
    village, act, _ = noted
    commitment = _one(village, act)
    _erase(village, commitment)
    stick = tmp_path / "stick"
    back_up(village.book, stick)

    note_erased(stick, "5a7c" * 8, ())
    note_erased(stick, "another", (), ("cd" * 28,))

    assert "มะเร็ง" not in (stick / ERASED).read_text("utf-8")
    assert texts_erased_there(stick, "5a7c" * 8) == (commitment,)
    assert texts_erased_there(stick, "another") == ("cd" * 28,)


def test_texts_that_name_her_are_found_with_what_erases_them(village):
    number, card = village.saver(baht(500))
    village.run(ChangeMember(member=number, person=Person(given="มาลี", family="ใจดี")))
    done = village.run(Deposit(card=card, amount=baht(20), on=TODAY, note="แทนมาลี ใจดี"))

    (found,) = village.book.ask(texts_naming, member=number).rows
    assert (found.act, found.table, found.column) == (done.act, "entries", "memo")

    _erase(village, found.commitment)
    assert village.book.ask(texts_naming, member=number).rows == ()
