"""Forms of the fund and its members: setting it up, joining, contributions, leaving."""

from __future__ import annotations

from typing_extensions import override

from desktop.parts.day_field import DayField
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import PickField, TextField
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import amount_or_zero, business_day, cash_or_bank, picked_bank
from desktop.session.loan_fields import member_chooser
from desktop.session.rule_fields import PartField, choice_field
from desktop.session.session import Session
from desktop.welfare.state import SEX_OR_NONE, entrance_fee_of
from ledger.domain.benefits import Sex
from ledger.domain.codec import rate_text
from ledger.domain.contributions import Rhythm
from ledger.domain.money import ZERO
from ledger.domain.welfare_fund import (
    USUAL_ADMINISTRATION,
    WelfareFund,
    WelfareGroup,
    WelfareLeaving,
)
from ledger.queries.welfare_members import WelfareMemberRow
from ledger.usecases.visiting import Deposit
from ledger.usecases.welfare_joining import (
    JoinWelfare,
    LeaveWelfare,
    SetContribution,
    SetWelfareFund,
)
from reports.words.voice import Voice
from reports.words.welfare_words import GROUPS, LEAVING, RHYTHMS

_FUND = "WELFARE"


class FundDialog(CommandDialog):
    """The fund of this book, set up or changed."""

    def __init__(self, session: Session, voice: Voice, fund: WelfareFund | None) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Welfare fund"),
            verb=lambda voice: voice.tr("Save the fund"),
        )
        self._fund = fund
        self.fee = self.add(
            "entrance_fee",
            lambda voice: voice.tr("Entrance fee"),
            MoneyField(voice),
            optional=True,
        )
        self.share = self.add(
            "administration",
            lambda voice: voice.tr("Most for administration, percent"),
            PartField(voice),
        )
        self.sanctions = self.form.add(
            lambda voice: voice.tr("Missed loan instalments"),
            PickField(
                voice,
                [
                    (True, lambda voice: voice.tr("forbid benefits for a time")),
                    (False, lambda voice: voice.tr("do not matter here")),
                ],
            ),
        )
        self.lending = self.form.add(
            lambda voice: voice.tr("Loans to members from this fund"),
            PickField(
                voice,
                [
                    (False, lambda voice: voice.tr("are not given")),
                    (True, lambda voice: voice.tr("are allowed by its rules")),
                ],
            ),
        )
        share = USUAL_ADMINISTRATION if fund is None else fund.administration
        self.share.set_words(rate_text(share))
        if fund is not None:
            # What is not changed stays as it is.
            fee = session.ask(entrance_fee_of, fund.entrance)
            self.fee.set_amount(None if fee == ZERO else fee)
            self.sanctions.pick(fund.sanctions)
            self.lending.pick(fund.lending)

    @override
    def command(self) -> SetWelfareFund | None:
        share = self.share.rate()
        if share is None:
            return None
        fund = self._fund
        named = {} if fund is None else {"product": fund.product}
        return SetWelfareFund(
            fund=_FUND if fund is None else fund.fund,
            entrance_fee=amount_or_zero(self.fee),
            administration=share,
            sanctions=self.sanctions.picked() is True,
            lending=self.lending.picked() is True,
            **named,
        )


