"""A loan with all that stands on its papers: parties, guarantors, security, plan and card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ledger.domain.accrual import rate_at
from ledger.domain.lending import LoanType
from ledger.domain.members import Member, Person
from ledger.domain.owing import owing_of
from ledger.queries.loans import LoanCard, loan_card
from ledger.queries.members import MemberRow, member_rows
from ledger.queries.naming import person_of
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Party:
    """A borrower or guarantor; the person is None where personal data were erased."""

    number: str
    name: str
    zone_name: str
    household: str
    person: Person | None


@dataclass(frozen=True, slots=True)
class LoanPaper:
    """One loan at the end of a day; ``rate`` is the yearly rate in force then.

    ``full_ids`` is whether papers show national numbers whole.
    """

    at: date
    type_th: str
    type_en: str
    loan: LoanCard
    rate: Fraction
    borrower: Party | None
    guarantors: tuple[Party, ...]
    full_ids: bool = False


def loan_paper(
    reader: Reader, *, card: int, at: date | None = None, full_id: bool = False
) -> LoanPaper:
    """Everything that the papers of a loan say, as it stands at the end of a day.

    They show national numbers masked unless ``full_id``.

    Raises:
        UnknownLoan: there is none with that card.
    """
    day = last_day(reader, at)
    loan = loan_card(reader, card=card, at=day)
    contract = loan.contract
    kind = reader.newest(LoanType, contract.type)
    standing = [one.member for one in loan.guarantors if one.released_on is None]
    numbers = [*standing, *([] if contract.member is None else [contract.member])]
    found = [one for number in numbers if (one := reader.newest(Member, number)) is not None]
    rows = {row.number: row for row in member_rows(reader, found)}
    rates = owing_of(reader, card).rules.rates
    return LoanPaper(
        at=day,
        type_th="" if kind is None else kind.name_th,
        type_en="" if kind is None else kind.name_en,
        loan=loan,
        rate=rate_at(rates, max(day, rates[0].since)) if rates else Fraction(0),
        borrower=None if contract.member is None else _party(reader, rows, contract.member),
        guarantors=tuple(_party(reader, rows, number) for number in standing),
        full_ids=full_id,
    )


def _party(reader: Reader, rows: dict[str, MemberRow], number: str) -> Party:
    row = rows[number]
    found = reader.newest(Member, number)
    person = None if found is None else person_of(reader, number, found.person)
    return Party(number, row.name, row.zone_name, row.household, person)
