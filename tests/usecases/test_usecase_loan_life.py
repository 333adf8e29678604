"""A loan from the application to what becomes of it when it is not paid."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from ledger.domain.lending import LoanContract
from ledger.domain.loan_life import CollateralKind
from ledger.domain.loans.terms import Method
from ledger.domain.members import Decision, Leaving
from ledger.domain.money import ZERO, baht
from ledger.domain.refusals import MemberLeft, OnHold, ReasonMissing
from ledger.domain.refusals.loan_life import (
    AboveLoanLimit,
    ClearsAnother,
    ClearsTooMuch,
    CollateralReleased,
    ContractUnlikeApplication,
    DecidedBeforeAsked,
    GrantedTooMuch,
    GuarantorAlready,
    LoanApplicationDecided,
    LoanApplicationUsed,
    LoanNotApproved,
    MemberOwesLoans,
    MoratoriumEmpty,
    MoratoriumEndsBefore,
    MoratoriumOverlaps,
    NotAGuarantor,
    NotWrittenOff,
    RecoveredTooMuch,
    SameBorrower,
    SavingsFirst,
    StillGuarantor,
    TooFewGuarantors,
    TooManyGuarantees,
    TooManyLoans,
    TooManyMissed,
    UnknownCollateral,
    UnknownLoanApplication,
)
from ledger.domain.refusals.owing import (
    GuaranteeCircle,
    LoanTwice,
    NothingOwed,
    PayoutAboveApproval,
    PlanBeforeLast,
    WrongLeg,
)
from ledger.queries.instalments import loans_due
from ledger.queries.loan_life import (
    defective_collateral,
    guarantees,
    loan_applications,
    loan_limit,
)
from ledger.queries.loans import loan_card
from ledger.usecases.lending import OpenLoan
from ledger.usecases.loan_applying import ApplyForLoan, DecideLoanApplication, SetLoanLimits
from ledger.usecases.loan_easing import DeclareMoratorium
from ledger.usecases.loan_passing import RecoverLoan, TransferLoan, TransferReason
from ledger.usecases.loan_security import (
    AddGuarantor,
    PledgeCollateral,
    ReleaseCollateral,
    ReleaseGuarantor,
)
from ledger.usecases.members import EndMembership
from ledger.usecases.repaying import WriteOffLoan
from ledger.usecases.reversing import ReverseEntry
from tests.support.books import START, TODAY
from tests.support.lending import (
    SIX,
    borrowing,
    contract,
    is_sound,
    lent,
    owed,
    pay,
    pay_out,
    with_types,
)
from tests.support.refused import refused

FEBRUARY = date(2026, 2, 1)
MORATORIUM_ENDS = date(2026, 5, 31)


@pytest.fixture
def lending(village):
    """A village with loan types and money that was drawn from CODI."""
    source = borrowing(with_types(village))
    pay_out(village, source, baht(50_000))
    return village


def card_of(village, card, at=TODAY):
    return village.book.ask(loan_card, card=card, at=at)


# ── applications ────────────────────────────────────────────────────────────────────────────────


def applied(village, member, amount=12_000):
    command = ApplyForLoan(
        member=member, type="ORD", amount=baht(amount), on=START, purpose="ซ่อมบ้าน"
    )
    return int(str(village.run(command).made["application"]))


def decide(village, number, **named):
    fields = {"approved": True, "resolution": "มติ ๕/๒๕๖๙", "decided_by": "กรรมการ", **named}
    return village.run(DecideLoanApplication(application=number, on=START, **fields))


def test_an_application_becomes_the_contract_that_the_committee_approved(lending):
    member, _ = lending.member()
    number = applied(lending, member)
    decide(lending, number, amount=baht(10_000))

    card = contract(lending, member, baht(10_000), application=number)

    kept = card_of(lending, card).contract
    assert (kept.purpose, kept.resolution, kept.approved_by) == ("ซ่อมบ้าน", "มติ ๕/๒๕๖๙", "กรรมการ")
    assert kept.approved_on == START
    (row,) = lending.book.ask(loan_applications).rows
    assert (row.application.card, row.application.granted) == (card, baht(10_000))
    with refused(lending.book, LoanApplicationUsed, application=number, card=card):
        contract(lending, member, baht(10_000), application=number)


def test_a_refused_application_makes_no_contract_and_keeps_its_reason(lending):
    member, _ = lending.member()
    number = applied(lending, member)
    with refused(lending.book, ReasonMissing):
        decide(lending, number, approved=False)

    decide(lending, number, approved=False, reason="ออมไม่ครบ")

    with refused(lending.book, LoanNotApproved, application=number):
        contract(lending, member, application=number)
    with refused(lending.book, LoanApplicationDecided, application=number):
        decide(lending, number)
    told = lending.book.ask(loan_applications, decision=Decision.REJECTED)
    assert (told.rows[0].application.reason, told.waiting) == ("ออมไม่ครบ", 0)


def test_no_more_is_granted_than_was_asked_nor_lent_than_was_granted(lending):
    member, _ = lending.member()
    other, _ = lending.member()
    number = applied(lending, member)
    with refused(lending.book, GrantedTooMuch):
        decide(lending, number, amount=baht(12_001))
    decide(lending, number, amount=baht(9_000))

    with refused(lending.book, ContractUnlikeApplication, field="approved"):
        contract(lending, member, baht(9_001), application=number)
    with refused(lending.book, ContractUnlikeApplication, field="member"):
        contract(lending, other, baht(9_000), application=number)
    with refused(lending.book, UnknownLoanApplication, application=9):
        contract(lending, member, application=9)


# ── limits ──────────────────────────────────────────────────────────────────────────────────────


def limit(village, **named):
    return village.run(SetLoanLimits(type="ORD", from_day=START, **named))


def test_a_member_borrows_up_to_the_multiples_of_savings_and_shares(lending):
    member, cards = lending.member()
    card = lending.savings(member)
    lending.deposit(card, baht(2_000), on=START)
    lending.buy(cards["SHARES"], baht(1_000), on=START)
    limit(lending, of_savings=Fraction(3), of_shares=Fraction(2), most=baht(50_000))

    with refused(lending.book, AboveLoanLimit, limit=baht(8_000), owed=ZERO):
        contract(lending, member, baht(8_001))
    pay_out(lending, contract(lending, member, baht(6_000)), baht(6_000))

    told = lending.book.ask(loan_limit, member=member, type="ORD", at=TODAY)
    assert (told.limit, told.owed, told.left) == (baht(8_000), baht(6_000), baht(2_000))
    with refused(lending.book, AboveLoanLimit, owed=baht(6_000)):
        contract(lending, member, baht(2_001))


def test_limits_count_from_their_day(lending):
    member, _ = lending.member()
    limit(lending, most=baht(5_000))
    lending.run(SetLoanLimits(type="ORD", from_day=FEBRUARY, most=baht(1_000)))

    contract(lending, member, baht(5_000), on=START)
    with refused(lending.book, AboveLoanLimit, limit=baht(5_000)):
        contract(lending, member, baht(5_001), on=START)
    with refused(lending.book, AboveLoanLimit, limit=baht(1_000)):
        contract(lending, member, baht(1_001), on=FEBRUARY)


def test_only_so_many_loans_run_at_once(lending):
    member, _ = lending.member()
    limit(lending, most_loans=1)
    pay_out(lending, contract(lending, member, baht(1_000)), baht(1_000))

    with refused(lending.book, TooManyLoans, running=1, most=1):
        contract(lending, member, baht(100))


def test_who_missed_instalments_gets_no_new_loan(lending):
    card = lent(lending)
    member = card_of(lending, card).contract.member
    limit(lending, most_missed=1)

    # Due days 1 February and 1 March have passed unpaid by 20 March.
    with refused(lending.book, TooManyMissed, missed=2, most=1):
        contract(lending, member, baht(100), on=TODAY)
    contract(lending, member, baht(100), on=date(2026, 2, 20))


def test_a_loan_that_is_not_late_has_missed_no_instalment(lending):
    card = lent(lending)
    member = card_of(lending, card).contract.member
    limit(lending, most_missed=0)

    # The first is due on 1 February and missed on the day after.
    for day in (date(2026, 1, 31), FEBRUARY):
        assert lending.book.ask(loan_limit, member=member, type="ORD", at=day).missed == 0
        contract(lending, member, baht(100), on=day)
    with refused(lending.book, TooManyMissed, missed=1, most=0):
        contract(lending, member, baht(100), on=date(2026, 2, 2))


def test_a_type_may_ask_for_guarantors_and_spare_those_who_stand_for_many(lending):
    borrower, _ = lending.member()
    first, _ = lending.member()
    second, _ = lending.member()
    limit(lending, least_guarantors=2, most_guarantees=1)

    with refused(lending.book, TooFewGuarantors, given=1, least=2):
        contract(lending, borrower, guarantors=(first, first))
    card = contract(lending, borrower, baht(500), guarantors=(first, second))
    pay_out(lending, card, baht(500))
    other, _ = lending.member()
    with refused(lending.book, TooManyGuarantees, member=first, running=1):
        contract(lending, other, guarantors=(first, borrower))


def test_a_tenth_is_saved_first_and_held_until_the_loan_is_settled(lending):
    member, _ = lending.member()
    savings = lending.savings(member)
    lending.deposit(savings, baht(1_000), on=START)
    limit(lending, savings_first=Fraction(1, 10))
    card = contract(lending, member, baht(12_000))
    with refused(lending.book, SavingsFirst, needed=baht(1_200), held=baht(1_000)):
        pay_out(lending, card, baht(12_000))

    lending.deposit(savings, baht(300), on=START)
    pay_out(lending, card, baht(6_000))
    pay_out(lending, card, baht(6_000))
    with refused(lending.book, OnHold):
        lending.withdraw(savings, baht(101), on=FEBRUARY)

    settled = card_of(lending, card).settlement
    pay(lending, card, settled, TODAY)
    assert card_of(lending, card).row.settled_on == TODAY
    lending.withdraw(savings, baht(1_300))
    assert is_sound(lending)


# ── an old loan cleared from a new one, loans in kind ──────────────────────────────────────────


def test_an_old_loan_is_cleared_from_a_new_one_and_only_the_rest_is_paid(lending):
    old = lent(lending)
    member = card_of(lending, old).contract.member
    new = contract(lending, member, baht(20_000), on=FEBRUARY)
    cash = lending.balance("11010")

    # 12,000 at 6 % for the 31 days to 1 February: 61.15.
    pay_out(lending, new, baht(20_000), FEBRUARY, clears=(old,))

    assert owed(lending, old) == ZERO
    assert owed(lending, new) == baht(20_000)
    assert cash - lending.balance("11010") == baht(20_000) - baht(12_061, 15)
    assert -lending.balance("41010") == baht(61, 15)
    assert card_of(lending, old).row.settled_on == FEBRUARY
    assert is_sound(lending)


def test_a_new_loan_that_is_all_the_old_one_takes_moves_no_cash_and_clears_it_once(lending):
    old = lent(lending)
    member = card_of(lending, old).contract.member
    new = contract(lending, member, baht(20_000), on=FEBRUARY)
    cash = lending.balance("11010")

    pay_out(lending, new, baht(12_061, 15), FEBRUARY, clears=(old,))

    assert (owed(lending, old), owed(lending, new)) == (ZERO, baht(12_061, 15))
    assert lending.balance("11010") == cash
    entry = lending.one("SELECT MAX(number) FROM entries")
    moved = lending.rows("SELECT debit, credit FROM lines WHERE entry = ?", (entry,))
    assert (0, 0) not in moved
    with refused(lending.book, NothingOwed, card=old, day=FEBRUARY):
        pay_out(lending, new, baht(100), FEBRUARY, clears=(old,))


def test_taking_back_the_payout_brings_the_old_loan_back(lending):
    old = lent(lending)
    member = card_of(lending, old).contract.member
    new = contract(lending, member, baht(20_000), on=FEBRUARY)
    entry = pay_out(lending, new, baht(20_000), FEBRUARY, clears=(old,)).entries[0].number

    lending.run(ReverseEntry(entry=entry, on=TODAY, reason="ผิดสัญญา"))

    assert (owed(lending, old), owed(lending, new)) == (baht(12_000), ZERO)
    assert card_of(lending, old).difference == ZERO
    assert is_sound(lending)


def test_what_cannot_be_cleared_is_refused(lending):
    old = lent(lending)
    member = card_of(lending, old).contract.member
    stranger = lent(lending, baht(1_000))
    new = contract(lending, member, baht(12_000), on=FEBRUARY)
    source = lending.one("SELECT MIN(card) FROM loan_contracts WHERE direction = 'in'")

    with refused(lending.book, ClearsTooMuch, needed=baht(12_061, 15), paid_out=baht(12_000)):
        pay_out(lending, new, baht(12_000), FEBRUARY, clears=(old,))
    with refused(lending.book, ClearsAnother, card=stranger):
        pay_out(lending, new, baht(12_000), FEBRUARY, clears=(stranger,))
    with refused(lending.book, ClearsAnother, card=new):
        pay_out(lending, new, baht(12_000), FEBRUARY, clears=(new,))
    with refused(lending.book, LoanTwice, card=old):
        pay_out(lending, new, baht(12_000), FEBRUARY, clears=(old, old))
    with refused(lending.book, WrongLeg):
        pay_out(lending, source, baht(100), FEBRUARY, clears=(old,))


def test_a_loan_in_kind_takes_goods_and_no_money(lending):
    member, _ = lending.member()
    card = contract(lending, member, baht(3_000))
    cash = lending.balance("11010")

    pay_out(lending, card, baht(3_000), purpose="ปุ๋ย", goods="15010")

    assert lending.balance("11010") == cash
    assert lending.balance("15010") == -baht(3_000)
    assert owed(lending, card) == baht(3_000)


# ── moratorium ──────────────────────────────────────────────────────────────────────────────────


def rest(village, *cards, **named):
    fields = {
        "start": date(2026, 2, 2),
        "end": MORATORIUM_ENDS,
        "resolution": "มติ ๗/๒๕๖๙",
        "extended_by": 4,
        **named,
    }
    return village.run(DeclareMoratorium(cards=cards, **fields))


def test_loans_that_rest_bear_no_interest_and_come_later(lending):
    card = lent(lending)
    other = lent(lending, baht(2_400))
    pay(lending, card, baht(1_061, 15), FEBRUARY)

    rest(lending, card, other)

    told = card_of(lending, card)
    assert told.standing.interest == ZERO
    assert (told.row.days_late, told.row.amount_late) == (0, ZERO)
    # The row of 1 March is due on 1 July: four months later, principal as before.
    assert (told.coming[0].day, told.coming[0].principal) == (date(2026, 7, 1), baht(1_000))
    assert sum((row.principal for row in told.coming), ZERO) == baht(11_000)
    assert told.row.restructured
    assert len(told.plans) == 2
    # The other loan was late when it began to rest: what was late comes with the first row.
    late = card_of(lending, other)
    assert (late.coming[0].day, late.coming[0].principal) == (date(2026, 7, 1), baht(400))
    rows = lending.rows(
        "SELECT principal FROM loan_plan_rows WHERE card = ? AND version = 2", (other,)
    )
    assert sum(row for (row,) in rows) == late.standing.outstanding.satang
    assert is_sound(lending)


def test_rows_of_interest_alone_come_later_too(village):
    card = lent(with_types(village, method=Method.BULLET), instalments=6)
    pay(village, card, baht(61, 15), FEBRUARY)

    rest(village, card)

    coming = card_of(village, card).coming
    assert [row.day.month for row in coming] == [7, 8, 9, 10, 11]
    assert [row.principal for row in coming] == [ZERO] * 4 + [baht(12_000)]


def test_a_loan_may_rest_from_the_day_after_its_plan_was_made(lending):
    card = lent(lending)
    with refused(lending.book, PlanBeforeLast, card=card):
        rest(lending, card, start=START)

    rest(lending, card, start=date(2026, 1, 2))

    told = card_of(lending, card)
    assert (told.coming[0].day, told.coming[0].principal) == (date(2026, 6, 1), baht(1_000))


def test_interest_may_run_on_while_a_loan_rests(lending):
    card = lent(lending)
    pay(lending, card, baht(1_061, 15), FEBRUARY)

    rest(lending, card, interest=True)

    # 11,000 at 6 % for the 47 days to 20 March: 84.99.
    assert card_of(lending, card).standing.interest == baht(84, 99)


def test_a_moratorium_found_out_later_divides_what_was_paid_anew(lending):
    card = lent(lending)
    pay(lending, card, baht(1_061, 15), FEBRUARY)
    pay(lending, card, baht(1_050, 63), date(2026, 3, 1))

    rest(lending, card, extended_by=0)

    # The 50.63 paid as interest of February go to principal.
    assert owed(lending, card) == baht(12_000) - baht(1_000) - baht(1_050, 63)
    assert card_of(lending, card).difference == ZERO
    assert is_sound(lending)


def test_no_loan_rests_twice_or_backwards(lending):
    card = lent(lending)
    settled = contract(lending, card_of(lending, card).contract.member, baht(100))
    rest(lending, card)

    with refused(lending.book, MoratoriumOverlaps, card=card):
        rest(lending, card, start=TODAY)
    with refused(lending.book, MoratoriumEndsBefore):
        rest(lending, card, start=TODAY, end=FEBRUARY)
    with refused(lending.book, MoratoriumEmpty):
        rest(lending)
    with refused(lending.book, NothingOwed, card=settled):
        rest(lending, settled)
    with refused(lending.book, LoanTwice):
        rest(lending, card, card, start=date(2027, 1, 1), end=date(2027, 2, 1))
    with refused(lending.book, ReasonMissing):
        rest(lending, card, resolution=" ")


# ── guarantors and collateral ───────────────────────────────────────────────────────────────────


@pytest.fixture
def guaranteed(lending):
    """A loan, its borrower and the member who stands for it."""
    guarantor, _ = lending.member()
    card = lent(lending, guarantors=(guarantor,))
    return card, card_of(lending, card).contract.member, guarantor


def defects(village, at=TODAY):
    return village.book.ask(defective_collateral, at=at)


def test_guarantees_are_seen_from_both_sides(lending, guaranteed):
    card, borrower, guarantor = guaranteed

    stands, has = (
        lending.book.ask(guarantees, member=member, at=TODAY) for member in (guarantor, borrower)
    )

    assert [(one.card, one.borrower) for one in stands.given] == [(card, borrower)]
    assert [(one.card, one.guarantor) for one in has.received] == [(card, guarantor)]
    assert stands.given[0].outstanding == baht(12_000)


def test_a_guarantor_who_resigns_finds_somebody_else_first(lending, guaranteed):
    card, _, guarantor = guaranteed
    other, _ = lending.member()
    leaving = EndMembership(member=guarantor, on=TODAY, why=Leaving.RESIGNED)
    with refused(lending.book, StillGuarantor, cards=(card,)):
        lending.run(leaving)

    lending.run(
        ReleaseGuarantor(card=card, member=guarantor, on=TODAY, resolution="มติ", replacement=other)
    )
    lending.run(leaving)

    assert defects(lending).rows == ()
    with refused(lending.book, NotAGuarantor, member=guarantor):
        lending.run(ReleaseGuarantor(card=card, member=guarantor, on=TODAY, resolution="มติ"))


def test_the_death_of_a_guarantor_makes_the_security_defective_until_replaced(lending, guaranteed):
    card, borrower, guarantor = guaranteed
    lending.run(EndMembership(member=guarantor, on=FEBRUARY, why=Leaving.DECEASED))

    told = defects(lending)
    assert [(one.card, one.borrower, one.why) for one in told.rows] == [
        (card, borrower, Leaving.DECEASED)
    ]
    assert told.outstanding == baht(12_000)
    assert defects(lending, at=START).rows == ()

    other, _ = lending.member()
    lending.run(
        ReleaseGuarantor(card=card, member=guarantor, on=TODAY, resolution="มติ", replacement=other)
    )
    assert defects(lending).rows == ()
    with refused(lending.book, GuarantorAlready, member=other):
        lending.run(AddGuarantor(card=card, member=other, on=TODAY))


def test_collateral_given_back_leaves_the_loan_without_security(lending):
    card = lent(lending)
    pledge = PledgeCollateral(
        card=card, kind=CollateralKind.LAND, description="โฉนด", value=baht(90_000), on=START
    )
    number = int(str(lending.run(pledge).made["collateral"]))
    assert defects(lending).rows == ()

    release = ReleaseCollateral(card=card, number=number, on=TODAY, reason="ขอคืน")
    lending.run(release)

    assert [one.card for one in defects(lending).rows] == [card]
    with refused(lending.book, CollateralReleased, number=number):
        lending.run(release)
    with refused(lending.book, UnknownCollateral, number=5):
        lending.run(ReleaseCollateral(card=card, number=5, on=TODAY, reason="ขอคืน"))


# ── transfer, death, write-off and recovery ─────────────────────────────────────────────────────


def test_an_heir_takes_over_the_loan_of_a_member_who_died(lending):
    card = lent(lending)
    before = card_of(lending, card).contract.member
    heir, _ = lending.member()
    with refused(lending.book, MemberOwesLoans, member=before):
        lending.run(EndMembership(member=before, on=TODAY, why=Leaving.DECEASED))

    transfer = TransferLoan(
        card=card, to=heir, on=TODAY, reason=TransferReason.HEIR, resolution="มติ ๘/๒๕๖๙"
    )
    lending.run(transfer)
    lending.run(EndMembership(member=before, on=TODAY, why=Leaving.DECEASED))
    pay(lending, card, baht(500), TODAY)

    told = card_of(lending, card)
    assert (told.contract.member, told.row.party) == (heir, heir)
    assert [(one.from_member, one.to_member) for one in told.transfers] == [(before, heir)]
    assert told.difference == ZERO
    assert is_sound(lending)
    with refused(lending.book, SameBorrower, member=heir):
        lending.run(transfer)
    with refused(lending.book, MemberLeft, member=before):
        lending.run(
            TransferLoan(
                card=card, to=before, on=TODAY, reason=TransferReason.SALE, resolution="มติ"
            )
        )


def test_a_guarantor_who_takes_over_stands_for_nobody_but_herself(lending, guaranteed):
    card, _, guarantor = guaranteed

    lending.run(
        TransferLoan(
            card=card, to=guarantor, on=TODAY, reason=TransferReason.GUARANTOR, resolution="มติ"
        )
    )

    told = lending.book.ask(guarantees, member=guarantor, at=TODAY)
    assert [one.released_on for one in told.given] == [TODAY]


def test_the_payouts_go_to_no_member_who_died(lending):
    member, _ = lending.member()
    card = contract(lending, member, baht(1_000))
    lending.run(EndMembership(member=member, on=FEBRUARY, why=Leaving.DECEASED))

    with refused(lending.book, MemberLeft, member=member):
        pay_out(lending, card, baht(1_000), FEBRUARY)


def test_what_was_written_off_is_recovered_as_income_and_never_more(lending):
    card = lent(lending)
    with refused(lending.book, NotWrittenOff, card=card):
        lending.run(RecoverLoan(card=card, amount=baht(1), on=TODAY))
    lending.run(WriteOffLoan(card=card, on=FEBRUARY, resolution="มติ ๙/๒๕๖๙"))

    first = lending.run(RecoverLoan(card=card, amount=baht(5_000), on=TODAY))

    assert lending.balance("46030") == -baht(5_000)
    assert card_of(lending, card).recovered == baht(5_000)
    with refused(lending.book, RecoveredTooMuch, left=baht(7_000), asked=baht(7_001)):
        lending.run(RecoverLoan(card=card, amount=baht(7_001), on=TODAY))
    lending.run(ReverseEntry(entry=first.entries[0].number, on=TODAY, reason="ผิด"))
    lending.run(RecoverLoan(card=card, amount=baht(12_000), on=TODAY))
    assert is_sound(lending)


# ── settlement ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("on", [date(2026, 1, 15), FEBRUARY, TODAY])
def test_paying_the_settlement_of_a_day_settles_the_loan(lending, on):
    card = lent(lending)

    pay(lending, card, card_of(lending, card, at=on).settlement, on)

    told = card_of(lending, card)
    assert (told.row.settled_on, told.settlement) == (on, ZERO)


def test_the_last_instalment_is_asked_as_it_is_owed_on_the_day_it_is_brought(lending):
    card = lent(lending, instalments=1, first_due=date(2026, 3, 31))

    [[asked]] = lending.book.ask(loans_due, on=TODAY).values()

    # 12,000 at 6 % for 78 days of 365; to the last of March it would be 89 days.
    assert asked.expected == baht(12_153, 86)
    pay(lending, card, asked.expected, TODAY)
    assert card_of(lending, card).row.settled_on == TODAY
    assert lending.book.ask(loans_due, on=TODAY) == {}


def test_approval_is_for_the_contract_and_not_for_a_payout_above_it(lending):
    member, _ = lending.member()
    number = applied(lending, member, 1_000)
    decide(lending, number)
    command = OpenLoan(
        type="ORD",
        on=START,
        approved=baht(1_000),
        rate=SIX,
        member=member,
        instalments=4,
        application=number,
    )
    card = int(str(lending.run(command).made["card"]))

    with refused(lending.book, PayoutAboveApproval, card=card):
        pay_out(lending, card, baht(1_001))
    kept = lending.book.ask(lambda reader: reader.newest(LoanContract, card))
    assert kept is not None


def test_a_settlement_taken_back_holds_the_savings_again(lending):
    member, _ = lending.member()
    savings = lending.savings(member)
    lending.deposit(savings, baht(1_300), on=START)
    limit(lending, savings_first=Fraction(1, 10))
    card = contract(lending, member, baht(12_000))
    pay_out(lending, card, baht(12_000))
    entry = pay(lending, card, baht(12_061, 15), FEBRUARY).entries[0].number

    lending.run(ReverseEntry(entry=entry, on=TODAY, reason="ผิดคน"))

    with refused(lending.book, OnHold):
        lending.withdraw(savings, baht(101))
    lending.run(WriteOffLoan(card=card, on=TODAY, resolution="มติ"))
    lending.withdraw(savings, baht(1_300))
    assert is_sound(lending)


def test_two_contracts_are_not_paid_out_beyond_the_limit_unless_one_clears_the_other(lending):
    member, _ = lending.member()
    limit(lending, most=baht(10_000), most_loans=1)
    first, second = (contract(lending, member, baht(8_000)) for _ in range(2))
    pay_out(lending, first, baht(8_000))

    with refused(lending.book, TooManyLoans, running=1):
        pay_out(lending, second, baht(8_000))
    with refused(lending.book, TooManyLoans, running=1):
        contract(lending, member, baht(10_000), on=FEBRUARY)
    third = contract(lending, member, baht(10_000), on=FEBRUARY, clears=(first,))
    pay_out(lending, third, baht(10_000), FEBRUARY, clears=(first,))

    assert (owed(lending, first), owed(lending, third)) == (ZERO, baht(10_000))


def test_nobody_comes_to_stand_for_herself_through_others(lending):
    a, b, c = (lending.member()[0] for _ in range(3))
    contract(lending, b, baht(100), guarantors=(a,))
    contract(lending, c, baht(100), guarantors=(b,))

    with refused(lending.book, GuaranteeCircle, member=c, borrower=a):
        contract(lending, a, baht(100), guarantors=(c,))
    contract(lending, a, baht(100), guarantors=(c,), circle_allowed=True)


def test_a_committee_decides_not_before_it_was_asked(lending):
    member, _ = lending.member()
    command = ApplyForLoan(
        member=member, type="ORD", amount=baht(100), on=FEBRUARY, purpose="ซ่อมบ้าน"
    )
    number = int(str(lending.run(command).made["application"]))

    with refused(lending.book, DecidedBeforeAsked, application=number):
        decide(lending, number)
