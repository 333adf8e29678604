"""The keys of a book on the console: who has one, and the sheet that opens it without any."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it brings no types
import pytest

from ledger.domain.fingerprint import LETTERS
from tests.console.calling import call
from tests.support.quick_keys import quick_guesses

MALEE, SOMCHAI = "four words nobody guesses", "five other words for somchai"
BOOK = json.dumps({"name": {"th": "บ้านมั่นคงริมคลอง", "en": "Rim Khlong"}, "kind": "housing"})


def known(passphrase=MALEE, new=""):
    more = {"SATCHA_NEW_PASSPHRASE": new} if new else {}
    return {"LANG": "en_GB.UTF-8", "SATCHA_PASSPHRASE": passphrase, **more}


@pytest.fixture(scope="module", autouse=True)
def quick():
    with quick_guesses():
        yield


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    """A book with a sheet; somchai gets a key and loses it again; each answer by its name."""
    folder = tmp_path_factory.mktemp("console-keys")
    book = folder / "b.satcha"
    who = ("--user", "malee")
    sheet = ("--sheet", folder / "sheet.pdf")
    told = {"new": call("new", book, "--from", BOOK, *who, *sheet, surroundings=known())}
    told["code"] = code_on(folder / "sheet.pdf")
    add = ("keys", book, "add-user", *who, "--name", "somchai")
    told["add"] = call(*add, surroundings=known(new=SOMCHAI))
    told["his"] = call("check", book, "--user", "somchai", surroundings=known(SOMCHAI))
    remove = ("keys", book, "remove-user", *who, "--name", "somchai")
    told["no sheet"] = call(*remove, surroundings=known())
    told["remove"] = call(*remove, *sheet, surroundings=known())
    told["gone"] = call("check", book, "--user", "somchai", surroundings=known(SOMCHAI))
    told["new code"] = code_on(folder / "sheet.pdf")
    return book, told


def code_on(pdf):
    """The groups of the code, as somebody types them from the printed page."""
    with pypdfium2.PdfDocument(pdf) as opened:
        text = opened[0].get_textpage().get_text_bounded()
    groups = [word for word in text.split() if len(word) == 4 and set(word) <= set(LETTERS)]
    return " ".join(groups[:19])


def test_a_key_is_given_and_taken_away(story):
    _, told = story
    assert told["new"].json["sheet"].endswith("sheet.pdf")
    if os.name == "posix":
        assert Path(told["new"].json["sheet"]).stat().st_mode & 0o077 == 0
    assert told["add"].json["users"] == ["malee", "somchai"]
    assert told["his"].json["clean"]
    assert told["no sheet"].refusal == "PlaceMissing"
    assert told["remove"].json["users"] == ["malee"]
    assert "Back it up now" in told["remove"].err
    assert told["gone"].refusal == "SlotMissing"


def test_the_printed_code_opens_the_book_without_its_key_file(story, tmp_path):
    book, told = story
    lost = tmp_path / "b.satcha"
    lost.write_bytes(book.read_bytes())
    (tmp_path / "code").write_text(told["new code"], encoding="utf-8")
    assert call("check", lost, surroundings=known()).refusal == "KeysLost"

    recover = ("keys", lost, "recover", "--code-file", tmp_path / "code", "--name", "pim")
    assert call(*recover, surroundings=known(new=SOMCHAI)).json["users"] == ["pim"]
    assert call("check", lost, "--user", "pim", surroundings=known(SOMCHAI)).json["clean"]


def test_the_sheet_from_before_the_removal_is_worth_nothing(story, tmp_path):
    book, told = story
    (tmp_path / "code").write_text(told["code"], encoding="utf-8")
    recover = ("keys", book, "recover", "--code-file", tmp_path / "code", "--name", "somchai")
    assert told["code"] != told["new code"]
    assert call(*recover, surroundings=known(new=SOMCHAI)).refusal == "KeysOfAnother"


def test_a_slip_of_the_pen_names_its_group(story, tmp_path):
    book, told = story
    groups = told["new code"].split(" ")
    groups[4] = groups[4][:3] + LETTERS[LETTERS.index(groups[4][3]) - 1]
    (tmp_path / "code").write_text(" ".join(groups), encoding="utf-8")
    answered = call("keys", book, "recover", "--code-file", tmp_path / "code", surroundings=known())
    assert answered.refusal == "RecoveryCodeMistyped"
    assert answered.json["facts"] == {"groups": [5]}


def test_a_passphrase_is_changed_and_the_old_one_opens_nothing(story):
    book, _ = story
    change = ("keys", book, "change", "--user", "malee")
    assert call(*change, surroundings=known(new="short")).refusal == "PassphraseShort"
    assert call(*change, surroundings=known(new=SOMCHAI)).code == 0
    listing = ("keys", book, "list", "--user", "malee")
    assert call(*listing, surroundings=known()).refusal == "WrongPassphrase"
    assert call(*listing, surroundings=known(SOMCHAI)).json["users"] == ["malee"]
    assert call(*change, surroundings=known(SOMCHAI, new=MALEE)).code == 0


def test_a_sheet_is_a_pdf_and_an_action_is_one_of_the_list(story, tmp_path):
    book, _ = story
    sheet = ("keys", book, "sheet", "--user", "malee", "--sheet", tmp_path / "sheet.xlsx")
    assert call(*sheet, surroundings=known()).refusal == "NotAChoice"
    assert call("keys", book, "sell", surroundings=known()).refusal == "NotAChoice"
