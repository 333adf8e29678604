"""Any day at the counter: chance does what a treasurer can, and every rule is looked at after."""

from __future__ import annotations

import shutil
from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from typing_extensions import override

from ledger.book import Book
from ledger.book.whole_acts import act_lines, found_again
from ledger.queries.trial_balance import trial_balance
from ledger.storage.reading import Reader
from tests.properties.corrections import Corrections
from tests.properties.model import BANK_ACCOUNT, CASH, DAY, ModelCard
from tests.properties.register import Register
from tests.properties.rules import broken_proofs, broken_rules
from tests.support.clocks import CountedLetters
from tests.support.effort import is_attack


class AnyDayAtTheCounter(Register, Corrections):
    """Everything that can happen, with the power going at any time."""

    seen = 0

    @override
    def teardown(self) -> None:
        try:
            assert self.book.ask(broken_proofs) == []
            if self.tried % 5 == 0 or is_attack():
                self._comes_back_whole()
        finally:
            super().teardown()

    def _comes_back_whole(self) -> None:
        """What went out as acts comes in as the same book, fingerprint by fingerprint."""
        told, again = list(act_lines(self.book)), self.folder / "again.satcha"
        found_again(again, told)
        with Book.open(again) as book:
            assert list(act_lines(book)) == told
            assert book.ask(trial_balance) == self.book.ask(trial_balance)

    @rule(cleanly=st.booleans())
    def close_and_open_again(self, *, cleanly: bool) -> None:
        """Closed, or killed: then only what lies in the files at this moment is left."""
        self.lives += 1
        folder = self.folder / str(self.lives)
        folder.mkdir()
        if cleanly:
            self.book.close()
        for path in self.path.parent.glob("book.satcha*"):
            if path.is_file():
                shutil.copyfile(path, folder / path.name)
        if not cleanly:
            self.book.close()
        self.path = folder / "book.satcha"
        chance = CountedLetters(f"machine/{self.lives}")
        self.book = Book.open(self.path, clock=self.clock, chance=chance)
        self.book.audits_closings = False

    @invariant()
    def every_rule_holds(self) -> None:
        acts = self._acts()
        if acts == self.seen:
            return
        self.seen = acts
        assert self.book.ask(broken_rules) == []
        if acts % 8 == 0:
            assert self.book.ask(broken_proofs) == []

    @invariant()
    def both_bookkeepers_have_the_same_balances(self) -> None:
        for at in (None, self.model.today - 7 * DAY):
            held, owed = self.book.ask(_balances, list(self.model.cards.values()), at)
            assert held == {account: self.model.balance(account, at) for account in held}
            assert owed == {card: self.model.owed(card, at) for card in owed}


def _balances(
    reader: Reader, cards: list[ModelCard], at: date | None
) -> tuple[dict[str, int], dict[int, int]]:
    accounts = (CASH, BANK_ACCOUNT, "21010", "21050", "31010", "42040")
    held = {account: reader.balance(account, at=at).satang for account in accounts}
    owed = {
        card.number: -reader.card_balance(card.number, card.account, at=at).satang for card in cards
    }
    return held, owed
