"""Interest: setting a rate, trying it out, and crediting it to every account of a product."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Says
from desktop.savings.state import bears_interest, booking_offered, through_offered
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import amount_or_zero, business_day
from desktop.session.long_dialog import LongDialog
from desktop.session.records import savings_products
from desktop.session.rule_fields import RateField
from desktop.session.session import Session
from ledger.domain.commands import Outcome
from ledger.domain.money import total
from ledger.domain.products import SavingsProduct
from ledger.queries.closings import closings
from ledger.usecases.interest import PostSavingsInterest
from ledger.usecases.saving import SetSavingsRate
from reports.words.voice import Voice


class RateDialog(CommandDialog):
    """The yearly rate of a product from a day on, with the resolution that decided it."""

    def __init__(self, session: Session, voice: Voice, product: str | None = None) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Set an interest rate"),
            verb=lambda voice: voice.tr("Set the rate"),
        )
        self.product = self.add(
            "product",
            lambda voice: voice.tr("Product"),
            product_field(voice, session.ask(savings_products)),
        )
        self.product.pick(product)
        self.rate = self.add("rate", lambda voice: voice.tr("Percent a year"), RateField(voice))
        self.day = self.add(
            "from_day", lambda voice: voice.tr("From day"), business_day(session, voice)
        )
        self.from_amount = self.add(
            "from_amount",
            lambda voice: voice.tr("For balances from"),
            MoneyField(voice),
            optional=True,
        )
        self.resolution = self.add(
            "resolution", lambda voice: voice.tr("Resolution"), TextField(voice), optional=True
        )

    @override
    def command(self) -> SetSavingsRate | None:
        product, rate, day = self.product.picked(), self.rate.rate(), self.day.day()
        if not isinstance(product, str) or rate is None or day is None:
            return None
        return SetSavingsRate(
            product=product,
            from_day=day,
            rate=rate,
            from_amount=amount_or_zero(self.from_amount),
            resolution=self.resolution.words(),
        )


class InterestDialog(LongDialog):
    """The preview is the trial run: every account with its interest stands behind it."""

    def __init__(self, session: Session, voice: Voice, product: str | None = None) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Savings interest"),
            verb=lambda voice: voice.tr("Credit the interest"),
            tells=_trial,
        )
        self._products = [one for one in session.ask(savings_products) if bears_interest(one)]
        self.product = self.add(
            "product", lambda voice: voice.tr("Product"), product_field(voice, self._products)
        )
        self.product.pick(product)
        self.through = self.add(
            "through",
            lambda voice: voice.tr("Up to and including"),
            business_day(session, voice),
        )
        self.booked_on = self.add(
            "on", lambda voice: voice.tr("Booked on"), business_day(session, voice)
        )
        self._closed_through = session.ask(closings).closed_through
        self.product.changed.connect(self._picked)
        self._picked()
        self.rehearse()

    @override
    def command(self) -> PostSavingsInterest | None:
        product, day, on = self.product.picked(), self.through.day(), self.booked_on.day()
        if not isinstance(product, str) or day is None or on is None:
            return None
        return PostSavingsInterest(product=product, through=day, on=on)

    def _picked(self) -> None:
        chosen = next((one for one in self._products if one.code == self.product.picked()), None)
        if chosen is not None:
            today = self.session.today
            through = through_offered(today, chosen)
            self.through.set_day(through)
            self.booked_on.set_day(booking_offered(through, self._closed_through, today))


def product_field(voice: Voice, products: Sequence[SavingsProduct]) -> PickField:
    return PickField(voice, [(one.code, _named(one)) for one in products if not one.closed])


def _named(one: SavingsProduct) -> Says:
    return lambda voice: voice.name(one.name_th, one.name_en)


def _trial(outcome: Outcome) -> Says:
    cards = sum(line.card is not None for posted in outcome.entries for line in posted.entry.lines)
    amount = total(posted.entry.total for posted in outcome.entries)
    return lambda voice: voice.tr_n(
        "Trial run: {amount} baht of interest on {count} account.",
        "Trial run: {amount} baht of interest on {count} accounts.",
        cards,
    ).format(amount=voice.money(amount), count=voice.number(cards))
