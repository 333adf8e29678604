"""Loans of the practice book: one contract with CODI, lent on to members, and its repayment."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ledger.domain.days import ERA_OFFSET, Month
from ledger.domain.lending import Direction
from ledger.domain.loans.contract import PenaltyKind
from ledger.domain.money import ZERO, Money, Rounding, baht, total
from ledger.domain.month_names import THAI_MONTHS
from ledger.practice.diary import BANK, Diary, made_card
from ledger.practice.people import Resident
from ledger.queries.instalments import loans_due
from ledger.queries.loans import loan_card
from ledger.usecases.lending import DefineLoanType, OpenLoan
from ledger.usecases.loan_applying import ApplyForLoan, DecideLoanApplication
from ledger.usecases.loan_payouts import PayOutLoan
from ledger.usecases.repaying import RepayLender
from ledger.usecases.visiting import Item, ItemKind

HOUSING, CODI = "HOUSING", "CODI"
REPAYS_ON = 27
_DUE_ON = 15
_ONE_OF = 6  # members borrow
_MOST = 12
_LOAN = baht(30_000)
# The longest outlasts the loan from CODI, as both legs must warn.
_TERMS = (36, 48, 60, 72)
_TERM_OF_CODI = 60
_RATE, _RATE_OF_CODI = Fraction(6, 100), Fraction(4, 100)
_RESOLUTION = "มติคณะกรรมการ อนุมัติเงินกู้ที่อยู่อาศัย"


def define_types(diary: Diary, on: date) -> None:
    """Housing loans in whole baht with a penalty, and what CODI lends (domain.md 1.1)."""
    housing = DefineLoanType(
        code=HOUSING,
        name_th="เงินกู้ที่อยู่อาศัย",
        name_en="Housing loan",
        direction=Direction.OUT,
        account="13040",
        interest_account="41040",
        penalty_account="42010",
        instalment_rounding=Rounding.BAHT_UP,
        penalty_kind=PenaltyKind.FIXED,
        penalty_amount=baht(20),
        penalty_grace=5,
    )
    codi = DefineLoanType(
        code=CODI,
        name_th="เงินกู้ พอช.",
        name_en="CODI loan",
        direction=Direction.IN,
        account="24010",
        interest_account="51040",
    )
    for kind in (housing, codi):
        diary.run(kind, on)


def lend(diary: Diary, on: date) -> None:
    """Draw from CODI what some members have asked for, and lend it on the same day."""
    free = [one for one in diary.present() if one.entered and not one.tied]
    borrowers = free[::_ONE_OF][:_MOST]
    if len(free) <= _ONE_OF:
        return
    diary.source = _borrow(diary, _LOAN * len(borrowers), on)
    guarantor: Resident | None = None
    for at, one in enumerate(borrowers):
        one.loan = _lend_to(diary, one, guarantor, on, instalments=_TERMS[at % len(_TERMS)])
        one.tied = True
        guarantor = one


def asked(diary: Diary, on: date) -> dict[str, Money]:
    """What borrowers bring on a collection day: what is late and this month, in whole baht."""
    if not diary.source:
        return {}
    due = diary.book.ask(loans_due, on=on)
    return {
        member: total(one.expected for one in loans).times(Fraction(1), Rounding.BAHT_UP)
        for member, loans in due.items()
    }


def instalment(resident: Resident, due: Money) -> list[Item]:
    if resident.loan is None or due == ZERO:
        return []
    return [Item(item=ItemKind.LOAN, amount=due, card=resident.loan)]


def repay(diary: Diary, on: date) -> None:
    """The instalment of the month to CODI, through the bank, with the number of its receipt."""
    if not diary.source:
        return
    amount = diary.book.ask(loan_card, card=diary.source, at=on).standing.due
    if ZERO < amount <= diary.in_bank:
        year = on.year + ERA_OFFSET
        diary.run(
            RepayLender(
                card=diary.source,
                amount=amount,
                on=on,
                bank=BANK,
                lender_receipt=f"พอช. {year}/{on.month:02d}",
                approved_by="ประธานกรรมการ",
                note=f"ชำระเงินกู้ พอช. งวดเดือน{THAI_MONTHS[on.month - 1]} {year}",
            ),
            on,
        )


def _borrow(diary: Diary, amount: Money, on: date) -> int:
    command = OpenLoan(
        type=CODI,
        on=on,
        approved=amount,
        rate=_RATE_OF_CODI,
        lender="สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)",
        contract_number="ตย 1/2500",
        purpose="พัฒนาที่อยู่อาศัยบ้านมั่นคง",
        instalments=_TERM_OF_CODI,
        first_due=_next(on, REPAYS_ON),
    )
    card = made_card(diary.run(command, on))
    purpose = "เบิกเงินกู้ พอช. งวดที่ 1"
    diary.run(PayOutLoan(card=card, amount=amount, on=on, bank=BANK, purpose=purpose), on)
    return card


def _lend_to(
    diary: Diary, one: Resident, guarantor: Resident | None, on: date, *, instalments: int
) -> int:
    purpose = "ต่อเติมและซ่อมแซมบ้าน"
    made = diary.run(
        ApplyForLoan(
            member=one.number,
            type=HOUSING,
            amount=_LOAN,
            on=on,
            purpose=purpose,
            instalments=instalments,
        ),
        on,
    )
    number = made_card(made, "application")
    decision = DecideLoanApplication(
        application=number,
        approved=True,
        on=on,
        resolution=_RESOLUTION,
        decided_by="คณะกรรมการดำเนินการ",
    )
    diary.run(decision, on)
    contract = OpenLoan(
        type=HOUSING,
        on=on,
        approved=_LOAN,
        rate=_RATE,
        member=one.number,
        source=diary.source,
        guarantors=() if guarantor is None else (guarantor.number,),
        application=number,
        instalments=instalments,
        first_due=_next(on, _DUE_ON),
    )
    card = made_card(diary.run(contract, on))
    diary.run(PayOutLoan(card=card, amount=_LOAN, on=on, bank=BANK, purpose=purpose), on)
    return card


def _next(on: date, day: int) -> date:
    month = Month.of(on).plus(1)
    return date(month.year, month.number, day)
