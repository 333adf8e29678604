"""``satcha import-journal`` books a whole file or nothing, and shows all that is wrong at once."""

from __future__ import annotations

import pytest

from tests.console.calling import a_book, call, done

GOOD = """entry,date,account,amount,memo
1,2025-01-05,assets:cash,100.50,"ค่าน้ำ ""มกราคม"", หอ 2"
1,2025-01-05,income:gifts,-100.50,
2,2025-01-06,expenses:water,30,
2,2025-01-06,assets:cash,-30,
"""


@pytest.fixture
def book(tmp_path):
    return a_book(tmp_path, kind="journal", starts_on=None)


def import_text(book, text, *options, encoding="utf-8"):
    file = book.parent / "journal.csv"
    file.write_bytes(text.encode(encoding))
    return call("import-journal", book, file, *options)


def balances(book):
    rows = call("ask", book, "trial-balance").json["rows"]
    return {row["account"]: row["balance"] for row in rows}


def entries(book):
    return call("ask", book, "journal").json["entries_in_all"]


def test_a_journal_is_booked_in_one_act_with_accounts_by_their_full_names(book):
    answered = import_text(book, GOOD)

    assert answered.code == 0
    told = answered.json
    assert (told["act"], told["made"]["entries"], told["made"]["accounts"]) == (2, 2, 3)
    assert told["made"]["source"] == "journal.csv"
    assert balances(book) == {
        "assets:cash": "70.50",
        "expenses:water": "30.00",
        "income:gifts": "-100.50",
    }
    memo = call("ask", book, "journal").json["entries"][0]["memo"]
    assert memo == 'ค่าน้ำ "มกราคม", หอ 2'
    assert call("check", book).code == 0


def test_a_dry_run_says_what_would_be_booked_and_books_nothing(book):
    answered = import_text(book, GOOD, "--dry-run")

    assert answered.json["rehearsed"] is True
    assert answered.json["made"]["entries"] == 2
    assert entries(book) == 0


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GOOD, "utf-8-sig"),
        (GOOD, "cp874"),
        (GOOD.replace("\n", "\r\n"), "utf-8"),
        (f"{GOOD}\n,,,,\n\n", "utf-8"),
        (GOOD.replace("entry,date", "Entry, DATE"), "utf-8"),
    ],
)
def test_a_journal_may_come_from_any_usual_program(book, text, encoding):
    assert import_text(book, text, encoding=encoding).code == 0
    assert balances(book)["assets:cash"] == "70.50"


def test_a_journal_of_thai_windows_is_read_as_one_and_said_to_be(book):
    thai = GOOD.replace("assets:cash", "assets:เงินสด")

    read = import_text(book, thai, encoding="cp874")
    plain = import_text(book, GOOD, encoding="utf-8")

    assert (read.json["encoding"], plain.json["encoding"]) == ("windows-874", "utf-8")
    assert "read as Windows-874" in read.err
    assert "Windows-874" not in plain.err


def test_the_columns_may_stand_in_any_order_and_the_memo_be_left_out(book):
    text = "amount,account,date,entry\n5,assets:cash,2025-01-05,a\n-5,equity:start,2025-01-05,a\n"

    assert import_text(book, text).code == 0
    assert balances(book) == {"assets:cash": "5.00", "equity:start": "-5.00"}


@pytest.mark.parametrize(
    "header",
    [
        "entry,date,account",
        "entry,date,account,amount,memo,colour",
        "entry,date,account,amount,amount",
        "1,2025-01-05,assets:cash,5",
        '"entry',
        "",
    ],
)
def test_columns_that_do_not_fit_are_refused(book, header):
    answered = import_text(book, f"{header}\n1,2025-01-05,assets:cash,5,\n")

    assert (answered.code, answered.refusal) == (2, "ColumnsWrong")
    assert entries(book) == 0


def test_a_file_without_rows_is_refused(book):
    assert import_text(book, "entry,date,account,amount,memo\n").refusal == "NothingInside"


BAD = [
    ("1,2025-02-30,assets:cash,5,", "date", "NotADay"),
    ("1,2568-01-05,assets:cash,5,", "date", "BuddhistYear"),
    ("1,05/01/2025,assets:cash,5,", "date", "NotADay"),
    ("1,2025-01-05,assets:cash,1e6,", "amount", "NotAnAmount"),
    ("1,2025-01-05,assets:cash,NaN,", "amount", "NotAnAmount"),
    ("1,2025-01-05,assets:cash,5.005,", "amount", "NotAnAmount"),
    ('1,2025-01-05,assets:cash,"1,000",', "amount", "NotAnAmount"),
    ("1,2025-01-05,assets:cash,,", "amount", "NotAnAmount"),
    ("1,2025-01-05,gifts,5,", "account", "UnknownKindOfAccount"),
    ("1,2025-01-05,,5,", "account", "MissingField"),
    (",2025-01-05,assets:cash,5,", "entry", "MissingField"),
    ("1,2025-01-05,assets:cash,5,\x07", "memo", "HiddenSign"),
    ("1,2025-01-05,assets:cash,5", "memo", "BadRow"),
    ("1,2025-01-05,assets:cash,5,,more", "6", "BadRow"),
    ('1,2025-01-05,assets:cash,5,"open', "", "QuoteAstray"),
    ('1,2025-01-05,assets:cash,5,"a"b', "", "QuoteAstray"),
]


