"""Fields that know the open book: the business day, cash or a bank account, an account, a month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from desktop.parts.chooser import Chooser
from desktop.parts.choosing import Choice
from desktop.parts.day_field import DayField
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import PickField
from desktop.parts.words import Says
from desktop.session.session import Session
from ledger.domain.accounts import Kind
from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money
from ledger.queries.accounts import ChartRow, chart
from ledger.queries.banks import BankRow, banks
from reports.words.voice import Voice

CASH = ""  # what the field holds for cash in hand, which has no code of its own


def business_day(session: Session, voice: Voice) -> DayField:
    """A day that starts as today; ``+1`` and ``-1`` count from there."""
    field = DayField(voice, session.today)
    field.set_day(session.today)
    return field


def cash_or_bank(session: Session, voice: Voice, *, cash: bool = True) -> PickField:
    """Where the money comes in or goes out: cash in hand, or one of the bank accounts."""
    return PickField(voice, cash_and_banks(session) if cash else bank_options(session))


def cash_and_banks(session: Session) -> list[tuple[str, Says]]:
    return [(CASH, _cash), *bank_options(session)]


def bank_options(session: Session) -> list[tuple[str, Says]]:
    rows = session.ask(banks, until=session.today).rows
    return [(row.code, _bank(row)) for row in rows if not row.closed]


def picked_bank(field: PickField) -> str | None:
    """The code of the bank that is picked; None for cash."""
    picked = field.picked()
    return picked if isinstance(picked, str) and picked != CASH else None


def account_chooser(
    session: Session,
    voice: Voice,
    *,
    kinds: Sequence[Kind],
    cards: bool = False,
    without: str = "",
) -> Chooser:
    """An account of these kinds that can be posted to, found by its name or its code.

    The kinds named first stand first. Control accounts are among them only with ``cards``: each of
    their lines needs a card. The account that plays the role ``without`` is left out.
    """
    rows = session.ask(chart, at=session.today).rows
    offered = [
        row
        for row in rows
        if row.kind in kinds and not (row.head or row.closed) and (cards or row.card is None)
        if without not in row.roles
    ]
    offered.sort(key=lambda row: kinds.index(row.kind))
    return Chooser(voice, [account_choice(row, voice) for row in offered])


def month_field(voice: Voice, months: Iterable[Month]) -> PickField:
    """One of a few months; the first one stands there at the beginning."""
    return PickField(voice, [(month, _month(month)) for month in months])


def months_back(today: date, *, count: int = 24, ahead: int = 0) -> tuple[Month, ...]:
    """The newest months first, beginning so many months ahead of today's."""
    this = Month.of(today).plus(ahead)
    return tuple(this.plus(-number) for number in range(count))


def _cash(voice: Voice) -> str:
    return voice.tr("Cash in hand")


def _bank(row: BankRow) -> Says:
    text = " ".join(part for part in (row.bank, row.account_number) if part)
    return lambda voice: voice.digits(text)


def amount_or_zero(field: MoneyField) -> Money:
    """What stands in an optional field; nothing typed is zero."""
    amount = field.amount()
    return ZERO if amount is None else amount


def account_choice(row: ChartRow, voice: Voice) -> Choice:
    """An account by its name in the reader's language; the other name stands beside it."""
    name = voice.name(row.name_th, row.name_en)
    other = row.name_en if name == row.name_th else row.name_th
    return Choice(row.account, name, row.account, other if other != name else "")


def _month(month: Month) -> Says:
    return lambda voice: voice.month(month)
