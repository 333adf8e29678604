"""One act, one transaction: whole or not at all, once per command id, rehearsed without a trace."""

from __future__ import annotations

import hashlib
import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from ledger.book import Book
from ledger.domain.accounts import Kind
from ledger.domain.commands import DeskCommand
from ledger.domain.fingerprint import NOTHING_BEFORE, code_of
from ledger.domain.members import Person
from ledger.domain.money import ZERO, baht
from ledger.domain.refusals import (
    AccountExists,
    BalanceTooLow,
    CommandIdReused,
    UnknownCommand,
    WrongKind,
)
from ledger.queries.integrity import audit
from ledger.storage import unit
from ledger.usecases import COMMANDS, name_of
from ledger.usecases.founding import OpenAccount
from ledger.usecases.members import AdmitMember
from ledger.usecases.reversing import CorrectEntry
from ledger.usecases.saving import Withdraw
from ledger.usecases.visiting import Deposit
from tests.support.books import START, TODAY, Village, found_village, reopened
from tests.support.clocks import CountedLetters
from tests.support.refused import content, refused


def file_content(book: Book) -> str:
    """What the files of a book hold, to the byte."""
    hashed = hashlib.sha256()
    for path in sorted(book.path.parent.glob(f"{book.path.name}*")):
        hashed.update(path.name.encode() + path.read_bytes())
    return hashed.hexdigest()


# ── rehearsal ───────────────────────────────────────────────────────────────────────────────────


def test_a_rehearsal_leaves_every_byte_of_the_files_as_it_was(village):
    _, card = village.saver(baht(100))
    files, rows = file_content(village.book), content(village.book)

    rehearsed = village.withdraw(card, baht(60), rehearse=True)

    assert rehearsed.rehearsed
    assert file_content(village.book) == files
    assert content(village.book) == rows


def test_a_rehearsal_shows_what_will_be_booked(village):
    _, card = village.saver(baht(100))

    rehearsed = village.withdraw(card, baht(60), rehearse=True)
    booked = village.withdraw(card, baht(60))

    assert rehearsed.entries == booked.entries
    assert rehearsed.vouchers == booked.vouchers
    assert rehearsed.act == booked.act
    assert rehearsed.made == booked.made
    assert rehearsed.topics == booked.topics
    assert (rehearsed.fingerprint, rehearsed.code) == ("", "")


def test_a_rehearsal_is_refused_where_the_command_is(village):
    _, card = village.saver(baht(100))

    with refused(village.book, BalanceTooLow):
        village.withdraw(card, baht(101), rehearse=True)


def test_after_a_rehearsal_balances_and_numbers_are_those_of_before(village):
    _, card = village.saver(baht(100))
    village.deposit(card, baht(5), rehearse=True)

    made = village.deposit(card, baht(7))

    assert made.receipts == ("R2569/000002",)
    assert made.entries[0].number == 2
    assert village.one("SELECT balance_after FROM receipt_lines WHERE number = 2") == 10_700


def test_a_refusal_in_the_middle_of_an_act_leaves_nothing_known_behind(village):
    _, card = village.saver(baht(100))
    with refused(village.book, AccountExists):
        village.run(
            CorrectEntry(
                entry=1,
                on=TODAY,
                reason="ผิด",
                instead=OpenAccount(code="11010", kind=Kind.ASSET, name_th="x"),
            )
        )

    village.withdraw(card, baht(100))
    assert village.held(card) == ZERO


# ── command ids ─────────────────────────────────────────────────────────────────────────────────


def test_the_same_form_twice_books_once(village):
    _, card = village.saver()
    first = village.deposit(card, baht(50), command_id="form-1")
    rows = content(village.book)

    again = village.deposit(card, baht(50), command_id="form-1")

    assert again.repeated
    assert (again.act, again.fingerprint, again.code) == (first.act, first.fingerprint, first.code)
    assert (again.entries, again.receipts, again.made) == (
        first.entries,
        first.receipts,
        first.made,
    )
    assert content(village.book) == rows


