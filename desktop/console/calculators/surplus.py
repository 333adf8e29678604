"""``satcha surplus``: a surplus and a proposal in, the allocation and the legal tests out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ledger.domain.codec import plain_value, read_value
from ledger.domain.limits import check_amount
from ledger.domain.money import ZERO, Money
from ledger.domain.surplus import ProposalLine, SurplusRule, allocate

_USUAL_RULE = SurplusRule()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """``part`` of a line and all limits are percent of the surplus.

    ``drawn`` comes to the dividend from the equalisation fund, beside its line.
    """

    surplus: Money
    proposal: tuple[ProposalLine, ...] = ()
    rule: SurplusRule = _USUAL_RULE
    drawn: Money = ZERO


def answer(case: object) -> dict[str, Any]:
    """``{"lines": [{"use", "name", "amount", "percent"}], "reserve", "tests": [...], "passed"}``.

    ``passed`` says whether every legal test holds.

    Raises:
        AmountOutOfRange, and the refusals of reading and those of ``allocate``.
    """
    asked: Case = read_value(Case, case)
    check_amount("drawn", asked.drawn, least=ZERO)
    allocation = allocate(asked.surplus, asked.proposal, asked.rule, drawn=asked.drawn)
    return {
        "surplus": asked.surplus.as_decimal(),
        "lines": [
            {
                "use": line.use.value,
                "name": line.name,
                "amount": line.amount.as_decimal(),
                "percent": Money(line.percent).as_decimal(),
            }
            for line in allocation.lines
        ],
        "reserve": allocation.reserve.as_decimal(),
        "tests": [plain_value(test) for test in allocation.tests],
        "passed": allocation.is_lawful,
    }
