"""What the forms of received loans know and decide, without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from ledger.domain.money import Money
from ledger.queries.both_legs import BothLegs
from ledger.queries.leg_forecast import Forecast
from ledger.usecases.lending import OpenLoan
from reports.words.voice import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class BorrowingForm:
    """A contract with a lender as it is filled in; ``plan`` says how its plan is made."""

    type: str
    lender: str
    approved: Money
    rate: Fraction
    on: date
    plan: Mapping[str, Any]
    contract_number: str
    purpose: str

    def command(self) -> OpenLoan:
        return OpenLoan(
            type=self.type,
            lender=self.lender,
            approved=self.approved,
            rate=self.rate,
            on=self.on,
            **self.plan,
            contract_number=self.contract_number,
            purpose=self.purpose,
        )


def legs_facts(legs: BothLegs, ahead: Forecast, voice: Voice) -> str:
    """Both legs in sum, and whether the months ahead are covered."""
    short = ahead.together.short_from
    parts = [
        voice.tr("Members owe {amount} baht").format(amount=voice.money(legs.members_balance)),
        voice.tr("Owed to lenders: {amount} baht").format(amount=voice.money(legs.balance)),
        voice.tr("Spread earned: {amount} baht").format(amount=voice.money(legs.spread)),
    ]
    if legs.rows:
        parts.append(
            voice.tr("Collections cover the lenders for the next twelve months.")
            if short is None
            else voice.tr("From {month} on, collections do not cover the lenders.").format(
                month=voice.month(short)
            )
        )
    longer = [one for pair in legs.rows for one in pair.outlasting]
    if longer:
        parts.append(
            voice.tr("Loans to members that run longer than the money lent on: {cards}").format(
                cards=", ".join(voice.digits(str(one)) for one in longer)
            )
        )
    return " · ".join(parts)
