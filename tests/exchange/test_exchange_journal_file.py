"""Whatever stands in a journal file comes in as it was meant, or is shown as what is wrong."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.money import LARGEST_SATANG, Money
from ledger.exchange.encodings import UTF8, WINDOWS_THAI, encoding_of
from ledger.exchange.journal_file import BEGINNINGS, COLUMNS, read_journal
from ledger.usecases import importing

plain = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=30
).map(str.strip)
names = plain.filter(bool)
amounts = st.integers(1 - LARGEST_SATANG, LARGEST_SATANG - 1).map(Money)
days = st.dates(date(1900, 1, 1), date(2399, 12, 31))
memos = plain.filter(lambda text: not text.startswith("'"))


@st.composite
def entries(draw):
    """Balanced entries of two rows each, as the rows of a file."""
    made = []
    for number in range(draw(st.integers(1, 5))):
        day, amount, memo = draw(days), draw(amounts), draw(memos)
        account = f"{draw(st.sampled_from(BEGINNINGS))}:{draw(names)}"
        made.append((f"e{number}", day, account, amount, memo))
        made.append((f"e{number}", day, "equity:rest", -amount, memo))
    return made


@given(entries(), st.permutations(COLUMNS), st.sampled_from(["utf-8", "utf-8-sig"]))
def test_what_a_program_wrote_is_what_is_read(tmp_path_factory, made, columns, encoding):
    path = tmp_path_factory.mktemp("csv") / "j.csv"
    with path.open("w", encoding=encoding, newline="") as text:
        writer = csv.DictWriter(text, columns)
        writer.writeheader()
        for entry, day, account, amount, memo in made:
            row = dict(zip(COLUMNS, (entry, day, account, amount.as_decimal(), memo), strict=True))
            writer.writerow(row)

    found = read_journal(path)

    assert found.problems == ()
    assert [(r.entry, r.on, r.account, r.amount, r.memo) for r in found.rows] == made


def test_the_beginnings_of_accounts_are_those_that_the_books_know():
    assert set(BEGINNINGS) == set(importing.KINDS)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"entry,date", UTF8),
        ("เงินสด".encode(), UTF8),
        ("\ufeffเงินสด".encode(), UTF8),
        ("เงินสด ค่าน้ำ".encode("cp874"), WINDOWS_THAI),
        ("๑๒๓ ฿ “อ้าง” ก็ได้ เ ".replace(" เ ", "").encode("cp874"), WINDOWS_THAI),
        ("café".encode("latin-1"), None),
        ("Käse".encode("latin-1"), None),
        (b"a\x00b", None),
        ("เงินสด".encode("utf-16"), None),
        (b"\xff\xfe\xfd", None),
        (b"", UTF8),
    ],
)
def test_the_encoding_is_known_or_not_guessed(tmp_path, content, encoding):
    path = tmp_path / "text"
    path.write_bytes(content)

    assert encoding_of(path) == encoding


@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
def test_a_long_text_is_not_misread_where_pieces_meet(tmp_path, encoding, monkeypatch):
    monkeypatch.setattr("ledger.exchange.encodings._PIECE", 3)
    path = tmp_path / "text"
    path.write_bytes(("น้ำที่นี่\n" * 50).encode(encoding))

    assert encoding_of(path) == {"utf-8": UTF8, "cp874": WINDOWS_THAI}[encoding]


def test_rows_that_come_again_are_read_once_and_are_equal(tmp_path):
    path = tmp_path / "j.csv"
    rows = "1,2025-01-05,assets:cash,5.00\n1,2025-01-05,equity:start,-5\n" * 2
    path.write_text(f"entry,date,account,amount\n{rows}")

    first, _, again, _ = read_journal(path).rows

    assert (first.line, again.line) == (2, 4)
    assert first.account is again.account
    assert first.amount is again.amount
