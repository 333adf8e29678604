"""Whatever a call is given to read, it answers with a sentence and within bounds (trust.md 6.6)."""

from __future__ import annotations

import os

import pytest

from tests.console.calling import call
from tests.support.network import cooperative


def pipe(path):
    os.mkfifo(path)


def folder(path):
    path.mkdir()


def device(path):
    path.symlink_to("/dev/zero")


def larger_than_anything(path):
    with path.open("wb") as file:
        file.truncate(1 << 40)  # holes: nothing of it is on the disk


def deep(path):
    path.write_bytes(b'{"a":' * 100_000)


def zeros(path):
    path.write_bytes(b"\0" * 5_000)


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    made = tmp_path_factory.mktemp("places")
    cooperative(made, "1").book.close()
    (book,) = made.glob("*.satcha")
    office = made / "o.satnet"
    assert call("network", "new", office, "--from", '{"name_th": "ก", "name_en": "o"}').code == 0
    return {"BOOK": book, "OFFICE": office, "NEW": made / "new.satcha"}


CALLS = [
    "ask GIVEN trial-balance",
    "check GIVEN",
    "restore GIVEN --to NEW",
    "audit-pack GIVEN --check",
    "network receive OFFICE GIVEN",
    "network missing GIVEN --month 2025-01",
    "import-acts GIVEN --to NEW",
    "import-journal BOOK GIVEN",
    "import BOOK GIVEN",
    "import-table BOOK GIVEN --bank BAAC",
    "batch BOOK GIVEN",
    "run BOOK deposit --json GIVEN",
    "ask GIVEN trial-balance --passphrase-file GIVEN",
    "keys BOOK look --code-file GIVEN",
]


@pytest.mark.parametrize("made", [pipe, folder, device, larger_than_anything, deep, zeros])
@pytest.mark.parametrize("words", CALLS)
def test_what_is_no_file_of_ours_is_refused_in_both_languages(tmp_path, places, words, made):
    given = tmp_path / "given"
    made(given)
    named = {**places, "GIVEN": given}

    answered = call(*(named.get(word, word) for word in words.split()))

    if answered.code != 0:
        assert answered.code in (2, 3)
        assert answered.refusal
    else:  # a folder without packages is nothing wrong
        assert (words, made) == ("network receive OFFICE GIVEN", folder)
    assert not places["NEW"].exists()


@pytest.mark.parametrize("words", ["import-journal BOOK GIVEN", "import-acts GIVEN --to NEW"])
def test_a_name_may_be_as_odd_as_it_likes(tmp_path, places, words):
    given = tmp_path / "ก \u202e'\"; $(x) \n.csv"
    given.write_text("no", encoding="utf-8")

    answered = call(*({**places, "GIVEN": given}.get(word, word) for word in words.split()))

    assert answered.code == 2
    assert answered.refusal


def test_what_the_shell_hands_over_open_is_read(places):
    reads, writes = os.pipe()
    os.write(writes, b'{"at": "2025-01-31"}')
    os.close(writes)

    answered = call("ask", places["BOOK"], "trial-balance", "--json", f"/dev/fd/{reads}")

    os.close(reads)
    assert answered.code == 0
    assert answered.json["at"] == "2025-01-31"
