"""The 33 rules of trust.md 7.1: all are listed, each breach is found and named by its number."""
# ruff: noqa: S608 - statements of our own

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from ledger.queries.integrity import audit
from ledger.queries.integrity.findings import Fault, Finding
from ledger.queries.integrity.more_rules import more_rule_findings
from ledger.queries.integrity.other_person import approval_findings
from ledger.queries.integrity.rule_list import RULES, rule_of
from ledger.storage.reading import Reader
from tests.conftest import ROOT
from tests.support.books import found_village
from tests.support.full import fill
from tests.support.raw import copy_of, stranger, tampered, with_guards

_LAST = "(SELECT MAX(number) FROM {0})"

# What somebody does to a book in which every table has a row, for every rule that the audit keeps.
PLANTED: dict[int, tuple[str, ...]] = {
    1: (
        "UPDATE lines SET debit = debit + 1 WHERE entry = 1 AND line = 1 AND debit > 0",
        "DELETE FROM lines WHERE entry = 1 AND line > 1",
        (
            "INSERT INTO lines SELECT entry, 99, day, account, fund, card, 0, 0, event, act"
            " FROM lines WHERE entry = 1 AND line = 1"
        ),
    ),
    2: (
        "UPDATE account_days SET debit = debit + 1",
        "UPDATE lines SET day = '2026-01-02' WHERE entry = 1",
    ),
    3: (
        "UPDATE accounts SET head = 1",
        "UPDATE lines SET account = '99999'",
        "UPDATE accounts SET closed = 1",
        "UPDATE funds SET code = 'nobody' WHERE code = 'general'",
    ),
    4: (
        "UPDATE entries SET number = number + 1 WHERE number = " + _LAST.format("entries"),
        "UPDATE acts SET recorded_at = '1999' WHERE number = " + _LAST.format("acts"),
    ),
    5: ("UPDATE closings SET closed_through = '2999-12'",),
    6: (
        "UPDATE entries SET reason = '' WHERE reverses IS NOT NULL",
        (
            "DELETE FROM lines WHERE line > 1 AND entry IN (SELECT number FROM entries"
            " WHERE reverses IS NOT NULL)"
        ),
    ),
    7: ("UPDATE acts SET previous = 'ff' WHERE number = 7", "UPDATE acts SET user = user || 'x'"),
    8: (
        "UPDATE zones SET name = 'x'",
        "DELETE FROM zones",
        "UPDATE entries SET day = '2026-02-31' WHERE number = 1",
    ),
    9: ("UPDATE card_balances SET debit = debit + 1",),
    11: (
        "UPDATE receipts SET number = number + 7 WHERE number = " + _LAST.format("receipts"),
        "UPDATE vouchers SET number = number + 7 WHERE number = " + _LAST.format("vouchers"),
        "UPDATE receipts SET total = total + 1",
        "UPDATE receipts SET \"on\" = '2026-12-31'",
        "UPDATE receipts SET entry = 1",
        "UPDATE receipt_voids SET entry = 1",
        "UPDATE vouchers SET amount = amount + 1",
        "UPDATE vouchers SET entry = 99999",
    ),
    12: (
        "UPDATE account_days SET credit = credit + 100000000 WHERE account = '11010'",
        (
            "UPDATE account_days SET credit = credit + 100000, debit = debit + 100000"
            " * (fund = 'general') WHERE account = '11010'"
        ),
        "UPDATE lines SET credit = debit, debit = 0 WHERE account = '12200'",
    ),
    13: (
        "UPDATE reconciliations SET statement = statement + 1",
        "UPDATE reconciliations SET booked = booked + 1",
        "UPDATE card_balances SET debit = debit + 1 WHERE account = '12200'",
    ),
    14: (
        (
            "UPDATE lines SET debit = credit, credit = debit WHERE card IN"
            " (SELECT number FROM cards WHERE kind = 'savings')"
        ),
    ),
    15: (
        (
            "UPDATE card_balances SET credit = credit + 1 WHERE card IN"
            " (SELECT number FROM cards WHERE kind = 'savings')"
        ),
    ),
    16: (
        (
            "UPDATE card_balances SET credit = credit + 1 WHERE card IN"
            " (SELECT number FROM cards WHERE kind = 'share')"
        ),
        (
            "UPDATE account_days SET credit = credit + 1 WHERE account IN"
            " (SELECT account FROM cards WHERE kind = 'share')"
        ),
    ),
    17: ("UPDATE interest_rows SET amount = amount + 1",),
    18: ("UPDATE cards SET closed_on = '2026-01-01', kind = 'savings'",),
    19: (
        "UPDATE loan_payouts SET amount = amount + 1",
        "UPDATE loan_postings SET principal = principal - 1",
        "UPDATE loan_contracts SET approved = 1",
    ),
    20: (
        "UPDATE loan_plan_rows SET principal = principal + 1",
        "UPDATE loan_plan_rows SET due = '2026-01-01'",
        "UPDATE loan_plan_rows SET interest = -1",
        'UPDATE loan_plan_rows SET "row" = "row" + 100',
    ),
    21: ("UPDATE loan_payments SET amount = amount + 1",),
    23: ("UPDATE card_balances SET debit = debit + 1 WHERE account = '13010'",),
    26: (
        "UPDATE loan_payouts SET amount = amount + 1",
        "UPDATE loan_postings SET principal = principal - 1",
    ),
    27: (
        "UPDATE welfare_claim_parts SET amount = amount + 1",
        "UPDATE welfare_claims SET amount = amount + 1",
    ),
    28: (
        "UPDATE account_days SET debit = debit + 1 WHERE account = '53020'",
        "UPDATE surplus_lines SET amount = amount + 1",
        (
            "UPDATE surplus_lines SET amount = amount"
            " + CASE use WHEN 'league' THEN 1 WHEN 'patronage' THEN -1 ELSE 0 END"
        ),
        "UPDATE lines SET event = 'year_expense' WHERE entry = 1",
        "UPDATE surplus_checks SET holds = 0",
        "UPDATE entries SET event = 'year_closed' WHERE number = 1",
    ),
    29: (
        "UPDATE signatures SET signature = 'zz'",
        "UPDATE approvals SET approved = 0",
        "DELETE FROM approvals_used",
        "DELETE FROM signatures",
    ),
    30: (
        "DELETE FROM user_roles",
        "UPDATE users SET locked = 1",
    ),
    31: (
        "INSERT INTO closings SELECT number + 1, what, '2000-01', locked_through, reason,"
        " closed_by, act FROM closings WHERE number = " + _LAST.format("closings"),
    ),
    32: (
        (
            "UPDATE acts SET payload = payload || (SELECT json_extract(value, '$.address')"
            " FROM personal WHERE act = acts.number) WHERE number IN (SELECT act FROM personal"
            " WHERE json_valid(value) AND length(json_extract(value, '$.address')) >= 8)"
        ),
    ),
}

