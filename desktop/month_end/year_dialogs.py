"""Closing a fiscal year, opening it again, and paying what its surplus gives to members."""

from __future__ import annotations

from functools import partial

from typing_extensions import override

from desktop.month_end.audited_dialog import AuditedDialog
from desktop.month_end.year_asking import YearRow, savings_products_of
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Label, Says
from desktop.session.asked import AskedDialog, day, reason, resolution, words
from desktop.session.fields import business_day, cash_or_bank, picked_bank
from desktop.session.long_dialog import LongDialog
from desktop.session.session import Session
from ledger.domain.commands import Outcome
from ledger.domain.money import Money
from ledger.domain.products import SavingsProduct
from ledger.domain.year_end import Debt
from ledger.usecases.due_paying import PayDues
from ledger.usecases.loss_covering import CoverLoss
from ledger.usecases.year_closing import CloseYear, ReopenYear
from reports.words.voice import Voice


class CloseYearDialog(AuditedDialog):
    """Income and expenses go to the surplus of the year; months' reports stay as they are."""

    def __init__(self, session: Session, voice: Voice, row: YearRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Close the fiscal year"),
            verb=lambda voice: voice.tr("Close the fiscal year {year}").format(
                year=voice.year(row.year)
            ),
            tells=_surplus,
        )
        self._year = row.year
        self.form.add_wide(
            Label(
                lambda voice: voice.tr(
                    "The closing entry comes after the last day of the year, so no month's report "
                    "changes. All months of the year are closed with it."
                ),
                voice,
            )
        )
        self.approved_by = self.add(
            "approved_by", lambda voice: voice.tr("Approved by"), TextField(voice), optional=True
        )
        self.ask_reason()
        self.rehearse()

    @override
    def command(self) -> CloseYear:
        return CloseYear(
            year=self._year,
            approved_by=self.approved_by.words(),
            in_spite=self.in_spite.words(),
        )


def reopen_year_form(session: Session, voice: Voice, row: YearRow) -> AskedDialog:
    """Takes the closing of a year back; the reason stands in the book for ever."""
    return AskedDialog(
        session,
        voice,
        title=lambda voice: voice.tr("Open the fiscal year again"),
        verb=lambda voice: voice.tr("Open the fiscal year {year} again").format(
            year=voice.year(row.year)
        ),
        told=lambda voice: voice.tr(
            "Only until the meeting has allocated the surplus. The months of the year stay "
            "closed; open the one you need afterwards."
        ),
        asks=(reason(),),
        makes=partial(ReopenYear, year=row.year),
    )


_ORDERS: tuple[tuple[tuple[Debt, ...], Says], ...] = (
    ((), lambda voice: voice.tr("none: everything is paid out")),
    (
        (Debt.DUE, Debt.CHARGES),
        lambda voice: voice.tr("what is due on loans, then fees and fines"),
    ),
    (
        (Debt.CHARGES, Debt.DUE),
        lambda voice: voice.tr("fees and fines, then what is due on loans"),
    ),
    (
        (Debt.DUE, Debt.CHARGES, Debt.LOANS),
        lambda voice: voice.tr("what is due on loans, fees and fines, then loans as a whole"),
    ),
)


def cover_loss_form(session: Session, voice: Voice, row: YearRow) -> AskedDialog:
    """The meeting takes the loss of a year from the reserve; what is short is carried on."""
    return AskedDialog(
        session,
        voice,
        title=lambda voice: voice.tr("Loss of the fiscal year {year}").format(
            year=voice.year(row.year)
        ),
        verb=lambda voice: voice.tr("Take it from the reserve"),
        asks=(
            day(),
            resolution(),
            words("approved_by", lambda voice: voice.tr("Approved by"), optional=True),
        ),
        makes=partial(CoverLoss, year=row.year),
        tells=_covered,
    )


def _covered(outcome: Outcome) -> Says:
    return lambda voice: voice.tr(
        "Of the loss of {loss} baht the reserve meets {reserve}; {carried} are carried on."
    ).format(
        loss=voice.money(amount_of(outcome, "loss")),
        reserve=voice.money(amount_of(outcome, "reserve")),
        carried=voice.money(amount_of(outcome, "carried")),
    )


class PayDuesDialog(LongDialog):
    """Pays everybody who was not paid yet; what is left unpaid is said before."""

    def __init__(self, session: Session, voice: Voice, row: YearRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Pay dividend and refund"),
            verb=lambda voice: voice.tr("Pay"),
            tells=_paid,
        )
        self._year = row.year
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.way = self.add("product", lambda voice: voice.tr("Paid how"), _ways(session, voice))
        self.place = self.add(
            "bank", lambda voice: voice.tr("Money from"), cash_or_bank(session, voice)
        )
        self.debts = self.add(
            "debts", lambda voice: voice.tr("Debts met before"), PickField(voice, list(_ORDERS))
        )
        self.only = self.add(
            "members",
            lambda voice: voice.tr("Only these members, by number"),
            TextField(voice),
            optional=True,
        )
        self.approved_by = self.add(
            "approved_by", lambda voice: voice.tr("Approved by"), TextField(voice), optional=True
        )
        self.rehearse()

    @override
    def command(self) -> PayDues | None:
        day, debts, product = self.day.day(), self.debts.picked(), self.way.picked()
        if day is None:
            return None
        return PayDues(
            year=self._year,
            on=day,
            members=tuple(self.only.words().replace(",", " ").split()),
            bank=picked_bank(self.place),
            product=str(product or ""),
            debts=debts if isinstance(debts, tuple) else (),
            approved_by=self.approved_by.words(),
        )


def _ways(session: Session, voice: Voice) -> PickField:
    money: list[tuple[str, Says]] = [
        ("", lambda voice: voice.tr("in cash or from a bank")),
    ]
    accounts = [(one.code, _into(one.name_th, one.name_en)) for one in _products(session)]
    return PickField(voice, [*money, *accounts])


def _products(session: Session) -> list[SavingsProduct]:
    return session.ask(savings_products_of)


def _into(name_th: str, name_en: str) -> Says:
    return lambda voice: voice.tr("into each member's account: {product}").format(
        product=voice.name(name_th, name_en)
    )


def amount_of(outcome: Outcome, name: str) -> Money:
    """An amount that the act says of itself."""
    return Money.from_decimal(str(outcome.made.get(name, "0.00")))


def _surplus(outcome: Outcome) -> Says:
    surplus = amount_of(outcome, "surplus")
    return lambda voice: voice.tr("Surplus of the year: {amount} baht.").format(
        amount=voice.signed(surplus)
    )


def _paid(outcome: Outcome) -> Says:
    made = outcome.made
    members, skipped = int(str(made.get("members", 0))), int(str(made.get("skipped", 0)))
    paid, debts = amount_of(outcome, "paid"), amount_of(outcome, "debts")

    def says(voice: Voice) -> str:
        lines = [
            voice.tr_n(
                "{count} member is paid {amount} baht.",
                "{count} members are paid {amount} baht.",
                members,
            ).format(count=voice.number(members), amount=voice.money(paid)),
            voice.tr("Of this {amount} baht met debts.").format(amount=voice.money(debts)),
        ]
        if skipped:
            lines.append(
                voice.tr_n(
                    "{count} member has no such account and stays unpaid.",
                    "{count} members have no such account and stay unpaid.",
                    skipped,
                ).format(count=voice.number(skipped))
            )
        return "\n".join(lines)

    return says
