"""Fields for lists that a plan is made of: its days, its amounts, its payouts."""

from __future__ import annotations

import re
from datetime import date

from typing_extensions import override

from desktop.parts.day_state import DayEntry
from desktop.parts.text_fields import LongTextField, TextField
from desktop.parts.words import Says
from ledger.domain.loans.terms import Payout
from ledger.domain.money import Money
from reports.words.amounts import parse_amount
from reports.words.voice import Voice

_BETWEEN = re.compile(r"[,;\s]+")
# A comma groups the thousands of an amount, so it stands between none.
_BETWEEN_AMOUNTS = re.compile(r"[;\s]+")


class DaysField(TextField):
    """Hands over the days in the order typed, in either era; None while one cannot be read."""

    def __init__(self, voice: Voice, *, longest: int = 8_000) -> None:
        super().__init__(voice, longest=longest)
        self.hint(_days_said)

    def days(self) -> tuple[date, ...] | None:
        parts = [part for part in _BETWEEN.split(self.typed().strip()) if part]
        found = [day for part in parts if (day := DayEntry(part).day) is not None]
        return tuple(found) if len(found) == len(parts) else None

    @override
    def trouble(self) -> Says | None:
        if self.days() is not None:
            return super().trouble()
        return _days_said


class AmountsField(TextField):
    """Hands over the amounts in the order typed; None while one cannot be read."""

    def __init__(self, voice: Voice, *, longest: int = 8_000) -> None:
        super().__init__(voice, longest=longest)
        self.hint(_amounts_said)

    def amounts(self) -> tuple[Money, ...] | None:
        parts = [part for part in _BETWEEN_AMOUNTS.split(self.typed().strip()) if part]
        found = [_amount(part) for part in parts]
        return tuple(one for one in found if one is not None) if None not in found else None

    @override
    def trouble(self) -> Says | None:
        if self.amounts() is not None:
            return super().trouble()
        return _amounts_said


class PayoutsField(LongTextField):
    """Hands over days with their amounts, a line each; None while a line cannot be read."""

    def __init__(self, voice: Voice, *, longest: int = 8_000) -> None:
        super().__init__(voice, longest=longest)
        self.hint(_payouts_said)

    def payouts(self) -> tuple[Payout, ...] | None:
        lines = [line.split() for line in self.edit.toPlainText().splitlines() if line.strip()]
        found = [_payout(parts) for parts in lines]
        return tuple(one for one in found if one is not None) if None not in found else None

    @override
    def trouble(self) -> Says | None:
        if self.payouts() is not None:
            return super().trouble()
        return _payouts_said


def _payout(parts: list[str]) -> Payout | None:
    if len(parts) != 2:
        return None
    day, amount = DayEntry(parts[0]).day, _amount(parts[1])
    return None if day is None or amount is None else Payout(day, amount)


def _amount(text: str) -> Money | None:
    read = parse_amount(text)
    return read if isinstance(read, Money) else None


def _days_said(voice: Voice) -> str:
    return voice.tr("Write days with commas between them, such as 31/1/2570, 30/6/2570.")


def _amounts_said(voice: Voice) -> str:
    return voice.tr("Write amounts with spaces between them, such as 5,000 5,000 2,500.50.")


def _payouts_said(voice: Voice) -> str:
    return voice.tr(
        "Write a line for each payout: its day, a space, its amount, such as 31/1/2570 50,000."
    )
