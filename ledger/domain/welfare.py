"""A claim on the welfare fund checked against its rule: the amount and every reason.

The rules are those of domain.md 4.2. Ages and years of membership are counted by the calendar,
never by subtracting years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ledger.domain.benefits import (
    Assessment,
    BenefitRule,
    Claimant,
    Finding,
    FundYear,
    PaidBenefit,
    Reason,
    WelfareEvent,
    YearAmount,
    full_years,
)
from ledger.domain.days import plus_months
from ledger.domain.limits import check_amount, check_count
from ledger.domain.money import ZERO, Money, total
from ledger.domain.stays import (
    NEVER_TWICE,
    admitted_otherwise,
    amounts_by_year,
    by_year,
    paid_before,
    same_stay,
    stays,
    units_of,
)

Amounts = dict[date, Money]

_MOST_YEARS, _MOST_DAYS = 150, 36_600
_COUNTS = (
    *("waiting_days", "grace_days", "least_age", "most_age", "least_years"),
    *("events_per_year", "events_per_life", "claim_within_days", "apart_days"),
)


def assess(
    rule: BenefitRule,
    claimant: Claimant,
    event: WelfareEvent,
    *,
    paid: Sequence[PaidBenefit] = (),
    year: FundYear | None = None,
) -> Assessment:
    """What the rule pays for the event, given what was paid before.

    The year is the calendar year of the event where none is given.
    """
    year = year or FundYear(date(event.start.year, 1, 1), date(event.start.year, 12, 31))
    units, cuts = _counted(rule, claimant, event, paid, year)
    blocks = [*_blocks(rule, claimant, event), *_used_up(rule, event, paid, year)]
    otherwise = admitted_otherwise(rule, event, paid, year)
    if otherwise is not None:
        blocks.append(Finding(Reason.ADMITTED_OTHERWISE, otherwise.isoformat()))
    if rule.per in NEVER_TWICE:
        blocks += [one for one in cuts if one.reason is Reason.ALREADY_PAID]
    rate = membership_amount(rule, claimant.joined, event.start)
    amounts = by_year(units, rate, event, year)
    if total(amounts.values()) == ZERO and not blocks:
        blocks = cuts or [Finding(Reason.NOTHING_TO_PAY)]
    caps = _Caps(rule, event, paid, year)
    if not blocks:
        cuts += caps.cut(amounts)
        if total(amounts.values()) == ZERO:
            blocks = caps.apart() or cuts
    left = caps.left_in(year.start_for(event.start))
    return _assessment(amounts, len(units), (blocks, cuts), left)


def _assessment(
    amounts: Amounts,
    units: int,
    findings: tuple[list[Finding], list[Finding]],
    left: Money | None,
) -> Assessment:
    blocks, cuts = findings
    amount = ZERO if blocks else total(amounts.values())
    if left is not None and not blocks:
        left -= next(iter(amounts.values()), ZERO)
    parts = tuple(YearAmount(start, one) for start, one in amounts.items() if one > ZERO)
    return Assessment(
        amount,
        units,
        tuple(blocks),
        () if blocks else tuple(cuts),
        left,
        () if blocks else parts,
    )


def check_rule(rule: BenefitRule) -> None:
    """Refuse amounts and counts below zero.

    Raises:
        AmountOutOfRange, CountOutOfRange.
    """
    for name in ("amount", "most_per_event", "most_per_year", "most_per_life"):
        amount = getattr(rule, name)
        if amount is not None:
            check_amount(name, amount, least=ZERO)
    for name in _COUNTS:
        count = getattr(rule, name)
        if count is not None:
            check_count(name, count, least=0, most=_MOST_DAYS)
    if rule.least_age is not None and rule.most_age is not None:
        check_count("most_age", rule.most_age, least=rule.least_age, most=_MOST_DAYS)
    for tier in rule.tiers:
        check_amount("tiers.amount", tier.amount, least=ZERO)
        check_count("tiers.years", tier.years, least=0, most=_MOST_YEARS)
        check_count("tiers.days", tier.days, least=0, most=_MOST_DAYS)


def membership_amount(rule: BenefitRule, joined: date, day: date) -> Money:
    """The amount of the highest tier reached on the day; the plain amount without tiers."""
    if not rule.tiers:
        return rule.amount
    reached = [
        tier
        for tier in rule.tiers
        if plus_months(joined, 12 * tier.years) + timedelta(days=tier.days) <= day
    ]
    best = max(reached, key=lambda tier: (tier.years, tier.days), default=None)
    return ZERO if best is None else best.amount


def _blocks(rule: BenefitRule, claimant: Claimant, event: WelfareEvent) -> Iterator[Finding]:
    yield from standing_blocks(rule, claimant, event.since)
    if event.admitted is not None and event.start < event.admitted:
        yield Finding(Reason.BEFORE_ADMISSION, event.admitted.isoformat())
    if event.end is not None and event.end < event.start:
        yield Finding(Reason.ENDS_BEFORE_START, event.end.isoformat())
    last = event.end or event.start
    if rule.claim_within_days is not None and event.claimed is not None:
        latest = last + timedelta(days=rule.claim_within_days)
        if event.claimed > latest:
            yield Finding(Reason.CLAIMED_TOO_LATE, latest.isoformat())
    for document in rule.documents:
        if document not in event.documents:
            yield Finding(Reason.DOCUMENT_MISSING, document)


def standing_blocks(rule: BenefitRule, claimant: Claimant, day: date) -> Iterator[Finding]:
    """What speaks against the member for an event on a day, whatever was paid before."""
    yield from _membership_blocks(rule, claimant, day)
    yield from _personal_blocks(rule, claimant, day)


def _membership_blocks(rule: BenefitRule, claimant: Claimant, day: date) -> Iterator[Finding]:
    if day < claimant.joined:
        yield Finding(Reason.NOT_YET_MEMBER, claimant.joined.isoformat())
        return
    if claimant.left is not None and day > claimant.left:
        yield Finding(Reason.NO_LONGER_MEMBER, claimant.left.isoformat())
    if claimant.died is not None and day > claimant.died:
        yield Finding(Reason.AFTER_DEATH, claimant.died.isoformat())
    if claimant.no_welfare_until is not None and day <= claimant.no_welfare_until:
        yield Finding(Reason.UNDER_SANCTION, claimant.no_welfare_until.isoformat())
    entitled = claimant.joined + timedelta(days=rule.waiting_days)
    if day < entitled:
        yield Finding(Reason.WAITING_PERIOD, entitled.isoformat())
    through = claimant.paid_through or claimant.joined
    if rule.paid_up and through < day - timedelta(days=rule.grace_days):
        yield Finding(Reason.NOT_PAID_UP, through.isoformat())


def _personal_blocks(rule: BenefitRule, claimant: Claimant, day: date) -> Iterator[Finding]:
    if rule.sex is not None and claimant.sex is not rule.sex:
        yield Finding(Reason.WRONG_SEX, rule.sex.value)
    if rule.least_age is not None or rule.most_age is not None:
        yield from _age_blocks(rule, claimant, day)
    years = full_years(claimant.joined, day)
    if rule.least_years is not None and years < rule.least_years:
        yield Finding(Reason.MEMBERSHIP_TOO_SHORT, str(max(0, years)))


def _age_blocks(rule: BenefitRule, claimant: Claimant, day: date) -> Iterator[Finding]:
    if claimant.born is None:
        yield Finding(Reason.AGE_UNKNOWN)
        return
    age = full_years(claimant.born, day)
    if rule.least_age is not None and age < rule.least_age:
        yield Finding(Reason.TOO_YOUNG, str(age))
    if rule.most_age is not None and age > rule.most_age:
        yield Finding(Reason.TOO_OLD, str(age))


def _used_up(
    rule: BenefitRule, event: WelfareEvent, paid: Sequence[PaidBenefit], year: FundYear
) -> Iterator[Finding]:
    if same_stay(rule, event, paid, year):
        return  # it goes on with an event that was counted already
    begun = stays(rule, paid, year)
    this_year = year.start_for(event.start)
    in_year = sum(1 for day in begun if year.start_for(day) == this_year)
    if rule.events_per_year is not None and in_year >= rule.events_per_year:
        yield Finding(Reason.EVENTS_OF_YEAR_USED, str(in_year))
    if rule.events_per_life is not None and len(begun) >= rule.events_per_life:
        yield Finding(Reason.EVENTS_OF_LIFE_USED, str(len(begun)))


def _counted(
    rule: BenefitRule,
    claimant: Claimant,
    event: WelfareEvent,
    paid: Sequence[PaidBenefit],
    year: FundYear,
) -> tuple[list[date], list[Finding]]:
    """The units that are paid for: none of them twice, none after the membership ended."""
    units = units_of(rule.per, event.start, event.end, year)
    findings = []
    doubled = paid_before(rule.per, event, paid, year)
    if doubled:
        units = [unit for unit in units if unit not in doubled]
        findings.append(Finding(Reason.ALREADY_PAID, str(len(doubled))))
    for last, reason in (
        (claimant.left, Reason.NO_LONGER_MEMBER),
        (claimant.died, Reason.AFTER_DEATH),
    ):
        if last is not None and event.since <= last and any(unit > last for unit in units):
            units = [unit for unit in units if unit <= last]
            findings.append(Finding(reason, last.isoformat()))
    return units, findings


class _Caps:
    """What the caps of a rule leave of the amounts of single years, and which of them bit."""

    def __init__(
        self, rule: BenefitRule, event: WelfareEvent, paid: Sequence[PaidBenefit], year: FundYear
    ) -> None:
        self._rule = rule
        self._spent: dict[date, Money] = {}
        for one in paid:
            for start, amount in amounts_by_year(rule.per, one, year).items():
                self._spent[start] = self._spent.get(start, ZERO) + amount
        self._stay = total(one.amount for one in same_stay(rule, event, paid, year))
        self._life = total(one.amount for one in paid)

    def left_in(self, start: date) -> Money | None:
        """What the year with this first day still allows; None without a yearly cap."""
        if self._rule.most_per_year is None:
            return None
        return max(ZERO, self._rule.most_per_year - self._spent.get(start, ZERO))

    def cut(self, amounts: Amounts) -> list[Finding]:
        """Lessen the amounts to what is allowed; answers the reasons in the order they bit."""
        found = []
        event = self._allowed(self._rule.most_per_event, self._stay, amounts)
        if event is not None:
            found.append(Finding(Reason.CAP_OF_EVENT, event.as_decimal()))
        for start, amount in amounts.items():
            left = self.left_in(start)
            if left is not None and (amount if event is None else min(amount, event)) > left:
                amounts[start] = left
                found.append(Finding(Reason.CAP_OF_YEAR, left.as_decimal()))
        if event is not None:
            _lessen(amounts, event)
        life = self._allowed(self._rule.most_per_life, self._life, amounts)
        if life is not None:
            _lessen(amounts, life)
            found.append(Finding(Reason.CAP_OF_LIFE, life.as_decimal()))
        return found

    def apart(self) -> list[Finding]:
        """Where this claim shows that claims before it were of one stay: what it got too much."""
        most = self._rule.most_per_event
        if most is None or self._stay <= most:
            return []
        return [Finding(Reason.CLAIMED_APART, (self._stay - most).as_decimal())]

    @staticmethod
    def _allowed(most: Money | None, spent: Money, amounts: Amounts) -> Money | None:
        """What a cap leaves where that is less than the amounts together; else None."""
        if most is None:
            return None
        left = max(ZERO, most - spent)
        return left if total(amounts.values()) > left else None


def _lessen(amounts: Amounts, allowed: Money) -> None:
    """Take away from the latest year first until no more than allowed is left."""
    for start in reversed(amounts):
        over = total(amounts.values()) - allowed
        amounts[start] -= min(amounts[start], max(ZERO, over))
