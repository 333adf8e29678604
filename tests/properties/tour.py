"""A walk through every corner of the counter: each step is one that some bug would get wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tests.properties.counter import AnyDayAtTheCounter
from tests.properties.model import ModelCard, ModelItem


def walk(machine: AnyDayAtTheCounter) -> None:
    """Go the whole way; after every step both bookkeepers agree and every rule holds."""
    for _ in _steps(machine):
        machine.every_rule_holds()
        machine.both_bookkeepers_have_the_same_balances()


def _steps(machine: AnyDayAtTheCounter) -> Iterator[None]:
    machine.begin()
    yield
    for part in (
        _money_that_is_not_there,
        _late_entries,
        _holds_and_minimum,
        _charges,
        _shares,
        _counting,
        _corrections,
        _interest,
        _months,
        _leaving,
    ):
        for _ in part(machine):
            yield
        machine.close_and_open_again(cleanly=part is _charges)
        yield


def card_of(machine: AnyDayAtTheCounter, member: int, product: str) -> ModelCard:
    return next(
        card
        for card in machine.model.cards.values()
        if card.member == f"{member:04d}" and card.product == product
    )


def _today(machine: AnyDayAtTheCounter, ago: int = 0) -> date:
    return machine.model.today - timedelta(days=ago)


def _pay_in(
    machine: AnyDayAtTheCounter, card: ModelCard, amount: int, *, ago: int = 0, bank: bool = False
) -> None:
    what = "shares" if card.kind == "share" else "deposit"
    part = ModelItem(what, amount, card.number)
    machine.take_in(card.member, [part], _today(machine, ago), bank=bank)


def _take_out(
    machine: AnyDayAtTheCounter, card: ModelCard, amount: int, *, ago: int = 0, bank: bool = False
) -> None:
    machine.take_out(card, amount, _today(machine, ago), bank=bank)


def _money_that_is_not_there(machine: AnyDayAtTheCounter) -> Iterator[None]:
    savings, promise = card_of(machine, 1, "SAVINGS"), card_of(machine, 1, "PROMISE")
    _pay_in(machine, savings, 400_000, bank=True)
    yield
    _take_out(machine, savings, 300_000)  # more than the cash box holds
    yield
    _take_out(machine, savings, 300_000, bank=True)
    yield
    _take_out(machine, promise, 20_001)  # more than the card holds
    yield
    machine.pay_expense(amount=999_999, ago=0, bank=False)
    yield
    machine.pay_expense(amount=100_001, ago=0, bank=True)  # the bank has 1,000.00 left
    yield
    machine.carry_to_the_bank_or_back(amount=20_000, ago=0, inward=True)
    yield
    machine.receive_income(amount=333, ago=-1, bank=False)  # tomorrow
    yield
    machine.transfer(at=1, other=2, amount=1_000, ago=0)
    yield


def _late_entries(machine: AnyDayAtTheCounter) -> Iterator[None]:
    savings = card_of(machine, 2, "SAVINGS")
    machine.time_passes(days=15)
    yield
    _take_out(machine, savings, 15_000, ago=9)
    yield
    _pay_in(machine, savings, 50_000)
    yield
    _take_out(machine, savings, 10_000, ago=11)  # enough today, not on the day in between
    yield
    _pay_in(machine, savings, 333, ago=8)
    yield
    machine.receive_income(amount=2_500, ago=8, bank=False)
    yield


def _holds_and_minimum(machine: AnyDayAtTheCounter) -> Iterator[None]:
    savings, youth = card_of(machine, 3, "SAVINGS"), card_of(machine, 3, "YOUTH")
    place = list(machine.model.cards).index(savings.number)
    machine.hold(at=place, amount=15_000)
    yield
    _take_out(machine, savings, 10_000)
    yield
    _take_out(machine, savings, 5_000)
    yield
    machine.release(at=0, ago=0)
    yield
    _take_out(machine, savings, 1_000)
    yield
    _take_out(machine, youth, 15_000)  # would leave less than the minimum
    yield
    _take_out(machine, youth, 20_000)
    yield
    fixed = card_of(machine, 4, "FIXED")
    _pay_in(machine, fixed, 10_000)
    yield
    _take_out(machine, fixed, 10_000, ago=14)  # not matured
    yield


def _charges(machine: AnyDayAtTheCounter) -> Iterator[None]:
    def pay(*amounts: int) -> None:
        number = len(machine.model.charges)
        parts = [ModelItem("charge", amount, number) for amount in amounts]
        machine.take_in("0002", parts, _today(machine), bank=False)

    machine.charge(at=1, amount=2_000)
    yield
    pay(1_500)
    yield
    pay(1_000)  # only 500 are open
    yield
    machine.void(at=0, ago=0)
    yield
    pay(1_400, 600)  # 2,000 are open again
    yield
    pay(1)
    yield
    machine.charge(at=2, amount=1_000)
    machine.cancel_charge(at=1)
    yield


def _shares(machine: AnyDayAtTheCounter) -> Iterator[None]:
    for member in (4, 5):
        _pay_in(machine, card_of(machine, member, "SHARES"), 10_000)
        yield
    _pay_in(machine, card_of(machine, 1, "SHARES"), 50_000)  # more than a fifth
    yield
    machine.give_back(card_of(machine, 5, "SHARES"), 10_000, _today(machine), leaving=False)
    yield
    machine.give_back(card_of(machine, 5, "SHARES"), 5_000, _today(machine), leaving=True)
    yield


def _counting(machine: AnyDayAtTheCounter) -> Iterator[None]:
    for off, said in ((0, True), (-25, False), (-3_000, True), (500, True)):
        machine.count_cash(ago=0, off=off, said=said)
        yield
    machine.sheet(paid=[(0, 40), (1, 80), (2, 7)], ago=0, short=0)
    yield
    machine.sheet(paid=[(0, 40), (1, 80)], ago=0, short=25)
    yield
    machine.sheet(paid=[(0, 40), (0, 80)], ago=0, short=0)  # the same member twice
    yield


def _corrections(machine: AnyDayAtTheCounter) -> Iterator[None]:
    _pay_in(machine, card_of(machine, 1, "PROMISE"), 10_000)
    yield
    for at in (1, 2, 1):  # the entry, the same again, the reversal itself
        machine.reverse(at=at, ago=0)
        yield
    machine.pay_expense(amount=5_000, ago=0, bank=False)
    yield
    machine.correct(at=1, amount=9_999, ago=0)
    yield
    machine.correct(at=1, amount=0, ago=0)
    yield
    _pay_in(machine, card_of(machine, 1, "PROMISE"), 2_500)
    machine.void(at=0, ago=0)
    yield
    machine.void(at=0, ago=0)
    yield


def _interest(machine: AnyDayAtTheCounter) -> Iterator[None]:
    for days in (1, 7):
        machine.time_passes(days=days)
        machine.savings_interest(ago=0)
        yield
    machine.savings_interest(ago=0)
    yield
    machine.reverse(at=1, ago=0)
    yield
    machine.savings_interest(ago=0)
    yield


def _months(machine: AnyDayAtTheCounter) -> Iterator[None]:
    promise = card_of(machine, 1, "PROMISE")
    machine.close_month(ago=0)  # not over yet
    yield
    machine.close_month(ago=1)
    yield
    _pay_in(machine, promise, 100, ago=machine.model.today.day)
    yield
    machine.reopen_month(ago=1)
    yield
    _pay_in(machine, promise, 100, ago=machine.model.today.day)
    yield
    machine.close_month(ago=1)
    machine.lock_month(ago=1)
    yield
    machine.reopen_month(ago=1)
    yield


def _leaving(machine: AnyDayAtTheCounter) -> Iterator[None]:
    machine.leave(at=4, ago=0)  # with money on the cards
    yield
    machine.empty_everything_of(at=4)
    yield
    withdrawal = len(machine.model.entries)
    machine.leave(at=4, ago=0)
    yield
    _pay_in(machine, card_of(machine, 5, "PROMISE"), 100)
    yield
    machine.reverse(at=len(machine.model.entries) + 1 - withdrawal, ago=0)
    yield
    machine.leave(at=4, ago=0)
    yield
    machine.admit(ago=0, product="YOUTH")
    yield
