"""The diary of the practice book: what was done when, and what its keeper remembers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random

from ledger.book import Book
from ledger.domain.commands import Command, Outcome
from ledger.domain.entries import Line
from ledger.domain.money import ZERO, Money
from ledger.practice.people import Household, Resident
from ledger.practice.pretending import PlannedClock, SeededChance

CASH = "11010"
BANK = "BAAC"


@dataclass(frozen=True, slots=True)
class Done:
    """One command as it was given, with its id and the evening on which it was typed."""

    day: date
    command_id: str
    command: Command


@dataclass(frozen=True, slots=True)
class BankMovement:
    """What an entry moved on the cooperative's bank account; positive is into it."""

    entry: int
    on: date
    amount: Money


@dataclass(slots=True)
class Diary:
    """An open book with the memory of whoever keeps it."""

    book: Book
    clock: PlannedClock
    ids: SeededChance
    chance: Random
    homes: list[Household]
    done: list[Done] = field(default_factory=list)
    residents: list[Resident] = field(default_factory=list)
    held: dict[int, Money] = field(default_factory=dict)
    accounts: dict[str, Money] = field(default_factory=dict)
    at_bank: list[BankMovement] = field(default_factory=list)
    bank_card: int = 0
    source: int = 0
    insured: list[str] = field(default_factory=list)

    def run(self, command: Command, on: date) -> Outcome:
        """Do something on the evening of that day, by the one door."""
        self.clock.move_to(on)
        command_id = self.ids.letters(32)
        outcome = self.book.run(command, command_id=command_id)
        self.done.append(Done(on, command_id, command))
        for posted in outcome.entries:
            for line in posted.entry.lines:
                self._remember(line, posted.number, posted.entry.on)
        return outcome

    def present(self) -> list[Resident]:
        return [one for one in self.residents if one.present]

    def of(self, card: int) -> Money:
        """What the cooperative owes on a card."""
        return self.held.get(card, ZERO)

    @property
    def cash(self) -> Money:
        return self.accounts.get(CASH, ZERO)

    @property
    def in_bank(self) -> Money:
        return -self.of(self.bank_card)

    @property
    def all_shares(self) -> Money:
        return -self.accounts.get("31010", ZERO)

    def happens(self, percent: int) -> bool:
        """Whether something comes about that does so in that many cases of a hundred."""
        return self.chance.randrange(100) < percent

    def _remember(self, line: Line, entry: int, on: date) -> None:
        amount = line.debit - line.credit
        self.accounts[line.account] = self.accounts.get(line.account, ZERO) + amount
        if line.card is not None:
            self.held[line.card] = self.of(line.card) - amount
            if line.card == self.bank_card:
                self.at_bank.append(BankMovement(entry, on, amount))


def made_card(outcome: Outcome, name: str = "card") -> int:
    """The number of a card that an act opened."""
    return int(str(outcome.made[name]))