# Which tests prove the rules that a book alone cannot show, or not all of: module::name.
ELSEWHERE: dict[int, tuple[str, ...]] = {
    2: ("tests/properties/rules.py::broken_rules",),
    10: (
        "tests/attack/processes.py::doubles",
        "tests/properties/bugs.py::command_ids_are_forgotten",
    ),
    14: ("tests/properties/bugs.py::the_minimum_is_forgotten",),
    16: ("tests/properties/bugs.py::the_limit_of_a_fifth_is_forgotten",),
    17: (
        "tests/domain/test_interest.py::test_daily_interest_is_the_sum_of_every_single_day",
        "tests/properties/bugs.py::interest_is_rounded_down",
    ),
    20: (
        "tests/domain/test_plans.py::test_flat_interest_adds_up_to_the_interest_of_the_whole_term",
    ),
    22: (
        "tests/domain/test_loan_card.py::test_every_day_is_charged_exactly_once",
        "tests/domain/test_accrual.py::test_interest_of_two_stretches_is_the_interest_of_the_whole",
    ),
    24: (
        (
            "tests/usecases/test_usecase_loan_life.py"
            "::test_a_type_may_ask_for_guarantors_and_spare_those_who_stand_for_many"
        ),
        (
            "tests/usecases/test_usecase_loan_life.py"
            "::test_two_contracts_are_not_paid_out_beyond_the_limit_unless_one_clears_the_other"
        ),
        "tests/usecases/test_usecase_approving.py::test_the_audit_finds_what_nobody_else_approved",
    ),
    25: ("tests/properties/test_any_day_of_lending.py::test_a_planted_bug_is_found",),
    33: (
        (
            "tests/exchange/test_exchange_files.py"
            "::test_the_csv_journal_comes_in_again_as_the_same_book"
        ),
        "tests/exchange/test_exchange_acts.py::test_the_console_makes_the_same_book_again",
        "tests/storage/test_copies.py::test_a_copy_holds_every_row_and_the_book_notes_it",
    ),
}


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Any:
    made = fill(found_village(tmp_path_factory.mktemp("full"), year_ends_in=2))
    made.book.close()
    with stranger(copy_of(made.book.path, tmp_path_factory.mktemp("rules"))) as connection:
        yield connection


