"""The rules of a savings product and of a type of shares, new or changed."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox
from typing_extensions import override

from desktop.parts.chooser import Chooser
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import TextField
from desktop.parts.words import Says, Tick
from desktop.savings.state import (
    ProductForm,
    ShareForm,
)
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import account_chooser, amount_or_zero
from desktop.session.rule_fields import RateField, card_account_chooser, choice_field
from desktop.session.session import Session
from ledger.domain.accounts import CardKind, Kind
from ledger.domain.accrual import YearPart
from ledger.domain.interest import Tiers
from ledger.domain.money import Rounding
from ledger.domain.products import InterestMethod, Nature, SavingsProduct, ShareType
from ledger.usecases.saving import DefineSavingsProduct
from ledger.usecases.sharing import DefineShareType
from reports.words.choices import INTEREST_METHODS, NATURES, TIERS
from reports.words.rules import ALL_ROUNDINGS, ROUNDINGS, YEARS
from reports.words.voice import Voice

_CARDS = frozenset({CardKind.SAVINGS, CardKind.CONTRIBUTION})


class _NamedDialog(CommandDialog):
    """Code and names, which both kinds of product begin with."""

    def __init__(self, session: Session, voice: Voice, *, title: Says, changed: bool) -> None:
        super().__init__(session, voice, title=title, verb=lambda voice: voice.tr("Save the rules"))
        self.code = self.add("code", lambda voice: voice.tr("Code"), TextField(voice))
        self.code.setEnabled(not changed)
        self.name_th = self.add("name_th", lambda voice: voice.tr("Name in Thai"), TextField(voice))
        self.name_en = self.add(
            "name_en", lambda voice: voice.tr("Name in English"), TextField(voice), optional=True
        )

    def fill_names(self, code: str, name_th: str, name_en: str) -> None:
        self.code.set_words(code)
        self.name_th.set_words(name_th)
        self.name_en.set_words(name_en)

    def tick(self, says: Says, *, on: bool = False) -> Tick:
        made = self.form.add_wide(Tick(says, self.voice))
        made.setChecked(on)
        return made

    def months(self, says: Says, value: int) -> QSpinBox:
        box = QSpinBox()
        box.setRange(0, 240)
        box.setValue(value)
        return self.form.add(says, box)


class ProductDialog(_NamedDialog):
    """A savings product: nature, accounts, how interest is computed."""

    def __init__(
        self, session: Session, voice: Voice, product: SavingsProduct | None = None
    ) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Rules of a savings product"),
            changed=product is not None,
        )
        self._changed = product is not None
        self._before = product
        self._add_nature()
        self._add_interest()
        if product is not None:
            self._fill(product)

    @override
    def command(self) -> DefineSavingsProduct | None:
        code, name, account = self.code.words(), self.name_th.words(), self.account.chosen()
        nature, method = self.nature.picked(), self.method.picked()
        if not (code and name and isinstance(account, str)):
            return None
        if not (isinstance(nature, Nature) and isinstance(method, InterestMethod)):
            return None
        years, rounding = self.day_count.picked(), self.rounding.picked()
        tiers = self.tiers.picked()
        form = ProductForm(
            code=code,
            name_th=name,
            name_en=self.name_en.words(),
            nature=nature,
            account=account,
            interest_account=_code(self.interest_account),
            promise=self.promise.isChecked(),
            opened_for_all=self.opened_for_all.isChecked(),
            closed=self.closed.isChecked(),
            minimum_balance=amount_or_zero(self.minimum),
            term_months=self.term.value(),
            early_rate=self.early_rate.rate(),
            method=method,
            day_count=years if isinstance(years, YearPart) else YearPart.ACTUAL_365,
            rounding=rounding if isinstance(rounding, Rounding) else Rounding.SATANG_HALF_UP,
            interest_months=max(self.interest_months.value(), 1),
            minimum_for_interest=amount_or_zero(self.minimum_for_interest),
            tiers=tiers if isinstance(tiers, Tiers) else Tiers.WHOLE,
            change=self._changed,
        )
        return form.command(self._before)

    def _add_nature(self) -> None:
        voice = self.voice
        self.nature = self.add(
            "nature", lambda voice: voice.tr("What the money is"), choice_field(voice, NATURES)
        )
        self.account = self.add(
            "account",
            lambda voice: voice.tr("Control account"),
            card_account_chooser(self.session, voice, _CARDS),
        )
        self.promise = self.tick(lambda voice: voice.tr("The same amount is promised every month"))
        self.opened_for_all = self.tick(lambda voice: voice.tr("Every new member gets a card"))
        self.closed = self.tick(lambda voice: voice.tr("No new cards"))
        self.minimum = self.add(
            "minimum_balance",
            lambda voice: voice.tr("Least balance"),
            MoneyField(voice),
            optional=True,
        )
        self.term = self.months(lambda voice: voice.tr("Months fixed, 0 for none"), 0)
        self.early_rate = self.add(
            "early_rate",
            lambda voice: voice.tr("Rate a year when left before the term"),
            RateField(voice),
            optional=True,
        )

    def _add_interest(self) -> None:
        voice = self.voice
        self.method = self.add(
            "method", lambda voice: voice.tr("Interest"), choice_field(voice, INTEREST_METHODS)
        )
        self.interest_account = self.add(
            "interest_account",
            lambda voice: voice.tr("Expense account of the interest"),
            account_chooser(self.session, voice, kinds=(Kind.EXPENSE,)),
            optional=True,
        )
        self.day_count = self.add(
            "day_count", lambda voice: voice.tr("Days are counted"), choice_field(voice, YEARS)
        )
        self.rounding = self.add(
            "rounding", lambda voice: voice.tr("Rounding"), choice_field(voice, ROUNDINGS)
        )
        self.tiers = self.add(
            "tiers", lambda voice: voice.tr("Steps by amount"), choice_field(voice, TIERS)
        )
        self.interest_months = self.months(lambda voice: voice.tr("Months between two postings"), 6)
        self.minimum_for_interest = self.add(
            "minimum_for_interest",
            lambda voice: voice.tr("No interest on less than"),
            MoneyField(voice),
            optional=True,
        )

    def _fill(self, product: SavingsProduct) -> None:
        self.fill_names(product.code, product.name_th, product.name_en)
        self.nature.pick(product.nature)
        self.account.choose(product.account)
        self.interest_account.choose(product.interest_account)
        self.promise.setChecked(product.promise)
        self.opened_for_all.setChecked(product.opened_for_all)
        self.closed.setChecked(product.closed)
        self.minimum.set_amount(product.minimum_balance)
        self.term.setValue(product.term_months or 0)
        if product.early_rate is not None:
            self.early_rate.set_rate(product.early_rate)
        self.method.pick(product.method)
        self.day_count.pick(product.day_count)
        if product.rounding not in ROUNDINGS:
            rest = {product.rounding: ALL_ROUNDINGS[product.rounding]}
            self.rounding.set_options(
                [(one, _said(text)) for one, text in {**ROUNDINGS, **rest}.items()]
            )
        self.rounding.pick(product.rounding)
        self.tiers.pick(product.tiers)
        self.interest_months.setValue(product.interest_months)
        self.minimum_for_interest.set_amount(product.minimum_for_interest)


class SharesDialog(_NamedDialog):
    """A type of shares: par value, account, and what the law allows."""

    def __init__(self, session: Session, voice: Voice, shares: ShareType | None = None) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Rules of a type of shares"),
            changed=shares is not None,
        )
        self._changed = shares is not None
        self._before = shares
        self.par = self.add("par", lambda voice: voice.tr("Value of one share"), MoneyField(voice))
        self.account = self.add(
            "account",
            lambda voice: voice.tr("Control account"),
            card_account_chooser(session, voice, frozenset({CardKind.SHARE})),
        )
        self.one_fifth = self.tick(
            lambda voice: voice.tr("Nobody holds more than a fifth of all shares"), on=True
        )
        self.returnable = self.tick(lambda voice: voice.tr("Given back while she is a member"))
        self.opened_for_all = self.tick(
            lambda voice: voice.tr("Every new member gets a card"), on=True
        )
        self.closed = self.tick(lambda voice: voice.tr("No new cards"))
        if shares is not None:
            self._fill(shares)

    @override
    def command(self) -> DefineShareType | None:
        code, name, account = self.code.words(), self.name_th.words(), self.account.chosen()
        par = self.par.amount()
        if not (code and name and isinstance(account, str)) or par is None:
            return None
        return ShareForm(
            code=code,
            name_th=name,
            name_en=self.name_en.words(),
            par=par,
            account=account,
            one_fifth=self.one_fifth.isChecked(),
            returnable=self.returnable.isChecked(),
            opened_for_all=self.opened_for_all.isChecked(),
            closed=self.closed.isChecked(),
            change=self._changed,
        ).command(self._before)

    def _fill(self, shares: ShareType) -> None:
        self.fill_names(shares.code, shares.name_th, shares.name_en)
        self.par.set_amount(shares.par)
        self.account.choose(shares.account)
        self.one_fifth.setChecked(shares.one_fifth)
        self.returnable.setChecked(shares.returnable)
        self.opened_for_all.setChecked(shares.opened_for_all)
        self.closed.setChecked(shares.closed)


def _code(chooser: Chooser) -> str | None:
    chosen = chooser.chosen()
    return chosen if isinstance(chosen, str) else None


def _said(text: str) -> Says:
    return lambda voice: voice.tr(text)
