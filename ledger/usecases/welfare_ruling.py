"""Rules of benefits, decided by the members and in force from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import Kind
from ledger.domain.benefits import BenefitRule
from ledger.domain.books import Books
from ledger.domain.commands import Command
from ledger.domain.money import ZERO
from ledger.domain.refusals.welfare import BenefitAccountWrong, BenefitOfNothing
from ledger.domain.welfare import check_rule
from ledger.domain.welfare_claims import (
    OTHER_ROLE,
    ROLE_OF,
    BenefitHeading,
    WelfareRule,
    WelfareRuleTier,
)
from ledger.domain.welfare_fund import welfare_fund_of
from ledger.usecases.founding import the_account
from ledger.usecases.recording import account_of_role, given, named


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBenefitRule(Command):
    """A benefit from a day on; ``rule.code`` names it, an earlier rule of that name ends.

    Without ``account`` the heading's own is taken; with ``closed`` the benefit ends on that day.
    """

    rule: BenefitRule
    from_day: date
    name_th: str
    heading: BenefitHeading
    resolution: str
    name_en: str = ""
    account: str = ""
    closed: bool = False


def set_benefit_rule(command: SetBenefitRule, books: Books) -> None:
    welfare_fund_of(books)
    rule = command.rule
    code = named(rule.code, "rule.code")
    check_rule(rule)
    if rule.amount == ZERO and not any(tier.amount > ZERO for tier in rule.tiers):
        raise BenefitOfNothing(code)
    role = ROLE_OF.get(command.heading, OTHER_ROLE)
    account = the_account(books, command.account or account_of_role(books, role))
    if account.kind is not Kind.EXPENSE or account.head or account.card is not None:
        raise BenefitAccountWrong(account.code)
    name = named(command.name_th, "name_th")
    number = books.next_number(WelfareRule)
    books.add(
        WelfareRule(
            number=number,
            code=code,
            from_day=command.from_day,
            name_th=name,
            name_en=command.name_en or name,
            heading=command.heading,
            account=account.code,
            resolution=given(command.resolution, "resolution"),
            closed=command.closed,
            per=rule.per,
            amount=rule.amount,
            waiting_days=rule.waiting_days,
            grace_days=rule.grace_days,
            paid_up=rule.paid_up,
            sex=rule.sex,
            least_age=rule.least_age,
            most_age=rule.most_age,
            least_years=rule.least_years,
            most_per_event=rule.most_per_event,
            most_per_year=rule.most_per_year,
            most_per_life=rule.most_per_life,
            events_per_year=rule.events_per_year,
            events_per_life=rule.events_per_life,
            claim_within_days=rule.claim_within_days,
            documents="\n".join(one.strip() for one in rule.documents if one.strip()),
            apart_days=rule.apart_days,
        )
    )
    for line, tier in enumerate(rule.tiers, start=1):
        books.add(WelfareRuleTier(number, line, tier.years, tier.days, tier.amount))
    books.make(benefit=code, rule=number)
