"""Insurance: premiums billed, collected and remitted, and claims from report to payout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.grants import counting
from ledger.domain.insurance import (
    ClaimPaidOut,
    ClaimReceived,
    ClaimReduced,
    InsuranceClaim,
    InsurancePolicy,
    PremiumBill,
)
from ledger.domain.leases import Remittance
from ledger.domain.money import Money, total
from ledger.domain.products import Charge
from ledger.domain.refusals.insurance import UnknownPolicy
from ledger.queries.leases import billed_by, booked_on
from ledger.queries.naming import names_of
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class InsuranceRow:
    """One policy on a day; ``held`` was collected and not remitted (negative: advanced)."""

    code: str
    card: int
    insurer: str
    name: str
    on: date
    billed: Money
    collected: Money
    outstanding: Money
    remitted: Money
    held: Money
    claims_open: Money
    claims_held: Money


@dataclass(frozen=True, slots=True)
class Insurances:
    """All policies on a day with their sums."""

    at: date
    rows: tuple[InsuranceRow, ...]
    collected: Money
    remitted: Money
    held: Money
    claims_open: Money


@dataclass(frozen=True, slots=True)
class PremiumRow:
    """What one member was billed for one loan, or for herself, paid, and still owes."""

    member: str
    name: str
    loan: int | None
    billed: Money
    collected: Money
    outstanding: Money


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim: ``open`` is what the insurer still owes, ``held`` received and not paid out."""

    claim: InsuranceClaim
    name: str
    received: Money
    reduced: Money
    paid_out: Money
    open: Money
    held: Money


@dataclass(frozen=True, slots=True)
class InsuranceCard:
    """A policy up to a day. ``difference`` is what the ledger holds on its card less ``held``."""

    at: date
    policy: InsurancePolicy
    row: InsuranceRow
    premiums: tuple[PremiumRow, ...]
    claims: tuple[ClaimRow, ...]
    remittances: tuple[Remittance, ...]
    booked: Money
    difference: Money


def insurances(reader: Reader, *, at: date | None = None) -> Insurances:
    """Every policy that began by a day: premiums collected and remitted, claims open."""
    day = last_day(reader, at)
    policies = [one for one in reader.every(InsurancePolicy) if one.on <= day]
    rows = tuple(_row(reader, one, _claims(reader, one, day), day) for one in policies)
    return Insurances(
        at=day,
        rows=rows,
        collected=total(row.collected for row in rows),
        remitted=total(row.remitted for row in rows),
        held=total(row.held for row in rows),
        claims_open=total(row.claims_open for row in rows),
    )


def insurance_card(reader: Reader, *, policy: str, at: date | None = None) -> InsuranceCard:
    """A policy on a day: premiums by member and loan, remittances, and every claim.

    Raises:
        UnknownPolicy: there is none of that code.
    """
    found = reader.newest(InsurancePolicy, policy)
    if found is None:
        raise UnknownPolicy(policy)
    day = last_day(reader, at)
    claims = _claims(reader, found, day)
    row = _row(reader, found, claims, day)
    booked = booked_on(reader, found.card, day)
    return InsuranceCard(
        at=day,
        policy=found,
        row=row,
        premiums=_premiums(reader, found, day),
        claims=claims,
        remittances=counting(reader, reader.every(Remittance, card=found.card), day),
        booked=booked,
        difference=booked - row.held,
    )


def _row(
    reader: Reader, policy: InsurancePolicy, claims: tuple[ClaimRow, ...], day: date
) -> InsuranceRow:
    told = billed_by(reader, reader.every(Charge, type=policy.charge_type), day)
    remittances = counting(reader, reader.every(Remittance, card=policy.card), day)
    remitted = total(one.amount for one in remittances)
    return InsuranceRow(
        code=policy.code,
        card=policy.card,
        insurer=policy.insurer,
        name=policy.name,
        on=policy.on,
        billed=told.billed,
        collected=told.collected,
        outstanding=told.outstanding,
        remitted=remitted,
        held=told.collected - remitted,
        claims_open=total(one.open for one in claims),
        claims_held=total(one.held for one in claims),
    )


def _premiums(reader: Reader, policy: InsurancePolicy, day: date) -> tuple[PremiumRow, ...]:
    loans = {one.charge: one.loan for one in reader.every(PremiumBill, policy=policy.code)}
    asked: dict[tuple[str, int | None], list[Charge]] = {}
    for one in reader.every(Charge, type=policy.charge_type):
        asked.setdefault((one.member, loans.get(one.number)), []).append(one)
    names = names_of(reader, {member for member, _ in asked})
    found = []
    for member, loan in sorted(asked, key=lambda place: (place[0], place[1] or 0)):
        told = billed_by(reader, asked[member, loan], day)
        parts = (told.billed, told.collected, told.outstanding)
        found.append(PremiumRow(member, names.get(member, ""), loan, *parts))
    return tuple(found)


def _claims(reader: Reader, policy: InsurancePolicy, day: date) -> tuple[ClaimRow, ...]:
    claims = counting(reader, reader.every(InsuranceClaim, policy=policy.code), day)
    names = names_of(reader, {one.member for one in claims})
    return tuple(_claim(reader, one, names.get(one.member, ""), day) for one in claims)


def _claim(reader: Reader, claim: InsuranceClaim, name: str, day: date) -> ClaimRow:
    number = claim.number
    received = total(
        one.amount for one in counting(reader, reader.every(ClaimReceived, claim=number), day)
    )
    reduced = total(
        one.amount for one in counting(reader, reader.every(ClaimReduced, claim=number), day)
    )
    paid_out = total(
        one.amount for one in counting(reader, reader.every(ClaimPaidOut, claim=number), day)
    )
    return ClaimRow(
        claim=claim,
        name=name,
        received=received,
        reduced=reduced,
        paid_out=paid_out,
        open=claim.amount - received - reduced,
        held=received - paid_out,
    )
