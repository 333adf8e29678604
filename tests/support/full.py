"""A cooperative that has done everything once: every table of its book holds a row."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ledger.book.signing import make_signing_key
from ledger.domain.assets import AssetKind
from ledger.domain.auditing import Confirmed
from ledger.domain.benefits import BenefitRule, Tier
from ledger.domain.committees import Position
from ledger.domain.consents import ConsentTo
from ledger.domain.contributions import Rhythm
from ledger.domain.days import Month
from ledger.domain.import_maps import ImportTarget
from ledger.domain.loan_life import CollateralKind
from ledger.domain.loan_quality import LoanClass
from ledger.domain.members import Leaving, Person
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.people import UserRole
from ledger.domain.photos import Photo
from ledger.domain.projects import PartKind
from ledger.domain.welfare_claims import BenefitHeading
from ledger.domain.welfare_match import MatchSource
from ledger.queries.act_texts import act_texts
from ledger.usecases.accruing import AccrueInterest
from ledger.usecases.applying import ApplyForMembership, DecideApplication, RecordMeeting
from ledger.usecases.approving import Approve, RequestApproval, SetApprovalRules
from ledger.usecases.auditing import (
    AnswerAuditQuestion,
    AskAuditQuestion,
    RecordConfirmation,
    RecordInspection,
)
from ledger.usecases.banking import MatchBankLine, ReconcileBank, RecordStatement, StatementLine
from ledger.usecases.budgeting import BudgetItem, SetBudget
from ledger.usecases.carried_loan import CarriedLoan
from ledger.usecases.carrying import AccountBalance, CarryForward
from ledger.usecases.charging import CancelCharge, ChargeMembers
from ledger.usecases.claiming_insurance import PayOutClaim, ReceiveClaim, ReduceClaim
from ledger.usecases.closing import CloseMonth
from ledger.usecases.collecting import DraftItem, PostSheet, SaveDrafts, SheetLine
from ledger.usecases.consenting import RecordConsent, WithdrawConsent
from ledger.usecases.copying import DeclareRestore, RecordBackup
from ledger.usecases.counting import CountCash, Pieces
from ledger.usecases.flag_clearing import ClearRedFlag
from ledger.usecases.grant_money import ReturnGrant
from ledger.usecases.handing_in import HandIn, SetCardPartner
from ledger.usecases.interest import PostSavingsInterest
from ledger.usecases.lender_receipts import NoteLenderReceipt
from ledger.usecases.loan_applying import ApplyForLoan, SetLoanLimits
from ledger.usecases.loan_easing import DeclareMoratorium
from ledger.usecases.loan_passing import (
    RecordLenderStatement,
    RecoverLoan,
    TransferLoan,
    TransferReason,
)
from ledger.usecases.loan_security import PledgeCollateral
from ledger.usecases.mapping import MappedColumn, SaveImportMap
from ledger.usecases.members import AdmitMember, EndMembership, ErasePerson, OpenZone
from ledger.usecases.noting_keys import NoteKeys
from ledger.usecases.owning import BuyAsset, PostDepreciation, RegisterAsset
from ledger.usecases.packing import GiveAuditPack
from ledger.usecases.passbooks import RecordPassbook, SetPassbookLayout
from ledger.usecases.photographing import SetMemberPhoto
from ledger.usecases.printing import RecordPrint
from ledger.usecases.projecting import LinkProject
from ledger.usecases.provisioning import ClassStep, SetLoanClasses
from ledger.usecases.reentering import KeepOldCode
from ledger.usecases.repaying import WriteOffLoan
from ledger.usecases.restricting import RestrictPerson
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.sanctioning import Sanction, SetSanctions
from ledger.usecases.saving import PlaceHold, SetPromise, SetSavingsRate
from ledger.usecases.seating import OpenCommittee, SeatMember
from ledger.usecases.settling import SettleMember
from ledger.usecases.sheet_looking import NoteSheet
from ledger.usecases.text_erasing import EraseTexts
from ledger.usecases.user_keeping import NameUsers, NewUser
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit, VoidReceipt
from ledger.usecases.vouching import MoveMoney, PayExpense
from ledger.usecases.welfare_claiming import (
    DecideWelfareClaim,
    FileWelfareClaim,
    PayWelfareClaim,
)
from ledger.usecases.welfare_joining import JoinWelfare, SetWelfareFund
from ledger.usecases.welfare_matching import (
    ReceiveMatch,
    RequestMatch,
    SetWelfareProfile,
    WelfareFigure,
)
from ledger.usecases.welfare_ruling import SetBenefitRule
from tests.support.books import START, TODAY, Village
from tests.support.full_year import first_member, year_closed
from tests.support.lending import lent, pay, repay, with_types
from tests.support.pictures import jpeg
from tests.support.projects import (
    HOUSES,
    billed,
    claimed,
    granted,
    insured,
    joined,
    leased,
    plot,
    premiums,
    received,
    remitted,
    rent_paid,
    spent,
    surveyed,
)
from tests.support.quick_keys import quick_guesses

FEBRUARY = date(2026, 2, 10)


def fill(village: Village) -> Village:
    """Do everything once, with Thai text wherever text can stand."""
    village.run(OpenZone(code="ก", name="โซนริมคลอง"))
    cards = first_member(village)
    _consents(village)
    gone, _ = village.member(person=Person(given="ลาออก"))
    saver, card = village.saver(baht(5_000), on=START)
    _money_comes_in(village, cards)
    _papers(village, card)
    _bank(village)
    village.run(ChargeMembers(type="DUES", amount=baht(50), due_on=FEBRUARY))
    village.run(PlaceHold(card=card, amount=baht(100), on=FEBRUARY, reason="ค้ำประกัน"))
    village.run(SetSavingsRate(product="SAVINGS", from_day=START, rate=Fraction(3, 200)))
    village.run(PostSavingsInterest(product="SAVINGS", through=FEBRUARY))
    _people(village, saver)
    village.run(SaveDrafts(place="sheet", items=(DraftItem(item="0001", value="๕๐"),)))
    _loans(village, saver)
    _welfare(village, saver)
    village.run(CloseMonth(month=Month(2026, 1)))
    village.run(SetPassbookLayout(lines=20))
    village.run(RecordPassbook(card=card, movements=1, page=1, line=1))
    _assets(village)
    _audit(village, saver, card)
    _project(village)
    _copies(village)
    _goes_and_is_erased(village, gone)
    _texts_go(village)
    village.run(
        SettleMember(member=saver, on=TODAY, why=Leaving.DECEASED, resolution="มติ ๙", payee="มารดา")
    )
    year_closed(village)
    _a_receipt_ahead_of_its_sheet(village, cards["PROMISE"])
    _users(village, saver)
    return village


def _a_receipt_ahead_of_its_sheet(village: Village, card: int) -> None:
    ahead = Item(item=ItemKind.DEPOSIT, amount=baht(100), card=card)
    given = village.run(ReceiveVisit(member="0001", on=TODAY, items=(ahead,))).receipts
    counted = (Pieces(denomination=baht(100), pieces=1),)
    village.run(PostSheet(on=TODAY, lines=(), counted=counted, given=given))


def _users(village: Village, member: str) -> None:
    """From here on one person, who has every role, does what is still to do, and asks nobody."""
    one = NewUser(name="สมใจ", roles=tuple(UserRole), display_name="เหรัญญิก", member=member)
    other = NewUser(name="ประธาน", roles=(UserRole.APPROVER,))
    village.run(NameUsers(users=(one, other)))
    village.book.user = one.name
    alone = SetApprovalRules(from_day=TODAY, required=False, resolution="มติ ๘/๒๕๖๙")
    asked = village.run(RequestApproval(wanted=alone, note="ทำงานคนเดียว")).made
    village.book.user = other.name
    village.run(Approve(request=1, digest=str(asked["digest"]), note="เห็นชอบ"))
    village.book.user = one.name
    village.run(alone)
    with quick_guesses():
        make_signing_key(village.book, "เรือใบสีขาวลำเล็ก")
        make_signing_key(village.book, "เรือใบสีแดงลำใหญ่", before="เรือใบสีขาวลำเล็ก")


def _welfare(village: Village, member: str) -> None:
    village.run(SetWelfareFund(fund="สวัสดิการ"))
    joined = village.run(
        JoinWelfare(member=member, on=START, rhythm=Rhythm.DAY, amount=baht(1), note="ต้น")
    ).made
    village.deposit(int(str(joined["card"])), baht(365), on=FEBRUARY)
    village.run(
        SetBenefitRule(
            rule=BenefitRule(code="คลอด", tiers=(Tier(baht(300)),), paid_up=False),
            from_day=START,
            name_th="คลอดบุตร",
            heading=BenefitHeading.BIRTH,
            resolution="มติ ๘/๒๕๖๙",
        )
    )
    village.run(FileWelfareClaim(member=member, benefit="คลอด", start=FEBRUARY, on=FEBRUARY))
    village.run(DecideWelfareClaim(claim=1, approved=True, on=FEBRUARY, resolution="มติ ๙/๒๕๖๙"))
    village.run(PayWelfareClaim(claim=1, on=FEBRUARY, payee="มารดา"))
    _matching(village)


def _matching(village: Village) -> None:
    """A member taken over from an older book has her full year; the round brings five baht."""
    elder, _ = village.member(on=date(2024, 1, 1))
    village.run(
        JoinWelfare(member=elder, on=date(2024, 1, 1), rhythm=Rhythm.YEAR, amount=baht(365))
    )
    village.run(RequestMatch(name="รอบ ๑", on=FEBRUARY, counted_at=START, resolution="มติ ๑๐/๒๕๖๙"))
    village.run(
        ReceiveMatch(round=1, source=MatchSource.LOCAL, amount=baht(5), on=FEBRUARY, payee="เทศบาล")
    )
    before = (WelfareFigure(figure="members", amount=baht(1)),)
    village.run(SetWelfareProfile(meetings="ทุกเดือน", before=before))


def _money_comes_in(village: Village, cards: dict[str, int]) -> None:
    village.run(SetPromise(card=cards["PROMISE"], amount=baht(100), from_month=Month(2026, 1)))
    village.run(ChargeMembers(type="FINE", members=("0001",), amount=baht(20), due_on=START))
    items = (
        Item(item=ItemKind.DEPOSIT, amount=baht(100), card=cards["PROMISE"], note="เดือนนี้"),
        Item(item=ItemKind.SHARES, amount=baht(30), card=cards["SHARES"]),
        Item(item=ItemKind.CHARGE, amount=baht(20), charge=1),
    )
    line = SheetLine(member="0001", items=items, payer="ผู้แทนครัวเรือน")
    counted = (Pieces(denomination=baht(100), pieces=1), Pieces(denomination=baht(50), pieces=1))
    village.run(PostSheet(on=FEBRUARY, lines=(line,), zones=("ก",), counted=counted))


def _papers(village: Village, card: int) -> None:
    village.run(
        ReceiveVisit(
            member="0001",
            on=FEBRUARY,
            items=(Item(item=ItemKind.FEE, amount=baht(50), type="ENTRY"),),
        )
    )
    village.run(VoidReceipt(receipt="R2569/000003", on=FEBRUARY, reason="เขียนผิดคน"))
    village.run(RecordPrint(paper="R2569/000002"))
    village.run(
        PayExpense(
            account="53020", amount=baht(75, 25), on=FEBRUARY, payee="ร้านริมน้ำ", purpose="กระดาษ"
        )
    )
    village.run(ReverseEntry(entry=5, on=TODAY, reason="ลงผิดเดือน"))
    village.withdraw(card, baht(10), on=FEBRUARY)


def _bank(village: Village) -> None:
    bank = village.bank()
    village.run(MoveMoney(amount=baht(1_000), on=FEBRUARY, target=bank))
    entry = village.one("SELECT MAX(number) FROM entries")
    lines = (StatementLine(on=FEBRUARY, amount=baht(1_000), text="ฝากเงินสด", balance=None),)
    village.run(RecordStatement(bank=bank, lines=lines, source="statement.csv"))
    village.run(MatchBankLine(bank=bank, line=1, entry=entry))
    columns = (
        MappedColumn(field="on", heading="วันที่"),
        MappedColumn(field="amount", heading="จำนวนเงิน"),
    )
    village.run(SaveImportMap(name="ธ.ก.ส.", target=ImportTarget.BANK, columns=columns))
    village.run(ReconcileBank(bank=bank, at=FEBRUARY, statement=baht(1_000), note="ตรงกัน"))
    cash = village.balance("11010", at=FEBRUARY)
    whole, rest = divmod(cash.satang, 100)
    pieces = (
        Pieces(denomination=baht(1), pieces=whole),
        Pieces(denomination=Money(25), pieces=rest // 25),
    )
    village.run(CountCash(on=FEBRUARY, pieces=pieces, counted_by="กรรมการสามคน"))


def _people(village: Village, saver: str) -> None:
    village.run(ApplyForMembership(person=Person(given="ผู้สมัคร"), on=FEBRUARY))
    village.run(
        DecideApplication(application=1, approved=True, on=FEBRUARY, resolution="มติ ๑/๒๕๖๙")
    )
    village.run(RecordMeeting(on=FEBRUARY, title="ประชุมประจำเดือน", present=(saver,)))


def _assets(village: Village) -> None:
    village.run(AccrueInterest(on=FEBRUARY))
    items = (BudgetItem(account="53020", amount=baht(500)),)
    village.run(SetBudget(year=2027, on=FEBRUARY, resolution="มติ ๘", items=items))
    village.run(
        BuyAsset(
            number="คอม-๑",
            name="คอมพิวเตอร์",
            kind=AssetKind.EQUIPMENT,
            cost=baht(100),
            on=FEBRUARY,
            months=36,
            payee="ร้านคอม",
        )
    )
    village.run(PostDepreciation(through=Month(2026, 2)))


def _consents(village: Village) -> None:
    photo = Photo(jpeg(b"photo"))
    village.run(SetMemberPhoto(member="0001", photo=photo, document="ย.1/2569"))
    for command in (RecordConsent, WithdrawConsent):
        village.run(command(member="0001", covers=ConsentTo.HEALTH, on=TODAY, document="ย.2/2569"))


def _audit(village: Village, member: str, card: int) -> None:
    village.run(RestrictPerson(member=member, on=TODAY, reason="ยังค้ำประกันอยู่"))
    village.run(AskAuditQuestion(text="ใบเสร็จอยู่ที่ไหน", on=FEBRUARY, entry=1, member=member))
    village.run(AnswerAuditQuestion(question=1, text="อยู่ในแฟ้ม", on=FEBRUARY))
    village.run(
        RecordInspection(month=Month(2026, 2), topic="เงินสด", found="นับไม่ครบ", effect="เงินขาด")
    )
    village.run(
        RecordConfirmation(
            card=card, at=FEBRUARY, outcome=Confirmed.DISAGREED, stated=baht(1), note="สมุดหาย"
        )
    )
    village.run(
        ClearRedFlag(
            flag="count_short 1", amount=baht(5), note="ทอนเงินผิด", by="ผู้ตรวจสอบ", on=FEBRUARY
        )
    )


def _project(village: Village) -> None:
    """In the months that are still open: January was closed."""
    granted(village, on=FEBRUARY)
    received(village, baht(50_000), on=FEBRUARY)
    spent(village, baht(700), HOUSES, household="ก-๑", document="บิล ๑")
    village.run(ReturnGrant(grant="INFRA", amount=baht(300), on=TODAY))
    leased(village)
    plot(village, "A-1", "20.5", "0001", house="๙/๑")
    (charge,) = billed(village)
    rent_paid(village, charge, baht(51, 25))
    remitted(village, baht(50), document="กค. ๑")
    insured(village)
    premiums(village, None)
    claim = claimed(village, None, reference="ค. ๑")
    village.run(ReceiveClaim(claim=claim, amount=baht(40_000), on=TODAY, document="เช็ค ๑"))
    village.run(PayOutClaim(claim=claim, amount=baht(10_000), on=TODAY, payee="มารดา"))
    village.run(ReduceClaim(claim=claim, amount=baht(500), on=TODAY, reason="ส่วนแรก"))
    _committee(village)


def _committee(village: Village) -> None:
    joined(village)
    village.run(LinkProject(project="RIM", kind=PartKind.GRANT, reference="INFRA"))
    surveyed(village, household="ก-๙")
    village.run(OpenCommittee(code="BOARD", name_th="คณะกรรมการดำเนินการ"))
    village.run(
        SeatMember(
            committee="BOARD",
            member="0001",
            position=Position.CHAIRPERSON,
            since=FEBRUARY,
            until=TODAY,
            resolution="มติ ๑/๒๕๖๙",
        )
    )


def _copies(village: Village) -> None:
    village.run(SetCardPartner(card=1, organisation="กท. 12"))
    village.run(
        HandIn(month=Month(2026, 1), through_act=3, fingerprint="ab" * 32, sha256="cd" * 32)
    )
    village.run(
        RecordBackup(
            file="ก-000003.satcha",
            medium="แท่ง ๑",
            through_act=3,
            fingerprint="ab" * 32,
            sha256="cd" * 32,
            medium_id="0123456789abcdef",
            outside=True,
        )
    )
    village.run(NoteSheet(found=False))
    village.run(
        GiveAuditPack(
            receiver="อนงค์", through_act=3, fingerprint="ab" * 32, manifest="cd" * 32, signed=True
        )
    )
    village.run(
        NoteKeys(
            generation=2,
            mark="ef" * 32,
            users=("มาลี", "แดง"),
            tries=3,
            networks=("เครือข่ายสุรินทร์",),
            by_network="เครือข่ายสุรินทร์",
        )
    )
    village.run(
        DeclareRestore(through_act=3, fingerprint="ab" * 32, reason="เครื่องเสีย", stub="R2569/000009")
    )
    village.run(KeepOldCode(receipt="R2569/000001", code="PRVR PPUP CAVM PYEK"))


def _goes_and_is_erased(village: Village, member: str) -> None:
    _owes_nothing(village, member)
    village.run(EndMembership(member=member, on=TODAY, why=Leaving.RESIGNED, note="ย้ายบ้าน"))
    village.run(ErasePerson(member=member, reason="ขอลบข้อมูล"))


def _texts_go(village: Village) -> None:
    texts = (one for act in range(1, 999) for one in village.book.ask(act_texts, act=act).rows)
    memo = next(one for one in texts if one.places == (("entries", "memo"),))
    village.run(EraseTexts(texts=(memo.commitment,), reason="ชื่อคนอยู่ในบันทึก"))


def _owes_nothing(village: Village, member: str) -> None:
    charges = village.rows("SELECT number FROM charges WHERE member = ?", (member,))
    for (number,) in charges:
        village.run(CancelCharge(charge=number, reason="ลาออก"))
    assert village.balance("11010") > ZERO


def _loans(village: Village, guarantor: str) -> None:
    card = lent(with_types(village), baht(1_000), on=START, guarantors=(guarantor,))
    _carried(village)
    _security(village, card)
    pay(village, card, baht(100), FEBRUARY)
    village.run(
        DeclareMoratorium(
            cards=(card,), start=TODAY, end=TODAY, resolution="มติ ๓/๒๕๖๙", extended_by=1
        )
    )
    village.run(
        TransferLoan(
            card=card, to="0001", on=TODAY, reason=TransferReason.HEIR, resolution="มติ ๔/๒๕๖๙"
        )
    )
    village.run(WriteOffLoan(card=card, on=TODAY, resolution="มติ ๒/๒๕๖๙"))
    village.run(RecoverLoan(card=card, amount=baht(5), on=TODAY, note="ได้คืนบางส่วน"))


def _carried(village: Village) -> None:
    """A member and her loan in mid-life come from the books on paper."""
    member = AdmitMember(person=Person(given="ยกยอด"), on=date(2020, 5, 1), number="0900")
    loan = CarriedLoan(
        type="ORD",
        on=date(2024, 1, 31),
        approved=baht(10_000),
        repaid=baht(6_000),
        rate=Fraction(6, 100),
        member="0900",
        first_due=date(2026, 2, 28),
        instalments=8,
    )
    owed = baht(4_000)
    desk = RegisterAsset(
        number="ยก-๑",
        name="โต๊ะ",
        kind=AssetKind.DURABLE,
        cost=baht(2),
        bought=START,
        first=Month(2026, 1),
        months=12,
    )
    accounts = (
        AccountBalance(account="13010", amount=owed),
        AccountBalance(account="33010", amount=ZERO - owed),
    )
    village.run(
        CarryForward(
            on=START,
            members=(member,),
            loans=(loan,),
            accounts=accounts,
            assets=(desk,),
            source="ยกยอด.xlsx",
        )
    )


def _security(village: Village, card: int) -> None:
    source = village.one("SELECT card FROM loan_contracts WHERE direction = 'in'")
    village.run(
        RecordLenderStatement(card=source, at=FEBRUARY, stated=baht(50_001), note="ต่างกัน ๑ บาท")
    )
    repay(village, source, baht(500), FEBRUARY)
    village.run(NoteLenderReceipt(card=source, payment=1, receipt="บร. ๑/๒๕๖๙"))
    village.run(
        SetSanctions(
            from_day=FEBRUARY,
            steps=(Sanction(missed=1, no_loan_months=12),),
            resolution="มติ ๗/๒๕๖๙",
        )
    )
    step = ClassStep(more_than=0, loan_class=LoanClass.NORMAL, rate=Fraction(0), suspends=False)
    village.run(SetLoanClasses(from_day=FEBRUARY, steps=(step,), resolution="มติ ๖/๒๕๖๙"))
    village.run(
        PledgeCollateral(
            card=card,
            kind=CollateralKind.LAND,
            description="โฉนดที่ดิน",
            value=baht(50_000),
            on=FEBRUARY,
        )
    )
    village.run(SetLoanLimits(type="ORD", from_day=FEBRUARY, most=baht(9_000), resolution="มติ"))
    village.run(
        ApplyForLoan(member="0001", type="ORD", amount=baht(500), on=FEBRUARY, purpose="ซ่อมบ้าน")
    )
