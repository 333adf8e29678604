"""A member leaves: everything that is hers and that she owes, seen before it is settled."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from typing_extensions import override

from desktop.parts.day_field import DayField
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Says, Tick
from desktop.session.asked import PercentField
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day, cash_or_bank, picked_bank
from desktop.session.labels import leaving_options
from desktop.session.session import Session
from ledger.domain.accounts import CardKind
from ledger.domain.commands import Outcome
from ledger.domain.members import Leaving
from ledger.domain.money import ZERO
from ledger.domain.welfare_claims import ON_DEATH
from ledger.queries.position import MemberPosition
from ledger.queries.settlement_benefits import SheetItem
from ledger.queries.settlement_sheet import SettlementSheet, settlement_sheet
from ledger.queries.welfare_claims import RuleView, benefit_rules
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
        self.worth: PercentField | None = None
        if any(card.kind is CardKind.SHARE for card in position.cards):
            self.worth = self.add(
                "share_value",
                lambda voice: voice.tr("Shares are worth, if less (percent)"),
                PercentField(voice),
                optional=True,
            )
        self.contributions: Tick | None = None
        self.benefit: PickField | None = None
        if any(card.kind is CardKind.CONTRIBUTION for card in position.cards):
            self._add_welfare()

    def _add_welfare(self) -> None:
        """What concerns the welfare fund, in which the member is."""
        voice = self.voice
        self.contributions = self.form.add_wide(
            Tick(lambda voice: voice.tr("Contributions not paid are dues"), voice)
        )
        self.contributions.setChecked(True)
        rules = self.session.ask(benefit_rules, at=self.session.today).rows
        on_death = [(one.rule.code, _rule(one)) for one in rules if one.rule.heading in ON_DEATH]
        if not on_death:
            return
        none: list[tuple[str, Says]] = [("", lambda voice: voice.tr("No benefit"))]
        self.benefit = self.add(
            "benefits",
            lambda voice: voice.tr("Benefit on the death"),
            PickField(voice, [*none, *on_death]),
        )
        self.documents = self.add(
            "documents",
            lambda voice: voice.tr("Documents, with semicolons between"),
            TextField(voice),
            optional=True,
        )
        self.committee = self.add(
            "committee",
            lambda voice: voice.tr("Three of the committee, with semicolons between"),
            TextField(voice),
            optional=True,
        )
        self.welfare_place = self.add(
            "welfare_bank",
            lambda voice: voice.tr("Benefit paid from"),
            cash_or_bank(self.session, voice),
        )

    @override
    def command(self) -> SettleMember | None:
        day, why = self.day.day(), self.why.picked()
        if day is None or not isinstance(why, Leaving):
            return None
        command = SettleMember(
            member=self._member,
            on=day,
            why=why,
            left=self.left.day(),
            resolution=self.resolution.words(),
            payee=self.payee.words(),
            bank=picked_bank(self.place),
            approved_by=self.approved_by.words(),
            note=self.note.words(),
            share_value=self._worth(),
            contributions=self.contributions is None or self.contributions.isChecked(),
        )
        benefits = self._benefits()
        if not benefits:
            return command
        return replace(
            command,
            benefits=benefits,
            documents=_separate(self.documents.words()),
            committee=_separate(self.committee.words()),
            welfare_bank=picked_bank(self.welfare_place),
        )

    def _worth(self) -> Fraction:
        """The part of their price that shares are worth, where the cooperative has losses."""
        worth = None if self.worth is None else self.worth.rate()
        return Fraction(1) if worth is None else worth

    def _benefits(self) -> tuple[str, ...]:
        picked = None if self.benefit is None else self.benefit.picked()
        return (picked,) if isinstance(picked, str) and picked else ()

    def _told(self, _outcome: Outcome) -> Says:
        why = self.why.picked()
        sheet = self.session.ask(
            settlement_sheet,
            member=self._member,
            on=self.day.day(),
            left=self.left.day(),
            why=why if isinstance(why, Leaving) else None,
            contributions=self.contributions is None or self.contributions.isChecked(),
            benefits=self._benefits(),
            share_value=self._worth(),
        )
        return lambda voice: "\n".join(_lines(sheet, voice))


def _rule(view: RuleView) -> Says:
    return lambda voice: voice.name(view.rule.name_th, view.rule.name_en)


def _separate(typed: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in typed.split(";") if part.strip())


def _lines(sheet: SettlementSheet, voice: Voice) -> list[str]:
    """The settlement in a few lines: each card and debt, then what comes of them."""
    lines = [_line(one, voice) for one in sheet.items if one.item.held + one.item.interest != ZERO]
    lines.append(
        voice.tr("{credit} baht are hers, {debts} baht of it meet debts.").format(
            credit=voice.money(sheet.credit), debts=voice.money(sheet.loans + sheet.dues)
        )
    )
    lines.append(voice.tr("Paid out: {amount} baht.").format(amount=voice.money(sheet.payable)))
    if sheet.benefits > ZERO:
        lines.append(
            voice.tr("Paid by the welfare fund: {amount} baht.").format(
                amount=voice.money(sheet.benefits)
            )
        )
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
