"""``satcha welfare``: a benefit rule, a member and an event in, the amount and why out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ledger.domain.benefits import (
    BenefitRule,
    Claimant,
    Finding,
    FundYear,
    PaidBenefit,
    WelfareEvent,
)
from ledger.domain.codec import plain_value, read_value
from ledger.domain.welfare import assess, check_rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """``paid`` are benefits of the same rule paid to the member before."""

    rule: BenefitRule
    member: Claimant
    event: WelfareEvent
    paid: tuple[PaidBenefit, ...] = ()
    year: FundYear | None = None


def answer(case: object) -> dict[str, Any]:
    """``{"amount", "units", "passed", "blocks": [...], "cuts": [...], "left_this_year"}``.

    ``blocks`` say why nothing is paid, ``cuts`` why it is less than asked; each has ``reason``,
    ``fact`` and ``sentence`` in both languages. ``passed`` is false while something blocks.

    Raises:
        The refusals of reading and those of ``check_rule``.
    """
    asked: Case = read_value(Case, case)
    check_rule(asked.rule)
    found = assess(asked.rule, asked.member, asked.event, paid=asked.paid, year=asked.year)
    return {
        "amount": found.amount.as_decimal(),
        "units": found.units,
        "passed": found.is_payable,
        "blocks": [_finding(one) for one in found.blocks],
        "cuts": [_finding(one) for one in found.cuts],
        "left_this_year": plain_value(found.left_this_year),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    from reports.words.benefit_reasons import benefit_reason
    from reports.words.voice import Voice

    return {
        "reason": finding.reason.value,
        "fact": finding.fact,
        "sentence": {
            "th": benefit_reason(finding, Voice("th")),
            "en": benefit_reason(finding, Voice("en")),
        },
    }
