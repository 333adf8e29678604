"""Matching by round: asked for with the members counted, granted as receivable, received."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.days import plus_months
from ledger.domain.limits import check_amount, check_count
from ledger.domain.money import ZERO, Money, total
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import Place
from ledger.domain.refusals import NothingToDo
from ledger.domain.refusals.welfare import (
    MatchGrantedAlready,
    MatchLessThanReceived,
    MatchMoreThanGranted,
    NobodyToMatch,
    UnknownMatchRound,
    UnknownWelfareFigure,
    WelfareDayTooEarly,
    WelfareFigureTwice,
)
from ledger.domain.welfare_claims import BenefitHeading
from ledger.domain.welfare_fund import WelfareLeaving, WelfareMembership, welfare_fund_of
from ledger.domain.welfare_match import (
    INCOME_ROLE,
    USUAL_ROUNDS,
    MatchMember,
    MatchReceipt,
    MatchRound,
    MatchSource,
    WelfareBefore,
    WelfareProfile,
    a_full_year,
    received_for,
    rounds_of,
    stands,
    taken_as_income,
)
from ledger.usecases.recording import (
    account_of_role,
    check_has_come,
    event_lines,
    given,
    money_place,
    named,
    positive,
    record_lines,
)
from ledger.usecases.vouching import add_voucher, payer_named

_MOST = 10_000_000
FIGURES = (
    *("members", "seed", "government", "local", "state", "interest", "entrance", "donation"),
    *("community", "other"),
    *(one.value for one in BenefitHeading if one is not BenefitHeading.OTHER),
    "other_benefit",
    *(one.value for one in WelfareLeaving),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestMatch(Command):
    """Ask for matching: members with a full year at ``counted_at``, within the rounds allowed.

    Without amounts each side is asked for what these members contributed in that year.
    """

    name: str
    on: date
    counted_at: date
    resolution: str
    government: Money | None = None
    local: Money | None = None
    most_rounds: int = USUAL_ROUNDS


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantMatch(Command):
    """What was granted for a round; it is booked as receivable until the money comes.

    Money that came before the grant was income on its day and is not booked twice.
    """

    round: int
    on: date
    government: Money = ZERO
    local: Money = ZERO
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveMatch(Command):
    """Money of a round comes in; what nobody had granted is income on that day."""

    round: int
    source: MatchSource
    amount: Money
    on: date
    payee: str
    bank: str | None = None
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WelfareFigure:
    """A sum from before this book, with the number of persons where it is of a benefit."""

    figure: str
    amount: Money = ZERO
    persons: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWelfareProfile(Command):
    """What the yearly form asks that the books do not say; the whole of it is given each time."""

    founded_on: date | None = None
    founding_members: int = 0
    founding_money: Money = ZERO
    villages: int = 0
    villages_covered: int = 0
    population: int = 0
    activities: str = ""
    committee: str = ""
    rules: str = ""
    member_data: str = ""
    meetings: str = ""
    accounts: str = ""
    monitoring: str = ""
    reporting: str = ""
    links: str = ""
    support: str = ""
    before: tuple[WelfareFigure, ...] = ()


def request_match(command: RequestMatch, books: Books) -> None:
    welfare_fund_of(books)
    check_has_come(books, command.on)
    if command.on < command.counted_at:
        raise WelfareDayTooEarly(command.on, command.counted_at)
    check_count("most_rounds", command.most_rounds, least=1, most=_MOST)
    before = rounds_of(books)
    counted = {
        one.member: _contributed_in_year(books, one, command.counted_at)
        for one in a_full_year(books, command.counted_at)
        if before.get(one.member, 0) < command.most_rounds
    }
    if not counted:
        raise NobodyToMatch(command.counted_at)
    contributed = total(counted.values())
    asked = [
        contributed if amount is None else amount for amount in (command.government, command.local)
    ]
    for name, amount in zip(("government", "local"), asked, strict=True):
        check_amount(name, amount, least=ZERO)
    number = books.next_number(MatchRound)
    books.add(
        MatchRound(
            number=number,
            name=named(command.name, "name").strip(),
            on=command.on,
            counted_at=command.counted_at,
            members=len(counted),
            contributed=contributed,
            government=asked[0],
            local=asked[1],
            resolution=given(command.resolution, "resolution"),
        )
    )
    for member, amount in sorted(counted.items()):
        books.add(MatchMember(number, member, amount))
    books.make(round=number, members=len(counted), contributed=contributed.as_decimal())


def grant_match(command: GrantMatch, books: Books) -> None:
    round_ = the_round(books, command.round)
    if stands(books, round_.granted_by):
        raise MatchGrantedAlready(round_.number)
    if command.on < round_.on:
        raise WelfareDayTooEarly(command.on, round_.on)
    for name in ("government", "local"):
        check_amount(name, getattr(command, name), least=ZERO)
    positive(command.government + command.local)
    fund = welfare_fund_of(books).fund
    lines = []
    for source, amount in (
        (MatchSource.GOVERNMENT, command.government),
        (MatchSource.LOCAL, command.local),
    ):
        still = _still_to_book(books, round_.number, source, amount)
        if still > ZERO:
            income = Place(account_of_role(books, INCOME_ROLE[source]), fund)
            lines += event_lines(books, "match_granted", still, {"account": income})
    if not lines:
        raise NothingToDo("grant-match")
    posted = record_lines(books, lines, on=command.on, event="match_granted", memo=round_.name)
    add_voucher(books, VoucherKind.JOURNAL, posted, purpose=round_.name, document=command.document)
    books.add(
        replace(
            round_,
            granted_government=command.government,
            granted_local=command.local,
            granted_on=command.on,
            granted_by=posted.number,
            document=command.document,
        )
    )


def _still_to_book(books: Books, number: int, source: MatchSource, granted: Money) -> Money:
    """What of a grant is no income yet.

    Raises:
        MatchLessThanReceived: more than that has come in already.
    """
    received = received_for(books, number, source)
    if granted < received:
        raise MatchLessThanReceived(number, received, granted)
    owed = account_of_role(books, "match_receivable")
    return granted - taken_as_income(books, number, source, owed)


def receive_match(command: ReceiveMatch, books: Books) -> None:
    round_ = the_round(books, command.round)
    amount = positive(command.amount)
    if command.on < round_.on:
        raise WelfareDayTooEarly(command.on, round_.on)
    fund = welfare_fund_of(books).fund
    granted = round_.granted(command.source) if stands(books, round_.granted_by) else ZERO
    role = INCOME_ROLE[command.source]
    if granted > ZERO:
        open_ = granted - received_for(books, round_.number, command.source)
        if amount > open_:
            raise MatchMoreThanGranted(round_.number, open_, amount)
        role = "match_receivable"
    places = {
        "money": money_place(books, command.bank, fund),
        "account": Place(account_of_role(books, role), fund),
    }
    lines = event_lines(books, "match_received", amount, places)
    posted = record_lines(books, lines, on=command.on, event="match_received", memo=round_.name)
    add_voucher(
        books,
        VoucherKind.RECEIPT,
        posted,
        purpose=round_.name,
        payee=payer_named(command.payee),
        document=command.document,
    )
    number = books.next_number(MatchReceipt, round=round_.number)
    books.add(
        MatchReceipt(round_.number, number, command.source, command.on, amount, posted.number)
    )


def set_welfare_profile(command: SetWelfareProfile, books: Books) -> None:
    fund = welfare_fund_of(books).fund
    for name in ("founding_members", "villages", "population"):
        check_count(name, getattr(command, name), least=0, most=_MOST)
    # Nobody counts a village twice: more of them than there are would pass the test of quality.
    check_count("villages_covered", command.villages_covered, least=0, most=command.villages)
    check_has_come(books, command.founded_on or books.today)
    check_amount("founding_money", command.founding_money, least=ZERO)
    names = WelfareProfile.__dataclass_fields__.keys() - {"fund"}
    fields = {name: getattr(command, name) for name in names}
    books.add(WelfareProfile(fund=fund, **fields))
    for one in command.before:
        if one.figure not in FIGURES:
            raise UnknownWelfareFigure(one.figure, ", ".join(FIGURES))
        if sum(one.figure == other.figure for other in command.before) > 1:
            raise WelfareFigureTwice(one.figure)
        check_amount("before.amount", one.amount, least=ZERO)
        check_count("before.persons", one.persons, least=0, most=_MOST)
        books.add(WelfareBefore(one.figure, one.amount, one.persons))


def the_round(books: Books, number: int) -> MatchRound:
    """The round of that number.

    Raises:
        UnknownMatchRound: there is none.
    """
    found = books.newest(MatchRound, number)
    if found is None:
        raise UnknownMatchRound(number)
    return found


def _contributed_in_year(books: Books, one: WelfareMembership, at: date) -> Money:
    card = books.newest(Card, one.card)
    account = "" if card is None else card.account
    before = plus_months(at, -12)
    return books.card_balance(one.card, account, at=before) - books.card_balance(
        one.card, account, at=at
    )