class JoinDialog(CommandDialog):
    """A member joins; somebody taken over says how far the old book was paid."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Join the fund"),
            verb=lambda voice: voice.tr("Join"),
        )
        self.member = self.add(
            "member", lambda voice: voice.tr("Member"), member_chooser(session, voice)
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.amount = self.add("amount", lambda voice: voice.tr("Contribution"), MoneyField(voice))
        self.rhythm = self.add(
            "rhythm", lambda voice: voice.tr("Rhythm"), choice_field(voice, RHYTHMS)
        )
        self.fee = self.add(
            "entrance_fee",
            lambda voice: voice.tr("Entrance fee"),
            MoneyField(voice),
            optional=True,
        )
        self.group = self.add(
            "group", lambda voice: voice.tr("Type of member"), choice_field(voice, GROUPS)
        )
        self.sex = self.add("sex", lambda voice: voice.tr("Sex"), choice_field(voice, SEX_OR_NONE))
        self.through = self.add(
            "through",
            lambda voice: voice.tr("Paid in the old book through"),
            DayField(voice, session.today),
            optional=True,
        )

    @override
    def command(self) -> JoinWelfare | None:
        member, day, amount = self.member.chosen(), self.day.day(), self.amount.amount()
        rhythm, group, sex = self.rhythm.picked(), self.group.picked(), self.sex.picked()
        if not isinstance(member, str) or day is None or amount is None:
            return None
        return JoinWelfare(
            member=member,
            on=day,
            amount=amount,
            rhythm=rhythm if isinstance(rhythm, Rhythm) else Rhythm.DAY,
            entrance_fee=amount_or_zero(self.fee),
            group=group if isinstance(group, WelfareGroup) else WelfareGroup.GENERAL,
            sex=sex if isinstance(sex, Sex) else None,
            through=self.through.day(),
        )


class ContributeDialog(CommandDialog):
    """A contribution comes in; what is due stands there already."""

    def __init__(self, session: Session, voice: Voice, row: WelfareMemberRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Receive a contribution"),
            verb=lambda voice: voice.tr("Receive"),
        )
        self._card = row.card
        self.amount = self.add("amount", lambda voice: voice.tr("Amount"), MoneyField(voice))
        self.amount.set_amount(row.amount if row.due == ZERO else row.due)
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.place = self.add(
            "bank", lambda voice: voice.tr("Paid by"), cash_or_bank(session, voice)
        )

    @override
    def command(self) -> Deposit | None:
        amount, day = self.amount.amount(), self.day.day()
        if amount is None or day is None:
            return None
        return Deposit(card=self._card, amount=amount, on=day, bank=picked_bank(self.place))


class RateDialog(CommandDialog):
    """Another contribution for periods to come."""

    def __init__(self, session: Session, voice: Voice, row: WelfareMemberRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Change the contribution"),
            verb=lambda voice: voice.tr("Change"),
        )
        self._member = row.member
        self.day = self.add(
            "from_day", lambda voice: voice.tr("From day"), business_day(session, voice)
        )
        self.amount = self.add("amount", lambda voice: voice.tr("Contribution"), MoneyField(voice))
        self.amount.set_amount(row.amount)
        self.rhythm = self.add(
            "rhythm", lambda voice: voice.tr("Rhythm"), choice_field(voice, RHYTHMS)
        )
        self.rhythm.pick(row.rhythm)

    @override
    def command(self) -> SetContribution | None:
        day, amount, rhythm = self.day.day(), self.amount.amount(), self.rhythm.picked()
        if day is None or amount is None or not isinstance(rhythm, Rhythm):
            return None
        return SetContribution(member=self._member, from_day=day, rhythm=rhythm, amount=amount)


class LeaveFundDialog(CommandDialog):
    """The last day in the fund; contributions are never given back."""

    def __init__(self, session: Session, voice: Voice, row: WelfareMemberRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Leave the fund"),
            verb=lambda voice: voice.tr("End the membership"),
        )
        self._member = row.member
        self.day = self.add(
            "on", lambda voice: voice.tr("Last day in the fund"), business_day(session, voice)
        )
        self.why = self.add("why", lambda voice: voice.tr("Why"), choice_field(voice, LEAVING))
        self.note = self.add(
            "note", lambda voice: voice.tr("Note"), TextField(voice), optional=True
        )

    @override
    def command(self) -> LeaveWelfare | None:
        day, why = self.day.day(), self.why.picked()
        if day is None or not isinstance(why, WelfareLeaving):
            return None
        return LeaveWelfare(member=self._member, on=day, why=why, note=self.note.words())
