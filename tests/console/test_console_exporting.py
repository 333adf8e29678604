"""``satcha export`` writes whole files, or none, and says what stands in the way."""

from __future__ import annotations

import json
import os

import pytest

from tests.console.calling import a_book, a_member, call, done


@pytest.fixture
def book(tmp_path):
    path = a_book(tmp_path)
    a_member(path)
    done(path, "deposit", card=1, amount="300", on="2025-01-05")
    return path


@pytest.mark.parametrize("form", ["hledger", "ledger", "beancount", "xlsx", "json"])
def test_a_format_of_one_file_is_written_where_it_was_asked_for(book, tmp_path, form):
    target = tmp_path / "out" / f"book.{form}"
    target.parent.mkdir()

    answered = call("export", book, form, "--out", target)

    assert answered.code == 0
    assert answered.json == {"files": [str(target)]}
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    assert target.stat().st_size > 500


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("csv", ["journal", "accounts", "lines", "members", "receipts", "vouchers"]),
        ("gnucash-csv", ["accounts", "transactions"]),
    ],
)
def test_a_format_of_several_files_fills_a_folder(book, tmp_path, form, names):
    folder = tmp_path / "deep" / "out"

    answered = call("export", book, form, "--out", folder)

    files = answered.json["files"]
    assert files[: len(names)] == [str(folder / f"{name}.csv") for name in names]
    assert {str(path) for path in folder.iterdir()} == set(files)
    assert (folder / "loans.csv").exists() == (form == "csv")


@pytest.mark.parametrize("form", ["csv", "gnucash-csv"])
def test_one_file_of_csv_holds_the_entries(book, tmp_path, form):
    target = tmp_path / "journal.csv"

    call("export", book, form, "--out", target)

    assert len(target.read_text("utf-8").splitlines()) == 3


def test_an_older_file_of_that_name_is_replaced_when_the_new_one_is_whole(book, tmp_path):
    target = tmp_path / "book.json"
    target.write_text("old")

    call("export", book, "json", "--out", target)

    assert json.loads(target.read_text("utf-8"))["entries"]


def test_a_folder_that_is_missing_or_a_file_is_named(book, tmp_path):
    (tmp_path / "file").touch()

    for target in (tmp_path / "nowhere" / "x.json", tmp_path / "file" / "x.json"):
        answered = call("export", book, "json", "--out", target)

        assert (answered.code, answered.refusal) == (3, "FolderUnwritable")
        assert answered.json["facts"] == {"path": str(target.parent)}


@pytest.mark.parametrize("form", ["json", "hledger", "csv", "xlsx"])
def test_a_full_disk_is_named_and_leaves_no_half_file(book, tmp_path, form, monkeypatch):
    def no_room(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_room)
    target = tmp_path / "out.csv"
    target.write_text("old")

    answered = call("export", book, form, "--out", target)

    assert (answered.code, answered.refusal) == (3, "DiskFull")
    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.satcha", "out.csv"]


def test_a_book_that_is_not_there_leaves_no_file(tmp_path):
    answered = call("export", tmp_path / "no.satcha", "json", "--out", tmp_path / "out.json")

    assert (answered.code, answered.refusal) == (3, "NoSuchBook")
    assert list(tmp_path.iterdir()) == []


def test_a_journal_is_narrowed_to_a_fund_and_a_period_and_registers_are_not(book, tmp_path):
    target = tmp_path / "out.journal"

    assert call("export", book, "hledger", "--out", target, "--until", "1/1/2443").code == 0
    assert "general" not in target.read_text("utf-8")
    wrong = call("export", book, "hledger", "--out", target, "--fund", "ไม่มี")
    assert wrong.refusal == "UnknownFund"
    assert call("export", book, "hledger", "--out", target, "--since", "เมื่อวาน").refusal == (
        "NotACellDay"
    )
    assert call("export", book, "xlsx", "--out", target, "--fund", "general").refusal == (
        "NotAChoice"
    )


def test_the_groups_are_one_workbook_where_the_place_says_so(book, tmp_path):
    target = tmp_path / "groups.xlsx"

    assert call("export", book, "groups", "--out", target).json["files"] == [str(target)]

    assert target.read_bytes().startswith(b"PK")
