"""The rules of a type of loan, given or received, new or changed for contracts to come."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import Any, TypeVar

from typing_extensions import override

from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Says
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import account_chooser
from desktop.session.fund_fields import fund_options, fund_said
from desktop.session.loan_fields import WholeField
from desktop.session.rule_fields import RateField, card_account_chooser, choice_field
from desktop.session.session import Session
from ledger.domain.accounts import CardKind, Kind
from ledger.domain.lending import Direction, LoanType
from ledger.domain.loans.contract import USUAL_ORDER, Early, Part, PenaltyKind
from ledger.domain.money import ZERO
from ledger.usecases.lending import DefineLoanType
from reports.words.choices import PENALTIES
from reports.words.loan_words import METHODS
from reports.words.plan_words import EARLIES, INTERESTS, PARTS, SPLITS
from reports.words.rules import ALL_ROUNDINGS, YEARS
from reports.words.voice import N_, Voice

H = TypeVar("H", bound=Hashable)

_IN_PERCENT = {PenaltyKind.OVERDUE_PRINCIPAL, PenaltyKind.OVERDUE_INSTALMENT}
_TAKES = {False: N_("are taken"), True: N_("are not taken any more")}
_PLACES: tuple[Says, ...] = (
    lambda voice: voice.tr("Paid first"),
    lambda voice: voice.tr("Paid second"),
    lambda voice: voice.tr("Paid third"),
    lambda voice: voice.tr("Paid last"),
)
# The fields that are picked and bear the name of the rule they fill.
_PICKED = (
    "method",
    "interest",
    "day_count",
    "rounding",
    "instalment_rounding",
    "principal_rounding",
    "split",
    "early",
    "penalty_kind",
    "fund",
    "closed",
)
_KINDS = {
    Direction.OUT: (frozenset({CardKind.LOAN}), (Kind.INCOME,)),
    Direction.IN: (frozenset({CardKind.BORROWING}), (Kind.EXPENSE,)),
}


class LoanTypeDialog(CommandDialog):
    """Without ``kind`` a new type of the leg; with it new rules for contracts to come."""

    def __init__(
        self, session: Session, voice: Voice, leg: Direction, kind: LoanType | None = None
    ) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Type of loan"),
            verb=lambda voice: voice.tr("Save the type"),
        )
        self._leg, self._kind = leg, kind
        cards, incomes = _KINDS[leg]
        self.code = self.add("code", lambda voice: voice.tr("Code"), TextField(voice))
        self.name_th = self.add("name_th", lambda voice: voice.tr("Name in Thai"), TextField(voice))
        self.name_en = self.add(
            "name_en", lambda voice: voice.tr("Name in English"), TextField(voice), optional=True
        )
        self.account = self.add(
            "account",
            lambda voice: voice.tr("Account"),
            card_account_chooser(session, voice, cards),
        )
        self.interest_account = self.add(
            "interest_account",
            lambda voice: voice.tr("Interest account"),
            account_chooser(session, voice, kinds=incomes),
        )
        self.penalty_account = self.add(
            "penalty_account",
            lambda voice: voice.tr("Penalty account"),
            account_chooser(session, voice, kinds=incomes),
            optional=True,
        )
        self._add_plan()
        self._add_payments(voice)
        self._add_penalty(voice)
        self._add_rest()
        if kind is not None:
            self._fill(kind)

    @override
    def command(self) -> DefineLoanType | None:
        account, interest = self.account.chosen(), self.interest_account.chosen()
        code, name = self.code.words(), self.name_th.words()
        if not (code and name and isinstance(account, str) and isinstance(interest, str)):
            return None
        penalty_account = self.penalty_account.chosen()
        rules: dict[str, Any] = {name: getattr(self, name).picked() for name in _PICKED}
        return DefineLoanType(
            **rules,
            **self._penalty_rules(),
            code=code,
            name_th=name,
            name_en=self.name_en.words(),
            direction=self._leg,
            account=account,
            interest_account=interest,
            penalty_account=penalty_account if isinstance(penalty_account, str) else None,
            order=tuple(part for one in self.order if isinstance(part := one.picked(), Part)),
            change=self._kind is not None,
        )

    def _penalty_rules(self) -> dict[str, Any]:
        """What the penalty is made of; what its kind does not need is not asked for."""
        kind = self.penalty_kind.picked()
        if kind is PenaltyKind.NONE:
            return {}
        rate, amount = self.penalty_rate.rate() or Fraction(0), self.penalty_amount.amount()
        return {
            "penalty_amount": ZERO if amount is None else amount,
            "penalty_rate": rate if kind in _IN_PERCENT else Fraction(0),
            "penalty_grace": self.penalty_grace.whole() or 0,
            "penalty_cap": self.penalty_cap.amount(),
        }

    def _add_plan(self) -> None:
        self.method = self._pick("method", lambda voice: voice.tr("Method"), METHODS)
        self.interest = self._pick("interest", lambda voice: voice.tr("Interest"), INTERESTS)
        self.day_count = self._pick("day_count", lambda voice: voice.tr("Days are counted"), YEARS)
        self.rounding = self._pick(
            "rounding", lambda voice: voice.tr("Rounding of interest"), ALL_ROUNDINGS
        )
        self.instalment_rounding = self._pick(
            "instalment_rounding",
            lambda voice: voice.tr("Rounding of an equal instalment"),
            ALL_ROUNDINGS,
        )
        self.principal_rounding = self._pick(
            "principal_rounding",
            lambda voice: voice.tr("Rounding of an equal principal part"),
            ALL_ROUNDINGS,
        )

    def _add_payments(self, voice: Voice) -> None:
        self.split = self._pick(
            "split", lambda voice: voice.tr("A payment's interest is taken"), SPLITS
        )
        self.order = [
            self.add("order" if at == 0 else f"order {at}", says, choice_field(voice, PARTS))
            for at, says in enumerate(_PLACES)
        ]
        for field, part in zip(self.order, USUAL_ORDER, strict=True):
            field.pick(part)
        kept = self._leg is Direction.OUT
        ways = {way: text for way, text in EARLIES.items() if kept or way is not Early.ADVANCE}
        self.early = self._pick("early", lambda voice: voice.tr("Paid before it is due"), ways)

    def _add_penalty(self, voice: Voice) -> None:
        self.penalty_kind = self._pick("penalty_kind", lambda voice: voice.tr("Penalty"), PENALTIES)
        self.penalty_amount = self.add(
            "penalty_amount",
            lambda voice: voice.tr("Penalty for a missed instalment"),
            MoneyField(voice),
        )
        self.penalty_rate = self.add(
            "penalty_rate",
            lambda voice: voice.tr("Penalty, percent a year"),
            RateField(voice),
        )
        self.penalty_grace = self.add(
            "penalty_grace",
            lambda voice: voice.tr("Days of grace before a penalty"),
            WholeField(voice),
            optional=True,
        )
        self.penalty_cap = self.add(
            "penalty_cap",
            lambda voice: voice.tr("Highest penalty for an instalment"),
            MoneyField(voice),
            optional=True,
        )
        self.penalty_kind.changed.connect(self._show_penalty)
        self._show_penalty()

    def _add_rest(self) -> None:
        self.fund = self._pick("fund", fund_said, {})
        self.fund.set_options(
            fund_options(self.session, kept=None if self._kind is None else self._kind.fund)
        )
        self.closed = self._pick("closed", lambda voice: voice.tr("New contracts"), _TAKES)

    def _show_penalty(self) -> None:
        kind = self.penalty_kind.picked()
        for field, wanted in (
            (self.penalty_amount, kind is PenaltyKind.FIXED),
            (self.penalty_rate, kind in _IN_PERCENT),
            (self.penalty_grace, kind is not PenaltyKind.NONE),
            (self.penalty_cap, kind is not PenaltyKind.NONE),
        ):
            self.form.show_row(field, visible=wanted)

    def _pick(self, name: str, label: Says, words: Mapping[H, str]) -> PickField:
        return self.add(name, label, choice_field(self.voice, words))

    def _fill(self, kind: LoanType) -> None:
        self.code.set_words(kind.code)
        self.code.setEnabled(False)
        self.name_th.set_words(kind.name_th)
        self.name_en.set_words(kind.name_en)
        self.account.choose(kind.account)
        self.interest_account.choose(kind.interest_account)
        self.penalty_account.choose(kind.penalty_account)
        for name in _PICKED:
            getattr(self, name).pick(getattr(kind, name))
        for field, part in zip(self.order, kind.order.split(), strict=True):
            field.pick(Part(part))
        self.penalty_amount.set_amount(kind.penalty_amount)
        self.penalty_rate.set_rate(kind.penalty_rate)
        self.penalty_grace.set_words(str(kind.penalty_grace))
        self.penalty_cap.set_amount(kind.penalty_cap)
        self._show_penalty()
