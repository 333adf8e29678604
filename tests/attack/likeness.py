"""P3: what must come to the same, done one way in one book and another way in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from ledger.domain.commands import Command
from ledger.domain.money import Money, baht
from ledger.domain.refusals import Refusal
from ledger.queries.integrity import audit
from ledger.usecases.interest import PostSavingsInterest
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.saving import Withdraw
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit
from tests.attack.results import Result
from tests.properties.bugs import BUGS
from tests.support.books import START, Village, found_village
from tests.support.lending import borrowing, contract, pay_out, with_types

PLANTED = "a reversal takes back one satang less"
PEOPLE = 4
A_BOOK = 400  # ways tried in two books; then they are audited, and two others begin
_ROWS = (
    "SELECT account, fund, card, sum(debit) - sum(credit) FROM lines GROUP BY 1, 2, 3"
    " HAVING sum(debit) <> sum(credit) ORDER BY 1, 2, 3"
)


@dataclass(frozen=True, slots=True)
class Cards:
    """What one member pays on."""

    savings: int
    shares: int
    loan: int


def alike(folder: Path, *, seed: int, tries: int) -> Result:
    """Members in another order, a sum in parts, something done and taken back: the same books."""
    says = "other orders, sums in parts, things taken back: the same balances to the satang"
    result = Result("P3 likeness", says, seed)
    for at in range(0, tries, A_BOOK):
        lived(folder / str(at), result, seed=seed + at, tries=min(A_BOOK, tries - at))
    planted = Result("", "", seed)
    with pytest.MonkeyPatch.context() as plant:
        BUGS[PLANTED](plant)
        lived(folder / "planted", planted, seed=seed, tries=30)
    result.planted[PLANTED] = bool(planted.wrong)
    return result


def lived(folder: Path, result: Result, *, seed: int, tries: int) -> None:
    chance = Random(seed)
    with ExitStack() as open_books:
        pair = [_founded(folder / name) for name in ("one", "other")]
        for village, _ in pair:
            open_books.enter_context(village.book)
        (one, people), (other, _) = pair
        day = START
        for at in range(tries):
            result.tried += 1
            day += timedelta(days=chance.randrange(3))
            one.clock.set(day)
            other.clock.set(day)
            way = chance.choice((_in_another_order, _in_parts, _taken_back, _interest))
            told = way(one, other, people, day, chance)
            if told or one.rows(_ROWS) != other.rows(_ROWS):
                result.note(f"{seed}: {at} {way.__name__} on {day} {told}")
                return
        for village, _ in pair:
            for finding in village.book.ask(audit).findings:
                result.note(f"{seed}: {finding.fault.value} {finding.table} {finding.row}")


def _founded(folder: Path) -> tuple[Village, list[Cards]]:
    folder.mkdir(parents=True)
    village = with_types(found_village(folder, today=START, starts_on=START, cash_limit=None))
    source = borrowing(village)
    pay_out(village, source, baht(100_000))
    people = []
    for _ in range(PEOPLE):
        member, cards = village.member()
        loan = contract(village, member, baht(12_000), source=source)
        pay_out(village, loan, baht(12_000))
        people.append(Cards(village.savings(member), cards["SHARES"], loan))
        village.deposit(people[-1].savings, baht(5_000), on=START)
        village.buy(people[-1].shares, baht(3_000), on=START)
    return village, people


def _in_another_order(
    one: Village, other: Village, people: Sequence[Cards], day: date, chance: Random
) -> str:
    """Each does her own things in her order; who comes when is another matter."""
    days = {cards: list(_things(cards, day, chance)) for cards in people}
    in_turn = [command for things in days.values() for command in things]
    mixed, waiting = [], {cards: list(things) for cards, things in days.items() if things}
    while waiting:
        cards = chance.choice(list(waiting))
        mixed.append(waiting[cards].pop(0))
        if not waiting[cards]:
            del waiting[cards]
    return _differing(_refused(one, in_turn), _refused(other, mixed))


def _in_parts(
    one: Village, other: Village, people: Sequence[Cards], day: date, chance: Random
) -> str:
    item = _item(chance.choice(people), chance)
    first = Money(chance.randrange(1, item.amount.satang))
    if item.item is ItemKind.SHARES:
        first = baht(10) * max(1, first.satang // 1_000 // 2)
    parts = [first, item.amount - first]
    whole = [ReceiveVisit(on=day, items=(item,))]
    pieces = [
        ReceiveVisit(on=day, items=(Item(item=item.item, card=item.card, amount=part),))
        for part in parts
    ]
    refused = _refused(one, whole)
    return "" if refused else _differing([], _refused(other, pieces))


def _taken_back(
    one: Village, other: Village, people: Sequence[Cards], day: date, chance: Random
) -> str:
    """Nothing in one book; in the other the day is lived and then taken back from its end."""
    assert one.book is not other.book
    entries = []
    for command in _things(chance.choice(people), day, chance):
        try:
            entries += [posted.number for posted in other.run(command).entries]
        except Refusal:
            continue
    back = [ReverseEntry(entry=entry, on=day, reason="ผิด") for entry in reversed(entries)]
    return _differing([], _refused(other, back))


def _interest(
    one: Village, other: Village, _people: Sequence[Cards], day: date, _chance: Random
) -> str:
    posting = [PostSavingsInterest(product="SAVINGS", through=day)]
    return _differing(_refused(one, posting), _refused(other, posting))


def _things(cards: Cards, day: date, chance: Random) -> Iterator[Command]:
    for _ in range(chance.randrange(1, 4)):
        if chance.random() < 0.3:
            yield Withdraw(card=cards.savings, amount=Money(chance.randrange(1, 50_000)), on=day)
        else:
            yield ReceiveVisit(on=day, items=(_item(cards, chance),))


def _item(cards: Cards, chance: Random) -> Item:
    match chance.choice((ItemKind.DEPOSIT, ItemKind.SHARES, ItemKind.LOAN)):
        case ItemKind.SHARES as kind:  # at ten baht each
            return Item(item=kind, card=cards.shares, amount=baht(10) * chance.randrange(2, 6))
        case ItemKind.LOAN as kind:
            amount = Money(chance.randrange(2, 60_000))
            return Item(item=kind, card=cards.loan, amount=amount)
        case kind:
            amount = Money(chance.randrange(2, 80_000))
            return Item(item=kind, card=cards.savings, amount=amount)


def _refused(village: Village, commands: Sequence[Command]) -> list[str]:
    found = []
    for command in commands:
        try:
            village.run(command)
        except Refusal as refusal:
            found.append(f"{type(refusal).__name__} {command}")
    return sorted(found)


def _differing(one: list[str], other: list[str]) -> str:
    return "" if one == other else f"{one[:2]} or {other[:2]}"
