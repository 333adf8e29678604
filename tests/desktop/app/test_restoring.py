"""What opens the copies that the first window restores: a passphrase, or the recovery sheet."""

from __future__ import annotations

import pytest

from desktop.app.restoring import Copies
from desktop.shell.choices import RestoreCopy
from ledger.book import Book, Secret
from ledger.book.copies import back_up
from ledger.book.keyholding import code_of_book
from ledger.domain.refusals.keys import KeysLost, SlotMissing, WrongPassphrase
from ledger.queries.sheet_looks import sheet_looks
from tests.support.books import founding
from tests.support.quick_keys import quick_guesses

WORDS = "four words nobody guesses"


@pytest.fixture(autouse=True)
def quick():
    with quick_guesses():
        yield


@pytest.fixture
def stick(tmp_path):
    """A stick with one copy of a book, and the code on its recovery sheet."""
    path, folder = tmp_path / "b.satcha", tmp_path / "stick"
    with Book.found(path, founding(), user="malee", passphrase=WORDS) as book:
        back_up(book, folder)
        return folder, code_of_book(book), book.key


@pytest.mark.parametrize("shape", [str, str.lower, lambda code: code.replace(" ", "-")])
def test_the_code_of_the_sheet_may_be_typed_for_the_passphrase(stick, tmp_path, shape):
    folder, code, key = stick
    rows, spoilt = Copies("malee").looks(folder, shape(code))
    assert (len(rows), spoilt) == (1, 0)
    target = tmp_path / "new.satcha"
    wish = RestoreCopy(
        folder=folder, file=rows[0].file, path=target, reason="หาย", passphrase=shape(code)
    )
    made = Copies("malee").restores(wish)
    with Book.open(target, secret=Secret("malee", data_key=key)) as book:
        assert book.ask(lambda reader: reader.rows("SELECT act FROM restorations")) == [(made.act,)]
        assert book.ask(sheet_looks).used == book.today, "an opened envelope is worth a new key"


def test_who_has_no_key_and_what_is_no_passphrase_is_told_and_not_a_spoilt_copy(stick):
    folder, code, _ = stick
    for user, words, refusal in (
        ("malee", WORDS.upper(), WrongPassphrase),
        ("malee", code[:-4], WrongPassphrase),
        ("somchai", WORDS, SlotMissing),
    ):
        with pytest.raises(refusal):
            Copies(user).looks(folder, words)


def test_a_lost_key_file_of_a_copy_is_told_and_the_sheet_does_without(stick):
    folder, code, _ = stick
    [keys] = folder.glob("*.keys")
    keys.unlink()
    with pytest.raises(KeysLost):
        Copies("malee").looks(folder, WORDS)
    assert len(Copies("malee").looks(folder, code)[0]) == 1
