"""The practice book: the same for the same seed, clean in every proof, and full of village life."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ledger.book import Book
from ledger.book.chance import SystemChance
from ledger.domain.codec import read_value
from ledger.domain.days import Month
from ledger.domain.identity import problem_of
from ledger.domain.money import ZERO, baht
from ledger.domain.refusals import BookExists
from ledger.practice import make, write_batch
from ledger.practice.making import newcomers
from ledger.practice.months import first_saturday
from ledger.queries.both_legs import both_legs
from ledger.queries.control import cards_and_control
from ledger.queries.integrity import audit
from ledger.queries.welfare_claims import welfare_claims
from ledger.queries.welfare_members import welfare_members
from ledger.queries.welfare_report import welfare_report
from ledger.usecases.founding import FoundBook
from tests.support.clocks import StandingClock
from tests.support.said import rows_said

LAST = Month(2026, 10)


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    path = make(tmp_path_factory.mktemp("practice"), until=LAST)
    with Book.open(path, clock=StandingClock(date(2026, 11, 22))) as book:
        yield book


def rows(book: Book, statement: str) -> list[tuple[Any, ...]]:
    return book.ask(rows_said, statement)


def count(book: Book, statement: str) -> int:
    return int(rows(book, f"SELECT COUNT(*) FROM ({statement})")[0][0])  # noqa: S608 - our own


def head(path: Path) -> str:
    with Book.open(path) as book:
        return str(rows(book, "SELECT fingerprint FROM acts ORDER BY number DESC LIMIT 1")[0][0])


def test_every_proof_of_the_practice_book_holds(practice):
    found = practice.ask(audit)

    assert found.findings == ()
    assert found.totals.receipts > 1_000


def test_it_says_of_itself_that_it_is_for_practice(practice):
    name, is_practice = rows(practice, "SELECT name_th, practice FROM cooperative")[0]

    assert is_practice == 1
    assert "สมุดฝึกหัด" in name


def test_120_members_live_in_four_zones_and_many_households(practice):
    members = "SELECT DISTINCT number, zone, household FROM members"

    assert count(practice, members) == 120
    assert count(practice, "SELECT DISTINCT zone FROM members") == 4
    assert 50 <= count(practice, "SELECT DISTINCT household FROM members") <= 100
    assert count(practice, "SELECT code FROM zones WHERE leader IS NOT NULL") == 4


def test_what_people_write_there_has_thai_months_and_years(practice):
    written = "SELECT memo FROM entries UNION SELECT lender_receipt FROM loan_payments"
    told = [text for (text,) in rows(practice, written) if text]

    assert "ชำระเงินกู้ พอช. งวดเดือนตุลาคม 2569" in told
    assert "พอช. 2569/10" in told
    assert [text for text in told if "2026" in text] == []


def test_nobody_can_take_its_people_for_real_ones(practice):
    kept = [json.loads(row[0]) for row in rows(practice, "SELECT value FROM personal")]

    numbers = {one["national_id"] for one in kept}
    assert len(numbers) == 120
    assert all(number.startswith("9") and problem_of(number) is None for number in numbers)
    assert all(one["phone"].startswith("080-000-") for one in kept)


def test_all_months_but_the_last_are_closed_and_agreed_with_the_bank(practice):
    closed = rows(practice, "SELECT closed_through FROM closings ORDER BY number")
    agreed = rows(practice, 'SELECT "at" FROM reconciliations ORDER BY "at"')

    first = LAST.plus(-13)
    assert closed == [(first.plus(at).iso,) for at in range(13)]
    assert agreed == [(first.plus(at).last.isoformat(),) for at in range(13)]
    assert count(practice, "SELECT 1 FROM entries WHERE day >= '2026-10-01'") > 50


def test_the_bank_was_late_once_and_charged_something_once(practice):
    differing = rows(
        practice,
        "SELECT not_at_bank, not_in_books FROM reconciliations"
        " WHERE not_at_bank <> 0 OR not_in_books <> 0",
    )

    assert sorted(late != 0 for late, _ in differing) == [False, True]
    assert sorted(fee for _, fee in differing) == [-1_000, 0]


IN_ADVANCE = """SELECT 1 FROM receipt_lines WHERE note IN
(SELECT commitment FROM free_texts WHERE words = 'จำนวน 3 เดือน')"""


@pytest.mark.parametrize(
    ("what", "statement", "least"),
    [
        ("a voided receipt", "SELECT 1 FROM receipt_voids", 1),
        ("its replacement", "SELECT 1 FROM receipts WHERE replaces <> ''", 1),
        ("a shortage", "SELECT 1 FROM cash_counts WHERE counted < booked AND reason <> ''", 1),
        ("a correction in one act", "SELECT 1 FROM acts WHERE command = 'correct-entry'", 1),
        ("late payers", "SELECT 1 FROM charges WHERE type = 'FINE'", 20),
        ("withdrawals", "SELECT 1 FROM entries WHERE event = 'withdrawal'", 40),
        ("people who joined later", "SELECT 1 FROM applications WHERE decision = 'approved'", 15),
        ("people who left", "SELECT 1 FROM members WHERE left_why = 'resigned'", 3),
        ("people who died", "SELECT 1 FROM members WHERE left_why = 'deceased'", 2),
        ("interest", "SELECT 1 FROM interest_postings", 4),
        ("a hold", "SELECT 1 FROM holds", 1),
        ("meetings", "SELECT 1 FROM meetings", 14),
        ("payers for a household", "SELECT 1 FROM receipts WHERE payer <> ''", 50),
        ("payments in advance", IN_ADVANCE, 3),
    ],
)
def test_what_happens_in_a_village_has_happened(practice, what, statement, least):
    assert count(practice, statement) >= least, what


def test_what_codi_lent_is_lent_on_and_paid_on_the_sheets_by_some_too_late(practice):
    (pair,) = practice.ask(both_legs).rows

    assert (pair.members, pair.lent) == (12, pair.drawn)
    assert ZERO < pair.balance < pair.drawn
    assert pair.collected.penalty > ZERO
    assert pair.spread > ZERO
    assert pair.longest is not None  # some members' terms outlast the loan from CODI
    assert practice.ask(cards_and_control).agrees


def test_a_few_are_in_the_welfare_fund_and_some_claims_were_paid(practice):
    claims = practice.ask(welfare_claims)

    assert practice.ask(welfare_members).present == 8
    assert [row.state.value for row in claims.rows] == ["paid", "paid", "rejected", "paid"]
    assert claims.rows[1].amount == baht(600)  # five nights, of which a stay pays three
    assert practice.ask(welfare_report).money.difference == ZERO


def test_an_entry_of_a_closed_month_was_reversed_in_an_open_one(practice):
    found = rows(
        practice,
        "SELECT o.day, r.day FROM entries r JOIN entries o ON o.number = r.reverses"
        " JOIN closings c ON c.act < r.act AND substr(o.day, 1, 7) <= c.closed_through"
        " GROUP BY r.number",
    )

    assert found == [("2026-02-15", "2026-03-09")]


def test_who_left_was_paid_out_and_the_dead_to_their_nominees(practice):
    notes = rows(
        practice,
        "SELECT m.left_why, v.purpose FROM members m JOIN vouchers v"
        ' ON v.member = m.number AND v."on" = m."left"',
    )

    assert sorted(set(notes)) == [("deceased", "จ่ายผู้รับโอนประโยชน์"), ("resigned", "คืนเงินสมาชิกลาออก")]


def test_the_same_seed_makes_the_same_book_to_the_last_letter(tmp_path):
    heads = []
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        (tmp_path / name).mkdir()
        path = make(tmp_path / name, members=15, months=3, seed=seed, until=LAST)
        heads.append(head(path))

    assert heads[0] == heads[1]
    assert heads[0] != heads[2]


def test_without_a_last_month_the_book_ends_with_the_month_before_today(tmp_path):
    clock = StandingClock(date(2025, 1, 3))

    path = make(tmp_path, members=6, months=2, clock=clock)

    with Book.open(path, clock=clock) as book:
        assert rows(book, "SELECT MAX(day) FROM entries") == [("2024-12-31",)]


def test_a_practice_book_is_not_made_over_another_file(tmp_path):
    make(tmp_path, members=5, months=1, until=LAST)

    with pytest.raises(BookExists):
        make(tmp_path, members=5, months=1, until=LAST)


@pytest.mark.parametrize(("members", "months"), [(1, 1), (2, 3), (7, 5), (31, 2)])
def test_smaller_villages_live_as_well(tmp_path, members, months):
    path = make(tmp_path, members=members, months=months, until=LAST)

    with Book.open(path) as book:
        assert book.ask(audit).clean
        assert count(book, "SELECT DISTINCT number FROM members") == members


@pytest.mark.parametrize(
    ("members", "months", "expected"),
    [
        (120, 14, [105, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 2]),
        (8, 1, [8]),
        (16, 3, [14, 1, 1]),
    ],
)
def test_newcomers_are_spread_over_the_months(members, months, expected):
    found = newcomers(members, months)

    assert sum(found) == members
    assert len(found) == months
    assert found[0] == expected[0]


def test_collection_day_is_the_first_saturday_after_the_third():
    assert [first_saturday(Month(2026, at)).isoformat() for at in (1, 4, 10)] == [
        "2026-01-10",
        "2026-04-04",
        "2026-10-10",
    ]


def test_the_lines_of_the_batch_make_the_same_figures_in_another_book(tmp_path):
    lines = tmp_path / "practice.jsonl"
    founding = write_batch(lines, members=12, months=3, until=LAST)
    original = make(tmp_path, members=12, months=3, until=LAST)

    command = read_value(FoundBook, json.loads(founding.read_text("utf-8")))
    clock = StandingClock(date(2026, 11, 22))
    entered = Book.found(tmp_path / "entered.satcha", command, clock=clock, chance=SystemChance())
    for text in lines.read_text("utf-8").splitlines():
        line = json.loads(text)
        entered.run(_command(entered, line), command_id=line["id"])

    figures = "SELECT entry, line, day, account, card, debit, credit FROM lines ORDER BY 1, 2"
    with Book.open(original) as book, entered:
        assert rows(entered, figures) == rows(book, figures)
        assert rows(entered, "SELECT number, total FROM receipts") == rows(
            book, "SELECT number, total FROM receipts"
        )
        assert entered.ask(audit).clean


def _command(book: Book, line: dict[str, Any]) -> Any:
    fields = dict(line["json"])
    inner = fields.get("instead")
    if isinstance(inner, dict):
        fields["instead"] = {"command": inner["command"], **inner["json"]}
    return book.command_from(line["command"], fields)
