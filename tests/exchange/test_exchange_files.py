"""What leaves the book as tables, workbook and JSON can be read back, figure by figure."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from ledger.domain.money import ZERO, Money
from ledger.exchange import workbook
from ledger.exchange.csv_files import escaped, unescaped
from ledger.exchange.formats import FILES, FOLDERS
from ledger.exchange.registers import register_tables
from ledger.exchange.tables import Table, all_tables
from ledger.exchange.whole_book import WholeBook
from ledger.queries.control import cards_and_control
from tests.exchange.small_books import balances_by_code, balances_by_name, journal_book
from tests.exchange.test_exchange_names import BEANCOUNT

START = ("1", "2025-01-05", "equity:start", "-5", "")


def written(whole, form):
    out = io.BytesIO()
    FILES[form](whole, out)
    return out.getvalue()


def csv_rows(whole, form="csv"):
    text = written(whole, form).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def added_up(pairs):
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for account, amount in pairs:
        sums[account] += Decimal(amount)
    return {account: amount for account, amount in sums.items() if amount}


def test_the_csv_journal_adds_up_to_our_balances(whole, practice):
    rows = csv_rows(whole)

    assert list(rows[0]) == ["entry", "date", "account", "amount", "memo"]
    assert added_up((row["account"], row["amount"]) for row in rows) == balances_by_name(practice)


def test_what_excel_opens_begins_with_its_mark_and_what_gnucash_reads_does_not(whole):
    begins = {form: written(whole, form)[:3] for form in ("csv", "gnucash-csv", "gnucash-accounts")}

    assert begins == {"csv": b"\xef\xbb\xbf", "gnucash-csv": b"Dat", "gnucash-accounts": b"Typ"}


def test_the_csv_journal_comes_in_again_as_the_same_book(whole, practice, tmp_path):
    rows = [tuple(row.values()) for row in csv_rows(whole)]

    with journal_book(tmp_path, rows) as book:
        assert balances_by_code(book) == balances_by_name(practice)


@pytest.mark.parametrize("text", ["=1+1", "+5", "-5", "@x", "'=1", "=cmd|' /c calc'!A1"])
def test_a_text_that_a_spreadsheet_would_compute_comes_back_as_it_was(tmp_path, text):
    rows = [("1", "2025-01-05", "assets:cash", "5", text), START]

    with journal_book(tmp_path, rows) as book:
        (first, _) = csv_rows(WholeBook(book))
        (entry,) = WholeBook(book).entries()
        sheet = load_workbook(io.BytesIO(written(WholeBook(book), "xlsx")))["lines"]

    assert not first["memo"].startswith(("=", "+", "-", "@"))
    assert unescaped(first["memo"]) == entry.memo == unescaped(text)
    assert sheet["D2"].value == entry.memo
    assert sheet["D2"].data_type == "s"


@given(st.text())
def test_no_escaped_text_begins_like_a_formula_and_every_one_comes_back(text):
    assert not escaped(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    if not text.startswith("'"):
        assert unescaped(escaped(text)) == text


def test_a_negative_amount_stays_a_figure(whole):
    assert any(re.fullmatch(r"-[0-9]+\.[0-9]{2}", row["amount"]) for row in csv_rows(whole))


def test_gnucash_gets_every_line_with_its_account_and_all_accounts_above_it(whole, practice):
    parts = {}
    for name, write in FOLDERS["gnucash-csv"](whole):
        out = io.BytesIO()
        write(out)
        parts[name] = list(csv.DictReader(io.StringIO(out.getvalue().decode(), newline="")))

    lines, accounts = parts["transactions.csv"], parts["accounts.csv"]
    # What follows the amount means other things in other versions of its ready setting.
    assert list(lines[0])[-1] == "Amount Num."
    assert len(lines[0]) == 13
    sums = added_up((line["Full Account Name"], line["Amount Num."]) for line in lines)
    assert sums == balances_by_name(practice)
    seen = set()
    for account in accounts:
        above = account["Full Account Name"].rpartition(":")[0]
        assert not above or above in seen
        seen.add(account["Full Account Name"])
    assert seen >= {line["Full Account Name"] for line in lines}
    assert {row["Placeholder"] for row in accounts} == {"T", "F"}
    assert {line["Transaction ID"] for line in lines} == {
        str(entry.number) for entry in whole.entries()
    }


def test_beancount_gets_open_accounts_and_balanced_entries(whole, practice):
    lines = written(whole, "beancount").decode("utf-8").splitlines()

    opened = {line.split()[2] for line in lines if " open " in line}
    posted = [line.split() for line in lines if re.match(r"  [A-Z]", line)]
    sums = added_up((account, amount) for account, amount, _ in posted)
    assert opened >= set(sums)
    assert all(BEANCOUNT.fullmatch(name) for name in opened)
    assert sorted(sums.values()) == sorted(balances_by_name(practice).values())
    assert sum(sums.values()) == 0


def test_a_quotation_mark_does_not_end_a_text_of_beancount(tmp_path):
    rows = [("1", "2025-01-05", "assets:cash", "5", 'a "b" \\ c'), START]

    with journal_book(tmp_path, rows) as book:
        text = written(WholeBook(book), "beancount").decode("utf-8")

    assert '* "a \\"b\\" \\\\ c"' in text


def test_the_workbook_holds_real_figures_and_days(whole, practice):
    sheets = load_workbook(io.BytesIO(written(whole, "xlsx")))

    first = ["accounts", "lines", "members", "receipts", "vouchers"]
    assert sheets.sheetnames[:6] == [workbook.CONTENTS, *first]
    rates = sheets["loan_rates"]
    assert rates["C2"].value > 1, "a rate is a figure, in percent"
    assert {"cards", "loans", "welfare_members", "grants", "assets"} <= set(sheets.sheetnames)
    head, *rows = sheets["lines"].values
    lines = [dict(zip(head, row, strict=True)) for row in rows]
    assert all(isinstance(line["on"], datetime) for line in lines)
    sums = added_up(
        (str(line["account"]), f"{Decimal(str(line['debit'])) - Decimal(str(line['credit'])):.2f}")
        for line in lines
    )
    assert sums == balances_by_code(practice)
    assert sheets["members"].max_row > 12


def test_a_table_that_is_too_long_goes_on_in_the_next_sheet(monkeypatch):
    monkeypatch.setattr(workbook, "LONGEST_SHEET", 2)
    tables = [Table("t", ("n",), [(n,) for n in range(5)]), Table("none", ("n",), [])]
    out = io.BytesIO()

    workbook.write_workbook(tables, out)

    sheets = load_workbook(io.BytesIO(out.getvalue()))
    assert {sheet.title: list(sheet.values) for sheet in sheets} == {
        "t": [("n",), (0,), (1,)],
        "t 2": [("n",), (2,), (3,)],
        "t 3": [("n",), (4,)],
        "none": [("n",)],
    }


def test_json_holds_every_table_and_every_entry(whole, practice):
    found = json.loads(written(whole, "json"))

    assert found["cooperative"]["practice"] is True
    assert {"cooperative", "accounts", "members", "receipts", "entries", "loans"} <= set(found)
    sums = added_up(
        (line["account"], Decimal(line["debit"]) - Decimal(line["credit"]))
        for entry in found["entries"]
        for line in entry["lines"]
    )
    assert sums == balances_by_code(practice)
    assert "T" in found["entries"][0]["booked_at"]


def test_every_table_has_a_value_for_every_column(whole):
    tables = list(all_tables(whole))

    assert [table.name for table in tables] == [
        *("accounts", "lines", "members", "receipts", "vouchers")
    ]
    for table in tables:
        rows = list(table.rows)
        assert rows
        assert {len(row) for row in rows} == {len(table.columns)}


def test_every_register_says_what_its_cards_hold(whole, practice):
    tables = {table.name: table for table in register_tables(whole)}

    rows = {name: list(table.rows) for name, table in tables.items()}
    for name, table in tables.items():
        assert table.columns
        assert {len(row) for row in rows[name]} <= {len(table.columns)}, name
    cards, loans = tables["cards"].columns, tables["loans"].columns
    control = {row.account: row.cards_balance for row in practice.ask(cards_and_control).rows}
    held: dict[object, Money] = {}
    for row in rows["cards"]:
        account, balance = row[cards.index("account")], row[cards.index("balance")]
        assert isinstance(balance, Money)
        held[account] = held.get(account, ZERO) + balance
    assert {code: it for code, it in held.items() if it != ZERO} == {
        code: it for code, it in control.items() if it != ZERO
    }
    assert all(isinstance(row[loans.index("outstanding")], Money) for row in rows["loans"])
    assert min(len(rows[name]) for name in ("loans", "loan_plans", "banks", "welfare_members")) > 0


def test_a_long_book_is_read_page_by_page(whole, monkeypatch):
    everything = [entry.number for entry in whole.entries()]
    monkeypatch.setattr("ledger.exchange.whole_book._PAGE", 7)

    assert len(everything) > 50
    assert [entry.number for entry in whole.entries()] == everything


def test_a_void_receipt_says_why(whole):
    table = next(table for table in all_tables(whole) if table.name == "receipts")

    reasons = [row[table.columns.index("void_reason")] for row in table.rows]
    assert {reason for reason in reasons if reason}
    assert None in reasons
