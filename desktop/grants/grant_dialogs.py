"""Forms of grants: the contract with its budget, parts received, spending, giving back."""

from __future__ import annotations

from typing_extensions import override

from desktop.grants.fields import BudgetField
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Label, verbatim
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day, cash_or_bank, picked_bank
from desktop.session.fund_fields import add_fund, picked_fund
from desktop.session.session import Session
from ledger.domain.money import ZERO
from ledger.queries.grants import GrantCard
from ledger.usecases.grant_money import ReceiveGrant, ReturnGrant, SpendGrant
from ledger.usecases.granting import OpenGrant
from reports.words.voice import Voice


class GrantDialog(CommandDialog):
    """The contract with a donor; the total is what the budget lines add up to."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("New grant"),
            verb=lambda voice: voice.tr("Enter the grant"),
        )
        self.code = self.add("code", lambda voice: voice.tr("Code"), TextField(voice, longest=20))
        self.donor = self.add("donor", lambda voice: voice.tr("Donor"), TextField(voice))
        self.purpose = self.add("purpose", lambda voice: voice.tr("Purpose"), TextField(voice))
        self.day = self.add(
            "on", lambda voice: voice.tr("Contract day"), business_day(session, voice)
        )
        self.budget = self.add(
            "lines", lambda voice: voice.tr("Budget lines, one a row"), BudgetField(voice)
        )
        self.form.add_wide(Label(_how_to_write, voice))
        self.agreement = self.add(
            "agreement", lambda voice: voice.tr("Agreement"), TextField(voice), optional=True
        )
        self.fund = add_fund(self)

    @override
    def command(self) -> OpenGrant | None:
        day, budget = self.day.day(), self.budget.budget()
        if day is None or budget.wrong is not None or not budget.lines:
            return None
        return OpenGrant(
            code=self.code.words(),
            donor=self.donor.words(),
            purpose=self.purpose.words(),
            total=budget.total,
            on=day,
            lines=budget.lines,
            agreement=self.agreement.words(),
            fund=picked_fund(self.fund),
        )


class ReceiveDialog(CommandDialog):
    """A part of a grant comes in."""

    def __init__(self, session: Session, voice: Voice, card: GrantCard) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Receive a part of a grant"),
            verb=lambda voice: voice.tr("Receive"),
        )
        self._grant = card.grant.code
        self.amount = self.add("amount", lambda voice: voice.tr("Amount"), MoneyField(voice))
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.place = self.add(
            "bank", lambda voice: voice.tr("Received in"), cash_or_bank(session, voice)
        )
        self.document = self.add(
            "document", lambda voice: voice.tr("Document"), TextField(voice), optional=True
        )

    @override
    def command(self) -> ReceiveGrant | None:
        amount, day = self.amount.amount(), self.day.day()
        if amount is None or day is None:
            return None
        return ReceiveGrant(
            grant=self._grant,
            amount=amount,
            on=day,
            bank=picked_bank(self.place),
            document=self.document.words(),
        )


class SpendDialog(CommandDialog):
    """Money of a grant is paid out by one of its budget lines."""

    def __init__(self, session: Session, voice: Voice, card: GrantCard) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Spend from a grant"),
            verb=lambda voice: voice.tr("Pay"),
        )
        self._grant = card.grant.code
        options = [(one.line, verbatim(f"{one.line} · {one.name}")) for one in card.lines]
        self.line = self.add(
            "line", lambda voice: voice.tr("Budget line"), PickField(voice, options)
        )
        self.amount = self.add("amount", lambda voice: voice.tr("Amount"), MoneyField(voice))
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.payee = self.add("payee", lambda voice: voice.tr("Paid to"), TextField(voice))
        self.purpose = self.add("purpose", lambda voice: voice.tr("Purpose"), TextField(voice))
        self.household = self.add(
            "household", lambda voice: voice.tr("Household"), TextField(voice), optional=True
        )
        self.place = self.add(
            "bank", lambda voice: voice.tr("Paid by"), cash_or_bank(session, voice)
        )
        self.document = self.add(
            "document", lambda voice: voice.tr("Document"), TextField(voice), optional=True
        )

    @override
    def command(self) -> SpendGrant | None:
        amount, day, line = self.amount.amount(), self.day.day(), self.line.picked()
        if amount is None or day is None or not isinstance(line, str):
            return None
        return SpendGrant(
            grant=self._grant,
            line=line,
            amount=amount,
            on=day,
            payee=self.payee.words(),
            purpose=self.purpose.words(),
            household=self.household.words(),
            bank=picked_bank(self.place),
            document=self.document.words(),
        )


class ReturnDialog(CommandDialog):
    """What was not spent goes back to the donor; all of it stands there at the beginning."""

    def __init__(self, session: Session, voice: Voice, card: GrantCard) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Return to the donor"),
            verb=lambda voice: voice.tr("Return"),
        )
        self._grant = card.grant.code
        self.amount = self.add("amount", lambda voice: voice.tr("Amount"), MoneyField(voice))
        if card.remaining > ZERO:
            self.amount.set_amount(card.remaining)
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.place = self.add(
            "bank", lambda voice: voice.tr("Paid by"), cash_or_bank(session, voice)
        )
        self.document = self.add(
            "document", lambda voice: voice.tr("Document"), TextField(voice), optional=True
        )
        self.rehearse()

    @override
    def command(self) -> ReturnGrant | None:
        amount, day = self.amount.amount(), self.day.day()
        if amount is None or day is None:
            return None
        return ReturnGrant(
            grant=self._grant,
            amount=amount,
            on=day,
            bank=picked_bank(self.place),
            document=self.document.words(),
        )


def _how_to_write(voice: Voice) -> str:
    return voice.tr(
        "Each row: a name and baht, such as “Roads 60,000”; “/ 15,000” behind it is the most that "
        "one household may get."
    )
