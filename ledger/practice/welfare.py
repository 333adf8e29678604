"""The welfare fund of the practice book: a few members, contributions, a claim now and then."""

from __future__ import annotations

from datetime import date, timedelta

from ledger.domain.benefits import BenefitRule, Per, Tier
from ledger.domain.contributions import Rhythm
from ledger.domain.money import Money, baht
from ledger.domain.welfare_claims import BenefitHeading
from ledger.practice.diary import BANK, Diary, made_card
from ledger.usecases.visiting import Deposit
from ledger.usecases.vouching import ReceiveIncome
from ledger.usecases.welfare_claiming import (
    DecideWelfareClaim,
    FileWelfareClaim,
    PayWelfareClaim,
)
from ledger.usecases.welfare_joining import JoinWelfare, SetWelfareFund
from ledger.usecases.welfare_ruling import SetBenefitRule

_FUND = "WELFARE"
_MEMBERS = 8
_YEAR = baht(365)
_GIFT = baht(10_000)
_PAPER = "ใบรับรองแพทย์"
_RESOLUTION = "มติคณะกรรมการกองทุนสวัสดิการ"
# In which month which of them was in hospital, for how many nights, and with or without a paper.
_STAYS = {3: (0, 2, True), 5: (1, 5, True), 7: (2, 1, False), 9: (0, 3, True)}


def begin(diary: Diary, on: date) -> None:
    """The fund with two benefits, a gift to start with, and those who join it."""
    joining = [one for one in diary.present() if one.tied][:_MEMBERS]
    if not joining:
        return
    # The borrowers among them are late at times; this fund does not hold that against them.
    diary.run(SetWelfareFund(fund=_FUND, entrance_fee=baht(10), sanctions=False), on)
    _rules(diary, on)
    gift = ReceiveIncome(
        account="46020",
        amount=_GIFT,
        on=on,
        payee="วัดตัวอย่าง",
        purpose="เงินตั้งต้นกองทุนสวัสดิการ",
        bank=BANK,
        fund=_FUND,
    )
    diary.run(gift, on)
    for one in joining:
        joined = JoinWelfare(member=one.number, on=on, rhythm=Rhythm.YEAR, amount=_YEAR)
        card = made_card(diary.run(joined, on))
        # Through the bank, so that the box of the collection evening stays the cooperative's own.
        diary.run(Deposit(card=card, amount=_YEAR, on=on, bank=BANK), on)
        diary.insured.append(one.number)


def claim(diary: Diary, at: int, on: date) -> None:
    """Somebody comes back from hospital; the committee pays, or rejects what fails the check."""
    if at not in _STAYS or not diary.insured:
        return
    who, nights, with_paper = _STAYS[at]
    filed = FileWelfareClaim(
        member=diary.insured[who % len(diary.insured)],
        benefit="HOSPITAL",
        start=on - timedelta(days=nights),
        end=on,
        on=on,
        documents=(_PAPER,) if with_paper else (),
        admitted=on - timedelta(days=nights),
    )
    made = diary.run(filed, on).made
    number, approved = int(str(made["claim"])), made["payable"] is True
    decided = DecideWelfareClaim(
        claim=number,
        approved=approved,
        on=on,
        resolution=_RESOLUTION,
        committee=("กรรมการ ก", "กรรมการ ข", "กรรมการ ค"),
        chair="ประธานกองทุน",
        reason="" if approved else "เอกสารไม่ครบ",
    )
    diary.run(decided, on)
    if approved:
        diary.run(PayWelfareClaim(claim=number, on=on, bank=BANK), on)


def _rules(diary: Diary, on: date) -> None:
    stay = BenefitRule(
        code="HOSPITAL",
        per=Per.NIGHT,
        amount=baht(200),
        waiting_days=30,
        paid_up=False,
        most_per_event=baht(600),
        most_per_year=baht(1_000),
        documents=(_PAPER,),
    )
    tiers = (Tier(Money(300_000), days=180), Tier(Money(1_000_000), years=3))
    death = BenefitRule(code="DEATH", tiers=tiers, paid_up=False, events_per_life=1)
    for rule, name, english, heading in (
        (stay, "นอนโรงพยาบาล", "Nights in hospital", BenefitHeading.SICKNESS),
        (death, "เสียชีวิต", "Death", BenefitHeading.DEATH),
    ):
        diary.run(
            SetBenefitRule(
                rule=rule,
                from_day=on,
                name_th=name,
                name_en=english,
                heading=heading,
                resolution=_RESOLUTION,
            ),
            on,
        )
