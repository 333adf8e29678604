"""One CODI contract, ten members' loans, three years: every figure worked by hand.

CODI lends 600,000 at 4 % on 1 January 2023, repaid 10,000 a month. Ten members borrow 36,000 each
at 6 %, 1,000 of principal a month; due on the first, actual/365. From 2 April to 1 October 2024
both legs rest without interest and every row comes six months later. Member 3 settles early, member
5 dies and her heir goes on, member 7 stops paying and is written off.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest

from ledger.domain.lending import Direction
from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, Money, baht
from ledger.queries.both_legs import both_legs
from ledger.queries.control import cards_and_control
from ledger.queries.loans import loan_card, loans
from ledger.usecases.loan_easing import DeclareMoratorium
from ledger.usecases.loan_passing import RecoverLoan, TransferLoan, TransferReason
from ledger.usecases.members import EndMembership
from ledger.usecases.repaying import RepayLender, WriteOffLoan
from ledger.usecases.visiting import ReceiveVisit
from tests.support.books import found_village
from tests.support.lending import (
    borrowing,
    contract,
    is_sound,
    item,
    owed,
    pay,
    pay_out,
    with_types,
)

BEGIN, END = date(2023, 1, 1), date(2025, 12, 31)
SETTLED, DEAD, WRITTEN_OFF = 2, 4, 6  # places in the list of ten
REST = (date(2024, 4, 2), date(2024, 10, 1))
LAST_PAID_BY_SEVEN = date(2025, 1, 1)


def notebook(principal: int, part: int, rate: int, dues: list[date]) -> list[Decimal]:
    """The interest of every due day as a bookkeeper reckons it: balance × rate × days / 36,500."""
    found, balance, before = [], Decimal(principal), BEGIN
    for day in dues:
        days = (day - before).days
        if before < REST[1] < day:
            days = (day - REST[1]).days
        cost = balance * rate * days / Decimal(36_500)
        found.append(cost.quantize(Decimal("0.01"), ROUND_HALF_UP))
        balance, before = balance - part, day
    return found


def money(amount: Decimal) -> Money:
    return Money.from_decimal(f"{amount:.2f}")


# Due days of three years: none from May to October 2024.
DUES = [
    day
    for year in (2023, 2024, 2025)
    for month in range(1, 13)
    if (day := date(year, month, 1)) > BEGIN and not (REST[0] <= day <= REST[1])
]
MEMBERS = notebook(36_000, 1_000, 6, DUES)
CODI = notebook(600_000, 10_000, 4, DUES)


class Lending:
    """Three years of both legs, lived once."""

    def __init__(self, village):
        self.village = village
        self.source = borrowing(village, baht(600_000), instalments=60, on=BEGIN)
        pay_out(village, self.source, baht(600_000), BEGIN)
        self.members = [village.member(on=BEGIN)[0] for _ in range(10)]
        self.heir = village.member(on=BEGIN)[0]
        self.cards = [
            contract(village, one, baht(36_000), instalments=36, source=self.source, on=BEGIN)
            for one in self.members
        ]
        for card in self.cards:
            pay_out(village, card, baht(36_000), BEGIN)

    def live(self):
        for at, day in enumerate(DUES):
            self._between(day)
            items = tuple(
                item(card, baht(1_000) + money(MEMBERS[at]))
                for place, card in enumerate(self.cards)
                if self._pays(place, day)
            )
            self.village.run(ReceiveVisit(on=day, items=items))
            amount = baht(10_000) + money(CODI[at])
            self.village.run(RepayLender(card=self.source, amount=amount, on=day))
            if day == date(2023, 12, 1):
                self._settle(day)
        self._give_up()

    def _pays(self, place, day):
        if place == SETTLED:
            return day <= date(2023, 12, 1)
        return place != WRITTEN_OFF or day <= LAST_PAID_BY_SEVEN

    def _settle(self, day):
        """The eleventh instalment is paid that day: 25,000 are left."""
        card = self.cards[SETTLED]
        assert self.village.book.ask(loan_card, card=card, at=day).settlement == baht(25_000)
        pay(self.village, card, baht(25_000), day)

    def _between(self, day):
        village = self.village
        if day == date(2024, 3, 1):
            died = date(2024, 2, 15)
            village.run(
                TransferLoan(
                    card=self.cards[DEAD],
                    to=self.heir,
                    on=date(2024, 2, 20),
                    reason=TransferReason.HEIR,
                    resolution="มติ ๒/๒๕๖๗",
                )
            )
            village.run(EndMembership(member=self.members[DEAD], on=died, why=Leaving.DECEASED))
        if day == date(2024, 11, 1):
            resting = [card for place, card in enumerate(self.cards) if place != SETTLED]
            village.run(
                DeclareMoratorium(
                    cards=(self.source, *resting),
                    start=REST[0],
                    end=REST[1],
                    extended_by=6,
                    resolution="มติ ๔/๒๕๖๗",
                )
            )

    def _give_up(self):
        card, on = self.cards[WRITTEN_OFF], date(2025, 12, 15)
        self.village.run(WriteOffLoan(card=card, on=on, resolution="มติ ๑๒/๒๕๖๘"))
        self.village.run(RecoverLoan(card=card, amount=baht(500), on=date(2025, 12, 20)))


@pytest.fixture(scope="module")
def lending(tmp_path_factory):
    village = found_village(tmp_path_factory.mktemp("three_years"), today=END, starts_on=BEGIN)
    with village.book:
        lived = Lending(with_types(village))
        lived.live()
        yield lived


def card(lending, place, at=END):
    return lending.village.book.ask(loan_card, card=lending.cards[place], at=at)


def test_the_notebook_begins_as_worked_on_paper():
    # 36,000 × 6 % × 31 / 365 = 183.452…; 35,000 × 28 = 161.096…; 600,000 × 4 % × 31 = 2,038.356…
    assert MEMBERS[:2] == [Decimal("183.45"), Decimal("161.10")]
    assert CODI[0] == Decimal("2038.36")
    assert len(DUES) == 29


def test_a_member_who_paid_every_instalment_owes_what_is_left_of_36(lending):
    told = card(lending, 0)

    assert (told.row.outstanding, told.row.days_late) == (baht(7_000), 0)  # 36 − 29 instalments
    assert sum((line.interest for line in told.lines), ZERO) == money(sum(MEMBERS, Decimal(0)))
    assert [(one.day, one.principal) for one in told.coming][:1] == [
        (date(2026, 1, 1), baht(1_000))
    ]
    assert told.coming[-1].day == date(2026, 7, 1)  # January 2026 and six months more
    assert told.row.restructured
    assert told.difference == ZERO


def test_nobody_is_late_in_the_middle_of_the_rest(lending):
    answer = lending.village.book.ask(loans, at=date(2024, 7, 15))

    assert [row.days_late for row in answer.rows] == [0] * 11
    resting = card(lending, 0, date(2024, 7, 15))
    assert (resting.standing.interest, resting.row.outstanding) == (ZERO, baht(21_000))


def test_who_settled_early_has_paid_interest_for_eleven_months(lending):
    told = card(lending, SETTLED)

    assert (told.row.settled_on, told.row.outstanding) == (date(2023, 12, 1), ZERO)
    paid = sum((line.interest for line in told.lines), ZERO)
    assert paid == money(sum(MEMBERS[:11], Decimal(0)))


def test_the_heir_owes_what_the_member_who_died_owed(lending):
    told = card(lending, DEAD)

    assert (told.contract.member, told.row.outstanding) == (lending.heir, baht(7_000))
    assert [one.from_member for one in told.transfers] == [lending.members[DEAD]]
    assert told.difference == ZERO


def test_what_was_written_off_is_expense_and_what_came_in_after_is_income(lending):
    told = card(lending, WRITTEN_OFF)

    # Paid 18 times up to 1 January 2025: 18,000 are left and given up.
    assert (told.row.written_off_on, told.row.outstanding) == (date(2025, 12, 15), ZERO)
    assert lending.village.balance("55050") == baht(18_000)
    assert (lending.village.balance("46030"), told.recovered) == (-baht(500), baht(500))


def test_both_legs_tie_to_the_ledger_after_three_years(lending):
    village = lending.village
    (pair,) = village.book.ask(both_legs, at=END).rows
    interest = {
        "members": sum(MEMBERS, Decimal(0)) * 8
        + sum(MEMBERS[:11], Decimal(0))
        + sum(MEMBERS[:18], Decimal(0)),
        "codi": sum(CODI, Decimal(0)),
    }

    # Eight loans of 7,000; to CODI 600,000 − 29 × 10,000.
    assert (pair.members_balance, pair.balance) == (baht(56_000), baht(310_000))
    assert village.balance("13010") == baht(56_000)
    assert village.balance("24010") == -baht(310_000)
    assert -village.balance("41010") == pair.collected.interest == money(interest["members"])
    assert village.balance("51040") == pair.repaid.interest == money(interest["codi"])
    assert pair.spread == money(interest["members"] - interest["codi"])
    assert pair.collected.principal == baht(8 * 29_000 + 36_000 + 18_000)
    assert sum((owed(village, one) for one in lending.cards), ZERO) == baht(56_000)
    assert village.book.ask(cards_and_control).agrees
    assert is_sound(village)


def test_members_owe_less_than_the_cooperative_and_the_lists_say_so(lending):
    answer = lending.village.book.ask(loans, at=END, leg=Direction.OUT)

    assert answer.outstanding == baht(56_000)
    assert len([row for row in answer.rows if row.outstanding > ZERO]) == 8