@pytest.mark.parametrize(("row", "column", "refusal"), BAD)
def test_a_bad_row_is_shown_with_its_line_column_and_reason(book, row, column, refusal):
    answered = import_text(book, f"{GOOD}{row}\n")

    assert (answered.code, answered.refusal) == (2, "RowsRefused")
    facts = answered.json["facts"]
    assert facts["count"] == 1
    assert (facts["rows"][0]["line"], facts["rows"][0]["column"]) == (6, column)
    assert facts["rows"][0]["refusal"] == refusal
    assert entries(book) == 0


def test_all_bad_rows_are_shown_at_once(book):
    one_liners = [row for row, column, _ in BAD if column]

    answered = import_text(book, "\n".join([GOOD.splitlines()[0], *one_liners, ""]))

    facts = answered.json["facts"]
    assert facts["count"] == len(one_liners)
    assert [row["line"] for row in facts["rows"]] == list(range(2, 2 + len(one_liners)))
    assert len(answered.err.splitlines()) == 1 + len(one_liners)


def test_of_very_many_bad_rows_the_first_are_shown_and_all_are_counted(book):
    rows = ["1,2025-01-05,gifts,5,"] * 250

    facts = import_text(book, "\n".join([GOOD.splitlines()[0], *rows])).json["facts"]

    assert (facts["count"], len(facts["rows"])) == (250, 100)


def test_the_line_of_a_row_is_where_it_begins_in_the_file(book):
    text = GOOD.replace("-100.50,\n", '-100.50,"two\nlines"\n')

    answered = import_text(book, f"{text}3,oh,assets:cash,5,\n")

    assert answered.json["facts"]["rows"][0]["line"] == 7


def test_an_entry_that_does_not_balance_is_named(book):
    answered = import_text(book, GOOD.replace("-30,", "-29.99,"))

    (row,) = answered.json["facts"]["rows"]
    assert (row["line"], row["refusal"]) == (4, "ImportUnbalanced")
    assert row["facts"] == {"entry": "2", "line": 4, "difference": "0.01"}
    assert entries(book) == 0


def test_rows_of_one_entry_on_two_days_are_two_entries_that_do_not_balance(book):
    answered = import_text(book, GOOD.replace("2,2025-01-06,assets", "2,2025-01-07,assets"))

    assert answered.json["facts"]["count"] == 2


def test_a_rule_of_the_book_holds_for_a_journal_too(book):
    answered = import_text(book, GOOD.replace("2025-01-06", "2399-01-06"))

    assert (answered.code, answered.refusal) == (2, "FutureDay")
    assert entries(book) == 0


def test_rows_may_name_accounts_of_the_chart_by_their_codes(tmp_path):
    book = a_book(tmp_path)
    text = "entry,date,account,amount\n1,2025-01-05,11010,5\n1,2025-01-05,43040,-5\n"

    assert import_text(book, text).code == 0
    assert balances(book) == {"11010": "5.00", "43040": "-5.00"}


@pytest.mark.parametrize("content", [b"entry,date\xff\xfe", "entry,date,é".encode("latin-1")])
def test_a_file_that_is_no_text_is_refused(book, content):
    file = book.parent / "journal.csv"
    file.write_bytes(content)

    answered = call("import-journal", book, file)

    assert (answered.code, answered.refusal) == (2, "NotText")


def test_a_file_that_is_not_there_is_a_trouble(book):
    answered = call("import-journal", book, book.parent / "nothing.csv")

    assert (answered.code, answered.refusal) == (3, "NoSuchFile")


@pytest.fixture
def _a_long_file(monkeypatch):
    monkeypatch.setattr("desktop.console.importing._AT_ONCE", 2)


@pytest.mark.usefixtures("_a_long_file")
def test_a_long_journal_is_several_acts_and_one_import_that_is_taken_back_at_once(book):
    told = import_text(book, GOOD).json

    assert (told["act"], told["made"]["entries"], told["made"]["accounts"]) == (3, 2, 3)
    (run,) = call("ask", book, "import-runs").json["rows"]
    assert (run["first"], run["last"], run["source"]) == (1, 2, "journal.csv")
    assert call("check", book).code == 0
    back = done(book, "take-back-import", run=1, on="2025-01-07", reason="wrong file")
    assert back["made"]["taken_back"] == 2
    assert balances(book) == {}


@pytest.mark.usefixtures("_a_long_file")
@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_of_a_long_journal_nothing_is_booked_when_its_last_entry_is_refused(book, options):
    text = GOOD.replace("2025-01-06", "2399-01-06")

    assert import_text(book, text, *options).refusal == "FutureDay"
    assert call("check", book).json["totals"]["acts"] == 1
    assert entries(book) == 0


@pytest.mark.usefixtures("_a_long_file")
def test_the_same_file_again_books_nothing_until_its_import_is_taken_back(book):
    told = import_text(book, GOOD).json

    again = import_text(book, GOOD)
    assert again.json == {**told, "repeated": True}
    assert "was booked before" in again.err
    assert entries(book) == 2
    done(book, "take-back-import", run=1, on="2025-01-07", reason="wrong file")
    assert import_text(book, GOOD).json["made"]["run"] == 2
    assert balances(book)["assets:cash"] == "70.50"
