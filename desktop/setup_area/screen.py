"""Set-up: settings of the book behind tabs; Enter on a line changes it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from typing_extensions import override

from desktop.parts.ask import Asks
from desktop.parts.columns import ColumnSpec, money_column, number_column, text_column
from desktop.parts.flow import ButtonRow
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, nothing
from desktop.session import Session
from desktop.session.lists import Lists, with_buttons
from desktop.session.more import MoreButton
from desktop.session.screen import FormOf, Opens, Screen, show_dialog
from desktop.setup_area.account_dialogs import AccountDialog, NewAccountDialog
from desktop.setup_area.asking import SetUp, set_up
from desktop.setup_area.deeds import deeds_of
from desktop.setup_area.dialogs import (
    BankDialog,
    ChargeTypeDialog,
    CooperativeDialog,
    ZoneDialog,
)
from desktop.setup_area.keys_page import UsersWithKeys
from desktop.setup_area.people_page import ApprovalsPage, UsersPage
from ledger.domain.cooperative import Cooperative
from ledger.domain.products import ChargeType
from ledger.queries.accounts import ChartRow
from ledger.queries.banks import BankRow
from ledger.queries.members import ZoneRow
from reports.words.choices import BOOKS, CHARGES
from reports.words.voice import Voice


def zone_columns(voice: Voice) -> Sequence[ColumnSpec[ZoneRow]]:
    return (
        text_column(voice.tr("Code"), lambda row: row.code),
        text_column(voice.tr("Zone"), lambda row: row.name, stretch=True),
        text_column(voice.tr("Leader"), lambda row: row.leader_name),
        number_column(voice.tr("Number of members"), lambda row: row.members, voice),
        text_column(
            voice.tr("State"), lambda row: voice.tr("closed") if row.closed else voice.tr("open")
        ),
    )


def bank_columns(voice: Voice) -> Sequence[ColumnSpec[BankRow]]:
    return (
        text_column(voice.tr("Short name"), lambda row: row.code),
        text_column(voice.tr("Bank"), lambda row: row.bank),
        text_column(voice.tr("Branch"), lambda row: row.branch),
        text_column(voice.tr("Account number"), lambda row: voice.digits(row.account_number)),
        text_column(voice.tr("Account name"), lambda row: row.account_name, stretch=True),
    )


def chart_columns(voice: Voice) -> Sequence[ColumnSpec[ChartRow]]:
    return (
        text_column(voice.tr("Code"), lambda row: row.account),
        ColumnSpec(
            voice.tr("Account"),
            lambda row: "    " * row.level + voice.name(row.name_th, row.name_en),
            lambda row: row.account,
            stretch=True,
        ),
        text_column(voice.tr("State"), lambda row: account_state(row, voice)),
        money_column(
            voice.tr("Balance"), lambda row: None if row.head else row.balance, voice, adds=False
        ),
    )


def account_state(row: ChartRow, voice: Voice) -> str:
    if row.closed:
        return voice.tr("closed")
    if row.head:
        return voice.tr("head")
    return voice.tr("with cards") if row.card else ""


def charge_columns(voice: Voice) -> Sequence[ColumnSpec[ChargeType]]:
    return (
        text_column(voice.tr("Code"), lambda row: row.code),
        text_column(
            voice.tr("Name"), lambda row: voice.name(row.name_th, row.name_en), stretch=True
        ),
        text_column(voice.tr("Kind"), lambda row: voice.tr(CHARGES[row.kind])),
        text_column(voice.tr("Income account"), lambda row: row.account),
        money_column(voice.tr("Usual amount"), lambda row: row.amount, voice, adds=False),
    )


class SetupScreen(Screen):
    """What the cooperative decided once: shown in lists, changed in forms."""

    SHOWS = frozenset(
        {"cooperative", "zones", "members", "bank_accounts", "accounts", "charge_types", "entries"}
        | {"users", "user_roles", "approval_requests", "approvals", "approvals_used"}
    )

    def __init__(
        self, session: Session, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self._found: SetUp | None = None
        self.facts = Label(nothing, voice).let_copy()
        self.cooperative = Button(lambda voice: voice.tr("Change the cooperative"), voice)
        self.new_zone = Button(lambda voice: voice.tr("New zone"), voice)
        self.new_bank = Button(lambda voice: voice.tr("Open a bank account"), voice)
        self.new_account = Button(lambda voice: voice.tr("A new account"), voice)
        self.new_charge = Button(lambda voice: voice.tr("A fee, a fine or dues"), voice)
        self.zones = Table(
            zone_columns,
            voice,
            name=_zones,
            identity=lambda row: row.code,
        ).without_find()
        self.banks = Table(
            bank_columns,
            voice,
            name=_banks,
            identity=lambda row: row.code,
        ).without_find()
        self.accounts = Table(
            chart_columns,
            voice,
            name=_chart,
            identity=lambda row: row.account,
        )
        self.charges = Table(
            charge_columns,
            voice,
            name=_charges,
            identity=lambda row: row.code,
        ).without_find()
        self.users = UsersPage(session, voice, ask, self.show_form)
        self.approvals = ApprovalsPage(session, voice, ask, self.show_form)
        self.people = UsersWithKeys(self.users, session, voice, ask, opens)
        self._lay_out(voice)
        self._wire()

    @override
    def ask_again(self) -> None:
        found = self.session.ask(set_up, today=self.session.today)
        self._found = found
        self.facts.say(lambda voice: facts(found.cooperative, voice))
        self.zones.set_rows(found.zones)
        self.banks.set_rows(found.banks)
        self.accounts.set_rows(found.accounts)
        self.charges.set_rows(found.charges)
        self.users.ask_again()
        self.approvals.ask_again()

    @override
    def open_at(self, key: Hashable) -> None:
        pages = {"users": self.people, "approvals": self.approvals}
        if key in pages:
            self.tabs.setCurrentWidget(pages[str(key)])
        elif key == "keys":
            self.tabs.setCurrentWidget(self.people)
            self.people.show_keys()

    @override
    def take_keyboard(self) -> None:
        self.cooperative.setFocus()

    def _lay_out(self, voice: Voice) -> None:
        self.more = MoreButton(voice, deeds_of(self), self)
        lists = Lists(
            lambda voice: voice.tr("Set-up"),
            voice,
            above=(ButtonRow((self.more,)),),
            pages=(
                (_the_cooperative, with_buttons((self.cooperative,), self.facts)),
                (_zones, with_buttons((self.new_zone,), self.zones)),
                (_banks, with_buttons((self.new_bank,), self.banks)),
                (_accounts, with_buttons((self.new_account,), self.accounts)),
                (_charges, with_buttons((self.new_charge,), self.charges)),
                (_users, self.people),
                (_approvals, self.approvals),
            ),
        )
        self.tabs = lists.tabs
        self.body.addWidget(lists, 1)

    def _wire(self) -> None:
        forms: tuple[tuple[Button, FormOf], ...] = (
            (self.cooperative, CooperativeDialog),
            (self.new_zone, ZoneDialog),
            (self.new_bank, BankDialog),
            (self.new_account, NewAccountDialog),
            (self.new_charge, ChargeTypeDialog),
        )
        for button, form in forms:
            self.opens_form_of(button, self._set_up, form)
        self.zones.activated.connect(self._change_zone)
        self.accounts.activated.connect(self._change_account)

    def _set_up(self) -> SetUp | None:
        return self._found

    def _change_zone(self, row: ZoneRow) -> None:
        if self._found is not None:
            self.show_form(ZoneDialog(self.session, self.voice, self._found, row))

    def _change_account(self, row: ChartRow) -> None:
        self.show_form(AccountDialog(self.session, self.voice, row))


def facts(cooperative: Cooperative, voice: Voice) -> str:
    """The cooperative as its papers say it, a line for each thing that is known."""
    begins, limit = cooperative.starts_on, cooperative.cash_limit
    lines = (
        cooperative.name_th,
        cooperative.name_en,
        voice.tr(BOOKS[cooperative.kind]),
        voice.tr("Registration number: {number}").format(number=cooperative.registration)
        if cooperative.registration
        else "",
        cooperative.address,
        cooperative.telephone,
        voice.tr("Telephone of the auditor: {number}").format(number=cooperative.auditor_telephone)
        if cooperative.auditor_telephone
        else "",
        voice.tr("First day of the book: {day}").format(day=voice.day(begins, "long"))
        if begins
        else "",
        voice.tr("Last month of the fiscal year: {month}").format(
            month=voice.month_name(cooperative.year_ends_in)
        ),
        voice.tr("Cash-holding limit: {amount} baht").format(amount=voice.money(limit))
        if limit is not None
        else "",
        voice.tr("PromptPay number: {number}").format(number=cooperative.promptpay)
        if cooperative.promptpay
        else "",
        voice.tr("Thai digits on Thai papers") if cooperative.thai_digits else "",
        voice.tr("Years of the common era on papers") if cooperative.common_era else "",
    )
    return "\n".join(line for line in lines if line)


def _the_cooperative(voice: Voice) -> str:
    return voice.tr("The cooperative")


def _zones(voice: Voice) -> str:
    return voice.tr("Zones")


def _banks(voice: Voice) -> str:
    return voice.tr("Bank accounts")


def _chart(voice: Voice) -> str:
    return voice.tr("Chart of accounts")


def _accounts(voice: Voice) -> str:
    return voice.tr("Chart")  # short: seven tabs stand side by side in large letters


def _charges(voice: Voice) -> str:
    return voice.tr("Fees, fines and dues")


def _users(voice: Voice) -> str:
    return voice.tr("Users")


def _approvals(voice: Voice) -> str:
    return voice.tr("Approvals")
