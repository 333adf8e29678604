"""The rows of a plan with flat interest: on the whole loan to the end, whatever was repaid."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from ledger.domain.loans.course import Course
from ledger.domain.loans.declining import Columns
from ledger.domain.loans.terms import Method, PlanTerms, Residue
from ledger.domain.money import Money


def flat_columns(terms: PlanTerms, course: Course) -> Columns:
    """The rows; the interest of all together is that of the whole term, rounded once.

    Where an instalment rounded up repays sooner, the last rows carry interest only.

    Raises:
        InstalmentNeverRepays: the instalment is not above the interest of any row.
    """
    owed, waiting = terms.principal.satang, terms.grace.principal
    interest = _interest(terms, course)
    parts = [0] * waiting + _parts(terms, owed, interest[waiting:])
    return Columns(parts, interest, [owed - paid for paid in accumulate(parts)])


def _interest(terms: PlanTerms, course: Course) -> list[int]:
    ratio, owed, factors = terms.rounding.interest.ratio, terms.principal.satang, course.factors
    left, weight = ratio(owed * sum(factors), course.whole), sum(factors)
    if terms.residue is Residue.SPREAD:
        rows = []
        for factor in factors:
            rows.append(ratio(left * factor, weight) if factor else 0)
            left, weight = left - rows[-1], weight - factor
        return rows
    # Rounded up row by row the sum could be passed: no row takes more than is left of it.
    order = range(len(factors)) if terms.residue is Residue.LAST else range(len(factors))[::-1]
    charged = [row for row in order if factors[row]]
    rows = [0] * len(factors)
    for row in charged[:-1]:
        rows[row] = min(left, ratio(owed * factors[row], course.whole))
        left -= rows[row]
    if charged:
        rows[charged[-1]] = left
    return rows


def _parts(terms: PlanTerms, owed: int, interest: Sequence[int]) -> list[int]:
    """The principal of each row after the grace."""
    if terms.method is Method.BULLET:
        return [0] * (len(interest) - 1) + [owed]
    if terms.method is Method.BY_HAND:
        return [part.satang for part in terms.principals]
    if terms.residue is Residue.SPREAD and terms.instalment is None:
        return _spread(terms, owed, interest)
    if terms.method is Method.EQUAL_PRINCIPAL:
        return _equal_principal(terms, owed, len(interest))
    return _at_level(terms, owed, interest)


def _spread(terms: PlanTerms, owed: int, interest: Sequence[int]) -> list[int]:
    parts, cost = [], sum(interest)
    for row, charge in enumerate(interest):
        left = len(interest) - row
        if terms.method is Method.EQUAL_PRINCIPAL:
            part = terms.rounding.principal.ratio(owed, left)
        else:
            part = terms.rounding.instalment.ratio(owed + cost, left) - charge
        parts.append(owed if left == 1 else min(owed, max(0, part)))
        owed, cost = owed - parts[-1], cost - charge
    return parts


def _equal_principal(terms: PlanTerms, owed: int, rows: int) -> list[int]:
    part = terms.rounding.principal.ratio(owed, rows)
    if terms.instalment is not None:
        part = terms.instalment.satang
    left, equal = max(0, owed - part * (rows - 1)), [part] * (rows - 1)
    return _within(owed, [left, *equal] if terms.residue is Residue.FIRST else [*equal, left])


def _at_level(terms: PlanTerms, owed: int, interest: Sequence[int]) -> list[int]:
    rows = len(interest)
    level = terms.rounding.instalment.ratio(owed + sum(interest), rows)
    if terms.instalment is not None:
        level = terms.instalment.satang
    if rows > 1 and level <= min(interest):
        from ledger.domain.loans.refusals import InstalmentNeverRepays

        raise InstalmentNeverRepays(Money(level), Money(interest[0]), rows)
    first = terms.residue is Residue.FIRST
    others = [max(0, level - cost) for cost in (interest[1:] if first else interest[:-1])]
    left = max(0, owed - sum(others))
    return _within(owed, [left, *others] if first else [*others, left])


def _within(owed: int, parts: Sequence[int]) -> list[int]:
    """The parts cut off where the debt ends; what is missing falls on the last row."""
    kept = []
    for part in parts:
        kept.append(min(part, owed))
        owed -= kept[-1]
    kept[-1] += owed
    return kept
