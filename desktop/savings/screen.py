"""Savings and shares: what every product holds, its rules and rates, interest tried and posted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QDialog
from typing_extensions import override

from desktop.parts.ask import Asks
from desktop.parts.columns import ColumnSpec, day_column, money_column, text_column
from desktop.parts.flow import ButtonRow
from desktop.parts.table import Table
from desktop.parts.words import Button
from desktop.savings.dialogs import InterestDialog, RateDialog
from desktop.savings.product_dialogs import ProductDialog, SharesDialog
from desktop.savings.state import rate_now
from desktop.session import Session
from desktop.session.lists import Lists
from desktop.session.records import savings_products, savings_rates, share_types
from desktop.session.screen import Opens, Screen, marked, show_dialog
from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money
from ledger.domain.products import SavingsProduct, SavingsRate, ShareType
from ledger.queries.products import ProductRow, savings_and_shares
from reports.words.choices import INTEREST_METHODS, NATURES
from reports.words.voice import Voice


@dataclass(frozen=True, slots=True)
class ProductLine:
    """One product in the list: its rules, its rates today, and what members hold of it."""

    product: SavingsProduct | ShareType
    rates: tuple[SavingsRate, ...]
    held: Money

    def rule(self, voice: Voice) -> str:
        """What the product is, in a few words."""
        if isinstance(self.product, ShareType):
            return voice.tr("Shares of {par} baht").format(par=voice.money(self.product.par))
        return voice.tr(NATURES[self.product.nature])

    def interest(self, voice: Voice) -> str:
        """How interest is computed, with the rates of today."""
        if isinstance(self.product, ShareType):
            return ""
        rates = ", ".join(voice.percent(rate.rate, 4) for rate in self.rates)
        return " ".join(
            part for part in (voice.tr(INTEREST_METHODS[self.product.method]), rates) if part
        )


def product_columns(voice: Voice) -> Sequence[ColumnSpec[ProductLine]]:
    return (
        text_column(voice.tr("Code"), lambda line: line.product.code),
        text_column(
            voice.tr("Product"),
            lambda line: voice.name(line.product.name_th, line.product.name_en),
            stretch=True,
        ),
        text_column(voice.tr("What the money is"), lambda line: line.rule(voice)),
        text_column(voice.tr("Interest"), lambda line: line.interest(voice)),
        money_column(voice.tr("Members hold"), lambda line: line.held, voice),
    )


def rate_columns(voice: Voice) -> Sequence[ColumnSpec[SavingsRate]]:
    rate: ColumnSpec[SavingsRate] = ColumnSpec(
        voice.tr("Percent a year"),
        lambda row: voice.percent(row.rate, 4),
        lambda row: row.rate,
        numeric=True,
    )
    return (
        text_column(voice.tr("Product"), lambda row: row.product),
        day_column(
            voice.tr("From day"), lambda row: row.from_day if row.from_day > _EVER else None, voice
        ),
        money_column(voice.tr("For balances from"), lambda row: row.from_amount, voice, adds=False),
        rate,
        text_column(voice.tr("Resolution"), lambda row: row.resolution, stretch=True),
    )


def month_columns(voice: Voice) -> Sequence[ColumnSpec[ProductRow]]:
    return (
        text_column(
            voice.tr("This month"), lambda row: voice.name(row.name_th, row.name_en), stretch=True
        ),
        money_column(voice.tr("Brought forward"), lambda row: row.brought_forward, voice),
        money_column(voice.tr("Paid in"), lambda row: row.paid_in, voice),
        money_column(voice.tr("Of that interest"), lambda row: row.interest, voice),
        money_column(voice.tr("Paid out"), lambda row: row.paid_out, voice),
        money_column(voice.tr("Balance"), lambda row: row.balance, voice),
    )


_EVER = date(1900, 1, 1)  # standard rates begin with the calendar


class SavingsScreen(Screen):
    """Enter on a product changes its rules."""

    SHOWS = frozenset(
        {"entries", "savings_products", "savings_rates", "share_types", "interest_postings"}
    )

    def __init__(
        self, session: Session, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self.interest = Button(lambda voice: voice.tr("Savings interest"), voice, main=True)
        self.rate = Button(lambda voice: voice.tr("Set an interest rate"), voice)
        self.change = Button(lambda voice: voice.tr("Change the rules"), voice)
        self.new_product = Button(lambda voice: voice.tr("New savings product"), voice)
        self.new_shares = Button(lambda voice: voice.tr("New type of shares"), voice)
        self.report = Button(lambda voice: voice.tr("Report"), voice)
        self.products = Table(
            product_columns,
            voice,
            name=lambda voice: voice.tr("Products"),
            identity=lambda line: line.product.code,
        ).without_find()
        self.rates = Table(rate_columns, voice, name=lambda voice: voice.tr("Rates")).without_find()
        self.month = Table(
            month_columns,
            voice,
            name=lambda voice: voice.tr("This month"),
            identity=lambda row: (row.kind, row.product),
        ).without_find()
        self._lay_out(voice)
        self._wire()

    @override
    def ask_again(self) -> None:
        today = self.session.today
        rates = self.session.ask(savings_rates)
        moved = self.session.ask(savings_and_shares, since=Month.of(today).first, until=today)
        held = {row.product: row.balance for row in moved.rows}
        products: list[SavingsProduct | ShareType] = [
            *self.session.ask(savings_products),
            *self.session.ask(share_types),
        ]
        self.products.set_rows(
            [
                ProductLine(one, rate_now(rates, one.code, today), held.get(one.code, ZERO))
                for one in products
            ]
        )
        self.rates.set_rows(rates)
        self.month.set_rows(moved.rows)

    def _lay_out(self, voice: Voice) -> None:
        buttons = (self.interest, self.rate, self.change, self.new_product, self.new_shares)
        lists = Lists(
            lambda voice: voice.tr("Savings and shares"),
            voice,
            above=(ButtonRow((*buttons, self.report)),),
            pages=(
                (lambda voice: voice.tr("Products"), self.products),
                (lambda voice: voice.tr("This month"), self.month),
                (lambda voice: voice.tr("Rates"), self.rates),
            ),
        )
        self.body.addWidget(lists, 1)
        self.setFocusProxy(self.products)

    def _wire(self) -> None:
        self.products.activated.connect(self._change_rules)
        self.month.activated.connect(self._open_month)
        self.change.clicked.connect(self._change_rules)
        self.interest.clicked.connect(self._interest)
        self.rate.clicked.connect(self._rate)
        self.opens_form(self.new_product, ProductDialog)
        self.opens_form(self.new_shares, SharesDialog)
        self.opens_paper(self.report, "savings-and-shares")

    def _chosen(self) -> str | None:
        line = self.products.current()
        return None if line is None else str(line.product.code)

    def _change_rules(self) -> None:
        line = marked(self.products, self.asks)
        if line is None:
            return
        dialog: QDialog
        if isinstance(line.product, ShareType):
            dialog = SharesDialog(self.session, self.voice, line.product)
        else:
            dialog = ProductDialog(self.session, self.voice, line.product)
        self.show_form(dialog)

    def _open_month(self, row: ProductRow) -> None:
        """The lines of this month that the figures of a product are made of."""
        today = self.session.today
        self.show_account(row.account, since=Month.of(today).first, until=today)

    def _interest(self) -> None:
        self.show_form(InterestDialog(self.session, self.voice, self._chosen()))

    def _rate(self) -> None:
        self.show_form(RateDialog(self.session, self.voice, self._chosen()))
