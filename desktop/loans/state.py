"""What the forms of loans know and decide, without Qt: commands from what was filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from ledger.domain.money import Money
from ledger.queries.loan_quality import LoanQuality
from ledger.usecases.lending import OpenLoan
from reports.words.figures import in_western_digits
from reports.words.voice import Voice

_BETWEEN = re.compile(r"[,;\s]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractForm:
    """A contract as it is filled in; ``guarantors`` are member numbers as somebody types them.

    ``plan`` are the fields of the command that say how its plan is made.
    """

    type: str
    member: str
    approved: Money
    rate: Fraction
    on: date
    plan: Mapping[str, Any]
    purpose: str
    resolution: str
    approved_by: str
    contract_number: str
    guarantors: str
    source: int | None
    application: int | None

    def command(self) -> OpenLoan:
        return OpenLoan(
            type=self.type,
            member=self.member,
            approved=self.approved,
            rate=self.rate,
            on=self.on,
            **self.plan,
            purpose=self.purpose,
            resolution=self.resolution,
            approved_by=self.approved_by,
            contract_number=self.contract_number,
            guarantors=member_numbers(self.guarantors),
            source=self.source,
            application=self.application,
        )


def member_numbers(typed: str) -> tuple[str, ...]:
    """Member numbers with commas, spaces or lines between them."""
    parts = _BETWEEN.split(in_western_digits(typed).strip())
    return tuple(dict.fromkeys(part for part in parts if part))


def card_numbers(typed: str) -> tuple[int, ...]:
    """Card numbers with anything but digits between them."""
    found = re.findall(r"[0-9]+", in_western_digits(typed))
    return tuple(dict.fromkeys(int(one) for one in found if len(one) < 10))


def quality_facts(told: LoanQuality, voice: Voice) -> str:
    """The portfolio in a few words."""
    parts = (
        voice.tr("Owed: {amount} baht").format(amount=voice.money(told.outstanding)),
        voice.tr("Late amount: {amount} baht").format(amount=voice.money(told.amount_late)),
        voice.tr("At risk after 30 days: {percent}").format(percent=voice.percent(told.par_30)),
        voice.tr("At risk after 90 days: {percent}").format(percent=voice.percent(told.par_90)),
        voice.tr("To be set aside now: {amount} baht").format(amount=voice.money(told.change)),
    )
    return " · ".join(parts)
