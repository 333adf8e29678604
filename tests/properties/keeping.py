"""Two bookkeepers at one counter: the book, and the naive one who watches over its shoulder."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from ledger.book import Book
from ledger.domain import refusals as no
from ledger.domain.commands import Command, Outcome, Posted
from ledger.domain.refusals import Refusal
from ledger.usecases.saving import OpenSavings
from tests.properties.model import Model, ModelCard, ModelLine, ModelMember, Reasons
from tests.support.books import founding
from tests.support.clocks import CountedLetters, StandingClock

START = date(2026, 1, 1)
# Where writing costs nothing, chance gets further in the same time.
MEMORY = Path("/dev/shm")  # noqa: S108 - each run makes a folder of its own there

pick = st.integers(0, 40)
# So many days ago, mostly today; -1 is tomorrow.
back = st.sampled_from([0, 0, 0, 0, 0, 1, 1, 2, 3, 5, 8, 13, 21, 34, -1])
# Satang: mostly what is there, now and then too much, nothing, or less than nothing.
_AMOUNTS = (1, 25, 100, 333, 1_000, 1_000, 2_500, 5_000, 5_000, 9_999, 10_000, 20_000, 90_000)
amounts = st.sampled_from([*_AMOUNTS, 0, -1])
by_bank = st.sampled_from([False, False, True])


class TwoBookkeepers(RuleBasedStateMachine):
    """The book and the naive bookkeeper do the same things and must agree on everything."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
        self.clock = StandingClock(START)
        self.path = self.folder / "book.satcha"
        self.lives = 0
        self.tried = 0
        self.book = Book.found(
            self.path,
            founding(starts_on=START),
            clock=self.clock,
            chance=CountedLetters("machine"),
        )
        self.book.audits_closings = False  # the rules are looked at after every step
        self.model = Model(today=START, starts_on=START)

    def teardown(self) -> None:
        with contextlib.suppress(Refusal):
            self.book.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def attempt(
        self, command: Command, reasons: Reasons, *lines: list[ModelLine]
    ) -> Outcome | None:
        """Give the command to the book: refused for one of the reasons, or booked as expected.

        Every third command is rehearsed before, every fourth is given a second time with its id.
        """
        self.tried += 1
        command_id = f"{self.tried:032d}"
        rehearsed = self._rehearsed(command, reasons) if self.tried % 3 == 0 else None
        outcome = self._booked(command, command_id, reasons)
        if outcome is None:
            return None
        self._compare_lines(outcome.entries, lines)
        if rehearsed is not None:
            assert rehearsed.entries == outcome.entries
            assert (rehearsed.receipts, rehearsed.made) == (outcome.receipts, outcome.made)
        if self.tried % 4 == 0:
            self._repeat(command, command_id, outcome)
        return outcome

    def _booked(self, command: Command, command_id: str, reasons: Reasons) -> Outcome | None:
        acts = self._acts()
        try:
            outcome = self.book.run(command, command_id=command_id)
        except Refusal as refusal:
            self._must_be_one(refusal, reasons)
            assert self._acts() == acts
            return None
        assert not reasons, f"{command} was booked in spite of {reasons}"
        assert self._acts() == acts + 1
        return outcome

    def _rehearsed(self, command: Command, reasons: Reasons) -> Outcome | None:
        acts = self._acts()
        try:
            outcome = self.book.run(command, rehearse=True)
        except Refusal as refusal:
            self._must_be_one(refusal, reasons)
            return None
        assert not reasons, f"{command} was rehearsed in spite of {reasons}"
        assert self._acts() == acts
        return outcome

    @staticmethod
    def _must_be_one(refusal: Refusal, reasons: Reasons) -> None:
        assert type(refusal) in reasons, f"{refusal!r}, expected {reasons}"

    def _repeat(self, command: Command, command_id: str, outcome: Outcome) -> None:
        acts = self._acts()
        again = self.book.run(command, command_id=command_id)
        assert again.repeated
        assert (again.act, again.fingerprint) == (outcome.act, outcome.fingerprint)
        assert (again.entries, again.receipts) == (outcome.entries, outcome.receipts)
        assert self._acts() == acts
        other = OpenSavings(member="9999", product="SAVINGS", on=START)
        try:
            self.book.run(other, command_id=command_id)
        except no.CommandIdReused:
            return
        raise AssertionError("an id was used for another command")

    def _compare_lines(
        self, entries: tuple[Posted, ...], expected: tuple[list[ModelLine], ...]
    ) -> None:
        found = [
            Counter(
                (one.account, one.card, one.debit.satang - one.credit.satang)
                for one in posted.entry.lines
            )
            for posted in entries
        ]
        assert found == [Counter(lines) for lines in expected]

    def _acts(self) -> int:
        return int(self.book.ask(lambda reader: reader.one("SELECT COUNT(*) FROM acts"))[0])  # type: ignore[index]

    def day(self, ago: int) -> date:
        return self.model.today - timedelta(days=ago)

    def card(self, at: int) -> ModelCard:
        return list(self.model.cards.values())[at % len(self.model.cards)]

    def member(self, at: int) -> ModelMember:
        return list(self.model.members.values())[at % len(self.model.members)]

    def set_today(self, day: date) -> None:
        self.clock.set(day)
        self.model.today = day

    def voucher_reasons(self, amount: int, day: date, lines: list[ModelLine]) -> Reasons:
        if amount <= 0:
            return {no.AmountNotPositive, *self.model.day_reasons(day)}
        return self.model.entry_reasons(day, lines)
