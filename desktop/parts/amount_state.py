"""What an amount field knows and decides, without Qt: the text, its meaning, its grouping."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ledger.domain.money import Money
from reports.words.amounts import UNUSUAL_TIMES, WrongAmount, parse_amount
from reports.words.voice import Voice

_NUMBER = re.compile(r",*([0-9๐-๙][0-9๐-๙,]*)(\.[0-9๐-๙]*)?")
_WRITTEN_OUT = re.compile(r"[0-9๐-๙,.+\-*\s]*")


@dataclass(frozen=True, slots=True)
class AmountEntry:
    """One state of an amount being typed; typing makes a new one.

    ``expected`` is what ``+50`` and ``-20`` refer to, ``usual`` what this person mostly pays.
    ``agreed`` is the unusual amount that was looked at a second time.
    """

    typed: str = ""
    expected: Money | None = None
    usual: Money | None = None
    may_be_negative: bool = False
    agreed: Money | None = None
    settled: Money | None = None

    def with_typed(self, typed: str) -> AmountEntry:
        return replace(self, typed=typed, settled=None)

    def at(self, amount: Money | None) -> AmountEntry:
        """The field holds this amount, however it came there; it is not read again.

        A settled -20.00 read again would be taken from the expected amount.
        """
        return replace(self, typed="", settled=amount)

    @property
    def is_empty(self) -> bool:
        return self.settled is None and not self.typed.strip()

    @property
    def amount(self) -> Money | None:
        """The amount that was typed; None while it is none."""
        read = self._read()
        return read if isinstance(read, Money) else None

    @property
    def problem(self) -> WrongAmount | None:
        """Why there is no amount; nothing typed is a problem too, but not one to show by itself."""
        read = self._read()
        return read if isinstance(read, WrongAmount) else None

    @property
    def asks(self) -> bool:
        """True while the amount is far above the usual one and nobody has agreed to it."""
        amount = self.amount
        if amount is None or self.usual is None or amount == self.agreed:
            return False
        return self.usual.satang > 0 and amount >= self.usual * UNUSUAL_TIMES

    def agree(self) -> AmountEntry:
        """The unusual amount is meant; another one asks again."""
        return replace(self, agreed=self.amount)

    def _read(self) -> Money | WrongAmount:
        if self.settled is not None:
            return self.settled
        return parse_amount(
            self.typed, expected=self.expected, may_be_negative=self.may_be_negative
        )


@dataclass(frozen=True, slots=True)
class Written:
    """A text and the place of the cursor in it."""

    text: str
    cursor: int


def regrouped(before: str, now: Written) -> Written:
    """Group the figures again after a key; commas that somebody typed are left to the reader.

    A pasted ``1,25`` may mean two amounts: it stays, and is refused when the field is left.
    """
    own_commas = now.text.count(",") > before.count(",") or not is_grouped(before)
    return now if own_commas and "," in now.text else grouped(now)


def is_grouped(text: str) -> bool:
    return grouped(Written(text, 0)).text == text


def grouped(written: Written) -> Written:
    """Group the figures by thousands; the cursor stays beside its figure.

    Anything that is not figures and signs stays as it was typed.
    """
    if not _WRITTEN_OUT.fullmatch(written.text):
        return written
    text = _NUMBER.sub(_grouped_number, written.text)
    passed = sum(sign != "," for sign in written.text[: written.cursor])
    return Written(text, _place_after(text, passed))


def amount_text(amount: Money | None, voice: Voice) -> str:
    """An amount as it stands in the field once it is settled."""
    return "" if amount is None else voice.money(amount)


def _grouped_number(found: re.Match[str]) -> str:
    whole = found[1].replace(",", "")
    first = len(whole) % 3
    parts = [whole[:first]] if first else []
    parts += [whole[at : at + 3] for at in range(first, len(whole), 3)]
    return ",".join(parts) + (found[2] or "")


def _place_after(text: str, count: int) -> int:
    """The place behind so many signs that are no commas."""
    for place, sign in enumerate(text):
        if count == 0:
            return place
        count -= sign != ","
    return len(text)
