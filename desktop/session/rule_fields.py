"""Fields of rules: a rate in percent a year, a choice with translated words, an account."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import TypeVar

from typing_extensions import override

from desktop.parts.chooser import Chooser
from desktop.parts.field import SILENT, Remark
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Says
from desktop.session.fields import account_choice
from desktop.session.session import Session
from ledger.domain.accounts import CardKind
from ledger.domain.refusals import NotARate
from ledger.queries.accounts import chart
from reports.words.figures import percent, read_rate
from reports.words.refused import sentence
from reports.words.voice import Voice

H = TypeVar("H", bound=Hashable)


class RateField(TextField):
    """Hands over a part of one; 6.25 is six and a quarter percent a year."""

    def rate(self) -> Fraction | None:
        return read_rate(self.typed())

    def set_rate(self, rate: Fraction) -> None:
        """Show a rate as it is typed."""
        self.set_words(percent(rate, 6).removesuffix("%"))

    @override
    def trouble(self) -> Says | None:
        if self.is_empty() or self.rate() is not None:
            return super().trouble()
        wrong = NotARate("rate", self.typed())
        return lambda voice: sentence(wrong, voice)

    @override
    def remark(self) -> Remark:
        rate = self.rate()
        if rate is None:
            return SILENT
        return Remark(
            "hint",
            lambda voice: voice.tr("{percent} a year").format(percent=voice.percent(rate, 4)),
        )


class PartField(RateField):
    """A part of a sum, in percent: it is of no year."""

    @override
    def remark(self) -> Remark:
        return SILENT


def choice_field(voice: Voice, words: Mapping[H, str]) -> PickField:
    """One of a few values, each with its translated words."""
    return PickField(voice, [(value, _said(text)) for value, text in words.items()])


def card_account_chooser(session: Session, voice: Voice, kinds: frozenset[CardKind]) -> Chooser:
    """A control account whose cards are of these kinds."""
    rows = session.ask(chart, at=session.today).rows
    return Chooser(
        voice,
        [
            account_choice(row, voice)
            for row in rows
            if row.card in kinds and not (row.head or row.closed)
        ],
    )


def _said(text: str) -> Says:
    return lambda voice: voice.tr(text)