@pytest.mark.parametrize("amount", [baht(50, 1), baht(500)])
def test_the_same_id_with_another_content_is_refused(village, amount):
    _, card = village.saver()
    act = village.deposit(card, baht(50), command_id="form-1").act

    with refused(village.book, CommandIdReused, command_id="form-1", act=act):
        village.deposit(card, amount, command_id="form-1")
    with refused(village.book, CommandIdReused):
        village.withdraw(card, baht(50), command_id="form-1")


def test_the_same_person_admitted_with_one_id_is_one_member(village):
    person = Person(given="สมหญิง", family="มีสุข", phone="080-000-0003")
    command = AdmitMember(person=person, on=START)
    first = village.run(command, command_id="new-member")

    again = village.run(command, command_id="new-member")

    assert again.repeated
    assert again.made == first.made
    assert village.one("SELECT COUNT(*) FROM members") == 1
    with refused(village.book, CommandIdReused):
        village.run(AdmitMember(person=Person(given="คนอื่น"), on=START), command_id="new-member")


def test_a_command_id_is_remembered_after_closing(tmp_path):
    village = found_village(tmp_path)
    _, card = village.saver()
    first = village.deposit(card, baht(50), command_id="form-1")

    again = reopened(village)
    repeated = again.deposit(card, baht(50), command_id="form-1")
    again.book.close()

    assert repeated.repeated
    assert repeated.fingerprint == first.fingerprint


def test_a_rehearsed_or_refused_id_is_free(village):
    _, card = village.saver()
    village.deposit(card, baht(50), command_id="form-1", rehearse=True)
    with refused(village.book, BalanceTooLow):
        village.withdraw(card, baht(1), command_id="form-2")

    assert not village.deposit(card, baht(60), command_id="form-1").repeated
    assert not village.deposit(card, baht(1), command_id="form-2").repeated


# ── the chain ───────────────────────────────────────────────────────────────────────────────────


def test_every_act_continues_the_fingerprint_of_the_one_before(village):
    village.saver(baht(100))

    links = village.rows("SELECT previous, fingerprint FROM acts ORDER BY number")

    assert links[0][0] == ""
    assert [before for before, _ in links[1:]] == [after for _, after in links[:-1]]
    assert len({after for _, after in links}) == len(links)
    assert bytes(32) == NOTHING_BEFORE


def test_the_code_on_paper_is_made_of_the_fingerprint(village):
    _, card = village.saver()

    made = village.deposit(card, baht(10))

    assert made.code == code_of(bytes.fromhex(made.fingerprint))
    assert village.one("SELECT fingerprint FROM acts WHERE number = ?", (made.act,)) == (
        made.fingerprint
    )


def test_the_same_acts_at_the_same_moments_have_the_same_fingerprints(tmp_path):
    heads = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        village = found_village(tmp_path / name)
        _, card = village.saver(baht(123, 45))
        heads.append(village.withdraw(card, baht(23, 45)).fingerprint)
        village.book.close()

    assert heads[0] == heads[1]


def test_one_letter_of_thai_text_changes_the_fingerprint(tmp_path):
    heads: set[str] = set()
    for name in ("กำ", "กํา", "กำ "):  # the first two look alike and are other letters
        folder = tmp_path / str(len(heads))
        folder.mkdir()
        village = found_village(folder)
        _, card = village.saver()
        heads.add(village.deposit(card, baht(1), note=name).fingerprint)
        village.book.close()

    assert len(heads) == 3


def test_recorded_times_do_not_go_backwards_when_the_clock_does(village):
    village.clock.set(TODAY - timedelta(days=400))
    village.run(OpenAccount(code="11099", kind=Kind.ASSET, name_th="ใหม่"))

    times = [row[0] for row in village.rows("SELECT recorded_at FROM acts ORDER BY number")]

    assert times == sorted(times)


def test_an_act_keeps_day_moment_user_command_and_program(tmp_path):
    village = found_village(tmp_path)
    _, card = village.saver()
    village.book.user = "เหรัญญิก"
    village.deposit(card, baht(1), on=date(2026, 3, 1))

    row = village.rows("SELECT * FROM acts ORDER BY number DESC LIMIT 1")[0]
    village.book.close()

    assert row[1:5] == ("2026-03-20T18:30:00.000+07:00", "2026-03-01", "เหรัญญิก", "deposit")
    assert json.loads(row[5])["amount"] == "1.00"
    assert row[8].startswith("satcha ")


