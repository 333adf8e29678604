"""Forms of rounds of matching: asked for, granted, received."""

from __future__ import annotations

from typing_extensions import override

from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import TextField
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import amount_or_zero, business_day, cash_or_bank, picked_bank
from desktop.session.rule_fields import choice_field
from desktop.session.session import Session
from ledger.domain.money import ZERO
from ledger.domain.welfare_match import MatchSource
from ledger.queries.welfare_report import RoundRow
from ledger.usecases.welfare_matching import GrantMatch, ReceiveMatch, RequestMatch
from reports.words.voice import Voice
from reports.words.welfare_words import MATCHED


class RoundDialog(CommandDialog):
    """A round is asked for; without amounts each side is asked for what members contributed."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Ask for matching"),
            verb=lambda voice: voice.tr("Save the request"),
        )
        self.name = self.add("name", lambda voice: voice.tr("Round"), TextField(voice))
        self.counted = self.add(
            "counted_at",
            lambda voice: voice.tr("Members counted on"),
            business_day(session, voice),
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.government = self.add(
            "government",
            lambda voice: voice.tr("Asked of the government through CODI"),
            MoneyField(voice),
            optional=True,
        )
        self.local = self.add(
            "local",
            lambda voice: voice.tr("Asked of the local authority"),
            MoneyField(voice),
            optional=True,
        )
        self.resolution = self.add(
            "resolution", lambda voice: voice.tr("Resolution"), TextField(voice)
        )

    @override
    def command(self) -> RequestMatch | None:
        counted, day = self.counted.day(), self.day.day()
        if counted is None or day is None or not self.name.words():
            return None
        return RequestMatch(
            name=self.name.words(),
            on=day,
            counted_at=counted,
            resolution=self.resolution.words(),
            government=self.government.amount(),
            local=self.local.amount(),
        )


class GrantedDialog(CommandDialog):
    """What was granted is booked as receivable."""

    def __init__(self, session: Session, voice: Voice, row: RoundRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Matching granted"),
            verb=lambda voice: voice.tr("Book what was granted"),
        )
        self._round = row.round
        self.government = self.add(
            "government",
            lambda voice: voice.tr("Government through CODI"),
            MoneyField(voice),
            optional=True,
        )
        self.local = self.add(
            "local", lambda voice: voice.tr("Local authority"), MoneyField(voice), optional=True
        )
        self.document = self.add(
            "document", lambda voice: voice.tr("Document"), TextField(voice), optional=True
        )
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))

    @override
    def command(self) -> GrantMatch | None:
        day = self.day.day()
        if day is None:
            return None
        return GrantMatch(
            round=self._round,
            on=day,
            government=amount_or_zero(self.government),
            local=amount_or_zero(self.local),
            document=self.document.words(),
        )


class MatchMoneyDialog(CommandDialog):
    """Money of a round comes in; what is still to come stands there already."""

    def __init__(self, session: Session, voice: Voice, row: RoundRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Receive matching"),
            verb=lambda voice: voice.tr("Receive"),
        )
        self._round = row.round
        self.source = self.add(
            "source", lambda voice: voice.tr("Matched by"), choice_field(voice, MATCHED)
        )
        self.source.pick(row.source)
        self.amount = self.add("amount", lambda voice: voice.tr("Amount"), MoneyField(voice))
        if row.to_come > ZERO:
            self.amount.set_amount(row.to_come)
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.place = self.add(
            "bank", lambda voice: voice.tr("Received in"), cash_or_bank(session, voice)
        )
        self.payee = self.add("payee", lambda voice: voice.tr("Received from"), TextField(voice))

    @override
    def command(self) -> ReceiveMatch | None:
        amount, day, source = self.amount.amount(), self.day.day(), self.source.picked()
        if amount is None or day is None or not isinstance(source, MatchSource):
            return None
        return ReceiveMatch(
            round=self._round,
            source=source,
            amount=amount,
            on=day,
            bank=picked_bank(self.place),
            payee=self.payee.words(),
        )
