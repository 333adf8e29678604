"""What the forms of projects know and decide, without Qt: budget lines typed row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import count

from ledger.domain.money import Money, total
from ledger.queries.grants import GrantLineRow, Grants
from ledger.queries.leases import Leases
from ledger.usecases.granting import BudgetLine
from reports.words.amounts import WrongAmount, parse_amount
from reports.words.figures import decimal, in_western_digits
from reports.words.voice import Voice

_NUMBER = "[0-9][0-9,.]*"
_PLAIN = re.compile(rf"(?P<name>.*\S)\s+(?P<amount>{_NUMBER})(?P<limit>)")
_LIMITED = re.compile(rf"(?P<name>.*\S)\s+(?P<amount>{_NUMBER})\s*/\s*(?P<limit>{_NUMBER})")


@dataclass(frozen=True, slots=True)
class Budget:
    """Budget lines as typed: ``wrong`` is the first row that says none, counted from one."""

    lines: tuple[BudgetLine, ...]
    wrong: int | None

    @property
    def total(self) -> Money:
        return total(line.amount for line in self.lines)

    def like(self, before: Iterable[GrantLineRow]) -> tuple[BudgetLine, ...]:
        """Lines that had the same name keep their code and their way of spending.

        New ones get numbers that are not in use.
        """
        known = {line.name: line for line in before}
        used = {line.line for line in known.values()}
        free = (str(number) for number in count(1) if str(number) not in used)
        return tuple(
            replace(line, code=known[line.name].line, per_household=known[line.name].per_household)
            if line.name in known
            else replace(line, code=next(free))
            for line in self.lines
        )


def budget_text(lines: Iterable[GrantLineRow]) -> str:
    """The lines as ``budget_of`` reads them."""
    rows = []
    for line in lines:
        limit = line.household_limit
        behind = "" if limit is None else f" / {decimal(limit)}"
        rows.append(f"{line.name} {decimal(line.budget)}{behind}")
    return "\n".join(rows)


def budget_of(typed: str) -> Budget:
    """A row is a name, baht, and behind a slash the most that one household may get.

    ``ถนน 60,000`` or ``ปรับปรุงบ้าน 40,000 / 15,000``; the lines are numbered 1, 2, 3.
    """
    lines: list[BudgetLine] = []
    for at, row in enumerate(typed.splitlines(), start=1):
        if not row.strip():
            continue
        line = _line(str(len(lines) + 1), in_western_digits(row.strip()), row.strip())
        if line is None:
            return Budget(tuple(lines), at)
        lines.append(line)
    return Budget(tuple(lines), None)


def _line(code: str, plain: str, typed: str) -> BudgetLine | None:
    found = _LIMITED.fullmatch(plain) or _PLAIN.fullmatch(plain)
    if found is None:
        return None
    amount = _amount(found["amount"])
    limit = _amount(found["limit"]) if found["limit"] else None
    if amount is None or (found["limit"] and limit is None):
        return None
    # The name keeps its own digits; both texts are as long as each other.
    name = typed[: found.end("name")]
    return BudgetLine(code=code, name=name, amount=amount, household_limit=limit)


def _amount(text: str) -> Money | None:
    read = parse_amount(text)
    return None if isinstance(read, WrongAmount) or read.satang <= 0 else read


def projects_facts(grants: Grants, leases: Leases, voice: Voice) -> str:
    """What of grants and land rent is still there, and what the owners wait for."""
    parts = (
        voice.tr("Grants not spent: {amount} baht").format(amount=voice.money(grants.remaining)),
        voice.tr("Rent collected, not remitted: {amount} baht").format(
            amount=voice.money(leases.held)
        ),
        voice.tr("Rent owed to owners: {amount} baht").format(amount=voice.money(leases.open)),
    )
    return " · ".join(parts)


@dataclass(frozen=True, slots=True)
class LoanPremiums:
    """Premiums as typed: a card of a loan and baht a row; ``wrong`` is the first that is none."""

    rows: tuple[tuple[int, Money], ...]
    wrong: int | None


def premiums_of(typed: str) -> LoanPremiums:
    """Read ``12 1,200`` row by row; two columns of a spreadsheet are such rows."""
    found: list[tuple[int, Money]] = []
    for at, row in enumerate(in_western_digits(typed).splitlines(), start=1):
        parts = row.split()
        if not parts:
            continue
        amount = _amount(parts[1]) if len(parts) == 2 and parts[0].isdecimal() else None
        if amount is None or len(parts[0]) > 9:
            return LoanPremiums(tuple(found), at)
        found.append((int(parts[0]), amount))
    return LoanPremiums(tuple(found), None)
