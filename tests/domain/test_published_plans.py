"""Tables that others have published, to the satang; and an honest list of those that differ."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ledger.domain.codec import read_value
from ledger.domain.loans.plans import plan_of
from ledger.domain.loans.terms import PlanTerms
from ledger.domain.money import Money, Rounding

PUBLISHED = json.loads(
    (Path(__file__).parents[1] / "data" / "published_plans.json").read_text(encoding="utf-8")
)


def named(cases):
    return [pytest.param(case, id=f"{case['source'][:24]} {case['name']}") for case in cases]


def differences(case):
    """Every published figure that ours does not have: (row, column, ours, published)."""
    rows = list(plan_of(read_value(PlanTerms, case["terms"])).rows)
    found: list[tuple[Any, ...]] = []
    if len(rows) != case.get("count", len(rows)):
        found.append(("count", len(rows), case["count"]))
    for fact in case["rows"]:
        row = rows[fact["n"] - 1]
        found += [
            (fact["n"], name, shown(case, getattr(row, name)), fact[name])
            for name in ("principal", "interest", "total", "balance")
            if name in fact and shown(case, getattr(row, name)) != Money.from_decimal(fact[name])
        ]
        if fact.get("due", row.due.isoformat()) != row.due.isoformat():
            found.append((fact["n"], "due", row.due, fact["due"]))
    for part in case.get("sums", []):
        for name in {"principal", "interest"} & part.keys():
            satang = sum(getattr(row, name).satang for row in rows[part["from"] - 1 : part["to"]])
            if shown(case, Money(satang)) != Money.from_decimal(part[name]):
                found.append((part["from"], name, satang, part[name]))
    return found


def shown(case, amount):
    """The amount as the source prints it: some show whole units only."""
    return Rounding(case["shown_in"]).of(amount.satang) if "shown_in" in case else amount


@pytest.mark.parametrize("case", named(PUBLISHED["matched"]))
def test_the_published_table_is_ours_to_the_satang(case):
    assert differences(case) == []


@pytest.mark.parametrize("case", named(PUBLISHED["differs"]))
def test_what_differs_is_listed_with_its_reason(case):
    assert case["reason"]
    assert differences(case)


def test_there_are_more_than_sixty_published_cases_with_their_source():
    assert len(PUBLISHED["matched"]) >= 60
    assert all(case["source"] for case in PUBLISHED["matched"])
