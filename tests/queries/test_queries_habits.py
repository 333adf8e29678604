"""What members usually pay: the largest amount of a year, without what came in no other way."""

from __future__ import annotations

from datetime import date

from ledger.domain.money import Money
from ledger.queries.habits import largest_payments

AT = date(2026, 4, 30)


def by_hand(small, card):
    """The same from every line of the card, in plain steps."""
    rows = small.book.ask(
        lambda reader: list(
            reader.rows("SELECT day, credit, event FROM lines WHERE card = ?", (card,))
        )
    )
    paid = [
        credit
        for day, credit, event in rows
        if "2025-05-01" <= day <= "2026-04-30"
        and event not in {"opening", "savings_interest", "reversal"}
    ]
    return Money(max(paid, default=0))


def test_the_habit_is_the_largest_amount_paid_at_once(small):
    found = largest_payments_of(small)

    assert found
    for card in small.cards.values():
        assert found.get(card, Money(0)) == by_hand(small, card)


def test_after_a_year_the_habit_is_forgotten(small):
    assert small.book.ask(largest_payments, at=date(2027, 12, 31)) == {}


def test_one_member_s_cards_alone(small):
    everybody = largest_payments_of(small)
    one = small.book.ask(largest_payments, at=AT, member="0001")

    assert one
    assert one.items() < everybody.items()


def largest_payments_of(small):
    return small.book.ask(largest_payments, at=AT)
