"""Bank accounts, lines of statements, and the agreement of bank and books."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from ledger.domain.money import ZERO, baht
from ledger.domain.refusals import (
    BankExists,
    BankLineMatched,
    FutureDay,
    HeadPostedTo,
    NameMissing,
    NotReconciled,
    NotTheSameAmount,
    StatementDoesNotFollow,
    UnknownAccount,
    UnknownBank,
    UnknownBankLine,
    UnknownEntry,
)
from ledger.queries.banks import bank_statement
from ledger.queries.import_runs import import_runs
from ledger.usecases.banking import (
    MatchBankLine,
    OpenBank,
    ReconcileBank,
    RecordStatement,
    StatementLine,
)
from ledger.usecases.import_back import TakeBackImport
from ledger.usecases.vouching import PayExpense, ReceiveIncome
from tests.support.books import START, TODAY
from tests.support.refused import refused

JANUARY_END = date(2026, 1, 31)


@pytest.fixture
def banked(village):
    """1,000 baht came in on 10 January (entry 1), 200 went out on 30 January (entry 2)."""
    village.bank("A")
    common: dict[str, Any] = {"payee": "ก", "purpose": "ข", "bank": "A"}
    village.run(ReceiveIncome(account="46020", amount=baht(1_000), on=date(2026, 1, 10), **common))
    village.run(PayExpense(account="53010", amount=baht(200), on=date(2026, 1, 30), **common))
    return village


def record(village, *lines):
    return village.run(RecordStatement(bank="A", lines=lines))


def test_a_bank_account_has_its_own_code_and_card(village):
    village.bank("A")

    with refused(village.book, BankExists, bank="A"):
        village.bank("A")
    with refused(village.book, UnknownAccount, account="99999"):
        village.run(OpenBank(code="B", bank="ออมสิน", account_number="1", on=START, account="99999"))
    village.run(OpenBank(code="B", bank="ออมสิน", account_number="1", on=START, account="12300"))
    assert village.rows("SELECT number, kind, account FROM cards") == [
        (1, "bank", "12200"),
        (2, "bank", "12300"),
    ]


def test_money_of_a_bank_under_an_account_without_cards_is_refused_when_it_moves(village):
    village.run(OpenBank(code="B", bank="ออมสิน", account_number="1", on=START, account="12000"))

    with refused(village.book, HeadPostedTo, account="12000"):
        village.run(
            ReceiveIncome(
                account="46020", amount=baht(1), on=START, payee="ก", purpose="ข", bank="B"
            )
        )


def test_a_statement_follows_its_own_balances(banked):
    lines = (
        StatementLine(on=date(2026, 1, 10), amount=baht(1_000), balance=baht(1_000)),
        StatementLine(on=date(2026, 1, 20), amount=-baht(30)),
        StatementLine(on=date(2026, 1, 30), amount=-baht(200), balance=baht(800)),
    )

    with refused(banked.book, StatementDoesNotFollow, line=3, expected=baht(770), found=baht(800)):
        record(banked, *lines)
    with refused(banked.book, UnknownBank, bank="Z"):
        banked.run(RecordStatement(bank="Z", lines=lines[:1]))


def test_a_line_typed_later_goes_on_from_the_balance_of_the_last_one(banked):
    """Lines are typed one by one, so a mistyped or doubled one is seen at the next balance."""

    def typed(day, amount, balance=None):
        return StatementLine(on=date(2026, 1, day), amount=amount, balance=balance)

    record(banked, typed(10, baht(1_000), baht(1_000)))
    record(banked, typed(11, baht(50)))
    for again in (typed(11, baht(50), baht(1_050)), typed(12, baht(7), baht(1_000))):
        with refused(banked.book, StatementDoesNotFollow, line=1, found=again.balance):
            record(banked, again)
    record(banked, typed(12, -baht(30), baht(1_020)))
    record(banked, typed(2, baht(9), baht(9)))  # an earlier page, found later

    record(banked, typed(13, baht(80)))


def test_a_line_that_was_typed_wrongly_is_taken_back_and_typed_again(banked):
    """What it was joined with is open again, and the statement goes on from the line before."""
    first, wrong = (
        StatementLine(on=date(2026, 1, 10), amount=baht(1_000), balance=baht(1_000)),
        StatementLine(on=date(2026, 1, 30), amount=-baht(20), balance=baht(980)),
    )
    record(banked, first)
    run = record(banked, wrong).made["run"]
    banked.run(MatchBankLine(bank="A", line=1, entry=1))

    banked.run(TakeBackImport(run=run, on=TODAY, reason="พิมพ์ผิด"))

    told = banked.book.ask(bank_statement, bank="A")
    assert [(one.line, one.amount) for one in told.lines] == [(1, baht(1_000))]
    assert banked.book.ask(import_runs).rows == ()  # what was typed is no file
    with refused(banked.book, UnknownBankLine, line=2):
        banked.run(MatchBankLine(bank="A", line=2, entry=2))
    record(banked, replace(wrong, amount=-baht(200), balance=baht(800)))
    banked.run(MatchBankLine(bank="A", line=3, entry=2))
    banked.run(ReconcileBank(bank="A", at=JANUARY_END, statement=baht(800)))


def test_lines_of_later_statements_are_numbered_on(banked):
    line = StatementLine(on=START, amount=baht(1))

    assert record(banked, line, line).made == {"run": 1, "first_line": 1, "lines": 2}
    assert record(banked, line).made == {"run": 2, "first_line": 3, "lines": 1}


def test_a_line_stands_for_an_entry_of_the_same_amount(banked):
    record(
        banked,
        StatementLine(on=date(2026, 1, 10), amount=baht(1_000)),
        StatementLine(on=date(2026, 1, 30), amount=-baht(200)),
    )

    with refused(banked.book, NotTheSameAmount, line=1, statement=baht(1_000), booked=-baht(200)):
        banked.run(MatchBankLine(bank="A", line=1, entry=2))
    with refused(banked.book, UnknownEntry, entry=9):
        banked.run(MatchBankLine(bank="A", line=1, entry=9))
    with refused(banked.book, UnknownBankLine, bank="A", line=9):
        banked.run(MatchBankLine(bank="A", line=9, entry=1))
    with refused(banked.book, UnknownBank):
        banked.run(MatchBankLine(bank="Z", line=1, entry=1))
    banked.run(MatchBankLine(bank="A", line=1, entry=1))
    with refused(banked.book, BankLineMatched, line=1, entry=1):
        banked.run(MatchBankLine(bank="A", line=1, entry=1))


def test_a_line_that_stands_for_one_entry_does_not_stand_for_another(banked):
    common: dict[str, Any] = {"payee": "ก", "purpose": "ข", "bank": "A"}
    again = ReceiveIncome(account="46020", amount=baht(1_000), on=date(2026, 1, 11), **common)
    banked.run(again)
    record(banked, StatementLine(on=date(2026, 1, 10), amount=baht(1_000)))
    banked.run(MatchBankLine(bank="A", line=1, entry=1))

    with refused(banked.book, BankLineMatched, line=1, entry=1):
        banked.run(MatchBankLine(bank="A", line=1, entry=3))


def test_a_match_may_be_undone_and_made_again(banked):
    record(banked, StatementLine(on=date(2026, 1, 10), amount=baht(1_000)))
    banked.run(MatchBankLine(bank="A", line=1, entry=1))

    banked.run(MatchBankLine(bank="A", line=1))
    banked.run(MatchBankLine(bank="A", line=1, entry=1))

    assert banked.rows("SELECT entry FROM bank_matches ORDER BY act") == [(1,), (None,), (1,)]


def test_two_lines_of_the_statement_do_not_stand_for_one_entry(banked):
    twice = StatementLine(on=date(2026, 1, 10), amount=baht(1_000))
    record(banked, twice, twice)
    banked.run(MatchBankLine(bank="A", line=1, entry=1))

    with refused(banked.book, BankLineMatched, line=1, entry=1):
        banked.run(MatchBankLine(bank="A", line=2, entry=1))


def test_the_bank_agrees_when_open_items_explain_the_difference(banked):
    record(
        banked,
        StatementLine(on=date(2026, 1, 10), amount=baht(1_000)),
        StatementLine(on=date(2026, 1, 25), amount=-baht(15), text="ค่าธรรมเนียม"),
    )
    banked.run(MatchBankLine(bank="A", line=1, entry=1))

    # Books 800; the cheque of 200 is still out, the fee of 15 is not booked: the bank says 985.
    with refused(banked.book, NotReconciled, difference=-baht(5)):
        banked.run(ReconcileBank(bank="A", at=JANUARY_END, statement=baht(980)))
    with refused(banked.book, UnknownBank):
        banked.run(ReconcileBank(bank="Z", at=JANUARY_END, statement=baht(985)))
    banked.run(ReconcileBank(bank="A", at=JANUARY_END, statement=baht(985)))

    assert banked.rows(
        "SELECT statement, booked, not_at_bank, not_in_books FROM reconciliations"
    ) == [(98_500, 80_000, -20_000, -1_500)]


def test_what_the_bank_booked_before_us_stays_open_at_the_earlier_day(banked):
    record(
        banked,
        StatementLine(on=date(2026, 1, 10), amount=baht(1_000)),
        StatementLine(on=date(2026, 1, 30), amount=-baht(200)),
        StatementLine(on=date(2026, 1, 31), amount=-baht(15), text="ค่าธรรมเนียม"),
    )
    banked.run(
        PayExpense(
            account="55010",
            amount=baht(15),
            on=date(2026, 2, 3),
            payee="ธนาคาร",
            purpose="ค่าธรรมเนียม",
            bank="A",
        )
    )
    for line in (1, 2, 3):
        banked.run(MatchBankLine(bank="A", line=line, entry=line))

    banked.run(ReconcileBank(bank="A", at=JANUARY_END, statement=baht(785)))

    assert banked.rows("SELECT booked, not_at_bank, not_in_books FROM reconciliations") == [
        (80_000, 0, -1_500)
    ]


def test_what_we_booked_before_the_bank_stays_open_at_the_earlier_day(banked):
    record(
        banked,
        StatementLine(on=date(2026, 1, 10), amount=baht(1_000)),
        StatementLine(on=date(2026, 2, 2), amount=-baht(200)),
    )
    for line in (1, 2):
        banked.run(MatchBankLine(bank="A", line=line, entry=line))

    banked.run(ReconcileBank(bank="A", at=JANUARY_END, statement=baht(1_000)))
    banked.run(ReconcileBank(bank="A", at=date(2026, 2, 2), statement=baht(800)))

    assert banked.rows("SELECT not_at_bank FROM reconciliations") == [(-20_000,), (0,)]
    assert banked.balance("12200") == baht(800)
    assert banked.one("SELECT not_in_books FROM reconciliations") == ZERO.satang


def test_nothing_of_a_bank_is_written_on_a_day_that_has_not_come(banked):
    tomorrow = TODAY + timedelta(days=1)

    with refused(banked.book, FutureDay, day=tomorrow):
        banked.run(OpenBank(code="B", bank="ออมสิน", account_number="1", on=tomorrow))
    with refused(banked.book, FutureDay, day=tomorrow):
        record(banked, *(StatementLine(on=day, amount=baht(1)) for day in (TODAY, tomorrow)))
    with refused(banked.book, FutureDay, day=tomorrow):
        banked.run(ReconcileBank(bank="A", at=tomorrow, statement=baht(800)))


@pytest.mark.parametrize(("code", "bank", "field"), [(" ", "ออมสิน", "code"), ("B", "", "bank")])
def test_a_bank_account_has_a_code_and_the_name_of_its_bank(village, code, bank, field):
    with refused(village.book, NameMissing, field=field):
        village.run(OpenBank(code=code, bank=bank, account_number="1", on=START))
