"""Journals of other programs come in, and ours go out to them, with the same balances."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ledger.exchange.formats import FILES
from ledger.exchange.full_names import beancount_names, full_names
from ledger.exchange.whole_book import BROUGHT_FORWARD, WholeBook
from ledger.queries.trial_balance import trial_balance
from tests.exchange.peers import (
    bean_query_balances,
    beancount_balances,
    hledger_balances,
    hledger_rows,
    ledger_balances,
    ledger_rows,
    said_by,
)
from tests.exchange.small_books import balances_by_code, balances_by_name, journal_book

JOURNALS = Path(__file__).parent / "journals"
PEERS = {"hledger": hledger_balances, "ledger": ledger_balances}


def sent_out(whole, form, folder):
    path = folder / f"out.{form}"
    with path.open("wb") as out:
        FILES[form](whole, out)
    return path


@pytest.mark.parametrize("form", PEERS)
def test_the_practice_book_has_the_same_balances_there(whole, practice, form, tmp_path):
    journal = sent_out(whole, form, tmp_path)

    theirs = PEERS[form](journal)

    assert len(theirs) > 10
    assert theirs == balances_by_name(practice)


@pytest.fixture(scope="module")
def narrowed(practice):
    """The welfare fund's journal of the last two months, and what it holds at their end."""
    days = sorted(entry.on for entry in WholeBook(practice).entries())
    since, until = days[len(days) // 2], days[-1]
    whole = WholeBook(practice, fund="WELFARE", since=since, until=until)
    rows = practice.ask(trial_balance, fund="WELFARE", at=until, after_closing=True).rows
    held = {row.account: Decimal(row.balance.as_decimal()) for row in rows if row.balance.satang}
    assert next(whole.entries()).memo == BROUGHT_FORWARD
    return whole, held


@pytest.mark.parametrize(
    ("form", "balances", "named"),
    [
        ("hledger", hledger_balances, full_names),
        ("ledger", ledger_balances, full_names),
        ("beancount", beancount_balances, beancount_names),
    ],
)
def test_a_fund_and_a_period_have_the_same_balances_there(
    narrowed, form, balances, named, tmp_path
):
    whole, held = narrowed

    theirs = balances(sent_out(whole, form, tmp_path))

    names = named(whole.accounts)
    assert len(theirs) > 2
    assert theirs == {names[code]: amount for code, amount in held.items()}


def beancount_names_of(book):
    names = beancount_names(WholeBook(book).accounts)
    return {names[code]: amount for code, amount in balances_by_code(book).items()}


def test_beancount_has_the_same_balances_of_the_practice_book(whole, practice, tmp_path):
    journal = sent_out(whole, "beancount", tmp_path)

    theirs = beancount_balances(journal)

    assert len(theirs) > 10
    assert theirs == bean_query_balances(journal) == beancount_names_of(practice)


def test_beancount_reads_whatever_a_member_wrote(tmp_path):
    with journal_book(tmp_path, hostile_rows()) as book:
        theirs = beancount_balances(sent_out(WholeBook(book), "beancount", tmp_path))

        assert theirs == beancount_names_of(book)


def test_hledger_finds_nothing_to_complain_of_even_when_strict(whole, tmp_path):
    said_by("hledger", "-f", sent_out(whole, "hledger", tmp_path), "check", "--strict")


def test_every_entry_arrives_with_its_day_and_number(whole, tmp_path):
    theirs = said_by("hledger", "-f", sent_out(whole, "hledger", tmp_path), "print", "-O", "csv")

    arrived = {(row.split('","')[1], row.split('","')[4]) for row in theirs.splitlines()[1:]}
    assert arrived == {(entry.on.isoformat(), str(entry.number)) for entry in whole.entries()}


def test_a_journal_of_hledger_has_the_same_balances_here(tmp_path):
    journal = JOURNALS / "household.journal"

    with journal_book(tmp_path, hledger_rows(journal)) as book:
        assert balances_by_code(book) == hledger_balances(journal)


def test_a_journal_of_ledger_has_the_same_balances_here(tmp_path):
    journal = JOURNALS / "village.ledger"

    with journal_book(tmp_path, ledger_rows(journal)) as book:
        assert balances_by_code(book) == ledger_balances(journal)


@pytest.mark.parametrize("form", PEERS)
def test_a_journal_that_came_in_goes_out_under_the_same_names(tmp_path, form):
    journal = JOURNALS / "household.journal"

    with journal_book(tmp_path, hledger_rows(journal)) as book:
        journal_again = sent_out(WholeBook(book), form, tmp_path)

    assert PEERS[form](journal_again) == hledger_balances(journal)


# Whatever would mean something to a program that reads plain text.
HOSTILE = [
    *("; a comment", "a ; comment", "a  ; comment", "# b", "* c", "! d", "(e) f", "% g"),
    *("2025-01-01 h", 'i "j" k', "l\nm", "n\t\to", "p | q", "r:s", "= t", "~ u", "@ v", "{w}"),
    *("x\\", "-1.00", "ย ง  ค", "include /etc/passwd", "end", "[z]", "'", "\u2028", "\\n", "&"),
]


def hostile_rows():
    """An entry for every text, with the text as its memo and in the name of its account."""
    accounts = [f"assets:{text.replace(':', ' ')}" for text in HOSTILE]
    rows = []
    for number, (text, account) in enumerate(zip(HOSTILE, accounts, strict=True), start=1):
        plain = account.replace("\n", " ").replace("\t", " ")
        rows += [
            (str(number), "2025-01-05", plain, f"{number}.00", text),
            (str(number), "2025-01-05", "equity:start", f"-{number}.00", text),
        ]
    return rows


@pytest.mark.parametrize("form", PEERS)
def test_no_text_of_a_member_changes_what_they_read(tmp_path, form):
    with journal_book(tmp_path, hostile_rows()) as book:
        theirs = PEERS[form](sent_out(WholeBook(book), form, tmp_path))

    assert sorted(theirs.values()) == sorted(
        [*map(Decimal, range(1, len(HOSTILE) + 1)), -Decimal(sum(range(1, len(HOSTILE) + 1)))]
    )


def test_the_words_of_an_entry_arrive_whole(tmp_path):
    with journal_book(tmp_path, hostile_rows()) as book:
        arrived = hledger_rows(sent_out(WholeBook(book), "hledger", tmp_path))

    words = [memo for _, _, _, _, memo in arrived[::2]]
    assert words == [" ".join(text.split()).replace(";", ",") or "import" for text in HOSTILE]
