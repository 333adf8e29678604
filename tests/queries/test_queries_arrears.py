"""Who has not paid: promises month by month, charges from the day they fall due."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money, baht, total
from ledger.domain.products import Promise
from ledger.queries.arrears import arrears
from ledger.queries.collection import collection_sheet, promise_states
from ledger.queries.promises import _parts, _standing, promise_standings
from ledger.usecases.charging import CancelCharge
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.saving import OpenSavings, SetPromise, TransferSavings
from tests.queries.brute import DAYS
from tests.queries.small_book import APRIL, MARCH, april


def told(answer) -> list[tuple]:
    return [
        (row.member, item.name_en, item.owed, item.overdue, item.months, item.since)
        for row in answer.rows
        for item in row.items
    ]


def test_the_end_of_march_is_as_worked_by_hand(small):
    answer = small.book.ask(arrears, at=date(2026, 3, 31))

    assert told(answer) == [
        ("0002", "Promise savings", baht(50), ZERO, 1, MARCH),
        ("0002", "Dues", baht(60), baht(60), 0, date(2026, 2, 15)),
        ("0002", "Fine", baht(10), ZERO, 0, date(2026, 3, 25)),
        ("0003", "Promise savings", baht(120), baht(20), 2, Month(2026, 2)),
        ("0003", "Dues", baht(60), baht(60), 0, date(2026, 2, 15)),
    ]
    assert (answer.members, answer.owed, answer.overdue) == (4, baht(300), baht(140))


def test_a_charge_is_no_arrears_before_it_falls_due(small):
    before, on = (small.book.ask(arrears, at=date(2026, 2, day)) for day in (14, 15))

    assert not [item for row in before.rows for item in row.items if item.item == "charge"]
    assert {row.member for row in on.rows if any(i.item == "charge" for i in row.items)} == {
        "0001",
        "0002",
        "0003",
        "0004",
    }


def test_a_zone_lists_its_own_members_only(small):
    answer = small.book.ask(arrears, at=date(2026, 3, 31), zone="B")

    assert [row.member for row in answer.rows] == ["0003"]
    assert answer.members == 2


def test_a_payment_taken_back_is_owed_again_from_that_day_and_not_before(mine):
    mine.on(date(2026, 4, 5)).run(
        ReverseEntry(entry=mine.entries["third visit"], on=date(2026, 4, 5), reason="ลงผิดคน")
    )

    before = mine.book.ask(arrears, at=date(2026, 3, 31))
    after = mine.book.ask(arrears, at=date(2026, 4, 5))

    assert "0001" not in {row.member for row in before.rows}
    assert told(after)[:3] == [
        ("0001", "Promise savings", baht(160), baht(60), 2, MARCH),  # 40 were moved in
        ("0001", "Shares", baht(100), baht(50), 2, MARCH),
        ("0001", "Dues", baht(60), baht(60), 0, date(2026, 2, 15)),
    ]


def test_savings_moved_into_the_promise_keep_it_and_moved_out_open_nothing(mine):
    day, promise = date(2026, 4, 5), mine.cards["0003 PROMISE"]
    mine.on(day)
    opened = mine.run(OpenSavings(member="0003", product="SAVINGS", on=day)).made["card"]
    mine.cards["0003 SAVINGS"] = opened
    mine.pays("0003", ("SAVINGS", baht(500)))
    owed, _ = _due(mine, promise, day)
    assert owed > ZERO

    mine.run(TransferSavings(source=opened, target=promise, amount=owed, on=day), "moved")
    assert _due(mine, promise, day) == (ZERO, ZERO)
    mine.run(TransferSavings(source=promise, target=opened, amount=baht(30), on=day), "out")
    assert _due(mine, promise, day) == (ZERO, ZERO)
    for name, left in (("out", ZERO), ("moved", owed)):
        mine.run(ReverseEntry(entry=mine.entries[name], on=day, reason="ลงผิด"))
        assert _due(mine, promise, day) == (left, left)


def _due(mine, card, day):
    """What is open on a promise as the list of arrears and the collection sheet say it."""
    listed = mine.book.ask(lambda reader: promise_standings(reader, at=day))[card].due
    return listed, mine.book.ask(lambda reader: promise_states(reader, on=day))[card].due


def test_a_changed_promise_counts_from_its_month_on(mine):
    card = mine.cards["0003 PROMISE"]
    mine.on(date(2026, 4, 5)).run(SetPromise(card=card, amount=baht(30), from_month=APRIL))

    row = next(
        row for row in mine.book.ask(arrears, at=date(2026, 4, 30)).rows if row.member == "0003"
    )

    assert (row.items[0].owed, row.items[0].amount, row.items[0].months) == (baht(150), baht(30), 3)
    march = next(row for row in mine.book.ask(arrears, at=MARCH.last).rows if row.member == "0003")
    assert (march.items[0].owed, march.items[0].amount) == (baht(120), baht(100))


def test_a_promise_is_due_from_its_first_month_on(mine):
    card = mine.cards["0004 PROMISE"]
    mine.on(date(2026, 4, 5)).run(SetPromise(card=card, amount=baht(80), from_month=APRIL))

    before, first = (mine.book.ask(arrears, at=day) for day in (MARCH.last, APRIL.first))

    assert "0004" not in {row.member for row in before.rows}
    assert told(first)[-1] == ("0004", "Promise savings", baht(80), ZERO, 1, APRIL)


def test_a_cancelled_charge_is_not_asked_for(mine):
    mine.on(date(2026, 4, 5)).run(CancelCharge(charge=mine.dues[1], reason="ยกเว้น"))

    answer = mine.book.ask(arrears, at=date(2026, 3, 31))

    assert ("0002", "Dues") not in {(line[0], line[1]) for line in told(answer)}


def test_who_left_is_not_on_the_list(mine):
    april(mine)

    answer = mine.book.ask(arrears, at=date(2026, 4, 30))

    assert "0004" not in {row.member for row in answer.rows}
    assert answer.owed == total(row.owed for row in answer.rows)


def test_the_collection_sheet_expects_what_the_list_says_is_owed(small):
    for day in DAYS[9::10]:
        owed = {
            (row.member, item.card): item.owed
            for row in small.book.ask(arrears, at=day).rows
            for item in row.items
            if item.card is not None
        }
        sheet = small.book.ask(collection_sheet, on=day)
        expected = {
            (row.member, item.card): item.expected
            for row in sheet.rows
            for item in row.items
            if item.card is not None and item.expected > ZERO
        }
        assert owed == expected, day


def test_one_card_by_itself_stands_as_among_all(small):
    day = date(2026, 3, 31)

    everybody = small.book.ask(lambda reader: promise_standings(reader, at=day))
    states = small.book.ask(lambda reader: promise_states(reader, on=day))

    for card, standing in everybody.items():
        alone = small.book.ask(
            lambda reader, card=card: promise_standings(reader, at=day, cards=[card])
        )
        assert alone == {card: standing}
        state = states[card]
        assert (standing.promised, standing.paid, standing.monthly) == (
            state.promised,
            state.paid,
            state.monthly,
        )
        assert (standing.due, standing.overdue, standing.ahead) == (
            state.due,
            state.arrears,
            state.advance,
        )


@settings(max_examples=300)
@given(
    steps=st.lists(
        st.tuples(st.integers(1, 12), st.sampled_from([0, 50, 100, 333])), min_size=1, max_size=5
    ),
    paid=st.integers(0, 9_000),
)
def test_months_are_paid_oldest_first_whatever_was_promised_when(steps, paid):
    start, promises = Month(2025, 1), []
    for months, amount in steps:
        promises.append(Promise(1, start.iso, baht(amount)))
        start = start.plus(months)
    month = start.plus(-1)

    standing = _standing(1, _parts(promises, month), Money(paid * 100))

    left, unpaid = paid, []
    for promise, (months, amount) in zip(promises, steps, strict=True):
        for at in range(months):
            if amount > left:
                unpaid.append(Month.parse(promise.from_month).plus(at))
            left -= amount
    promised = sum(months * amount for months, amount in steps)
    assert standing.promised == baht(promised)
    assert standing.due == baht(max(0, promised - paid))
    assert standing.ahead == baht(max(0, paid - promised))
    if promised > paid:
        assert standing.since == unpaid[0]
        assert standing.months == sum(1 for one in unpaid if amount_of(promises, one) != ZERO)
    else:
        assert (standing.months, standing.since) == (0, None)


def amount_of(promises: list[Promise], month: Month) -> Money:
    return [one.amount for one in promises if one.from_month <= month.iso][-1]
