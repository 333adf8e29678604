"""An encrypted book shows nobody anything, and opens for its passphrase only."""

from __future__ import annotations

import json
from functools import partial

import pytest

from ledger.book import Book
from ledger.book.keyholding import code_of_book
from tests.console.calling import call

FOUR_WORDS = "four words nobody guesses"
KNOWN = {"LANG": "en_GB.UTF-8", "SATCHA_PASSPHRASE": FOUR_WORDS}
NAME = "บ้านมั่นคงริมคลอง"
BOOK = json.dumps({"name": NAME, "kind": "housing", "zones": [{"code": "Z1", "name": "Canal"}]})


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    path = tmp_path_factory.mktemp("keys") / "secret.satcha"
    assert call("new", path, "--from", BOOK, surroundings=KNOWN).code == 0
    return path


def test_no_byte_of_the_text_stands_in_the_file_or_its_copies(book, tmp_path):
    made = call("backup", book, tmp_path / "stick", surroundings=KNOWN)

    assert made.code == 0
    for path in (book, *(tmp_path / "stick").iterdir()):
        whole = path.read_bytes()
        assert NAME.encode() not in whole
        assert b"Canal" not in whole
        assert b"SQLite format" not in whole


def test_it_opens_for_its_passphrase_from_a_file_or_the_surroundings(book, tmp_path):
    (tmp_path / "words").write_text(f"{FOUR_WORDS}\n", encoding="utf-8")

    assert call("check", book, surroundings=KNOWN).json["clean"]
    assert call("check", book, "--passphrase-file", tmp_path / "words").json["clean"]


def test_who_sits_at_the_keys_is_asked_for_the_passphrase_once(book):
    asked = []

    def types(prompt):
        asked.append(prompt)
        return FOUR_WORDS

    assert call("check", book, ask_secret=types).json["clean"]
    assert call("check", book, surroundings=KNOWN, ask_secret=types).json["clean"]
    assert asked == [f"Passphrase of {book}: "]
    for typed, refusal in (("", "PassphraseMissing"), (FOUR_WORDS.upper(), "WrongPassphrase")):
        assert call("check", book, ask_secret=partial(str.format, typed)).refusal == refusal


def test_without_the_passphrase_nothing_is_read(book):
    before = book.read_bytes()

    assert call("check", book).refusal == "PassphraseMissing"
    wrong = call("check", book, surroundings={**KNOWN, "SATCHA_PASSPHRASE": FOUR_WORDS.upper()})

    assert (wrong.code, wrong.refusal) == (3, "WrongPassphrase")
    assert book.read_bytes() == before


def test_a_short_passphrase_makes_no_book(tmp_path):
    short = {**KNOWN, "SATCHA_PASSPHRASE": "123456789"}
    answered = call("new", tmp_path / "b.satcha", "--from", BOOK, surroundings=short)

    assert answered.refusal == "PassphraseShort"
    assert not list(tmp_path.iterdir())


def test_a_copy_is_restored_with_the_same_passphrase_only(book, tmp_path):
    call("backup", book, tmp_path / "stick", surroundings=KNOWN)
    restore = ("restore", tmp_path / "stick", "--to", tmp_path / "again.satcha")

    wrong = {**KNOWN, "SATCHA_PASSPHRASE": FOUR_WORDS.upper()}
    assert call(*restore).refusal == "PassphraseMissing"
    assert call(*restore, surroundings=wrong).refusal == "WrongPassphrase", "no copy is spoilt"
    assert call(*restore, surroundings=KNOWN).code == 0
    assert call("check", tmp_path / "again.satcha", surroundings=KNOWN).json["clean"]


def test_a_copy_is_restored_by_the_recovery_sheet_when_pc_and_passphrases_are_gone(book, tmp_path):
    call("backup", book, tmp_path / "stick", surroundings=KNOWN)
    with Book.open(book, passphrase=FOUR_WORDS) as opened:
        code = code_of_book(opened)
    (tmp_path / "code").write_text(code, encoding="utf-8")
    (tmp_path / "new").write_text("five new words for her", encoding="utf-8")
    again, by_sheet = tmp_path / "again.satcha", ("--code-file", tmp_path / "code")

    assert call("restore", tmp_path / "stick", "--to", again, *by_sheet).code == 0

    new = ("--new-passphrase-file", tmp_path / "new")
    assert call("keys", again, "recover", *by_sheet, "--user", "malee", *new).code == 0
    opens = ("--user", "malee", "--passphrase-file", tmp_path / "new")
    assert call("check", again, *opens).json["clean"]


def test_a_plain_book_opens_whatever_passphrase_is_given(tmp_path):
    assert call("new", tmp_path / "plain.satcha", "--from", BOOK).code == 0

    assert call("check", tmp_path / "plain.satcha", surroundings=KNOWN).json["clean"]


def test_one_changed_bit_of_an_encrypted_book_is_told(book, tmp_path):
    spoilt = bytearray(book.read_bytes())
    spoilt[3 * 4096 + 17] ^= 1
    (tmp_path / "spoilt.satcha").write_bytes(spoilt)

    assert call("check", tmp_path / "spoilt.satcha", surroundings=KNOWN).code in (1, 3)


def test_a_book_without_a_passphrase_is_made_and_said_to_be_for_practice(tmp_path):
    told = call("new", tmp_path / "told.satcha", "--from", BOOK)
    silent = call("new", tmp_path / "silent.satcha", "--from", BOOK, "--no-encryption")

    assert (told.code, silent.code) == (0, 0)
    assert "not encrypted" in told.err
    assert silent.err == ""


def test_an_empty_passphrase_file_makes_no_plain_book(tmp_path):
    (tmp_path / "words").write_text("\n", encoding="utf-8")
    new = ("new", tmp_path / "b.satcha", "--from", BOOK)

    assert call(*new, "--passphrase-file", tmp_path / "words").refusal == "PassphraseShort"
    assert not (tmp_path / "b.satcha").exists()
