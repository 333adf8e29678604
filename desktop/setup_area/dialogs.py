"""Forms of set-up: the cooperative, a zone, a bank account, a kind of charge."""

from __future__ import annotations

from typing_extensions import override

from desktop.parts.chooser import Chooser
from desktop.parts.choosing import Choice
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Says, Tick
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import account_chooser, amount_or_zero, business_day
from desktop.session.session import Session
from desktop.setup_area.asking import SetUp
from desktop.setup_area.state import CooperativeForm
from ledger.domain.accounts import Kind
from ledger.domain.commands import Command
from ledger.domain.products import ChargeKind
from ledger.queries.members import ZoneRow
from ledger.usecases.banking import OpenBank
from ledger.usecases.charging import DefineChargeType
from ledger.usecases.members import ChangeZone, OpenZone
from reports.words.choices import CHARGES
from reports.words.voice import Voice


class CooperativeDialog(CommandDialog):
    """Names, addresses, limits and habits of papers; earlier papers keep what they said."""

    def __init__(self, session: Session, voice: Voice, found: SetUp) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("The cooperative"),
            verb=lambda voice: voice.tr("Save the change"),
        )
        self._before = found.cooperative
        self.name_th = self._text("name_th", lambda voice: voice.tr("Name in Thai"), optional=False)
        self.name_en = self._text("name_en", lambda voice: voice.tr("Name in English"))
        self.registration = self._text(
            "registration", lambda voice: voice.tr("Registration number")
        )
        self.address = self._text("address", lambda voice: voice.tr("Address"))
        self.telephone = self._text("telephone", lambda voice: voice.tr("Telephone"))
        self.auditor = self._text(
            "auditor_telephone", lambda voice: voice.tr("Telephone of the auditor")
        )
        self.limit = self.add(
            "cash_limit",
            lambda voice: voice.tr("Cash-holding limit"),
            MoneyField(voice),
            optional=True,
        )
        self.limit.set_amount(self._before.cash_limit)
        self.promptpay = self._text("promptpay", lambda voice: voice.tr("PromptPay number"))
        self.promptpay.hint(
            lambda voice: voice.tr("For the QR code on dues slips; empty prints none")
        )
        self.digits = self.form.add_wide(
            Tick(lambda voice: voice.tr("Thai digits on Thai papers"), voice)
        )
        self.digits.setChecked(self._before.thai_digits)
        self.era = self.form.add_wide(
            Tick(lambda voice: voice.tr("Years of the common era on papers"), voice)
        )
        self.era.setChecked(self._before.common_era)
        for tick in (self.digits, self.era):
            tick.toggled.connect(self.form.changed)

    @override
    def command(self) -> Command | None:
        if not self.name_th.words():
            return None
        form = CooperativeForm(
            name_th=self.name_th.words(),
            name_en=self.name_en.words(),
            registration=self.registration.words(),
            address=self.address.words(),
            telephone=self.telephone.words(),
            auditor_telephone=self.auditor.words(),
            cash_limit=self.limit.amount(),
            promptpay=self.promptpay.words(),
            thai_digits=self.digits.isChecked(),
            common_era=self.era.isChecked(),
        )
        return form.change_of(self._before)

    def _text(self, name: str, says: Says, *, optional: bool = True) -> TextField:
        field = self.add(name, says, TextField(self.voice), optional=optional)
        field.set_words(getattr(self._before, name))
        return field


class ZoneDialog(CommandDialog):
    """A zone or sub-group with its leader; a new one without ``zone``."""

    def __init__(
        self, session: Session, voice: Voice, found: SetUp, zone: ZoneRow | None = None
    ) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Zone"),
            verb=lambda voice: voice.tr("Save the zone"),
        )
        self._zone = zone
        self.code = self.add("code", lambda voice: voice.tr("Code"), TextField(voice))
        self.name = self.add("name", lambda voice: voice.tr("Name"), TextField(voice))
        choices = [Choice(row.number, row.name, row.number) for row in found.members]
        self.leader = self.add(
            "member", lambda voice: voice.tr("Leader"), Chooser(voice, choices), optional=True
        )
        self.closed = self.form.add_wide(Tick(lambda voice: voice.tr("Closed"), voice))
        self.closed.setVisible(zone is not None)
        if zone is not None:
            self.code.set_words(zone.code)
            self.code.setEnabled(False)
            self.name.set_words(zone.name)
            self.leader.choose(zone.leader)
            self.closed.setChecked(zone.closed)

    @override
    def command(self) -> Command | None:
        code, name, leader = self.code.words(), self.name.words(), self.leader.chosen()
        chosen = leader if isinstance(leader, str) else None
        if not (code and name):
            return None
        if self._zone is None:
            return OpenZone(code=code, name=name, leader=chosen)
        return ChangeZone(code=code, name=name, leader=chosen, closed=self.closed.isChecked())


class BankDialog(CommandDialog):
    """A bank account of the cooperative."""

    def __init__(self, session: Session, voice: Voice, _found: SetUp) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Open a bank account"),
            verb=lambda voice: voice.tr("Open the account"),
        )
        self.code = self.add("code", lambda voice: voice.tr("Short name"), TextField(voice))
        self.bank = self.add("bank", lambda voice: voice.tr("Bank"), TextField(voice))
        self.branch = self.add(
            "branch", lambda voice: voice.tr("Branch"), TextField(voice), optional=True
        )
        self.number = self.add(
            "account_number", lambda voice: voice.tr("Account number"), TextField(voice)
        )
        self.name = self.add(
            "account_name", lambda voice: voice.tr("Account name"), TextField(voice), optional=True
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))

    @override
    def command(self) -> OpenBank | None:
        code, bank, number = self.code.words(), self.bank.words(), self.number.words()
        day = self.day.day()
        if not (code and bank and number) or day is None:
            return None
        return OpenBank(
            code=code,
            bank=bank,
            account_number=number,
            on=day,
            branch=self.branch.words(),
            account_name=self.name.words(),
        )


class ChargeTypeDialog(CommandDialog):
    """A fee, a fine or dues with the usual amount and the income account."""

    def __init__(self, session: Session, voice: Voice, _found: SetUp) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("A fee, a fine or dues"),
            verb=lambda voice: voice.tr("Save it"),
        )
        self.code = self.add("code", lambda voice: voice.tr("Code"), TextField(voice))
        self.name_th = self.add("name_th", lambda voice: voice.tr("Name in Thai"), TextField(voice))
        self.name_en = self.add(
            "name_en", lambda voice: voice.tr("Name in English"), TextField(voice), optional=True
        )
        self.kind = self.add(
            "kind",
            lambda voice: voice.tr("Kind"),
            PickField(voice, [(kind, _said(text)) for kind, text in CHARGES.items()]),
        )
        self.account = self.add(
            "account",
            lambda voice: voice.tr("Income account"),
            account_chooser(session, voice, kinds=(Kind.INCOME,)),
        )
        self.amount = self.add(
            "amount", lambda voice: voice.tr("Usual amount"), MoneyField(voice), optional=True
        )

    @override
    def command(self) -> DefineChargeType | None:
        code, name, account = self.code.words(), self.name_th.words(), self.account.chosen()
        kind = self.kind.picked()
        if not (code and name and isinstance(account, str) and isinstance(kind, ChargeKind)):
            return None
        return DefineChargeType(
            code=code,
            name_th=name,
            name_en=self.name_en.words(),
            kind=kind,
            account=account,
            amount=amount_or_zero(self.amount),
        )


def _said(text: str) -> Says:
    return lambda voice: voice.tr(text)
