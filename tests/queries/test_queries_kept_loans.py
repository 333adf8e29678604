"""Loans remembered between questions are those that a fresh reading finds, whatever happens."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ledger.domain.money import baht
from ledger.domain.owing import every_owing
from ledger.queries.kept_loans import every_loan
from ledger.usecases.lending import RescheduleLoan, SetLoanRate
from ledger.usecases.loan_easing import DeclareMoratorium
from ledger.usecases.loan_passing import TransferLoan, TransferReason
from ledger.usecases.repaying import WriteOffLoan
from ledger.usecases.reversing import ReverseEntry
from tests.support.books import found_village
from tests.support.lending import contract, lent, pay, pay_out, repay, with_types

FEBRUARY, MARCH = date(2026, 2, 1), date(2026, 3, 1)


def read_afresh(reader):
    rows = reader.rows("SELECT reverses FROM entries WHERE reverses IS NOT NULL")
    return every_owing(reader, {row[0] for row in rows})


def told(loans):
    return [(one, one.card(at=date(2026, 12, 31))) for one in loans]


def test_after_every_act_the_loans_remembered_are_those_in_the_file(tmp_path):
    village = with_types(found_village(tmp_path))
    with village.book:
        card = lent(village)
        source = village.one("SELECT card FROM loan_contracts WHERE direction = 'in'")
        heir, _ = village.member()
        payment = []

        def paid():
            payment.append(pay(village, card, baht(1_100), FEBRUARY).entries[0].number)

        def another():
            pay_out(village, contract(village, heir, baht(5_000)), baht(5_000))

        steps = (
            paid,
            lambda: repay(village, source, baht(2_000), FEBRUARY),
            another,
            lambda: village.run(
                SetLoanRate(card=card, from_day=MARCH, rate=Fraction(7, 100), resolution="1")
            ),
            lambda: village.run(ReverseEntry(entry=payment[0], on=MARCH, reason="ผิดคน")),
            lambda: village.run(
                RescheduleLoan(card=card, on=MARCH, resolution="2", instalments=24)
            ),
            lambda: village.run(
                DeclareMoratorium(
                    cards=(card,), start=date(2026, 3, 2), end=date(2026, 4, 30), resolution="3"
                )
            ),
            lambda: village.run(
                TransferLoan(
                    card=card,
                    to=heir,
                    on=MARCH,
                    reason=TransferReason.HEIR,
                    resolution="4",
                )
            ),
            lambda: village.run(WriteOffLoan(card=card, on=MARCH, resolution="5")),
        )
        for step in steps:
            step()
            assert told(village.book.ask(every_loan)) == told(village.book.ask(read_afresh)), step


def test_a_reader_of_an_earlier_act_reads_the_file(tmp_path):
    village = with_types(found_village(tmp_path))
    with village.book:
        card = lent(village)
        before = village.one("SELECT MAX(number) FROM acts")
        pay(village, card, baht(1_100), FEBRUARY)
        assert len(village.book.ask(every_loan)) == 2

        then = village.book.ask(lambda reader: every_loan(reader.at_act(before)))

        assert [len(one.payments) for one in then] == [0, 0]