# ── the doors ───────────────────────────────────────────────────────────────────────────────────


def test_commands_come_from_json_by_their_name(village):
    command = village.book.command_from(
        "withdraw", {"card": 3, "amount": "12.50", "on": "2026-03-20"}
    )

    assert command == Withdraw(card=3, amount=baht(12, 50), on=TODAY)
    with pytest.raises(UnknownCommand):
        village.book.command_from("pay-out", {})


def test_a_correction_from_json_names_the_command_instead(village):
    command = village.book.command_from(
        "correct-entry",
        {
            "entry": 1,
            "on": "2026-03-20",
            "reason": "ผิด",
            "instead": {"command": "deposit", "card": 3, "amount": "1.00", "on": "2026-03-20"},
        },
    )

    assert isinstance(command, CorrectEntry)
    assert command.instead == Deposit(card=3, amount=baht(1), on=TODAY)
    with pytest.raises(WrongKind):
        village.book.command_from("correct-entry", {"entry": 1, "on": "2026-03-20", "reason": "x"})


def test_every_command_has_one_name():
    assert all(name == name_of(kind) for name, kind in COMMANDS.items())
    assert len(set(COMMANDS.values())) == len(COMMANDS)


def test_a_book_closed_and_opened_goes_on_where_it_was(tmp_path):
    village = found_village(tmp_path)
    _, card = village.saver(baht(100))
    before = content(village.book)

    again = reopened(village)
    assert content(again.book) == before
    made = again.withdraw(card, baht(40))
    assert again.held(card) == baht(60)
    assert made.entries[0].number == 2
    assert again.book.ask(audit).clean
    again.book.close()


def test_a_clean_close_leaves_one_single_file(tmp_path):
    village = found_village(tmp_path)
    village.saver(baht(100))
    village.book.close()

    assert [path.name for path in tmp_path.iterdir()] == ["village.satcha"]


def test_what_was_committed_is_there_after_the_program_dies(tmp_path):
    village = found_village(tmp_path)
    _, card = village.saver(baht(100))
    before = content(village.book)
    kept = died(village, tmp_path / "after")

    assert content(kept.book) == before
    assert kept.held(card) == baht(100)
    assert kept.book.ask(audit).clean
    kept.book.close()


def died(village: Village, folder: Path) -> Village:
    """The files as they lie on the disk when the power goes, opened again elsewhere."""
    folder.mkdir()
    for path in village.book.path.parent.glob("village.satcha*"):
        (folder / path.name).write_bytes(path.read_bytes())
    village.book.close()
    book = Book.open(folder / "village.satcha", clock=village.clock, chance=CountedLetters("after"))
    return Village(book, village.clock)


def test_an_unknown_desk_command_is_refused(village):
    class Juggle(DeskCommand):
        pass

    with pytest.raises(UnknownCommand):
        village.run(Juggle())


def test_an_act_that_is_ended_while_it_is_written_leaves_no_row(tmp_path, monkeypatch):
    monkeypatch.setattr(unit, "_TOLD_EVERY", 1)
    told = []

    class Ended(Exception):
        pass

    def end(rows):
        told.append(rows)
        if len(told) == 3:
            raise Ended

    with found_village(tmp_path).book as book:
        before = content(book)
        joins = AdmitMember(person=Person(given="มานี"), on=START)
        with pytest.raises(Ended):
            book.run(joins, rows=end)

        assert told == [1, 2, 3]
        assert content(book) == before
        book.run(joins)
        assert book.ask(audit).clean


def test_an_act_of_few_rows_hears_of_a_stop_before_it_is_sealed(tmp_path):
    class Ended(Exception):
        pass

    def end(_rows):
        raise Ended

    with found_village(tmp_path).book as book:
        before = content(book)
        with pytest.raises(Ended):
            book.run(OpenAccount(code="11098", kind=Kind.ASSET, name_th="ใหม่"), rows=end)

        assert content(book) == before
