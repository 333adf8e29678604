"""The rules of a type of loan, given or received, new or changed for contracts to come."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from typing_extensions import override

from desktop.parts.text_fields import TextField
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import account_chooser
from desktop.session.rule_fields import RateField, card_account_chooser, choice_field
from desktop.session.session import Session
from ledger.domain.accounts import CardKind, Kind
from ledger.domain.accrual import YearPart
from ledger.domain.lending import Direction, LoanType
from ledger.domain.loans.contract import PenaltyKind
from ledger.domain.loans.terms import Method
from ledger.domain.money import Rounding
from ledger.usecases.lending import DefineLoanType
from reports.words.loan_words import METHODS
from reports.words.rules import ROUNDINGS, YEARS
from reports.words.voice import N_, Voice

PENALTIES: Mapping[PenaltyKind, str] = {
    PenaltyKind.NONE: N_("No penalty"),
    PenaltyKind.OVERDUE_PRINCIPAL: N_("Percent a year of late principal"),
    PenaltyKind.OVERDUE_INSTALMENT: N_("Percent a year of late instalments"),
}
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
        self._add_rules(voice)
        if kind is not None:
            self._fill(kind)

    @override
    def command(self) -> DefineLoanType | None:
        account, interest = self.account.chosen(), self.interest_account.chosen()
        code, name = self.code.words(), self.name_th.words()
        if not (code and name and isinstance(account, str) and isinstance(interest, str)):
            return None
        penalty_account = self.penalty_account.chosen()
        method, year = self.method.picked(), self.day_count.picked()
        rounding, penalty = self.rounding.picked(), self.penalty.picked()
        rate = self.penalty_rate.rate()
        return DefineLoanType(
            code=code,
            name_th=name,
            name_en=self.name_en.words(),
            direction=self._leg,
            account=account,
            interest_account=interest,
            penalty_account=penalty_account if isinstance(penalty_account, str) else None,
            method=method if isinstance(method, Method) else Method.EQUAL_INSTALMENT,
            day_count=year if isinstance(year, YearPart) else YearPart.ACTUAL_365,
            rounding=rounding if isinstance(rounding, Rounding) else Rounding.SATANG_HALF_UP,
            penalty_kind=penalty if isinstance(penalty, PenaltyKind) else PenaltyKind.NONE,
            penalty_rate=Fraction(0) if rate is None else rate,
            change=self._kind is not None,
        )

    def _add_rules(self, voice: Voice) -> None:
        self.method = self.add(
            "method", lambda voice: voice.tr("Method"), choice_field(voice, METHODS)
        )
        self.day_count = self.add(
            "day_count", lambda voice: voice.tr("Days are counted"), choice_field(voice, YEARS)
        )
        self.rounding = self.add(
            "rounding", lambda voice: voice.tr("Rounding"), choice_field(voice, ROUNDINGS)
        )
        self.penalty = self.add(
            "penalty_kind", lambda voice: voice.tr("Penalty"), choice_field(voice, PENALTIES)
        )
        self.penalty_rate = self.add(
            "penalty_rate",
            lambda voice: voice.tr("Penalty, percent a year"),
            RateField(voice),
            optional=True,
        )

    def _fill(self, kind: LoanType) -> None:
        self.code.set_words(kind.code)
        self.code.setEnabled(False)
        self.name_th.set_words(kind.name_th)
        self.name_en.set_words(kind.name_en)
        self.account.choose(kind.account)
        self.interest_account.choose(kind.interest_account)
        self.penalty_account.choose(kind.penalty_account)
        self.method.pick(kind.method)
        self.day_count.pick(kind.day_count)
        self.rounding.pick(kind.rounding)
        self.penalty.pick(kind.penalty_kind)
