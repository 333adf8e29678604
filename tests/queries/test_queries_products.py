"""Savings and shares by product, and the proof that cards and ledger agree."""

from __future__ import annotations

from datetime import date

from ledger.domain.accounts import CardKind
from ledger.domain.money import ZERO, Money, baht, total
from ledger.queries.control import cards_and_control
from ledger.queries.products import savings_and_shares
from ledger.queries.statement import member_statement
from ledger.queries.trial_balance import trial_balance
from tests.queries.brute import DAYS, balances, card_balance, tampered
from tests.queries.small_book import april

MARCH_DAYS = {"since": date(2026, 3, 1), "until": date(2026, 3, 31)}


def test_march_is_as_worked_by_hand(small):
    answer = small.book.ask(savings_and_shares, **MARCH_DAYS)

    told = [
        (row.product, row.cards, row.brought_forward, row.paid_in, row.paid_out, row.balance)
        for row in answer.rows
    ]
    assert told == [
        ("PROMISE", 3, baht(480), baht(290), ZERO, baht(770)),
        ("SAVINGS", 1, baht(750), baht(250), baht(240), baht(760)),
        ("SHARES", 2, baht(100), baht(80), ZERO, baht(180)),
    ]
    assert (answer.brought_forward, answer.balance) == (baht(1_330), baht(1_710))


def test_every_period_goes_from_the_cards_before_to_the_cards_after(small):
    for since, until in zip(DAYS[3:70:9], DAYS[12:90:9], strict=False):
        answer = small.book.ask(savings_and_shares, since=since, until=until)

        for row in answer.rows:
            mine = [
                number for name, number in small.cards.items() if name.endswith(f" {row.product}")
            ]
            held = [-card_balance(small.book, number, until) for number in mine]
            assert row.balance == total(held)
            assert row.cards == sum(amount != ZERO for amount in held)
            assert row.brought_forward + row.paid_in - row.paid_out == row.balance
            assert row.interest == ZERO


def test_the_products_are_the_control_accounts_of_the_trial_balance(small):
    for day in DAYS[::8]:
        products = small.book.ask(savings_and_shares, since=date(2026, 1, 1), until=day)
        ledger = {row.account: row.balance for row in small.book.ask(trial_balance, at=day).rows}

        for row in products.rows:
            assert row.balance == -ledger.get(row.account, ZERO)


def test_savings_stand_before_shares(small):
    answer = small.book.ask(savings_and_shares, **MARCH_DAYS)

    assert [row.kind for row in answer.rows] == [CardKind.SAVINGS, CardKind.SAVINGS, CardKind.SHARE]


def test_cards_and_ledger_agree_on_every_day(small):
    for day in [*DAYS, None]:
        answer = small.book.ask(cards_and_control, at=day)

        assert answer.agrees
        assert answer.difference == ZERO
        ledger = balances(small.book, day or DAYS[-1])
        assert {
            row.account: row.account_balance for row in answer.rows if row.account_balance != ZERO
        } == {
            code: amount
            for code, amount in ledger.items()
            if code in ("12200", "21010", "21050", "31010")
        }


def test_a_changed_card_balance_shows_as_a_difference(mine):
    tampered(mine, "UPDATE card_balances SET credit = credit + 700 WHERE account = '21050'")

    answer = mine.book.ask(cards_and_control)

    assert not answer.agrees
    found = {row.account: row.difference for row in answer.rows if row.difference != ZERO}
    assert found == {"21050": -Money(3 * 700)}
    assert answer.difference == Money(3 * 700)


def test_a_line_on_another_account_than_the_card_s_own_counts_for_no_card(mine):
    assert mine.cards["0001 PROMISE"] == 2  # a card of account 21050
    tampered(
        mine,
        "DROP TRIGGER IF EXISTS lines_in_act",
        "DROP TRIGGER IF EXISTS lines_before_seal",
        "INSERT INTO lines VALUES"
        " (20, 3, '2026-03-30', '21010', 'general', 2, 0, 900, 'journal', 37)",
    )

    answer = mine.book.ask(cards_and_control, at=date(2026, 3, 30))

    assert answer.agrees
    held = mine.book.ask(savings_and_shares, since=date(2026, 3, 1), until=date(2026, 3, 30))
    assert [row.balance for row in held.rows] == [baht(770), baht(760), baht(180)]
    statement = mine.book.ask(member_statement, member="0001")
    assert next(card for card in statement.cards if card.card == 2).balance == baht(340)


def test_a_card_that_was_paid_out_is_counted_no_more(mine):
    april(mine)

    answer = mine.book.ask(savings_and_shares, since=date(2026, 4, 1), until=date(2026, 4, 30))

    assert {row.product: row.cards for row in answer.rows} == {
        "PROMISE": 3,
        "SAVINGS": 1,
        "SHARES": 1,
    }
