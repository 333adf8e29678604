"""What settles a loan on a day, part by part, and what each further day costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ledger.domain.lending import Direction, LoanContract
from ledger.domain.money import ZERO, Money
from ledger.domain.owing import Owing, owing_of, settlement_of
from ledger.queries.naming import names_of
from ledger.queries.standing import Letterhead, last_day, letterhead
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """All that is owed so that nothing is owed any more after it.

    ``advance`` was kept from earlier payments and is taken off. ``a_day_more`` is what the amount
    grows by until the next day.
    """

    head: Letterhead
    card: int
    type: str
    contract_number: str
    contract_on: date
    member: str | None
    name: str
    on: date
    principal: Money
    interest_arrears: Money
    interest: Money
    penalty: Money
    advance: Money
    total: Money
    a_day_more: Money


def settlement(reader: Reader, *, card: int, on: date | None = None) -> Settlement:
    """What is owed to settle a loan at the end of a day, also of a day to come.

    Raises:
        UnknownLoan: there is none with that card.
    """
    day, loan = last_day(reader, on), owing_of(reader, card)
    contract, standing = loan.contract, loan.card(at=day).standing
    whole = _whole(loan, day)
    interest = whole + standing.advance - standing.outstanding - standing.penalty
    late = min(interest, standing.interest_arrears)
    owed = whole > ZERO
    return Settlement(
        head=letterhead(reader),
        card=card,
        type=contract.type,
        contract_number=contract.contract_number,
        contract_on=contract.on,
        member=contract.member,
        name=_name(reader, contract),
        on=day,
        principal=standing.outstanding if owed else ZERO,
        interest_arrears=late if owed else ZERO,
        interest=interest - late if owed else ZERO,
        penalty=standing.penalty if owed else ZERO,
        advance=standing.advance if owed else ZERO,
        total=whole,
        a_day_more=_whole(loan, day + timedelta(days=1)) - whole if owed else ZERO,
    )


def _whole(loan: Owing, day: date) -> Money:
    if loan.write_off is not None and loan.write_off.on <= day:
        return ZERO
    return settlement_of(loan, loan.card(at=day), day)


def _name(reader: Reader, contract: LoanContract) -> str:
    if contract.direction is Direction.IN or contract.member is None:
        return contract.lender
    return names_of(reader, [contract.member]).get(contract.member, "")
