"""A month of the invented cooperative from its first day to its last, and the closing after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from ledger.domain.commands import Outcome
from ledger.domain.days import Month, day_after
from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, Money, baht
from ledger.practice import (
    borrowers,
    joining,
    leaving,
    mistakes,
    money_out,
    sheets,
    statements,
    welfare,
)
from ledger.practice.beginning import FIXED
from ledger.practice.diary import BANK, Diary
from ledger.practice.people import ZONES, Resident
from ledger.usecases.applying import RecordMeeting
from ledger.usecases.charging import ChargeMembers
from ledger.usecases.closing import CloseMonth
from ledger.usecases.counting import CountCash
from ledger.usecases.interest import PostSavingsInterest
from ledger.usecases.members import ChangeZone
from ledger.usecases.saving import PlaceHold, SetPromise
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit
from ledger.usecases.vouching import ReceiveIncome

_FINE = baht(20)
_DUES = baht(60)
_SUPPORT = baht(40_000)
_FIXED_SAVERS = 3
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Happenings:
    """In which month, counted from 0, something special happens."""

    voids: int
    late_bank: int
    short: int
    wrong_account: int
    bank_fee: int
    correction: int
    hold: int
    resigns: tuple[int, ...]
    dies: tuple[int, ...]


def happenings(months: int) -> Happenings:
    """Spread over the months there are; in a year all are months apart."""

    def at(fourteenth: int) -> int:
        return fourteenth * months // 14

    return Happenings(
        voids=at(2),
        late_bank=at(7),
        short=at(4),
        wrong_account=at(5),
        bank_fee=at(3),
        correction=at(10),
        hold=at(3),
        resigns=(at(6), at(9), at(12)),
        dies=(at(8), at(11)),
    )


@dataclass(slots=True)
class Calendar:
    """Where in its story the cooperative stands."""

    first: Month
    newcomers: list[int]
    special: Happenings
    bank: statements.BankSide = field(default_factory=statements.BankSide)
    wrong_entry: int | None = None


def live(diary: Diary, calendar: Calendar, at: int) -> None:
    """Everything that happens in the month of that place in the story, in order of days."""
    month = calendar.first.plus(at)
    saturday = first_saturday(month)
    _newcomers(diary, calendar.newcomers[at], saturday - timedelta(days=1), applied=at > 0)
    _meeting(diary, saturday)
    _collection(diary, calendar, at, saturday)
    _after_collection(diary, calendar, at, saturday + timedelta(days=2))
    _middle(diary, calendar, at, month)
    _end(diary, calendar, at, month)


def close(diary: Diary, calendar: Calendar, at: int) -> None:
    """On the first day of the next month: agree the bank, then close."""
    month, special = calendar.first.plus(at), calendar.special
    fee, late = at == special.bank_fee, at == special.late_bank
    statements.agree(diary, calendar.bank, month, fee=fee, late=late)
    diary.run(CloseMonth(month=month), day_after(month.last))


def first_saturday(month: Month) -> date:
    """The collection weekend begins on the first Saturday after the third of the month."""
    day = date(month.year, month.number, 4)
    return day + timedelta(days=(_SATURDAY - day.weekday()) % 7)


def _newcomers(diary: Diary, count: int, on: date, *, applied: bool) -> None:
    for _ in range(count):
        joining.join(diary, on, applied=applied)


def _meeting(diary: Diary, on: date) -> None:
    there: list[str] = []
    away: list[str] = []
    for resident in diary.present():
        (there if diary.happens(80) else away).append(resident.number)
    diary.run(
        RecordMeeting(on=on, title="ประชุมประจำเดือน", present=tuple(there), absent=tuple(away)), on
    )


def _collection(diary: Diary, calendar: Calendar, at: int, saturday: date) -> None:
    short = calendar.special.short
    for place, zone in enumerate(ZONES):
        on = saturday + timedelta(days=place // 2)
        sheets.collect(diary, zone, on, first=at == 0, short=at == short and place == 2)


def _after_collection(diary: Diary, calendar: Calendar, at: int, monday: date) -> None:
    special = calendar.special
    if at == special.voids:
        mistakes.void_a_receipt(diary, monday)
    if at == 0:
        _leaders(diary, monday)
        _support(diary, monday)
    if at == 1:
        _fixed_deposits(diary, monday)
        borrowers.lend(diary, monday)
        welfare.begin(diary, monday)
    money_out.carry_to_bank(diary, monday)
    _fine_the_late(diary, monday + timedelta(days=1))
    if calendar.wrong_entry is not None and at > special.wrong_account:
        mistakes.put_right_after_closing(diary, calendar.wrong_entry, monday)
        calendar.wrong_entry = None
    if calendar.bank.unbooked_fees and at > special.bank_fee:
        entry = money_out.pay(
            diary,
            "55010",
            baht(10),
            monday,
            payee="ธนาคาร",
            purpose="ค่าธรรมเนียมตามรายการเดินบัญชีเดือนก่อน",
            bank=True,
        )
        statements.match_fee(diary, calendar.bank, entry, monday)


def _middle(diary: Diary, calendar: Calendar, at: int, month: Month) -> None:
    special = calendar.special
    days = [money_out.BILLS[0].day, 16, 18, money_out.BILLS[1].day, 22, 24]
    for bill in money_out.BILLS[:2]:
        days.remove(bill.day)
    money_out.pay_bill(diary, money_out.BILLS[0], _day(month, money_out.BILLS[0].day))
    if at == special.wrong_account:
        calendar.wrong_entry = mistakes.pay_on_a_wrong_account(diary, _day(month, 15))
    for day in days:
        if diary.happens(85):
            money_out.withdraw(diary, _day(month, day))
    if at == special.hold:
        _hold(diary, _day(month, 24))


def _end(diary: Diary, calendar: Calendar, at: int, month: Month) -> None:
    special = calendar.special
    if at == special.correction:
        mistakes.correct_in_one_act(diary, _day(month, 24))
    for bill in money_out.BILLS[1:]:
        money_out.pay_bill(diary, bill, _day(month, max(bill.day, 24)))
    welfare.claim(diary, at, _day(month, 26))
    borrowers.repay(diary, _day(month, borrowers.REPAYS_ON))
    if at in special.resigns:
        leaving.leave(diary, _day(month, 27), Leaving.RESIGNED)
    if at in special.dies:
        leaving.leave(diary, _day(month, 27), Leaving.DECEASED)
    _raises(diary, month)
    if month.number == 12:
        _charge_dues(diary, month.last)
    if month.number in (6, 12):
        money_out.receive_bank_interest(diary, month.last)
        _savings_interest(diary, month.last)
    diary.run(
        CountCash(on=month.last, pieces=sheets.pieces_of(diary.cash), counted_by="กรรมการสามคน"),
        month.last,
    )


def _fine_the_late(diary: Diary, on: date) -> None:
    late = [one for one in diary.present() if one.entered and one.owed_months and not one.charges]
    if not late:
        return
    numbers = tuple(one.number for one in late)
    command = ChargeMembers(type="FINE", due_on=on, members=numbers, amount=_FINE, note="ส่งเงินล่าช้า")
    _add_charges(late, diary.run(command, on), _FINE)


def _charge_dues(diary: Diary, on: date) -> None:
    """Every present member owes the dues of the coming year; they come with the next sheets."""
    present = diary.present()
    numbers = tuple(one.number for one in present)
    command = ChargeMembers(type="DUES", due_on=on, members=numbers, amount=_DUES)
    _add_charges(present, diary.run(command, on), _DUES)


def _add_charges(residents: Sequence[Resident], outcome: Outcome, amount: Money) -> None:
    made = outcome.made["charges"]
    for resident, charge in zip(residents, made if isinstance(made, list) else [], strict=True):
        resident.charges.append((charge, amount))


def _leaders(diary: Diary, on: date) -> None:
    """The first member of each zone leads it."""
    leaders = {one.zone: one.number for one in reversed(diary.present())}
    for zone, number in sorted(leaders.items()):
        diary.run(ChangeZone(code=zone, leader=number), on)


def _support(diary: Diary, on: date) -> None:
    """The municipality helps the young cooperative with its first costs."""
    command = ReceiveIncome(
        account="46020",
        amount=_SUPPORT,
        on=on,
        payee="เทศบาลตัวอย่าง",
        purpose="เงินสนับสนุนการจัดตั้งสหกรณ์",
        bank=BANK,
        document="ที่ ตย 0001/2500",
    )
    diary.run(command, on)


def _fixed_deposits(diary: Diary, on: date) -> None:
    """A few members put a larger sum away for a year."""
    for resident in diary.present()[:_FIXED_SAVERS]:
        joining.open_account(diary, resident, FIXED, on)
        amount = baht(1_000 * diary.chance.randrange(5, 21))
        item = Item(item=ItemKind.DEPOSIT, amount=amount, card=resident.cards[FIXED])
        diary.run(ReceiveVisit(member=resident.number, on=on, items=(item,)), on)
        resident.tied = True


def _hold(diary: Diary, on: date) -> None:
    savers = [one for one in diary.present() if one.savings is not None and not one.tied]
    if savers:
        saver = savers[-1]
        reason = "ค้ำประกันเงินกู้ของสมาชิก"
        diary.run(PlaceHold(card=saver.savings or 0, amount=baht(500), on=on, reason=reason), on)
        saver.tied = True


def _raises(diary: Diary, month: Month) -> None:
    """Now and then somebody promises more from the next month on."""
    if diary.happens(40):
        resident: Resident = diary.chance.choice(diary.present())
        card, amount, since = sheets.raise_promise(resident, month.plus(1))
        diary.run(SetPromise(card=card, amount=amount, from_month=since), month.last)


def _savings_interest(diary: Diary, on: date) -> None:
    for product in ("SAVINGS", FIXED):
        if any(_earns(diary, one, product) for one in diary.present()):
            diary.run(PostSavingsInterest(product=product, through=on), on)


def _earns(diary: Diary, resident: Resident, product: str) -> bool:
    card = resident.cards.get(product)
    return card is not None and diary.of(card) > Money(10_000) > ZERO


def _day(month: Month, day: int) -> date:
    return date(month.year, month.number, day)
