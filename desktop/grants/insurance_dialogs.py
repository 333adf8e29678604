"""Forms of insurance: the policy, premiums of every member, and their remittance."""

from __future__ import annotations

from typing_extensions import override

from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import TextField
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day, cash_or_bank, picked_bank
from desktop.session.fund_fields import add_fund, picked_fund
from desktop.session.session import Session
from ledger.queries.insurance import InsuranceRow
from ledger.usecases.insuring import BillPremiums, OpenInsurance, RemitPremiums
from reports.words.voice import Voice


class PolicyDialog(CommandDialog):
    """A policy whose premiums the cooperative collects."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("New insurance"),
            verb=lambda voice: voice.tr("Enter the insurance"),
        )
        self.code = self.add("code", lambda voice: voice.tr("Code"), TextField(voice, longest=20))
        self.insurer = self.add("insurer", lambda voice: voice.tr("Insurer"), TextField(voice))
        self.name = self.add("name", lambda voice: voice.tr("Name"), TextField(voice))
        self.day = self.add("on", lambda voice: voice.tr("Begins on"), business_day(session, voice))
        self.fund = add_fund(self)

    @override
    def command(self) -> OpenInsurance | None:
        day = self.day.day()
        if day is None:
            return None
        return OpenInsurance(
            code=self.code.words(),
            insurer=self.insurer.words(),
            name=self.name.words(),
            on=day,
            fund=picked_fund(self.fund),
        )


class PremiumsDialog(CommandDialog):
    """The same premium is asked of every present member."""

    def __init__(self, session: Session, voice: Voice, policy: InsuranceRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Bill premiums to all members"),
            verb=lambda voice: voice.tr("Bill"),
        )
        self._policy = policy.code
        self.amount = self.add(
            "amount", lambda voice: voice.tr("Premium of each member"), MoneyField(voice)
        )
        self.day = self.add(
            "due_on", lambda voice: voice.tr("Due on"), business_day(session, voice)
        )

    @override
    def command(self) -> BillPremiums | None:
        amount, day = self.amount.amount(), self.day.day()
        if amount is None or day is None:
            return None
        return BillPremiums(policy=self._policy, due_on=day, amount=amount)


class RemitPremiumsDialog(CommandDialog):
    """Premiums that were collected go to the insurer."""

    def __init__(self, session: Session, voice: Voice, policy: InsuranceRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Remit premiums to the insurer"),
            verb=lambda voice: voice.tr("Remit"),
        )
        self._policy = policy.code
        self.amount = self.add("amount", lambda voice: voice.tr("Amount"), MoneyField(voice))
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.place = self.add(
            "bank", lambda voice: voice.tr("Paid by"), cash_or_bank(session, voice)
        )

    @override
    def command(self) -> RemitPremiums | None:
        amount, day = self.amount.amount(), self.day.day()
        if amount is None or day is None:
            return None
        return RemitPremiums(
            policy=self._policy, amount=amount, on=day, bank=picked_bank(self.place)
        )
