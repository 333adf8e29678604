"""Builders: a small cooperative in a temporary book, so that a test tells only its own story."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ledger.book import Book
from ledger.domain.accounts import BookKind
from ledger.domain.commands import Command, Outcome
from ledger.domain.members import Person
from ledger.domain.money import Money, baht
from ledger.domain.products import Nature
from ledger.usecases.banking import OpenBank
from ledger.usecases.founding import FoundBook
from ledger.usecases.members import AdmitMember
from ledger.usecases.saving import DefineSavingsProduct, OpenSavings, Withdraw
from ledger.usecases.visiting import BuyShares, Deposit
from tests.support.clocks import CountedLetters, StandingClock
from tests.support.said import rows_said

TODAY = date(2026, 3, 20)
START = date(2026, 1, 1)


@dataclass(slots=True)
class Village:
    """One small cooperative: its open book, its clock, and the cards of its members."""

    book: Book
    clock: StandingClock

    def run(self, command: Command, **named: Any) -> Outcome:
        return self.book.run(command, **named)

    def rows(self, statement: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Rows as people read them; commitments to free texts are asked of ``act_texts``."""
        return self.book.ask(rows_said, statement, values)

    def one(self, statement: str, values: tuple[Any, ...] = ()) -> Any:
        """The first value of the first row."""
        return self.rows(statement, values)[0][0]

    def balance(self, account: str, *, at: date | None = None) -> Money:
        return self.book.ask(lambda reader: reader.balance(account, at=at))

    def held(self, card: int) -> Money:
        """What the cooperative owes on a card."""
        account = self.one("SELECT account FROM cards WHERE number = ?", (card,))
        return -self.book.ask(lambda reader: reader.card_balance(card, account))

    def member(self, **named: Any) -> tuple[str, dict[str, int]]:
        """Admit somebody; answers the number and the cards by product."""
        person = named.pop("person", None) or Person(given="สมชาย", family="ใจดี")
        named.setdefault("on", START)
        made = dict(self.run(AdmitMember(person=person, **named)).made)
        return str(made.pop("member")), {name: int(str(card)) for name, card in made.items()}

    def savings(self, member: str, product: str = "SAVINGS", *, on: date = START) -> int:
        made = self.run(OpenSavings(member=member, product=product, on=on)).made
        return int(str(made["card"]))

    def saver(self, held: Money | None = None, *, on: date = START) -> tuple[str, int]:
        """A member with a savings account that holds so much."""
        number, _ = self.member()
        card = self.savings(number)
        if held is not None:
            self.deposit(card, held, on=on)
        return number, card

    def deposit(self, card: int, amount: Money, *, on: date = TODAY, **named: Any) -> Outcome:
        door = _taken(named, "command_id", "rehearse")
        return self.run(Deposit(card=card, amount=amount, on=on, **named), **door)

    def withdraw(self, card: int, amount: Money, *, on: date = TODAY, **named: Any) -> Outcome:
        door = _taken(named, "command_id", "rehearse")
        return self.run(Withdraw(card=card, amount=amount, on=on, **named), **door)

    def buy(self, card: int, amount: Money, *, on: date = TODAY) -> Outcome:
        return self.run(BuyShares(card=card, amount=amount, on=on))

    def bank(self, code: str = "BAAC") -> str:
        on = min(START, self.clock.now().date())
        self.run(OpenBank(code=code, bank="ธ.ก.ส.", account_number="123-4-56789-0", on=on))
        return code

    def product(self, code: str, **rules: Any) -> str:
        rules = {"nature": Nature.DEPOSIT, "account": "21020", "name_th": code, **rules}
        self.run(DefineSavingsProduct(code=code, **rules))
        return code


def _taken(named: dict[str, Any], *names: str) -> dict[str, Any]:
    """What is meant for the door and not for the command."""
    return {name: named.pop(name) for name in names if name in named}


def founding(**named: Any) -> FoundBook:
    fields = {
        "book": "5a7c" * 8,
        "kind": BookKind.HOUSING,
        "name_th": "สหกรณ์เคหสถานบ้านริมน้ำ จำกัด",
        "name_en": "Baan Rim Nam Housing Cooperative Ltd.",
        "cash_limit": baht(10_000),
        **named,
    }
    return FoundBook(**fields)


def found_village(folder: Path, *, today: date = TODAY, **named: Any) -> Village:
    """A new book in the folder; further names go to the founding."""
    clock = StandingClock(today)
    path = folder / "village.satcha"
    book = Book.found(path, founding(**named), clock=clock, chance=CountedLetters())
    return Village(book, clock)


def reopened(village: Village) -> Village:
    """The same book closed and opened again."""
    village.book.close()
    path, user = village.book.path, village.book.user
    book = Book.open(path, user=user, clock=village.clock, chance=CountedLetters("again"))
    return Village(book, village.clock)
