"""Running balances equal the sums of their lines, at every day, however the lines came."""
# ruff: noqa: S608 - statements over every table of our own

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.entries import Entry, Line, Side
from ledger.domain.money import Money
from ledger.storage import adding_up, balances, migrations
from ledger.storage.journal import line_rows
from tests.support.books import found_village
from tests.support.effort import effort
from tests.support.raw import stranger

ACCOUNTS = ("11010", "21050", "31010")
FUNDS = ("general", "shop")
DAYS = st.dates(date(2025, 11, 25), date(2026, 2, 5))

lines = st.tuples(
    st.sampled_from(ACCOUNTS),
    st.sampled_from(FUNDS),
    st.none() | st.integers(1, 3),
    st.integers(1, 10**9),
)


def entry(day: date, drawn: list[tuple[str, str, int | None, int]]) -> Entry:
    """An entry in which every line has its mirror on an account of its own."""
    sides = [
        Line(account, side, Money(amount), fund, card if side is Side.DEBIT else None)
        for account, fund, card, amount in drawn
        for side in (Side.DEBIT, Side.CREDIT)
    ]
    return Entry(on=day, event="journal", lines=tuple(sides))


entries = st.lists(st.tuples(DAYS, st.lists(lines, min_size=1, max_size=3)), max_size=12)


@effort(40)
@given(entries, DAYS)
def test_stored_balances_are_the_sums_of_the_lines(tmp_path_factory, drawn, at):
    path = tmp_path_factory.mktemp("balances") / "book.satcha"
    with stranger(path) as tool:
        tool.execute("PRAGMA journal_mode = MEMORY")
        tool.execute("PRAGMA synchronous = OFF")
        migrations.migrate(tool, 0)
        written = []
        for number, (day, parts) in enumerate(drawn, start=1):
            rows = line_rows(number, entry(day, parts), act=1)
            adding_up.add_lines(tool, rows)
            written.extend(rows)
        tool.executemany("INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", written)

        for account in ACCOUNTS:
            for fund in (None, *FUNDS):
                of_place = [row for row in written if row[3] == account and fund in (None, row[4])]
                for day in (at, None):
                    expected = sum(
                        row[6] - row[7]
                        for row in of_place
                        if day is None or row[2] <= day.isoformat()
                    )
                    assert balances.account_balance(tool, account, fund, day) == expected
            for card in (1, 2, 3):
                for day in (at, at - timedelta(days=40), None):
                    expected = sum(
                        row[6] - row[7]
                        for row in written
                        if row[3] == account and row[5] == card
                        if day is None or row[2] <= day.isoformat()
                    )
                    assert balances.card_balance(tool, card, account, day) == expected
            for day in (at, at - timedelta(days=40)):
                each = {card: balances.card_balance(tool, card, account, day) for card in (3, 1, 2)}
                assert balances.balances_of_cards(tool, (3, 1, 2), account, day) == each
        _check_derived(tool)


def _check_derived(tool) -> None:
    expected = {table: sorted(rows) for table, rows in balances.expected(tool).items()}
    assert _derived(tool) == expected
    balances.rebuild(tool)
    assert _derived(tool) == expected


def _derived(tool) -> dict[str, list[tuple]]:
    return {
        table: sorted(tool.execute(f"SELECT * FROM {table}").fetchall())
        for table in balances.DERIVED
    }


def test_a_balance_of_long_ago_stays_when_later_months_are_written(tmp_path):
    village = found_village(tmp_path)
    _, card = village.saver()
    old = date(2026, 1, 10)
    village.deposit(card, Money(1_000), on=old)
    before = village.balance("11010", at=old)

    for month in (2, 3):
        village.deposit(card, Money(500), on=date(2026, month, 1))

    assert village.balance("11010", at=old) == before == Money(1_000)
    village.book.close()


def test_an_account_keeps_the_sums_of_its_months_once_a_later_month_has_begun(tmp_path):
    village = found_village(tmp_path)
    _, card = village.saver()
    stored = "SELECT month, debit, credit FROM account_balances WHERE account = '11010'"

    for day, wanted in (
        (date(2026, 1, 10), []),
        (date(2026, 1, 11), []),
        (date(2026, 2, 1), [("2026-01", 200, 0)]),
        (date(2026, 1, 31), [("2026-01", 300, 0)]),
        (date(2026, 3, 1), [("2026-01", 300, 0), ("2026-02", 400, 0)]),
    ):
        village.deposit(card, Money(100), on=day)
        assert village.rows(stored) == wanted
    village.book.close()


@given(days=st.lists(DAYS, min_size=2, max_size=12))
def test_one_act_may_bring_lines_of_many_months_in_any_order(days):
    rows = [
        row
        for number, day in enumerate(days, start=1)
        for row in line_rows(number, entry(day, [("11010", "general", 1, number * 100)]), 1)
    ]
    with stranger(Path(":memory:")) as tool:
        migrations.migrate(tool, 0)
        tool.executemany("INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

        adding_up.add_lines(tool, rows)

        _check_derived(tool)
