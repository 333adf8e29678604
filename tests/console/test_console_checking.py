"""``satcha check`` finds what any tool changed, and proves codes from paper."""

from __future__ import annotations

import sqlite3

import pytest

from ledger.book import Book
from ledger.book.high_water import keep_mark
from tests.console.calling import a_book, a_member, call, done


@pytest.fixture
def book(tmp_path):
    path = a_book(tmp_path)
    a_member(path)
    return path


def changed_behind_its_back(book, statement):
    """What somebody with another tool does, who takes the guards away first."""
    with sqlite3.connect(book) as connection:
        guards = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in guards.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
    connection.close()


def test_a_whole_book_is_clean(book):
    answered = call("check", book)

    assert answered.code == 0
    assert answered.json["clean"] is True
    assert answered.json["findings"] == []
    assert answered.json["totals"]["acts"] == 2
    assert answered.json["totals"]["debits"] == "0.00"
    assert "all is well" in answered.err


def test_a_changed_row_is_named_in_both_languages(book):
    done(book, "deposit", card=1, amount="300", on="2025-01-05")
    changed_behind_its_back(book, "UPDATE lines SET credit = credit + 100 WHERE line = 2")

    answered = call("check", book)

    assert answered.code == 1
    findings = [one for one in answered.json["findings"] if one["fault"] == "row_changed"]
    assert [(one["table"], one["act"]) for one in findings] == [("lines", 3)]
    assert all(set(one["sentence"]) == {"th", "en"} for one in findings)
    assert findings[0]["sentence"]["en"] in answered.err.splitlines()


def test_a_code_from_paper_finds_its_moment_and_proves_the_history(book):
    told = done(book, "open-zone", code="A", name="A")
    done(book, "open-zone", code="B", name="B")

    answered = call("check", book, "--fingerprint", told["code"])

    assert answered.code == 0
    (code,) = answered.json["codes"]
    assert (code["act"], code["proved"], code["command"]) == (3, True, "open-zone")
    assert "the history up to it is whole" in answered.err


def test_a_code_that_was_copied_over_two_lines_is_the_same_code(book):
    code = call("check", book).json["code"]
    broken = f"{code[:9]}\r\n\t\u200b{code[10:].lower()}\n"

    answered = call("check", book, "--fingerprint", broken)

    assert answered.code == 0
    (told,) = answered.json["codes"]
    assert told["typed"] == f"{code[:9]} {code[10:].lower()}"
    assert told["typed"] in answered.err


def test_an_older_file_put_back_is_told_by_the_mark_that_the_window_kept(book):
    old = book.read_bytes()
    done(book, "open-zone", code="A", name="A")
    with Book.open(book) as opened:
        keep_mark(opened, book.parent)
    assert call("check", book).code == 0
    book.write_bytes(old)

    answered = call("check", book)

    assert (answered.code, answered.json["clean"]) == (1, True)
    assert answered.json["behind"] == {"act": 3, "receipt": ""}
    assert "Somebody put an older file back" in answered.err


def test_every_code_is_looked_up(book):
    code = call("check", book).json["code"]

    answered = call("check", book, "--fingerprint", code, "--fingerprint", "nonsense")

    assert answered.code == 1
    assert [one["proved"] for one in answered.json["codes"]] == [True, False]
    assert "no code from a paper" in answered.err


def test_a_code_with_a_slip_of_the_pen_is_found_near_by(book):
    code = call("check", book).json["code"]
    wrong = ("A" if code[0] != "A" else "C") + code[1:]

    answered = call("check", book, "--fingerprint", wrong)

    assert answered.code == 1
    assert answered.json["codes"][0]["nearest"] == [code]
    assert code in answered.err


def test_a_code_of_another_book_is_not_proved(book, tmp_path):
    other = call("check", a_book(_folder(tmp_path))).json["code"]

    answered = call("check", book, "--fingerprint", other)

    assert answered.code == 1
    assert answered.json["codes"][0]["act"] is None
    assert "not of this book" in answered.err


def test_a_code_after_a_change_is_found_and_not_proved(book):
    code = done(book, "open-zone", code="A", name="A")["code"]
    changed_behind_its_back(book, "UPDATE zones SET name = 'X'")

    answered = call("check", book, "--fingerprint", code)

    assert answered.code == 1
    assert answered.json["codes"][0]["act"] == 3
    assert "was changed" in answered.err


def _folder(tmp_path):
    folder = tmp_path / "other"
    folder.mkdir()
    return folder
