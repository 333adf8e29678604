"""Personal data: handed over whole, restricted, erased to the last byte and after a restore."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ledger.book import Book
from ledger.book.copies import back_up, restore
from ledger.book.erased import ERASED, erased_there, note_erased
from ledger.domain.codec import plain_value
from ledger.domain.consents import ConsentTo
from ledger.domain.members import ErasedPerson, Leaving, Person
from ledger.domain.money import baht
from ledger.domain.photos import Photo
from ledger.domain.refusals import ReasonMissing, UnknownMember
from ledger.domain.refusals.closing import MonthNotOver
from ledger.domain.refusals.consents import PhotoWithoutConsent
from ledger.domain.refusals.intake import NotAMonth
from ledger.domain.refusals.personal import AlreadyRestricted, NotRestricted, PersonalShown
from ledger.queries.collection import collection_sheet
from ledger.queries.consents import consent_gaps, consents
from ledger.queries.integrity import audit
from ledger.queries.member_papers import confirmation_slip, member_card
from ledger.queries.members import members
from ledger.queries.naming import names_of
from ledger.queries.papers import receipts
from ledger.queries.personal_data import erased_persons, personal_data
from ledger.queries.photo import member_photo
from ledger.queries.position import member_position
from ledger.queries.search import search
from ledger.queries.settlement_sheet import settlement_sheet
from ledger.queries.statement import member_statement
from ledger.queries.texts_naming import texts_naming
from ledger.storage.columns import shape_of
from ledger.storage.register import RECORDS
from ledger.usecases.consenting import WithdrawConsent
from ledger.usecases.copying import DeclareRestore
from ledger.usecases.members import ChangeMember, EndMembership, ErasePerson
from ledger.usecases.photographing import SetMemberPhoto
from ledger.usecases.restricting import RestrictPerson
from ledger.usecases.vouching import ReceiveIncome
from tests.support.books import TODAY, reopened
from tests.support.pictures import jpeg
from tests.support.refused import refused

HIDDEN, PHONE = "ลับเฉพาะ๙๘๗", "0899999999"


def gone(village) -> str:
    """A member with two versions of her data, who left."""
    number, _ = village.member(person=Person(given=HIDDEN))
    village.run(ChangeMember(member=number, person=Person(given=HIDDEN, phone=PHONE)))
    village.run(EndMembership(member=number, on=TODAY, why=Leaving.RESIGNED))
    return number


def received(village, *, payee: str, purpose: str):
    return village.run(
        ReceiveIncome(account="46010", amount=baht(50), on=TODAY, payee=payee, purpose=purpose)
    )


def erase(village, number: str) -> None:
    village.run(ErasePerson(member=number, reason="ขอลบข้อมูล"))


# ── handing over ────────────────────────────────────────────────────────────────────────────────


def test_everything_about_a_person_is_handed_over(village):
    number, card = village.saver(baht(500))
    person = Person(given="มาลี", phone=PHONE)
    village.run(ChangeMember(member=number, person=person))

    told = village.book.ask(personal_data, member=number)

    assert told.person == person
    assert [one.person.given for one in told.versions] == ["สมชาย", "มาลี"]
    tables = {one.table: one for one in told.tables}
    assert {"members", "cards", "receipts", "lines", "receipt_lines"} <= tables.keys()
    assert any(card in row for row in tables["lines"].rows)
    assert json.loads(json.dumps(plain_value(told)))


def test_no_row_of_anybody_else_is_handed_over(village):
    number, _ = village.saver(baht(500))
    other, others = village.saver(baht(70))

    told = village.book.ask(personal_data, member=number)

    held = [row for one in told.tables for row in one.rows]
    assert not [row for row in held if other in row]
    lines = next(one for one in told.tables if one.table == "lines")
    assert others not in [row[3] for row in lines.rows]


def test_a_table_that_names_a_member_is_never_forgotten(village):
    """Whatever a record calls the member, the answer looks there."""
    number, _ = village.member()
    asked: list[str] = []
    village.book.ask(lambda reader: _watched(reader, asked, number))
    named = {
        kind.table
        for kind in RECORDS
        for column in shape_of(kind).columns
        if column.name.endswith("member") or (column.name, column.sql) == ("card", "INTEGER")
    }

    assert named <= {table for statement in asked for table in statement.split()}


def _watched(reader, asked, number):
    rows = reader.rows

    def noted(statement, values=()):
        if "instr(" not in statement:  # what is looked through for her name goes by no column
            asked.append(statement)
        return rows(statement, values)

    reader.rows = noted
    return personal_data(reader, member=number)


def test_texts_that_name_her_are_handed_over_and_nobody_else_s(village):
    """Payees, memos and notes in full, by given and family name together, or by a number."""
    number, _ = village.member(person=Person(given="มาลี", family="ใจดี", phone=PHONE))
    paid = received(village, payee="นางมาลี ใจดี", purpose="ค่าแรง มาลี ใจดี ทาสี")
    received(village, payee="มาลี สุขใจ", purpose="ค่าน้ำ")
    received(village, payee="ร้านค้า", purpose=f"โทร {PHONE}")

    told = village.book.ask(personal_data, member=number).named

    assert [(one.table, one.column, one.text) for one in told] == [
        ("entries", "memo", "ค่าแรง มาลี ใจดี ทาสี"),
        ("vouchers", "payee", "นางมาลี ใจดี"),
        ("vouchers", "purpose", "ค่าแรง มาลี ใจดี ทาสี"),
        ("entries", "memo", f"โทร {PHONE}"),
        ("vouchers", "purpose", f"โทร {PHONE}"),
    ]
    assert {(one.act, one.on) for one in told[:3]} == {(paid.act, TODAY)}


def test_an_earlier_name_is_looked_for_too_and_nothing_once_erased(village):
    number, _ = village.member(person=Person(given="มาลี", family="ใจดี"))
    village.run(ChangeMember(member=number, person=Person(given="มาลี", family="สุขสันต์")))
    received(village, payee="มาลี ใจดี", purpose="ค่าแรง")
    assert len(village.book.ask(texts_naming, member=number).rows) == 1

    village.run(EndMembership(member=number, on=TODAY, why=Leaving.RESIGNED))
    erase(village, number)
    assert village.book.ask(texts_naming, member=number).rows == ()


# ── restricting ─────────────────────────────────────────────────────────────────────────────────


def test_the_use_of_data_is_restricted_with_a_reason_and_lifted(village):
    number, _ = village.member()
    village.run(RestrictPerson(member=number, on=TODAY, reason="ยังค้ำประกันอยู่"))

    told = village.book.ask(personal_data, member=number).restricted
    assert told.reason == "ยังค้ำประกันอยู่"
    with refused(village.book, AlreadyRestricted, member=number):
        village.run(RestrictPerson(member=number, on=TODAY, reason="อีกครั้ง"))

    village.run(RestrictPerson(member=number, on=TODAY, reason="พ้นแล้ว", lift=True))
    assert village.book.ask(personal_data, member=number).restricted is None
    with refused(village.book, NotRestricted, member=number):
        village.run(RestrictPerson(member=number, on=TODAY, reason="พ้นแล้ว", lift=True))


def test_what_is_restricted_stands_in_no_list_search_or_paper(village):
    """Everything that is asked about members in general, before and after (trust.md 6.8)."""
    number, _ = village.saver(baht(500))
    village.run(ChangeMember(member=number, person=Person(given=HIDDEN, phone=PHONE)))

    def shown() -> set[str]:
        asked = {
            "members": (members, {}),
            "position": (member_position, {"member": number}),
            "card": (member_card, {"member": number}),
            "statement": (member_statement, {"member": number}),
            "sheet": (collection_sheet, {"on": TODAY}),
            "search": (search, {"text": number}),
            "receipts": (receipts, {}),
            "settlement": (settlement_sheet, {"member": number}),
            "slip": (confirmation_slip, {"member": number}),
        }
        answers = {name: village.book.ask(how, **given) for name, (how, given) in asked.items()}
        told = {name: json.dumps(plain_value(one)) for name, one in answers.items()}
        secrets = [json.dumps(one)[1:-1] for one in (HIDDEN, PHONE)]
        return {name for name, text in told.items() if any(one in text for one in secrets)}

    assert shown() >= {"members", "position", "card", "search"}
    village.run(RestrictPerson(member=number, on=TODAY, reason="ขอระงับการใช้"))
    assert shown() == set()
    assert village.book.ask(personal_data, member=number).person.given == HIDDEN
    assert village.book.ask(member_position, member=number).restricted

    village.run(RestrictPerson(member=number, on=TODAY, reason="เลิกระงับ", lift=True))
    assert shown() >= {"members", "position", "card", "search"}


@pytest.mark.parametrize(
    ("wrong", "refusal"), [({"reason": " "}, ReasonMissing), ({"member": "0099"}, UnknownMember)]
)
def test_a_restriction_names_its_member_and_its_reason(wrong, refusal, village):
    number, _ = village.member()
    fields = {"member": number, "on": TODAY, "reason": "ก", **wrong}
    with refused(village.book, refusal):
        village.run(RestrictPerson(**fields))


# ── erasing ─────────────────────────────────────────────────────────────────────────────────────


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_no_byte_is_left_in_book_log_and_later_copies(village, tmp_path):
    number = gone(village)
    assert HIDDEN.encode() in bytes_of(village.book.path.parent)

    erase(village, number)
    back_up(village.book, tmp_path / "stick")

    assert village.book.path.with_name("village.satcha-wal").exists()
    for secret in (HIDDEN.encode(), PHONE.encode(), json.dumps(HIDDEN).encode()):
        assert secret not in bytes_of(tmp_path)
    assert village.book.ask(audit).clean


def test_the_scan_would_see_what_a_log_goes_on_holding(village, monkeypatch):
    """The planted bug: without emptying the log the data lie in it until the book is closed."""
    number = gone(village)
    monkeypatch.setattr("ledger.storage.file.tidy", lambda *_given, **_named: None)

    erase(village, number)

    assert HIDDEN.encode() in bytes_of(village.book.path.parent)


# ── the erasure list ────────────────────────────────────────────────────────────────────────────


def test_an_older_copy_that_is_restored_erases_again(village, tmp_path):
    number = gone(village)
    stick, target = tmp_path / "stick", tmp_path / "new" / "new.satcha"
    target.parent.mkdir()
    older = back_up(village.book, stick)
    erase(village, number)
    back_up(village.book, stick)

    restore(stick, target, name=older.copy.file, reason="เครื่องเสีย")

    with Book.open(target, clock=village.clock) as again:
        assert again.ask(names_of)[number] == ""
        assert again.ask(audit).clean
        assert len(again.ask(erased_persons)) == 2
    assert HIDDEN.encode() not in bytes_of(target.parent)


def test_a_consent_that_an_older_copy_still_holds_is_not_relied_on(village, tmp_path):
    """The photo was taken back with its consent after the copy was made."""
    number, _ = village.member()
    stick, target = tmp_path / "stick", tmp_path / "new.satcha"
    pictures = [Photo(jpeg(b"%d" % at)) for at in (1, 2)]
    village.run(SetMemberPhoto(member=number, photo=pictures[0], document="1"))
    village.run(SetMemberPhoto(member=number, photo=pictures[1]))
    older = back_up(village.book, stick)
    village.run(WithdrawConsent(member=number, covers=ConsentTo.PHOTO, on=TODAY))
    back_up(village.book, stick)

    restore(stick, target, name=older.copy.file, reason="เครื่องเสีย")

    with Book.open(target, clock=village.clock) as again:
        assert again.ask(member_photo, member=number).jpeg is None
        assert again.ask(consents, member=number).in_force(ConsentTo.PHOTO) is None
        assert again.ask(consent_gaps).rows == ()
        assert again.ask(audit).clean
        with refused(again, PhotoWithoutConsent, member=number):
            again.run(SetMemberPhoto(member=number, photo=pictures[0]))


def test_what_was_erased_since_the_last_backup_is_erased_again(village, tmp_path):
    """The list lies beside the book as well: no backup was made in between."""
    number = gone(village)
    stick = tmp_path / "stick"
    back_up(village.book, stick)
    erase(village, number)
    beside = village.book.path.parent

    assert not (stick / ERASED).exists()
    assert len(erased_there(beside, "5a7c" * 8)) == 2
    restore(stick, beside / "again.satcha", reason="เครื่องเสีย")

    with Book.open(beside / "again.satcha", clock=village.clock) as again:
        assert again.ask(names_of)[number] == ""
        assert again.ask(audit).clean


def test_the_list_holds_no_word_of_anybody_and_only_grows(village, tmp_path):
    number = gone(village)
    erase(village, number)
    back_up(village.book, tmp_path / "stick")
    text = (tmp_path / "stick" / ERASED).read_text("utf-8")

    note_erased(tmp_path / "stick", "another", (ErasedPerson(1, "ab", "0001"),))
    note_erased(tmp_path / "stick", "another", ())

    assert HIDDEN not in text
    assert len(erased_there(tmp_path / "stick", "5a7c" * 8)) == 2
    assert erased_there(tmp_path / "stick", "another") == (ErasedPerson(1, "ab", "0001"),)


def test_a_number_that_stands_for_somebody_else_now_is_left_alone(village, tmp_path):
    number, _ = village.member(person=Person(given="คนปัจจุบัน"))
    stick = tmp_path / "stick"
    back_up(village.book, stick)
    note_erased(stick, "5a7c" * 8, (ErasedPerson(1, "cd" * 32, number),))

    restore(stick, tmp_path / "new.satcha", reason="เครื่องเสีย")

    with Book.open(tmp_path / "new.satcha", clock=village.clock) as again:
        assert again.ask(names_of)[number] == "คนปัจจุบัน"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"b": [{"x": 1}]}', '{"b": 3}'])
def test_a_list_that_cannot_be_read_stops_no_restore(text, tmp_path):
    (tmp_path / ERASED).write_text(text, encoding="utf-8")

    assert erased_there(tmp_path, "b") == ()
    note_erased(tmp_path, "b", (ErasedPerson(1, "ab"),))
    assert erased_there(tmp_path, "b") == (ErasedPerson(1, "ab"),)


def test_the_number_of_erased_data_never_stands_for_somebody_else(village):
    erase(village, number := gone(village))
    village = reopened(village)

    other, _ = village.member(person=Person(given="ใหม่"))

    persons = village.rows("SELECT DISTINCT number, person FROM members ORDER BY person")
    assert persons == [(number, 1), (number, 2), (other, 3)]
    assert village.book.ask(names_of) == {number: "", other: "ใหม่"}
    assert not village.book.ask(audit).findings


def declared(erased: tuple[ErasedPerson, ...] = (), locked_through: str = "") -> DeclareRestore:
    return DeclareRestore(
        through_act=1,
        fingerprint="ab" * 32,
        reason="เครื่องเสีย",
        erased=erased,
        locked_through=locked_through,
    )


def test_a_restore_erases_only_whom_the_commitment_names(village):
    number, _ = village.member()
    ((kept,),) = village.rows("SELECT commitment FROM members")
    someone_else = ErasedPerson(person=1, commitment="00" * 32, member=number)

    village.run(declared((someone_else,)))
    assert village.rows("SELECT number FROM personal") == [(1,)]

    village.run(declared((ErasedPerson(person=1, commitment=kept, member=number),)))
    assert village.rows("SELECT number FROM personal") == []
    assert not village.book.ask(audit).findings


def test_a_restore_locks_only_months_that_are_over(village):
    with refused(village.book, NotAMonth, field="locked_through", text="มีนาคม"):
        village.run(declared(locked_through="มีนาคม"))
    with refused(village.book, MonthNotOver, month="2026-03", today=TODAY):
        village.run(declared(locked_through="2026-03"))


def test_what_may_be_erased_stands_in_no_other_text_of_the_act(village):
    with refused(village.book, PersonalShown, field="phone", text=PHONE):
        village.member(person=Person(given="มาลี", phone=PHONE), note=f"โทร {PHONE}")
    number, _ = village.member(person=Person(given="มาลี", phone="0812"), note="โทร 0812")
    with refused(village.book, PersonalShown, field="address", text="12/3 หมู่ 4"):
        person = Person(given="มาลี", address="12/3 หมู่ 4")
        village.run(ChangeMember(member=number, person=person, household="12/3 หมู่ 4"))
    assert not village.book.ask(audit).findings
