"""A member leaves: everything that is hers and that she owes, seen before it is settled."""

from __future__ import annotations

from typing_extensions import override

from desktop.parts.day_field import DayField
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Says
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day, cash_or_bank, picked_bank
from desktop.session.labels import leaving_options
from desktop.session.session import Session
from ledger.domain.commands import Outcome
from ledger.domain.members import Leaving
from ledger.domain.money import ZERO
from ledger.queries.position import MemberPosition
from ledger.queries.settlement_sheet import SettlementSheet, SheetItem, settlement_sheet
from ledger.usecases.settling import SettleMember
from reports.words.labels import settled_name
from reports.words.voice import Voice


class LeaveDialog(CommandDialog):
    """Resignation, expulsion or death in one step; the paper for it opens afterwards."""

    def __init__(self, session: Session, voice: Voice, position: MemberPosition) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("End the membership"),
            verb=lambda voice: voice.tr("Settle and end the membership"),
            tells=self._told,
        )
        member, person = position.member, position.person
        self._member = member.number
        self.form.add_heading(lambda voice: f"{voice.digits(member.number)} {member.name}".strip())
        self.why = self.add(
            "why", lambda voice: voice.tr("Why"), PickField(voice, leaving_options())
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.left = self.add(
            "left",
            lambda voice: voice.tr("Membership ended on, if earlier"),
            DayField(voice, session.today),
            optional=True,
        )
        self.resolution = self.add(
            "resolution", lambda voice: voice.tr("Resolution"), TextField(voice)
        )
        self.payee = self.add(
            "payee", lambda voice: voice.tr("Paid to"), TextField(voice), optional=True
        )
        if person is not None and person.nominee:
            shown = " ".join(filter(None, (person.nominee, person.nominee_relation)))
            self.payee.hint(lambda voice: voice.tr("Beneficiary: {name}").format(name=shown))
        self.place = self.add(
            "bank", lambda voice: voice.tr("Paid from"), cash_or_bank(session, voice)
        )
        self.approved_by = self.add(
            "approved_by", lambda voice: voice.tr("Approved by"), TextField(voice), optional=True
        )
        self.note = self.add(
            "note", lambda voice: voice.tr("Note"), TextField(voice), optional=True
        )

    @override
    def command(self) -> SettleMember | None:
        day, why = self.day.day(), self.why.picked()
        if day is None or not isinstance(why, Leaving):
            return None
        return SettleMember(
            member=self._member,
            on=day,
            why=why,
            left=self.left.day(),
            resolution=self.resolution.words(),
            payee=self.payee.words(),
            bank=picked_bank(self.place),
            approved_by=self.approved_by.words(),
            note=self.note.words(),
        )

    def _told(self, _outcome: Outcome) -> Says:
        sheet = self.session.ask(settlement_sheet, member=self._member, on=self.day.day())
        return lambda voice: "\n".join(_lines(sheet, voice))


def _lines(sheet: SettlementSheet, voice: Voice) -> list[str]:
    """The settlement in a few lines: each card and debt, then what comes of them."""
    lines = [_line(one, voice) for one in sheet.items if one.item.held + one.item.interest != ZERO]
    lines.append(
        voice.tr("{credit} baht are hers, {debts} baht of it meet debts.").format(
            credit=voice.money(sheet.credit), debts=voice.money(sheet.loans + sheet.dues)
        )
    )
    lines.append(voice.tr("Paid out: {amount} baht.").format(amount=voice.money(sheet.payable)))
    if sheet.shortfall > ZERO:
        lines.append(
            voice.tr("Still owed on loans: {amount} baht.").format(
                amount=voice.money(sheet.shortfall)
            )
        )
    if sheet.guarantors:
        names = ", ".join(f"{voice.digits(one.member)} {one.name}" for one in sheet.guarantors)
        lines.append(voice.tr("For the rest stand: {names}.").format(names=names))
    return lines


def _line(one: SheetItem, voice: Voice) -> str:
    item, name = one.item, settled_name(one.item.kind, one.name_th, one.name_en, voice)
    if item.interest > ZERO:
        return voice.tr("{name}: {held} and interest {interest}").format(
            name=name, held=voice.money(item.held), interest=voice.money(item.interest)
        )
    return voice.tr("{name}: {held}").format(name=name, held=voice.money(item.held))