def test_all_33_rules_are_listed_in_their_order():
    assert [rule.number for rule in RULES] == list(range(1, 34))


def test_every_fault_is_against_a_rule():
    listed = {fault for rule in RULES for fault, _ in rule.breaks}

    assert listed == set(Fault)


def test_every_rule_has_a_planted_breach_or_names_the_test_that_keeps_it():
    kept = {rule.number for rule in RULES if rule.breaks}

    assert kept == set(PLANTED)
    assert set(range(1, 34)) - kept <= set(ELSEWHERE)


@pytest.mark.parametrize("name", sorted({one for names in ELSEWHERE.values() for one in names}))
def test_a_test_that_keeps_a_rule_is_there(name):
    path, _, function = name.partition("::")

    assert re.search(rf"^ *def {function}\b", Path(ROOT, path).read_text(), re.MULTILINE)


def test_every_planted_breach_is_found_and_named_by_the_number_of_its_rule(tool):
    assert audit(Reader(tool)).findings == ()
    missed = []
    for number, statements in PLANTED.items():
        for statement in statements:
            with tampered(tool):
                tool.execute(statement)
                found = audit(Reader(tool)).findings
            if number not in {rule_of(one) for one in found}:
                missed.append((number, statement))
    assert missed == []


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE acts SET payload = 'no JSON'", Fault.ACT_CHANGED),
        ("UPDATE personal SET value = 'no JSON'", Fault.PERSONAL_CHANGED),
    ],
)
def test_what_should_be_json_and_is_none_is_named_and_stops_no_look(tool, statement, fault):
    """With every guard put back nothing but the rows themselves tells what was done."""
    with tampered(tool) as guards:
        tool.execute(statement)
        with_guards(tool, guards)
        found = {one.fault for one in audit(Reader(tool)).findings}
        for look in (more_rule_findings, approval_findings):
            assert list(look(Reader(tool))) == []

    assert found >= {fault}


@pytest.mark.parametrize(
    ("fault", "table", "row", "entry"),
    [
        (Fault.UNBALANCED, "entries", "7", 7),
        (Fault.LINE_APART, "lines", "7/2", 7),
        (Fault.PAPER_TWICE, "receipts", "7", 7),
        (Fault.NUMBER_GAP, "entries", "7", None),
        (Fault.RECEIPT_WRONG, "receipts", "R2569/000007", None),
        (Fault.ROW_CHANGED, "zones", "7", None),
    ],
)
def test_a_finding_leads_to_the_entry_that_it_is_about(fault, table, row, entry):
    assert Finding(fault, table, row).entry == entry
