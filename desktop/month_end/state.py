"""The checklist before a month closes, decided without Qt: what is right, what is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from desktop.month_end.asking import MonthFacts
from ledger.domain.days import Month
from ledger.domain.money import Money
from reports.words.voice import Voice


class Item(Enum):
    """What is looked at, in the order of the list."""

    COUNT = "count"
    BANK = "bank"
    RECEIPTS = "receipts"
    INTEREST = "interest"
    PROOF = "proof"
    AUDIT = "audit"


class Mark(Enum):
    """How an item stands."""

    RIGHT = "right"
    OPEN = "open"
    WRONG = "wrong"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the checklist with the facts its words need."""

    item: Item
    mark: Mark
    name_th: str = ""
    name_en: str = ""
    count: int = 0
    amount: Money | None = None

    def says(self, voice: Voice) -> str:
        return {
            Item.COUNT: voice.tr("Cash counted at the end of the month"),
            Item.BANK: voice.tr("Agreed with the bank: {name}").format(
                name=voice.name(self.name_th, self.name_en)
            ),
            Item.RECEIPTS: voice.tr("All receipts printed"),
            Item.INTEREST: voice.tr("Interest posted: {name}").format(
                name=voice.name(self.name_th, self.name_en)
            ),
            Item.PROOF: voice.tr("Cards = control accounts"),
            Item.AUDIT: voice.tr("The book audits itself without a finding"),
        }[self.item]

    def state(self, voice: Voice) -> str:
        """How it stands, with the figure that says so."""
        word = {
            Mark.RIGHT: voice.tr("Right"),
            Mark.OPEN: voice.tr("Still open"),
            Mark.WRONG: voice.tr("Wrong"),
            Mark.UNKNOWN: voice.tr("Not looked at yet"),
        }[self.mark]
        if self.amount is not None:
            return voice.tr("{state}: difference {amount}").format(
                state=word, amount=voice.signed(self.amount)
            )
        return f"{word} ({voice.number(self.count)})" if self.count else word


def checklist(facts: MonthFacts, findings: int | None) -> tuple[Check, ...]:
    """The list for a month; ``findings`` is how many the audit had, None before it ran."""
    return (
        *_cash(facts),
        *_banks(facts),
        Check(
            Item.RECEIPTS,
            Mark.OPEN if facts.unprinted else Mark.RIGHT,
            count=facts.unprinted,
        ),
        *(
            Check(Item.INTEREST, Mark.OPEN, product.name_th, product.name_en)
            for product in facts.interest_due
        ),
        Check(Item.PROOF, Mark.RIGHT if facts.agrees else Mark.WRONG),
        _audit(findings),
    )


def _cash(facts: MonthFacts) -> Iterator[Check]:
    if facts.cash is None:
        return
    counted = facts.last_count
    if counted is None:
        yield Check(Item.COUNT, Mark.OPEN)
    elif counted.counted == facts.cash:
        yield Check(Item.COUNT, Mark.RIGHT)
    else:
        # The count was right on its day; what moved since then is named.
        yield Check(Item.COUNT, Mark.OPEN, amount=counted.counted - facts.cash)


def _banks(facts: MonthFacts) -> Iterator[Check]:
    for bank in facts.banks:
        name = f"{bank.bank} {bank.account_number}".strip()
        agreed = bank.agreement is not None and bank.agreement.at >= facts.month.last
        yield Check(Item.BANK, Mark.RIGHT if agreed else Mark.OPEN, name, name)


def _audit(findings: int | None) -> Check:
    if findings is None:
        return Check(Item.AUDIT, Mark.UNKNOWN)
    return Check(Item.AUDIT, Mark.WRONG if findings else Mark.RIGHT, count=findings)


def is_ready(checks: tuple[Check, ...]) -> bool:
    """Whether nothing stands against closing."""
    return all(check.mark is Mark.RIGHT for check in checks)


def reopenable(closed_through: Month | None, locked_through: Month | None) -> Month | None:
    """The month that can be opened again: the last closed one that is not locked."""
    if closed_through is None:
        return None
    locked = locked_through is not None and closed_through <= locked_through
    return None if locked else closed_through
