"""Money that moves between funds when a member leaves: each fund pays with what it has over."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from ledger.domain.accounts import RoleAccount
from ledger.domain.entries import Side, credit, debit, imbalances
from ledger.domain.money import ZERO, baht
from ledger.usecases.setting_off import across_funds

CASH, OWING, SAVINGS = "11010", "23510", "21010"


class Chart:
    """A book of which nothing is asked but the account of cash."""

    def newest(self, kind, role):
        assert (kind, role) == (RoleAccount, "cash")
        return RoleAccount(role, CASH)


def told(value):
    return value


def settled(**nets):
    """What the entry does on the payable and on cash, by fund, where funds owe or ask so much."""
    lines = []
    for fund, net in nets.items():
        amount = baht(abs(net))
        owing, other = (credit, debit) if net > 0 else (debit, credit)
        lines += [other(SAVINGS, amount, fund=fund), owing(OWING, amount, fund=fund)]
    found = across_funds(told(SimpleNamespace(bank=None)), told(Chart()), tuple(lines), OWING)
    assert not any(imbalances(found).values())

    def on(account, side):
        of_fund = dict.fromkeys(nets, ZERO)
        for line in found:
            if line.account == account:
                of_fund[line.fund] += line.amount if line.side is side else -line.amount
        return {fund: amount.satang // 100 for fund, amount in of_fund.items() if amount != ZERO}

    return on(OWING, Side.CREDIT), on(CASH, Side.DEBIT)


@pytest.mark.parametrize(
    ("nets", "payable", "cash"),
    [
        ({"A": 100}, {"A": 100}, {}),
        ({"A": 100, "B": 50}, {"A": 100, "B": 50}, {}),
        ({"A": 100, "B": -100}, {}, {"A": -100, "B": 100}),
        ({"A": 100, "B": -30}, {"A": 70}, {"A": -30, "B": 30}),
        # A has only 20 left for C, whose other 20 come from D.
        (
            {"A": 50, "B": -30, "C": -40, "D": 30},
            {"D": 10},
            {"A": -50, "B": 30, "C": 40, "D": -20},
        ),
        ({"B": -70, "A": 50, "D": 30}, {"D": 10}, {"A": -50, "B": 70, "D": -20}),
    ],
)
def test_a_fund_that_is_short_gets_money_from_those_that_owe_and_the_rest_is_paid(
    nets, payable, cash
):
    assert settled(**nets) == (payable, cash)
