"""Where a book stands: whose it is, its newest act, and the act that closed a month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ledger.domain.accounts import BookKind, RoleAccount
from ledger.domain.cooperative import Cooperative
from ledger.domain.days import Month
from ledger.domain.fingerprint import code_of
from ledger.domain.refusals import NoRole
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class ActStamp:
    """An act as papers name it: number, moment, user, and the sixteen letters of its code."""

    number: int
    moment: datetime
    user: str
    code: str


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Whose book it is, as papers say it, and the act up to which the answer knows the book."""

    name_th: str
    name_en: str
    kind: BookKind
    registration: str
    address: str
    telephone: str
    auditor_telephone: str
    practice: bool
    promptpay: str
    thai_digits: bool
    common_era: bool
    act: ActStamp


def letterhead(reader: Reader) -> Letterhead:
    """The cooperative and the newest act; with ``at_act`` both as they stood then."""
    cooperative = the_cooperative(reader)
    return Letterhead(
        name_th=cooperative.name_th,
        name_en=cooperative.name_en,
        kind=cooperative.kind,
        registration=cooperative.registration,
        address=cooperative.address,
        telephone=cooperative.telephone,
        auditor_telephone=cooperative.auditor_telephone,
        practice=cooperative.practice,
        promptpay=cooperative.promptpay,
        thai_digits=cooperative.thai_digits,
        common_era=cooperative.common_era,
        act=stamp_of(reader, reader.as_of),
    )


def the_cooperative(reader: Reader) -> Cooperative:
    (cooperative,) = reader.every(Cooperative)
    return cooperative


def stamp_of(reader: Reader, act: int | None) -> ActStamp:
    """The act of that number; without one the newest."""
    # There always is one: the act that founded the book.
    ((number, recorded_at, user, fingerprint),) = reader.rows(
        "SELECT number, recorded_at, user, fingerprint FROM acts"
        " WHERE ?1 IS NULL OR number <= ?1 ORDER BY number DESC LIMIT 1",
        (act,),
    )
    moment = datetime.fromisoformat(recorded_at)
    return ActStamp(number, moment, user, code_of(bytes.fromhex(fingerprint)))


def closing_act(reader: Reader, month: Month) -> int | None:
    """The act since which the month has been closed without a break; None while it is open.

    While a month is closed no entry can get a day in it or before it (ledger.storage.ddl), but for
    the closing of an earlier year, which ledger.queries.sums leaves out. So everything about the
    month read as it stood at this act never changes again.
    """
    found = None
    for act, closed_through in reader.rows(
        f"SELECT act, closed_through FROM closings WHERE true{known(reader)} ORDER BY number DESC"
    ):
        if closed_through is None or closed_through < month.iso:
            break
        found = int(act)
    return found


def as_closed(reader: Reader, month: Month) -> Reader:
    """The book as it stood when the month was closed; as it stands while the month is open."""
    act = closing_act(reader, month)
    return reader if act is None else reader.at_act(act)


def known(reader: Reader, column: str = "act") -> str:
    """The clause that leaves out what acts after ``reader.as_of`` wrote."""
    return "" if reader.as_of is None else f" AND {column} <= {reader.as_of:d}"


def last_day(reader: Reader, at: date | None = None) -> date:
    """The day asked about; without one the last day with an entry, else that of the newest act."""
    if at is not None:
        return at
    row = reader.one(f"SELECT MAX(day) FROM entries WHERE true{known(reader)}")
    if row and row[0]:
        return date.fromisoformat(row[0])
    return stamp_of(reader, reader.as_of).moment.date()


def year_start(reader: Reader, month: Month) -> Month:
    """The first month of the fiscal year in which the month lies (domain.md 3.1)."""
    ends_in = the_cooperative(reader).year_ends_in
    return month.plus(-((month.number - ends_in - 1) % 12))


def account_in_role(reader: Reader, role: str) -> str:
    """The code of the account that plays a role of the posting table.

    Raises:
        NoRole: the chart names none.
    """
    found = reader.newest(RoleAccount, role)
    if found is None:
        raise NoRole(role)
    return found.account
