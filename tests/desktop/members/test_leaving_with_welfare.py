"""A death in the window: the benefit is chosen, seen before it is booked, and paid in the act."""

from __future__ import annotations

from typing import Any

from desktop.members.leave_dialog import LeaveDialog
from ledger.domain.benefits import BenefitRule
from ledger.domain.contributions import Rhythm
from ledger.domain.members import Leaving
from ledger.domain.money import baht
from ledger.domain.welfare_claims import BenefitHeading
from ledger.queries.position import member_position
from ledger.usecases.vouching import ReceiveIncome
from ledger.usecases.welfare_joining import JoinWelfare, SetWelfareFund
from ledger.usecases.welfare_ruling import SetBenefitRule
from reports.words.voice import Voice
from tests.support.books import START


def with_fund(run):
    run(SetWelfareFund(fund="WELFARE"))
    run(
        SetBenefitRule(
            rule=BenefitRule(
                code="DEATH", amount=baht(3_000), paid_up=False, documents=("มรณบัตร",)
            ),
            from_day=START,
            name_th="เสียชีวิต",
            name_en="Death",
            heading=BenefitHeading.DEATH,
            resolution="มติ ๑",
        )
    )
    run(
        ReceiveIncome(
            account="46020",
            amount=baht(9_000),
            on=START,
            payee="วัด",
            purpose="บริจาค",
            fund="WELFARE",
        )
    )
    run(JoinWelfare(member="0001", on=START, rhythm=Rhythm.DAY, amount=baht(1)))


def test_the_benefit_is_chosen_seen_and_paid_with_the_settlement(qtbot, opened):
    with_fund(opened.session.run)
    position = opened.session.ask(member_position, member="0001")
    dialog: Any = LeaveDialog(opened.session, Voice("en"), position)
    qtbot.addWidget(dialog)
    dialog.why.pick(Leaving.DECEASED)
    dialog.resolution.set_words("มติ ๙")
    dialog.payee.set_words("นางบุญมา")
    dialog.contributions.setChecked(False)
    dialog.benefit.pick("DEATH")
    dialog.rehearse()
    assert "document" in dialog.preview.text.text().lower()
    dialog.documents.set_words("มรณบัตร; ทะเบียนบ้าน")
    dialog.committee.set_words("ก; ข; ค")
    dialog.rehearse()

    assert "Paid by the welfare fund: 3,000.00 baht." in dialog.preview.text.text()
    dialog.book()
    assert dialog.outcome.made["benefits"] == "3000.00"
