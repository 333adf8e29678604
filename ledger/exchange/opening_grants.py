"""Grants that run at the cut-over, from three sheets: contracts, budget lines, what was spent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ledger.domain.entries import GENERAL_FUND
from ledger.domain.money import ZERO, Money
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.grants import GrantExists, UnknownGrant, UnknownGrantLine
from ledger.exchange.opening_file import OpeningFile
from ledger.queries.opening import OpeningLists
from ledger.usecases.grant_carrying import CarriedGrant, CarriedSpending
from ledger.usecases.granting import BudgetLine, check_lines

GRANT_SHEETS = frozenset({"grants", "grant_lines", "grant_spent"})
Values = dict[str, Any]


@dataclass(slots=True)
class GrantReading:
    """The rows of the three sheets, put together when the workbook ends."""

    found: OpeningFile
    lists: OpeningLists
    grants: dict[str, tuple[int, Values]] = field(default_factory=dict)
    lines: dict[str, list[BudgetLine]] = field(default_factory=dict)
    spent: dict[str, list[CarriedSpending]] = field(default_factory=dict)

    def take(self, sheet: str, number: int, values: Values) -> None:
        """One row that was read.

        Raises:
            UnknownGrant, UnknownGrantLine: no row above has its grant or line.
        """
        if sheet == "grants":
            self.grants[values["code"]] = number, values
            return
        grant = values["grant"]
        if grant not in self.grants:
            raise UnknownGrant(grant)
        if sheet == "grant_lines":
            self.lines.setdefault(grant, []).append(_line(values))
            return
        line = values["line"]
        known = tuple(one.code for one in self.lines.get(grant, ()))
        if line not in known:
            raise UnknownGrantLine(grant, line, known)
        self.spent.setdefault(grant, []).append(
            CarriedSpending(
                line=line, amount=values["amount"], household=values.get("household", "")
            )
        )

    def settle(self, refuse: Callable[[int, str, Any, Refusal], None]) -> Money:
        """Make the grants; answers what is held of them, as the control account has it."""
        held = ZERO
        for code, (number, values) in self.grants.items():
            try:
                held -= self._settle_one(code, values)
            except GrantExists as refusal:
                refuse(number, "code", code, refusal)
            except Refusal as refusal:
                refuse(number, "total", values["total"].as_decimal(), refusal)
        return held

    def _settle_one(self, code: str, values: Values) -> Money:
        """What is held of a grant that is new.

        Raises:
            GrantExists, and the refusals of ``check_lines``: why it is not taken over.
        """
        before = self.lists.registers.grants.get(code)
        if before is not None:
            if before != values["total"]:
                raise GrantExists(code)
            self.found.known_rows += 1
            return ZERO
        lines = tuple(self.lines.get(code, ()))
        check_lines(code, values["total"], lines)
        grant = CarriedGrant(
            code=code,
            donor=values["donor"],
            purpose=values["purpose"],
            total=values["total"],
            on=values["on"],
            lines=lines,
            received=values.get("received", ZERO),
            spent=tuple(self.spent.get(code, ())),
            returned=values.get("returned", ZERO),
            fund=values.get("fund") or GENERAL_FUND,
            agreement=values.get("agreement", ""),
            ends_on=values.get("ends_on"),
        )
        self.found.grants.append(grant)
        return grant.held


def _line(values: Values) -> BudgetLine:
    limit: Money | None = values.get("household_limit")
    return BudgetLine(
        code=values["line"],
        name=values["name"],
        amount=values["amount"],
        per_household=values.get("per_household") == "yes" or limit is not None,
        household_limit=limit,
    )
