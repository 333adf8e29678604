"""Members who leave the invented cooperative, paid out before; and those who die."""

from __future__ import annotations

from datetime import date

from ledger.domain.members import Leaving
from ledger.domain.money import ZERO
from ledger.practice.diary import BANK, Diary
from ledger.practice.money_out import pay_out
from ledger.practice.people import Resident
from ledger.usecases.charging import CancelCharge
from ledger.usecases.members import EndMembership
from ledger.usecases.sharing import ReturnShares

_TO_NOMINEE = "จ่ายผู้รับโอนประโยชน์"


def leave(diary: Diary, on: date, why: Leaving) -> None:
    """Somebody whose money is free is paid out, card by card, and the membership ends."""
    leaver = _who(diary)
    if leaver is None:
        return
    dead = why is Leaving.DECEASED
    note = _TO_NOMINEE if dead else "คืนเงินสมาชิกลาออก"
    for number, _ in leaver.charges:
        diary.run(CancelCharge(charge=number, reason="พ้นสภาพสมาชิก"), on)
    for product, card in leaver.cards.items():
        if diary.of(card) > ZERO and product != "SHARES":
            pay_out(diary, card, diary.of(card), on, note)
    _return_shares(diary, leaver, on, note)
    diary.run(EndMembership(member=leaver.number, on=on, why=why, note=note), on)
    leaver.charges.clear()
    leaver.present = False


def _who(diary: Diary) -> Resident | None:
    """Somebody who is not the last one paying for a household and has entered."""
    free = [one for one in diary.present() if one.entered and not one.tied]
    return diary.chance.choice(free[len(free) // 4 :]) if len(free) > 4 else None


def _return_shares(diary: Diary, leaver: Resident, on: date, note: str) -> None:
    card = leaver.cards["SHARES"]
    amount = diary.of(card)
    if amount == ZERO:
        return
    bank = BANK if diary.cash < amount else None
    diary.run(ReturnShares(card=card, amount=amount, on=on, leaving=True, bank=bank, note=note), on)
