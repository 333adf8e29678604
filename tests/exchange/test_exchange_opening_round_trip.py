"""Whatever is typed into the opening workbook in whatever way is read as what was meant."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from ledger.domain.assets import AssetKind
from ledger.domain.days import Month, day_after
from ledger.domain.members import Person
from ledger.domain.money import ZERO, Money, total
from ledger.exchange import apart, cells
from ledger.exchange.opening_reading import read_opening
from ledger.exchange.opening_sheets import labels_of, opening_sheets, tab_of
from ledger.queries.opening import opening_lists
from ledger.usecases.carrying import CardBalance
from ledger.usecases.members import AdmitMember
from ledger.usecases.owning import RegisterAsset
from tests.support.books import found_village

THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
CUT = date(2025, 1, 31)


@pytest.fixture(scope="module")
def lists(tmp_path_factory):
    village = found_village(tmp_path_factory.mktemp("lists"))
    with village.book:
        yield village.book.ask(opening_lists)


def as_day(day, way):
    """The day as somebody types it."""
    common, buddhist = (f"{day.day}/{day.month}/{day.year + more}" for more in (0, 543))
    return [day, common, buddhist, buddhist.translate(THAI), day.isoformat()][way % 5]


def as_amount(amount, way):
    plain = Decimal(amount.satang) / 100
    return [float(plain), f"{plain:,.2f}", f"{plain:.2f}".translate(THAI), f" {plain:,.2f} "][
        way % 4
    ]


amounts = st.integers(1, 10**11).map(Money)
days = st.dates(date(1960, 1, 1), CUT)
ways = st.integers(0, 99)
people = st.tuples(st.sampled_from(["นาง", "นาย", ""]), days, amounts, ways)
things = st.tuples(st.sampled_from(list(AssetKind)), days, amounts, st.integers(1, 600), ways)


def written(folder: Path, rows: dict[str, list[dict[str, object]]]) -> Path:
    """A workbook with just these rows, its columns in their order."""
    book = Workbook(write_only=True)
    for sheet, columns in opening_sheets().items():
        made = book.create_sheet(tab_of(sheet))
        made.append([column.heading for column in columns])
        for row in rows.get(sheet, ()):
            made.append([row.get(column.name) for column in columns])
    path = folder / "opening.xlsx"
    book.save(path)
    return path


def meant(members, assets):
    """Rows as they are typed, and what they mean."""
    rows = {"settings": [{"cut_over": as_day(CUT, len(members))}]}
    rows["members"] = [
        {"number": f"{at:04}", "title": title, "given": f"ก{at}", "joined": as_day(joined, way)}
        for at, (title, joined, _, way) in enumerate(members)
    ]
    rows["savings"] = [
        {"member": f"{at:04}", "product": "SAVINGS", "balance": as_amount(amount, way)}
        for at, (_, _, amount, way) in enumerate(members)
    ]
    labels = dict(zip(AssetKind, labels_of("asset_kind"), strict=True))
    rows["assets"] = [
        {
            "number": f"A-{at}",
            "name": "ของ",
            "kind": labels[kind] if way % 2 else kind.value,
            "cost": as_amount(cost, way),
            "bought": as_day(bought, way),
            "months": months,
            "residual": 0,
        }
        for at, (kind, bought, cost, months, way) in enumerate(assets)
    ]
    admitted = [
        AdmitMember(person=Person(title=title, given=f"ก{at}"), on=joined, number=f"{at:04}")
        for at, (title, joined, _, _) in enumerate(members)
    ]
    kept = [
        RegisterAsset(
            number=f"A-{at}",
            name="ของ",
            kind=kind,
            cost=cost,
            bought=bought,
            first=Month.of(day_after(CUT)),
            months=months,
            residual=ZERO,
        )
        for at, (kind, bought, cost, months, _) in enumerate(assets)
    ]
    saved = [
        CardBalance(product="SAVINGS", amount=amount, member=f"{at:04}")
        for at, (_, _, amount, _) in enumerate(members)
    ]
    return rows, admitted, saved, kept


def read_as_meant(lists, folder, members, assets):
    rows, admitted, saved, kept = meant(members, assets)
    sums = {lists.roles[kind.role]: ZERO for kind, *_ in assets}
    for kind, _, cost, _, _ in assets:
        sums[lists.roles[kind.role]] += cost
    owed = total(one.amount for one in saved)
    rows["accounts"] = [
        {"account": code, "debit": as_amount(held, 1)} for code, held in sums.items()
    ]
    if owed > ZERO:
        rows["accounts"].append({"account": "21010", "credit": as_amount(owed, 2)})

    found = read_opening(written(folder, rows), lists)

    assert [one.refusal for one in found.problems] == []
    assert (found.on, found.members, found.cards, found.assets) == (CUT, admitted, saved, kept)
    assert (found.debit, found.credit) == (total(sums.values()), owed)
    assert all(row.difference == ZERO for row in found.footings)


@given(members=st.lists(people, max_size=4), assets=st.lists(things, max_size=3))
def test_what_is_typed_is_read_as_it_was_meant(lists, tmp_path_factory, members, assets):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(apart, "_READ", apart.rows_here)
        read_as_meant(lists, tmp_path_factory.mktemp("typed"), members, assets)


@pytest.mark.parametrize(
    ("where", "fault"),
    [
        ("ERA_OFFSET", 542),
        ("_AMOUNT", re.compile(r"[0-9]+(?:\.[0-9]{1,2})?")),
        ("_THAI_DIGITS", str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456798")),
    ],
)
def test_a_planted_fault_is_caught(lists, tmp_path, monkeypatch, where, fault):
    monkeypatch.setattr(apart, "_READ", apart.rows_here)
    monkeypatch.setattr(cells, where, fault)
    members = [("", date(2000, 9, 18), Money(100_029), way) for way in range(4)]

    with pytest.raises(AssertionError):
        read_as_meant(lists, tmp_path, members, [])
