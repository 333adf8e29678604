"""Every account has one name of its own, which plain-text programs read as it was meant."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.accounts import Kind
from ledger.domain.money import ZERO
from ledger.exchange.full_names import beancount_names, full_names
from ledger.queries.accounts import ChartRow

BEANCOUNT = re.compile(r"(Assets|Liabilities|Equity|Income|Expenses)(:[A-Z0-9][A-Za-z0-9-]*)*")


def account(code, kind=Kind.ASSET, name="", parent=None, *, head=False):
    return ChartRow(
        account=code,
        name_th=name or code,
        name_en=name or code,
        kind=kind,
        parent=parent,
        level=0,
        head=head,
        card=None,
        closed=False,
        roles=(),
        balance=ZERO,
    )


CHART = (
    account("10000", name="Assets", head=True),
    account("11000", name="Cash", parent="10000", head=True),
    account("11010", name="Cash in hand", parent="11000"),
    account("99", Kind.EXPENSE, name="Tea: green; hot"),
)


def test_a_name_says_the_kind_the_heads_and_the_account():
    assert full_names(CHART) == {
        "10000": "assets",
        "11000": "assets:11000 Cash",
        "11010": "assets:11000 Cash:11010 Cash in hand",
        "99": "expenses:99 Tea- green, hot",
    }


def test_beancount_gets_letters_digits_and_dashes():
    assert beancount_names(CHART) == {
        "10000": "Assets",
        "11000": "Assets:11000-Cash",
        "11010": "Assets:11000-Cash:11010-Cash-in-hand",
        "99": "Expenses:99-Tea-green-hot",
    }


def test_an_account_that_came_in_under_a_full_name_keeps_it():
    rows = [
        account("Assets:Bank:เงินออม", name="x", parent="assets"),
        account("revenues:rent", Kind.INCOME),
        account("assets", head=True),
    ]

    assert full_names(rows) == {
        "Assets:Bank:เงินออม": "Assets:Bank:เงินออม",
        "revenues:rent": "revenues:rent",
        "assets": "assets",
    }
    assert beancount_names(rows)["Assets:Bank:เงินออม"] == "Assets:Bank:X"
    assert beancount_names(rows)["revenues:rent"] == "Income:Rent"


def test_a_name_that_says_another_kind_than_the_account_s_is_not_believed():
    assert full_names([account("income:odd", Kind.ASSET)]) == {
        "income:odd": "assets:income-odd income-odd"
    }


def test_two_accounts_never_get_the_same_name():
    rows = [account("assets:a  b"), account("assets:a b"), account("assets:a;b", name="y")]

    names = list(full_names(rows).values())

    assert names == ["assets:a b", "assets:a b-2", "assets:a,b"]
    assert len(set(beancount_names(rows).values())) == 3


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


@given(st.lists(st.tuples(texts, texts, st.sampled_from(Kind)), unique_by=lambda row: row[0]))
def test_whatever_they_are_called_names_stay_apart_and_readable(made):
    rows = [account(code, kind, name) for code, name, kind in made]

    for names in (full_names(rows), beancount_names(rows)):
        assert len(set(names.values())) == len(rows)
    for name in full_names(rows).values():
        assert not re.search(r"\s\s|;|^\s|\s$|[\n\t]", name)
    for name in beancount_names(rows).values():
        assert BEANCOUNT.fullmatch(name)
